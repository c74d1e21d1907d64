//! The built-in chronicle: the program carries it, the seed in the project makes the very same file, and the
//! disagreements that the model was tried on come out of it.

mod support;

use std::fs;
use std::path::Path;

use support::{folder, root, samur, samur_in, text};

#[test]
fn it_is_carried_and_without_fault() {
    assert!(samur::package::CHRONICLE.is_some(), "{}", samur::package::FAULTS.join("\n"));
    assert!(samur::package::FAULTS.is_empty(), "{}", samur::package::FAULTS.join("\n"));
    let check = samur(["check", "--strict"]);
    assert_eq!((check.stdout.as_str(), check.status), ("", 0), "{}", check.stderr);
}

#[test]
fn the_seed_of_the_project_makes_the_same_bytes() {
    let dir = folder();
    let seed = root().join("seed");
    let seed = text(&seed);
    samur_in(dir.path(), ["build", "-o", "carried.db"]).ok();
    samur_in(dir.path(), ["build", "--seed", seed, "-o", "first.db"]).ok();
    samur_in(dir.path(), ["build", "--seed", seed, "-o", "second.db"]).ok();
    let bytes = |name: &str| fs::read(dir.path().join(name)).expect("a database");
    assert!(bytes("first.db") == bytes("second.db"), "two builds of one seed differ");
    assert!(
        bytes("carried.db") == bytes("first.db"),
        "the program carries another chronicle than the seed makes"
    );
    assert_eq!(bytes("carried.db"), samur::package::CHRONICLE.expect("a chronicle"));
}

#[test]
fn a_file_answers_as_the_program_does() {
    let dir = folder();
    samur_in(dir.path(), ["build", "-o", "samur.db"]).ok();
    for query in ["timeline", "quotes", "disagreements", "coverage", "sources"] {
        let carried = samur(["query", query, "-F", "json"]).ok();
        assert_eq!(
            samur_in(dir.path(), ["--db", "samur.db", "query", query, "-F", "json"]),
            carried,
            "{query}"
        );
    }
}

/// One side of a disagreement: its document, and words of its speaker and of what it says, value and text.
struct Side {
    source: &'static str,
    speaker: &'static str,
    says: &'static str,
}

/// A disagreement that must come out: words of the event's title, the attribute, the two sides, and how they stand.
struct Worked {
    event: &'static str,
    attribute: &'static str,
    sides: [Side; 2],
    relation: &'static str,
    between: &'static str,
}

const fn side(source: &'static str, speaker: &'static str, says: &'static str) -> Side {
    Side { source, speaker, says }
}

const fn worked(
    event: &'static str,
    attribute: &'static str,
    sides: [Side; 2],
    relation: &'static str,
    between: &'static str,
) -> Worked {
    Worked { event, attribute, sides, relation, between }
}

/// The worked cases of the model, in its order.
#[rustfmt::skip]
const WORKED: [Worked; 14] = [
    worked("", "place", [side("mee", "author", "near Grozny"), side("kontur", "author", "near Aktau")], "conflict", "sources"),
    worked("", "place", [side("kontur", "author", "near Aktau"), side("jkl", "author", "in Kazakhstan")], "compatible", "sources"),
    worked("", "apology", [side("anl", "", "apology.private"), side("jkl", "", "apology.formal")], "degree", "sources"),
    worked("", "apology", [side("jkl", "", "apology.formal"), side("kontur", "", "regret")], "conflict", "sources"),
    worked("yekaterinburg", "deaths", [side("jkl", "", "at least 2 | "), side("anl", "", "2 | ")], "compatible", "sources"),
    worked("yekaterinburg", "cause-of-death", [side("mee", "mortem", "torture"), side("kontur", "Investigative Committee", "heart")], "conflict", "sources"),
    worked("yekaterinburg", "detained", [side("jkl", "", "dozens"), side("kontur", "", "six other")], "conflict", "sources"),
    worked("sputnik", "charge", [side("anl", "", "espionage.fsb"), side("kontur", "", "fraud")], "conflict", "sources"),
    worked("sputnik", "charge", [side("anl", "", "espionage.fsb"), side("kontur", "", "money-laundering")], "conflict", "sources"),
    worked("cultur", "who-cancelled", [side("anl", "", "azerbaijan"), side("kontur", "", "both-sides")], "conflict", "sources"),
    worked("cultur", "who-cancelled", [side("mee", "", "azerbaijan"), side("kontur", "", "both-sides")], "conflict", "sources"),
    worked("aircraft", "role-in-crisis", [side("apri", "", "pretext"), side("anl", "", "cause.starting-point")], "conflict", "sources"),
    worked("aircraft", "responsibility", [side("apri", "Russia", "Russia"), side("apri", "Putin", "Ukrainian drones")], "conflict", "source"),
    worked("diaspora", "diaspora-size", [side("anl", "ensus", "about 600,000"), side("anl", "Putin", "2 million")], "conflict", "source"),
];

