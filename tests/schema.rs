//! The schema as a reader of the built file meets it: described throughout, indexed, strict about values, and written in
//! nothing but what any `SQLite` of the last ten years understands.

#![expect(clippy::unwrap_used, reason = "a database that cannot be read ends the test")]

mod support;

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use samur::schema::{Column, Kind, Relation, Schema};
use support::{folder, river_database};

fn schema() -> Schema {
    Schema::parse(samur::package::DEFINITIONS.schema).unwrap()
}

/// The river chronicle, open for reading by stock `SQLite`: none of the program's own functions are there.
fn stock() -> Connection {
    Connection::open_with_flags(river_database(), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap_or_else(|error| panic!("{error} in {sql}"));
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap_or_else(|error| panic!("{error} in {sql}"))
}

fn number(connection: &Connection, sql: &str) -> i64 {
    connection
        .query_row(sql, [], |row| row.get(0))
        .unwrap_or_else(|error| panic!("{error} in {sql}"))
}

/// The program's own statements: FTS5 writes those of its shadow tables, which are not ours to choose.
const OWN: &str = "name NOT GLOB 'search_*' AND name NOT GLOB 'sqlite_*'";

/// An SQL text in upper case without its comments and without what stands in quotation marks.
fn bare(sql: &str) -> String {
    let lines: Vec<&str> =
        sql.lines().map(|line| line.split_once("--").map_or(line, |(code, _)| code)).collect();
    let (text, mut open, mut bare) = (lines.join("\n"), None, String::new());
    for c in text.chars() {
        match open {
            None if c == '\'' || c == '"' => open = Some(c),
            None => bare.extend(c.to_uppercase()),
            Some(mark) if c == mark => open = None,
            Some(_) => {}
        }
    }
    bare
}

/// The words of an SQL text, each with the character that follows it, white space aside.
fn words(bare: &str) -> Vec<(String, char)> {
    let mut found = Vec::new();
    let mut rest = bare;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '_') {
        rest = &rest[at..];
        let end =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let next = rest[end..].trim_start().chars().next().unwrap_or(' ');
        found.push((rest[..end].to_owned(), next));
        rest = &rest[end..];
    }
    found
}

#[test]
fn every_table_view_and_column_is_described() {
    let mut silent = Vec::new();
    for relation in schema().relations {
        let sentence =
            relation.description.chars().count() > 10 && !relation.description.contains("--");
        if !sentence {
            silent.push(relation.name.clone());
        }
        assert!(
            relation.kind == Kind::Virtual || !relation.columns.is_empty(),
            "{} has no columns",
            relation.name
        );
        let wanting = |column: &&Column| column.description.trim().is_empty();
        silent.extend(
            relation
                .columns
                .iter()
                .filter(wanting)
                .map(|c| format!("{}.{}", relation.name, c.name)),
        );
    }
    assert!(silent.is_empty(), "without a comment in schema.sql: {}", silent.join(", "));
}

#[test]
fn every_table_says_what_one_row_is() {
    for relation in schema().relations.iter().filter(|relation| relation.kind != Kind::Virtual) {
        assert!(
            relation.description.starts_with("One row per "),
            "{}: {}",
            relation.name,
            relation.description
        );
    }
}

#[test]
fn every_rule_begins_with_a_column_or_speaks_of_text() {
    for table in schema().tables() {
        for check in &table.checks {
            let general = check.sentence == "text columns hold text that is not empty";
            assert!(
                check.column.is_some() || general || check.sentence.contains(" given"),
                "{}: {}",
                table.name,
                check.sentence
            );
        }
    }
}

#[test]
fn every_foreign_key_is_indexed() {
    let (connection, mut bare) = (stock(), Vec::new());
    let mut keys = 0;
    for table in texts(&connection, "SELECT name FROM sqlite_schema WHERE type = 'table'") {
        let foreign =
            texts(&connection, &format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}')"));
        let first = format!(
            "SELECT x.name FROM pragma_index_list('{table}') i JOIN pragma_index_info(i.name) x ON x.seqno = 0
             WHERE x.name IS NOT NULL"
        );
        let indexed = texts(&connection, &first);
        keys += foreign.len();
        bare.extend(
            foreign
                .into_iter()
                .filter(|c| !indexed.contains(c))
                .map(|column| format!("{table}.{column}")),
        );
    }
    assert!(keys > 20, "{keys} foreign keys found");
    assert!(bare.is_empty(), "no index begins with {}", bare.join(", "));
}

