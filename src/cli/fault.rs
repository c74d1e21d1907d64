//! What is wrong with a command line: the option or word, what would be right, an example.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::catalog::{Catalog, Query};
use crate::error::Error;
use crate::text;

/// Where on the command line the fault is.
struct Fault<'a> {
    error: &'a clap::Error,
    catalog: &'a Catalog,
    /// `samur query timeline`.
    called: String,
    /// What was called, its arguments among them.
    command: &'a Command,
    /// The canned query, if it is one.
    query: Option<&'a Query>,
    /// The first word that is not UTF-8: of an error that is about one, the parser does not say which.
    strange: Option<String>,
}

/// Tells a fault of a command line in the words of its options, or of the head of the canned query.
pub fn tell(
    error: &clap::Error,
    definition: &Command,
    catalog: &Catalog,
    arguments: Vec<OsString>,
) -> Error {
    let (mut command, mut called) = (definition, "samur".to_owned());
    let strange = arguments.iter().find(|word| word.to_str().is_none());
    let strange = strange.map(|word| word.to_string_lossy().into_owned());
    // What the parser takes for verb and query, however wrong the rest is.
    let matches = lenient(definition.clone()).try_get_matches_from(arguments).ok();
    let mut matches = matches.as_ref();
    while let Some((name, rest)) = matches.and_then(clap::ArgMatches::subcommand) {
        command = command.find_subcommand(name).unwrap_or(command);
        called = format!("{called} {name}");
        matches = Some(rest);
    }
    let query = called.strip_prefix("samur query ").and_then(|name| catalog.get(name));
    Error::usage(Fault { error, catalog, called, command, query, strange }.message())
}

/// The definition that reads on behind what is wrong, and to which `--help` is an option like any other.
fn lenient(command: Command) -> Command {
    let plain = |arg: Arg| match arg.get_action() {
        ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version => {
            arg.action(ArgAction::SetTrue)
        }
        _ => arg,
    };
    command.ignore_errors(true).mut_args(plain).mut_subcommands(lenient)
}

