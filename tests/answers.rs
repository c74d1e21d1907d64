//! All canned queries give the same answer to the same question, whatever the order of the rows, also in a stock
//! `SQLite`, and no rows where there is nothing to tell.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::Value;
use samur::catalog::{Query, Takes};

use support::arguments::{catalog, for_nothing};
use support::database::{chronicle, open, rows, texts};
use support::{folder, lines, river_copy, river_database, samur_in, shell, text};

/// A copy in memory whose tables hold their rows in the opposite order.
fn turned_round(database: &Path) -> Connection {
    let turned = Connection::open_in_memory().expect("a database");
    let path = text(database);
    turned.execute_batch("PRAGMA foreign_keys = OFF").expect("a pragma");
    turned.execute("ATTACH ?1 AS original", [path]).expect("the original");
    let schema = |sql: &str| texts(&turned, sql);
    let owned = "name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'";
    for sql in
        schema(&format!("SELECT sql FROM original.sqlite_schema WHERE type = 'table' AND {owned}"))
    {
        turned.execute_batch(&sql).expect("a table");
    }
    for table in
        schema(&format!("SELECT name FROM original.sqlite_schema WHERE type = 'table' AND {owned}"))
    {
        turned
            .execute_batch(&format!("INSERT INTO main.\"{table}\" SELECT * FROM original.\"{table}\" ORDER BY rowid DESC"))
            .expect("rows");
    }
    let rest = "SELECT sql FROM original.sqlite_schema WHERE type IN ('index', 'view') AND sql IS NOT NULL";
    for sql in schema(rest) {
        turned.execute_batch(&sql).expect("an index or a view");
    }
    turned
}

/// Ways to ask a query by its required parameters that are tried.
const MOST: usize = 400;

/// Ways to ask a query: each required parameter with every row it can name, each optional one once with every value of
/// its list or table.
fn askings(query: &Query, connection: &Connection) -> Vec<Vec<(String, Value)>> {
    let values = |takes: &Takes| -> Vec<Value> {
        match takes {
            Takes::Row(table) => {
                texts(connection, &format!("SELECT id FROM \"{table}\" ORDER BY id"))
                    .into_iter()
                    .map(Value::Text)
                    .collect()
            }
            Takes::OneOf(words) => words.iter().cloned().map(Value::Text).collect(),
            Takes::Flag => vec![Value::Integer(1)],
            Takes::Integer => (1..4).map(Value::Integer).collect(),
            Takes::Real => [10.0, 500.0].map(Value::Real).to_vec(),
            Takes::Date => ["2024", "2025-06", "2025-07-01", "2031-05"]
                .map(|day| Value::Text(day.into()))
                .to_vec(),
            Takes::Text | Takes::Spelling => vec![Value::Text("a".into())],
        }
    };
    let mut askings = vec![Vec::new()];
    for parameter in query.parameters.iter().filter(|p| p.required) {
        let with = |asking: &Vec<(String, Value)>, value: Value| {
            asking.iter().cloned().chain([(parameter.name.clone(), value)]).collect()
        };
        askings = askings
            .iter()
            .flat_map(|asking| {
                values(&parameter.takes).into_iter().map(move |value| with(asking, value))
            })
            .collect();
    }
    // Two actors make fifty thousand pairs: some of all ranks will do.
    let step = askings.len().div_ceil(MOST).max(1);
    askings = askings.into_iter().step_by(step).collect();
    let first = askings.first().cloned().unwrap_or_default();
    for parameter in query.parameters.iter().filter(|p| !p.required) {
        for value in values(&parameter.takes) {
            askings.push(first.iter().cloned().chain([(parameter.name.clone(), value)]).collect());
        }
    }
    askings
}

#[test]
fn the_order_is_total() {
    for database in [river_database(), chronicle()] {
        let plain = open(database);
        let reverse = open(database);
        reverse.execute_batch("PRAGMA reverse_unordered_selects = 1").expect("a pragma");
        let turned = turned_round(database);
        // Both do turn round what is not ordered.
        for other in [&reverse, &turned] {
            let unordered = "SELECT title FROM event";
            assert_ne!(rows(other, unordered, &[]), rows(&plain, unordered, &[]));
        }
        for query in catalog().iter() {
            for values in askings(query, &plain) {
                let answer = rows(&plain, &query.sql, &values);
                for (how, other) in [
                    ("with unordered selects reversed", &reverse),
                    ("with its rows turned round", &turned),
                ] {
                    let other = rows(other, &query.sql, &values);
                    let at = answer.iter().zip(&other).position(|(a, b)| a != b);
                    assert!(
                        answer == other,
                        "{} {values:?} {how}: {} and {} rows, differing in row {at:?}\n{:?}\n{:?}",
                        query.name,
                        answer.len(),
                        other.len(),
                        at.map(|at| &answer[at]),
                        at.map(|at| &other[at]),
                    );
                }
            }
        }
    }
}

#[test]
fn the_table_query_can_be_run_as_it_stands() {
    for database in [river_database(), chronicle()] {
        let connection = open(database);
        for sql in texts(&connection, "SELECT sql FROM query ORDER BY name") {
            // Nothing is bound: every parameter is NULL.
            rows(&connection, &sql, &[]);
        }
        for query in catalog().iter() {
            let kept = texts(
                &connection,
                &format!(
                    "SELECT coalesce(parameters, '') FROM query WHERE name = '{}'",
                    query.name
                ),
            );
            for parameter in &query.parameters {
                assert!(
                    kept[0].contains(&format!(":{} ", parameter.name)),
                    "{}: {kept:?}",
                    query.name
                );
            }
        }
    }
}

