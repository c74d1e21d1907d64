//! The line editor: what is typed, with history and completion. The only file that knows the library.

use std::fs;
use std::path::PathBuf;

use etcetera::BaseStrategy as _;
use rustyline::completion::{Completer, Pair};
use rustyline::config::BellStyle;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Behavior, CompletionType, Config, Context, Helper};

use super::Commands;
use super::suggest::Names;
use crate::command::{Candidate, Values, agree, words};
use crate::database::Database;
use crate::error::{Error, Result};

/// Inputs that are remembered.
const REMEMBERED: usize = 10_000;

/// What a person did.
pub enum Typed {
    /// Typed an input.
    Input(String),
    /// Took it back.
    Nothing,
    /// Left.
    End,
}

/// The editor with the file it remembers in.
pub struct Editor {
    editor: rustyline::Editor<Prompt, FileHistory>,
    history: Option<PathBuf>,
}

impl Editor {
    /// Opens the terminal and what is remembered; what cannot be is noted.
    pub fn open(commands: Commands, database: &Database, notes: &mut Vec<String>) -> Result<Self> {
        let config = Config::builder()
            .completion_type(CompletionType::List)
            .bell_style(BellStyle::None)
            // The prompt does not go where results are written to.
            .behavior(Behavior::PreferTerm)
            .max_history_size(REMEMBERED)
            .map_err(|error| failed(&error))?
            .build();
        let mut editor = rustyline::Editor::with_config(config).map_err(|error| failed(&error))?;
        let values = Values { db: database.file.clone(), names: false };
        editor.set_helper(Some(Prompt { commands, values, names: Names::read(database)? }));
        let mut history = history_file();
        if let Some(file) = &history {
            let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
            let mut read = || if file.exists() { editor.load_history(file) } else { Ok(()) };
            if let Err(error) = folder.map_err(ReadlineError::Io).and_then(|()| read()) {
                notes.push(format!("note: no history: {}: {error}", file.display()));
                history = None;
            }
        }
        Ok(Self { editor, history })
    }

    /// Waits for an input, and remembers it.
    pub fn read(&mut self, notes: &mut Vec<String>) -> Result<Typed> {
        let input = match self.editor.readline("samur> ") {
            Ok(input) if input.trim().is_empty() => return Ok(Typed::Nothing),
            Ok(input) => input,
            Err(ReadlineError::Interrupted) => return Ok(Typed::Nothing),
            Err(ReadlineError::Eof) => return Ok(Typed::End),
            Err(error) => return Err(failed(&error)),
        };
        let added = self.editor.add_history_entry(&input);
        if let (Ok(true), Some(file)) = (added, &self.history) {
            // At once, so that a terminal that is closed takes nothing with it.
            if let Err(error) = self.editor.append_history(file) {
                notes.push(format!("note: history is not kept: {}: {error}", file.display()));
                self.history = None;
            }
        }
        Ok(Typed::Input(input))
    }
}

fn failed(error: &ReadlineError) -> Error {
    Error::fault(format!("cannot read from the terminal: {error}"))
}

/// `history` in samur's folder of the user's state, or of data where a system tells the two not apart.
fn history_file() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    let folder = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(folder.join("samur").join("history"))
}

/// What the editor asks while one types.
struct Prompt {
    commands: Commands,
    values: Values,
    names: Names,
}

impl Completer for Prompt {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let (before, behind) = line.split_at(position);
        if let Some(command) = before.trim_start().strip_prefix('.') {
            let (start, pairs) = self.command(command);
            return Ok((before.len() - command.len() + start, pairs));
        }
        let (start, names) = self.names.suggest(before, behind);
        let pair = |name: String| Pair { display: name.clone(), replacement: name };
        Ok((start, names.into_iter().map(pair).collect()))
    }
}

impl Prompt {
    /// What may come next behind a dot.
    fn command(&self, line: &str) -> (usize, Vec<Pair>) {
        let mut typed = words(line);
        let Some(last) = typed.pop() else {
            return (0, Vec::new());
        };
        let front: Vec<String> = typed.into_iter().map(|word| word.text).collect();
        let candidates = self.commands.candidates(front, &last.text, &self.values);
        let agreed = agree(&candidates, &last.text);
        let several = candidates.len() > 1;
        let pair = |Candidate { value, name }| {
            let display =
                if name.is_empty() { value.clone() } else { format!("{value}  ({name})") };
            let behind = if several || value.ends_with(['/', '=']) { "" } else { " " };
            let whole = quoted(&value) + behind;
            // Where several do not go on from what is typed, it stays.
            let replacement = if several && !agreed { last.text.clone() } else { whole };
            Pair { display, replacement }
        };
        (last.start, candidates.into_iter().map(pair).collect())
    }
}

/// A value as one word of a line.
fn quoted(value: &str) -> String {
    let mark = if value.contains([' ', '\'', '"', '\\']) { "\"" } else { "" };
    format!("{mark}{}{mark}", value.replace('\\', r"\\").replace('"', "\\\""))
}

impl Validator for Prompt {
    fn validate(&self, context: &mut ValidationContext) -> rustyline::Result<ValidationResult> {
        let whole = self.commands.is_whole(context.input());
        Ok(if whole { ValidationResult::Valid(None) } else { ValidationResult::Incomplete })
    }
}

impl Hinter for Prompt {
    type Hint = String;
}

impl Highlighter for Prompt {}

impl Helper for Prompt {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_one_word() {
        for value in ["plain", "two words", "the groups' own", r#"a "b""#, r"a\", r#"\" "#] {
            let line = quoted(value);
            let words = words(&line);
            assert_eq!((words[0].text.as_str(), words.len()), (value, 1), "{line}");
            assert_eq!(words[0].open, None, "{line}");
        }
    }
}
