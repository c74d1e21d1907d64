//! Results on their way out: one loop, one sink a format, one destination.

pub mod citation;
mod delimited;
mod destination;
mod json;
mod markdown;
mod pager;
mod table;

use std::io::{self, Write};

use rusqlite::types::ValueRef;

use crate::layout::Layout;

pub use destination::{Destination, write_file};
pub use pager::screen;

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For reading: fits the width, wraps at words.
    Table,
    /// RFC 4180.
    Csv,
    /// Values parted by tabs; tabs and line ends inside a value are escaped.
    Tsv,
    /// One array of objects.
    Json,
    /// One object a line.
    Ndjson,
    /// A table for a document.
    Markdown,
}

impl Format {
    /// The format that a file's ending asks for.
    pub fn of_ending(path: &std::path::Path) -> Option<Self> {
        Some(match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Self::Csv,
            "tsv" | "tab" => Self::Tsv,
            "json" => Self::Json,
            "ndjson" | "jsonl" => Self::Ndjson,
            "md" | "markdown" => Self::Markdown,
            "txt" => Self::Table,
            _ => return None,
        })
    }
}

/// How results look.
#[derive(Debug, Clone)]
pub struct Look {
    /// Columns that a table may take.
    pub width: usize,
    /// How a table arranges its columns.
    pub layout: Layout,
    /// table: draw lines and bars with ASCII alone.
    pub ascii: bool,
    /// Whether to colour.
    pub colour: bool,
    /// How NULL is written, where the user says.
    pub null: Option<String>,
    /// Whether there is a header row.
    pub header: bool,
    /// csv: CR LF line ends.
    pub crlf: bool,
    /// csv: byte order mark.
    pub bom: bool,
    /// csv: guard formulas.
    pub excel_safe: bool,
}

/// Takes a result row by row and writes it in one format.
pub trait Sink {
    /// The names of the columns; called once, first.
    fn columns(&mut self, names: &[&str]) -> io::Result<()>;
    /// One row, a value a column.
    fn row(&mut self, values: &[ValueRef]) -> io::Result<()>;
    /// Whether further rows would still be looked at.
    fn wants_more(&self) -> bool {
        true
    }
    /// The end; a note where not all rows were written.
    fn finish(&mut self) -> io::Result<Option<String>>;
}

/// The sink of a format.
pub fn sink<'a>(format: Format, look: &Look, out: &'a mut dyn Write) -> Box<dyn Sink + 'a> {
    match format {
        Format::Table => Box::new(table::Table::new(out, look.clone())),
        Format::Csv => Box::new(delimited::Csv::new(out, look.clone())),
        Format::Tsv => Box::new(delimited::Tsv::new(out, look.clone())),
        Format::Json => Box::new(json::Json::new(out, json::Shape::Array)),
        Format::Ndjson => Box::new(json::Json::new(out, json::Shape::Lines)),
        Format::Markdown => Box::new(markdown::Markdown::new(out, look.clone())),
    }
}

/// A table whose rows are shown as records, one column under another.
pub fn records<'a>(look: &Look, out: &'a mut dyn Write) -> Box<dyn Sink + 'a> {
    Box::new(table::Table::records_only(out, look.clone()))
}

/// A value as text; `None` for NULL. Blobs are hexadecimal as in SQL: `X'00ff'`.
fn shown(value: ValueRef) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(real(number)),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Some(format!("X'{}'", crate::text::hex(bytes))),
    }
}

/// A real number as SQLite writes it: never without point or exponent.
fn real(number: f64) -> String {
    if number.is_infinite() {
        return if number > 0.0 { "Inf".into() } else { "-Inf".into() };
    }
    format!("{number:?}")
}

/// Header names with repeated ones told apart: `id`, `id_2`.
fn distinct(names: &[&str]) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for name in names {
        let mut candidate = (*name).to_owned();
        let mut n = 1;
        while distinct.contains(&candidate) {
            n += 1;
            candidate = format!("{name}_{n}");
        }
        distinct.push(candidate);
    }
    distinct
}
