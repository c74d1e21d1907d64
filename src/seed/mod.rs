//! From `seed/*.csv` to a database.
//!
//! The rows are first staged in a scratch database that has the tables of `schema.sql` but none of its constraints, so
//! that every fault of every file can be told in one run: each constraint is then asked as a query, the derivations
//! fill what the loader owes, and the checks look at the meaning. Only what passed is copied into a fresh database
//! made by `schema.sql` itself, constraints in force.

mod account;
mod derive;
mod finish;
mod functions;
mod read;
mod rules;
mod scan;
mod stage;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use crate::error::{Error, Result};
use crate::problem::{Level, Problem};
use crate::schema::Schema;

pub use account::Rows;
pub use finish::is_samur_file;
pub use functions::register_texts;

/// SQL files by name (the file stem), in byte order.
pub type Files = &'static [(&'static str, &'static str)];

/// What the program declares in SQL and the loader interprets.
#[derive(Debug, Clone, Copy)]
pub struct Definitions {
    /// The text of `schema.sql`.
    pub schema: &'static str,
    /// `derive/*.sql`.
    pub derivations: Files,
    /// `checks/*.sql`.
    pub checks: Files,
    /// `queries/*.sql`.
    pub queries: Files,
}

/// How far the checks go, and who watches.
#[derive(Default)]
pub struct Options<'a> {
    /// The folder of documents; without it the rules that need them are not run, and the outcome says how many.
    pub sources: Option<&'a Path>,
    /// Whether the rules that account for every sentence run.
    pub coverage: bool,
    /// Called now and then with the rows read so far, the bytes read so far and the bytes in all.
    pub progress: Option<&'a dyn Fn(u64, u64, u64)>,
    /// Set from outside to end the work, which then leaves no file behind.
    pub stop: Arc<AtomicBool>,
}

/// What came of reading a seed.
#[derive(Debug)]
pub struct Outcome {
    /// All faults, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// Rows read, by table, in the order of the schema.
    pub rows: Vec<(String, u64)>,
    /// Rules run.
    pub rules: usize,
    /// Rules not run for want of the documents' texts.
    pub without_sources: usize,
    /// Rules not run because coverage was not asked for.
    pub without_coverage: usize,
    /// Sources whose documents could not be read, so that no rule could look into them.
    pub unreadable: Vec<String>,
    /// How much of the documents is accounted for: by source, then by reason; empty where coverage could not be judged or
    /// was not asked for.
    pub shares: Vec<Rows>,
}

impl Outcome {
    /// Whether the seed does not build; warnings alone do not stop it.
    pub fn is_faulty(&self) -> bool {
        self.problems.iter().any(|problem| problem.level == Level::Error)
    }

    /// All rows read.
    pub fn total(&self) -> u64 {
        self.rows.iter().map(|(_, n)| n).sum()
    }
}

/// A seed that has been read and checked, ready to become a database.
pub struct Staged {
    schema: Schema,
    connection: Connection,
    /// The scratch file; it is removed when this is dropped.
    scratch: tempfile::TempPath,
    outcome: Outcome,
    stop: Arc<AtomicBool>,
}

impl Staged {
    /// What was found.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Writes the database to `target`: beside it, synced, then renamed into place.
    pub fn write(self, target: &Path) -> Result<Outcome> {
        drop(self.connection);
        finish::write(&self.schema, &self.scratch, target, &self.stop)?;
        Ok(self.outcome)
    }
}

/// A folder of seed files.
struct Folder {
    dir: PathBuf,
}

impl Folder {
    fn file(&self, table: &str) -> PathBuf {
        self.dir.join(format!("{table}.csv"))
    }

    /// The path as messages name it.
    fn label(&self, table: &str) -> String {
        self.file(table).display().to_string()
    }
}

/// Lets the flag end any statement of a connection.
fn heed(connection: &mut Connection, stop: &Arc<AtomicBool>) -> Result<()> {
    let stop = Arc::clone(stop);
    connection.progress_handler(100_000, Some(move || stop.load(Ordering::Relaxed)))?;
    Ok(())
}

/// Reads and checks the seed in `dir`; scratch space is taken in the folder `scratch`.
///
/// # Errors
/// Only what keeps the loader from working at all; faults of the seed are in the outcome.
pub fn stage(
    definitions: &Definitions,
    dir: &Path,
    scratch: &Path,
    options: &Options,
) -> Result<Staged> {
    if !dir.is_dir() {
        return Err(Error::usage(format!(
            "--seed: no folder '{}'\n  it takes a folder with one CSV a table; `samur init DIR` makes an empty one",
            dir.display()
        )));
    }
    let schema = Schema::parse(definitions.schema).map_err(Error::fault)?;
    let scratch = tempfile::Builder::new()
        .prefix(".samur-")
        .suffix(".tmp")
        .tempfile_in(scratch)
        .map_err(|error| Error::write(&format!("in {}", scratch.display()), &error))?
        .into_temp_path();
    let mut connection = stage::open(&schema, &scratch)?;
    heed(&mut connection, &options.stop)?;
    functions::register(&connection)?;

    let folder = Folder { dir: dir.to_owned() };
    let mut found = stage::Findings::default();
    let scan = scan::folder(&schema, &folder, &mut found)?;
    let rows = read::folder(&schema, &folder, &connection, &scan, options, &mut found)?;
    stage::index(&schema, &connection)?;
    stage::constraints(&schema, &connection, &scan, &mut found)?;
    derive::run(&schema, definitions, &connection, &mut found)?;

    let texts =
        options.sources.map(|dir| rules::read_texts(&connection, dir)).transpose()?.map(Arc::new);
    let ran =
        rules::run(definitions, &connection, texts.as_ref(), options.coverage, &scan, &mut found)?;
    derive::about(&schema, definitions, &connection, &scan.sha256)?;

    let problems = found.into_problems(&folder)?;
    let outcome = Outcome {
        problems,
        rows,
        rules: ran.run,
        without_sources: ran.without_sources,
        without_coverage: ran.without_coverage,
        unreadable: texts
            .map(|texts| texts.unreadable().map(str::to_owned).collect())
            .unwrap_or_default(),
        shares: ran.shares,
    };
    Ok(Staged { schema, connection, scratch, outcome, stop: Arc::clone(&options.stop) })
}
