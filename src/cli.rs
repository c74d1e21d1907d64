//! The verbs and global options; canned queries become subcommands from their heads.

mod fault;

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{
    Arg, ArgAction, ArgMatches, Args as _, CommandFactory as _, FromArgMatches as _, Parser,
    Subcommand,
};

use crate::catalog::{Catalog, Query, Takes};
use crate::command::shell::Program;
use crate::command::{self, Global, Kept, Session, Values, path_option, typed_path};
use crate::error::{Error, Exit, Result, Tell};
use crate::package;
use crate::text::safe;

/// A chronicle of the break between Russia and Azerbaijan: what happened, who said what, and who says so.
///
/// Without --db the chronicle that is built into the program answers.
#[derive(Debug, Parser)]
#[command(name = "samur", version = command::version(), disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List the canned queries, or run one
    Query,
    /// Run SQL, read-only
    Sql(command::sql::Options),
    // Its help is that of its options: how words combine is told there.
    Search(command::search::Options),
    /// Show all about one event, actor, quote, claim, figure, passage, place or source
    Show(command::show::Options),
    /// Cite one of them: its documents with lines and characters, and the chronicle
    Cite(command::cite::Options),
    /// Show the data dictionary
    Schema(command::schema::Options),
    /// Write tables, views or canned queries as files, with datapackage.json
    Export(command::export::Options),
    /// Write a database file, from the built-in chronicle or from a seed
    Build(command::build::Options),
    /// Check a seed
    Check(command::check::Options),
    /// Print the passage row for words of a document
    Locate(command::locate::Options),
    /// Make an empty seed folder for another chronicle
    Init(command::init::Options),
    // Likewise.
    Shell(command::shell::Options),
    /// Print shell completions
    Completions(command::completions::Options),
    /// Print the manual page
    Man,
}

/// The whole command line, canned queries included.
pub fn definition(catalog: &Catalog) -> clap::Command {
    let verbs = catalog.iter().fold(
        clap::Command::new("query")
            .about("List the canned queries, or run one")
            .subcommand_value_name("NAME"),
        |verb, query| verb.subcommand(subcommand(query)),
    );
    let names: Vec<clap::Command> = verbs.get_subcommands().cloned().collect();
    Cli::command().mut_subcommand("query", |verb| {
        verb.subcommands(names).subcommand_value_name("NAME").disable_help_subcommand(true).arg(
            Arg::new("spec")
                .long("spec")
                .action(ArgAction::SetTrue)
                .help("Print all queries with their parameters and SQL as JSON"),
        )
    })
}

/// What every canned query takes, whatever its head declares.
fn bare(name: &str) -> clap::Command {
    clap::Command::new(name.to_owned()).arg(
        Arg::new("show-sql")
            .long("show-sql")
            .action(ArgAction::SetTrue)
            .help("Print the SQL instead of running it"),
    )
}

/// The options that a parameter of a query cannot be called by: those of the program, which stand behind a query too.
fn reserved() -> Vec<String> {
    let mut command = Global::augment_args(bare("query"));
    command.build();
    command.get_arguments().filter_map(Arg::get_long).map(str::to_owned).collect()
}

/// A canned query as a subcommand.
fn subcommand(query: &Query) -> clap::Command {
    let columns = package::COLUMNS.iter().find(|(name, _)| *name == query.name);
    let columns =
        columns.map_or_else(String::new, |(_, names)| format!("Columns: {}\n\n", names.join(", ")));
    let examples = query
        .examples
        .iter()
        .fold(format!("{columns}Examples:"), |text, e| format!("{text}\n  samur query {e}"));
    let mut command = bare(&query.name)
        .about(query.title.clone())
        .long_about(format!("{}\n\n{}", query.title, query.question))
        .after_help(examples);
    for parameter in &query.parameters {
        let mut arg = Arg::new(parameter.name.clone())
            .help(parameter.help.clone())
            .value_name(parameter.takes.label());
        arg = if parameter.required {
            arg.required_unless_present("show-sql")
        } else {
            arg.long(parameter.option())
        };
        arg = match &parameter.takes {
            Takes::Flag => arg.action(ArgAction::SetTrue),
            Takes::OneOf(words) => arg
                .value_parser(
                    words
                        .iter()
                        .map(|w| clap::builder::PossibleValue::new(w.clone()))
                        .collect::<Vec<_>>(),
                )
                .hide_possible_values(true),
            Takes::Integer => {
                arg.value_parser(clap::value_parser!(i64)).allow_negative_numbers(true)
            }
            Takes::Real => arg.value_parser(finite).allow_negative_numbers(true),
            Takes::Text | Takes::Spelling | Takes::Date | Takes::Row(_) => arg,
        };
        command = command.arg(arg);
    }
    command
}

