//! `samur show`: the page about one row, put together from the sections of `pages/<kind>.sql`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use rusqlite::OptionalExtension as _;
use rusqlite::types::Value;

use super::{Session, bind, rows, write_rows};
use crate::database::Database;
use crate::error::{Error, Exit, Result};
use crate::layout::Layout;
use crate::output::{Destination, Format, Look, sink};
use crate::package;
use crate::seed::register_texts;
use crate::source::{Text, Texts};

/// Show all about one event, actor, quote, claim, figure, passage, place or source
#[derive(Debug, Args)]
pub struct Options {
    /// The id, a locator such as `mee:18:1812-1952`, or a name; `actor/azerbaijan` where several kinds share an id
    #[arg(value_name = "ID")]
    id: String,
    /// Folder of the documents: shows the words of each passage too
    #[arg(long, value_name = "DIR", env = "SAMUR_SOURCES", hide_env = true)]
    sources: Option<PathBuf>,
}

/// A part of a page: a title and a query by `:id`, with its layout in the lines between. `-- section: Words (sources)`
/// gives passages, whose words are shown where the documents are at hand.
struct Section<'a> {
    title: &'a str,
    needs_sources: bool,
    layout: Layout,
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
    let documents = options.sources.as_deref().map(|dir| Documents::read(&database, dir));
    let documents = documents.transpose()?;
    let rows = rows(&database, &options.id, session.notes)?;
    let mut pages = Vec::new();
    for row in &rows {
        let text = package::PAGES.iter().find(|(kind, _)| *kind == row.kind);
        let mut sections = text.map_or_else(Vec::new, |(_, text)| sections(text));
        sections.retain(|section| documents.is_some() || !section.needs_sources);
        if let Some(documents) = &documents {
            documents.hold(&database, &row.id, &sections)?;
        }
        pages.push((row, sections));
    }
    let mut out = session.destination()?;
    for (shown, (row, sections)) in pages.iter().enumerate() {
        page(&database, &row.kind, &row.id, sections, shown, session, &mut out)?;
    }
    if format == Format::Json {
        write(&mut out, "\n]\n")?;
    }
    out.close()?;
    Ok(Exit::Done)
}

/// The folder of documents; only those that are what the passages were cited from are read from.
struct Documents {
    /// Why a source's words are not at hand.
    faults: BTreeMap<String, String>,
}

impl Documents {
    /// Reads the documents and lets SQL read the words of passages from them.
    fn read(database: &Database, dir: &Path) -> Result<Self> {
        let (mut texts, mut faults) = (Texts::new(dir)?, BTreeMap::new());
        let recorded = "SELECT id || '/' || sha256 || '/' || file FROM source";
        for row in database.texts(recorded)? {
            let mut fields = row.splitn(3, '/');
            let (Some(id), Some(hash), Some(file)) = (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let path = dir.join(file);
            let shown = path.display();
            let fault = match Text::open(dir, file) {
                Err(_) => format!("there is no readable file {shown}"),
                Ok(text) if text.sha256 != hash => format!(
                    "{shown} is not the document that was cited\n  its sha256 is {}, the chronicle records {hash}",
                    text.sha256
                ),
                Ok(text) => {
                    texts.insert(id, text);
                    continue;
                }
            };
            faults.insert(id.to_owned(), fault);
        }
        register_texts(&database.connection, &Arc::new(texts))?;
        Ok(Self { faults })
    }

    /// Whether the words of every passage of a page are at hand; a page with gaps would pass for the whole.
    fn hold(&self, database: &Database, id: &str, sections: &[Section]) -> Result<()> {
        for section in sections.iter().filter(|section| section.needs_sources) {
            let sql = format!("SELECT locator FROM ({}) WHERE words IS NULL LIMIT 1", section.sql);
            let missing: Option<String> = database
                .connection
                .query_row(&sql, [id], |row| row.get(0))
                .optional()
                .map_err(|error| database.explain(&error, &sql))?;
            let Some(locator) = missing else {
                continue;
            };
            let source = locator.split(':').next().unwrap_or_default();
            let fault = self.faults.get(source).cloned().unwrap_or_else(|| {
                "the words there have another sha256 than the passage records".into()
            });
            return Err(Error::fault(format!("no words for {locator}: {fault}")));
        }
        Ok(())
    }
}

fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("-- section: ") {
            let (title, needs_sources) =
                title.strip_suffix(" (sources)").map_or((title, false), |title| (title, true));
            let layout = Layout::default();
            sections.push(Section { title, needs_sources, layout, sql: String::new() });
        } else if let Some(section) = sections.last_mut() {
            let head = line.strip_prefix("-- ").unwrap_or_default();
            if section.layout.read(head) != Ok(true) {
                section.sql.push_str(line);
                section.sql.push('\n');
            }
        }
    }
    for section in sections.iter_mut().filter(|section| section.needs_sources) {
        let passages = section.sql.trim_end().trim_end_matches(';');
        section.sql = include_str!("../show/words.sql").replace("{passages}", passages);
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
            _ => {
                let line = if look.ascii { "--" } else { "──" };
                write(out, &format!("\n{line} {} {line}\n", section.title))?;
            }
        }
        let mut statement = prepare().map_err(explain)?;
        let mut look = Look { layout: section.layout.clone(), ..look.clone() };
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
        session.notes.extend(written?.notes);
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
