//! Results on their way out: a closed pipe is quiet, a full disk is an error, a file appears whole or not at all.

#![expect(clippy::unwrap_used, reason = "a file or process that cannot be had ends the test")]

mod files;
mod support;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use files::names;
use support::{command, folder, river_copy, river_database, samur_in};

/// A query without an end.
const ENDLESS: &str =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";

/// Starts a run, reads its first line, closes the pipe, and gives the exit status and what stood on standard error.
fn head(args: &[&str]) -> (String, Option<i32>, String) {
    let mut command = command();
    command.args(["--db", river_database().to_str().unwrap()]).args(args);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    (first, child.wait().unwrap().code(), stderr)
}

#[test]
fn a_closed_pipe_ends_quietly() {
    for format in ["csv", "tsv", "json", "ndjson", "markdown"] {
        // The time limit is there lest a program that does not notice runs for ever.
        let (first, status, stderr) =
            head(&["--timeout", "60", "--format", format, "sql", ENDLESS]);
        assert!(!first.is_empty(), "{format}");
        assert_eq!((status, stderr.as_str()), (Some(0), ""), "{format}");
    }
    for args in [
        &["man"] as &[&str],
        &["completions", "bash"],
        &["--help"],
        &["schema", "event"],
        &["query", "timeline"],
    ] {
        let (first, status, stderr) = head(args);
        assert!(!first.is_empty(), "{args:?}");
        assert_eq!((status, stderr.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_never_looks_like_success() {
    let river = river_copy();
    let seed = river.path().join("seed");
    fs::write(seed.join("topic.csv"), "id,label\n").unwrap();
    for args in [
        &["sql", "SELECT 1"] as &[&str],
        &["sql", "SELECT 1", "--format", "csv"],
        &["sql", "SELECT 1", "--format", "tsv"],
        &["sql", "SELECT 1", "--format", "json"],
        &["sql", "SELECT 1", "--format", "ndjson"],
        &["sql", "SELECT 1", "--format", "markdown"],
        &["query"],
        &["query", "timeline"],
        &["query", "timeline", "--show-sql"],
        &["schema"],
        &["check", "--seed", seed.to_str().unwrap()],
        &["man"],
        &["completions", "zsh"],
        &["--help"],
        &["--version"],
        &["query", "timeline", "--help"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = command();
        command.args(["--db", river_database().to_str().unwrap()]).args(args);
        let output = command.stdout(full).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(74), "{args:?}\n{stderr}");
        assert!(
            stderr.lines().any(|line| line.starts_with("error: cannot write ")),
            "{args:?}\n{stderr}"
        );
    }
}

#[test]
fn a_result_that_cannot_be_written_is_said() {
    let folder = folder();
    for args in [
        &["sql", "SELECT 1", "-o", "missing/result.csv"] as &[&str],
        &["build", "-o", "missing/river.db"],
        &["query", "-o", "missing/list.csv"],
    ] {
        let run = samur_in(folder.path(), args);
        assert_eq!(run.status, 74, "{args:?}\n{}", run.stderr);
        assert!(run.stderr.starts_with("error: cannot write "), "{}", run.stderr);
        assert!(run.stderr.contains("missing"), "the path is named\n{}", run.stderr);
    }
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_result_file_appears_whole_or_not_at_all() {
    let folder = folder();
    fs::copy(river_database(), folder.path().join("river.db")).unwrap();
    let run = samur_in(
        folder.path(),
        ["--db", "river.db", "sql", "SELECT 1; SELECT nothing", "-o", "result.csv"],
    );
    assert_eq!((run.status, names(folder.path())), (1, vec!["river.db".to_owned()]));
    fs::write(folder.path().join("result.csv"), "before\n").unwrap();
    samur_in(folder.path(), ["--db", "river.db", "sql", "DELETE FROM event", "-o", "result.csv"]);
    assert_eq!(fs::read_to_string(folder.path().join("result.csv")).unwrap(), "before\n");
    samur_in(folder.path(), ["--db", "river.db", "sql", "SELECT 1 AS n", "-o", "result.csv"]).ok();
    assert_eq!(fs::read_to_string(folder.path().join("result.csv")).unwrap(), "n\n1\n");
    assert_eq!(names(folder.path()), ["result.csv", "river.db"]);
}

#[cfg(unix)]
#[test]
fn a_link_and_a_pipe_are_written_through_and_not_replaced() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("result.csv"), "before\n").unwrap();
    std::os::unix::fs::symlink("result.csv", path("link.csv")).unwrap();
    samur_in(folder.path(), ["sql", "SELECT 1 AS n", "-o", "link.csv"]).ok();
    assert!(path("link.csv").is_symlink());
    assert_eq!(fs::read_to_string(path("result.csv")).unwrap(), "n\n1\n");

    // A device stands for all that is no file: as root, a rename would put a plain file in its place.
    assert!(std::process::Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = path("pipe");
        move || fs::read_to_string(pipe).unwrap()
    });
    samur_in(folder.path(), ["sql", "SELECT 1 AS n", "-F", "csv", "-o", "pipe"]).ok();
    assert_eq!(reader.join().unwrap(), "n\n1\n");
    let refused = samur_in(folder.path(), ["build", "--force", "-o", "pipe"]);
    assert_eq!(refused.status, 2, "{}", refused.stderr);
    assert!(refused.stderr.contains("is a device or a pipe"), "{}", refused.stderr);
    assert_eq!(names(folder.path()), ["link.csv", "pipe", "result.csv"]);
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_a_query() {
    let mut command = command();
    command.args(["--timeout", "60", "-F", "csv", "sql", ENDLESS]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    // Once it answers, it listens.
    out.read_line(&mut String::new()).unwrap();
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    std::io::copy(&mut out, &mut std::io::sink()).unwrap();
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    assert_eq!(
        (child.wait().unwrap().code(), stderr.as_str()),
        (Some(130), "error: interrupted\n")
    );
}
