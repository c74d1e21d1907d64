//! samur only reads: what would change a file or the session is refused in words, and no query runs without end.

#![expect(clippy::unwrap_used, reason = "a file or process that cannot be had ends the test")]

mod files;
mod support;

use std::fs;
use std::process::Stdio;

use files::names;
use support::{Run, command, folder, river_database, samur, samur_in};

/// A query without an end.
const ENDLESS: &str =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";

/// Runs SQL on a copy of the river chronicle in a folder that holds nothing else, and asserts that both stay as they were.
#[track_caller]
fn sql_that_changes_nothing(sql: &str) -> Run {
    let folder = folder();
    let file = folder.path().join("river.db");
    fs::copy(river_database(), &file).unwrap();
    let run = samur_in(folder.path(), ["--db", "river.db", "sql", sql]);
    assert_eq!(
        fs::read(&file).unwrap(),
        fs::read(river_database()).unwrap(),
        "{sql} changed the file"
    );
    assert_eq!(names(folder.path()), ["river.db"], "{sql} left something behind");
    run
}

const REFUSED: [(&str, &str); 38] = [
    ("DELETE FROM event", "DELETE from event"),
    ("INSERT INTO topic VALUES ('a', 'b')", "INSERT into topic"),
    ("REPLACE INTO topic VALUES ('a', 'b')", "INSERT into topic"),
    ("WITH t AS (SELECT 'a' AS a) INSERT INTO topic SELECT a, a FROM t", "INSERT into topic"),
    ("UPDATE event SET title = 'changed'", "UPDATE of event"),
    ("INSERT INTO search (search) VALUES ('rebuild')", "INSERT into search"),
    ("ATTACH 'other.db' AS other", "ATTACH"),
    ("ATTACH ':memory:' AS other", "ATTACH"),
    ("DETACH main", "DETACH"),
    ("VACUUM", "VACUUM"),
    ("VACUUM INTO 'other.db'", "VACUUM"),
    ("CREATE TABLE t (a)", "INSERT into sqlite_master"),
    ("CREATE TABLE t AS SELECT 1", "INSERT into sqlite_master"),
    ("CREATE TEMP TABLE t (a)", "INSERT into sqlite_temp_master"),
    ("CREATE TEMP VIEW v AS SELECT 1", "INSERT into sqlite_temp_master"),
    ("CREATE VIEW v AS SELECT 1", "INSERT into sqlite_master"),
    ("CREATE INDEX i ON event (title)", "INSERT into sqlite_master"),
    ("CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END", "CREATE TRIGGER"),
    ("CREATE VIRTUAL TABLE t USING fts5 (a)", "INSERT into sqlite_master"),
    ("DROP TABLE event", "DELETE from sqlite_master"),
    ("DROP VIEW events", "DELETE from sqlite_master"),
    ("ALTER TABLE event RENAME TO happening", "ALTER TABLE"),
    ("ALTER TABLE event ADD COLUMN a", "ALTER TABLE"),
    ("REINDEX", "REINDEX"),
    ("ANALYZE", "ANALYZE"),
    ("PRAGMA writable_schema = 1", "PRAGMA writable_schema"),
    ("PRAGMA journal_mode = WAL", "PRAGMA journal_mode"),
    ("PRAGMA query_only = 0", "PRAGMA query_only"),
    ("PRAGMA user_version = 9", "PRAGMA user_version"),
    ("PRAGMA application_id = 9", "PRAGMA application_id"),
    ("PRAGMA foreign_keys = 1", "PRAGMA foreign_keys"),
    ("PRAGMA temp_store_directory = '/'", "PRAGMA temp_store_directory"),
    ("PRAGMA wal_checkpoint", "PRAGMA wal_checkpoint"),
    ("SELECT load_extension('other')", "loading an extension"),
    ("BEGIN", "a transaction"),
    ("SAVEPOINT s", "a transaction"),
    ("ROLLBACK", "a transaction"),
    ("SELECT 1; DELETE FROM event", "DELETE from event"),
];

