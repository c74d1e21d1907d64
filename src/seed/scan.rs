//! The first pass over the seed's files: bytes, encoding, quotation; and the seed's hash.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::Folder;
use super::stage::Findings;
use crate::error::{Error, Result};
use crate::schema::Schema;
use crate::text::{self, hex};

/// What the first pass found out.
pub struct Scan {
    /// SHA-256 over names and bytes of the seed's files, in the order of the schema.
    pub sha256: String,
    /// Tables whose file cannot be read as CSV at all.
    pub unreadable: BTreeSet<String>,
    /// Size of all files in bytes.
    pub bytes: u64,
}

/// Looks at every file of the folder.
pub fn folder(schema: &Schema, folder: &Folder, found: &mut Findings) -> Result<Scan> {
    let mut scan = Scan { sha256: String::new(), unreadable: BTreeSet::new(), bytes: 0 };
    unknown_files(schema, folder, found)?;
    let mut hash = Sha256::new();
    for table in schema.seed_tables() {
        let path = folder.file(&table.name);
        let label = folder.label(&table.name);
        if !path.is_file() {
            let header: Vec<&str> =
                table.columns.iter().filter(|c| !c.derived).map(|c| c.name.as_str()).collect();
            found.at(
                label,
                0,
                0,
                None,
                format!("no such file; it needs at least the header row {}", header.join(",")),
            );
            scan.unreadable.insert(table.name.clone());
            continue;
        }
        let unreadable =
            |error: std::io::Error| Error::fault(format!("cannot read {label}: {error}"));
        let size = path.metadata().map_err(unreadable)?.len();
        scan.bytes += size;
        hash.update(format!("{}\n{size}\n", table.name));
        if !bytes(&path, &label, &mut hash, found).map_err(unreadable)? {
            scan.unreadable.insert(table.name.clone());
        }
    }
    scan.sha256 = hex(&hash.finalize());
    Ok(scan)
}

fn unknown_files(schema: &Schema, folder: &Folder, found: &mut Findings) -> Result<()> {
    let entries = std::fs::read_dir(&folder.dir)
        .map_err(|error| Error::fault(format!("cannot read {}: {error}", folder.dir.display())))?;
    for entry in entries.flatten() {
        let path = entry.path();
        let is_csv = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv"));
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        // An exported folder also holds views and the tables that the loader fills; they are never read.
        if is_csv && schema.relation(stem).is_none() {
            let hint = text::near(stem, schema.seed_tables().map(|t| t.name.as_str()));
            let hint =
                hint.first().map_or_else(String::new, |name| format!("; did you mean {name}.csv?"));
            found.at(
                path.display().to_string(),
                0,
                0,
                None,
                format!("no table '{stem}' in the schema{hint}"),
            );
        }
    }
    Ok(())
}

/// Looks at one file line by line; false where it cannot be read as CSV.
fn bytes(
    path: &Path,
    label: &str,
    hash: &mut Sha256,
    found: &mut Findings,
) -> std::io::Result<bool> {
    let mut reader = BufReader::with_capacity(1 << 16, File::open(path)?);
    let mut quotes = Quotes::default();
    let (mut line, mut number, mut offset, mut sound) = (Vec::new(), 0, 0_u64, true);
    let mut fault = |number, message: String| {
        found.at(label.to_owned(), number, 0, None, message);
        false
    };
    loop {
        line.clear();
        let length = reader.by_ref().read_until(b'\n', &mut line)?;
        if length == 0 {
            break;
        }
        number += 1;
        hash.update(&line);
        if number == 1 {
            if line.starts_with(b"\xef\xbb\xbf") {
                sound = fault(
                    1,
                    "begins with a byte order mark (offset 0); save as UTF-8 without BOM".into(),
                );
            } else if line.starts_with(b"\xff\xfe") || line.starts_with(b"\xfe\xff") {
                return Ok(fault(1, "is UTF-16 (offset 0); save as UTF-8".into()));
            }
        }
        if let Some(at) = line.iter().position(|b| *b == 0) {
            return Ok(fault(
                number,
                format!("a NUL byte at offset {}; save as UTF-8", offset + at as u64),
            ));
        }
        if let Err(error) = std::str::from_utf8(&line) {
            let at = error.valid_up_to();
            sound = fault(
                number,
                format!(
                    "not UTF-8: byte 0x{:02x} at offset {}; save as UTF-8",
                    line[at],
                    offset + at as u64
                ),
            );
        }
        if let Some(message) = quotes.line(&line, number) {
            sound = fault(number, message);
        }
        offset += length as u64;
    }
    if number == 0 {
        return Ok(fault(0, "is empty; it needs at least a header row".into()));
    }
    if let Some(opened) = quotes.open {
        return Ok(fault(
            opened,
            "a quoted field opens here and is never closed; double a quotation mark inside a field"
                .into(),
        ));
    }
    Ok(sound)
}

/// Follows quoted fields across lines as RFC 4180 has them.
#[derive(Default)]
struct Quotes {
    /// The line on which the field that is open was opened.
    open: Option<u64>,
}

impl Quotes {
    fn line(&mut self, line: &[u8], number: u64) -> Option<String> {
        let mut message = None;
        let mut at = 0;
        let mut begins = self.open.is_none();
        while at < line.len() {
            let byte = line[at];
            if self.open.is_some() {
                if byte == b'"' {
                    if line.get(at + 1) == Some(&b'"') {
                        at += 1;
                    } else {
                        self.open = None;
                        if !matches!(line.get(at + 1), None | Some(b',' | b'\n' | b'\r')) {
                            message = Some(
                                "text after the closing quotation mark of a field; double a quotation mark inside a field"
                                    .to_owned(),
                            );
                        }
                    }
                }
            } else if byte == b'"' {
                if begins {
                    self.open = Some(number);
                } else {
                    message = Some(
                        "a quotation mark inside a field that is not quoted; quote the field and double the mark".to_owned(),
                    );
                }
            }
            begins = byte == b',' && self.open.is_none();
            at += 1;
        }
        message
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_fields_are_followed_across_lines() {
        let mut quotes = Quotes::default();
        assert_eq!(quotes.line(b"a,\"b \"\"c\"\" d\",e\n", 1), None);
        assert_eq!(quotes.line(b"a,\"b\n", 2), None);
        assert_eq!(quotes.open, Some(2));
        assert_eq!(quotes.line(b"still, \"\"here\"\" \",end\n", 3), None);
        assert_eq!(quotes.open, None);
        assert!(quotes.line(b"\"a\"b,c\n", 4).is_some());
        assert!(quotes.line(b"a\"b,c\n", 5).is_some());
    }
}
