//! The second pass: CSV records into staged rows, each field by the declared type of its column.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use rusqlite::{Connection, types::Value};
use unicode_normalization::is_nfc;

use super::scan::Scan;
use super::stage::Findings;
use super::{Folder, Options};
use crate::date;
use crate::error::{Error, Result};
use crate::schema::{Column, Relation, Schema};
use crate::source::Text;
use crate::text;

/// How often progress is told, in rows.
const STEP: u64 = 4096;

/// Reads every file that can be read; gives the rows by table.
pub fn folder(
    schema: &Schema,
    folder: &Folder,
    connection: &Connection,
    scan: &Scan,
    options: &Options,
    found: &mut Findings,
) -> Result<Vec<(String, u64)>> {
    let mut rows = Vec::new();
    let (mut total, mut bytes) = (0, 0);
    connection.execute_batch("BEGIN")?;
    for table in schema.seed_tables() {
        let n = if scan.unreadable.contains(&table.name) {
            0
        } else {
            let mut tell = |n: u64, at: u64| {
                if let Some(progress) = options.progress {
                    progress(total + n, bytes + at, scan.bytes);
                }
            };
            let n = file(table, folder, connection, options.sources, &mut tell, found)?;
            bytes += folder.file(&table.name).metadata().map_or(0, |m| m.len());
            n
        };
        total += n;
        rows.push((table.name.clone(), n));
    }
    connection.execute_batch("COMMIT")?;
    Ok(rows)
}

/// A reader of one seed file: header row, fields of any number.
pub fn open(folder: &Folder, table: &str) -> Result<csv::Reader<BufReader<File>>> {
    let path = folder.file(table);
    let file = File::open(&path)
        .map_err(|error| Error::fault(format!("cannot read {}: {error}", path.display())))?;
    Ok(csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(BufReader::with_capacity(1 << 16, file)))
}

fn file(
    table: &Relation,
    folder: &Folder,
    connection: &Connection,
    documents: Option<&Path>,
    tell: &mut dyn FnMut(u64, u64),
    found: &mut Findings,
) -> Result<u64> {
    let label = folder.label(&table.name);
    let mut reader = open(folder, &table.name)?;
    let mut record = csv::StringRecord::new();
    let unreadable = |error: csv::Error| Error::fault(format!("cannot read {label}: {error}"));
    if !reader.read_record(&mut record).map_err(unreadable)? {
        found.at(label, 0, 0, None, "is empty; it needs at least a header row".into());
        return Ok(0);
    }
    let header = header(table, &record, &label, found);
    let places: Vec<String> = (1..=table.columns.len() + 1).map(|n| format!("?{n}")).collect();
    let columns: Vec<String> = table.columns.iter().map(|c| format!("\"{}\"", c.name)).collect();
    let mut insert = connection.prepare(&format!(
        "INSERT INTO \"{}\" (rowid, {}) VALUES ({})",
        table.name,
        columns.join(", "),
        places.join(", ")
    ))?;
    let mut values = vec![Value::Null; table.columns.len()];
    let mut n = 0;
    while reader.read_record(&mut record).map_err(unreadable)? {
        n += 1;
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != header.len() {
            found.at(
                label.clone(),
                line,
                0,
                None,
                format!(
                    "{} where the header has {}",
                    text::count(record.len() as u64, "field"),
                    header.len()
                ),
            );
        }
        values.fill(Value::Null);
        let mut row = Row {
            table,
            label: &label,
            line,
            number: n as i64,
            header: &header,
            documents,
            values: &mut values,
        };
        row.fill(&record, found);
        row.bounds(&record, found);
        insert.raw_bind_parameter(1, n as i64)?;
        for (at, value) in values.iter().enumerate() {
            insert.raw_bind_parameter(at + 2, value)?;
        }
        insert.raw_execute()?;
        if n % STEP == 0 {
            tell(n, record.position().map_or(0, csv::Position::byte));
        }
    }
    Ok(n)
}

