//! `samur locate`: the passage row for words of a document; nobody types offsets by hand.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Session;
use crate::database;
use crate::error::{Error, Exit, Result};
use crate::output::Format;
use crate::source::{Range, Text, Texts, sha256};
use crate::text::{self, count};

/// Print the passage row for words of a document
///
/// The source is looked up in the seed, so that one just added is found too; the seed need not be free of faults.
#[derive(Debug, Args)]
pub struct Options {
    /// Id of the source
    #[arg(value_name = "SOURCE")]
    source: String,
    /// The words exactly as the document has them; white space of any kind matches white space of any kind
    #[arg(value_name = "WORDS")]
    words: String,
    /// Folder of the documents
    #[arg(long, value_name = "DIR", env = "SAMUR_SOURCES", hide_env = true, required = true)]
    sources: PathBuf,
    /// Folder of the seed
    #[arg(long, value_name = "DIR", default_value = "seed")]
    seed: PathBuf,
    /// Where on the page the words stand: body, heading or caption
    #[arg(long, value_name = "PART", default_value = "body")]
    part: String,
    /// Who vouches for them; without it the author does
    #[arg(long, value_name = "ACTOR")]
    speaker: Option<String>,
    /// Outlet or report in between
    #[arg(long, value_name = "ACTOR", requires = "speaker")]
    via: Option<String>,
    /// author, reported or quoted [default: author, or reported where there is a speaker]
    #[arg(long, value_name = "VOICE")]
    voice: Option<String>,
}

/// Prints a row for each place where the words stand, as csv unless another format is asked for.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    vouched(options)?;
    let file = file_of(options)?;
    let mut texts = Texts::new(&options.sources)?;
    texts.read(&options.source, &file);
    let path = options.sources.join(&file);
    let text = texts
        .get(&options.source)
        .ok_or_else(|| Error::fault(texts.trouble(&options.source).unwrap_or_default()))?;
    if options.words.trim().is_empty() {
        return Err(Error::usage("no words given to locate"));
    }
    let found = text.find(&options.words);
    if found.is_empty() {
        return Err(Error::fault(format!(
            "these words do not stand in {}{}",
            path.display(),
            longest(text, &options.words)
        )));
    }
    if found.len() > 1 {
        session.notes.push(format!(
            "note: the words stand in {}; take the right row, or give more words",
            count(found.len() as u64, "place")
        ));
    }
    for (option, actor) in [("--speaker", &options.speaker), ("--via", &options.via)] {
        if let Some(actor) = actor {
            session.notes.extend(unknown(options, option, actor)?);
        }
    }
    let schema = database::schema()?;
    let table =
        schema.relation("passage").ok_or_else(|| Error::fault("no table passage in the schema"))?;
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let taken = ids(&options.seed, "passage")?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for range in found {
        let line = text.line_at(range.start);
        let used = |id: &String| taken.contains(id) || rows.iter().any(|row| &row[0] == id);
        let id = (1..=u32::MAX)
            .map(|n| format!("{}-{line}-{n}", options.source))
            .find(|id| !used(id))
            .unwrap_or_default();
        rows.push(names.iter().map(|name| field(name, &id, options, text, range)).collect());
    }
    if session.global.format.is_none() {
        session.global.format = Some(Format::Csv);
    }
    session.print_rows(&names, &rows)
}

/// The author speaks himself; what is reported or quoted, somebody else said.
fn vouched(options: &Options) -> Result<()> {
    let fault = match (options.voice.as_deref(), &options.speaker) {
        (Some("author"), Some(_)) => {
            "--voice author takes no --speaker\n  the author speaks himself; what somebody else says is reported or quoted"
        }
        (Some("reported" | "quoted"), None) => {
            "--voice reported and --voice quoted need --speaker ACTOR\n  without a speaker the author vouches for the words"
        }
        _ => return Ok(()),
    };
    Err(Error::usage(fault))
}

/// What is to be said of an actor that the seed does not have; one may be added after its first passage.
fn unknown(options: &Options, option: &str, actor: &str) -> Result<Option<String>> {
    let known = ids(&options.seed, "actor")?;
    Ok((!known.iter().any(|id| id == actor)).then(|| {
        let hint = text::near_hint(actor, known.iter().map(String::as_str));
        let path = options.seed.join("actor.csv");
        format!("note: {option}: no actor '{actor}' in {} yet{hint}", path.display())
    }))
}

fn field(name: &str, id: &str, options: &Options, text: &Text, range: Range) -> String {
    let voice = || {
        if options.speaker.is_some() { "reported" } else { "author" }
    };
    match name {
        "id" => id.to_owned(),
        "source_id" => options.source.clone(),
        "line" => text.line_at(range.start).to_string(),
        "start" => range.start.to_string(),
        "stop" => range.stop.to_string(),
        "sha256" => text.slice(range).map_or_else(String::new, |slice| sha256(slice.as_bytes())),
        "part" => options.part.clone(),
        "voice" => options.voice.clone().unwrap_or_else(|| voice().to_owned()),
        "speaker_id" => options.speaker.clone().unwrap_or_default(),
        "via_id" => options.via.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

/// How much of the words does stand in the document, and where.
fn longest(text: &Text, words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    for n in (1..words.len()).rev() {
        if let Some(range) = text.find(&words[..n].join(" ")).first() {
            let line = text.line_at(range.start);
            return format!(
                "\n  the first {} stand in line {line}; they differ at '{}'",
                count(n as u64, "word"),
                words[n]
            );
        }
    }
    "\n  give them exactly as the document has them, quotation marks and dashes included".into()
}

fn file_of(options: &Options) -> Result<String> {
    let rows = fields(&options.seed, "source", &["id", "file"])?;
    let known = rows.iter().map(|row| row[0].as_str());
    rows.iter().find(|row| row[0] == options.source).map(|row| row[1].clone()).ok_or_else(|| {
        let hint = text::near_hint(&options.source, known);
        Error::usage(format!(
            "no source '{}' in {}{hint}",
            options.source,
            options.seed.join("source.csv").display()
        ))
    })
}

fn ids(seed: &Path, table: &str) -> Result<Vec<String>> {
    Ok(fields(seed, table, &["id"])?.into_iter().map(|mut row| row.remove(0)).collect())
}

/// Some columns of a seed file, read leniently: what cannot be read is for `samur check` to say.
fn fields(seed: &Path, table: &str, columns: &[&str]) -> Result<Vec<Vec<String>>> {
    let path = seed.join(format!("{table}.csv"));
    let fault =
        |error: csv::Error| Error::fault(format!("cannot read {}: {error}", path.display()));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(&path).map_err(fault)?;
    let header = reader.headers().map_err(fault)?.clone();
    let places: Vec<Option<usize>> =
        columns.iter().map(|column| header.iter().position(|h| h == *column)).collect();
    let rows = reader.records().filter_map(std::result::Result::ok);
    Ok(rows
        .map(|record| {
            places
                .iter()
                .map(|at| at.and_then(|at| record.get(at)).unwrap_or_default().to_owned())
                .collect()
        })
        .collect())
}
