//! Citations read back by what reads citations: BibTeX by a parser of it, CSL-JSON against the fields of its schema.

#![expect(clippy::unwrap_used, reason = "a citation that cannot be read ends the test")]

mod support;

use std::collections::BTreeSet;

use serde_json::Value;

use support::database::{open, texts};
use support::{arguments, river_database, samur, text};

/// The fields of csl-data.json (CSL 1.0.2) that are text, of those that samur writes.
const TEXTS: [&str; 10] = [
    "id",
    "type",
    "title",
    "container-title",
    "publisher",
    "language",
    "locator",
    "note",
    "version",
    "annote",
];

/// The types of csl-data.json that samur writes.
const TYPES: [&str; 5] = ["article", "article-newspaper", "dataset", "document", "report"];

/// Everything that can be cited in a database, as `kind/id`.
fn everything(database: &std::path::Path) -> Vec<String> {
    let kinds = ["actor", "claim", "event", "figure", "passage", "place", "quote", "source"];
    let ids = kinds.map(|kind| format!("SELECT '{kind}/' || id FROM {kind}"));
    texts(&open(database), &format!("{} ORDER BY 1", ids.join(" UNION ALL ")))
}

fn river(row: &str, style: &str) -> String {
    let args = ["--db", text(river_database()), "cite", row, "--style", style];
    samur(args).ok().stdout
}

#[test]
fn all_can_be_cited_and_the_locators_are_those_of_the_chronicle() {
    let locators: BTreeSet<String> =
        texts(&open(river_database()), "SELECT locator FROM passages").into_iter().collect();
    for row in everything(river_database()) {
        let items: Value = serde_json::from_str(&river(&row, "csl-json")).unwrap();
        let items = items.as_array().unwrap();
        let (package, works) = items.split_last().unwrap();
        assert_eq!(package["type"], "dataset", "{row}");
        let cited: Vec<&str> = works
            .iter()
            .flat_map(|work| work["custom"]["passages"].as_array().unwrap())
            .map(|locator| locator.as_str().unwrap())
            .collect();
        assert!(cited.iter().all(|locator| locators.contains(*locator)), "{row}: {cited:?}");
        let needs = ["claim", "event", "figure", "passage", "quote"];
        assert!(!cited.is_empty() || !needs.contains(&row.split('/').next().unwrap()), "{row}");
        for item in items {
            held_by_the_schema(item);
        }
    }
}

fn held_by_the_schema(item: &Value) {
    for (field, value) in item.as_object().unwrap() {
        match field.as_str() {
            "author" => {
                for name in value.as_array().unwrap() {
                    let name = name.as_object().unwrap();
                    assert!(name.len() == 1 && name["literal"].is_string(), "{item}");
                }
            }
            "issued" => {
                let date = value.as_object().unwrap();
                assert!(date.keys().all(|key| key == "date-parts" || key == "literal"), "{item}");
                for parts in date.get("date-parts").into_iter().flat_map(|p| p.as_array().unwrap())
                {
                    assert!((1..=3).contains(&parts.as_array().unwrap().len()), "{item}");
                }
            }
            "custom" => assert!(value.is_object(), "{item}"),
            field => assert!(TEXTS.contains(&field) && value.is_string(), "{field} in {item}"),
        }
    }
    assert!(TYPES.contains(&item["type"].as_str().unwrap()) && item["id"].is_string(), "{item}");
}

#[test]
fn bibtex_reads_back() {
    let mut keys = BTreeSet::new();
    for row in everything(river_database()) {
        let written = river(&row, "bibtex");
        let bibliography = biblatex::Bibliography::parse(&written)
            .unwrap_or_else(|error| panic!("{row}: {error}\n{written}"));
        for entry in bibliography.iter() {
            // The chronicle has one key; every other key is given to one citation alone.
            let fresh = keys.insert(entry.key.clone());
            assert!(fresh || entry.key.starts_with("samur:"), "{} again in\n{written}", entry.key);
            assert!(!entry.title().unwrap().is_empty(), "{written}");
        }
    }
    let bibliography = biblatex::Bibliography::parse(&river("source/gazette", "bibtex")).unwrap();
    let gazette = bibliography.get("gazette").unwrap();
    let plain = |chunks: &[biblatex::Spanned<biblatex::Chunk>]| {
        chunks.iter().map(|chunk| chunk.v.get().to_owned()).collect::<String>()
    };
    assert_eq!(plain(gazette.title().unwrap()), "The footbridge at Älvby");
    assert_eq!(plain(gazette.get("month").unwrap()).to_lowercase(), "may");
}

#[test]
fn a_note_is_one_paragraph_with_version_and_hash() {
    let sql = "SELECT value FROM meta WHERE key IN ('version', 'content_sha256') ORDER BY key";
    let about = texts(&open(river_database()), sql);
    for row in everything(river_database()) {
        let note = river(&row, "chicago");
        assert_eq!(note.lines().count(), 1, "{note}");
        assert!(about.iter().all(|value| note.contains(value.as_str())), "{note}");
        assert!(note.ends_with(&format!("s.v. “{row}.”\n")), "{note}");
        assert!(!note.contains("NULL") && !note.contains(", ,"), "{note}");
    }
}

#[test]
fn a_citing_query_returns_the_same_rows_in_the_same_order() {
    for query in arguments::catalog().iter().filter(|query| query.id.is_some()) {
        for example in &query.examples {
            let words = support::shell::split(example);
            let run = |more: &[&str]| {
                let args = ["query"].into_iter().chain(words.iter().map(String::as_str));
                samur(args.chain(["-F", "ndjson"]).chain(more.iter().copied())).ok().stdout
            };
            let (plain, citing) = (run(&[]), run(&["--cite"]));
            assert_eq!(plain.lines().count(), citing.lines().count(), "{example}");
            for (plain, citing) in plain.lines().zip(citing.lines()) {
                let mut citing: Value = serde_json::from_str(citing).unwrap();
                let cite = citing.as_object_mut().unwrap().remove("cite");
                let plain: Value = serde_json::from_str(plain).unwrap();
                let cite = cite.as_ref().or(plain.get("locator"));
                assert!(cite.is_some_and(Value::is_string), "{example}: {plain}");
                assert_eq!(citing, plain, "{example}");
            }
        }
    }
}

#[test]
fn a_query_with_an_id_says_what_it_names() {
    // These have a locator of their own.
    let without = ["positions", "voices"];
    let connection = open(river_database());
    for query in arguments::catalog().iter() {
        let statement = connection.prepare(&query.sql).unwrap();
        let has = statement.column_names().any(|name| name == "id");
        let told = query.id.is_some() || without.contains(&query.name.as_str());
        assert!(has || query.id.is_none(), "{} has no column id", query.name);
        assert!(
            !has || told,
            "the head of {} lacks `-- id: ` and what its column id names",
            query.name
        );
    }
}
