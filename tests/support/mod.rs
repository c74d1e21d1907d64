//! What the tests share: runs of the real binary, and the river chronicle (see `tests/river.rs`).
#![allow(dead_code, reason = "each test file is a crate of its own and uses its part")]

pub mod arguments;
pub mod database;
pub mod document;
pub mod golden;
pub mod shell;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// What a run of the program left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

impl Run {
    /// The same, for a run that must have ended well.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.status, 0, "exit status of\n{}\n{}", self.stdout, self.stderr);
        self
    }

    /// Runs a command to its end, with text on standard input where there is any.
    pub fn reading(command: &mut Command, input: Option<&str>) -> Self {
        if input.is_some() {
            command.stdin(Stdio::piped());
        }
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        if let (Some(mut pipe), Some(input)) = (child.stdin.take(), input) {
            pipe.write_all(input.as_bytes()).expect("the program reads");
        }
        let output = child.wait_with_output().expect("the program ends");
        Self {
            stdout: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
            status: output.status.code().expect("no signal ended the program"),
        }
    }
}

/// The program, not yet run: in a clean environment and without standard input.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samur"));
    command.stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("SAMUR_")
            || name.starts_with("CLICOLOR")
            || name == "NO_COLOR"
            || name == "COLUMNS"
        {
            command.env_remove(&*name);
        }
    }
    command
}

/// Runs the program in the folder of the project.
pub fn samur(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Run {
    samur_in(root(), args)
}

/// Runs the program in a folder.
pub fn samur_in(dir: &Path, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Run {
    Run::reading(command().current_dir(dir).args(args), None)
}

/// Runs the program in a folder with text on standard input.
pub fn samur_reading(
    dir: &Path,
    args: impl IntoIterator<Item = impl AsRef<OsStr>>,
    input: &str,
) -> Run {
    Run::reading(command().current_dir(dir).args(args), Some(input))
}

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A path as text.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

/// Text of lines.
pub fn lines(lines: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    lines.into_iter().flat_map(|line| [line.as_ref().to_owned(), "\n".into()]).collect()
}

/// A fresh folder that is removed when it is dropped.
pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// The seed of the river chronicle.
pub fn river_seed() -> PathBuf {
    root().join("tests/river/seed")
}

/// The documents of the river chronicle.
pub fn river_documents() -> PathBuf {
    root().join("tests/river/documents")
}

/// A fresh folder that holds copies of the river chronicle: `seed/` and `documents/`.
pub fn river_copy() -> TempDir {
    let copy = folder();
    copy_files(&river_seed(), &copy.path().join("seed"));
    copy_files(&river_documents(), &copy.path().join("documents"));
    copy
}

/// The verbs that `--help` lists.
pub fn verbs() -> Vec<String> {
    let help = samur(["--help"]).ok().stdout;
    let (_, rest) = help.split_once("Commands:\n").expect("a list of verbs");
    let list = rest.split("\n\n").next().expect("a list of verbs");
    let verbs = list.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let verbs: Vec<String> = verbs.filter(|verb| !verb.is_empty()).map(str::to_owned).collect();
    assert!(verbs.len() > 2, "{help}");
    verbs
}

/// Copies the files of a folder into a new folder.
pub fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("a copy");
    }
}

/// The river chronicle as a database, built once a test file; not to be changed.
pub fn river_database() -> &'static Path {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    FILE.get_or_init(|| {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("river.db");
        let (seed, target) = (river_seed(), file.clone());
        samur([
            "build".as_ref(),
            "--seed".as_ref(),
            seed.as_os_str(),
            "-o".as_ref(),
            target.as_os_str(),
        ])
        .ok();
        file
    })
}