#[test]
fn a_pattern_is_no_longer_than_anyone_writes() {
    // A match is one step of SQLite's machine, which neither the time limit nor Ctrl-C can end.
    for operator in ["LIKE", "GLOB"] {
        let sql = |n: usize| format!("SELECT 'a' {operator} printf('%.*c', {n}, 'a') AS a");
        samur(["sql", &sql(500)]).ok();
        let run = samur(["sql", &sql(501)]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        assert!(
            run.stderr.starts_with("error: LIKE or GLOB pattern too complex"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn whatever_is_not_reading_is_refused() {
    for (sql, what) in REFUSED {
        let run = sql_that_changes_nothing(sql);
        assert_eq!(run.status, 1, "{sql}\n{}{}", run.stdout, run.stderr);
        let first = run.stderr.lines().next().unwrap_or_default();
        assert!(first.starts_with("error: ") && first.contains(what), "{sql}\n{}", run.stderr);
        assert!(first.ends_with("is refused: samur only reads"), "{sql}\n{}", run.stderr);
        let shown: String = sql.trim_start_matches("SELECT 1; ").chars().take(40).collect();
        let line = format!("\n  1 | {shown}");
        assert!(run.stderr.contains(&line), "the statement alone is shown\n{}", run.stderr);
    }
}

#[test]
fn the_built_in_chronicle_is_guarded_alike() {
    if samur::package::CHRONICLE.is_none() {
        // A program whose seed was faulty carries none; tests/chronicle.rs tells.
        return;
    }
    for (sql, _) in REFUSED {
        let run = samur(["sql", sql]);
        assert_eq!(run.status, 1, "{sql}\n{}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains("is refused: samur only reads"), "{sql}\n{}", run.stderr);
    }
}

#[test]
fn a_refused_statement_does_not_open_the_way_for_the_next() {
    for opening in ["PRAGMA query_only = 0", "PRAGMA writable_schema = 1", "BEGIN"] {
        let run = sql_that_changes_nothing(&format!("{opening}; DELETE FROM event"));
        assert_eq!(run.status, 1, "{opening}");
    }
}

#[test]
fn pragmas_that_only_tell_are_allowed() {
    for (sql, expected) in [
        ("PRAGMA integrity_check", "integrity_check\nok\n"),
        ("PRAGMA quick_check", "quick_check\nok\n"),
        ("PRAGMA user_version", "user_version\n1\n"),
        ("PRAGMA application_id", "application_id\n1396788562\n"),
        ("PRAGMA encoding", "encoding\nUTF-8\n"),
        ("PRAGMA page_size", "page_size\n4096\n"),
        ("PRAGMA foreign_key_check", "table,rowid,parent,fkid\n"),
        (
            "PRAGMA table_info(topic)",
            "cid,name,type,notnull,dflt_value,pk\n0,id,TEXT,1,,1\n1,label,TEXT,1,,0\n",
        ),
        ("SELECT name FROM pragma_table_info('topic')", "name\nid\nlabel\n"),
        (
            "SELECT \"table\", \"to\" FROM pragma_foreign_key_list('event_topic') ORDER BY 1",
            "table,to\nevent,id\ntopic,id\n",
        ),
        ("SELECT name FROM pragma_index_info('event_topic_row')", "name\nevent_id\ntopic_id\n"),
    ] {
        let run =
            samur(["--db", river_database().to_str().unwrap(), "sql", "--format", "csv", sql]).ok();
        assert_eq!((run.stdout.as_str(), run.stderr.as_str()), (expected, ""), "{sql}");
    }
}

#[test]
fn reading_in_every_way_is_allowed() {
    for sql in [
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT sum(i) FROM n",
        "SELECT count(*) FROM search WHERE search MATCH 'bridge OR river'",
        "SELECT row_number() OVER (ORDER BY id) FROM event",
        "SELECT json_group_array(id) FROM event",
        "EXPLAIN QUERY PLAN SELECT * FROM events",
        "SELECT * FROM sqlite_schema",
        "VALUES (1), (2)",
    ] {
        let run = samur(["--db", river_database().to_str().unwrap(), "sql", sql]).ok();
        assert_eq!(run.stderr, "", "{sql}");
        assert!(!run.stdout.is_empty(), "{sql}");
    }
}

#[test]
fn the_time_limit_ends_a_query() {
    let counted = ENDLESS.replace("SELECT i FROM n", "SELECT count(*) FROM n");
    for sql in [ENDLESS, &counted] {
        for format in ["table", "csv", "json"] {
            let db = river_database().to_str().unwrap();
            let mut child = command();
            child.args(["--db", db, "--timeout", "0.2", "--format", format, "sql", sql]);
            let output = child.stdout(Stdio::null()).output().unwrap();
            let stderr = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(4), "{format}: {sql}\n{stderr}");
            assert_eq!(
                stderr, "error: the time limit of 0.2 s ended the query\n",
                "{format}: {sql}"
            );
        }
    }
}

#[test]
fn the_time_limit_bounds_canned_queries_and_takes_a_number() {
    for wrong in ["0", "-1", "soon", "inf", "nan"] {
        let run = samur(["sql", "SELECT 1", &format!("--timeout={wrong}")]);
        assert_eq!(run.status, 2, "{wrong}\n{}", run.stderr);
        assert!(run.stderr.contains("takes a number of seconds"), "{}", run.stderr);
    }
    samur(["--db", river_database().to_str().unwrap(), "--timeout", "60", "query", "timeline"])
        .ok();
}