#[test]
fn the_file_holds_no_newer_syntax() {
    let connection = stock();
    assert_eq!(
        texts(&connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"),
        [""; 0]
    );
    let statements = texts(
        &connection,
        &format!("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND {OWN}"),
    );
    assert!(statements.len() > 50, "{} statements", statements.len());
    for sql in statements {
        let bare = bare(&sql);
        let words: Vec<String> = words(&bare).into_iter().map(|(word, _)| word).collect();
        for newer in
            ["STRICT", "WITHOUT", "GENERATED", "STORED", "VIRTUAL", "AUTOINCREMENT", "TRIGGER"]
        {
            let search = newer == "VIRTUAL" && sql.starts_with("CREATE VIRTUAL TABLE search ");
            assert!(search || !words.iter().any(|word| word == newer), "{newer} in\n{sql}");
        }
        assert!(!bare.contains("->"), "-> in\n{sql}");
    }
}

#[test]
fn views_keep_to_the_portable_profile() {
    let functions =
        ["COALESCE", "SUBSTR", "INSTR", "LENGTH", "MIN", "MAX", "COUNT", "DATE", "GROUP_CONCAT"];
    let keywords = [
        "IN", "EXISTS", "AS", "ON", "AND", "OR", "NOT", "WHEN", "THEN", "ELSE", "FROM", "JOIN",
        "SELECT", "WHERE", "DISTINCT",
    ];
    let connection = stock();
    for sql in texts(&connection, "SELECT sql FROM sqlite_schema WHERE type = 'view'") {
        let words = words(&bare(&sql));
        for newer in [
            "OVER",
            "WINDOW",
            "PARTITION",
            "WITH",
            "RECURSIVE",
            "LIKE",
            "GLOB",
            "REGEXP",
            "FILTER",
            "RIGHT",
            "FULL",
            "MATERIALIZED",
        ] {
            assert!(!words.iter().any(|(word, _)| word == newer), "{newer} in\n{sql}");
        }
        let view = words
            .iter()
            .skip_while(|(word, _)| word != "VIEW")
            .nth(1)
            .map(|(word, _)| word.clone());
        for (word, _) in
            words.iter().filter(|(word, next)| *next == '(' && Some(word) != view.as_ref())
        {
            let known = functions.contains(&word.as_str()) || keywords.contains(&word.as_str());
            assert!(known, "{word}( in\n{sql}");
        }
    }
}

#[test]
fn every_view_runs_in_stock_sqlite() {
    let connection = stock();
    let views = texts(&connection, "SELECT name FROM sqlite_schema WHERE type = 'view'");
    assert_eq!(
        views.len(),
        schema().relations.iter().filter(|relation| relation.kind == Kind::View).count()
    );
    for view in views {
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{view}\"")).unwrap();
        let (mut rows, mut n) = (statement.query([]).unwrap(), 0);
        while rows.next().unwrap_or_else(|error| panic!("{view}: {error}")).is_some() {
            n += 1;
        }
        assert!(n > 0, "the view {view} has no row in the river chronicle, so nothing tries it");
    }
}