#[test]
fn a_deeper_chain_holds_every_event_of_a_shallower_one() {
    let catalog = catalog();
    let chain = &catalog.get("chain").expect("the query").sql;
    let mut repeated = 0;
    for database in [river_database(), chronicle()] {
        let connection = open(database);
        for event in texts(&connection, "SELECT id FROM event ORDER BY id") {
            let mut shallower = BTreeSet::new();
            for depth in 0..8 {
                let values = [
                    ("event".to_owned(), Value::Text(event.clone())),
                    ("depth".to_owned(), Value::Integer(depth)),
                ];
                let drawn: Vec<String> = rows(&connection, chain, &values)
                    .iter()
                    .map(|row| format!("{:?}", row[4]))
                    .collect();
                let events: BTreeSet<String> = drawn.iter().cloned().collect();
                let lost: Vec<_> = shallower.difference(&events).collect();
                assert!(lost.is_empty(), "chain {event} --depth {depth} loses {lost:?}");
                repeated += drawn.len() - events.len();
                shallower = events;
            }
        }
    }
    assert!(repeated > 0, "no event comes twice, so nothing is tried");
}

#[test]
fn a_chain_where_all_is_tied_to_all_takes_no_more_work_than_it_has_ties() {
    const EVENTS: usize = 24;
    let mut connection = turned_round(river_database());
    let id = |n: usize| format!("tied-{n:02}");
    connection
        .execute_batch("CREATE TEMP TABLE one AS SELECT * FROM event LIMIT 1")
        .expect("an event");
    for n in 0..EVENTS {
        connection
            .execute("UPDATE one SET id = ?1, title = 'Event ' || ?1", [id(n)])
            .expect("a name");
        connection.execute("INSERT INTO event SELECT * FROM one", []).expect("an event");
        for earlier in 0..n {
            let tie = "INSERT INTO event_link (from_id, kind, to_id, stance, passage_id)
                       SELECT ?1, 'response_to', ?2, 'asserts', min(id) FROM passage";
            connection.execute(tie, [id(n), id(earlier)]).expect("a tie");
        }
    }
    // Steps of SQLite's machine are the same on every machine; the ways down here are four millions.
    let mut left = 2000;
    let enough = move || {
        left -= 1;
        left == 0
    };
    connection.progress_handler(1000, Some(enough)).expect("a limit");
    let catalog = catalog();
    let chain = &catalog.get("chain").expect("the query").sql;
    let drawn = rows(&connection, chain, &[("event".to_owned(), Value::Text(id(0)))]);
    // All the others follow from the first; under each of them stand those that came later still.
    assert_eq!(drawn.len(), 1 + (EVENTS - 1) + (EVENTS - 1) * (EVENTS - 2) / 2);
}

#[test]
fn an_empty_chronicle_is_answered_with_no_rows() {
    let dir = folder();
    samur_in(dir.path(), ["init", "seed"]).ok();
    samur_in(dir.path(), ["build", "--seed", "seed", "-o", "empty.db"]).ok();
    for query in catalog().iter() {
        let given = for_nothing(query);
        let args = ["--db", "empty.db", "-F", "csv", "--no-header", "query", &query.name];
        let run = samur_in(dir.path(), args.into_iter().chain(given.iter().map(String::as_str)));
        if query.parameters.iter().any(|p| p.required && matches!(p.takes, Takes::Row(_))) {
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", query.name);
            assert!(
                run.stderr.starts_with("error: no ") && run.stderr.contains(&given[0]),
                "{}: {}",
                query.name,
                run.stderr
            );
        } else {
            assert_eq!(
                (run.status, run.stdout.as_str(), run.stderr.as_str()),
                (0, "", "note: no rows\n"),
                "{}",
                query.name
            );
        }
    }
}

#[test]
fn a_seed_in_another_order_has_the_same_content() {
    let copy = river_copy();
    for name in shell::names(&copy.path().join("seed")) {
        let file = copy.path().join("seed").join(name);
        let text = std::fs::read_to_string(&file).expect("a seed file");
        let (head, rest) = text.split_once('\n').expect("a header row");
        let rows = lines(rest.lines().rev());
        std::fs::write(&file, format!("{head}\n{rows}")).expect("a seed file");
    }
    // It builds, and says which rows are out of order.
    let run = samur_in(copy.path(), ["build", "--seed", "seed", "-o", "reversed.db"]).ok();
    assert!(run.stderr.contains("seed/event.csv:3: warning: "), "{}", run.stderr);
    let reversed = open(&copy.path().join("reversed.db"));
    let original = open(river_database());
    let hash = "SELECT value FROM meta WHERE key = 'content_sha256'";
    assert_eq!(texts(&reversed, hash), texts(&original, hash));
    for table in
        texts(&original, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta'")
    {
        let all = format!("SELECT * FROM \"{table}\"");
        assert_eq!(rows(&reversed, &all, &[]), rows(&original, &all, &[]), "{table}");
    }
}
