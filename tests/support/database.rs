//! Built files opened with a stock `SQLite`, which knows none of the program's own functions.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

/// The built-in chronicle as a file; not to be changed.
pub fn chronicle() -> &'static Path {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    FILE.get_or_init(|| {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chronicle.db");
        super::samur(["build", "-o", super::text(&file)]).ok();
        file
    })
}

/// Opens a file for reading.
pub fn open(database: &Path) -> Connection {
    Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("a database")
}

/// The first column of a statement's rows.
pub fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("a statement");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<rusqlite::Result<_>>().expect("texts")
}

/// The rows of a statement; parameters without a value stay NULL.
pub fn rows(connection: &Connection, sql: &str, values: &[(String, Value)]) -> Vec<Vec<Value>> {
    let mut statement = connection.prepare(sql).expect("a statement");
    for (name, value) in values {
        let at =
            statement.parameter_index(&format!(":{name}")).expect("a name").expect("a parameter");
        statement.raw_bind_parameter(at, value).expect("a value");
    }
    let columns = statement.column_count();
    let mut found = Vec::new();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().expect("a row") {
        found.push((0..columns).map(|at| row.get(at).expect("a value")).collect());
    }
    found
}
