//! Queries of one's own: what their heads may not say, and what a folder that cannot be read stops.

mod support;

use std::fs;

use support::{Run, command, folder, samur_in, text};

/// Runs `query x` from a folder that holds this file alone as `x.sql`.
fn own(text: &str, arguments: &[&str]) -> Run {
    let dir = folder();
    fs::create_dir(dir.path().join("own")).expect("a folder");
    fs::write(dir.path().join("own/x.sql"), text).expect("a file");
    samur_in(dir.path(), ["--queries", "own", "query", "x"].iter().chain(arguments))
}

/// A file with these parameters, lines of its head and statement.
fn file(declared: &str, head: &str, sql: &str) -> String {
    format!(
        "-- name: x({declared})\n-- title: X\n-- What it answers.\n{head}-- example: x\n{sql}\n"
    )
}

#[test]
fn an_option_of_the_program_is_no_parameter() {
    for option in
        ["limit", "width", "output", "db", "no_header", "null", "show_sql", "help", "limit_date"]
    {
        for kind in ["text", "text?"] {
            let head = format!("-- param: {option} {kind} - something\n");
            let run = own(&file(option, &head, &format!("SELECT :{option} AS a")), &["3"]);
            let typed = option.trim_end_matches("_date").replace('_', "-");
            let said = format!(
                "the parameter {option} would be typed --{typed}, an option of samur itself"
            );
            assert_eq!(run.status, 1, "{option}: {}", run.stderr);
            assert!(run.stderr.contains(&said), "{option}: {}", run.stderr);
        }
    }
}

#[test]
fn a_statement_that_ends_in_a_comment_runs_though_it_has_no_rows() {
    let head = "-- param: n integer? - how many\n";
    for end in ["-- none of them", "; -- none of them", ";"] {
        let run =
            own(&file("n", head, &format!("SELECT 1 AS a WHERE :n IS NULL {end}")), &["--n", "2"]);
        assert_eq!(
            (run.status, run.stderr.as_str()),
            (0, "note: no rows; 1 without --n\n"),
            "{end}"
        );
    }
}

#[test]
fn a_statement_is_held_to_its_head() {
    let n = "-- param: n integer? - how many\n";
    for (declared, head, sql, said) in [
        ("", "", "SELECT :m AS a", "its statement has the parameter :m, its head does not"),
        ("", "", "SELECT ?1 AS a", "its statement has the parameter ?1, its head does not"),
        ("n", n, "SELECT 1 AS a", "its head has the parameter :n, its statement does not"),
        (
            "",
            "-- bars: b\n",
            "SELECT 1 AS a",
            "its head names the column b, its statement has none\n  columns: a",
        ),
        ("", "-- if-room: a+b\n", "SELECT 1 AS a", "its head names the column b"),
        ("", "-- under: a b\n", "SELECT 1 AS a", "its head names the column b"),
        ("", "-- id: column kind\n", "SELECT 1 AS id", "its head names the column kind"),
        ("", "-- id: event\n", "SELECT 1 AS a", "its head names the column id"),
        ("", "", "", "it holds no statement that gives rows"),
        ("", "", "/* nothing */;", "it holds no statement that gives rows"),
        ("", "", "SELECT a", "no such column: a"),
    ] {
        let text = file(declared, head, sql);
        let run = own(&text, &[]);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{text}{}", run.stderr);
        assert!(run.stderr.starts_with(&format!("error: query x: {said}")), "{text}{}", run.stderr);
        let run = own(&text, &["--show-sql"]);
        assert_eq!(run.status, 0, "to show it, nothing runs: {}", run.stderr);
    }
}

#[test]
fn export_holds_a_query_to_its_head_too() {
    let dir = folder();
    fs::write(dir.path().join("x.sql"), file("", "", "SELECT :m AS a")).expect("a file");
    let run = samur_in(dir.path(), ["--queries", ".", "export", "x", "-o", "out"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("query x: its statement has the parameter :m"), "{}", run.stderr);
}

#[test]
fn a_folder_named_by_the_environment_stops_only_what_needs_it() {
    let dir = folder();
    let run = |arguments: &[&str]| {
        let mut command = command();
        command.current_dir(dir.path()).env("SAMUR_QUERIES", "nowhere").args(arguments);
        Run::reading(&mut command, None)
    };
    let said = "SAMUR_QUERIES: cannot read nowhere: ";
    for arguments in [["sql", "SELECT 1 AS a"].as_slice(), &["-F", "csv", "sql", "SELECT 1 AS a"]] {
        let run = run(arguments).ok();
        assert!(run.stderr.starts_with(&format!("note: {said}")), "{}", run.stderr);
    }
    for arguments in
        [["query"].as_slice(), &["query", "sources"], &["export", "event", "-o", text(dir.path())]]
    {
        let run = run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.starts_with(&format!("error: {said}")), "{}", run.stderr);
    }
    let run = run(&["--queries", "nothing", "sql", "SELECT 1"]);
    assert_eq!(run.status, 2, "a folder that was typed is meant");
    assert!(run.stderr.starts_with("error: --queries: cannot read nothing: "), "{}", run.stderr);
}
