//! Blocks of commands in Markdown: what a reader would type, and what the document says comes of it.
//!
//! In a block `console` a command stands behind `$ ` and the lines after it are what it prints; a line `…` stands for
//! any lines, `…` within a line for any text. In a block `sh` every line is a command. A command goes on where a line
//! ends with `\` or a quotation mark is open, and to the end of its here-document.

use std::fs;
use std::path::Path;

use super::{Run, shell};

/// One command of a document.
#[derive(Debug, PartialEq, Eq)]
pub struct Command {
    /// Line in the document, from 1.
    pub line: usize,
    /// As typed, continuation lines joined.
    pub text: String,
    /// The here-document on its standard input.
    pub input: Option<String>,
    /// What it is said to print; empty where the document does not say.
    pub output: Vec<String>,
}

/// What became of a command.
pub enum Ran {
    /// It ran as the document says.
    Well,
    /// It is not ours to run: the name of the program.
    Not(String),
    /// It did not do what the document says.
    Wrong(String),
}

/// All commands of a document, in order.
pub fn commands(markdown: &str) -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    let mut lines = markdown.lines().enumerate();
    while let Some((_, line)) = lines.next() {
        let console = match line.trim_start().strip_prefix("```") {
            Some("console") => true,
            Some("sh" | "bash" | "shell") => false,
            Some(_) => {
                // A block of something else is passed over to its end.
                lines.find(|(_, line)| line.trim_start() == "```");
                continue;
            }
            None => continue,
        };
        while let Some((at, line)) = lines.next().filter(|(_, line)| line.trim_start() != "```") {
            let typed =
                if console { line.trim_start().strip_prefix("$ ") } else { Some(line.trim()) };
            match (typed, commands.last_mut()) {
                (Some(text), _) if !console && (text.is_empty() || text.starts_with('#')) => {}
                (Some(text), _) => {
                    let mut command = Command {
                        line: at + 1,
                        text: text.into(),
                        input: None,
                        output: Vec::new(),
                    };
                    while goes_on(&command.text) {
                        let (_, more) = lines.next().expect("the rest of a command");
                        let more = if console {
                            more.trim_start().strip_prefix("> ").unwrap_or(more)
                        } else {
                            more
                        };
                        command.text = match command.text.strip_suffix('\\') {
                            Some(text) => format!("{} {}", text.trim_end(), more.trim_start()),
                            None => format!("{}\n{more}", command.text),
                        };
                    }
                    if let Some((before, after)) = command.text.clone().split_once("<<") {
                        let (mark, rest) =
                            after.trim_start().split_once(' ').unwrap_or((after.trim(), ""));
                        let mark = mark.trim_matches(['\'', '"']);
                        let body = lines
                            .by_ref()
                            .map(|(_, line)| line)
                            .take_while(|line| line.trim() != mark);
                        command.input = Some(super::lines(body));
                        command.text = format!("{before}{rest}");
                    }
                    commands.push(command);
                }
                (None, Some(command)) => command.output.push(line.to_owned()),
                (None, None) => panic!("line {}: output without a command", at + 1),
            }
        }
    }
    commands
}

fn goes_on(text: &str) -> bool {
    let mut quoted = None;
    for c in text.chars() {
        match quoted {
            Some(mark) if c == mark => quoted = None,
            None if c == '"' || c == '\'' => quoted = Some(c),
            _ => {}
        }
    }
    text.ends_with('\\') || quoted.is_some()
}

