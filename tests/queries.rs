//! What the heads of the canned queries promise, for all of them: names, parameters, columns, examples, help.

mod support;

use std::collections::BTreeSet;

use rusqlite::Statement;
use samur::layout::Layout;
use samur::package;

use support::arguments::catalog;
use support::database::{open, texts};
use support::{river_database, root, samur, shell};

fn parameters(statement: &Statement) -> Vec<String> {
    (1..=statement.parameter_count())
        .map(|at| statement.parameter_name(at).unwrap_or("?").to_owned())
        .collect()
}

#[test]
fn the_file_is_named_as_the_query() {
    let files: Vec<String> = shell::names(&root().join("src/queries"))
        .iter()
        .filter_map(|name| Some(name.strip_suffix(".sql")?.to_owned()))
        .collect();
    let catalog = catalog();
    assert_eq!(catalog.iter().map(|query| query.name.clone()).collect::<Vec<_>>(), files);
    let listed = texts(&open(river_database()), "SELECT name FROM query ORDER BY name");
    assert_eq!(listed, files);
}

#[test]
fn a_head_reads_as_a_sentence() {
    for query in catalog().iter() {
        let (name, title, question) = (&query.name, &query.title, &query.question);
        assert!(title.starts_with(char::is_uppercase) && !title.ends_with('.'), "{name}: {title}");
        assert!(
            question.starts_with(|c: char| c.is_uppercase() || c == '`') && question.ends_with('.'),
            "{name}: {question}"
        );
        for parameter in &query.parameters {
            assert!(
                !parameter.help.ends_with('.') && !parameter.help.starts_with(char::is_uppercase),
                "{name}: {}",
                parameter.help
            );
        }
        for example in &query.examples {
            assert_eq!(shell::split(example).first(), Some(name), "{name}: {example}");
        }
    }
}

#[test]
fn declared_and_used_parameters_agree() {
    let connection = open(river_database());
    for query in catalog().iter() {
        let statement = connection.prepare(&query.sql).expect("a statement");
        let used: BTreeSet<String> = parameters(&statement).into_iter().collect();
        let declared: BTreeSet<String> =
            query.parameters.iter().map(|p| format!(":{}", p.name)).collect();
        assert_eq!(declared, used, "{}", query.name);
    }
}

#[test]
fn a_query_is_one_statement_that_only_reads() {
    let connection = open(river_database());
    for query in catalog().iter() {
        // `prepare` refuses a second statement.
        let statement = connection
            .prepare(&query.sql)
            .unwrap_or_else(|error| panic!("{}: {error}", query.name));
        assert!(statement.readonly(), "{}", query.name);
        assert!(query.sql.ends_with(';'), "{} lacks its semicolon", query.name);
    }
}

#[test]
fn result_columns_are_distinct_and_named() {
    let connection = open(river_database());
    for query in catalog().iter() {
        let statement = connection.prepare(&query.sql).expect("a statement");
        let names: Vec<&str> = statement.column_names().collect();
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(distinct.len(), names.len(), "{}: {names:?}", query.name);
        for name in &names {
            let plain =
                name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            assert!(plain, "{}: an expression without a name: {name}", query.name);
        }
        arranges(&query.name, &query.layout, &distinct);
    }
}

/// A layout names columns of the result, and puts none under one that may leave.
fn arranges(what: &str, layout: &Layout, columns: &BTreeSet<&str>) {
    let optional: BTreeSet<&str> =
        layout.if_room.iter().flat_map(|names| names.split('+')).collect();
    for name in layout.columns() {
        assert!(columns.contains(name), "{what}: its layout names no column {name}");
    }
    for (name, home) in &layout.under {
        let leaves = optional.contains(name.as_str()) && !optional.contains(home.as_str());
        assert!(leaves, "{what}: {name} can never come under {home}");
    }
}

#[test]
fn the_sections_of_a_page_arrange_their_own_columns() {
    let connection = open(river_database());
    let mut arranged = 0;
    for (kind, page) in package::PAGES {
        for section in page.split("-- section: ").skip(1) {
            let (title, sql) = section.split_once('\n').expect("a query");
            let mut layout = Layout::default();
            for line in sql.lines().filter_map(|line| line.strip_prefix("-- ")) {
                layout.read(line).expect("a head");
            }
            if layout != Layout::default() {
                let statement = connection.prepare(sql).expect("a statement");
                let columns = statement.column_names().collect();
                arranges(&format!("{kind}: {title}"), &layout, &columns);
                arranged += 1;
            }
        }
    }
    assert!(arranged > 5, "{arranged} sections have a layout");
}

#[test]
fn examples_run_and_return_rows() {
    for query in catalog().iter() {
        for example in &query.examples {
            let words = shell::split(example);
            let args = ["query"].into_iter().chain(words.iter().map(String::as_str)).chain([
                "-F",
                "csv",
                "--no-header",
            ]);
            let run = samur(args).ok();
            assert!(!run.stdout.is_empty(), "no rows: samur query {example}");
        }
    }
}

#[test]
fn help_tells_what_the_head_tells() {
    for query in catalog().iter() {
        let help = samur(["query", &query.name, "--help"]).ok().stdout;
        // The help is wrapped: its words in their order are compared.
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let help = words(&help);
        for said in [&query.title, &query.question]
            .into_iter()
            .chain(query.parameters.iter().map(|p| &p.help))
        {
            assert!(help.contains(&words(said)), "{}: {said}", query.name);
        }
        for example in &query.examples {
            assert!(
                help.contains(&format!("samur query {}", words(example))),
                "{}: {example}",
                query.name
            );
        }
        let shown = samur(["query", &query.name, "--show-sql"]).ok().stdout;
        assert_eq!(shown.trim_end(), query.sql, "{}", query.name);
    }
}
