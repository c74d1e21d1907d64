//! `samur schema`: the data dictionary, read from the database itself.

use clap::Args;
use rusqlite::types::Value;

use super::Session;
use crate::error::{Error, Exit, Result};
use crate::text;

/// Show the data dictionary
#[derive(Debug, Args)]
pub struct Options {
    /// Table or view; without it all are listed
    #[arg(value_name = "TABLE|VIEW")]
    name: Option<String>,
}

/// Lists tables and views, or the columns of one.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    let database = session.database()?;
    let Some(name) = &options.name else {
        let sql = "SELECT table_name AS name, type, description FROM dictionary WHERE column_name IS NULL ORDER BY rowid";
        return session.print(&database, sql, &[]);
    };
    let names = database.texts("SELECT table_name FROM dictionary WHERE column_name IS NULL")?;
    if !names.contains(name) {
        let hint = text::near_hint(name, names.iter().map(String::as_str));
        return Err(Error::usage(format!(
            "no table or view '{name}'{hint}\n  `samur schema` lists all"
        )));
    }
    let sql = "SELECT column_name AS \"column\", type, unit, description FROM dictionary
               WHERE table_name = :name AND column_name IS NOT NULL ORDER BY rowid";
    session.print(&database, sql, &[("name".into(), Value::Text(name.clone()))])
}
