//! The texts of the documents: positions in Unicode code points, slices, hashes, and finding words.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use unicode_segmentation::UnicodeSegmentation;

use crate::error::{Error, Result};
use crate::text::hex;

/// The folder of documents, as far as its files were asked for.
#[derive(Debug, Default)]
pub struct Texts {
    dir: PathBuf,
    texts: BTreeMap<String, Text>,
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
        Ok(Self { dir: dir.to_owned(), texts: BTreeMap::new() })
    }

    /// Reads the file of a source; one that cannot be read stays unknown, which the checks report.
    pub fn read(&mut self, source: &str, file: &str) {
        let text = std::fs::read(self.dir.join(file)).ok().and_then(|bytes| Text::new(&bytes));
        if let Some(text) = text {
            self.texts.insert(source.to_owned(), text);
        }
    }

    /// The text of a source.
    pub fn get(&self, source: &str) -> Option<&Text> {
        self.texts.get(source)
    }

    /// All texts read, by source.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.texts.iter().map(|(source, text)| (source.as_str(), text))
    }
}

impl Text {
    /// A document from its bytes; `None` where they are not UTF-8.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let raw = String::from_utf8(bytes.to_vec()).ok()?;
        let mut offsets: Vec<usize> = raw.char_indices().map(|(at, _)| at).collect();
        offsets.push(raw.len());
        let newlines = raw.chars().enumerate().filter(|(_, c)| *c == '\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(newlines).collect();
        Some(Self { sha256: sha256(bytes), raw, offsets, lines })
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

    /// Every sentence, line by line, as Unicode parts them (UAX 29).
    pub fn sentences(&self) -> Vec<Range> {
        let mut found = Vec::new();
        for line in (1..=self.lines.len()).filter_map(|line| self.line(line)) {
            let Some(text) = self.slice(line) else {
                continue;
            };
            let origin = self.offsets[line.start];
            for (at, sentence) in without_mark_up(text).split_sentence_bound_indices() {
                let trimmed = sentence.trim();
                if !trimmed.is_empty() {
                    let start = origin + at + (sentence.len() - sentence.trim_start().len());
                    found.push(self.range(start, start + trimmed.len()));
                }
            }
        }
        found
    }

    /// The inside of every pair of quotation marks, curly or straight, double or single.
    ///
    /// A straight or right single mark opens where a word begins and closes where one ends, so that apostrophes pass; a
    /// pair that is not closed on its line runs to the end of the line.
    pub fn quotations(&self) -> Vec<Range> {
        let mut found = Vec::new();
        for line in (1..=self.lines.len()).filter_map(|line| self.line(line)) {
            let Some(text) = self.slice(line) else {
                continue;
            };
            let chars: Vec<char> = text.chars().collect();
            let mut open: Vec<(char, usize)> = Vec::new();
            for (at, c) in chars.iter().enumerate() {
                let before = at.checked_sub(1).map(|b| chars[b]);
                let after = chars.get(at + 1).copied();
                let begins = before.is_none_or(|b| !b.is_alphanumeric())
                    && after.is_some_and(|a| !a.is_whitespace());
                let closes =
                    |openers: &[char]| open.last().is_some_and(|(mark, _)| openers.contains(mark));
                match c {
                    '”' | '"' if closes(if *c == '"' { &['"'] } else { &['“'] }) => {
                        found.extend(pop(&mut open, at, line.start));
                    }
                    '\'' | '’'
                        if closes(&['‘', '\'']) && after.is_none_or(|a| !a.is_alphanumeric()) =>
                    {
                        found.extend(pop(&mut open, at, line.start));
                    }
                    '“' | '‘' | '"' => open.push((*c, at)),
                    '\'' if begins => open.push((*c, at)),
                    _ => {}
                }
            }
            while let Some(range) = pop(&mut open, chars.len(), line.start) {
                found.push(range);
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

fn pop(open: &mut Vec<(char, usize)>, at: usize, origin: usize) -> Option<Range> {
    open.pop().map(|(_, start)| Range { start: origin + start + 1, stop: origin + at })
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
    fn plain_text_has_no_mark_up() {
        assert_eq!(plain("a <u>b\n  c</u> d"), "a b c d");
    }
}
