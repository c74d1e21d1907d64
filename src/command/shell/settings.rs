//! The global options that hold from line to line of the shell: those it was started with, and those set since.

use std::ffi::OsString;
use std::fmt::Write as _;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use super::Program;
use crate::error::{Error, Result};

/// Those that cannot change while a database is open, and one that goes with canned queries alone.
const FIXED: [&str; 3] = ["db", "queries", "cite"];

/// The options that are set, by their long names; a flag has no value.
pub struct Settings(Vec<(String, Option<OsString>)>);

/// The options that can be set.
pub fn options(definition: &Command) -> impl Iterator<Item = &Arg> {
    global(definition).filter(|option| !FIXED.contains(&name(option)))
}

/// The option of that name, if it can be set.
pub fn option<'a>(definition: &'a Command, wanted: &str) -> Option<&'a Arg> {
    options(definition).find(|option| name(option) == wanted)
}

/// The options that can be set, with what they do.
pub fn list(definition: &Command) -> String {
    let mut text = String::from("Settings: .NAME VALUE sets, .NAME off takes back, .NAME tells\n");
    for option in options(definition) {
        let help = option.get_help().map(ToString::to_string).unwrap_or_default();
        let next = if name(option) == "output" { "the next result: " } else { "" };
        let _ = writeln!(text, "  .{:<14} {next}{help}", name(option));
    }
    text
}

impl Settings {
    /// What was given where the shell was started.
    pub fn read(definition: &Command, matches: &ArgMatches) -> Self {
        let mut set = Vec::new();
        for option in global(definition) {
            let id = option.get_id().as_str();
            if matches.value_source(id) == Some(ValueSource::CommandLine) {
                let value = matches.get_raw(id).and_then(Iterator::last).map(OsString::from);
                set.push((name(option).to_owned(), value.filter(|_| !is_flag(option))));
            }
        }
        Self(set)
    }

    /// The options as a command line gives them.
    pub fn words(&self) -> Vec<OsString> {
        let option = |(name, value): &(String, Option<OsString>)| {
            std::iter::once(format!("--{name}").into()).chain(value.clone()).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(option).collect()
    }

    /// Sets an option, takes it back (`off`), or tells what it is; gives what is to be printed.
    pub fn change(&mut self, program: &Program, name: &str, values: &[String]) -> Result<String> {
        let flag = option(&program.definition, name).is_some_and(is_flag);
        let before = self.0.clone();
        match values {
            [] => return Ok(self.told(name)),
            [off] if off == "off" || off == "-" => self.0.retain(|(set, _)| set != name),
            [on] if flag && on != "on" => {
                return Err(Error::usage(format!(".{name} is on or off, not '{on}'")));
            }
            [value] => {
                self.0.retain(|(set, _)| set != name);
                self.0.push((name.to_owned(), (!flag).then(|| value.into())));
            }
            _ => return Err(Error::usage(format!(".{name} takes one value"))),
        }
        // The definition says what an option takes.
        let first = std::iter::once("samur".into());
        let line: Vec<OsString> = first.chain(self.words()).chain(["query".into()]).collect();
        if let Err(error) = program.definition.clone().try_get_matches_from(&line) {
            self.0 = before;
            return Err((program.fault)(&error, line));
        }
        Ok(String::new())
    }

    /// What an option is set to.
    pub fn value(&self, name: &str) -> Option<&OsString> {
        self.0.iter().find(|(set, _)| set == name)?.1.as_ref()
    }

    /// Takes an option back; gives what it was set to.
    pub fn take(&mut self, name: &str) -> Option<OsString> {
        let at = self.0.iter().position(|(set, _)| set == name)?;
        self.0.remove(at).1
    }

    fn told(&self, name: &str) -> String {
        let value = self.0.iter().find(|(set, _)| set == name).map(|(_, value)| value);
        let value = value.map_or("off".into(), |value| {
            value.as_ref().map_or("on".into(), |value| value.to_string_lossy())
        });
        format!("{name}: {value}\n")
    }
}

fn global(definition: &Command) -> impl Iterator<Item = &Arg> {
    definition.get_arguments().filter(|option| option.is_global_set())
}

fn name(option: &Arg) -> &str {
    option.get_long().unwrap_or_default()
}

fn is_flag(option: &Arg) -> bool {
    !option.get_action().takes_values()
}