impl Fault<'_> {
    fn message(&self) -> String {
        match self.error.kind() {
            ErrorKind::InvalidSubcommand => self.unknown_verb(),
            ErrorKind::UnknownArgument => self.unknown_argument(),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => self.value(),
            ErrorKind::MissingRequiredArgument => self.missing(),
            ErrorKind::TooManyValues => self.no_value(),
            ErrorKind::ArgumentConflict => self.conflict(),
            ErrorKind::MissingSubcommand => {
                "no verb is given\n  `samur --help` lists them\n  example: samur query timeline"
                    .into()
            }
            ErrorKind::InvalidUtf8 => {
                let word = self.strange.as_deref().unwrap_or_default();
                format!("'{word}' is not UTF-8{}", self.example(None))
            }
            _ => {
                let text = self.error.to_string();
                text.strip_prefix("error: ").unwrap_or(&text).trim_end().to_owned()
            }
        }
    }

    fn unknown_verb(&self) -> String {
        let given = self.context(ContextKind::InvalidSubcommand);
        let known = self.command.get_subcommands().map(Command::get_name);
        let near = nearest(&given, known.filter(|name| *name != "help"));
        if self.called != "samur" {
            return format!("no query '{given}'{near}\n  `samur query` lists all");
        }
        let query = if self.catalog.get(&given).is_some() {
            format!("\n  it is a canned query: samur query {given}")
        } else {
            near
        };
        format!("no verb '{given}'{query}\n  `samur --help` lists all")
    }

    fn unknown_argument(&self) -> String {
        let given = self.context(ContextKind::InvalidArg);
        let known = || self.command.get_arguments().filter_map(Arg::get_long);
        if !given.starts_with('-') {
            let (called, takes, example) = (&self.called, self.takes(), self.example(None));
            return format!("'{given}' is one word too many for {called}{takes}{example}");
        }
        let name = given.trim_start_matches('-').split('=').next().unwrap_or_default();
        let near: Vec<String> =
            text::near(name, known()).iter().map(|name| format!("--{name}")).collect();
        let first = self.command.get_arguments().find(|arg| near.first() == Some(&shown(arg)));
        let near =
            if near.is_empty() { String::new() } else { format!("\n  near: {}", near.join(", ")) };
        let takes = self.takes();
        format!("{} has no option {given}{near}{takes}{}", self.called, self.example(first))
    }

    fn value(&self) -> String {
        let given = self.context(ContextKind::InvalidValue);
        let named = self.context(ContextKind::InvalidArg);
        let arg = self.argument(&named);
        let name = arg.map_or(named, shown);
        let reason = std::error::Error::source(self.error).map(ToString::to_string);
        let words = arg.map(words).unwrap_or_default();
        let (fault, takes) = match reason.as_deref() {
            None if given.is_empty() => ("a value is missing".to_owned(), words.join(", ")),
            None => (format!("'{given}' is none of its words"), words.join(", ")),
            Some(reason) => match reason.strip_prefix("takes ") {
                Some(takes) => (format!("'{given}' is nothing that it takes"), takes.to_owned()),
                None => number(&given, reason),
            },
        };
        let near = nearest(&given, words.iter().map(String::as_str));
        let takes = if takes.is_empty() { takes } else { format!("\n  it takes {takes}") };
        let help = arg.map(help).unwrap_or_default();
        format!("{name}: {fault}{near}{takes}\n  {help}{}", self.example(arg))
    }

    fn no_value(&self) -> String {
        let named = self.context(ContextKind::InvalidArg);
        let name = self.argument(&named).map_or(named, shown);
        format!("{name} takes no value{}", self.example(None))
    }

    fn missing(&self) -> String {
        let names = self.context(ContextKind::InvalidArg).replace(['<', '>', '.'], "");
        let wanted = self.command.get_arguments().filter(|arg| names.contains(&shown(arg)));
        let help = wanted
            .fold(String::new(), |text, arg| format!("{text}\n  {}: {}", shown(arg), help(arg)));
        format!("{} needs {names}{help}{}", self.called, self.example(None))
    }

    fn conflict(&self) -> String {
        let name = |kind| {
            let named = self.context(kind);
            self.argument(&named).map_or(named, shown)
        };
        let (one, other) = (name(ContextKind::InvalidArg), name(ContextKind::PriorArg));
        let what = if one == other {
            format!("{one} is given twice")
        } else {
            format!("{one} does not go with {other}")
        };
        format!("{what}{}", self.example(self.argument(&self.context(ContextKind::InvalidArg))))
    }

    /// What may be typed behind the verb or query, global options apart.
    fn takes(&self) -> String {
        let takes = |arg: &&Arg| {
            !arg.is_global_set()
                && matches!(
                    arg.get_action(),
                    ArgAction::Set | ArgAction::SetTrue | ArgAction::Append
                )
        };
        let mut own: Vec<&Arg> = self.command.get_arguments().filter(takes).collect();
        own.sort_by_key(|arg| !arg.is_positional());
        let names: Vec<String> = own.into_iter().map(shown).collect();
        if names.is_empty() { String::new() } else { format!("\n  it takes {}", names.join(", ")) }
    }

    /// A command line that shows the argument, from the head of the query if one there does.
    fn example(&self, arg: Option<&Arg>) -> String {
        let global = arg.is_some_and(|arg| arg.is_global_set() && words(arg).is_empty());
        let Some(query) = self.query.filter(|_| !global) else {
            return format!("\n  `{} --help` says more", self.called);
        };
        let with = |example: &&String| {
            let option = arg.and_then(Arg::get_long).map(|long| format!("--{long}"));
            option.is_none_or(|option| example.split(' ').any(|word| word == option))
        };
        let first = query.examples.first().map_or(query.name.as_str(), String::as_str);
        let line = query.examples.iter().find(with).cloned().unwrap_or_else(|| {
            let value = arg.and_then(|arg| words(arg).into_iter().next());
            let option = arg.filter(|_| value.is_some()).map(shown).unwrap_or_default();
            format!("{first} {option} {}", value.unwrap_or_default()).trim_end().to_owned()
        });
        format!("\n  example: samur query {line}")
    }

    fn context(&self, kind: ContextKind) -> String {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            _ => String::new(),
        }
    }

    /// The argument that the parser writes as `--status <happened|…>` or `<EVENT>`.
    fn argument(&self, written: &str) -> Option<&Arg> {
        self.command.get_arguments().find(|arg| arg.to_string() == written)
    }
}

/// What is wrong with a number, and what would be right: its parser speaks of types.
fn number(given: &str, reason: &str) -> (String, String) {
    let range = reason.split_once(" is not in ").and_then(|(_, range)| range.split_once("..="));
    let takes = range.map(|(least, most)| format!("a whole number from {least} to {most}"));
    let fault = if range.is_some() {
        "is nothing that it takes".to_owned()
    } else if reason.contains("float") {
        "is no number".into()
    } else if reason.starts_with("number too large") {
        "is too large".into()
    } else if reason.starts_with("number too small") || given.parse::<i64>().is_ok() {
        // A parser that knows no sign takes it for a wrong digit.
        "is too small".into()
    } else if reason.contains("digit") || reason.contains("integer") {
        "is no whole number".into()
    } else {
        reason.to_owned()
    };
    (format!("'{given}' {fault}"), takes.unwrap_or_default())
}

/// An argument as it is typed: `--status`, or EVENT where it stands by its position.
fn shown(arg: &Arg) -> String {
    match (arg.get_long(), arg.get_value_names()) {
        (Some(long), _) => format!("--{long}"),
        (None, Some([name, ..])) => name.to_string(),
        (None, _) => arg.get_id().to_string(),
    }
}

/// What an argument does.
fn help(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}

/// The words that an argument takes, if only some.
fn words(arg: &Arg) -> Vec<String> {
    if matches!(arg.get_action(), ArgAction::SetTrue) {
        return Vec::new();
    }
    arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

/// `near: a, b` on a line of its own.
fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = text::near(given, known);
    if near.is_empty() { String::new() } else { format!("\n  near: {}", near.join(", ")) }
}