/// A number that something can be compared with.
fn finite(text: &str) -> std::result::Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    number.ok_or_else(|| "takes a number, such as 50 or 0.5".into())
}

/// Runs a command line; `notes` is what goes to standard error though nothing failed.
pub fn run(
    arguments: impl Iterator<Item = OsString>,
    notes: &mut Vec<String>,
    tell: Tell,
) -> Result<Exit> {
    let arguments: Vec<OsString> = arguments.collect();
    if arguments.len() <= 1 {
        command::print_text(include_str!("welcome.txt"))?;
        return Ok(Exit::Done);
    }
    let catalog = match catalog(&arguments) {
        Err(error) => without_folder(error, &arguments, notes)?,
        Ok(catalog) => catalog,
    };
    let shell = |matches: &ArgMatches, session: &mut Session| {
        let run = |words, notes: &mut Vec<String>, kept: &Kept| {
            let inside =
                |_: &ArgMatches, _: &mut Session| Err(Error::usage("this is the shell already"));
            execute(words, &catalog, notes, Some(kept), &inside)
        };
        let mut built = definition(&catalog);
        built.build();
        let fault = |error: &_, words| fault::tell(error, &built, &catalog, words);
        let definition = definition(&catalog);
        let program = Program { definition, run: &run, fault: &fault, tell };
        command::shell::run(program, matches, session)
    };
    execute(arguments, &catalog, notes, None, &shell)
}

/// What runs `samur shell`.
type OpenShell<'a> = &'a dyn Fn(&ArgMatches, &mut Session) -> Result<Exit>;

/// Runs one line: that of the program, or one typed in its shell, which holds a database open.
fn execute(
    arguments: Vec<OsString>,
    catalog: &Catalog,
    notes: &mut Vec<String>,
    kept: Option<&Kept>,
    shell: OpenShell,
) -> Result<Exit> {
    let mut definition = definition(catalog);
    let matches = match definition.try_get_matches_from_mut(arguments.iter()) {
        Ok(matches) => matches,
        Err(error) => {
            return help(&error)
                .unwrap_or_else(|| Err(fault::tell(&error, &definition, catalog, arguments)));
        }
    };
    let cli = Cli::from_arg_matches(&matches).map_err(|error| Error::usage(error.to_string()))?;
    if cli.global.cite && !matches!(cli.verb, Verb::Query) {
        return Err(Error::usage("--cite goes with canned queries: samur query timeline --cite"));
    }
    let mut session = Session { global: cli.global, notes, kept };
    let outcome = verb(cli.verb, &matches, catalog, &mut session, shell);
    for note in session.notes.iter_mut() {
        *note = safe(note);
    }
    outcome
}

fn verb(
    verb: Verb,
    matches: &ArgMatches,
    catalog: &Catalog,
    session: &mut Session,
    shell: OpenShell,
) -> Result<Exit> {
    match verb {
        Verb::Query => query(matches, catalog, session),
        Verb::Sql(options) => command::sql::run(&options, session),
        Verb::Search(options) => command::search::run(&options, session),
        Verb::Show(options) => command::show::run(&options, session),
        Verb::Cite(options) => command::cite::run(&options, session),
        Verb::Schema(options) => command::schema::run(&options, session),
        Verb::Export(options) => command::export::run(&options, catalog, session),
        Verb::Build(options) => command::build::run(&options, session),
        Verb::Check(options) => command::check::run(&options, session),
        Verb::Locate(options) => command::locate::run(&options, session),
        Verb::Init(options) => command::init::run(&options, session),
        Verb::Completions(options) => completions(&options, catalog),
        Verb::Man => command::man::run(definition(catalog)),
        Verb::Shell(_) => shell(matches, session),
    }
}

