//! `samur init`: an empty seed folder.

use std::path::PathBuf;

use clap::Args;

use super::Session;
use crate::database;
use crate::error::{Error, Exit, Result};
use crate::output::write_file;

/// Make an empty seed folder for another chronicle
#[derive(Debug, Args)]
pub struct Options {
    /// The folder; it is made where it is not there
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

/// Writes one CSV a table, with its header row.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    let dir = &options.dir;
    let schema = database::schema()?;
    std::fs::create_dir_all(dir)
        .map_err(|error| Error::write(&dir.display().to_string(), &error))?;
    let taken: Vec<String> = schema
        .seed_tables()
        .map(|table| dir.join(format!("{}.csv", table.name)))
        .filter(|path| path.exists())
        .map(|path| path.display().to_string())
        .collect();
    if let Some(first) = taken.first() {
        return Err(Error::usage(format!(
            "{first} exists; init writes into a folder without a seed"
        )));
    }
    for table in schema.seed_tables() {
        let columns: Vec<&str> =
            table.columns.iter().filter(|c| !c.derived).map(|c| c.name.as_str()).collect();
        write_file(
            &dir.join(format!("{}.csv", table.name)),
            format!("{}\n", columns.join(",")).as_bytes(),
        )?;
    }
    session.notes.push(format!(
        "{} in {}; `samur schema` says what belongs where, `samur check --seed {1}` what is wrong",
        crate::text::count(schema.seed_tables().count() as u64, "empty table"),
        dir.display()
    ));
    Ok(Exit::Done)
}