/// Runs a command in a folder and compares what it prints.
pub fn run(dir: &Path, command: &Command) -> Ran {
    let mut words: Vec<String> =
        shell::split(&command.text.replace("cargo run --release -- ", "samur "))
            .into_iter()
            .take_while(|word| word != "#")
            .collect();
    if let Some(at) = words.iter().position(|word| word == "&&" || word == ";") {
        // One after the other; what is shown is printed by the last.
        let rest = words.split_off(at);
        let plain = |words: &[String]| {
            words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ")
        };
        let first =
            Command { line: command.line, text: plain(&words), input: None, output: Vec::new() };
        let then = Command { text: plain(&rest[1..]), output: command.output.clone(), ..first };
        let first = Command {
            line: command.line,
            text: plain(&words),
            input: command.input.clone(),
            output: Vec::new(),
        };
        return match run(dir, &first) {
            Ran::Wrong(why) => Ran::Wrong(why),
            _ => run(dir, &then),
        };
    }
    let filter = words.iter().position(|word| word == "|").map(|at| words.split_off(at));
    let target = words.iter().position(|word| word == ">").map(|at| words.split_off(at));
    let source = words.iter().position(|word| word == "<").map(|at| words.split_off(at));
    let input =
        source.map(|source| fs::read_to_string(dir.join(&source[1])).expect("the file after <"));
    let program = words.iter().find(|word| !word.contains('=')).cloned().unwrap_or_default();
    let documents =
        words.iter().position(|word| word == "--sources").and_then(|at| words.get(at + 1)).cloned();
    let Some(mut run) = shell::run_words(dir, words, command.input.as_deref().or(input.as_deref()))
    else {
        return Ran::Not(program);
    };
    if let Some(folder) = documents.filter(|folder| !dir.join(folder).is_dir()) {
        // The documents are not part of the project; all else about the command must be right.
        return if run.stderr.starts_with(&format!("error: --sources: no folder '{folder}'")) {
            Ran::Not("documents".into())
        } else {
            Ran::Wrong(format!("{}{}", run.stdout, run.stderr))
        };
    }
    let fails = command.output.iter().any(|line| line.starts_with("error: "));
    if (run.status == 0) == fails {
        return Ran::Wrong(format!("exit status {}\n{}{}", run.status, run.stdout, run.stderr));
    }
    if let Some(target) = target {
        fs::write(dir.join(&target[1]), &run.stdout).expect("the file after >");
        run.stdout.clear();
    }
    if let Some(filter) = filter
        && !filtered(&mut run, &filter[1..])
    {
        return Ran::Not(filter[1].clone());
    }
    if command.output.is_empty() || shows(&command.output, &run) {
        return Ran::Well;
    }
    Ran::Wrong(super::golden::difference(
        &command.output.join("\n"),
        &format!("{}{}", run.stdout, run.stderr),
    ))
}

/// Applies `head -N`, `head -n N` or `head` to what was printed; false for another program.
fn filtered(run: &mut Run, filter: &[String]) -> bool {
    let words: Vec<&str> = filter.iter().map(String::as_str).collect();
    let lines = match words.as_slice() {
        ["head"] => Some(10),
        ["head", "-n", n] => n.parse().ok(),
        ["head", n] => n.trim_start_matches(['-', 'n']).parse().ok(),
        _ => None,
    };
    if let Some(lines) = lines {
        run.stdout = super::lines(run.stdout.lines().take(lines));
    }
    lines.is_some()
}

/// Whether what is said to be printed is what a run printed, with or without what it said on standard error.
fn shows(expected: &[String], run: &Run) -> bool {
    let expected: Vec<&str> = expected.iter().map(|line| line.trim_end()).collect();
    let lines = |text: &str| -> Vec<String> {
        text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect()
    };
    let both = format!("{}{}", run.stdout, run.stderr);
    let end = expected.iter().rposition(|line| !line.is_empty()).map_or(0, |at| at + 1);
    [run.stdout.as_str(), &both].iter().any(|text| {
        matches(
            &expected[..end],
            &lines(text),
            |line| line.trim() == "…",
            |wanted, line| {
                let (wanted, line): (Vec<char>, Vec<char>) =
                    (wanted.chars().collect(), line.chars().collect());
                matches(&wanted, &line, |c| *c == '…', |a, b| a == b)
            },
        )
    })
}

/// Whether a sequence matches a pattern in which some items stand for any stretch.
fn matches<P, T>(
    pattern: &[P],
    items: &[T],
    any: impl Fn(&P) -> bool,
    same: impl Fn(&P, &T) -> bool,
) -> bool {
    // ends[n]: the pattern so far matches the first n items.
    let mut ends = vec![false; items.len() + 1];
    ends[0] = true;
    for wanted in pattern {
        let mut next = vec![false; items.len() + 1];
        if any(wanted) {
            let first = ends.iter().position(|end| *end).unwrap_or(ends.len());
            next[first.min(items.len() + 1)..].fill(true);
        } else {
            for (n, item) in items.iter().enumerate() {
                next[n + 1] = ends[n] && same(wanted, item);
            }
        }
        ends = next;
    }
    ends[items.len()]
}
