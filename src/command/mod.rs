//! The verbs, one file each, and what they share: the session of a command line and the one loop from rows to a sink.

pub mod build;
pub mod check;
pub mod cite;
mod complete;
pub mod completions;
pub mod export;
mod given;
mod global;
mod head;
pub mod init;
mod line;
pub mod locate;
pub mod man;
pub mod query;
mod row;
pub mod schema;
pub mod search;
pub mod shell;
pub mod show;
pub mod sql;
mod values;

use std::cell::Cell;
use std::io::{self, Write};
use std::path::PathBuf;
use std::rc::Rc;

use clap::ColorChoice;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Rows, Statement};

use crate::database::{self, Database};
use crate::error::{Error, Exit, Result};
use crate::layout::Layout;
use crate::output::{Destination, Format, Look, Sink, screen, sink};
use crate::package;

pub use complete::{agree, candidates};
use given::{day_prefix, form, period, readable, row_id};
pub use global::Global;
use head::hold;
pub use line::{Word, path_option, typed_path, words};
pub use row::rows;
pub use values::{Candidate, Kind, Values};

/// Columns beyond which a record is hard to read.
const RECORD: usize = 120;

/// One run of the program: its global options, and what is to be told on standard error.
pub struct Session<'a> {
    /// The global options.
    pub global: Global,
    /// Lines for standard error though nothing failed.
    pub notes: &'a mut Vec<String>,
    /// What the shell holds, where the line was typed in one.
    pub kept: Option<&'a Kept>,
}

/// What the shell holds from line to line.
pub struct Kept {
    /// The database that is open.
    pub database: Rc<Database>,
    /// Where the result of a line went, or was to go, if not to standard output.
    pub output: Cell<Option<PathBuf>>,
}

/// Program, chronicle, content hash and SQLite, as `--version` shows them.
pub fn version() -> String {
    let chronicle = package::ABOUT.map_or_else(
        || "no built-in chronicle".to_owned(),
        |(title, version, content)| format!("{title}, version {version}\ncontent sha256 {content}"),
    );
    format!("{}\n{chronicle}\nSQLite {}", env!("CARGO_PKG_VERSION"), rusqlite::version())
}

impl Session<'_> {
    /// Opens the database that the options name, unless it is open.
    pub fn database(&mut self) -> Result<Rc<Database>> {
        let kept = self.kept.map(|kept| &kept.database);
        if let Some(kept) = kept.filter(|kept| kept.file == self.global.db) {
            kept.limit(self.global.timeout);
            return Ok(Rc::clone(kept));
        }
        if screen().is_some() {
            // A second Ctrl-C would end this program under a pager that goes on.
            database::outlive_interrupts();
        }
        let file = self.global.db.as_deref();
        database::open(file, self.global.timeout, self.notes).map(Rc::new)
    }

    /// The path that the result is written to, if not to standard output. Not every line has a result that goes there,
    /// so the shell learns from this which has.
    pub fn output(&self) -> Option<PathBuf> {
        if let Some(kept) = self.kept {
            kept.output.set(self.global.output.clone());
        }
        self.global.output.clone()
    }

    /// Opens what the result is written to.
    pub fn destination(&self) -> Result<Destination> {
        Destination::open(self.output().as_deref())
    }

    /// How results are to look.
    pub fn look(&self) -> Look {
        let screen = screen().filter(|_| self.global.output.is_none());
        let forced = std::env::var_os("CLICOLOR_FORCE").is_some_and(|v| !v.is_empty() && v != "0");
        let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colour = match self.global.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            // A file that is named is not looked at on a terminal.
            ColorChoice::Auto if self.global.output.is_some() || refused => false,
            ColorChoice::Auto => forced || screen.is_some() && !dumb,
        };
        let own = || screen.map_or(80, |(width, _)| width);
        Look {
            width: self.global.width.map_or_else(own, usize::from),
            layout: Layout::default(),
            ascii: self.global.ascii,
            colour,
            null: self.global.null.clone(),
            header: !self.global.no_header,
            crlf: self.global.crlf,
            bom: self.global.bom,
            excel_safe: self.global.excel_safe,
        }
    }

    /// The format asked for, by option or by the ending of the output file.
    pub fn format(&self) -> Format {
        let ending = self.global.output.as_deref().and_then(Format::of_ending);
        self.global.format.or(ending).unwrap_or(Format::Table)
    }

    /// Runs one statement with its parameters by name and writes its rows.
    pub fn print(
        &mut self,
        database: &Database,
        sql: &str,
        parameters: &[(String, Value)],
    ) -> Result<Exit> {
        let look = self.look();
        self.print_as(database, sql, parameters, &look)?;
        Ok(Exit::Done)
    }

    /// The same with a look of its own; gives the number of rows.
    pub fn print_as(
        &mut self,
        database: &Database,
        sql: &str,
        parameters: &[(String, Value)],
        look: &Look,
    ) -> Result<u64> {
        let mut statement =
            database.connection.prepare(sql).map_err(|error| database.explain(&error, sql))?;
        bind(&mut statement, parameters).map_err(|error| database.explain(&error, sql))?;
        let mut out = self.destination()?;
        let mut sink = sink(self.format(), look, &mut out);
        let written = write_rows(database, &mut statement, sql, sink.as_mut(), self.global.limit);
        drop(sink);
        let Written { rows, notes } = written?;
        self.notes.extend(notes);
        out.close()?;
        Ok(rows)
    }

    /// Writes rows that do not come from a statement.
    pub fn print_rows(&mut self, names: &[&str], rows: &[Vec<String>]) -> Result<Exit> {
        let mut out = self.destination()?;
        let look = self.look();
        let name = out.name();
        let failed = |error: io::Error| Error::write(&name, &error);
        let most = self.global.limit.map_or(rows.len(), |limit| rows.len().min(limit as usize));
        let mut sink = sink(self.format(), &look, &mut out);
        sink.columns(names).map_err(failed)?;
        for row in &rows[..most] {
            let values: Vec<_> = row.iter().map(|text| ValueRef::Text(text.as_bytes())).collect();
            sink.row(&values).map_err(failed)?;
        }
        let note = sink.finish().map_err(failed)?;
        drop(sink);
        self.notes.extend(note);
        if most < rows.len() {
            self.notes.push(limited(most as u64));
        }
        out.close()?;
        Ok(Exit::Done)
    }
}