/// The column that each field of a record fills.
fn header(
    table: &Relation,
    record: &csv::StringRecord,
    label: &str,
    found: &mut Findings,
) -> Vec<Option<usize>> {
    let mut header: Vec<Option<usize>> = Vec::new();
    let missing = |header: &[Option<usize>]| -> Vec<&str> {
        let absent =
            |(at, column): &(usize, &Column)| !column.derived && !header.contains(&Some(*at));
        table
            .columns
            .iter()
            .enumerate()
            .filter(absent)
            .map(|(_, column)| column.name.as_str())
            .collect()
    };
    for (at, name) in record.iter().enumerate() {
        let position = table.column(name).map(|(position, _)| position);
        if position.is_none() {
            let columns = table.columns.iter().map(|c| c.name.as_str());
            let hint = text::near(name, columns).first().map_or_else(
                || {
                    format!(
                        "; columns are {}",
                        table
                            .columns
                            .iter()
                            .map(|c| c.name.as_str())
                            .collect::<Vec<_>>()
                            .join(", ")
                    )
                },
                |near| format!("; did you mean {near}?"),
            );
            found.at(label.to_owned(), 1, at + 1, None, format!("unknown column '{name}'{hint}"));
        } else if header.contains(&position) {
            found.at(
                label.to_owned(),
                1,
                at + 1,
                None,
                format!("the column '{name}' stands twice; keep one"),
            );
        }
        header.push(position.filter(|p| !header.contains(&Some(*p))));
    }
    for name in missing(&header) {
        found.at(
            label.to_owned(),
            1,
            0,
            None,
            format!("the column '{name}' is missing; a column may be empty but must be there"),
        );
    }
    header
}

/// One record on its way into the stage.
struct Row<'a> {
    table: &'a Relation,
    label: &'a str,
    line: u64,
    number: i64,
    header: &'a [Option<usize>],
    /// The folder of documents.
    documents: Option<&'a Path>,
    values: &'a mut [Value],
}

impl Row<'_> {
    fn fault(&self, found: &mut Findings, column: &Column, message: String) {
        let field = self.field(column).unwrap_or(0);
        found.at(self.label.to_owned(), self.line, field, Some(&column.name), message);
    }

    /// The same where nothing of the field could be read: no rule need speak of it again.
    fn unread(&self, found: &mut Findings, column: &Column, message: String) {
        found.spoil(&self.table.name, self.number, &column.name);
        self.fault(found, column, message);
    }

    fn field(&self, column: &Column) -> Option<usize> {
        let at = self.table.column(&column.name)?.0;
        self.header.iter().position(|p| *p == Some(at)).map(|field| field + 1)
    }

    fn fill(&mut self, record: &csv::StringRecord, found: &mut Findings) {
        for (position, text) in self.header.iter().zip(record) {
            let Some(position) = *position else { continue };
            let column = &self.table.columns[position];
            if text.is_empty() {
                continue;
            }
            if let Err(message) = hygiene(text) {
                self.fault(found, column, message);
            }
            match value(column, text) {
                Ok(value) => self.values[position] = value,
                Err(message) => self.unread(found, column, message),
            }
        }
        for (position, column) in self.table.columns.iter().enumerate() {
            let given = self
                .header
                .iter()
                .zip(record)
                .any(|(p, text)| *p == Some(position) && !text.is_empty());
            if column.required && !column.derived && !given && self.field(column).is_some() {
                let right = self.of_document(column);
                let message = format!("is empty; it takes {}{right}", column.description);
                self.unread(found, column, message);
            }
        }
    }

    /// What an empty field of a source takes that is counted from its document.
    fn of_document(&self, column: &Column) -> String {
        let counted = ["chars", "sha256"].contains(&column.name.as_str());
        if self.table.name != "source" || !counted {
            return String::new();
        }
        let Some(dir) = self.documents else {
            return "; --sources DIR tells it".into();
        };
        let file = self.table.column("file").map(|(at, _)| &self.values[at]);
        let text = match file {
            Some(Value::Text(file)) => Text::open(dir, file).ok(),
            _ => None,
        };
        text.map_or_else(String::new, |text| {
            let right = if column.name == "chars" { text.chars().to_string() } else { text.sha256 };
            format!(": {right}")
        })
    }

    /// Validates the EDTF dates of the record and fills their bounds.
    fn bounds(&mut self, record: &csv::StringRecord, found: &mut Findings) {
        for (position, column) in self.table.columns.iter().enumerate().filter(|(_, c)| c.edtf) {
            let Some(text) =
                self.header.iter().position(|p| *p == Some(position)).and_then(|f| record.get(f))
            else {
                continue;
            };
            let bounds = self.table.bounds(position);
            if text.is_empty() {
                for at in bounds.into_iter().flat_map(|(a, b)| [a, b]) {
                    if self.values[at] != Value::Null {
                        let message = format!("is given, but {} is empty", column.name);
                        self.fault(found, &self.table.columns[at], message);
                    }
                }
                continue;
            }
            match date::span(text) {
                Err(message) => {
                    self.values[position] = Value::Null;
                    self.unread(found, column, message);
                }
                Ok(span) => {
                    if let Some((earliest, latest)) = bounds {
                        self.bound(earliest, span.earliest.clone(), &span, text, found);
                        self.bound(latest, span.latest.clone(), &span, text, found);
                    }
                }
            }
        }
    }

    fn bound(
        &mut self,
        at: usize,
        own: Option<String>,
        span: &date::Span,
        text: &str,
        found: &mut Findings,
    ) {
        let column = &self.table.columns[at];
        let Value::Text(given) = &self.values[at] else {
            self.values[at] = own.map_or(Value::Null, Value::Text);
            return;
        };
        let is_day = date::span(given).is_ok_and(|s| s.earliest.as_ref() == Some(given));
        let inside = span.earliest.as_ref().is_none_or(|e| given >= e)
            && span.latest.as_ref().is_none_or(|l| given <= l);
        if !is_day {
            let message = format!("'{given}' is not a day; a bound is one day such as 2025-06-27");
            self.fault(found, column, message);
            self.values[at] = Value::Null;
        } else if !inside {
            let open = |day: &Option<String>| day.clone().unwrap_or_else(|| "..".into());
            let message = format!(
                "'{given}' lies outside '{text}' ({} to {}); a bound given may be tighter than the date, never wider",
                open(&span.earliest),
                open(&span.latest)
            );
            self.fault(found, column, message);
        }
    }
}

