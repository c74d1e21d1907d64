//! The texts of the documents: positions in Unicode code points, slices, hashes, and finding words.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::str::Utf8Error;

use sha2::{Digest, Sha256};
use unicode_segmentation::UnicodeSegmentation;

use crate::error::{Error, Result};
use crate::text::hex;

/// The folder of documents, as far as its files were asked for.
#[derive(Debug, Default)]
pub struct Texts {
    dir: PathBuf,
    read: BTreeMap<String, Text>,
    /// Why the file of a source could not be read.
    troubles: BTreeMap<String, String>,
}

/// One document. Positions are code points of the raw file from 0; ranges are half-open.
#[derive(Debug)]
pub struct Text {
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    raw: String,
    /// Byte offset of each code point, and the length at the end.
    offsets: Vec<usize>,
    /// Position of the first character of each line.
    lines: Vec<usize>,
}

/// A stretch of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// First code point.
    pub start: usize,
    /// The code point after the last.
    pub stop: usize,
}

impl Texts {
    /// A folder of documents.
    pub fn new(dir: &Path) -> Result<Self> {
        if !dir.is_dir() {
            return Err(Error::usage(format!(
                "--sources: no folder '{}'\n  it takes the folder that holds the documents, one file each",
                dir.display()
            )));
        }
        Ok(Self { dir: dir.to_owned(), ..Self::default() })
    }

    /// Reads the file of a source; why one cannot be read is remembered, and the checks report it.
    pub fn read(&mut self, source: &str, file: &str) {
        match Text::open(&self.dir, file) {
            Ok(text) => self.insert(source, text),
            Err(trouble) => drop(self.troubles.insert(source.to_owned(), trouble)),
        }
    }

    /// Takes in the text of a source.
    pub fn insert(&mut self, source: &str, text: Text) {
        self.read.insert(source.to_owned(), text);
    }

    /// Why the file of a source cannot be read, where it was asked for and cannot.
    pub fn trouble(&self, source: &str) -> Option<&str> {
        self.troubles.get(source).map(String::as_str)
    }

    /// The sources whose files cannot be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &str> {
        self.troubles.keys().map(String::as_str)
    }

    /// The names of the regular files of the folder, in byte order, but for hidden ones.
    pub fn files(&self) -> Result<Vec<String>> {
        let entries = std::fs::read_dir(&self.dir).map_err(|error| {
            Error::fault(format!("cannot read {}: {error}", self.dir.display()))
        })?;
        let mut names: Vec<String> = entries
            .flatten()
            .filter(|entry| entry.path().is_file())
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort_unstable();
        Ok(names)
    }

    /// The text of a source.
    pub fn get(&self, source: &str) -> Option<&Text> {
        self.read.get(source)
    }

    /// All texts read, by source.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.read.iter().map(|(source, text)| (source.as_str(), text))
    }
}

impl Text {
    /// The document of that name in a folder, or why it cannot be read.
    pub fn open(dir: &Path, file: &str) -> std::result::Result<Self, String> {
        let path = dir.join(file);
        if path.is_dir() {
            return Err(format!(
                "'{file}' in the folder of documents is a folder; a document is one file of text"
            ));
        }
        let bytes = std::fs::read(&path).map_err(|error| {
            if error.kind() == ErrorKind::NotFound {
                format!(
                    "the folder of documents has no file '{file}'; give its name as it stands there"
                )
            } else {
                format!("the document '{file}' cannot be read: {error}")
            }
        })?;
        Self::new(&bytes).map_err(|error| {
            let at = error.valid_up_to();
            format!("the document '{file}' is not UTF-8: byte 0x{:02x} at offset {at}; save it as UTF-8", bytes[at])
        })
    }

