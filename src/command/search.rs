//! `samur search`: full text over events, quotes, actors and places.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use clap::{Args, ValueEnum};
use rusqlite::types::Value;

use super::{Session, bind, day_prefix, period, row_id};
use crate::database::Database;
use crate::error::{Error, Exit, Result};
use crate::layout::Layout;
use crate::output::Look;
use crate::text::{self, count};
use crate::words::{Term, Words, phrase};

/// The letters that a word must have to be taken for the beginning of another.
const BEGINNING: usize = 4;

/// Words of which it is told one by one that they are found nowhere, or in another spelling.
const TOLD: usize = 10;

/// Find words in events, quotes, actors and places, in every spelling
///
/// Every word must occur; `"in quotation marks"` they must stand together; `bri*` finds what begins so; AND, OR, NOT in
/// capitals and parentheses combine, AND before OR. Case and diacritics do not matter, and any alphabet will do. A word that
/// occurs nowhere is searched in the nearest spelling that does, and a note says so. The best hits come first, their
/// words between « and ».
#[derive(Debug, Args)]
pub struct Options {
    /// The words
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Only hits of this kind
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// Only what this source tells of
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// Only events and quotes, without what surely ended before this
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only events and quotes, without what surely began after this
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Event,
    Quote,
    Actor,
    Place,
}

/// Finds the words.
pub fn run(options: &Options, session: &mut Session) -> Result<Exit> {
    let typed = options.words.join(" ");
    let mut words = Words::read(&typed);
    if words.terms().next().is_none() {
        return Err(Error::usage(format!(
            "'{typed}' holds no word to search for\n  a word is made of letters or digits: samur search bridge\n  \
             '\"by the bridge\"' finds a phrase, 'bri*' what begins so, 'bridge NOT ferry' one without the other"
        )));
    }
    let day = |option, text: &Option<String>| {
        text.as_deref().map(|text| day_prefix(option, text)).transpose()
    };
    let (from, to) = (day("--from", &options.from)?, day("--to", &options.to)?);
    period(from.as_deref(), to.as_deref())?;
    let database = session.database()?;
    let source = options.source.as_deref();
    let source = source
        .map(|text| row_id(&database, "source", "source", text, session.notes))
        .transpose()?;

    if hits(&database, &words.expression())?.is_none() && words.flatten() {
        let note =
            format!("note: '{typed}' does not combine words; AND, OR, NOT are searched as words");
        session.notes.push(note);
    }
    let mut known = true;
    // Read where a word occurs nowhere, and then once for all of them.
    let mut lexicon = None;
    let mut notes = Vec::new();
    for term in words.terms() {
        let (found, note) = respell(&database, &mut lexicon, term)?;
        known &= found;
        notes.extend(note.filter(|note| !notes.contains(note)));
    }
    let more = notes.len().saturating_sub(TOLD);
    notes.truncate(TOLD);
    session.notes.extend(notes);
    if more > 0 {
        session.notes.push(format!("note: so it is with {} more", count(more as u64, "word")));
    }
    let expression = words.expression();
    if known && words.are_several() && hits(&database, &expression)? != Some(true) {
        session.notes.push("note: no row holds all of these; OR between words finds any".into());
    }
    let kind = options.kind.and_then(|kind| Some(kind.to_possible_value()?.get_name().to_owned()));
    let text = |text: Option<String>| text.map_or(Value::Null, Value::Text);
    let parameters = [
        ("words".into(), Value::Text(expression)),
        ("kind".into(), text(kind)),
        ("source".into(), text(source)),
        ("from_date".into(), text(from)),
        ("to_date".into(), text(to)),
    ];
    let look = Look { layout: layout(), ..session.look() };
    session.print_as(&database, include_str!("../search/rows.sql"), &parameters, &look)?;
    Ok(Exit::Done)
}

/// Narrow tables show kind and date under the id.
fn layout() -> Layout {
    let under_id = |name: &str| (name.to_owned(), "id".to_owned());
    Layout {
        if_room: vec!["kind".into(), "date".into()],
        under: vec![under_id("kind"), under_id("date")],
        bars: Vec::new(),
    }
}

