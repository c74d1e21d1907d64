//! `samur query`: the canned queries.

use rusqlite::types::Value;
use serde_json::json;

use super::{Session, print_text};
use crate::catalog::{Catalog, Parameter, Query, Takes};
use crate::database::Database;
use crate::date;
use crate::error::{Error, Exit, Result};
use crate::output::Look;
use crate::package;
use crate::text::{self, fold};

/// Lists the canned queries.
pub fn list(catalog: &Catalog, session: &mut Session) -> Result<Exit> {
    let rows: Vec<Vec<String>> =
        catalog.iter().map(|query| vec![query.name.clone(), query.title.clone()]).collect();
    session.print_rows(&["query", "title"], &rows)
}

/// Prints all queries as JSON.
pub fn specification(catalog: &Catalog) -> Result<Exit> {
    let queries: Vec<_> = catalog
        .iter()
        .map(|query| {
            json!({
                "name": query.name,
                "title": query.title,
                "question": query.question,
                "parameters": query.parameters.iter().map(parameter).collect::<Vec<_>>(),
                "examples": query.examples.iter().map(|e| format!("samur query {e}")).collect::<Vec<_>>(),
                "sql": query.sql,
            })
        })
        .collect();
    print_text(&format!("{:#}\n", json!(queries)))
}

/// What a parameter takes, as JSON; `sql` is the name that the statement binds.
fn parameter(parameter: &Parameter) -> serde_json::Value {
    let takes = match &parameter.takes {
        Takes::OneOf(words) => json!(words),
        takes => json!(takes.label()),
    };
    json!({
        "sql": format!(":{}", parameter.name),
        "option": (!parameter.required).then(|| format!("--{}", parameter.option())),
        "takes": takes,
        "required": parameter.required,
        "help": parameter.help,
    })
}

/// Prints the SQL of a query.
pub fn show_sql(query: &Query, catalog: &Catalog, session: &mut Session) -> Result<Exit> {
    let sql = statement(query, catalog, session)?;
    print_text(&format!("{sql}\n"))
}

/// The statement of a query, citing where that is asked for.
fn statement(query: &Query, catalog: &Catalog, session: &mut Session) -> Result<String> {
    if !session.global.cite {
        return Ok(query.sql.clone());
    }
    let columns = package::COLUMNS.iter().find(|(name, _)| *name == query.name);
    let carries = |name: &&&str| ["locator", "where"].contains(*name);
    if let Some(column) = columns.and_then(|(_, columns)| columns.iter().find(carries)) {
        session.notes.push(format!("note: the column {column} of {} cites already", query.name));
        return Ok(query.sql.clone());
    }
    query.citing().ok_or_else(|| {
        let able =
            catalog.iter().filter(|query| query.id.is_some()).map(|query| query.name.as_str());
        Error::usage(format!(
            "--cite: a row of {} stands in no passage of its own\n  it goes with {}",
            query.name,
            able.collect::<Vec<_>>().join(", ")
        ))
    })
}

/// Runs a query; `given` is what was typed for each of its parameters.
pub fn run(
    query: &Query,
    catalog: &Catalog,
    given: Vec<Option<String>>,
    session: &mut Session,
) -> Result<Exit> {
    let sql = statement(query, catalog, session)?;
    let database = session.database()?;
    let mut values = Vec::new();
    for (parameter, text) in query.parameters.iter().zip(given) {
        let value = text.map(|text| value(&database, parameter, &text)).transpose()?;
        values.push((parameter.name.clone(), value.unwrap_or(Value::Null)));
    }
    period(&values)?;
    let look = Look { if_room: query.if_room.clone(), ..session.look() };
    session.print_as(&database, &sql, &values, &look)
}

/// A period ends after it begins.
fn period(values: &[(String, Value)]) -> Result<()> {
    let day = |name: &str| match values.iter().find(|(n, _)| n == name) {
        Some((_, Value::Text(text))) => Some(text),
        _ => None,
    };
    match (day("from_date"), day("to_date")) {
        // Prefixes compare as text; where one begins with the other, they meet.
        (Some(from), Some(to)) if from > to && !from.starts_with(to.as_str()) => {
            Err(Error::usage(format!("--from {from} lies after --to {to}")))
        }
        _ => Ok(()),
    }
}

fn value(database: &Database, parameter: &Parameter, text: &str) -> Result<Value> {
    Ok(match &parameter.takes {
        Takes::Integer | Takes::Flag => text.parse().map_or(Value::Null, Value::Integer),
        Takes::Real => text.parse().map_or(Value::Null, Value::Real),
        Takes::Text | Takes::OneOf(_) => Value::Text(text.to_owned()),
        Takes::Spelling => Value::Text(fold(text)),
        Takes::Date => Value::Text(prefix(parameter, text)?),
        Takes::Row(table) => Value::Text(row(database, table, &parameter.takes.label(), text)?),
    })
}

/// A year, month or day; it means the whole of it.
fn prefix(parameter: &Parameter, text: &str) -> Result<String> {
    let plain =
        text.bytes().all(|b| b.is_ascii_digit() || b == b'-') && [4, 7, 10].contains(&text.len());
    let fault = |reason: String| {
        Error::usage(format!(
            "--{}: {reason}\n  it takes a year, month or day: 2025, 2025-06, 2025-06-27",
            parameter.option()
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
fn row(database: &Database, table: &str, label: &str, text: &str) -> Result<String> {
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
