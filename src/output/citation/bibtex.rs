//! `BibTeX`: one `@misc` a document and one for the chronicle, in UTF-8. Names and titles stand in double braces, so that no
//! style parts or lowers them.

use std::fmt::Write as _;

use super::{Citation, Work};
use crate::date;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// All entries.
pub fn entries(citation: &Citation) -> String {
    let works = citation.works.iter().map(|w| work(citation, w));
    works.chain(std::iter::once(package(citation))).collect::<Vec<_>>().join("\n")
}

fn work(citation: &Citation, work: &Work) -> String {
    let whole = |text: &String| format!("{{{}}}", escape(text));
    let mut fields = Vec::new();
    fields.extend(work.author.as_ref().map(|author| ("author", whole(author))));
    fields.push(("title", whole(&work.title())));
    fields.extend(work.publisher.as_ref().map(|publisher| ("howpublished", escape(publisher))));
    // Year and month only where the document has just one; the note holds the date as sharp as it is.
    let parts = work.published.as_deref().and_then(date::parts).filter(|parts| parts.len() == 1);
    let sharp = parts.and_then(|mut parts| parts.pop()).unwrap_or_default();
    fields.extend(sharp.first().map(|year| ("year", year.to_string())));
    let month = sharp.get(1).and_then(|month| MONTHS.get(usize::from(*month) - 1));
    fields.extend(month.map(|month| ("month", (*month).to_owned())));
    let note = [
        work.voice.clone(),
        work.date().map(|date| format!("published {date}")),
        work.locator(),
        Some(format!("recorded in samur as {}", citation.entry())),
    ];
    fields.push(("note", escape(&note.into_iter().flatten().collect::<Vec<_>>().join("; "))));
    fields.push(("language", escape(&work.language)));
    entry(&citation.key(work), &fields)
}

fn package(citation: &Citation) -> String {
    let package = &citation.package;
    let mut fields = vec![("title", format!("{{{}}}", escape(&package.title)))];
    let version = package.version.as_ref().map(|v| format!(", version {v}")).unwrap_or_default();
    fields.push(("howpublished", escape(&format!("Dataset{version}"))));
    fields.extend(package.version.as_ref().map(|version| ("version", escape(version))));
    let note = [
        package.content_sha256.as_ref().map(|hash| format!("content sha256 {hash}")),
        Some(format!("read with {}", package.program)),
        citation.works.is_empty().then(|| format!("s.v. {}", citation.entry())),
    ];
    fields.push(("note", escape(&note.into_iter().flatten().collect::<Vec<_>>().join("; "))));
    entry(&citation.package_key(), &fields)
}

fn entry(key: &str, fields: &[(&str, String)]) -> String {
    let mut text = format!("@misc{{{key},\n");
    for (name, value) in fields {
        // The months are names that BibTeX knows, and no text.
        let _ = match *name {
            "month" => writeln!(text, "  {name} = {value},"),
            _ => writeln!(text, "  {name} = {{{value}}},"),
        };
    }
    text.push_str("}\n");
    text
}

/// Text in which TeX sees no command. Braces have names, because `BibTeX` counts even escaped ones.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    #[test]
    fn entries_hold_year_and_month_only_where_they_are_sure() {
        let text = entries(&example());
        assert!(text.contains("  year = {2031},\n  month = may,\n"), "{text}");
        assert_eq!(text.matches("year = ").count(), 1, "{text}");
        assert!(
            text.contains(
                "note = {Ivar Põld, reported; published [between 21 and 31 May 2031]; line 3"
            ),
            "{text}"
        );
        assert!(text.contains("title = {{The “bridge” \\& the 50\\% rule}}"), "{text}");
        assert!(text.contains("shore\\_\\textbraceleft{}1\\textbraceright{}.txt"), "{text}");
        assert_eq!(text.matches('{').count(), text.matches('}').count());
    }

    #[test]
    fn a_parser_reads_what_was_meant() {
        let mut citation = example();
        let meant = "a {b} 100% & $5 #1 x_y ~ ^ \\c";
        citation.works[0].title = Some(meant.into());
        let read = biblatex::Bibliography::parse(&entries(&citation)).expect("BibTeX");
        let title = read.get("gazette:event:bridge-fall").expect("an entry").title();
        let title: String = title.expect("a title").iter().map(|chunk| chunk.v.get()).collect();
        assert_eq!(title, meant);
    }
}