fn limited(rows: u64) -> String {
    format!("note: --limit {rows} took effect; there are more rows")
}

/// Binds values by name; a parameter of the statement that is not among them stays NULL.
pub fn bind(statement: &mut Statement, parameters: &[(String, Value)]) -> rusqlite::Result<()> {
    for (name, value) in parameters {
        for mark in [':', '@', '$'] {
            if let Some(index) = statement.parameter_index(&format!("{mark}{name}"))? {
                statement.raw_bind_parameter(index, value)?;
            }
        }
    }
    Ok(())
}

/// What came of writing rows.
pub struct Written {
    /// How many there were, or were looked at.
    pub rows: u64,
    /// Lines for standard error.
    pub notes: Vec<String>,
}

/// The one loop from a statement to a sink.
pub fn write_rows(
    database: &Database,
    statement: &mut Statement,
    sql: &str,
    sink: &mut dyn Sink,
    limit: Option<u64>,
) -> Result<Written> {
    let failed = |error: io::Error| Error::write("the result", &error);
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    sink.columns(&names.iter().map(String::as_str).collect::<Vec<_>>()).map_err(failed)?;
    let mut notes = Vec::new();
    let mut rows: Rows = statement.raw_query();
    let mut n = 0;
    while let Some(row) = rows.next().map_err(|error| database.explain(&error, sql))? {
        if database::is_interrupted() {
            return Err(database::interrupted());
        }
        if limit == Some(n) {
            notes.push(limited(n));
            break;
        }
        n += 1;
        let values =
            (0..names.len()).map(|at| row.get_ref(at)).collect::<rusqlite::Result<Vec<_>>>();
        sink.row(&values.map_err(Error::from)?).map_err(failed)?;
        if !sink.wants_more() {
            break;
        }
    }
    notes.extend(sink.finish().map_err(failed)?);
    Ok(Written { rows: n, notes })
}

/// Writes text that is a result to standard output.
pub fn print_text(text: &str) -> Result<Exit> {
    let mut out = Destination::open(None)?;
    out.write_all(text.as_bytes()).map_err(|error| Error::write("standard output", &error))?;
    out.close()?;
    Ok(Exit::Done)
}
