//! `samur show`: the page about one row, put together from the sections of `pages/<kind>.sql`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use rusqlite::types::Value;

use super::{Session, bind, write_rows};
use crate::database::Database;
use crate::error::{Error, Exit, Result};
use crate::output::{Destination, Format, sink};
use crate::package;
use crate::seed::register_texts;
use crate::source::Texts;
use crate::text;

/// Show all about one event, actor, quote, claim, place or source
#[derive(Debug, Args)]
pub struct Options {
    /// The id; `actor/azerbaijan` where several kinds share one
    #[arg(value_name = "ID")]
    id: String,
    /// Folder of the documents: shows the words of each passage too
    #[arg(long, value_name = "DIR", env = "SAMUR_SOURCES", hide_env = true)]
    sources: Option<PathBuf>,
}

/// A part of a page: a title and a query by `:id`; `-- section: Words (sources)` runs only with the documents.
struct Section<'a> {
    title: &'a str,
    needs_sources: bool,
    sql: String,
}

/// Prints the page of every row with that id.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    let format = session.format();
    if !matches!(format, Format::Table | Format::Markdown | Format::Json) {
        return Err(Error::usage(
            "a page holds several tables: show takes --format table, markdown or json",
        ));
    }
    let database = session.database()?;
    let with_sources = if let Some(dir) = &options.sources {
        register_texts(&database.connection, &Arc::new(texts(&database, dir)?))?;
        true
    } else {
        false
    };
    let (kind, id) = options
        .id
        .split_once('/')
        .map_or((None, options.id.as_str()), |(kind, id)| (Some(kind), id));
    let pages: Vec<_> =
        package::PAGES.iter().filter(|(name, _)| kind.is_none_or(|kind| kind == *name)).collect();
    if pages.is_empty() {
        let kinds: Vec<&str> = package::PAGES.iter().map(|(name, _)| *name).collect();
        return Err(Error::usage(format!(
            "no kind '{}'; kinds are {}",
            kind.unwrap_or_default(),
            kinds.join(", ")
        )));
    }
    let mut out = Destination::open(session.global.output.as_deref())?;
    let mut shown = 0;
    for (kind, text) in pages {
        if !exists(&database, kind, id)? {
            continue;
        }
        let sections: Vec<Section> =
            sections(text).into_iter().filter(|s| with_sources || !s.needs_sources).collect();
        page(&database, kind, id, &sections, shown, session, &mut out)?;
        shown += 1;
    }
    if shown == 0 {
        return Err(unknown(&database, id)?);
    }
    if format == Format::Json {
        write(&mut out, "\n]\n")?;
    }
    out.close()?;
    Ok(Exit::Done)
}

fn texts(database: &Database, dir: &std::path::Path) -> Result<Texts> {
    let mut texts = Texts::new(dir)?;
    for source in database.texts("SELECT id || '/' || file FROM source")? {
        if let Some((id, file)) = source.split_once('/') {
            texts.read(id, file);
        }
    }
    Ok(texts)
}

fn exists(database: &Database, kind: &str, id: &str) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM \"{kind}\" WHERE id = ?1)");
    database
        .connection
        .query_row(&sql, [id], |row| row.get(0))
        .map_err(|error| database.explain(&error, &sql))
}

fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("-- section: ") {
            let (title, needs_sources) =
                title.strip_suffix(" (sources)").map_or((title, false), |title| (title, true));
            sections.push(Section { title, needs_sources, sql: String::new() });
        } else if let Some(section) = sections.last_mut() {
            section.sql.push_str(line);
            section.sql.push('\n');
        }
    }
    sections
}

fn write(out: &mut Destination, text: &str) -> Result<()> {
    use std::io::Write as _;
    let name = out.name();
    out.write_all(text.as_bytes()).map_err(|error| Error::write(&name, &error))
}

/// One page; sections without rows are left out.
fn page(
    database: &Database,
    kind: &str,
    id: &str,
    sections: &[Section],
    before: usize,
    session: &mut Session,
    out: &mut Destination,
) -> Result<()> {
    let format = session.format();
    let look = session.look();
    let mut first = true;
    match format {
        Format::Json => {
            let lead = if before == 0 { "[" } else { "," };
            write(out, &format!("{lead}\n{{\"kind\": {}, \"id\": {}", json(kind), json(id)))?;
        }
        Format::Markdown => {
            write(out, &format!("{}# {kind} {id}\n", if before > 0 { "\n" } else { "" }))?;
        }
        _ => write(out, &format!("{}{kind} {id}\n", if before > 0 { "\n\n" } else { "" }))?,
    }
    for section in sections {
        let parameters = [("id".to_owned(), Value::Text(id.to_owned()))];
        let prepare = || {
            let mut statement = database.connection.prepare(&section.sql)?;
            bind(&mut statement, &parameters)?;
            Ok(statement)
        };
        let explain = |error: rusqlite::Error| database.explain(&error, &section.sql);
        let any =
            prepare().and_then(|mut s| Ok(s.raw_query().next()?.is_some())).map_err(explain)?;
        if !any {
            continue;
        }
        match format {
            Format::Json => write(out, &format!(",\n{}: ", json(section.title)))?,
            Format::Markdown => write(out, &format!("\n## {}\n\n", section.title))?,
            _ if first => write(out, "\n")?,
            _ => write(out, &format!("\n── {} ──\n", section.title))?,
        }
        let mut statement = prepare().map_err(explain)?;
        let mut look = look.clone();
        // The first section describes the row itself: one field under another.
        if first && format == Format::Table {
            look.width = look.width.min(super::RECORD);
        }
        let mut sink = if first && format == Format::Table {
            crate::output::records(&look, out)
        } else {
            sink(format, &look, out)
        };
        let written = write_rows(database, &mut statement, &section.sql, sink.as_mut(), None);
        drop(sink);
        session.notes.extend(written?);
        first = false;
    }
    if format == Format::Json {
        write(out, "}")?;
    }
    Ok(())
}

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn unknown(database: &Database, id: &str) -> Result<Error> {
    let union: Vec<String> =
        package::PAGES.iter().map(|(kind, _)| format!("SELECT id FROM \"{kind}\"")).collect();
    let ids = database.texts(&union.join(" UNION "))?;
    let near = text::near(id, ids.iter().map(String::as_str));
    let hint = if near.is_empty() {
        "`samur search WORDS` finds ids".into()
    } else {
        format!("near: {}", near.join(", "))
    };
    Ok(Error::usage(format!("nothing has the id '{id}'\n  {hint}")))
}
