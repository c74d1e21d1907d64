//! Notes after the Chicago Manual of Style, 17th edition (chapter 14): what is cited in one note is parted by semicolons,
//! a title that is supplied or a date that is worked out stands in brackets, an entry of a database follows "s.v.".

use super::{Citation, Work};
use crate::text;

/// One paragraph.
pub fn note(citation: &Citation) -> String {
    let package = &citation.package;
    let recorded = [
        Some(package.title.clone()),
        package.version.as_ref().map(|version| format!("version {version}")),
        Some("dataset".into()),
        package.content_sha256.as_ref().map(|hash| format!("content sha256 {hash}")),
        Some(format!("read with {}", package.program)),
        Some(format!("s.v. “{}”", citation.entry())),
    ];
    let recorded = recorded.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut all: Vec<String> = citation.works.iter().map(work).collect();
    all.push(if all.is_empty() { recorded } else { format!("recorded in {recorded}") });
    let note = all.join("; ");
    // The full stop goes inside the closing mark.
    let note =
        note.strip_suffix('”').map_or_else(|| format!("{note}."), |note| format!("{note}.”"));
    format!("{}\n", text::safe(&note).replace('\n', " "))
}

fn work(work: &Work) -> String {
    let title = match &work.title {
        None => work.title(),
        Some(title) => {
            let inner = title.replace('“', "‘").replace('”', "’").replace('"', "'");
            let comma = if inner.ends_with(['?', '!', ',']) { "" } else { "," };
            format!("“{inner}{comma}”")
        }
    };
    let voice = work.voice.as_ref().map(|voice| format!("{voice} in "));
    let author = work.author.as_ref().map(|author| format!("{author}, "));
    let rest = [work.publisher.clone(), work.date(), work.locator()];
    let rest = rest.into_iter().flatten().collect::<Vec<_>>().join(", ");
    // The comma after a title in quotation marks stands inside them.
    let comma = if work.title.is_some() { " " } else { ", " };
    format!("{}{}{title}{comma}{rest}", voice.unwrap_or_default(), author.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    #[test]
    fn a_note_says_what_is_known_and_no_more() {
        assert_eq!(
            note(&example()),
            "Nora Lind, “The ‘bridge’ & the 50% rule,” Sandur Gazette, 12 May 2031, line 5, characters 68–142, 143–187, \
             line 12, characters 419–493; Ivar Põld, reported in [analysis, file shore_{1}.txt], \
             [between 21 and 31 May 2031], line 3, characters 28–129; recorded in The footbridge, version 1.0.0, dataset, \
             content sha256 0123456789abcdef, read with samur 0.1.0, s.v. “event/bridge-fall.”\n"
        );
    }

    #[test]
    fn without_documents_the_chronicle_stands_alone() {
        let mut citation = example();
        citation.works.clear();
        citation.package.content_sha256 = None;
        let alone = "The footbridge, version 1.0.0, dataset, read with samur 0.1.0, s.v. “event/bridge-fall.”\n";
        assert_eq!(note(&citation), alone);
    }
}
