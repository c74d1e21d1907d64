//! Golden runs of the real binary: `tests/cases/*.txt` on the river chronicle, `tests/cases/chronicle/*.txt` on the
//! built-in one. `SAMUR_BLESS=1 cargo test --test cases` writes what the program prints now; read the difference.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use support::{arguments, copy_files, golden, river_copy, river_database, root, shell};

/// The golden files of a folder.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = root().join(folder);
    let names = shell::names(&folder)
        .into_iter()
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "txt"));
    names.map(|name| folder.join(name)).collect()
}

/// Runs every golden file of a folder, each in a fresh folder that holds `seed/`, `documents/`, `river.db`,
/// `examples/queries` and what stands in `tests/cases/files`.
fn run(folder: &str) {
    let differing = |file: &PathBuf| {
        let copy = river_copy();
        copy_files(&root().join("tests/cases/files"), copy.path());
        copy_files(&root().join("examples/queries"), &copy.path().join("examples/queries"));
        fs::copy(river_database(), copy.path().join("river.db")).expect("a copy");
        golden::check(file, copy.path())
    };
    let differences: Vec<String> = files(folder).iter().filter_map(differing).collect();
    assert!(
        differences.is_empty(),
        "what the program prints is not what stands in\n\n{}\nSAMUR_BLESS=1 cargo test --test cases takes it over",
        differences.join("\n")
    );
}

/// Every command of the golden files of a folder, as its words.
fn commands(folder: &str) -> Vec<Vec<String>> {
    let text = |path: &PathBuf| fs::read_to_string(path).expect("a golden file");
    let words = |text: String| -> Vec<Vec<String>> {
        golden::commands(&text).into_iter().map(|(_, line)| shell::split(line)).collect()
    };
    files(folder).iter().map(text).flat_map(words).collect()
}

#[test]
fn on_the_river_chronicle() {
    run("tests/cases");
}

#[test]
fn on_the_built_in_chronicle() {
    run("tests/cases/chronicle");
}

#[test]
fn every_canned_query_has_a_case_on_both_chronicles() {
    for (folder, own) in [("tests/cases", true), ("tests/cases/chronicle", false)] {
        let commands = commands(folder);
        let run = |words: &Vec<String>| {
            let database = words.iter().any(|word| word == "--db" || word.starts_with("SAMUR_DB="));
            let help = words.iter().any(|word| word == "--help" || word == "--show-sql");
            let at = words.iter().position(|word| word == "query")? + 1;
            (database == own && !help).then(|| words.get(at).cloned()).flatten()
        };
        let tried: BTreeSet<String> = commands.iter().filter_map(run).collect();
        let catalog = arguments::catalog();
        let untried: Vec<&str> =
            catalog.iter().map(|q| q.name.as_str()).filter(|name| !tried.contains(*name)).collect();
        assert!(
            untried.is_empty(),
            "no case in {folder} runs the canned query {}",
            untried.join(", ")
        );
    }
}

#[test]
fn every_verb_has_a_case() {
    let verbs = support::verbs();
    let commands = commands("tests/cases");
    // What these print changes with every verb and query; tests/queries.rs looks into it.
    let elsewhere = ["man", "help"];
    let untried: Vec<String> = verbs
        .into_iter()
        .filter(|verb| {
            !elsewhere.contains(&verb.as_str())
                && !commands.iter().any(|c| c.iter().any(|w| w == verb))
        })
        .collect();
    assert!(untried.is_empty(), "no case in tests/cases runs {}", untried.join(", "));
}

#[test]
fn no_golden_file_names_a_folder_of_this_machine() {
    for file in files("tests/cases").iter().chain(&files("tests/cases/chronicle")) {
        let text = fs::read_to_string(file).expect("a golden file");
        for folder in [root(), &std::env::temp_dir(), Path::new(env!("CARGO_TARGET_TMPDIR"))] {
            let folder = support::text(folder);
            assert!(!text.contains(&format!("{folder}/")), "{} names {folder}", file.display());
        }
    }
}
