//! What is typed for a parameter: dates, and rows by their id or any known spelling.

use crate::database::Database;
use crate::date;
use crate::error::{Error, Result};
use crate::package;
use crate::spelling::{Fit, LISTED, Spelling, distinct, fit, list, spellings, taken};
use crate::text::fold;

/// A period ends after it begins.
pub fn period(from: Option<&str>, to: Option<&str>) -> Result<()> {
    match (from, to) {
        // Prefixes compare as text; where one begins with the other, they meet.
        (Some(from), Some(to)) if from > to && !from.starts_with(to) => Err(Error::usage(format!(
            "--from {from} lies after --to {to}\n  the other way round: --from {to} --to {from}"
        ))),
        _ => Ok(()),
    }
}

/// A year, month or day, which means the whole of it; `name` is that of the option or argument.
pub fn day_prefix(name: &str, text: &str) -> Result<String> {
    let plain =
        text.bytes().all(|b| b.is_ascii_digit() || b == b'-') && [4, 7, 10].contains(&text.len());
    let fault = |reason: String| {
        Error::usage(format!(
            "{name}: {reason}\n  it takes a year, month or day: 2025, 2025-06, 2025-06-27"
        ))
    };
    match date::span(text).map(|span| span.earliest) {
        Err(reason) if plain && text.len() == 10 => Err(fault(reason)),
        // A season such as 2025-21 is EDTF, but no prefix of a day.
        Ok(Some(day)) if plain && day.starts_with(text) => Ok(text.to_owned()),
        _ => Err(fault(format!("'{text}' is no year, month or day"))),
    }
}

/// The id of a row, from an id, any known spelling or words of one; what was not spelled out is noted. `label` is
/// what is asked for.
pub fn row_id(
    database: &Database,
    table: &str,
    label: &str,
    text: &str,
    notes: &mut Vec<String>,
) -> Result<String> {
    let known = spellings(database, &[table])?;
    if known.iter().any(|spelling| spelling.id == text) {
        return Ok(text.to_owned());
    }
    readable(text)?;
    let label = label.to_lowercase();
    let all = match table {
        "actor" | "place" | "event" | "quote" => {
            format!("`samur search WORDS --kind {table}` finds any")
        }
        _ => format!("`samur sql \"SELECT * FROM {table}\"` has all"),
    };
    match fit(&known, text) {
        Fit::Exact(row) => Ok(row.id.clone()),
        Fit::Taken(row, others) => {
            // An id says what is meant, though it is that of something else.
            if let Some(kind) = kind_of(database, text)? {
                let what =
                    format!("'{text}' is an id of another kind, {kind}/{text}, and no {label}");
                return Err(Error::usage(what));
            }
            notes.push(taken(text, row, &others, shown));
            Ok(row.id.clone())
        }
        Fit::Several(rows) => Err(Error::usage(format!(
            "'{text}' may mean more than one {label}{}",
            list("one of", &rows, shown, &all)
        ))),
        Fit::None(near) => {
            Err(Error::usage(format!("no {label} '{text}'{}", hint(&known, &near, &all))))
        }
    }
}

/// The kind of the row with this id.
fn kind_of(database: &Database, id: &str) -> Result<Option<String>> {
    let kinds: Vec<&str> = package::PAGES.iter().map(|(kind, _)| *kind).collect();
    let known = spellings(database, &kinds)?;
    Ok(known.into_iter().find(|spelling| spelling.id == id).map(|spelling| spelling.table))
}

/// The look-up key of a text, which must hold something to look for: everything is near to nothing.
pub fn readable(text: &str) -> Result<String> {
    let key = fold(text);
    if key.is_empty() {
        return Err(Error::usage(format!("'{text}' has no letter or digit to look for")));
    }
    Ok(key)
}

/// The look-up key of a written form; where nothing is written so, a note tells what comes near.
pub fn form(database: &Database, text: &str, notes: &mut Vec<String>) -> Result<String> {
    let key = readable(text)?;
    let known = spellings(database, &["actor", "place"])?;
    if let Fit::None(near) = fit(&known, text)
        && !near.is_empty()
    {
        let all = format!("`samur search '{text}'` finds more");
        let near = list("near", &near, shown, &all);
        notes.push(format!("note: nothing is written '{text}'{near}"));
    }
    Ok(key)
}

/// What comes near; where nothing does, how to find it: a short list whole, a long one by a command.
fn hint(known: &[Spelling], near: &[&Spelling], all: &str) -> String {
    let every = distinct(known.iter());
    if !near.is_empty() {
        list("near", near, shown, all)
    } else if every.len() <= LISTED {
        list("one of", &every, shown, all)
    } else {
        format!("\n  {all}")
    }
}

/// `Ilham Aliyev (aliyev-ilham)`.
fn shown(row: &Spelling) -> String {
    format!("{} ({})", row.name, row.id)
}
