//! `samur sql`: ad-hoc SQL, read-only.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use clap::Args;
use rusqlite::fallible_iterator::FallibleIterator as _;
use rusqlite::types::Value;

use super::{Session, bind, write_rows};
use crate::error::{Error, Exit, Result};
use crate::output::{Format, sink};

/// Run SQL, read-only
///
/// Several statements run in order. Writing, ATTACH, pragmas that change state and extensions are refused.
#[derive(Debug, Args)]
pub struct Options {
    /// The SQL; standard input where neither this nor --file is given
    #[arg(value_name = "SQL")]
    statement: Option<String>,
    /// Read the SQL from a file
    #[arg(short, long, value_name = "FILE", conflicts_with = "statement")]
    file: Option<PathBuf>,
    /// Bind :NAME to a value: a number where it reads as one, else text
    #[arg(long = "param", value_name = "NAME=VALUE", value_parser = parameter)]
    parameters: Vec<(String, Value)>,
}

fn parameter(text: &str) -> std::result::Result<(String, Value), String> {
    let (name, value) = text.split_once('=').ok_or("takes NAME=VALUE, such as day=2025-06-27")?;
    let integer = value.parse::<i64>().ok().filter(|n| n.to_string() == value).map(Value::Integer);
    let real = || {
        value.parse::<f64>().ok().filter(|n| n.is_finite() && value.contains('.')).map(Value::Real)
    };
    Ok((
        name.trim_start_matches(':').to_owned(),
        integer.or_else(real).unwrap_or_else(|| Value::Text(value.to_owned())),
    ))
}

/// Runs the statements in order.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    let text = text(options)?;
    if let Some((before, _)) = text.split_once('\0') {
        let line = before.matches('\n').count() + 1;
        return Err(Error::fault(format!(
            "line {line} of the SQL holds a NUL character\n  SQLite reads no further than to there; char(0) makes one"
        )));
    }
    let database = session.database()?;
    let mut out = session.destination()?;
    let look = session.look();
    let mut rest = rusqlite::Batch::new(&database.connection, &text);
    let mut ran = 0;
    let mut results = 0;
    let mut used = BTreeSet::new();
    // SQL that is typed as it is in the shell has no options.
    let give = if session.kept.is_some() { ".sql \"SQL\" --param" } else { "--param" };
    while let Some(mut statement) = rest.next().map_err(|error| database.explain(&error, &text))? {
        for at in 1..=statement.parameter_count() {
            let name = statement.parameter_name(at).unwrap_or("?");
            let bare = name.trim_start_matches([':', '@', '$']).to_owned();
            if bare.starts_with('?') {
                return Err(Error::usage(format!(
                    "the parameter {bare} has no name\n  write :NAME and give {give} NAME=VALUE"
                )));
            }
            if options.parameters.iter().all(|(given, _)| *given != bare) {
                return Err(Error::usage(format!(
                    "the parameter {name} has no value\n  {give} {bare}=VALUE gives it one"
                )));
            }
            used.insert(bare);
        }
        bind(&mut statement, &options.parameters)
            .map_err(|error| database.explain(&error, &text))?;
        ran += 1;
        if statement.column_count() == 0 {
            statement.raw_execute().map_err(|error| database.explain(&error, &text))?;
            continue;
        }
        results += 1;
        if results > 1 && session.format() == Format::Json {
            return Err(Error::usage(
                "json holds one result, but several statements return rows\n  take --format ndjson, or run them one by one",
            ));
        }
        if results > 1 && matches!(session.format(), Format::Table | Format::Markdown) {
            // Else the header of one would stand below the rows of another.
            writeln!(out).map_err(|error| Error::write(&out.name(), &error))?;
        }
        let mut sink = sink(session.format(), &look, &mut out);
        let written =
            write_rows(&database, &mut statement, &text, sink.as_mut(), session.global.limit);
        drop(sink);
        session.notes.extend(written?.notes);
    }
    if ran == 0 {
        return Err(Error::usage(
            "no SQL statement given\n  samur sql \"SELECT count(*) FROM event\"",
        ));
    }
    out.close()?;
    for (name, _) in options.parameters.iter().filter(|(name, _)| !used.contains(name)) {
        session.notes.push(format!("note: no statement has a parameter :{name}"));
    }
    Ok(Exit::Done)
}

fn text(options: &Options) -> Result<String> {
    if let Some(statement) = &options.statement {
        return Ok(statement.clone());
    }
    let Some(file) = &options.file else {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|error| {
            Error::fault(format!("cannot read SQL from standard input: {error}"))
        })?;
        return Ok(text);
    };
    std::fs::read_to_string(file)
        .map_err(|error| Error::fault(format!("cannot read {}: {error}", file.display())))
}
