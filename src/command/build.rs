//! `samur build`: write the database file.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Session;
use crate::database;
use crate::error::{Error, Exit, Result};
use crate::file;
use crate::output::write_file;
use crate::package;
use crate::seed::{self, Outcome};
use crate::text::count;

/// Write a database file, from the built-in chronicle or from a seed
#[derive(Debug, Args)]
pub struct Options {
    /// Build from this folder of CSV files instead of the built-in chronicle
    #[arg(long, value_name = "DIR")]
    seed: Option<PathBuf>,
    /// Overwrite a file that is not a database of samur
    #[arg(long)]
    force: bool,
}

/// Builds to the file that `--output` names.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    let Some(target) = session.output() else {
        return Err(Error::usage("build needs -o FILE\n  samur build -o samur.db"));
    };
    let shown = target.display().to_string();
    let schema = database::schema()?;
    if target.exists() && !target.is_file() {
        let what = if target.is_dir() { "a folder" } else { "a device or a pipe" };
        return Err(Error::usage(format!("'{shown}' is {what}; -o takes the file to write")));
    }
    // What a link points to is replaced, not the link.
    let target = target.canonicalize().unwrap_or(target);
    if target.exists() && !options.force && !seed::is_samur_file(&target, schema.application_id) {
        return Err(Error::usage(format!(
            "'{shown}' exists and is not a database that samur built\n  --force overwrites it"
        )));
    }
    match &options.seed {
        None => built_in(&target)?,
        Some(dir) => from_seed(dir, &target, session).map_err(database::or_interrupted)?,
    }
    session.notes.push(format!("wrote {shown}"));
    Ok(Exit::Done)
}

fn built_in(target: &Path) -> Result<()> {
    let Some(image) = package::CHRONICLE else {
        // The same message as for a query.
        return database::open(None, None, &mut Vec::new()).map(|_| ());
    };
    write_file(target, image)
}

fn from_seed(dir: &Path, target: &Path, session: &mut Session) -> Result<()> {
    let folder = file::folder(target);
    // The scratch file goes there too; its error would name the folder alone.
    std::fs::metadata(folder)
        .map_err(|error| Error::write(&target.display().to_string(), &error))?;
    let bar = Bar::new();
    let tell = |rows, at, of| bar.tell(rows, at, of);
    let stop = database::on_interrupt();
    let options = seed::Options { progress: Some(&tell), stop, ..seed::Options::default() };
    let staged = seed::stage(&package::DEFINITIONS, dir, folder, &options)?;
    bar.clear();
    if staged.outcome().is_faulty() {
        let faults = staged
            .outcome()
            .problems
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n  ");
        let n = count(staged.outcome().problems.len() as u64, "problem");
        return Err(Error::fault(format!("the seed has {n}; nothing was written\n  {faults}")));
    }
    let outcome: Outcome = staged.write(target)?;
    session.notes.extend(outcome.problems.iter().map(ToString::to_string));
    session.notes.push(format!(
        "{} in {}",
        count(outcome.total(), "row"),
        count(outcome.rows.len() as u64, "table")
    ));
    Ok(())
}

/// A bar on standard error, shown only when the work lasts longer than half a second and somebody sees it.
struct Bar {
    started: Instant,
    bar: ProgressBar,
}

impl Bar {
    fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let template = "{bar:30} {percent:>3} %  {msg}, {eta} left";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { started: Instant::now(), bar }
    }

    fn tell(&self, rows: u64, at: u64, of: u64) {
        let spent = self.started.elapsed();
        if spent < Duration::from_millis(500) {
            return;
        }
        if self.bar.is_hidden() && self.bar.length().is_none() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_length(of);
        self.bar.set_position(at);
        self.bar
            .set_message(format!("{rows} rows, {:.0} rows/s", rows as f64 / spent.as_secs_f64()));
    }

    fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
