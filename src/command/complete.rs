//! What may come next on a command line: verbs, options and values.

use std::ffi::OsStr;

use clap::{Command, ValueHint};
use clap_complete::engine::{self, ArgValueCompleter, CompletionCandidate};

use super::{Candidate, Kind, Values};
use crate::text::safe_line;

/// What may stand in the place of the last word; nothing where the line makes no sense or there is no database.
pub fn candidates(definition: Command, words: &[String], values: &Values) -> Vec<Candidate> {
    let typed = words.last().map_or("", String::as_str);
    let arguments = words.iter().map(Into::into).collect();
    let folder = std::env::current_dir().ok();
    let mut definition = with_values(definition, values);
    let last = words.len().saturating_sub(1);
    let found = engine::complete(&mut definition, arguments, last, folder.as_deref());
    let mut offered: Vec<Candidate> = found.unwrap_or_default().iter().map(candidate).collect();
    // Each short option has a long one that says what it does; options wait until a dash asks for them.
    offered.retain(|c| !(c.value.starts_with('-') && c.value.len() == 2));
    if typed.is_empty() && offered.iter().any(|c| !c.value.starts_with('-')) {
        offered.retain(|c| !c.value.starts_with('-'));
    }
    offered
}

fn offer(candidate: Candidate) -> CompletionCandidate {
    let help = (!candidate.name.is_empty()).then(|| candidate.name.into());
    CompletionCandidate::new(candidate.value).help(help)
}

fn candidate(found: &CompletionCandidate) -> Candidate {
    let name = found.get_help().map(ToString::to_string).unwrap_or_default();
    Candidate {
        value: found.get_value().to_string_lossy().into_owned(),
        name: safe_line(name.lines().next().unwrap_or_default()).replace('\t', " "),
    }
}

/// Whether what the values begin with goes on from what is typed, so that the line may be filled with it.
pub fn agree(candidates: &[Candidate], typed: &str) -> bool {
    let (Some(first), Some(last)) =
        (candidates.iter().map(|c| &c.value).min(), candidates.iter().map(|c| &c.value).max())
    else {
        return true;
    };
    let common = first.chars().zip(last.chars()).take_while(|(a, b)| a == b).count();
    first.starts_with(typed) && common >= typed.chars().count()
}

/// The definition with a source of values for each argument that takes some of the chronicle.
fn with_values(definition: Command, values: &Values) -> Command {
    let queries = definition.find_subcommand("query");
    let needs_nothing = |query: &&Command| query.get_positionals().next().is_none();
    let queries: Vec<Candidate> = queries.map_or_else(Vec::new, |verb| {
        let named = |query: &Command| Candidate {
            value: query.get_name().to_owned(),
            name: query.get_about().map(ToString::to_string).unwrap_or_default(),
        };
        verb.get_subcommands().filter(needs_nothing).map(named).collect()
    });
    each_argument(definition, &|arg| {
        let label = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        let (values, queries) = (values.clone(), queries.clone());
        if label.as_deref() == Some("DIR") {
            return arg.value_hint(ValueHint::DirPath);
        }
        let Some(kind) = label.as_deref().and_then(Kind::of) else {
            return arg;
        };
        arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
            let offered = typed.to_str().map(|typed| kind.candidates(&values, &queries, typed));
            offered.unwrap_or_default().into_iter().map(offer).collect()
        }))
    })
}

fn each_argument(command: Command, change: &dyn Fn(clap::Arg) -> clap::Arg) -> Command {
    command.mut_args(change).mut_subcommands(|verb| each_argument(verb, change))
}
