//! CSL-JSON after the schema of the Citation Style Language (csl-data.json, CSL 1.0.2), which knows no further fields.

use serde_json::{Map, Value, json};

use super::{Citation, Work};
use crate::date;

/// How the numbers of a place count.
const COUNTED: &str =
    "lines from 1; characters are Unicode code points from 0, the last not included";

/// An array of items: the documents, then the chronicle.
pub fn items(citation: &Citation) -> String {
    let works = citation.works.iter().map(|w| work(citation, w));
    let items: Vec<Value> = works.chain(std::iter::once(package(citation))).collect();
    format!("{:#}\n", Value::Array(items))
}

fn work(citation: &Citation, work: &Work) -> Value {
    let mut item = Map::new();
    item.insert("id".into(), json!(citation.key(work)));
    item.insert("type".into(), json!(kind(&work.kind)));
    item.insert("title".into(), json!(work.title()));
    if let Some(author) = &work.author {
        item.insert("author".into(), json!([{"literal": author}]));
    }
    if let Some(publisher) = &work.publisher {
        // The outlet of a news article is what contains it.
        let field =
            if kind(&work.kind) == "article-newspaper" { "container-title" } else { "publisher" };
        item.insert(field.into(), json!(publisher));
    }
    if let Some(published) = &work.published {
        let issued = match date::parts(published) {
            Some(parts) => json!({"date-parts": parts}),
            None => json!({"literal": date::words(published)}),
        };
        item.insert("issued".into(), issued);
    }
    item.insert("language".into(), json!(work.language));
    if let Some(locator) = work.locator() {
        item.insert("locator".into(), json!(locator));
    }
    let note = [work.voice.clone(), work.inferred.then(|| "date inferred from the text".into())];
    let note = note.into_iter().flatten().collect::<Vec<_>>().join("; ");
    if !note.is_empty() {
        item.insert("note".into(), json!(note));
    }
    let custom = json!({
        "samur": citation.entry(), "published": work.published, "file": work.file, "sha256": work.sha256, "passages": work.locators(), "counted": COUNTED,
    });
    item.insert("custom".into(), custom);
    Value::Object(item)
}

fn package(citation: &Citation) -> Value {
    let package = &citation.package;
    let mut item = Map::new();
    item.insert("id".into(), json!(citation.package_key()));
    item.insert("type".into(), json!("dataset"));
    item.insert("title".into(), json!(package.title));
    if let Some(version) = &package.version {
        item.insert("version".into(), json!(version));
    }
    if citation.works.is_empty() {
        item.insert("locator".into(), json!(format!("s.v. {}", citation.entry())));
    }
    let hash = package.content_sha256.as_ref();
    let note = hash.map(|hash| format!("content sha256 {hash}; ")).unwrap_or_default();
    item.insert("note".into(), json!(format!("{note}read with {}", package.program)));
    let mut custom = Map::new();
    custom.extend(hash.map(|hash| ("content_sha256".into(), json!(hash))));
    custom.extend(package.licence.as_ref().map(|licence| ("licence".into(), json!(licence))));
    custom.insert("program".into(), json!(package.program));
    item.insert("custom".into(), Value::Object(custom));
    Value::Object(item)
}

/// The CSL type of a sort of document.
fn kind(kind: &str) -> &'static str {
    match kind {
        "news" => "article-newspaper",
        "brief" => "report",
        "analysis" => "article",
        _ => "document",
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    #[test]
    fn what_is_not_known_is_left_out() {
        let items: Value = serde_json::from_str(&items(&example())).expect("JSON");
        assert_eq!(items[0]["issued"], json!({"date-parts": [[2031, 5, 12]]}));
        assert_eq!(items[0]["author"], json!([{"literal": "Nora Lind"}]));
        assert_eq!(items[1]["issued"]["literal"], "between 21 and 31 May 2031");
        assert_eq!(items[1]["title"], "[analysis, file shore_{1}.txt]");
        for absent in ["author", "publisher", "container-title"] {
            assert_eq!(items[1].get(absent), None, "{absent}");
        }
        assert_eq!(items[2]["version"], "1.0.0");
    }
}
