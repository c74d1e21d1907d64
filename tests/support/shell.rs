//! A shell of three commands, enough for the command lines of golden files and documentation: `samur`, `cat`, `ls`.

use std::fs;
use std::path::Path;

use super::{Run, command};

/// Runs a command line in a folder: `[NAME=VALUE …] samur ARGUMENT … [< FILE]`, `cat FILE` or `ls FOLDER`.
pub fn run(dir: &Path, line: &str) -> Run {
    let mut words = split(line);
    let input = words.iter().position(|word| word == "<").map(|at| {
        let file = words.drain(at..).nth(1).expect("a file after <");
        fs::read_to_string(dir.join(file)).expect("the file after <")
    });
    run_words(dir, words, input.as_deref()).unwrap_or_else(|| panic!("no such command: `{line}`"))
}

/// Runs the words of a command line, with text on standard input; `None` where the command is none of the three.
pub fn run_words(dir: &Path, mut words: Vec<String>, input: Option<&str>) -> Option<Run> {
    let front = words.iter().take_while(|word| is_setting(word)).count();
    let settings: Vec<String> = words.drain(..front).collect();
    let (program, arguments) = words.split_first()?;
    match program.as_str() {
        "samur" => {
            let mut command = command();
            command.envs(settings.iter().filter_map(|setting| setting.split_once('=')));
            Some(Run::reading(command.current_dir(dir).args(arguments), input))
        }
        "cat" => {
            let file = dir.join(arguments.first()?);
            Some(printed(
                fs::read_to_string(&file)
                    .unwrap_or_else(|error| panic!("{}: {error}", file.display())),
            ))
        }
        "ls" => {
            let names = names(&dir.join(arguments.first().map_or(".", String::as_str)));
            Some(printed(super::lines(names)))
        }
        _ => None,
    }
}

/// A word that sets a variable of the environment: `NO_COLOR=1`.
fn is_setting(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_')
    })
}

fn printed(stdout: String) -> Run {
    Run { stdout, stderr: String::new(), status: 0 }
}

/// The names of a folder's files, in byte order.
pub fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The words of a command line; single and double quotation marks keep white space.
pub fn split(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), None::<String>, None);
    for c in line.chars() {
        match (quoted, c) {
            (Some(mark), _) if c == mark => quoted = None,
            (None, '"' | '\'') => {
                quoted = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    assert!(quoted.is_none(), "a quotation mark is not closed in `{line}`");
    words.extend(word);
    words
}
