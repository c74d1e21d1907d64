//! The case files of `tests/broken/`: a sound seed, what is changed in it, and what `samur check` says then.
//!
//! ```text
//! # What the file is about.
//! seed: river
//!
//! == the title of a case
//! set event [bridge-fall] status=hapened    a field of the row whose line begins with that key and a comma
//! add topic mills,the mills                 a row, in its place by the order of rows
//! drop topic [talks]                        a row
//! column event latest                       an empty column behind the last
//! replace seed/topic.csv talks => t\xe4lks  bytes; \n \t \r \\ \xNN \u{200b}
//! write seed/topic.csv id,label\n           a whole file
//! remove seed/topic.csv
//! folder documents/alpha.txt                an empty folder
//! rename seed/event.csv seed/evnet.csv
//! --
//! seed/event.csv:5:5 status: 'hapened' is not one of …
//! ```

#![allow(
    clippy::unwrap_used,
    dead_code,
    reason = "a case that cannot be read ends the test; faults.rs uses a part"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A file of cases.
pub struct Cases {
    pub head: Vec<String>,
    pub seed: String,
    pub list: Vec<Case>,
}

/// A seed that is broken in one way.
pub struct Case {
    pub title: String,
    pub edits: Vec<String>,
    pub report: Vec<String>,
}

impl Cases {
    /// Reads a file of cases.
    pub fn read(text: &str) -> Self {
        let mut blocks = text.split("\n== ");
        let head: Vec<String> = blocks.next().unwrap().lines().map(str::to_owned).collect();
        let seed = head
            .iter()
            .find_map(|line| line.strip_prefix("seed: "))
            .expect("a line `seed: …`")
            .to_owned();
        Self { head, seed, list: blocks.map(Case::read).collect() }
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", self.head.join("\n").trim_end());
        for case in &self.list {
            let lines = [case.edits.as_slice(), &["--".to_owned()], &case.report].concat();
            let _ = write!(text, "\n== {}\n{}\n", case.title, lines.join("\n"));
        }
        text
    }
}

impl Case {
    fn read(block: &str) -> Self {
        let mut lines = block.trim_end().lines();
        let title = lines.next().unwrap().to_owned();
        let edits: Vec<String> =
            lines.by_ref().take_while(|line| *line != "--").map(str::to_owned).collect();
        assert!(!edits.is_empty(), "== {title} changes nothing");
        Self { title, edits, report: lines.map(str::to_owned).collect() }
    }

    /// Breaks the seed in a folder that holds `seed/` and `documents/`.
    pub fn apply(&self, folder: &Path) {
        for edit in &self.edits {
            apply(folder, edit).unwrap_or_else(|| panic!("== {}\ncannot do: {edit}", self.title));
        }
    }
}

fn apply(folder: &Path, edit: &str) -> Option<()> {
    let (what, rest) = edit.split_once(' ')?;
    let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
    let table = folder.join(format!("seed/{first}.csv"));
    match what {
        "set" => {
            let (key, field) = second.strip_prefix('[')?.split_once("] ")?;
            let (column, value) = field.split_once('=')?;
            let mut rows = rows(&table);
            let at = row_of(&rows, key)?;
            let column = rows[0].iter().position(|name| name == column)?;
            rows[at][column] = String::from_utf8(unescaped(value)).ok()?;
            save(&table, &rows);
        }
        "add" => {
            let (mut rows, row) = (rows(&table), parsed(second).pop()?);
            let place = rows
                .iter()
                .skip(1)
                .position(|other| rank(&row) < rank(other))
                .map_or(rows.len(), |at| at + 1);
            rows.insert(place, row);
            save(&table, &rows);
        }
        "drop" => {
            let mut rows = rows(&table);
            let at = row_of(&rows, second.strip_prefix('[')?.strip_suffix(']')?)?;
            rows.remove(at);
            save(&table, &rows);
        }
        "column" => {
            let mut rows = rows(&table);
            for (n, row) in rows.iter_mut().enumerate() {
                row.push(if n == 0 { second.to_owned() } else { String::new() });
            }
            save(&table, &rows);
        }
        "replace" => {
            let (old, new) = second.split_once(" => ")?;
            let (path, old, new) = (folder.join(first), unescaped(old), unescaped(new));
            let bytes = fs::read(&path).unwrap();
            let mut places =
                bytes.windows(old.len()).enumerate().filter(|(_, window)| *window == old);
            let (at, None) = (places.next()?.0, places.next()) else {
                return None;
            };
            fs::write(&path, [&bytes[..at], &new, &bytes[at + old.len()..]].concat()).unwrap();
        }
        "write" => fs::write(folder.join(first), unescaped(second)).unwrap(),
        "folder" => fs::create_dir(folder.join(first)).unwrap(),
        "remove" => fs::remove_file(folder.join(first)).unwrap(),
        "rename" => fs::rename(folder.join(first), folder.join(second)).unwrap(),
        _ => return None,
    }
    Some(())
}

/// The one row that begins with these fields.
fn row_of(rows: &[Vec<String>], key: &str) -> Option<usize> {
    let key = parsed(key).pop()?;
    let mut found = rows.iter().enumerate().skip(1).filter(|(_, row)| row.starts_with(&key));
    let (Some((at, _)), None) = (found.next(), found.next()) else {
        return None;
    };
    Some(at)
}

/// What orders a row among others: its fields, numbers by their size.
fn rank(row: &[String]) -> Vec<(u64, &str)> {
    row.iter().map(|field| (field.parse().unwrap_or(u64::MAX), field.as_str())).collect()
}

fn parsed(text: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    parsed(&fs::read_to_string(path).unwrap())
}

fn save(path: &Path, rows: &[Vec<String>]) {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_path(path).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.flush().unwrap();
}

fn unescaped(text: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find('\\') {
        bytes.extend(&rest.as_bytes()[..at]);
        let escape = &rest[at + 1..];
        let length = match escape.as_bytes().first() {
            Some(b'x') => {
                bytes.push(u8::from_str_radix(&escape[1..3], 16).unwrap());
                3
            }
            Some(b'u') => {
                let end = escape.find('}').unwrap();
                let c = char::from_u32(u32::from_str_radix(&escape[2..end], 16).unwrap()).unwrap();
                bytes.extend(c.to_string().bytes());
                end + 1
            }
            other => {
                bytes.push(match other {
                    Some(b'n') => b'\n',
                    Some(b't') => b'\t',
                    Some(b'r') => b'\r',
                    _ => b'\\',
                });
                1
            }
        };
        rest = &escape[length..];
    }
    bytes.extend(rest.bytes());
    bytes
}
