//! Every command that README.md, the codebook and docs/*.md show runs, and prints what they say.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::document::{self, Command, Ran};
use support::{arguments, copy_files, folder, river_copy, root, shell};

/// Programs that a reader may have and these tests need not; the pipeline runs the `sqlite3` lines.
const ELSEWHERE: [&str; 13] = [
    "cargo",
    "cd",
    "column",
    "curl",
    "datasette",
    "documents",
    "duckdb",
    "git",
    "grep",
    "jq",
    "python3",
    "sqlite3",
    "wc",
];

/// README.md, the codebook and the files of docs/.
fn files() -> Vec<PathBuf> {
    let docs = root().join("docs");
    let pages = if docs.is_dir() { shell::names(&docs) } else { Vec::new() };
    let pages = pages
        .into_iter()
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "md"))
        .map(|name| docs.join(name));
    ["README.md", "seed/README.md"].map(|name| root().join(name)).into_iter().chain(pages).collect()
}

fn text(file: &PathBuf) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn every_command_runs_and_prints_what_is_shown() {
    let (mut ran, mut shells, mut wrong) = (0, 0, Vec::new());
    for file in files() {
        // One folder a document, with what a reader of it has at hand.
        let dir = folder();
        for part in ["seed", "examples/queries"] {
            copy_files(&root().join(part), &dir.path().join(part));
        }
        for part in ["seed", "documents"] {
            copy_files(
                &root().join("tests/river").join(part),
                &dir.path().join("tests/river").join(part),
            );
        }
        for command in document::commands(&text(&file)) {
            let place = format!("{}:{}: {}", file.display(), command.line, command.text);
            match document::run(dir.path(), &command) {
                Ran::Well => ran += 1,
                Ran::Not(program) if ELSEWHERE.contains(&program.as_str()) => {
                    shells += usize::from(program == "sqlite3");
                }
                Ran::Not(program) => wrong.push(format!("{place}\nnobody runs '{program}'")),
                Ran::Wrong(why) => wrong.push(format!("{place}\n{why}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(ran >= 10, "only {ran} commands are shown");
    assert!(shells >= 1, "no document shows the file in another SQLite tool");
}

#[test]
fn every_verb_and_every_canned_query_is_told_of() {
    let documents: String = files().iter().map(text).collect();
    let verbs = support::verbs();
    let untold: Vec<String> =
        verbs.into_iter().filter(|verb| !documents.contains(&format!("samur {verb}"))).collect();
    assert!(untold.is_empty(), "no document tells of samur {}", untold.join(", "));
    let catalog = arguments::catalog();
    let names = catalog.iter().map(|query| query.name.as_str());
    let told = |name: &str| {
        documents.contains(&format!("query {name}")) || documents.contains(&format!("`{name}`"))
    };
    let untold: Vec<&str> = names.filter(|name| !told(name)).collect();
    assert!(untold.is_empty(), "no document tells of the canned query {}", untold.join(", "));
}

#[test]
fn links_lead_somewhere() {
    for file in files() {
        let text = text(&file);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            if path.is_empty() || path.contains("://") || path.starts_with("mailto:") {
                continue;
            }
            let target = file.parent().expect("a folder").join(path);
            assert!(target.exists(), "{}: no {path}", file.display());
        }
    }
}

/// Runs the commands of a document on the river chronicle; gives whether each went well.
fn judged(markdown: &str) -> Vec<bool> {
    let copy = river_copy();
    let well = |command: &Command| matches!(document::run(copy.path(), command), Ran::Well);
    document::commands(markdown).iter().map(well).collect()
}

#[test]
fn a_document_that_shows_something_else_is_found_out() {
    let markdown = "\
```sh
# Builds.
samur build --seed seed \\
  -o river.db && samur --db river.db query sources
samur --db river.db sql 'SELECT id
  FROM topic'
samur --db river.db sql -F csv <<'SQL' > topics.csv
SELECT count(*) AS n FROM topic;
SQL
samur --db river.db query nothing
```
```text
$ samur this is no command
```
```console
$ cat topics.csv
n
3
$ cat topics.csv
n
4
$ samur --db river.db query sources -F csv | head -2
id,…,quotes
gazette,…
$ samur --db river.db query sources -F csv
id,kind,…
…
shore,analysis,…,4
$ samur --db river.db query sources -F csv
…
gazette,…
$ samur --db river.db show beech
error: nothing has the id or name 'beech'
…
$ samur --db river.db show bridge-fall
error: nothing has the id or name 'bridge-fall'
$ samur check --sources elsewhere
```
";
    let expected = [true, true, true, false, true, false, true, true, false, true, false, false];
    assert_eq!(judged(markdown), expected);
}
