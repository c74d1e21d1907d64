//! `samur shell`: a prompt. SQL runs as `samur sql` runs it; a line that begins with a dot is a command line of samur
//! without `samur`, or without `samur query`, and runs as it would there.

mod commands;
mod editor;
mod settings;
mod statement;
mod suggest;

use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, BufRead as _, IsTerminal as _};
use std::mem;

use clap::{ArgMatches, Args, Command};

use super::{Kept, Session, print_text, words};
use crate::database;
use crate::error::{Error, Exit, Result, Tell};
use commands::Commands;
use editor::{Editor, Typed};
use settings::Settings;
use statement::Reading;

/// Ask at a prompt: SQL, canned queries, pages; read-only
///
/// SQL ends with `;` and may take several lines. A line that begins with a dot is a command of samur: `.timeline --from
/// 2025-06`, `.show ID`, `.search WORDS`; `.help` lists them all. Tab completes, arrows and Ctrl-R bring back what was
/// typed, Ctrl-C ends a query, Ctrl-D the shell. Where standard input is no terminal its lines are run without a prompt;
/// an error ends none of the rest, and makes the exit status 1.
#[derive(Debug, Args)]
pub struct Options {}

/// Runs the words of a line, with room for notes and what the shell holds.
pub type Run<'a> = dyn Fn(Vec<OsString>, &mut Vec<String>, &Kept) -> Result<Exit> + 'a;

/// The program as its shell needs it.
pub struct Program<'a> {
    /// Its whole command line.
    pub definition: Command,
    /// Runs the words of a line.
    pub run: &'a Run<'a>,
    /// Tells what is wrong with the words of a line.
    pub fault: &'a dyn Fn(&clap::Error, Vec<OsString>) -> Error,
    /// Tells what a line leaves for standard error.
    pub tell: Tell,
}

struct Shell<'a, 'b> {
    commands: Commands,
    settings: Settings,
    kept: Kept,
    program: Program<'a>,
    session: &'a mut Session<'b>,
}

/// How a line went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Went {
    Well,
    Wrong,
    /// Nobody read on: a pager was left, or a pipe is closed.
    Unread,
    /// It was the last.
    End,
}

/// Reads and runs what is typed until there is no more.
pub fn run(program: Program, matches: &ArgMatches, session: &mut Session) -> Result<Exit> {
    let person = io::stdin().is_terminal();
    if person {
        database::outlive_interrupts();
    }
    let settings = Settings::read(&program.definition, matches);
    let kept = Kept { database: session.database()?, output: Cell::default() };
    (program.tell)(session.notes, Ok(Exit::Done));
    let commands = Commands { definition: program.definition.clone() };
    let mut shell = Shell { commands, settings, kept, program, session };
    if person { shell.prompt() } else { shell.lines() }
}

impl Shell<'_, '_> {
    /// Asks a person.
    fn prompt(&mut self) -> Result<Exit> {
        // A file that takes the results takes nothing else.
        let greets = io::stdout().is_terminal();
        if greets {
            let version = env!("CARGO_PKG_VERSION");
            print_text(&format!("samur {version}. SQL ends with ; and .help lists the rest.\n"))?;
        }
        let commands = self.commands.clone();
        let mut editor = Editor::open(commands, &self.kept.database, self.session.notes)?;
        (self.program.tell)(self.session.notes, Ok(Exit::Done));
        loop {
            let input = match editor.read(self.session.notes)? {
                Typed::Input(input) => input,
                Typed::Nothing => continue,
                Typed::End if greets => return print_text("\n"),
                Typed::End => return Ok(Exit::Done),
            };
            database::resume();
            match self.input(&input) {
                Went::End => return Ok(Exit::Done),
                Went::Unread if !greets => return Ok(Exit::Done),
                _ => {}
            }
        }
    }

    /// Runs the lines of a file or pipe.
    fn lines(&mut self) -> Result<Exit> {
        let mut exit = Exit::Done;
        let mut lines = io::stdin().lock();
        let (mut input, mut reading) = (Vec::new(), Reading::default());
        loop {
            let mut line = Vec::new();
            lines
                .read_until(b'\n', &mut line)
                .map_err(|error| Error::fault(format!("cannot read standard input: {error}")))?;
            let last = line.is_empty();
            let text = String::from_utf8_lossy(&line);
            let mut ready = Vec::new();
            // A command would be lost in SQL that is left open: that is run first, and its error tells.
            if is_command(&text) && !input.is_empty() {
                ready.push(mem::take(&mut input));
                reading = Reading::default();
            }
            reading.line(&text);
            let alone = input.is_empty() && self.commands.is_line(&text);
            input.extend(&line);
            // What the last line leaves open is run all the same: its error says what is missing.
            if last || alone || reading.is_whole() {
                ready.push(mem::take(&mut input));
                reading = Reading::default();
            }
            for input in ready {
                let went = match str::from_utf8(&input) {
                    Ok(input) => self.input(input),
                    Err(_) => self.tell(Err(not_text(&input))),
                };
                match went {
                    // Lines of a file are not typed by who presses Ctrl-C.
                    _ if database::is_interrupted() => return Ok(Exit::Interrupted),
                    Went::Well => {}
                    Went::Wrong => exit = Exit::Fault,
                    Went::Unread | Went::End => return Ok(exit),
                }
            }
            if database::is_interrupted() {
                return Ok(Exit::Interrupted);
            }
            if last {
                return Ok(exit);
            }
        }
    }