/// The value of a field by the declared type of its column.
fn value(column: &Column, text: &str) -> std::result::Result<Value, String> {
    let integer = || text.parse::<i64>().ok().filter(|n| n.to_string() == text).map(Value::Integer);
    let real = || {
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        text.parse::<f64>().ok().filter(|n| plain && n.is_finite()).map(Value::Real)
    };
    match column.declared.as_str() {
        "INTEGER" => integer()
            .ok_or_else(|| format!("'{text}' is not a whole number; digits alone, such as 38, without leading zeros, at most 18")),
        "REAL" => real().ok_or_else(|| format!("'{text}' is not a number; right is 40.5 or -1")),
        "NUMERIC" => integer().or_else(real).ok_or_else(|| {
            format!("'{text}' is not a number; digits alone, such as 600000 or 32.1, in the base unit")
        }),
        _ => Ok(Value::Text(text.to_owned())),
    }
}

/// What a field may not hold, whatever its column.
fn hygiene(text: &str) -> std::result::Result<(), String> {
    let mut previous = ' ';
    let last = text.chars().count();
    for (at, c) in text.chars().enumerate().map(|(n, c)| (n + 1, c)) {
        if c == '\n' || c == '\r' || c == '\t' {
            return Err(format!("a tab or line break at character {at}; write one space"));
        }
        if text::is_invisible(c) {
            return Err(format!(
                "an invisible character U+{:04X} at character {at}; remove it",
                c as u32
            ));
        }
        if c.is_whitespace() && (at == 1 || at == last || previous.is_whitespace()) {
            let what = if at == 1 || at == last {
                "white space at the edge"
            } else {
                "doubled white space"
            };
            return Err(format!("{what} (character {at}); remove it"));
        }
        previous = c;
    }
    if !is_nfc(text) {
        use unicode_normalization::UnicodeNormalization as _;
        let at = text.chars().zip(text.nfc()).position(|(a, b)| a != b).unwrap_or(last) + 1;
        return Err(format!(
            "not in Unicode normal form C (character {at}); write the composed letter"
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hygiene_names_the_character() {
        assert_eq!(hygiene("Şəki şəhəri"), Ok(()));
        assert!(hygiene(" a").unwrap_err().contains("edge (character 1)"));
        assert!(hygiene("a  b").unwrap_err().contains("doubled white space (character 3)"));
        assert!(hygiene("a\u{200b}b").unwrap_err().contains("U+200B at character 2"));
        assert!(hygiene("e\u{301}a").unwrap_err().contains("normal form C (character 1)"));
    }
}
