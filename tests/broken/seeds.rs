//! Sound seeds to break, and what the program says of them.

#![allow(clippy::unwrap_used, reason = "a seed that cannot be set up ends the test")]

use std::path::Path;

use tempfile::TempDir;

use crate::support::{Run, copy_files, folder, river_documents, river_seed, root, samur_in};

/// A fresh copy of a sound seed with its documents, in a folder that is removed when it is dropped.
pub fn sound(seed: &str) -> TempDir {
    let (rows, documents) = match seed {
        "river" => (river_seed(), river_documents()),
        other => {
            let base = root().join("tests/broken").join(other);
            (base.join("seed"), base.join("documents"))
        }
    };
    let copy = folder();
    copy_files(&rows, &copy.path().join("seed"));
    copy_files(&documents, &copy.path().join("documents"));
    copy
}

/// What `samur check` says of the seed in a folder.
pub fn check(folder: &Path, more: &[&str]) -> Run {
    let args = ["check", "--seed", "seed", "--sources", "documents", "--coverage"];
    samur_in(folder, [args.as_slice(), more].concat())
}

/// What the program says of a seed, its error included where it cannot even look; without the shares.
pub fn report(run: &Run) -> Vec<String> {
    let shares = |line: &&str| line.is_empty() || line.starts_with("source ");
    let problems = run.stdout.lines().take_while(|line| !shares(line));
    let mut lines: Vec<String> = problems.map(str::to_owned).collect();
    if run.stderr.starts_with("error: ") {
        lines.extend(run.stderr.lines().map(|line| format!("! {line}")));
    } else {
        let warnings = lines.iter().filter(|line| line.contains(": warning: ")).count();
        let count = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
        let counted =
            format!(": {}, {}", count(lines.len() - warnings, "error"), count(warnings, "warning"));
        assert!(
            run.stderr.lines().next().unwrap().ends_with(&counted),
            "{counted}\n{}{}",
            run.stdout,
            run.stderr
        );
        assert_eq!(run.status, i32::from(lines.len() > warnings), "exit status\n{}", run.stdout);
    }
    lines
}