    /// Runs one input and tells how it went.
    fn input(&mut self, input: &str) -> Went {
        let input = input.trim();
        let outcome = match Commands::own(input) {
            Some("quit") => return Went::End,
            Some(own) => self.command(own),
            None if Reading::of(input).is_blank() => Ok(Exit::Done),
            None => match (input.strip_prefix('.'), self.commands.begun_with(input)) {
                (Some(line), _) => self.command(line),
                (_, Some(name)) => {
                    Err(Error::usage(format!("a command begins with a dot: .{name}")))
                }
                _ => self.execute(["sql", "--", input].map(str::to_owned).to_vec()),
            },
        };
        self.tell(outcome)
    }

    fn tell(&mut self, outcome: Result<Exit>) -> Went {
        let closed = matches!(&outcome, Err(error) if error.exit == Exit::Done);
        match (self.program.tell)(self.session.notes, outcome) {
            Exit::Done if closed => Went::Unread,
            Exit::Done => Went::Well,
            _ => Went::Wrong,
        }
    }

    /// Runs what is typed after a dot.
    fn command(&mut self, line: &str) -> Result<Exit> {
        let mut typed = words(line);
        if let Some(mark) = typed.last().and_then(|word| word.open) {
            return Err(Error::usage(format!("a quotation mark {mark} is not closed")));
        }
        typed.retain(|word| word.start < line.len());
        let typed: Vec<String> = typed.into_iter().map(|word| word.text).collect();
        let typed = Commands::spelled_out(typed);
        match typed.first().map_or("help", String::as_str) {
            "help" => self.help(typed.get(1)),
            name if settings::option(&self.commands.definition, name).is_some() => {
                print_text(&self.settings.change(&self.program, name, &typed[1..])?)
            }
            "sql" if typed.len() == 1 => Err(Error::usage("SQL is typed as it is and ends with ;")),
            _ => self.commands.words(&typed).and_then(|words| self.execute(words)),
        }
    }

    /// Runs the words of a command line under the settings.
    fn line(&mut self, words: Vec<String>) -> Result<Exit> {
        let words = words.into_iter().map(OsString::from);
        let line = std::iter::once("samur".into()).chain(self.settings.words()).chain(words);
        (self.program.run)(line.collect(), self.session.notes, &self.kept)
    }

    /// The same where a result comes of it.
    fn execute(&mut self, words: Vec<String>) -> Result<Exit> {
        let outcome = self.line(words);
        let went = self.kept.output.take().map(OsString::from);
        let spent = match &outcome {
            // A second result would take the place of the first.
            Ok(_) => went.is_some() && went.as_ref() == self.settings.value("output"),
            // The next result is another than was meant.
            Err(error) => error.exit != Exit::Done,
        };
        if spent && let Some(file) = self.settings.take("output") {
            let what = if outcome.is_ok() { "written" } else { "nothing is written" };
            self.session.notes.push(format!("note: {what} to {}", file.to_string_lossy()));
        }
        outcome
    }

    fn help(&mut self, about: Option<&String>) -> Result<Exit> {
        let Some(name) = about else {
            let settings = settings::list(&self.commands.definition);
            return print_text(&format!("{}{settings}", self.commands.list()));
        };
        if Commands::own(name).is_some() {
            return print_text(&Commands::own_help());
        }
        let mut typed = Commands::spelled_out(vec![name.trim_start_matches('.').into()]);
        let definition = &self.commands.definition;
        if settings::option(definition, &typed[0]).is_some() {
            return print_text(&settings::list(definition));
        }
        typed.truncate(1);
        let mut words = self.commands.words(&typed)?;
        words.push("--help".into());
        self.line(words)
    }
}

/// Whether a line is a command: a dot before a letter.
fn is_command(line: &str) -> bool {
    line.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// The first line that is not UTF-8, told.
fn not_text(input: &[u8]) -> Error {
    let mut lines = input.split(|byte| *byte == b'\n');
    let line = lines.find(|line| str::from_utf8(line).is_err()).unwrap_or_default();
    Error::fault(format!("'{}' is not UTF-8", String::from_utf8_lossy(line)))
}
