//! Makes what the program carries: the lists of its SQL files, and the built-in chronicle, built from `seed/` by the
//! loader itself.
//!
//! A faulty seed must not stop the compilation of the tool that mends it: its faults are printed as warnings and kept
//! in the program, which then carries no chronicle.

// The loader's modules are shared with the program; what only the program uses of them is unused here.
#![allow(
    dead_code,
    unused_imports,
    missing_docs,
    reason = "modules of the crate, compiled a second time"
)]

#[path = "src/catalog.rs"]
mod catalog;
#[path = "src/date.rs"]
mod date;
#[path = "src/error.rs"]
mod error;
#[path = "src/file.rs"]
mod file;
#[path = "src/layout.rs"]
mod layout;
#[path = "src/problem.rs"]
mod problem;
#[path = "src/schema.rs"]
mod schema;
#[path = "src/seed/mod.rs"]
mod seed;
#[path = "src/source.rs"]
mod source;
#[path = "src/text.rs"]
mod text;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    for path in ["build.rs", "schema.sql", "seed", "src"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut generated = String::new();
    let mut list = |constant: &str, folder: &str| -> seed::Files {
        let files = sql_files(&root.join("src").join(folder));
        let _ = writeln!(
            generated,
            "/// `{folder}/*.sql`, by file stem.\npub const {constant}: crate::seed::Files = &["
        );
        for (name, path) in &files {
            let _ = writeln!(
                generated,
                "    ({name:?}, include_str!({:?})),",
                path.display().to_string()
            );
        }
        generated.push_str("];\n");
        let read = |(name, path): &(String, PathBuf)| (leak(name.clone()), leak(read(path)));
        Box::leak(files.iter().map(read).collect::<Vec<_>>().into_boxed_slice())
    };
    let definitions = seed::Definitions {
        schema: leak(read(&root.join("schema.sql"))),
        derivations: list("DERIVATIONS", "derive"),
        checks: list("CHECKS", "checks"),
        queries: list("QUERIES", "queries"),
    };
    list("PAGES", "pages");

    let columns = columns(&definitions);
    let image = out.join("chronicle.db");
    let faults = chronicle(&definitions, &root, &image);
    for fault in &faults {
        println!("cargo::warning={}", fault.replace('\n', " "));
    }
    let about = if image.is_file() { format!("Some({:?})", about(&image)) } else { "None".into() };
    let carried = if image.is_file() {
        format!("Some(include_bytes!({:?}))", image.display().to_string())
    } else {
        "None".into()
    };
    let _ = write!(
        generated,
        "/// The built-in chronicle, unless its seed is faulty.\npub const CHRONICLE: Option<&[u8]> = {carried};\n\
         /// What is wrong with its seed.\npub const FAULTS: &[&str] = &{faults:?};\n\
         /// Title, version and content hash of the chronicle.\npub const ABOUT: Option<(&str, &str, &str)> = {about};\n\
         /// The columns of each canned query.\npub const COLUMNS: &[(&str, &[&str])] = &{columns:?};\n"
    );
    std::fs::write(out.join("package.rs"), generated).expect("OUT_DIR can be written");
}

/// Builds the chronicle; gives what is wrong with its seed.
fn chronicle(definitions: &seed::Definitions, root: &Path, image: &Path) -> Vec<String> {
    let _ = std::fs::remove_file(image);
    let scratch = image.parent().expect("OUT_DIR has a path");
    // Messages name files as somebody in the project's folder types them.
    let relative = |text: String| {
        text.replace(&format!("{}{}", root.display(), std::path::MAIN_SEPARATOR), "")
    };
    match seed::stage(definitions, &root.join("seed"), scratch, &seed::Options::default()) {
        Err(error) => vec![relative(error.message)],
        Ok(staged) => {
            let mut faults: Vec<String> = staged
                .outcome()
                .problems
                .iter()
                .map(|problem| relative(problem.to_string()))
                .collect();
            if !staged.outcome().is_faulty() {
                faults.extend(staged.write(image).err().map(|error| error.message));
            }
            faults
        }
    }
}

/// The columns of each canned query, as SQLite names them.
fn columns(definitions: &seed::Definitions) -> Vec<(String, Columns)> {
    let connection = rusqlite::Connection::open_in_memory().expect("SQLite opens memory");
    connection
        .execute_batch(definitions.schema)
        .unwrap_or_else(|error| panic!("schema.sql: {error}"));
    let names = |name: &str, sql: &str| {
        let statement =
            connection.prepare(sql).unwrap_or_else(|error| panic!("query {name}: {error}"));
        Columns(statement.column_names().map(str::to_owned).collect())
    };
    definitions.queries.iter().map(|(name, sql)| ((*name).to_owned(), names(name, sql))).collect()
}

/// Names that are written into source text as a reference to a slice.
struct Columns(Vec<String>);

impl std::fmt::Debug for Columns {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "&{:?}", self.0)
    }
}

/// Title, version and content hash, as the image itself gives them.
fn about(image: &Path) -> (String, String, String) {
    let connection = rusqlite::Connection::open(image).expect("the image was just written");
    let meta = |key: &str| {
        let value =
            connection.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0));
        value.unwrap_or_else(|_| format!("no {key}"))
    };
    (meta("title"), meta("version"), meta("content_sha256"))
}

fn sql_files(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut files: Vec<(String, PathBuf)> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "sql"))
        .filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}