    /// A document from its bytes, which are to be UTF-8.
    pub fn new(bytes: &[u8]) -> std::result::Result<Self, Utf8Error> {
        let raw = std::str::from_utf8(bytes)?.to_owned();
        let mut offsets: Vec<usize> = raw.char_indices().map(|(at, _)| at).collect();
        offsets.push(raw.len());
        let newlines = raw.chars().enumerate().filter(|(_, c)| *c == '\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(newlines).collect();
        Ok(Self { sha256: sha256(bytes), raw, offsets, lines })
    }

    /// Number of code points.
    pub fn chars(&self) -> usize {
        self.offsets.len() - 1
    }

    /// The raw characters of a range; `None` where it ends after the file or is empty.
    pub fn slice(&self, range: Range) -> Option<&str> {
        let (start, stop) = (*self.offsets.get(range.start)?, *self.offsets.get(range.stop)?);
        (start < stop).then(|| &self.raw[start..stop])
    }

    /// The physical line, from 1, that holds a position.
    pub fn line_at(&self, position: usize) -> usize {
        self.lines.partition_point(|start| *start <= position)
    }

    /// The range of a line, from 1, without its line end.
    pub fn line(&self, line: usize) -> Option<Range> {
        let start = *self.lines.get(line.checked_sub(1)?)?;
        let stop = self.lines.get(line).map_or(self.chars(), |next| next - 1);
        Some(Range { start, stop })
    }

    /// All places where these words stand, white space of any kind matching white space of any kind.
    pub fn find(&self, words: &str) -> Vec<Range> {
        let wanted: Vec<&str> = words.split_whitespace().collect();
        let Some(first) = wanted.first() else {
            return Vec::new();
        };
        let starts = self.raw.match_indices(first).map(|(at, _)| at);
        starts
            .filter_map(|at| Some((at, match_words(&self.raw[at..], &wanted)?)))
            .map(|(at, length)| self.range(at, at + length))
            .collect()
    }

    /// Where a slice of that length with that hash begins, if anywhere: the place a passage has moved to.
    pub fn find_slice(&self, hash: &str, length: usize) -> Option<usize> {
        if length == 0 || length > self.chars() {
            return None;
        }
        (0..=self.chars() - length).find(|start| {
            self.slice(Range { start: *start, stop: start + length })
                .is_some_and(|s| sha256(s.as_bytes()) == hash)
        })
    }

    /// What a range that begins or ends at this position would cut.
    pub fn cuts(&self, position: usize) -> Option<&'static str> {
        let at = *self.offsets.get(position)?;
        let (before, after) = (self.raw[..at].chars().next_back()?, self.raw[at..].chars().next()?);
        if before.is_alphanumeric() && after.is_alphanumeric() {
            return Some("word");
        }
        let line = self.line(self.line_at(position))?;
        let text =
            self.slice(Range { start: line.start, stop: (line.stop + 1).min(self.chars()) })?;
        let within = at - self.offsets[line.start];
        (!text.grapheme_indices(true).any(|(start, _)| start == within)).then_some("grapheme")
    }

    /// Every word as Unicode parts them (UAX 29): what holds a letter or a digit and is no mark-up.
    pub fn words(&self) -> Vec<(Range, &str)> {
        without_mark_up(&self.raw)
            .unicode_word_indices()
            .map(|(at, word)| at..at + word.len())
            .map(|bytes| (self.range(bytes.start, bytes.end), &self.raw[bytes]))
            .collect()
    }

    /// Every sentence, line by line, as Unicode parts them (UAX 29), but not behind an initial or an abbreviation.
    pub fn sentences(&self) -> Vec<Range> {
        let mut found = Vec::new();
        for line in (1..=self.lines.len()).filter_map(|line| self.line(line)) {
            let Some(text) = self.slice(line) else {
                continue;
            };
            let origin = self.offsets[line.start];
            let text = without_mark_up(text);
            let mut start = 0;
            for (at, piece) in text.split_sentence_bound_indices() {
                let stop = at + piece.len();
                if ends_with_abbreviation(piece) && stop < text.len() {
                    continue;
                }
                let sentence = &text[start..stop];
                let trimmed = sentence.trim();
                if !trimmed.is_empty() {
                    let first = origin + start + (sentence.len() - sentence.trim_start().len());
                    found.push(self.range(first, first + trimmed.len()));
                }
                start = stop;
            }
        }
        found
    }

    /// The inside of every pair of quotation marks, curly or straight, double or single.
    ///
    /// A straight or right single mark opens where a word begins and closes where one ends, so that apostrophes pass; a
    /// pair that is not closed on its line runs to the end of the line. Pairs that are nested deeper than [`NESTED`] in pairs
    /// are left out, and so are marks beyond as many that are not closed.
    pub fn quotations(&self) -> Vec<Range> {
        let mut found = Vec::new();
        for line in (1..=self.lines.len()).filter_map(|line| self.line(line)) {
            let Some(text) = self.slice(line) else {
                continue;
            };
            let chars: Vec<char> = text.chars().collect();
            let mut open: Vec<(char, usize)> = Vec::new();
            let mut pairs: Vec<Range> = Vec::new();
            for (at, c) in chars.iter().enumerate() {
                let before = at.checked_sub(1).map(|b| chars[b]);
                let after = chars.get(at + 1).copied();
                let begins = before.is_none_or(|b| !b.is_alphanumeric())
                    && after.is_some_and(|a| !a.is_whitespace());
                let closes =
                    |openers: &[char]| open.last().is_some_and(|(mark, _)| openers.contains(mark));
                match c {
                    '”' | '"' if closes(if *c == '"' { &['"'] } else { &['“'] }) => {
                        pairs.extend(pop(&mut open, at, line.start));
                    }
                    '\'' | '’'
                        if closes(&['‘', '\'']) && after.is_none_or(|a| !a.is_alphanumeric()) =>
                    {
                        pairs.extend(pop(&mut open, at, line.start));
                    }
                    '“' | '‘' | '"' => open.push((*c, at)),
                    '\'' if begins => open.push((*c, at)),
                    _ => {}
                }
            }
            let unclosed = open.iter().take(NESTED);
            found.extend(
                unclosed.map(|(_, at)| Range { start: line.start + at + 1, stop: line.stop }),
            );
            pairs.sort_unstable();
            let mut around: Vec<usize> = Vec::new();
            for pair in pairs {
                while around.last().is_some_and(|stop| *stop < pair.start) {
                    around.pop();
                }
                if around.len() < NESTED {
                    found.push(pair);
                }
                around.push(pair.stop);
            }
        }
        found.sort_unstable();
        found
    }

