//! From the stage to the file: `schema.sql` itself with its constraints in force, rows in the order of their keys,
//! written beside the target, synced, renamed.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rusqlite::Connection;

use crate::error::{Error, Result};
use crate::file;
use crate::schema::{Kind, Schema};

/// Copies the staged rows into a new database at `target`.
pub fn write(schema: &Schema, scratch: &Path, target: &Path, stop: &Arc<AtomicBool>) -> Result<()> {
    let beside = file::beside(target)?;
    copy(schema, scratch, beside.path(), stop)?;
    file::settle(beside, target)
}

fn copy(schema: &Schema, scratch: &Path, beside: &Path, stop: &Arc<AtomicBool>) -> Result<()> {
    let mut connection = Connection::open(beside)?;
    super::heed(&mut connection, stop)?;
    connection.execute_batch(&format!(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
         PRAGMA temp_store = FILE; PRAGMA application_id = {}; PRAGMA user_version = {};",
        schema.application_id, schema.version
    ))?;
    for relation in &schema.relations {
        connection.execute_batch(&relation.sql)?;
    }
    connection.execute("ATTACH ?1 AS stage", [scratch.to_string_lossy()])?;
    connection.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
    for table in schema.tables() {
        let columns: Vec<String> =
            table.columns.iter().map(|c| format!("\"{}\"", c.name)).collect();
        let columns = columns.join(", ");
        let key = schema.keys(table).into_iter().next().unwrap_or_else(|| "rowid".into());
        connection.execute_batch(&format!(
            "INSERT INTO main.\"{0}\" ({columns}) SELECT {columns} FROM stage.\"{0}\" ORDER BY {key}",
            table.name
        ))?;
    }
    for index in &schema.indexes {
        connection.execute_batch(&index.sql)?;
    }
    for index in schema.relations.iter().filter(|r| r.kind == Kind::Virtual) {
        connection.execute_batch(&format!(
            "INSERT INTO \"{0}\" (\"{0}\") VALUES ('rebuild'); INSERT INTO \"{0}\" (\"{0}\") VALUES ('optimize');",
            index.name
        ))?;
    }
    connection.execute_batch("COMMIT; DETACH stage; VACUUM; PRAGMA journal_mode = DELETE;")?;
    connection.close().map_err(|(_, error)| Error::from(error))
}

/// Whether a file is a database that samur wrote: SQLite's magic and our application id at byte 68.
pub fn is_samur_file(path: &Path, application_id: i64) -> bool {
    let mut head = [0; 72];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    let id = u32::from_be_bytes([head[68], head[69], head[70], head[71]]);
    read.is_ok() && head.starts_with(b"SQLite format 3\0") && i64::from(id) == application_id
}
