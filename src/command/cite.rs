//! `samur cite`: one row as a citation of the documents it rests on and of the chronicle.

use std::io::Write as _;

use clap::Args;
use rusqlite::Row;

use super::{Session, rows};
use crate::database::Database;
use crate::error::{Error, Exit, Result};
use crate::output::citation::{Citation, Package, Place, Style, Work};

/// Cite an event, actor, quote, claim, figure, passage, place or source
///
/// Names the documents with line and characters of each passage, and the chronicle with version and content hash. An
/// event is cited with all that reports it, an actor or place with where it is named. Lines count from 1; characters
/// are Unicode code points from 0, the last not included. What a document does not say of itself is left out.
#[derive(Debug, Args)]
pub struct Options {
    /// The id, a locator such as `mee:18:1812-1952`, or a name; `actor/azerbaijan` where several kinds share an id
    #[arg(value_name = "ID")]
    id: String,
    /// How to write it [default: chicago, or by the ending of --output: .bib, .json]
    #[arg(long, value_enum, value_name = "chicago|bibtex|csl-json", hide_possible_values = true)]
    style: Option<Style>,
}

/// Prints the citation.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    if session.global.format.is_some() {
        return Err(Error::usage(
            "a citation is no table: cite takes --style chicago, bibtex or csl-json",
        ));
    }
    let database = session.database()?;
    let found = rows(&database, &options.id, session.notes)?;
    let [row] = &found[..] else {
        let all: Vec<String> = found.iter().map(|r| format!("{}/{}", r.kind, r.id)).collect();
        return Err(Error::usage(format!(
            "'{}' names more than one thing; cite one of {}",
            options.id,
            all.join(", ")
        )));
    };
    let citation = Citation {
        kind: row.kind.clone(),
        id: row.id.clone(),
        works: works(&database, &row.kind, &row.id)?,
        package: package(&database),
    };
    let ending = session.global.output.as_deref().and_then(|path| path.extension()?.to_str());
    let style = options.style.unwrap_or(match ending {
        Some("bib") => Style::Bibtex,
        Some("json") => Style::CslJson,
        _ => Style::Chicago,
    });
    let mut out = session.destination()?;
    let name = out.name();
    out.write_all(citation.write(style).as_bytes()).map_err(|error| Error::write(&name, &error))?;
    out.close()?;
    Ok(Exit::Done)
}

/// The documents that a row rests on, each once, with the places in it.
fn works(database: &Database, kind: &str, id: &str) -> Result<Vec<Work>> {
    let sql = include_str!("../cite/passages.sql");
    let read = || -> rusqlite::Result<Vec<Work>> {
        let mut statement = database.connection.prepare(sql)?;
        let mut works: Vec<Work> = Vec::new();
        let mut rows = statement.query(&[(":kind", kind), (":id", id)])?;
        while let Some(row) = rows.next()? {
            let source: String = row.get("id")?;
            if works.last().is_none_or(|last| last.id != source) {
                works.push(work(row)?);
            }
            let (Some(place), Some(last)) = (place(row)?, works.last_mut()) else {
                continue;
            };
            // Several may speak in one place.
            if last.places.last() != Some(&place) {
                last.places.push(place);
            }
        }
        Ok(works)
    };
    read().map_err(|error| database.explain(&error, sql))
}

fn work(row: &Row) -> rusqlite::Result<Work> {
    Ok(Work {
        id: row.get("id")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        author: row.get("author")?,
        publisher: row.get("publisher")?,
        language: row.get("language")?,
        published: row.get("published")?,
        inferred: row.get::<_, String>("published_basis")? == "inferred",
        file: row.get("file")?,
        sha256: row.get("sha256")?,
        voice: row.get("voice")?,
        places: Vec::new(),
    })
}

fn place(row: &Row) -> rusqlite::Result<Option<Place>> {
    let Some(line) = row.get("line")? else {
        return Ok(None);
    };
    Ok(Some(Place { line, start: row.get("start")?, stop: row.get("stop")? }))
}

fn package(database: &Database) -> Package {
    let meta = |key: &str| -> Option<String> {
        let sql = "SELECT value FROM meta WHERE key = ?1";
        database.connection.query_row(sql, [key], |row| row.get(0)).ok()
    };
    Package {
        title: meta("title").unwrap_or_else(|| "[chronicle without a title]".into()),
        version: meta("version"),
        content_sha256: meta("content_sha256"),
        licence: meta("licence"),
        program: format!("samur {}", env!("CARGO_PKG_VERSION")),
    }
}