/// The statement that sets a column of one row, a row where the column holds something if there is one.
fn update(table: &Relation, column: &Column, value: &str) -> String {
    let (table, column) = (&table.name, &column.name);
    format!(
        "UPDATE \"{table}\" SET \"{column}\" = {value}
         WHERE rowid = (SELECT rowid FROM \"{table}\" ORDER BY \"{column}\" IS NULL, rowid LIMIT 1)"
    )
}

/// The columns, of those asked for, that take a value which none should.
fn columns_that_take(value: impl Fn(&Column) -> Option<String>) -> Vec<String> {
    let copy = copy();
    let mut connection = Connection::open(copy.path().join("copy.db")).unwrap();
    let mut taken = Vec::new();
    for table in schema().tables() {
        let rows = number(&connection, &format!("SELECT count(*) FROM \"{}\"", table.name));
        assert!(
            rows > 0,
            "the table {} has no row in the river chronicle, so nothing tries its rules",
            table.name
        );
        for column in &table.columns {
            let Some(value) = value(column) else { continue };
            // A key that others refer to would be refused for their sake, which says nothing of its own rules.
            let guard = i64::from(column.references.is_some());
            connection.execute_batch(&format!("PRAGMA foreign_keys = {guard}")).unwrap();
            let transaction = connection.transaction().unwrap();
            if transaction.execute(&update(table, column, &value), []).is_ok() {
                taken.push(format!("{}.{}", table.name, column.name));
            }
        }
    }
    taken
}

#[test]
fn every_column_refuses_a_blob() {
    let taken = columns_that_take(|column| {
        Some(format!("CAST(coalesce(\"{}\", 'a') AS BLOB)", column.name))
    });
    assert!(taken.is_empty(), "{} columns take a blob: {}", taken.len(), taken.join(", "));
}

#[test]
fn every_text_column_refuses_an_empty_text() {
    let taken = columns_that_take(|column| (column.declared == "TEXT").then(|| "''".to_owned()));
    assert!(taken.is_empty(), "{} columns take an empty text: {}", taken.len(), taken.join(", "));
}

#[test]
fn every_number_column_refuses_words() {
    let taken =
        columns_that_take(|column| (column.declared != "TEXT").then(|| "'many'".to_owned()));
    assert!(taken.is_empty(), "{} columns take words: {}", taken.len(), taken.join(", "));
}

#[test]
fn the_dictionary_lists_every_column_and_nothing_else() {
    let connection = stock();
    let told = "SELECT table_name || '.' || coalesce(column_name, '') FROM dictionary";
    let told: BTreeSet<String> = texts(&connection, told).into_iter().collect();
    let mut there = BTreeSet::new();
    let relations =
        format!("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND {OWN}");
    for relation in texts(&connection, &relations) {
        if relation != "search" {
            let columns =
                format!("SELECT '{relation}.' || name FROM pragma_table_xinfo('{relation}')");
            there.extend(texts(&connection, &columns));
        }
        there.insert(format!("{relation}."));
    }
    assert_eq!(told, there);
}

#[test]
fn the_file_is_whole() {
    let connection = stock();
    assert_eq!(texts(&connection, "PRAGMA integrity_check"), ["ok"]);
    let mut statement = connection.prepare("PRAGMA foreign_key_check").unwrap();
    let dangling = statement.query_map([], |row| row.get::<_, String>(0)).unwrap().count();
    assert_eq!(dangling, 0);
    let copy = copy();
    let writable = Connection::open(copy.path().join("copy.db")).unwrap();
    writable.execute_batch("INSERT INTO search (search) VALUES ('integrity-check')").unwrap();
}

/// A folder with a copy of the river chronicle that may be changed.
fn copy() -> tempfile::TempDir {
    let folder = folder();
    std::fs::copy(river_database(), folder.path().join("copy.db")).unwrap();
    folder
}

#[test]
fn the_head_of_the_file_says_whose_it_is() {
    let bytes = std::fs::read(river_database()).unwrap();
    let at = |offset: usize| {
        i64::from(u32::from_be_bytes(bytes[offset..offset + 4].try_into().unwrap()))
    };
    let schema = schema();
    assert_eq!(&bytes[68..72], b"SAMR", "application_id");
    assert_eq!((at(68), at(60)), (schema.application_id, schema.version));
    assert!(schema.version > 0);
    assert_eq!(u16::from_be_bytes([bytes[16], bytes[17]]), 4096, "page size");
    assert_eq!((bytes[18], bytes[19]), (1, 1), "no write-ahead log");
    assert_eq!((at(56), at(36)), (1, 0), "UTF-8, and no free pages");
}

#[test]
fn the_file_carries_no_statistics() {
    let none = "SELECT name FROM sqlite_schema WHERE name GLOB 'sqlite_stat*'";
    assert_eq!(texts(&stock(), none), [""; 0]);
}

#[test]
fn meta_tells_what_the_loader_knows() {
    let connection = stock();
    let meta = |key: &str| -> Value {
        connection
            .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(meta("schema_version"), Value::Text(schema().version.to_string()));
    for key in ["seed_sha256", "content_sha256"] {
        let Value::Text(hash) = meta(key) else { panic!("{key} is no text") };
        assert!(hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{key} is {hash}");
    }
    // No time of the build, no name of the machine: the same seed gives the same bytes.
    let keys = texts(&connection, "SELECT key FROM meta ORDER BY key");
    assert!(!keys.iter().any(|key| key.contains("time") || key.contains("built")), "{keys:?}");
}

/// The tables of a Markdown text: the first cell of the header without what stands behind the word, and of each row.
fn first_columns(markdown: &str) -> Vec<(String, BTreeSet<String>)> {
    let cell = |line: &str| {
        let first = line.trim_start_matches('|').split('|').next().unwrap_or_default();
        first.split_whitespace().next().unwrap_or_default().to_owned()
    };
    let mut tables: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut within = false;
    for line in markdown.lines() {
        match (line.starts_with('|'), within) {
            (true, false) => tables.push((cell(line), BTreeSet::new())),
            (true, true) if !line.starts_with("|--") => {
                tables.last_mut().unwrap().1.insert(cell(line));
            }
            _ => {}
        }
        within = line.starts_with('|');
    }
    tables
}

/// Each vocabulary of the schema has a table in the codebook with just its words, and no table there has others.
#[test]
fn the_codebook_defines_every_word_of_a_vocabulary() {
    // Told by the sentence of the column itself, or by the manual of another coding scheme.
    const ELSEWHERE: [&str; 2] = ["plover", "unit"];
    let tables = first_columns(include_str!("../seed/README.md"));
    let schema = schema();
    let mut vocabularies: Vec<(String, BTreeSet<String>)> = Vec::new();
    for relation in schema.seed_tables() {
        for check in relation.checks.iter().filter(|check| !check.vocabulary.is_empty()) {
            let column = check.column.clone().unwrap();
            let words: BTreeSet<String> = check.vocabulary.iter().cloned().collect();
            if !words.contains("yes") && !ELSEWHERE.contains(&column.as_str()) {
                vocabularies.push((format!("{}.{column}", relation.name), words));
            }
        }
    }
    assert!(vocabularies.len() > 20, "{vocabularies:?}");
    for (column, words) in &vocabularies {
        assert!(tables.iter().any(|(_, defined)| defined == words), "{column}: {words:?}");
    }
    let columns: BTreeSet<&str> =
        vocabularies.iter().filter_map(|(column, _)| Some(column.split_once('.')?.1)).collect();
    for (head, defined) in tables.iter().filter(|(head, _)| columns.contains(head.as_str())) {
        assert!(vocabularies.iter().any(|(_, words)| words == defined), "{head}: {defined:?}");
    }
}