/// Whether any row matches an expression; `None` where it is malformed or too deep.
fn hits(database: &Database, expression: &str) -> Result<Option<bool>> {
    let sql = include_str!("../search/hits.sql");
    let read = || -> rusqlite::Result<bool> {
        let mut statement = database.connection.prepare(sql)?;
        bind(&mut statement, &[("words".into(), Value::Text(expression.to_owned()))])?;
        let mut rows = statement.raw_query();
        rows.next()?.map_or(Ok(false), |row| row.get(0))
    };
    match read() {
        Ok(any) => Ok(Some(any)),
        Err(error) if error.to_string().starts_with("fts5") => Ok(None),
        Err(error) => Err(database.explain(&error, sql)),
    }
}

/// Where a term occurs nowhere, puts the nearest that does in its place; gives whether anything is found now, and what a
/// person is to be told.
fn respell(
    database: &Database,
    lexicon: &mut Option<Lexicon>,
    term: &mut Term,
) -> Result<(bool, Option<String>)> {
    let found = |expression: &str| Ok::<_, Error>(hits(database, expression)? == Some(true));
    if found(&term.expression)? {
        return Ok((true, None));
    }
    let latin = term.latin();
    let mut tries = vec![phrase(&latin, term.prefix)];
    let mut others = Vec::new();
    if !term.prefix && !found(&tries[0])? {
        let mut words = Vec::new();
        let lexicon = match lexicon {
            Some(lexicon) => lexicon,
            None => lexicon.insert(Lexicon::read(database)?),
        };
        for word in latin.split(' ') {
            let mut near = lexicon.spellings(word).into_iter();
            words.push(near.next().unwrap_or_else(|| word.to_owned()));
            others.extend(near);
        }
        tries.push(phrase(&words.join(" "), false));
        if !term.quoted {
            // `air-defence` where the two never stand together.
            let each: Vec<String> = words.iter().map(|word| phrase(word, false)).collect();
            tries.push(format!("({})", each.join(" AND ")));
            tries.extend((latin.len() >= BEGINNING).then(|| phrase(&latin, true)));
        }
    }
    for expression in tries {
        if found(&expression)? {
            let shown = expression.trim_matches(['(', ')']);
            let shown = if shown.contains(' ') { shown.into() } else { shown.replace('"', "") };
            let near = if others.is_empty() {
                String::new()
            } else {
                format!("; near: {}", others.join(", "))
            };
            let note = format!("note: no '{}'; searched {shown}{near}", term.typed);
            term.expression = expression;
            return Ok((true, Some(note)));
        }
    }
    Ok((false, Some(format!("note: no row holds '{}' or anything near it", term.typed))))
}

/// Every word of the index.
struct Lexicon {
    /// How often each occurs.
    frequency: BTreeMap<String, usize>,
    /// Those in names.
    names: BTreeSet<String>,
}

impl Lexicon {
    fn read(database: &Database) -> Result<Self> {
        let words = |folds: &[String]| -> Vec<String> {
            folds.iter().flat_map(|fold| fold.split(' ')).map(str::to_owned).collect()
        };
        let mut frequency = BTreeMap::new();
        for word in words(&database.texts(include_str!("../search/folds.sql"))?) {
            *frequency.entry(word).or_insert(0) += 1;
        }
        let names = words(&database.texts(include_str!("../search/names.sql"))?);
        Ok(Self { frequency, names: names.into_iter().collect() })
    }

    /// A word, or where it occurs nowhere the nearest to it, at most three: names before other words, frequent ones first.
    fn spellings(&self, word: &str) -> Vec<String> {
        if self.frequency.contains_key(word) {
            return vec![word.to_owned()];
        }
        let mut near = text::nearest(word, self.frequency.keys().map(String::as_str));
        // A name is written in many ways; another word that is so far off is another word.
        let close = word.chars().count() / 4;
        near.retain(|near| self.names.contains(*near) || text::edit_distance(word, near) <= close);
        near.sort_by_key(|near| Reverse((self.names.contains(*near), self.frequency[*near])));
        near.into_iter().take(3).map(str::to_owned).collect()
    }
}
