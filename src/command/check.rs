//! `samur check`: all faults of a seed.

use std::path::PathBuf;

use clap::Args;

use super::{Session, print_text};
use crate::database;
use crate::error::{Error, Exit, Result};
use crate::package;
use crate::problem::Level;
use crate::seed;
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
    let mut report: Vec<String> = outcome.problems.iter().map(ToString::to_string).collect();
    report.push(String::new());
    print_text(&report.join("\n"))?;

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
    let failed = errors > 0 || (options.strict && warnings > 0);
    Ok(if failed { Exit::Fault } else { Exit::Done })
}
