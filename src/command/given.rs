//! What is typed for a parameter: dates, and rows by their id or any known spelling.

use crate::database::Database;
use crate::date;
use crate::error::{Error, Result};
use crate::text::{self, fold};

/// A period ends after it begins.
pub fn period(from: Option<&str>, to: Option<&str>) -> Result<()> {
    match (from, to) {
        // Prefixes compare as text; where one begins with the other, they meet.
        (Some(from), Some(to)) if from > to && !from.starts_with(to) => {
            Err(Error::usage(format!("--from {from} lies after --to {to}")))
        }
        _ => Ok(()),
    }
}

/// A year, month or day; it means the whole of it.
pub fn day_prefix(option: &str, text: &str) -> Result<String> {
    let plain =
        text.bytes().all(|b| b.is_ascii_digit() || b == b'-') && [4, 7, 10].contains(&text.len());
    let fault = |reason: String| {
        Error::usage(format!(
            "--{option}: {reason}\n  it takes a year, month or day: 2025, 2025-06, 2025-06-27"
        ))
    };
    match date::span(text) {
        Err(reason) => Err(fault(reason)),
        Ok(_) if !plain => Err(fault(format!("'{text}' is no year, month or day"))),
        // A season such as 2025-21 is EDTF, but no prefix of a day.
        Ok(span) if span.earliest.as_deref().is_some_and(|day| day.starts_with(text)) => {
            Ok(text.to_owned())
        }
        Ok(_) => Err(fault(format!("'{text}' is no year, month or day"))),
    }
}

/// A row that a spelling may mean: id, what is shown of it, the spelling folded, and whether that is its own name.
struct Spelling {
    id: String,
    shown: String,
    fold: String,
    own: bool,
}

/// The id of a row, from an id or any known spelling.
pub fn row_id(database: &Database, table: &str, label: &str, text: &str) -> Result<String> {
    let known = spellings(database, table)?;
    if known.iter().any(|s| s.id == text) {
        return Ok(text.to_owned());
    }
    let key = fold(text);
    let mut meant: Vec<&Spelling> =
        known.iter().filter(|s| !key.is_empty() && s.fold == key).collect();
    // A metonym gives way to an actor of that very name: "Sputnik" the agency before anything that it may stand for.
    if meant.iter().any(|s| s.own) {
        meant.retain(|s| s.own);
    }
    let ids: std::collections::BTreeSet<&str> = meant.iter().map(|s| s.id.as_str()).collect();
    let label = label.to_lowercase();
    match ids.len() {
        1 => Ok(meant[0].id.clone()),
        0 => Err(Error::usage(format!("no {label} '{text}'{}", hint(&known, text, table)))),
        _ => Err(Error::usage(format!(
            "'{text}' may mean more than one {label}{}",
            candidates("one of", meant)
        ))),
    }
}

fn spellings(database: &Database, table: &str) -> Result<Vec<Spelling>> {
    let sql = match table {
        "actor" | "place" => format!(
            "SELECT t.id, t.name || ' (' || t.id || ')', n.fold, n.kind NOT IN ('metonym', 'description')
             FROM name n JOIN \"{table}\" t ON t.id = n.{table}_id ORDER BY t.id, n.fold"
        ),
        "quote" => {
            "SELECT id, substr(coalesce(text, gist), 1, 40) || ' (' || id || ')', coalesce(text, gist), 1 FROM quote ORDER BY id".into()
        }
        "event" | "source" => {
            format!("SELECT id, coalesce(title, id) || ' (' || id || ')', title, 1 FROM \"{table}\" ORDER BY id")
        }
        _ => format!("SELECT id, label || ' (' || id || ')', label, 1 FROM \"{table}\" ORDER BY id"),
    };
    let read = || -> rusqlite::Result<Vec<Spelling>> {
        let mut statement = database.connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| {
            let spelling: Option<String> = row.get(2)?;
            Ok(Spelling {
                id: row.get(0)?,
                shown: row.get(1)?,
                fold: fold(&spelling.unwrap_or_default()),
                own: row.get(3)?,
            })
        })?;
        rows.collect()
    };
    read().map_err(|error| database.explain(&error, &sql))
}

fn near<'a>(known: &'a [Spelling], text: &str) -> Vec<&'a Spelling> {
    let words = known.iter().flat_map(|s| [s.fold.as_str(), s.id.as_str()]);
    let close = text::near(text, words);
    known
        .iter()
        .filter(|s| close.contains(&s.fold.as_str()) || close.contains(&s.id.as_str()))
        .collect()
}

/// What comes near; where nothing does, how to find it: a short list whole, a long one by search.
fn hint(known: &[Spelling], text: &str, table: &str) -> String {
    let near = candidates("near", near(known, text));
    if !near.is_empty() {
        near
    } else if ["actor", "place", "event", "quote"].contains(&table) {
        "\n  `samur search WORDS` finds the id by any word".into()
    } else {
        candidates("one of", known.iter().collect())
    }
}

fn candidates(lead: &str, found: Vec<&Spelling>) -> String {
    let mut shown: Vec<&str> = found.into_iter().map(|s| s.shown.as_str()).collect();
    shown.sort_unstable();
    shown.dedup();
    if shown.is_empty() {
        return String::new();
    }
    format!("\n  {lead}: {}", shown.join(", "))
}
