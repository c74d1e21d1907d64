//! `samur query`: the canned queries.

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::types::Value;
use serde_json::json;

use super::{Session, bind, day_prefix, form, hold, period, print_text, row_id};
use crate::catalog::{Catalog, Parameter, Query, Takes};
use crate::database::Database;
use crate::error::{Error, Exit, Result};
use crate::output::Look;
use crate::package;

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
    hold(&database, query)?;
    let mut values = Vec::new();
    for (parameter, text) in query.parameters.iter().zip(given) {
        let value =
            text.map(|text| value(&database, parameter, &text, session.notes)).transpose()?;
        values.push((parameter.name.clone(), value.unwrap_or(Value::Null)));
    }
    let day = |name: &str| match values.iter().find(|(n, _)| n == name) {
        Some((_, Value::Text(text))) => Some(text.as_str()),
        _ => None,
    };
    period(day("from_date"), day("to_date"))?;
    let look = Look { layout: query.layout.clone(), ..session.look() };
    let rows = session.print_as(&database, &sql, &values, &look)?;
    if rows == 0 && session.global.limit != Some(0) {
        let note = no_rows(&database, query, &values)?;
        session.notes.push(note);
    }
    Ok(Exit::Done)
}

/// What a person is told of an empty result: how many rows there are without one of the options given, or with a word of
/// one that was not.
fn no_rows(database: &Database, query: &Query, values: &[(String, Value)]) -> Result<String> {
    let count = |at: usize, value: Value| -> Result<usize> {
        let mut others = values.to_vec();
        others[at].1 = value;
        let rows = || {
            let mut statement = database.connection.prepare(&query.sql)?;
            bind(&mut statement, &others)?;
            statement.raw_query().count()
        };
        rows().map_err(|error| database.explain(&error, &query.sql))
    };
    let mut note = "note: no rows".to_owned();
    for (at, parameter) in query.parameters.iter().enumerate().filter(|(_, p)| !p.required) {
        let option = parameter.option();
        let other: Vec<(String, Value)> = match &parameter.takes {
            _ if values[at].1 != Value::Null => vec![(format!("without --{option}"), Value::Null)],
            Takes::OneOf(words) => words
                .iter()
                .map(|word| (format!("with --{option} {word}"), Value::Text(word.clone())))
                .collect(),
            _ => Vec::new(),
        };
        for (how, value) in other {
            let rows = count(at, value)?;
            if rows > 0 {
                note = format!("{note}; {rows} {how}");
            }
        }
    }
    Ok(note)
}

fn value(
    database: &Database,
    parameter: &Parameter,
    text: &str,
    notes: &mut Vec<String>,
) -> Result<Value> {
    Ok(match &parameter.takes {
        Takes::Integer | Takes::Flag => text.parse().map_or(Value::Null, Value::Integer),
        Takes::Real => text.parse().map_or(Value::Null, Value::Real),
        Takes::Text | Takes::OneOf(_) => Value::Text(text.to_owned()),
        Takes::Spelling => Value::Text(form(database, text, notes)?),
        Takes::Date => Value::Text(day_prefix(&parameter.typed(), text)?),
        Takes::Row(table) => {
            let id = row_id(database, table, &parameter.takes.label(), text, notes);
            Value::Text(if parameter.required {
                id?
            } else {
                id.map_err(|error| error.of(&parameter.typed()))?
            })
        }
    })
}