    fn range(&self, from_byte: usize, to_byte: usize) -> Range {
        Range {
            start: self.offsets.partition_point(|offset| *offset < from_byte),
            stop: self.offsets.partition_point(|offset| *offset < to_byte),
        }
    }
}

/// How many quotations may stand in each other; nobody writes more, and the words of all would be told over and over.
const NESTED: usize = 3;

fn pop(open: &mut Vec<(char, usize)>, at: usize, origin: usize) -> Option<Range> {
    open.pop().map(|(_, start)| Range { start: origin + start + 1, stop: origin + at })
}

/// Whether the last word is an initial or is shortened, so that its full stop ends no sentence: letters with a full stop
/// behind each (U.S., e.g.), one capital (A.), or a capital and one or two small letters that end on no vowel (St., Aug.).
///
/// A sentence that truly ends so is joined to the next, which is the lesser harm.
fn ends_with_abbreviation(piece: &str) -> bool {
    let last = piece.split_whitespace().next_back().unwrap_or_default();
    let Some(word) = last.strip_suffix('.') else {
        return false;
    };
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let letters = |part: &str| part.chars().count();
    let mut chars = word.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let short = capital
        && letters(word) <= 3
        && chars.all(char::is_lowercase)
        && !word.ends_with(['a', 'e', 'i', 'o', 'u']);
    let dotted = word.contains('.')
        && word.split('.').all(|part| letters(part) == 1 && part.chars().all(char::is_alphabetic));
    short || dotted
}

/// Length in bytes of the text that matches these words at its beginning.
fn match_words(text: &str, words: &[&str]) -> Option<usize> {
    let mut rest = text;
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// Mark-up that some documents have kept.
const MARK_UP: [&str; 2] = ["<u>", "</u>"];

/// Text with spaces in place of mark-up, so that positions stay.
fn without_mark_up(text: &str) -> String {
    MARK_UP.iter().fold(text.to_owned(), |text, tag| text.replace(tag, &" ".repeat(tag.len())))
}

/// Text as it is quoted: without mark-up, each run of white space one space.
pub fn plain(text: &str) -> String {
    let text = MARK_UP.iter().fold(text.to_owned(), |text, tag| text.replace(tag, ""));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> Text {
        Text::new(raw.as_bytes()).expect("UTF-8")
    }

    fn quoted(raw: &str) -> Vec<String> {
        let text = text(raw);
        text.quotations().into_iter().filter_map(|r| text.slice(r).map(str::to_owned)).collect()
    }

    #[test]
    fn positions_are_code_points() {
        let text = text("Bakı: “söz”\nson söz");
        assert_eq!(text.chars(), 19);
        assert_eq!(text.find("söz"), [Range { start: 7, stop: 10 }, Range { start: 16, stop: 19 }]);
        assert_eq!(text.find("söz” son"), [Range { start: 7, stop: 15 }]);
        assert_eq!((text.line_at(11), text.line_at(12)), (1, 2));
        assert_eq!(text.slice(Range { start: 16, stop: 19 }), Some("söz"));
        assert_eq!(text.slice(Range { start: 16, stop: 20 }), None);
        let moved = sha256("söz".as_bytes());
        assert_eq!(text.find_slice(&moved, 3), Some(7));
    }

    #[test]
    fn a_cut_is_told() {
        let text = text("one two e\u{301}");
        assert_eq!(text.cuts(1), Some("word"));
        assert_eq!(text.cuts(3), None);
        assert_eq!(text.cuts(9), Some("grapheme"));
    }

    #[test]
    fn quotation_marks_pair_and_apostrophes_pass() {
        assert_eq!(
            quoted("Baku’s “first ‘inner’ part” and “never closed"),
            ["first ‘inner’ part", "inner", "never closed"]
        );
        assert_eq!(
            quoted("the 'Russian House,' and Moscow's 'friendly’ one"),
            ["Russian House,", "friendly"]
        );
        assert_eq!(quoted("a \"plain\" one; the 1990s' end"), ["plain"]);
    }

    #[test]
    fn a_quotation_is_listed_three_deep() {
        assert_eq!(quoted("“a “b “c “d” c” b” a”").len(), 3);
        assert_eq!(quoted(&"“".repeat(20_000)).len(), 3);
        // Marks that are never closed hide no pair.
        assert_eq!(quoted("“a “b “c “d “e”").last().map(String::as_str), Some("e"));
        assert_eq!(quoted("“a” “b” “c” “d”"), ["a", "b", "c", "d"]);
    }

    #[test]
    fn plain_text_has_no_mark_up() {
        assert_eq!(plain("a <u>b\n  c</u> d"), "a b c d");
    }
}
