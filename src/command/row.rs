//! A row of whatever kind, by `id` or `kind/id`; what comes near where there is none.

use crate::database::Database;
use crate::error::{Error, Result};
use crate::package;
use crate::text;

/// How many near rows a message lists.
const NEAR: usize = 5;

/// A row that an id names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The table it stands in.
    pub kind: &'static str,
    /// Its id there.
    pub id: String,
}

/// The rows that have this id: of every kind that has a page, or of the kind that is named with it.
pub fn rows(database: &Database, asked: &str) -> Result<Vec<Row>> {
    let (kind, id) = asked.split_once('/').map_or((None, asked), |(kind, id)| (Some(kind), id));
    let kinds: Vec<&'static str> = package::PAGES.iter().map(|(name, _)| *name).collect();
    if let Some(kind) = kind.filter(|kind| !kinds.contains(kind)) {
        return Err(Error::usage(format!("no kind '{kind}'; kinds are {}", kinds.join(", "))));
    }
    let mut rows = Vec::new();
    for name in kinds.into_iter().filter(|name| kind.is_none_or(|kind| kind == *name)) {
        if exists(database, name, id)? {
            rows.push(Row { kind: name, id: id.to_owned() });
        }
    }
    if rows.is_empty() {
        let what = kind.map_or_else(|| "nothing".to_owned(), |kind| format!("no {kind}"));
        let near = near(database, id)?;
        return Err(Error::usage(format!("{what} has the id '{id}'\n  {near}")));
    }
    Ok(rows)
}

fn exists(database: &Database, kind: &str, id: &str) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM \"{kind}\" WHERE id = ?1)");
    database
        .connection
        .query_row(&sql, [id], |row| row.get(0))
        .map_err(|error| database.explain(&error, &sql))
}

/// Rows whose id, name or title comes near, each as `kind/id`.
fn near(database: &Database, asked: &str) -> Result<String> {
    let ids = package::PAGES
        .iter()
        .map(|(kind, _)| format!("SELECT '{kind}/' || id || '=' || id FROM \"{kind}\""));
    let names = [
        "SELECT 'actor/' || actor_id || '=' || name FROM name WHERE actor_id IS NOT NULL",
        "SELECT 'place/' || place_id || '=' || name FROM name WHERE place_id IS NOT NULL",
        "SELECT 'event/' || id || '=' || title FROM event",
    ];
    let union: Vec<String> = ids.chain(names.map(str::to_owned)).collect();
    let known = database.texts(&format!("{} ORDER BY 1", union.join(" UNION ")))?;
    let known = known.iter().filter_map(|line| line.split_once('='));
    // A family name alone is near too, so each longer word of a name counts as a spelling.
    let known: Vec<(&str, &str)> = known
        .flat_map(|(row, spelling)| {
            let words = spelling.split(' ').filter(|word| word.chars().count() > 3);
            std::iter::once(spelling).chain(words).map(move |spelling| (row, spelling))
        })
        .collect();
    let mut found: Vec<&str> = Vec::new();
    for spelling in text::near(asked, known.iter().map(|(_, spelling)| *spelling)) {
        for (row, _) in known.iter().filter(|(_, known)| *known == spelling) {
            if !found.contains(row) {
                found.push(row);
            }
        }
    }
    // The same id in another kind comes first.
    found.sort_by_key(|row| row.split_once('/').is_none_or(|(_, id)| id != asked));
    found.truncate(NEAR);
    if found.is_empty() {
        return Ok("`samur search WORDS` finds ids".into());
    }
    Ok(format!("near: {}", found.join(", ")))
}
