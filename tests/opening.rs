//! Databases that are not there or not ours, on the way in and on the way out: an error, and nothing is touched.

mod files;
mod support;

use std::fs;

use files::names;
use support::{command, folder, river_copy, river_database, samur_in};

#[test]
fn a_missing_database_is_an_error_and_nothing_is_created() {
    let folder = folder();
    for args in [
        &["--db", "missing.db", "sql", "SELECT 1"] as &[&str],
        &["sql", "SELECT 1", "--db", "missing.db"],
        &["--db", "missing.db", "query", "timeline"],
        &["--db", "missing.db", "schema"],
        &["--db", "missing.db", "search", "bridge"],
        &["--db", "missing.db", "show", "bridge"],
        &["--db", "missing.db", "export", "-o", "out"],
    ] {
        let run = samur_in(folder.path(), args);
        assert_eq!((run.status, run.stdout.as_str()), (3, ""), "{args:?}\n{}", run.stderr);
        assert!(
            run.stderr.starts_with("error: no file 'missing.db'\n"),
            "{args:?}\n{}",
            run.stderr
        );
        assert_eq!(names(folder.path()), [""; 0], "{args:?}");
    }
    let mut command = command();
    command.env("SAMUR_DB", "missing.db").current_dir(folder.path());
    let output = command.args(["sql", "SELECT 1"]).output().unwrap();
    assert_eq!(output.status.code(), Some(3), "SAMUR_DB");
}

#[test]
fn a_file_that_is_no_database_of_ours_is_refused() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let river = fs::read(river_database()).unwrap();
    fs::write(at("empty.db"), "").unwrap();
    fs::write(at("text.db"), "Not a database.\n".repeat(100)).unwrap();
    let stranger = rusqlite::Connection::open(at("stranger.db")).unwrap();
    stranger.execute_batch("CREATE TABLE event (id TEXT)").unwrap();
    stranger.close().unwrap();
    fs::write(at("head.db"), &river[..100]).unwrap();
    fs::create_dir(at("folder.db")).unwrap();
    let before = names(folder.path());
    for name in ["empty.db", "text.db", "stranger.db", "head.db", "folder.db"] {
        let run = samur_in(folder.path(), ["--db", name, "sql", "SELECT 1"]);
        assert_eq!((run.status, run.stdout.as_str()), (3, ""), "{name}\n{}", run.stderr);
        assert!(run.stderr.starts_with("error: ") && run.stderr.contains(name), "{}", run.stderr);
    }
    assert_eq!(names(folder.path()), before);
}

#[test]
fn a_database_of_another_schema_answers_with_a_note() {
    let folder = folder();
    let file = folder.path().join("later.db");
    fs::copy(river_database(), &file).unwrap();
    rusqlite::Connection::open(&file).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let run =
        samur_in(folder.path(), ["--db", "later.db", "sql", "SELECT 1 AS n", "--format", "csv"])
            .ok();
    assert_eq!(run.stdout, "n\n1\n");
    assert!(
        run.stderr.starts_with("note: 'later.db' has schema version 99, this program has 1"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_build_leaves_foreign_files_alone() {
    let river = river_copy();
    let letter = river.path().join("letter.db");
    fs::write(&letter, "Dear reader,\n").unwrap();
    let build = |more: &[&str]| {
        samur_in(river.path(), [&["build", "--seed", "seed", "-o", "letter.db"], more].concat())
    };
    let run = build(&[]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.stderr,
        "error: 'letter.db' exists and is not a database that samur built\n  --force overwrites it\n"
    );
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear reader,\n");
    build(&["--force"]).ok();
    assert_eq!(fs::read(&letter).unwrap(), fs::read(river_database()).unwrap());
    build(&[]).ok();
    assert_eq!(names(river.path()), ["documents", "letter.db", "seed"]);
}

#[test]
fn a_build_takes_a_file_not_a_folder() {
    let river = river_copy();
    let run = samur_in(river.path(), ["build", "--seed", "seed", "-o", "documents", "--force"]);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (2, "error: 'documents' is a folder; -o takes the file to write\n")
    );
}

#[test]
fn a_faulty_seed_leaves_the_last_build_in_place() {
    let river = river_copy();
    let file = river.path().join("river.db");
    samur_in(river.path(), ["build", "--seed", "seed", "-o", "river.db"]).ok();
    let before = fs::read(&file).unwrap();
    fs::write(river.path().join("seed/event.csv"), "id\n").unwrap();
    let run = samur_in(river.path(), ["build", "--seed", "seed", "-o", "river.db"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("nothing was written"), "{}", run.stderr);
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(names(river.path()), ["documents", "river.db", "seed"]);
}
