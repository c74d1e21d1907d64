//! `samur sql`: ad-hoc SQL, read-only.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use clap::Args;
use rusqlite::Statement;
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
    // An id such as 007 is no integer, nor is nan or inf a number.
    let plain = value.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
    let real = || {
        let number = value.parse::<f64>().ok().filter(|n| n.is_finite() && plain);
        number.filter(|_| value.contains(['.', 'e', 'E'])).map(Value::Real)
    };
    Ok((
        name.trim_start_matches(':').to_owned(),
        integer.or_else(real).unwrap_or_else(|| Value::Text(value.to_owned())),
    ))
}

/// Runs the statements in order.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    let given = options.parameters.iter().enumerate();
    let mut again =
        given.filter(|(n, (name, _))| options.parameters[..*n].iter().any(|(o, _)| o == name));
    if let Some((_, (name, _))) = again.next() {
        return Err(Error::usage(format!("--param {name} is given twice")));
    }
    let text = text(options)?;
    if let Some((before, _)) = text.split_once('\0') {
        let line = before.matches('\n').count() + 1;
        return Err(Error::fault(format!(
            "line {line} of the SQL holds a NUL character\n  SQLite reads no further than to there; char(0) makes one"
        )));
    }
    let database = session.database()?;
    let statements: Vec<Statement> = rusqlite::Batch::new(&database.connection, &text)
        .collect()
        .map_err(|error| database.explain(&error, &text))?;
    if statements.is_empty() {
        return Err(Error::usage(
            "no SQL statement given\n  samur sql \"SELECT count(*) FROM event\"",
        ));
    }
    // Before anything is written: half of an array is no JSON.
    let results = statements.iter().filter(|statement| statement.column_count() > 0).count();
    if results > 1 && session.format() == Format::Json {
        return Err(Error::usage(
            "json holds one result, but several statements return rows\n  take --format ndjson, or run them one by one",
        ));
    }
    let mut out = session.destination()?;
    let look = session.look();
    let mut used = BTreeSet::new();
    let mut shown = 0;
    // SQL that is typed as it is in the shell has no options.
    let give = if session.kept.is_some() { ".sql \"SQL\" --param" } else { "--param" };
    for mut statement in statements {
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
        if statement.column_count() == 0 {
            statement.raw_execute().map_err(|error| database.explain(&error, &text))?;
            continue;
        }
        shown += 1;
        if shown > 1 && matches!(session.format(), Format::Table | Format::Markdown) {
            // Else the header of one would stand below the rows of another.
            writeln!(out).map_err(|error| Error::write(&out.name(), &error))?;
        }
        let mut sink = sink(session.format(), &look, &mut out);
        let written =
            write_rows(&database, &mut statement, &text, sink.as_mut(), session.global.limit);
        drop(sink);
        session.notes.extend(written?.notes);
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