/// The verb of a line, whatever else is wrong with it.
fn verb_of(catalog: &Catalog, arguments: &[OsString]) -> Option<String> {
    let matches = definition(catalog).ignore_errors(true).try_get_matches_from(arguments).ok()?;
    matches.subcommand_name().map(str::to_owned)
}

/// The script of a shell, or what may come next on a line, which names its own database and queries.
fn completions(options: &command::completions::Options, known: &Catalog) -> Result<Exit> {
    let words = options.words();
    let own = catalog(&words).ok();
    let values = Values { db: path_option(&words, "--db", "SAMUR_DB"), names: false };
    command::completions::run(options, definition(own.as_ref().unwrap_or(known)), &values)
}

/// The built-in queries, and those of the folder that a line names. They become subcommands, so it must be known before
/// the line can be parsed.
fn catalog(words: &[OsString]) -> Result<Catalog> {
    let mut catalog = Catalog::read(package::QUERIES)?;
    if let Some(folder) = path_option(words, "--queries", "SAMUR_QUERIES") {
        let by =
            if typed_path(words, "--queries").is_some() { "--queries" } else { "SAMUR_QUERIES" };
        catalog.add_folder(&folder, &reserved()).map_err(|error| error.of(by))?;
    }
    Ok(catalog)
}

/// The built-in queries alone, where the work does not end with a folder that cannot be read.
fn without_folder(error: Error, words: &[OsString], notes: &mut Vec<String>) -> Result<Catalog> {
    let known = Catalog::read(package::QUERIES)?;
    match verb_of(&known, words).as_deref() {
        // Whoever presses Tab is not to read why.
        Some("completions") => Ok(known),
        None | Some("query" | "export" | "shell" | "man") => Err(error),
        Some(_) if typed_path(words, "--queries").is_some() => Err(error),
        Some(_) => {
            notes.push(format!("note: {error}"));
            Ok(known)
        }
    }
}

fn query(matches: &ArgMatches, catalog: &Catalog, session: &mut Session) -> Result<Exit> {
    let verb = matches.subcommand_matches("query");
    let Some((name, given)) = verb.and_then(ArgMatches::subcommand) else {
        return if verb.is_some_and(|verb| verb.get_flag("spec")) {
            command::query::specification(catalog)
        } else {
            command::query::list(catalog, session)
        };
    };
    if verb.is_some_and(|verb| verb.get_flag("spec")) {
        return Err(Error::usage("--spec tells of all queries\n  example: samur query --spec"));
    }
    let query = catalog.get(name).ok_or_else(|| Error::usage(format!("no query '{name}'")))?;
    if given.get_flag("show-sql") {
        return command::query::show_sql(query, catalog, session);
    }
    let text = |name: &str, takes: &Takes| match takes {
        Takes::Flag => given.get_flag(name).then(|| "1".to_owned()),
        Takes::Integer => given.get_one::<i64>(name).map(ToString::to_string),
        Takes::Real => given.get_one::<f64>(name).map(ToString::to_string),
        _ => given.get_one::<String>(name).cloned(),
    };
    let values = query.parameters.iter().map(|p| text(&p.name, &p.takes)).collect();
    command::query::run(query, catalog, values, session)
}

/// Help and version are results and no faults.
fn help(error: &clap::Error) -> Option<Result<Exit>> {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion).then(|| {
        error.print().map_err(|e| Error::write("standard output", &e))?;
        Ok(Exit::Done)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        let catalog = Catalog::read(package::QUERIES).expect("queries");
        definition(&catalog).debug_assert();
    }

    #[test]
    fn no_query_takes_an_option_of_the_program() {
        let reserved = reserved();
        for option in ["limit", "no-header", "show-sql", "help"] {
            assert!(reserved.contains(&option.to_owned()), "{option} in {reserved:?}");
        }
        let catalog = Catalog::read(package::QUERIES).expect("queries");
        for parameter in catalog.iter().flat_map(|query| &query.parameters) {
            assert!(!reserved.contains(&parameter.option()), "{}", parameter.name);
        }
    }
}
