//! Broken seeds: each of `tests/broken/*.txt` breaks a sound seed in many ways, one at a time, and holds what
//! `samur check` says of each. A title that names a check is a promise: alone, that check speaks; `not NAME` stands
//! before sound data that look like the fault, of which it must be silent.
//!
//! `SAMUR_BLESS=1 cargo test --test broken` writes the reports anew.

#![expect(clippy::unwrap_used, reason = "a case that cannot be set up ends the test")]

#[path = "broken/edits.rs"]
mod edits;
#[path = "broken/seeds.rs"]
mod seeds;
mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use edits::{Case, Cases};
use samur::package::DEFINITIONS;
use samur::schema::Schema;
use samur::seed::{self, Definitions, Files};
use seeds::{check, report, sound};
use support::root;

/// All files of cases, by path.
fn files() -> Vec<(PathBuf, Cases)> {
    let entries =
        fs::read_dir(root().join("tests/broken")).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let cases = Cases::read(&fs::read_to_string(&path).unwrap());
        (path, cases)
    };
    paths.into_iter().map(read).collect()
}

/// Calls `work` for each of `n` things, on as many threads as there are processors; gives what it complains of.
fn complaints(n: usize, work: impl Fn(usize) -> Option<String> + Sync) -> String {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= n {
                        break;
                    }
                    found.lock().unwrap().extend(work(at).map(|complaint| (at, complaint)));
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.sort();
    found.into_iter().map(|(_, complaint)| complaint).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_seeds_that_are_broken_here_are_sound() {
    for seed in ["river", "ferry"] {
        let run = check(sound(seed).path(), &["--strict"]);
        assert_eq!((report(&run), run.status), (Vec::new(), 0), "{seed}\n{}", run.stderr);
    }
}

#[test]
fn every_broken_seed_is_reported_as_written() {
    let bless = std::env::var_os("SAMUR_BLESS").is_some();
    let mut files = files();
    let reports: Vec<Vec<Mutex<Vec<String>>>> =
        files.iter().map(|(_, f)| f.list.iter().map(|_| Mutex::default()).collect()).collect();
    let all: Vec<(usize, usize)> = files
        .iter()
        .enumerate()
        .flat_map(|(f, (_, cases))| (0..cases.list.len()).map(move |c| (f, c)))
        .collect();
    let wrong = complaints(all.len(), |n| {
        let (path, cases) = &files[all[n].0];
        let case = &cases.list[all[n].1];
        let folder = sound(&cases.seed);
        case.apply(folder.path());
        let told = report(&check(folder.path(), &[]));
        let different = (told != case.report).then(|| difference(path, case, &told));
        *reports[all[n].0][all[n].1].lock().unwrap() = told;
        different
    });
    if bless {
        for ((path, cases), reports) in files.iter_mut().zip(reports) {
            for (case, report) in cases.list.iter_mut().zip(reports) {
                case.report = report.into_inner().unwrap();
            }
            fs::write(path, cases.text()).unwrap();
        }
    } else {
        assert!(wrong.is_empty(), "{wrong}\nSAMUR_BLESS=1 writes the reports anew");
    }
}

fn difference(path: &Path, case: &Case, told: &[String]) -> String {
    let mut text = format!("{}: == {}\n", path.file_name().unwrap().display(), case.title);
    for line in case.report.iter().filter(|line| !told.contains(line)) {
        let _ = writeln!(text, "  - {line}");
    }
    for line in told.iter().filter(|line| !case.report.contains(line)) {
        let _ = writeln!(text, "  + {line}");
    }
    text
}

/// The check that a title names, and whether it is to speak.
fn promise(title: &str) -> Option<(&'static str, bool)> {
    let (name, speaks) = title.strip_prefix("not ").map_or((title, true), |name| (name, false));
    let name = name.split(':').next().unwrap_or(name);
    let stem = DEFINITIONS.checks.iter().map(|(stem, _)| *stem).find(|stem| *stem == name)?;
    Some((stem, speaks))
}

/// What the loader says of a seed with these checks alone.
fn problems(folder: &Path, checks: Files) -> BTreeSet<String> {
    let documents = folder.join("documents");
    let options =
        seed::Options { sources: Some(&documents), coverage: true, ..seed::Options::default() };
    let staged =
        seed::stage(&Definitions { checks, ..DEFINITIONS }, &folder.join("seed"), folder, &options)
            .unwrap();
    staged.outcome().problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_check_speaks_of_its_fault_and_of_nothing_like_it() {
    let files = files();
    let all: Vec<(&Path, &str, &Case)> = files
        .iter()
        .flat_map(|(path, cases)| {
            cases.list.iter().map(|case| (path.as_path(), cases.seed.as_str(), case))
        })
        .collect();
    let wrong = complaints(all.len(), |n| {
        let (path, seed, case) = all[n];
        let (name, speaks) = promise(&case.title)?;
        let folder = sound(seed);
        case.apply(folder.path());
        let one = DEFINITIONS.checks.iter().position(|(stem, _)| *stem == name).unwrap();
        let (with, without) =
            (problems(folder.path(), &DEFINITIONS.checks[one..=one]), problems(folder.path(), &[]));
        let own: Vec<&String> = with.difference(&without).collect();
        let kept = own.is_empty() != speaks;
        (!kept).then(|| {
            format!(
                "{}: == {}: {name} says {own:?}",
                path.file_name().unwrap().display(),
                case.title
            )
        })
    });
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_check_has_a_case_that_makes_it_speak() {
    let files = files();
    let titles =
        files.iter().flat_map(|(_, cases)| &cases.list).filter_map(|case| promise(&case.title));
    let told: BTreeSet<&str> = titles.filter(|(_, speaks)| *speaks).map(|(name, _)| name).collect();
    let silent: Vec<&str> =
        DEFINITIONS.checks.iter().map(|(stem, _)| *stem).filter(|s| !told.contains(s)).collect();
    assert!(silent.is_empty(), "no case in tests/broken/ for {}", silent.join(", "));
}

#[test]
fn every_title_that_looks_like_a_check_names_one() {
    for (path, cases) in files() {
        for case in &cases.list {
            let word = case.title.strip_prefix("not ").unwrap_or(&case.title);
            let slug =
                word.contains('-') && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            assert!(!slug || promise(&case.title).is_some(), "{}: no check {word}", path.display());
        }
    }
}

#[test]
fn every_rule_of_the_schema_has_a_case() {
    let schema = Schema::parse(DEFINITIONS.schema).unwrap();
    let files = files();
    let told: Vec<&String> =
        files.iter().flat_map(|(_, f)| &f.list).flat_map(|case| &case.report).collect();
    let mut untold = BTreeSet::new();
    for check in schema
        .seed_tables()
        .flat_map(|table| &table.checks)
        .filter(|check| check.vocabulary.is_empty())
    {
        // What a CSV cannot hold: a field is text, and an empty one is NULL; a number is read before it is stored.
        let sentence = check.sentence.as_str();
        let unreachable = sentence.ends_with("text that is not empty")
            || ["low is a number", "high is a number"].contains(&sentence);
        if !unreachable
            && !told.iter().any(|line| line.ends_with(&format!("breaks the rule: {sentence}")))
        {
            untold.insert(sentence.to_owned());
        }
    }
    assert!(
        untold.is_empty(),
        "no case in tests/broken/ for\n  {}",
        untold.into_iter().collect::<Vec<_>>().join("\n  ")
    );
}
