//! A table for a document, in GitHub-flavoured Markdown; streams.

use std::io::{self, Write};

use rusqlite::types::ValueRef;

use super::{Look, Sink, shown};
use crate::text::safe;

/// A Markdown sink.
pub struct Markdown<'a> {
    out: &'a mut dyn Write,
    look: Look,
}

impl<'a> Markdown<'a> {
    /// A sink.
    pub fn new(out: &'a mut dyn Write, look: Look) -> Self {
        Self { out, look }
    }

    fn line(&mut self, cells: &[String]) -> io::Result<()> {
        writeln!(self.out, "| {} |", cells.join(" | "))
    }
}

/// Text that stays one cell: no bar, no line end, no mark-up of its own.
fn cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in safe(text).chars() {
        match c {
            '\n' => escaped.push_str("<br>"),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

impl Sink for Markdown<'_> {
    fn columns(&mut self, names: &[&str]) -> io::Result<()> {
        // A Markdown table has a header row whether wanted or not.
        let header: Vec<String> = names
            .iter()
            .map(|name| if self.look.header { cell(name) } else { String::new() })
            .collect();
        self.line(&header)?;
        let rule: Vec<String> = names.iter().map(|_| "---".to_owned()).collect();
        self.line(&rule)
    }

    fn row(&mut self, values: &[ValueRef]) -> io::Result<()> {
        let null = self.look.null.clone().unwrap_or_default();
        let cells: Vec<String> =
            values.iter().map(|v| shown(*v).map_or_else(|| null.clone(), |t| cell(&t))).collect();
        self.line(&cells)
    }

    fn finish(&mut self) -> io::Result<Option<String>> {
        Ok(None)
    }
}
