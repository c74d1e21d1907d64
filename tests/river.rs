//! The river chronicle, an invented dispute of two towns over a footbridge: another seed with the same columns works as
//! the built-in one does, from the check to the answers.

mod support;

use std::fs;
use std::path::Path;

use support::{
    arguments, copy_files, folder, lines, river_copy, river_database, river_seed, samur, samur_in,
    text,
};

/// Content hash of a database.
fn content(database: &Path) -> String {
    let sql = "SELECT value FROM meta WHERE key = 'content_sha256'";
    samur(["--db", text(database), "sql", sql, "-F", "csv"]).ok().stdout
}

/// Runs a query on the river chronicle as csv.
fn river(args: &[&str]) -> String {
    let database = text(river_database());
    samur(["--db", database, "-F", "csv"].iter().chain(args)).ok().stdout
}

#[test]
fn it_is_clean_to_the_last_word() {
    let copy = river_copy();
    let check = ["check", "--seed", "seed", "--sources", "documents", "--strict", "--coverage"];
    let run = samur_in(copy.path(), check).ok();
    assert!(run.stdout.starts_with("source "), "{}", run.stdout);
    assert!(run.stderr.ends_with(": 0 errors, 0 warnings\n"), "{}", run.stderr);
    // Every rule had its say.
    assert!(!run.stderr.contains("not checked"), "{}", run.stderr);
}

#[test]
fn a_word_that_no_row_accounts_for_is_found() {
    let copy = river_copy();
    let omissions = copy.path().join("seed/omission.csv");
    let rows = fs::read_to_string(&omissions).expect("a seed file");
    let fewer = lines(rows.lines().filter(|row| !row.contains(",furniture,")));
    fs::write(&omissions, fewer).expect("a seed file");
    let run = samur_in(copy.path(), ["check", "--sources", "documents", "--coverage"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("'Subscribe to the Gazette today"), "{}", run.stdout);
    // Without --coverage nobody asks.
    samur_in(copy.path(), ["check", "--sources", "documents", "--strict"]).ok();
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let copy = river_copy();
    for name in ["first.db", "second.db"] {
        samur_in(copy.path(), ["build", "--seed", "seed", "-o", name]).ok();
    }
    let bytes = |name: &str| fs::read(copy.path().join(name)).expect("a database");
    assert!(bytes("first.db") == bytes("second.db"), "two builds of one seed differ");
}

#[test]
fn an_export_is_a_seed_again() {
    let copy = folder();
    let database = text(river_database());
    samur_in(copy.path(), ["--db", database, "export", "-o", "exported"]).ok();
    samur_in(copy.path(), ["build", "--seed", "exported", "-o", "again.db"]).ok();
    let again = copy.path().join("again.db");
    assert_eq!(content(river_database()), content(&again));
    // The export of the rebuilt file is the export: nothing is lost on the way round.
    samur_in(copy.path(), ["--db", "again.db", "export", "-o", "twice"]).ok();
    for name in support::shell::names(&copy.path().join("exported")) {
        let exported = |folder: &str| {
            fs::read_to_string(copy.path().join(folder).join(&name)).expect("an exported file")
        };
        if name != "meta.csv" {
            assert_eq!(exported("exported"), exported("twice"), "{name}");
        }
    }
}

#[test]
fn a_change_of_the_content_changes_its_hash() {
    let copy = river_copy();
    let actors = copy.path().join("seed/actor.csv");
    let rows = fs::read_to_string(&actors).expect("a seed file");
    fs::write(&actors, rows.replace("A newspaper.", "A daily newspaper.")).expect("a seed file");
    samur_in(copy.path(), ["build", "--seed", "seed", "-o", "changed.db"]).ok();
    assert_ne!(content(river_database()), content(&copy.path().join("changed.db")));
}

#[test]
fn every_canned_query_answers() {
    let catalog = arguments::catalog();
    let mut silent = Vec::new();
    for query in catalog.iter() {
        let given = arguments::for_river(query);
        let args: Vec<&str> =
            ["query", &query.name].into_iter().chain(given.iter().map(String::as_str)).collect();
        if river(&args).lines().count() < 2 {
            silent.push(query.name.as_str());
        }
    }
    // Few rows need not hold something for every question.
    assert!(silent.len() * 4 < catalog.iter().count(), "nothing to say: {}", silent.join(", "));
}

#[test]
fn the_sources_disagree_as_they_do_on_paper() {
    let sql = "SELECT attribute_id, relation, a_as_written, b_as_written FROM disagreements ORDER BY 1, 2, 3, 4";
    let expected = "\
attribute_id,relation,a_as_written,b_as_written
cause,conflict,cut the ropes,rot
cause,denied,cut the ropes,no trace of a knife
date,compatible,On 3 May 2031,in the first days of May 2031
demanded,conflict,\"at least 5,000 crowns\",\"4,000 crowns\"
injured,conflict,Two people,Three walkers
place,conflict,near Älvby,close to Orula
place,denied,near Älvby,not on the other bank
population,conflict,about 600,\"1,000\"
";
    assert_eq!(river(&["sql", sql]), expected);
}

#[test]
fn show_prints_the_words_of_a_passage() {
    let copy = river_copy();
    let database = text(river_database());
    let with =
        samur_in(copy.path(), ["--db", database, "show", "bridge-fall", "--sources", "documents"])
            .ok()
            .stdout;
    assert!(with.contains("Two people were hurt, the town council says."), "{with}");
    let without = samur_in(copy.path(), ["--db", database, "show", "bridge-fall"]).ok().stdout;
    assert!(!without.contains("the town council says"), "{without}");
    // The left-over mark-up is in the range and not in the words.
    let quote =
        samur_in(copy.path(), ["--db", database, "show", "pold-rot", "--sources", "documents"])
            .ok()
            .stdout;
    assert!(quote.contains("rot in every second plank") && !quote.contains("<u>"), "{quote}");
}

#[test]
fn a_seed_read_from_elsewhere_builds_the_same() {
    // Where the seed lies is no part of the database.
    let elsewhere = folder();
    copy_files(&river_seed(), &elsewhere.path().join("another name"));
    samur_in(elsewhere.path(), ["build", "--seed", "another name", "-o", "river.db"]).ok();
    let bytes = fs::read(elsewhere.path().join("river.db")).expect("a database");
    assert!(
        bytes == fs::read(river_database()).expect("a database"),
        "the folder's name is in the database"
    );
}
