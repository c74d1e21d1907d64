//! The values of the chronicle that may come next on a command line. Which an argument takes, the name tells that the help
//! has for its value (`ACTOR`, `ID`, `TABLE|VIEW`).

use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use crate::catalog::Takes;
use crate::database::{self, Database};
use crate::error::Result;
use crate::package;
use crate::spelling::spellings;
use crate::text::fold;
use crate::words::sound;

/// Kinds whose rows have a page but no name of their own.
const NAMELESS: [&str; 3] = ["claim", "figure", "passage"];

/// Something that may come next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What is typed.
    pub value: String,
    /// What it means.
    pub name: String,
}

/// Where values come from.
#[derive(Debug, Clone, Default)]
pub struct Values {
    /// The database that the line names.
    pub db: Option<PathBuf>,
    /// Whether a name is offered where the id does not hold what is typed. The id is what one wants in the line, but a
    /// shell that drops what does not hold it would offer nothing.
    pub names: bool,
}

/// What an argument takes of the chronicle.
#[derive(Clone)]
pub enum Kind {
    /// A row of this table, by id or spelling.
    Row(&'static str),
    /// A row of any kind that has a page, by id.
    Page,
    /// A written form.
    Spelling,
    /// A table or view.
    Relation,
    /// The same, or a query that needs nothing.
    Export,
}

impl Kind {
    /// What the help calls so.
    pub fn of(label: &str) -> Option<Self> {
        Some(match label {
            "ID" => Self::Page,
            "TABLE|VIEW" => Self::Relation,
            "NAME" => Self::Export,
            _ => match Takes::labelled(label)? {
                Takes::Row(table) => Self::Row(table),
                Takes::Spelling => Self::Spelling,
                _ => return None,
            },
        })
    }

    /// What begins with what is typed: ids, else what a word of an id or name begins so. Where there is no database
    /// there is nothing to offer.
    pub fn candidates(
        &self,
        values: &Values,
        queries: &[Candidate],
        typed: &str,
    ) -> Vec<Candidate> {
        let Ok(database) =
            database::open(expanded(values.db.as_deref()).as_deref(), None, &mut Vec::new())
        else {
            return Vec::new();
        };
        let found = match self {
            Self::Row(table) => rows(&database, table).map(|rows| {
                let mut rows = best(rows, typed);
                // A quote is known by its id alone.
                for row in rows.iter_mut().filter(|_| values.names && *table != "quote") {
                    if !holds(&row.id, typed) && holds(&row.name, typed) {
                        std::mem::swap(&mut row.id, &mut row.name);
                    }
                }
                rows
            }),
            Self::Page => pages(&database, typed),
            Self::Spelling => {
                database.texts("SELECT DISTINCT name FROM name ORDER BY name").map(|names| {
                    best(names.into_iter().map(|name| Row::new(name, "")).collect(), typed)
                })
            }
            Self::Relation => relations(&database).map(|rows| best(rows, typed)),
            Self::Export => relations(&database).map(|mut rows| {
                // A name that both have is the table's.
                let others =
                    queries.iter().filter(|query| rows.iter().all(|row| row.id != query.value));
                let others: Vec<Row> =
                    others.map(|query| Row::new(query.value.clone(), &query.name)).collect();
                rows.extend(others);
                best(rows, typed)
            }),
        };
        // The shell asks often: what is asked is closed.
        drop(ManuallyDrop::into_inner(database.connection));
        found.unwrap_or_default().into_iter().map(Row::candidate).collect()
    }
}

/// A shell hands over what is typed, with the tilde that it would have read as the home folder.
fn expanded(path: Option<&Path>) -> Option<PathBuf> {
    let path = path?;
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => Some(home.join(rest)),
        _ => Some(path.to_owned()),
    }
}

/// Something with an id, a name and the forms it is known by.
struct Row {
    id: String,
    name: String,
    forms: Vec<String>,
}

impl Row {
    fn new(id: String, name: &str) -> Self {
        Self { forms: vec![id.clone()], id, name: name.to_owned() }
    }

    fn candidate(self) -> Candidate {
        Candidate { value: self.id, name: self.name }
    }
}

fn rows(database: &Database, table: &str) -> Result<Vec<Row>> {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for spelling in spellings(database, &[table])? {
        let row = Row::new(spelling.id.clone(), &spelling.name);
        rows.entry(spelling.id).or_insert(row).forms.push(spelling.form);
    }
    Ok(rows.into_values().collect())
}

/// Rows of every kind that has a page; before anything is typed the kinds alone, since there are many rows.
fn pages(database: &Database, typed: &str) -> Result<Vec<Row>> {
    let kinds = || package::PAGES.iter().map(|(kind, _)| *kind);
    if typed.is_empty() {
        return Ok(kinds().map(|kind| Row::new(format!("{kind}/"), "")).collect());
    }
    let (asked, id) = typed.split_once('/').map_or((None, typed), |(kind, id)| (Some(kind), id));
    let mut found: Vec<(&str, Row)> = Vec::new();
    for kind in kinds().filter(|kind| asked.is_none_or(|asked| asked == *kind)) {
        let of_kind = if NAMELESS.contains(&kind) {
            let ids = database.texts(&format!("SELECT id FROM \"{kind}\" ORDER BY id"))?;
            // Their ids are made of others', which are what a word is typed for.
            let row = |id| Row { id, name: kind.to_owned(), forms: Vec::new() };
            ids.into_iter().map(row).collect()
        } else {
            rows(database, kind)?
        };
        found.extend(of_kind.into_iter().map(|row| (kind, row)));
    }
    let mut found = best_by(found, id, |(_, row)| row);
    let ids: Vec<String> = found.iter().map(|(_, row)| row.id.clone()).collect();
    for (kind, row) in &mut found {
        // The whole is typed where the kind is, or where several kinds share the id.
        if asked.is_some() || ids.iter().filter(|id| **id == row.id).count() > 1 {
            row.id = format!("{kind}/{}", row.id);
        }
    }
    Ok(found.into_iter().map(|(_, row)| row).collect())
}

fn relations(database: &Database) -> Result<Vec<Row>> {
    let sql = "SELECT table_name || '=' || description FROM dictionary WHERE column_name IS NULL ORDER BY table_name";
    let row = |line: &String| {
        let (id, name) = line.split_once('=').unwrap_or((line, ""));
        Row::new(id.into(), name)
    };
    Ok(database.texts(sql)?.iter().map(row).collect())
}

/// Whether a text holds what is typed, as shells look for it.
fn holds(text: &str, typed: &str) -> bool {
    text.to_lowercase().contains(&typed.to_lowercase())
}

fn best(rows: Vec<Row>, typed: &str) -> Vec<Row> {
    best_by(rows, typed, |row| row)
}

/// The rows whose id begins with what is typed, or else those of which a word does, in whatever case, diacritics or alphabet.
fn best_by<T>(items: Vec<T>, typed: &str, row: impl Fn(&T) -> &Row) -> Vec<T> {
    let (begun, others): (Vec<T>, Vec<T>) =
        items.into_iter().partition(|item| row(item).id.starts_with(typed));
    if !begun.is_empty() {
        return begun;
    }
    // As it is written, or as it sounds.
    let keys = [fold as fn(&str) -> String, sound].map(|key| (key, format!(" {}", key(typed))));
    let begins = |form: &String| {
        keys.iter().any(|(key, wanted)| wanted != " " && format!(" {}", key(form)).contains(wanted))
    };
    others.into_iter().filter(|item| row(item).forms.iter().any(begins)).collect()
}
