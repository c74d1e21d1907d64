//! What may be typed after a dot: the verbs of samur, its canned queries, and the global options.

use clap::Command;
use clap::builder::StyledStr;

use super::settings;
use super::statement::Reading;
use crate::command::{Candidate, Values, candidates};
use crate::error::{Error, Result};
use crate::text;

/// What other shells call what samur has.
const ALIASES: [(&str, &str); 5] = [
    ("mode", "format"),
    ("queries", "query"),
    ("read", "sql --file"),
    ("exit", "quit"),
    ("tables", "schema"),
];

/// What the shell does itself.
const OWN: [(&str, &str); 2] = [("help", "List the commands"), ("quit", "Leave, as Ctrl-D does")];

/// Verbs that make no sense at a prompt.
const OUTSIDE: [&str; 3] = ["shell", "completions", "man"];

/// What may be typed after a dot.
#[derive(Clone)]
pub struct Commands {
    /// The whole command line of samur.
    pub definition: Command,
}

impl Commands {
    /// A command with its name as samur has it.
    pub fn spelled_out(mut typed: Vec<String>) -> Vec<String> {
        let alias = typed.first().and_then(|name| ALIASES.iter().find(|(alias, _)| alias == name));
        if let Some((_, meant)) = alias {
            typed.splice(..1, meant.split(' ').map(str::to_owned));
        }
        typed
    }

    fn verbs(&self) -> impl Iterator<Item = &Command> {
        self.definition.get_subcommands().filter(|verb| !OUTSIDE.contains(&verb.get_name()))
    }

    fn queries(&self) -> impl Iterator<Item = &Command> {
        self.definition.find_subcommand("query").into_iter().flat_map(Command::get_subcommands)
    }

    /// What a command is on samur's command line: a verb, or a canned query.
    pub fn words(&self, typed: &[String]) -> Result<Vec<String>> {
        let name = typed.first().map_or("", String::as_str);
        if OWN.iter().any(|(own, _)| *own == name) {
            return Err(Error::usage(format!(".{name} stands alone")));
        }
        if self.verbs().any(|verb| verb.get_name() == name) {
            return Ok(typed.to_vec());
        }
        if self.queries().any(|query| query.get_name() == name) {
            return Ok(std::iter::once("query".to_owned()).chain(typed.to_vec()).collect());
        }
        let known = self.verbs().chain(self.queries()).map(Command::get_name);
        let hint = text::near_hint(name, known);
        Err(Error::usage(format!("no command .{name}{hint}\n  .help lists all")))
    }

    /// What the shell does itself, if an input asks for it: typed alone it needs no dot.
    pub fn own(input: &str) -> Option<&'static str> {
        let typed = Self::spelled_out(vec![input.trim().trim_start_matches('.').to_owned()]);
        OWN.iter().map(|(name, _)| *name).find(|name| typed == [*name])
    }

    /// Whether an input is to be run as it stands; else it goes on in the next line.
    pub fn is_whole(&self, input: &str) -> bool {
        self.is_line(input) || Reading::of(input).is_whole()
    }

    /// Whether an input is no SQL, and has one line.
    pub fn is_line(&self, input: &str) -> bool {
        Self::own(input).is_some()
            || input.trim_start().starts_with('.')
            || self.begun_with(input).is_some()
    }

    /// The command that an input begins with, its dot forgotten: no statement of SQL begins so.
    pub fn begun_with<'a>(&self, input: &'a str) -> Option<&'a str> {
        let name = input.split_whitespace().next()?;
        let mut known = self.verbs().chain(self.queries()).map(Command::get_name);
        known.any(|command| command == name).then_some(name)
    }

    /// What may be typed first.
    pub fn names(&self, typed: &str) -> Vec<Candidate> {
        let about = |text: Option<&StyledStr>| text.map(ToString::to_string).unwrap_or_default();
        let commands = self.queries().chain(self.verbs());
        let commands = commands.map(|c| (c.get_name(), about(c.get_about())));
        let settings = settings::options(&self.definition);
        let settings = settings.map(|o| (o.get_long().unwrap_or_default(), about(o.get_help())));
        let own = OWN.map(|(name, about)| (name, about.to_owned()));
        let all = commands.chain(settings).chain(own).filter(|(name, _)| name.starts_with(typed));
        all.map(|(name, about)| Candidate { value: name.to_owned(), name: about }).collect()
    }

    /// What may come next behind some words.
    pub fn candidates(&self, front: Vec<String>, typed: &str, values: &Values) -> Vec<Candidate> {
        let front = Self::spelled_out(front);
        let words = match front.first().map(String::as_str) {
            None | Some("help") => return self.names(typed),
            Some(name) if settings::option(&self.definition, name).is_some() => {
                Ok(vec![format!("--{name}")])
            }
            _ => self.words(&front),
        };
        let Ok(words) = words else {
            return Vec::new();
        };
        let line = std::iter::once("samur".to_owned()).chain(words).chain([typed.to_owned()]);
        candidates(self.definition.clone(), &line.collect::<Vec<_>>(), values)
    }

    /// The commands with what they do.
    pub fn list(&self) -> String {
        let about = |command: &Command| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            line(command.get_name(), &about)
        };
        format!(
            "SELECT … ;         SQL, read-only, over several lines if need be\n\n\
             Canned queries; .help NAME tells their options\n{}\n\
             Commands\n{}{}\n",
            self.queries().map(about).collect::<String>(),
            self.verbs().map(about).collect::<String>(),
            Self::own_help()
        )
    }

    /// What the shell does itself.
    pub fn own_help() -> String {
        OWN.iter().map(|(name, about)| line(name, about)).collect()
    }
}

fn line(name: &str, about: &str) -> String {
    format!("  .{name:<14} {about}\n")
}
