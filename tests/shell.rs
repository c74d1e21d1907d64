//! `samur shell` with lines on standard input; `tests/cases/shell.txt` shows what it prints, `tests/prompt.rs` sits at its prompt.

mod support;

use std::fs;
use std::io::{Read as _, Write as _};
use std::process::Stdio;

use support::{
    arguments, command, folder, river_database, root, samur, samur_reading, text, verbs,
};

/// Runs lines on the river chronicle.
fn river(lines: &str) -> support::Run {
    samur_reading(root(), ["--db", text(river_database()), "shell"], lines)
}

#[test]
fn help_lists_every_verb_query_and_setting() {
    let help = river(".help\n").ok().stdout;
    let catalog = arguments::catalog();
    let queries = catalog.iter().map(|query| query.name.clone());
    // What writes scripts and manuals belongs to another shell, and this is the shell.
    let outside = ["shell", "completions", "man", "help"];
    let verbs = verbs().into_iter().filter(|verb| !outside.contains(&verb.as_str()));
    let settings = ["format", "limit", "width", "output", "timeout", "quit"].map(str::to_owned);
    for name in queries.chain(verbs).chain(settings) {
        let lines = help.lines().filter(|line| line.split(' ').nth(2) == Some(&format!(".{name}")));
        assert_eq!(lines.count(), 1, "{name}\n{help}");
    }
}

#[test]
fn a_line_answers_as_the_command_line_does() {
    let db = text(river_database());
    for (line, arguments) in [
        (".timeline --from 2031-05", vec!["query", "timeline", "--from", "2031-05"]),
        (".query actor 'Õie Tamm'", vec!["query", "actor", "Õie Tamm"]),
        (".show bridge-fall -F json", vec!["show", "bridge-fall", "-F", "json"]),
        (".tables", vec!["schema"]),
        (".search '\"the bridge\"'", vec!["search", "\"the bridge\""]),
        ("SELECT *\nFROM topic;", vec!["sql", "SELECT * FROM topic"]),
        (".help timeline", vec!["query", "timeline", "--help"]),
        (".help sql", vec!["sql", "--help"]),
        (".help .read", vec!["sql", "--help"]),
    ] {
        let line = river(&format!("{line}\n")).ok();
        assert_eq!(line, samur(["--db", db].into_iter().chain(arguments)).ok());
    }
}

#[test]
fn only_what_fails_fails() {
    for (lines, status) in [
        ("", 0),
        ("\n-- nothing\n;\n;;\n", 0),
        ("SELECT 1;\nSELEC 1;\nSELECT 1;\n", 1),
        ("SELECT 1", 0),
    ] {
        assert_eq!(river(lines).status, status, "{lines}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let mut child = command();
    let child = child.args(["--db", text(river_database()), "shell"]);
    let child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().expect("the program starts");
    drop(child.stdout.take());
    let mut lines = child.stdin.take().expect("a pipe");
    // The pipe to the shell closes too once it has ended.
    while lines.write_all(b"SELECT 1;\n").is_ok() {}
    let mut stderr = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut stderr).expect("text");
    assert_eq!((child.wait().expect("an end").code(), stderr.as_str()), (Some(0), ""));
}

#[test]
fn output_takes_the_next_result_and_no_other() {
    let folder = folder();
    let run = |lines: &str| {
        let arguments = ["--db", text(river_database()), "-F", "csv", "shell"];
        samur_reading(folder.path(), arguments, lines)
    };
    // Lines without a result, or with a place of their own for it, leave it to the next.
    for line in [
        ".timeline --show-sql",
        ".query --spec",
        ".timeline --help",
        ".init seed",
        ".build -o copy.db",
        ".sources -o sources.csv",
        ".timelin",
    ] {
        let run = run(&format!(".output a.csv\n{line}\n.output\nSELECT 1 AS a;\nSELECT 2 AS b;\n"));
        let (stdout, stderr) = (run.stdout, run.stderr);
        assert!(stdout.ends_with("output: a.csv\nb\n2\n"), "{line}\n{stdout}\n{stderr}");
        assert!(stderr.ends_with("note: written to a.csv\n"), "{line}\n{stderr}");
        let written = fs::read_to_string(folder.path().join("a.csv")).expect("a result");
        assert_eq!(written, "a\n1\n", "{line}");
        fs::remove_file(folder.path().join("a.csv")).expect("a file");
    }
    // What fails has had its turn.
    for (file, line) in
        [("seed", "SELECT 1;"), ("nowhere/a.csv", ".sources"), ("a.csv", "SELEC 1;")]
    {
        let run = run(&format!(".output {file}\n{line}\nSELECT 2 AS b;\n"));
        assert_eq!((run.status, run.stdout.as_str()), (1, "b\n2\n"), "{}", run.stderr);
        let note = format!("note: nothing is written to {file}\nerror: ");
        assert!(run.stderr.starts_with(&note), "{}", run.stderr);
    }
}

#[test]
fn what_the_shell_does_itself_has_help_and_takes_nothing() {
    let lines = |line: &str| river(&format!("{line}\n"));
    for line in [".help quit", ".help exit", ".help .help"] {
        assert!(lines(line).ok().stdout.contains("  .quit "), "{line}");
    }
    assert!(lines(".help mode").ok().stdout.contains("  .format "));
    for line in [".quit", "quit", "exit", ".exit "] {
        let run = lines(&format!("{line}\nSELECT 1;"));
        assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), ("", "", 0), "{line}");
    }
    for line in [".quit now", ".exit 1"] {
        assert_eq!(lines(line).stderr, "error: .quit stands alone\n", "{line}");
    }
}

#[test]
fn a_line_that_is_no_text_ends_none_of_the_rest() {
    let folder = folder();
    let lines = folder.path().join("lines.sql");
    fs::write(&lines, b"SELECT 1,\n'caf\xe9';\n.mode csv\nSELECT 2;\n").expect("a file");
    let lines = fs::File::open(lines).expect("a file");
    let mut shell = command();
    let run = shell.args(["--db", text(river_database()), "shell"]).stdin(lines).output();
    let run = run.expect("the program runs");
    assert_eq!(run.stdout, b"2\n2\n");
    assert_eq!(String::from_utf8_lossy(&run.stderr), "error: ''caf\u{fffd}';' is not UTF-8\n");
    assert_eq!(run.status.code(), Some(1));
}

#[test]
#[cfg(unix)]
fn ctrl_c_ends_it_amid_a_statement_that_never_ends() {
    let mut child = command();
    let child = child.args(["--db", text(river_database()), "-F", "csv", "shell"]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut lines = child.stdin.take().expect("a pipe");
    lines.write_all(b"SELECT 1 AS a;\nVALUES (1)\n").expect("it reads");
    // What it prints tells that it listens for Ctrl-C.
    child.stdout.as_mut().expect("a pipe").read_exact(&mut [0; 4]).expect("a result");
    let pid = child.id().to_string();
    let sent =
        std::process::Command::new("kill").args(["-s", "INT", &pid]).status().expect("a signal");
    assert!(sent.success());
    while lines.write_all(b", (1)\n").is_ok() {}
    assert_eq!(child.wait().expect("an end").code(), Some(130));
}
