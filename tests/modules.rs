//! The module rule of `src/lib.rs`, held by reading which names of the crate each file uses.
//!
//! `cli` → `command/*` → `spelling` → `catalog`, `seed`, `database`, `source`, `output` → `date`, `schema`, `words`, `text`, `problem`, `error`.

#![expect(clippy::unwrap_used, reason = "a file of the sources that cannot be read ends the test")]

use std::path::{Path, PathBuf};

const LEAVES: [&str; 8] = ["date", "file", "layout", "schema", "words", "text", "problem", "error"];
const MIDDLE: [&str; 5] = ["catalog", "seed", "database", "source", "output"];

/// One file of `src/`: its path from there, its module, its text without comments.
struct Source {
    path: String,
    module: String,
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let sources: Vec<Source> = files.iter().map(|file| source(&root, file)).collect();
    assert!(sources.len() > 20, "{} files found below {}", sources.len(), root.display());
    sources
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn source(root: &Path, file: &Path) -> Source {
    let relative = file.strip_prefix(root).unwrap();
    let path = relative.components().map(|c| c.as_os_str().to_str().unwrap()).collect::<Vec<_>>();
    let module = path[0].trim_end_matches(".rs").to_owned();
    let text = std::fs::read_to_string(file).unwrap();
    let lines = text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    Source { path: path.join("/"), module, code: lines.collect::<Vec<_>>().join("\n") }
}

/// The top-level modules of the crate that a text names, as `crate::text::fold` or in `use crate::{date, text}`.
fn modules_named(code: &str, root: &str) -> Vec<String> {
    let mut named = Vec::new();
    for (at, _) in code.match_indices(&format!("{root}::")) {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        if before.is_alphanumeric() || before == '_' {
            continue;
        }
        let rest = &code[at + root.len() + 2..];
        if let Some(list) = rest.strip_prefix('{') {
            named.extend(first_names(list));
        } else {
            named.push(first_word(rest));
        }
    }
    named.sort();
    named.dedup();
    named
}

/// The first names in a braced list of paths: `date, seed::{read, scan}, text}` gives date, seed, text.
fn first_names(list: &str) -> Vec<String> {
    let (mut depth, mut names, mut item) = (0, Vec::new(), String::new());
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut item)),
            _ => item.push(c),
        }
    }
    names.push(item);
    names.iter().map(|name| first_word(name.trim())).filter(|name| !name.is_empty()).collect()
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// What a module of the crate may use of it besides itself.
fn allowed(module: &str) -> Vec<&'static str> {
    let below = |own: &[&'static str]| [own, &LEAVES].concat();
    match module {
        "cli" => [&["command", "package"], MIDDLE.as_slice(), &LEAVES].concat(),
        "command" => [&["package", "spelling"], MIDDLE.as_slice(), &LEAVES].concat(),
        "database" => below(&["package", "catalog", "seed", "source"]),
        "spelling" => below(&["database"]),
        "seed" => below(&["catalog", "source"]),
        // What a query is, what a document holds, how rows look: none of them needs the others.
        "catalog" | "source" | "output" => below(&[]),
        leaf if LEAVES.contains(&leaf) => below(&[]),
        other => panic!(
            "the module {other} is not in the rule of lib.rs; give it a place there and here"
        ),
    }
}

#[test]
fn each_module_uses_only_what_lies_below_it() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|s| !["main", "lib"].contains(&s.module.as_str())) {
        let allowed = allowed(&source.module);
        for used in modules_named(&source.code, "crate") {
            if used != source.module && !allowed.contains(&used.as_str()) {
                broken.push(format!("src/{} uses crate::{used}", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "against the module rule of src/lib.rs:\n  {}", broken.join("\n  "));
}

#[test]
fn main_uses_the_command_line_and_its_outcome_alone() {
    let sources = sources();
    let main = sources.iter().find(|source| source.path == "main.rs").unwrap();
    assert_eq!(modules_named(&main.code, "samur"), ["cli", "error"]);
}

#[test]
fn commands_never_import_each_other() {
    let sources = sources();
    let stem =
        |s: &Source| s.path.strip_prefix("command/").map(|f| f.trim_end_matches(".rs").to_owned());
    let commands: Vec<String> =
        sources.iter().filter_map(stem).filter(|name| name != "mod").collect();
    assert!(commands.len() > 5, "{commands:?}");
    for source in
        sources.iter().filter(|s| s.path.starts_with("command/") && s.path != "command/mod.rs")
    {
        for named in modules_named(&source.code, "super") {
            assert!(!commands.contains(&named), "src/{} uses its neighbour {named}", source.path);
        }
        for command in &commands {
            let path = format!("command::{command}");
            assert!(
                !source.code.contains(&path),
                "src/{} uses its neighbour {command}",
                source.path
            );
        }
    }
}

#[test]
fn each_library_is_known_where_it_belongs() {
    for (library, known_to) in [
        ("edtf_core", &["date.rs"] as &[&str]),
        ("strsim", &["text.rs"]),
        ("any_ascii", &["words.rs"]),
        ("comfy_table", &["output/table/grid.rs"]),
        ("textwrap", &["output/table/wrap.rs"]),
        ("terminal_size", &["output/pager.rs"]),
        ("shlex", &["output/pager.rs"]),
        ("indicatif", &["command/build.rs"]),
        ("clap_complete", &["command/complete.rs", "command/completions.rs"]),
        ("clap_mangen", &["command/man.rs"]),
        ("rustyline", &["command/shell/editor.rs"]),
        ("etcetera", &["command/shell/editor.rs"]),
        ("signal_hook", &["database.rs"]),
    ] {
        let users: Vec<String> = sources()
            .into_iter()
            .filter(|source| source.code.contains(&format!("{library}::")))
            .map(|source| source.path)
            .collect();
        assert_eq!(users, known_to, "who uses {library}");
    }
}

#[test]
fn the_catalog_and_the_leaves_know_no_sqlite() {
    let without = ["catalog", "date", "schema", "words", "text", "problem"];
    for source in sources().iter().filter(|source| without.contains(&source.module.as_str())) {
        assert!(!source.code.contains("rusqlite"), "src/{} names rusqlite", source.path);
    }
}

#[test]
fn output_knows_no_table_and_runs_no_statement() {
    for source in sources().iter().filter(|source| source.module == "output") {
        for word in ["SELECT ", "Connection", "Statement", "prepare("] {
            assert!(!source.code.contains(word), "src/{} holds {word}", source.path);
        }
    }
}

#[test]
fn only_main_ends_the_program_and_writes_errors() {
    for source in sources().iter().filter(|source| source.path != "main.rs") {
        for word in ["process::exit", "process::abort", "eprint", "io::stderr", "ExitCode"] {
            assert!(!source.code.contains(word), "src/{} holds {word}", source.path);
        }
    }
}

#[test]
fn names_are_found_in_every_form_of_use() {
    let code = "use crate::date;\nuse crate::{seed::{read, scan}, text};\nlet x = crate::output::sink(); my_crate::no()";
    assert_eq!(modules_named(code, "crate"), ["date", "output", "seed", "text"]);
}
