//! What the rows of the tables may be called, and which of them a text fits.

use rusqlite::Row;

use crate::database::Database;
use crate::error::Result;
use crate::text::{edit_distance, fold};
use crate::words::sound;

/// How many rows a message lists.
pub const LISTED: usize = 12;

/// How many of them where they only come near.
const NEAR: usize = 5;

/// One written form of a row.
#[derive(Debug)]
pub struct Spelling {
    /// The table of the row.
    pub table: String,
    /// Its id.
    pub id: String,
    /// Its name, title, label or words.
    pub name: String,
    /// The form: one of its names, its title, its id …
    pub form: String,
    /// Whether the form is its own, and not that of something that stands for it.
    own: bool,
    /// What sort of actor it is.
    kind: Option<String>,
    /// Whether the form is a family name, which others may share though no document calls them so.
    family: bool,
}

/// The rows that a text fits.
#[derive(Debug)]
pub enum Fit<'a> {
    /// One row by its very form.
    Exact(&'a Spelling),
    /// One row by words of a form or by its sound, or by a family name that these others share.
    Taken(&'a Spelling, Vec<&'a Spelling>),
    /// Several rows, equally well.
    Several(Vec<&'a Spelling>),
    /// No row; these come near.
    None(Vec<&'a Spelling>),
}

/// The forms of all rows of these tables, in the order of table, id and form.
pub fn spellings(database: &Database, tables: &[&str]) -> Result<Vec<Spelling>> {
    let spelling = |row: &Row| {
        Ok(Spelling {
            table: row.get("table")?,
            id: row.get("id")?,
            name: row.get("name")?,
            form: row.get("form")?,
            own: row.get("own")?,
            kind: row.get("kind")?,
            family: row.get("family")?,
        })
    };
    let mut known = database.rows(include_str!("search/spellings.sql"), [], spelling)?;
    known.retain(|spelling| tables.contains(&spelling.table.as_str()));
    Ok(known)
}

/// What a text fits best: as it is written before as it sounds, a whole form before words of one, a row's own form before
/// that of what stands for it.
pub fn fit<'a>(known: &'a [Spelling], text: &str) -> Fit<'a> {
    for (written, key) in [(true, fold as fn(&str) -> String), (false, sound)] {
        let wanted = key(text);
        if wanted.is_empty() {
            break;
        }
        let keys: Vec<String> = known.iter().map(|spelling| key(&spelling.form)).collect();
        let find = |fits: &dyn Fn(&Spelling, &str) -> bool| {
            let pairs = known.iter().zip(&keys).filter(|(spelling, form)| fits(spelling, form));
            distinct(pairs.map(|(spelling, _)| spelling))
        };
        for (whole, own) in [(true, true), (true, false), (false, true), (false, false)] {
            let found = find(&|spelling, form| {
                spelling.own == own && if whole { form == wanted } else { holds(form, &wanted) }
            });
            match found.as_slice() {
                [] => {}
                [row] => {
                    let named = known
                        .iter()
                        .zip(&keys)
                        .any(|(s, form)| is_row(s, row) && s.family && *form == wanted);
                    let others = find(&|spelling, form| {
                        named
                            && !is_row(spelling, row)
                            && spelling.kind == row.kind
                            && spelling.own
                            && holds(form, &wanted)
                    });
                    return if written && whole && others.is_empty() {
                        Fit::Exact(row)
                    } else {
                        Fit::Taken(row, others)
                    };
                }
                _ => return Fit::Several(found),
            }
        }
    }
    Fit::None(near(known, text))
}

fn is_row(one: &Spelling, other: &Spelling) -> bool {
    (&one.table, &one.id) == (&other.table, &other.id)
}

/// Whether each wanted word is one of the form's.
fn holds(form: &str, wanted: &str) -> bool {
    wanted.split(' ').all(|word| form.split(' ').any(|own| own == word))
}

/// One spelling of each row, in the order of their names.
pub fn distinct<'a>(found: impl Iterator<Item = &'a Spelling>) -> Vec<&'a Spelling> {
    let mut rows: Vec<&Spelling> = Vec::new();
    for spelling in found {
        // The forms of one row stand together.
        if !rows.last().is_some_and(|last| is_row(last, spelling)) {
            rows.push(spelling);
        }
    }
    rows.sort_by_cached_key(|row| (&row.table, fold(&row.name), &row.id));
    rows
}

/// The rows that come near a text, the nearest first: by all of a form, or each word by some word of it; what is a row's own
/// and has few other words comes first.
fn near<'a>(known: &'a [Spelling], text: &str) -> Vec<&'a Spelling> {
    let wanted = sound(text);
    let distance = |spelling: &Spelling| {
        let form = sound(&spelling.form);
        let word = |word| form.split(' ').filter_map(|own| apart(word, own)).min();
        let words: Option<usize> = wanted.split(' ').map(word).sum();
        let least = apart(&wanted, &form).into_iter().chain(words).min()?;
        Some((least, !spelling.own, form.split(' ').count()))
    };
    let mut found: Vec<((usize, bool, usize), &Spelling)> =
        known.iter().filter_map(|spelling| Some((distance(spelling)?, spelling))).collect();
    found.sort_by_key(|(distance, _)| *distance);
    let mut rows: Vec<&Spelling> = Vec::new();
    for (_, spelling) in found {
        if !rows.iter().any(|row| is_row(row, spelling)) {
            rows.push(spelling);
        }
    }
    rows.truncate(NEAR);
    rows
}

/// How far a word lies from another that is near: edited in one letter of three, or begun.
fn apart(word: &str, other: &str) -> Option<usize> {
    let length = word.chars().count();
    let most = (length / 3).max(1);
    let begun = length >= 3 && other.starts_with(word);
    let distance = if length.abs_diff(other.chars().count()) > most {
        usize::MAX
    } else {
        edit_distance(word, other)
    };
    (distance <= most).then_some(distance).or(begun.then_some(most))
}

/// Rows as a person reads them, one a line below a lead; of more than a few the first, and what lists all.
pub fn list(
    lead: &str,
    rows: &[&Spelling],
    shown: impl Fn(&Spelling) -> String,
    all: &str,
) -> String {
    let lines = rows.iter().take(LISTED).map(|row| shown(row)).collect::<Vec<_>>();
    let margin = " ".repeat(lead.chars().count() + 4);
    let more = rows.len().saturating_sub(LISTED);
    let rest = if more == 0 { String::new() } else { format!("\n{margin}and {more} more; {all}") };
    format!("\n  {lead}: {}{rest}", lines.join(&format!("\n{margin}")))
}

/// What is told where a text was taken for a row, though others share its words or it is none of the row's forms.
pub fn taken(
    text: &str,
    row: &Spelling,
    others: &[&Spelling],
    shown: impl Fn(&Spelling) -> String,
) -> String {
    let rest: Vec<String> = others.iter().map(|row| shown(row)).collect();
    let rest =
        if rest.is_empty() { String::new() } else { format!("; others: {}", rest.join(", ")) };
    format!("note: '{text}' is taken for {}{rest}", shown(row))
}
