//! Citations of what a chronicle holds: each document with the places in it, and the chronicle itself; a style a file.
//!
//! What a document does not say of itself is left out, and no name is parted into given and family name.

mod bibtex;
mod chicago;
mod csl_json;

use crate::date;

/// The styles of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Style {
    /// A note after the Chicago Manual of Style, 17th edition, in one paragraph.
    Chicago,
    /// `BibTeX` entries, in UTF-8.
    Bibtex,
    /// An array of CSL-JSON items.
    CslJson,
}

/// One thing that is cited: the documents it rests on, and the chronicle that records it.
#[derive(Debug, Clone)]
pub struct Citation {
    /// What it is: event, quote.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The documents.
    pub works: Vec<Work>,
    /// The chronicle.
    pub package: Package,
}

/// One document.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// Its id.
    pub id: String,
    /// What sort of document it is: news, brief.
    pub kind: String,
    /// As the text gives it.
    pub title: Option<String>,
    /// As the text gives it.
    pub author: Option<String>,
    /// As the text gives it.
    pub publisher: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    /// EDTF.
    pub published: Option<String>,
    /// Whether that date is worked out and not told by the document.
    pub inferred: bool,
    /// File name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Whose words they are, where it is not the author's own: `Õie Tamm, quoted`.
    pub voice: Option<String>,
    /// The places in it; none where it is cited as a whole.
    pub places: Vec<Place>,
}

/// A place in a document: line from 1, characters from 0, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Line of the first character.
    pub line: i64,
    /// First character.
    pub start: i64,
    /// The character after the last.
    pub stop: i64,
}

/// The chronicle and the program that read it.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: Option<String>,
    /// Hash of its content.
    pub content_sha256: Option<String>,
    /// Its licence.
    pub licence: Option<String>,
    /// The program with its version: `samur 0.1.0`.
    pub program: String,
}

impl Citation {
    /// The citation in a style, ended by a line end.
    pub fn write(&self, style: Style) -> String {
        match style {
            Style::Chicago => chicago::note(self),
            Style::Bibtex => bibtex::entries(self),
            Style::CslJson => csl_json::items(self),
        }
    }

    /// The entry in the chronicle: `event/bridge-fall`.
    fn entry(&self) -> String {
        format!("{}/{}", self.kind, self.id)
    }

    /// Keys that stay apart when several citations share one bibliography: `gazette:event:bridge-fall`.
    fn key(&self, work: &Work) -> String {
        if work.places.is_empty() {
            return work.id.clone();
        }
        format!("{}:{}:{}", work.id, self.kind, self.id)
    }

    /// The key of the chronicle; the same for all that is cited from one content, unless nothing else names the entry.
    fn package_key(&self) -> String {
        match &self.package.content_sha256 {
            _ if self.works.is_empty() => format!("samur:{}:{}", self.kind, self.id),
            Some(hash) => format!("samur:{}", hash.get(..8).unwrap_or(hash)),
            None => "samur".into(),
        }
    }
}

impl Work {
    /// The title, or in brackets what stands in its place.
    fn title(&self) -> String {
        self.title.clone().unwrap_or_else(|| format!("[{}, file {}]", self.kind, self.file))
    }

    /// When it appeared, in words; in brackets where that is worked out.
    fn date(&self) -> Option<String> {
        let words = date::words(self.published.as_deref()?);
        Some(if self.inferred { format!("[{words}]") } else { words })
    }

    /// The places in words: `line 5, characters 68–142, 143–187, line 12, characters 419–493`.
    fn locator(&self) -> Option<String> {
        let mut words = String::new();
        for (at, place) in self.places.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| self.places[before].line);
            let comma = if at > 0 { ", " } else { "" };
            let line = if before == Some(place.line) {
                String::new()
            } else {
                format!("line {}, characters ", place.line)
            };
            words = format!("{words}{comma}{line}{}–{}", place.start, place.stop);
        }
        (!words.is_empty()).then_some(words)
    }

    /// The places as samur writes them: `gazette:5:68-142`.
    fn locators(&self) -> Vec<String> {
        let locator = |p: &Place| format!("{}:{}:{}-{}", self.id, p.line, p.start, p.stop);
        self.places.iter().map(locator).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A citation of a document with much, and of one with little to say of itself.
    pub fn example() -> Citation {
        let full = Work {
            id: "gazette".into(),
            kind: "news".into(),
            title: Some("The “bridge” & the 50% rule".into()),
            author: Some("Nora Lind".into()),
            publisher: Some("Sandur Gazette".into()),
            language: "en".into(),
            published: Some("2031-05-12".into()),
            file: "gazette.txt".into(),
            sha256: "5e".into(),
            places: [(5, 68, 142), (5, 143, 187), (12, 419, 493)]
                .map(|(line, start, stop)| Place { line, start, stop })
                .into(),
            ..Work::default()
        };
        let bare = Work {
            id: "shore".into(),
            kind: "analysis".into(),
            language: "en".into(),
            published: Some("[2031-05-21..2031-05-31]".into()),
            inferred: true,
            file: "shore_{1}.txt".into(),
            sha256: "ea".into(),
            voice: Some("Ivar Põld, reported".into()),
            places: vec![Place { line: 3, start: 28, stop: 129 }],
            ..Work::default()
        };
        let package = Package {
            title: "The footbridge".into(),
            version: Some("1.0.0".into()),
            content_sha256: Some("0123456789abcdef".into()),
            licence: Some("CC0 1.0".into()),
            program: "samur 0.1.0".into(),
        };
        let (kind, id) = ("event".into(), "bridge-fall".into());
        Citation { kind, id, works: vec![full, bare], package }
    }

    #[test]
    fn a_place_names_its_line_once() {
        let words = "line 5, characters 68–142, 143–187, line 12, characters 419–493";
        assert_eq!(example().works[0].locator().as_deref(), Some(words));
        assert_eq!(Work::default().locator(), None);
    }
}
