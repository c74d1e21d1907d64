//! `samur check`: all faults of a seed.

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::Args;
use rusqlite::types::ValueRef;

use super::Session;
use crate::database;
use crate::error::{Error, Exit, Result};
use crate::output::{Destination, Format, Look, sink};
use crate::package;
use crate::problem::Level;
use crate::seed::{self, Outcome};
use crate::text::count;

/// Check a seed
///
/// Prints every fault of every file: file, line, field, what is wrong and what would be right. Exit status 1 where there
/// are any.
#[derive(Debug, Args)]
pub struct Options {
    /// Folder of the seed
    #[arg(long, value_name = "DIR", default_value = "seed")]
    seed: PathBuf,
    /// Folder of the documents; without it the rules that need their texts are not checked
    #[arg(long, value_name = "DIR", env = "SAMUR_SOURCES", hide_env = true)]
    sources: Option<PathBuf>,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
    /// Also account for every sentence and every pair of quotation marks of the documents
    ///
    /// Each sentence, or part of one, that no row accounts for is a fault. After the faults stands how much of each
    /// document is covered (by a passage of at most two sentences that a row other than a name cites), left out on purpose
    /// (table omission) and unaccounted for, and how much is left out for which reason. Counted are characters (code
    /// points) that stand in words: white space, punctuation and mark-up say nothing by themselves. Furniture is no
    /// content: each % is one of the characters outside it, and covered, left out and unaccounted make 100 %.
    #[arg(long)]
    coverage: bool,
}

/// Checks, prints the problems, and says what was not checked.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    if options.coverage && options.sources.is_none() {
        return Err(Error::usage(
            "--coverage needs the documents\n  samur check --coverage --sources DIR",
        ));
    }
    let scratch = std::env::temp_dir();
    let how = seed::Options {
        sources: options.sources.as_deref(),
        coverage: options.coverage,
        progress: None,
        stop: database::on_interrupt(),
    };
    let checked = seed::stage(&package::DEFINITIONS, &options.seed, &scratch, &how)
        .map_err(database::or_interrupted)?;
    let outcome = checked.outcome();
    print(outcome, session.look())?;

    let errors = outcome.problems.iter().filter(|p| p.level == Level::Error).count() as u64;
    let warnings = outcome.problems.len() as u64 - errors;
    session.notes.push(format!(
        "{} in {}, {} run: {}, {}",
        count(outcome.total(), "row"),
        count(outcome.rows.len() as u64, "table"),
        count(outcome.rules as u64, "rule"),
        count(errors, "error"),
        count(warnings, "warning")
    ));
    if outcome.without_sources > 0 {
        session.notes.push(format!(
            "not checked: {} that need the documents (--sources DIR)",
            count(outcome.without_sources as u64, "rule")
        ));
    }
    if outcome.without_coverage > 0 {
        session.notes.push(format!(
            "not checked: {} of --coverage",
            count(outcome.without_coverage as u64, "rule")
        ));
    }
    if !outcome.unreadable.is_empty() {
        session.notes.push(format!(
            "not checked: passages, omissions and words of {}, whose documents cannot be read{}",
            outcome.unreadable.join(", "),
            if options.coverage { "; the shares leave them out" } else { "" }
        ));
    }
    if options.coverage && outcome.shares.is_empty() {
        session.notes.push(
            "not computed: the shares of coverage; mend the files that cannot be read".into(),
        );
    }
    let failed = errors > 0 || (options.strict && warnings > 0);
    Ok(if failed { Exit::Fault } else { Exit::Done })
}

/// Prints the problems, a line each, and the tables of shares that have rows, an empty line between them.
fn print(outcome: &Outcome, look: Look) -> Result<()> {
    let failed = |error: io::Error| Error::write("standard output", &error);
    let look = Look { null: look.null.or(Some("–".into())), ..look };
    let mut out = Destination::open(None)?;
    for problem in &outcome.problems {
        writeln!(out, "{problem}").map_err(failed)?;
    }
    let mut first = outcome.problems.is_empty();
    for rows in outcome.shares.iter().filter(|rows| !rows.values.is_empty()) {
        if !std::mem::take(&mut first) {
            writeln!(out).map_err(failed)?;
        }
        let mut sink = sink(Format::Table, &look, &mut out);
        sink.columns(&rows.columns.iter().map(String::as_str).collect::<Vec<_>>())
            .map_err(failed)?;
        for row in &rows.values {
            sink.row(&row.iter().map(ValueRef::from).collect::<Vec<_>>()).map_err(failed)?;
        }
        sink.finish().map_err(failed)?;
    }
    out.close()
}