/// The rows of a query of ad-hoc SQL on a database.
fn table(sql: &str) -> Vec<csv::StringRecord> {
    let csv = samur(["sql", sql, "-F", "csv"]).ok().stdout;
    csv::Reader::from_reader(csv.as_bytes()).records().map(|row| row.expect("a row")).collect()
}

#[test]
fn the_worked_cases_of_the_model_come_out() {
    let rows = table(
        "SELECT lower(event), attribute_id, relation, \"between\",
                a_source_id, a_speaker, a_value || ' | ' || a_as_written,
                b_source_id, b_speaker, b_value || ' | ' || b_as_written
         FROM disagreements",
    );
    let stands = |side: &Side, row: &csv::StringRecord, at: usize| {
        row[at] == *side.source
            && row[at + 1].contains(side.speaker)
            && row[at + 2].contains(side.says)
    };
    let comes_out = |case: &Worked| {
        rows.iter().any(|row| {
            let [one, other] = &case.sides;
            row[0].contains(case.event)
                && row[1] == *case.attribute
                && row[2] == *case.relation
                && row[3] == *case.between
                && ((stands(one, row, 4) && stands(other, row, 7))
                    || (stands(one, row, 7) && stands(other, row, 4)))
        })
    };
    let missing: Vec<String> = WORKED
        .iter()
        .filter(|case| !comes_out(case))
        .map(|case| {
            let [one, other] = &case.sides;
            let (a, b) = (
                format!("{}: {}", one.source, one.says),
                format!("{}: {}", other.source, other.says),
            );
            format!("{} {}: {a} · {b}: {}", case.event, case.attribute, case.relation)
        })
        .collect();
    assert!(missing.is_empty(), "these do not come out:\n{}", missing.join("\n"));
}

#[test]
fn where_it_fell_and_where_it_was_hit_are_two_events() {
    // Sub-events before arguments: the place of the crash is disputed, so the house layer takes no side.
    let rows = table(
        "SELECT DISTINCT e.id, e.place_id, (SELECT group_concat(to_id) FROM event_link k WHERE k.from_id = e.id AND k.kind = 'part_of')
         FROM disagreements d JOIN event e ON e.id = d.event_id
         WHERE d.attribute_id = 'place' AND d.relation = 'conflict' AND d.a_as_written || d.b_as_written LIKE '%Grozny%'",
    );
    assert!(!rows.is_empty());
    for row in rows {
        assert_eq!(&row[1], "", "{row:?} has a place though the sources differ");
        assert_ne!(&row[2], "", "{row:?} is part of nothing");
    }
}

#[test]
fn nothing_of_this_chronicle_is_in_the_program() {
    // The crisis is data: the sources of the program name no actor of it, but for examples shown to the reader.
    let names = table(
        "SELECT id FROM actor WHERE length(id) > 5 UNION SELECT id FROM event WHERE length(id) > 5",
    );
    for folder in [
        "src",
        "src/command",
        "src/seed",
        "src/output",
        "src/checks",
        "src/derive",
        "src/pages",
        "src/queries",
    ] {
        for file in support::shell::names(&root().join(folder)) {
            let path = root().join(folder).join(&file);
            let ours = Path::new(&file)
                .extension()
                .is_some_and(|ending| ending == "rs" || ending == "sql");
            if !ours {
                continue;
            }
            let text = fs::read_to_string(&path).expect("a source file");
            let code = text.lines().filter(|line| {
                !line.trim_start().starts_with("//") && !line.trim_start().starts_with("--")
            });
            for line in code {
                for name in names.iter().map(|row| &row[0]) {
                    assert!(!line.contains(&format!("'{name}'")), "{}: {line}", path.display());
                }
            }
        }
    }
}
