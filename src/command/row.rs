//! A row of whatever kind, by `id` or `kind/id`, by a locator, or by a name that only one has.

use super::readable;
use crate::database::Database;
use crate::error::{Error, Result};
use crate::package;
use crate::spelling::{Fit, Spelling, distinct, fit, list, spellings, taken};

/// What lists all that a message leaves out.
const ALL: &str = "`samur search WORDS` finds ids";

/// A row that has a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The table it stands in.
    pub kind: String,
    /// Its id there.
    pub id: String,
}

impl Row {
    fn new(kind: &str, id: &str) -> Self {
        Self { kind: kind.to_owned(), id: id.to_owned() }
    }
}

/// The rows that have this id: of every kind that has a page, or of the kind that is named with it; the passages with this
/// locator. Where there is none, the one row that goes by this name, which is noted.
pub fn rows(database: &Database, asked: &str, notes: &mut Vec<String>) -> Result<Vec<Row>> {
    let mut kinds: Vec<&'static str> = package::PAGES.iter().map(|(name, _)| *name).collect();
    let all = spellings(database, &kinds)?;
    let mut parts = asked.split_once('/');
    // A name may have a slash too.
    if parts.is_some_and(|(kind, _)| !kinds.contains(&kind)) && is_known(&all, asked) {
        parts = None;
    }
    let (kind, text) = parts.map_or((None, asked), |(kind, id)| (Some(kind), id));
    if let Some(kind) = kind.filter(|kind| !kinds.contains(kind)) {
        return Err(Error::usage(format!("no kind '{kind}'; kinds are {}", kinds.join(", "))));
    }
    let with_id: Vec<&Spelling> = distinct(all.iter().filter(|row| row.id == text));
    kinds.retain(|name| kind.is_none_or(|kind| kind == *name));
    let mut rows: Vec<Row> = kinds
        .iter()
        .filter(|kind| with_id.iter().any(|row| row.table == **kind))
        .map(|kind| Row::new(kind, text))
        .collect();
    if kinds.contains(&"passage") {
        rows.extend(passages(database, text)?.iter().map(|id| Row::new("passage", id)));
    }
    if !rows.is_empty() {
        return Ok(rows);
    }
    readable(text)?;
    let what = kind.map_or_else(|| "nothing".to_owned(), |kind| format!("no {kind}"));
    if !with_id.is_empty() {
        let elsewhere = list("near", &with_id, shown, ALL);
        return Err(Error::usage(format!("{what} has the id '{text}'{elsewhere}")));
    }
    let mut known = all;
    known.retain(|row| kinds.contains(&row.table.as_str()));
    match fit(&known, text) {
        Fit::Exact(row) => Ok(vec![Row::new(&row.table, &row.id)]),
        Fit::Taken(row, others) => {
            notes.push(taken(text, row, &others, shown));
            Ok(vec![Row::new(&row.table, &row.id)])
        }
        Fit::Several(rows) => Err(Error::usage(format!(
            "'{asked}' is no id, and may mean more than one thing{}",
            list("one of", &rows, shown, ALL)
        ))),
        Fit::None(near) => {
            let hint = if near.is_empty() {
                format!("\n  {ALL}")
            } else {
                list("near", &near, shown, ALL)
            };
            Err(Error::usage(format!("{what} has the id or name '{text}'{hint}")))
        }
    }
}

/// Whether a text is the name of something, or words of one.
fn is_known(known: &[Spelling], text: &str) -> bool {
    !matches!(fit(known, text), Fit::None(_))
}

/// The passages with this id or locator: several where several voices share the words.
fn passages(database: &Database, asked: &str) -> Result<Vec<String>> {
    database.rows(include_str!("../search/passages.sql"), [asked], |row| row.get(0))
}

/// `Ilham Aliyev (actor/aliyev-ilham)`.
fn shown(row: &Spelling) -> String {
    format!("{} ({}/{})", row.name, row.table, row.id)
}
