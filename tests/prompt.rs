//! The prompt of `samur shell`, typed at on a terminal: completion, history, statements over several lines, Ctrl-C.
#![cfg(unix)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use rexpect::session::{PtySession, spawn_command};
use support::{folder, river_database};

/// Milliseconds to wait for what must come; only a failure takes so long.
const PATIENCE: u64 = 5_000;

/// What the editor sends to the terminal when it begins to listen; keys that come before are lost.
const PROMPT: &str = "\u{1b}[?2004h";

const UP: &str = "\u{1b}[A";

/// A shell on the river chronicle that remembers in a folder and shows long results in a pager.
fn shell(state: &Path, pager: &str) -> PtySession {
    // A new terminal has no size of its own.
    let mut command = Command::new("sh");
    command.args(["-c", "stty rows 24 cols 80 && exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_samur")]);
    command.args(["--color", "never", "--format", "csv", "shell"]);
    command.env("SAMUR_DB", river_database()).env("XDG_STATE_HOME", state);
    command.env("TERM", "vt100").env("PAGER", pager);
    let mut shell = spawn_command(command, Some(PATIENCE)).expect("a terminal");
    shell.exp_string(".help lists").expect("a greeting");
    shell
}

/// Waits for the prompt, types keys and waits for what they lead to.
#[track_caller]
fn types(shell: &mut PtySession, keys: &str, expected: &str) {
    shell.exp_string(PROMPT).unwrap_or_else(|error| panic!("no prompt for {keys:?}: {error}"));
    goes_on(shell, keys, expected);
}

/// The same where the prompt is there already.
#[track_caller]
fn goes_on(shell: &mut PtySession, keys: &str, expected: &str) {
    shell.send(keys).and_then(|_| shell.flush()).expect("keys");
    if let Err(error) = shell.exp_string(expected) {
        panic!("{keys:?} does not lead to {expected:?}: {error}");
    }
}

#[test]
fn a_statement_takes_several_lines_and_comes_back() {
    let state = folder();
    let mut first = shell(state.path(), "");
    types(&mut first, "SELECT 'a' ||\r';b' AS\r joined;\r", "\na;b\r\n");
    types(&mut first, "\u{4}", "\r\n");
    first.exp_eof().expect("Ctrl-D leaves");
    let history = fs::read_to_string(state.path().join("samur/history")).expect("a history");
    assert!(history.contains("joined;"), "{history}");

    let mut second = shell(state.path(), "");
    types(&mut second, &format!("{UP}\r"), "\na;b\r\n");
    types(&mut second, ".quit\r", "");
    second.exp_eof().expect(".quit leaves");
}

#[test]
fn tab_completes_columns_commands_and_ids() {
    let state = folder();
    let mut shell = shell(state.path(), "");
    types(&mut shell, "SELECT titl\t FROM event WHERE id = 'bridge-fall';\r", "\ntitle\r\n");
    types(&mut shell, "SELECT count(*) AS n FROM event_ty\t LIMIT 1;\r", "\nn\r\n");
    types(&mut shell, ".timel\t--lim\t1 --fr\t2031\r", "\ndate,event");
    types(&mut shell, ".actor oie\t\r", "\nsection,");
    // Two are called so: they are listed, and what is typed stays.
    types(&mut shell, ".actor people\t\t", "orula  (People of Orula)");
    goes_on(&mut shell, "\r", "error: 'people' may mean more than one actor");
    types(&mut shell, "  .actor 'Õi\t\r", "\nsection,");
    types(&mut shell, ".form\tnd\t\r", "\n");
    types(&mut shell, ".format\r", "format: ndjson");
}

#[test]
fn ctrl_c_takes_a_line_back_and_ends_a_query() {
    let state = folder();
    let mut shell = shell(state.path(), "");
    types(&mut shell, "SELECT nothing FROM nowhere;\u{3}", "");
    types(&mut shell, "SELECT 'he' || 're' AS a;\r", "\na\r\nhere\r\n");
    // Its first row is as long as what is held back before it is written; the second never comes.
    let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
        SELECT printf('%.20000c', 'x') AS a UNION ALL SELECT count(*) FROM n;\r";
    for _ in 0..3 {
        types(&mut shell, endless, "\nxxx");
        goes_on(&mut shell, "\u{3}", "error: interrupted");
    }
    types(&mut shell, "SELECT 'the' || 're' AS a;\r", "\na\r\nthere\r\n");
}

#[test]
fn a_history_that_cannot_be_kept_is_a_note() {
    let folder = folder();
    let file = folder.path().join("state");
    fs::write(&file, "").expect("a file");
    let mut shell = shell(&file, "");
    shell.exp_string("note: no history: ").expect("a note");
    types(&mut shell, "SELECT 'he' || 're' AS a;\r", "\na\r\nhere\r\n");
}

#[test]
fn who_leaves_the_pager_is_back_at_the_prompt() {
    let state = folder();
    let mut shell = shell(state.path(), "sh -c 'head -n 1; echo left'");
    let numbers =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;\r";
    types(&mut shell, numbers, "left");
    types(&mut shell, "SELECT 'he' || 're' AS a;\r", "\na\r\nhere\r\n");
}
