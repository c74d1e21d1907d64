//! `samur search`: full text over events, quotes, actors and places.

use clap::Args;
use rusqlite::types::Value;

use super::Session;
use crate::error::{Error, Exit, Result};
use crate::text::fold;

/// Find words in events, quotes, actors and places, in every spelling
///
/// Every word must occur. Diacritics and case do not matter; `sput*` finds what begins so; words in quotation marks
/// must stand together.
#[derive(Debug, Args)]
pub struct Options {
    /// The words
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
}

/// Finds the words.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    let asked = options.words.join(" ");
    let Some(expression) = expression(&asked) else {
        return Err(Error::usage(format!(
            "'{asked}' holds no word to search for\n  samur search ekaterinburg"
        )));
    };
    let database = session.database()?;
    session.print(
        &database,
        include_str!("../search.sql"),
        &[("words".into(), Value::Text(expression))],
    )
}

/// What people type as an FTS5 expression over the folded text: each word or quoted phrase in quotation marks, all of
/// them required; `None` where there is no word.
fn expression(asked: &str) -> Option<String> {
    let mut terms = Vec::new();
    for (n, part) in asked.split('"').enumerate() {
        // Parts with odd numbers stood in quotation marks.
        let phrases: Vec<&str> =
            if n % 2 == 1 { vec![part] } else { part.split_whitespace().collect() };
        for phrase in phrases {
            let star = if phrase.ends_with('*') { "*" } else { "" };
            let words = fold(phrase);
            if !words.is_empty() {
                terms.push(format!("\"{words}\"{star}"));
            }
        }
    }
    (!terms.is_empty()).then(|| terms.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anything_typed_becomes_words() {
        assert_eq!(expression("air-defence").as_deref(), Some("\"air defence\""));
        assert_eq!(expression("ERDOĞAN sput*").as_deref(), Some("\"erdogan\" \"sput\"*"));
        assert_eq!(expression("\"persona non grata").as_deref(), Some("\"persona non grata\""));
        assert_eq!(expression("NOT OR ("), Some("\"not\" \"or\"".into()));
        assert_eq!(expression(":-)"), None);
    }
}
