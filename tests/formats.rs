//! Results read back: whatever the values are, each format gives them back, or shows them without harm.

#![expect(clippy::unwrap_used, reason = "output that cannot be read ends the test")]

mod support;

use proptest::prelude::*;
use serde_json::Value;
use support::{folder, river_database, root, samur_in, samur_reading};
use unicode_width::UnicodeWidthStr as _;

/// Characters that formats stumble over.
const NASTY: [char; 20] = [
    ',', ';', '"', '\'', '\n', '\r', '\t', '\\', '|', '=', '+', '-', '@', ' ', '\u{feff}',
    '\u{202e}', '\u{1b}', '\u{7f}', '`', '<',
];

fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        2 => prop::sample::select(NASTY.to_vec()),
        1 => prop::sample::select("abcxyzəığşçöüёжǅ漢字é".chars().collect::<Vec<_>>()),
        1 => any::<char>().prop_filter("no argument holds NUL", |c| *c != '\0'),
    ]
}

/// Any text that `--param` does not take for a number.
fn text() -> impl Strategy<Value = String> {
    let text = prop::collection::vec(character(), 0..12).prop_map(String::from_iter);
    text.prop_filter("a number is bound as one", |text| text.parse::<f64>().is_err())
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 1..5)
}

/// Selects the texts as columns a, b, c … of one row.
fn select(texts: &[String], options: &[&str]) -> String {
    let names: Vec<String> =
        (0..texts.len()).map(|n| char::from(b'a' + n as u8).to_string()).collect();
    let columns: Vec<String> = names.iter().map(|name| format!(":{name} AS {name}")).collect();
    let mut args =
        vec!["--db".to_owned(), river_database().display().to_string(), "sql".to_owned()];
    args.push(format!("SELECT {}", columns.join(", ")));
    args.extend(names.iter().zip(texts).map(|(name, text)| format!("--param={name}={text}")));
    args.extend(options.iter().map(|option| (*option).to_owned()));
    let run = samur_in(root(), args).ok();
    assert_eq!(run.stderr, "");
    run.stdout
}

/// Runs SQL and gives what stands on standard output.
fn sql(sql: &str, options: &[&str]) -> String {
    let db = river_database().display().to_string();
    samur_reading(root(), [&["--db", &db, "sql"], options].concat(), sql).ok().stdout
}

/// The records of a csv text, the header row first.
fn records(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn unescaped(field: &str) -> String {
    let (mut text, mut chars) = (String::new(), field.chars());
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next().unwrap() {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                other => other,
            },
            c => c,
        });
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv_gives_every_text_back(texts in texts(), crlf in any::<bool>()) {
        let out = select(&texts, if crlf { &["--format", "csv", "--crlf"] } else { &["--format", "csv"] });
        let records = records(&out);
        prop_assert_eq!(records.len(), 2);
        prop_assert_eq!(&records[1], &texts);
        let end = if crlf { "\r\n" } else { "\n" };
        prop_assert!(out.ends_with(end), "{:?}", out);
    }

    #[test]
    fn csv_for_spreadsheets_holds_no_formula(texts in texts()) {
        let records = records(&select(&texts, &["--format", "csv", "--excel-safe"]));
        for (shown, text) in records[1].iter().zip(&texts) {
            prop_assert!(!shown.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", shown);
            prop_assert!(shown == text || shown.strip_prefix('\'') == Some(text.as_str()), "{:?}", shown);
        }
    }

    #[test]
    fn tsv_gives_every_text_back(texts in texts()) {
        let out = select(&texts, &["--format", "tsv"]);
        let lines: Vec<&str> = out.strip_suffix('\n').unwrap().split('\n').collect();
        prop_assert_eq!(lines.len(), 2, "one line a row");
        let fields: Vec<String> = lines[1].split('\t').map(unescaped).collect();
        prop_assert_eq!(fields, texts);
    }

    #[test]
    fn json_gives_every_text_back(texts in texts()) {
        let array: Value = serde_json::from_str(&select(&texts, &["--format", "json"])).unwrap();
        let row: Vec<&str> = array[0].as_object().unwrap().values().map(|value| value.as_str().unwrap()).collect();
        prop_assert_eq!(row, texts.iter().collect::<Vec<_>>());
        let out = select(&texts, &["--format", "ndjson"]);
        prop_assert_eq!(out.matches('\n').count(), 1, "one line a row");
        prop_assert_eq!(&serde_json::from_str::<Value>(&out).unwrap(), &array[0]);
    }

    #[test]
    fn json_keeps_every_integer(integers in prop::collection::vec(any::<i64>(), 1..6)) {
        let texts: Vec<String> = integers.iter().map(ToString::to_string).collect();
        let row: Value = serde_json::from_str(&select(&texts, &["--format", "ndjson"])).unwrap();
        let shown: Vec<i64> = row.as_object().unwrap().values().map(|value| value.as_i64().unwrap()).collect();
        prop_assert_eq!(shown, integers);
    }

    #[test]
    fn json_and_csv_keep_every_real(real in any::<f64>().prop_filter("told apart below", |n| n.is_finite())) {
        let bound = [format!("{real:.17e}")];
        let json = select(&bound, &["--format", "ndjson"]);
        prop_assert!(serde_json::from_str::<Value>(&json).is_ok(), "{}", json);
        let number = json.strip_prefix("{\"a\": ").and_then(|rest| rest.strip_suffix("}\n")).unwrap();
        prop_assert!(number.parse::<f64>().unwrap().total_cmp(&real).is_eq() || real == 0.0, "{}", number);
        let csv = select(&bound, &["--format", "csv", "--no-header"]);
        prop_assert!(csv.trim_end().parse::<f64>().unwrap().total_cmp(&real).is_eq() || real == 0.0, "{}", csv);
    }

    #[test]
    fn json_tells_columns_of_one_name_apart(names in prop::collection::vec(prop::sample::select(vec!["a", "a_2", "a_3", "a b", "\u{e9}"]), 1..7)) {
        let columns: Vec<String> = names.iter().enumerate().map(|(n, name)| format!("{n} AS \"{name}\"")).collect();
        for format in ["json", "ndjson"] {
            let out = sql(&format!("SELECT {}", columns.join(", ")), &["--format", format]);
            let value: Value = serde_json::from_str(&out).unwrap();
            let row = if format == "json" { &value[0] } else { &value };
            let values: Vec<i64> = row.as_object().unwrap().values().map(|v| v.as_i64().unwrap()).collect();
            prop_assert_eq!(values, (0..names.len() as i64).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_a_person_reads_cannot_harm_a_terminal(texts in texts(), width in 20..200_u16) {
        for format in ["table", "markdown"] {
            let out = select(&texts, &["--format", format, "--width", &width.to_string()]);
            let harmful = |c: &char| (c.is_control() && *c != '\n') || ('\u{202a}'..='\u{202e}').contains(c);
            prop_assert_eq!(out.chars().find(harmful), None, "{}", out);
        }
    }

    #[test]
    fn a_markdown_row_is_one_line_of_its_columns(texts in texts()) {
        let out = select(&texts, &["--format", "markdown"]);
        let lines: Vec<&str> = out.strip_suffix('\n').unwrap().split('\n').collect();
        prop_assert_eq!(lines.len(), 3);
        for line in lines {
            let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            prop_assert_eq!(bars, texts.len() + 1, "{}", line);
        }
    }

    #[test]
    fn a_table_fits_the_width_given(
        cells in prop::collection::vec(prop::collection::vec("[a-zəığş]{1,10}|[漢字東京]{1,5}|[0-9]{4}-[0-9]{2}-[0-9]{2}", 1..12), 1..5),
        width in 20..120_usize,
    ) {
        let texts: Vec<String> = cells.iter().map(|words| words.join(" ")).collect();
        let out = select(&texts, &["--width", &width.to_string()]);
        for line in out.lines() {
            prop_assert!(line.width() <= width, "{} is wider than {}:\n{}", line, width, out);
        }
        for word in cells.iter().flatten() {
            prop_assert!(out.contains(word.as_str()), "{} was broken or lost:\n{}", word, out);
        }
    }
}

#[test]
fn no_rows_are_a_result_too() {
    let none = "SELECT 1 AS a, 2 AS b WHERE 0";
    for (format, expected) in [
        ("csv", "a,b\n"),
        ("tsv", "a\tb\n"),
        ("json", "[]\n"),
        ("ndjson", ""),
        ("markdown", "| a | b |\n| --- | --- |\n"),
        ("table", "a  b\n────\n"),
    ] {
        assert_eq!(sql(none, &["--format", format]), expected, "{format}");
    }
    assert_eq!(sql(none, &["--format", "csv", "--no-header"]), "");
    assert_eq!(sql(none, &["--format", "csv", "--crlf"]), "a,b\r\n");
}

#[test]
fn values_of_every_kind_are_shown() {
    let every = "SELECT NULL AS a, 9007199254740993 AS b, 1.0 AS c, 1e100 AS d, x'00ff' AS e, 'two\nlines' AS f";
    for (format, expected) in [
        ("csv", "a,b,c,d,e,f\n,9007199254740993,1.0,1e100,X'00ff',\"two\nlines\"\n"),
        ("tsv", "a\tb\tc\td\te\tf\n\t9007199254740993\t1.0\t1e100\tX'00ff'\ttwo\\nlines\n"),
        (
            "ndjson",
            "{\"a\": null, \"b\": 9007199254740993, \"c\": 1.0, \"d\": 1e+100, \"e\": \"X'00ff'\", \"f\": \"two\\nlines\"}\n",
        ),
        (
            "markdown",
            "| a | b | c | d | e | f |\n| --- | --- | --- | --- | --- | --- |\n\
             |  | 9007199254740993 | 1.0 | 1e100 | X'00ff' | two<br>lines |\n",
        ),
    ] {
        assert_eq!(sql(every, &["--format", format]), expected, "{format}");
    }
}

#[test]
fn a_record_fits_the_narrowest_table() {
    let words = "eightish ninewords".to_owned();
    let out = select(&[words.clone(), words.clone(), words.clone(), words], &["--width", "20"]);
    for line in out.lines() {
        assert!(line.width() <= 20, "'{line}' is wider than 20:\n{out}");
    }
}

#[test]
fn infinity_is_valid_json() {
    let out = sql("SELECT 9e999 AS a, -9e999 AS b", &["--format", "json"]);
    assert_eq!(out, "[\n {\"a\": 1e999, \"b\": -1e999}\n]\n");
}

#[test]
fn every_row_of_json_parses_where_there_are_many() {
    let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) SELECT i, 'row ' || i AS t FROM n";
    let array: Value = serde_json::from_str(&sql(many, &["--format", "json"])).unwrap();
    let lines = sql(many, &["--format", "ndjson"]);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(array.as_array().unwrap(), &lines);
    assert_eq!((lines.len(), &lines[2499]["t"]), (2500, &Value::from("row 2500")));
}

#[test]
fn null_is_told_from_an_empty_text_where_asked() {
    assert_eq!(
        sql("SELECT NULL AS a, '' AS b, 1 AS c", &["--format", "csv", "--null", "NULL"]),
        "a,b,c\nNULL,,1\n"
    );
    assert_eq!(sql("SELECT NULL AS a, '' AS b, 1 AS c", &["--format", "csv"]), "a,b,c\n,,1\n");
}

#[test]
fn a_byte_order_mark_stands_first() {
    for (select, options) in [
        ("SELECT 1 AS a", &["--bom"] as &[&str]),
        ("SELECT 1 AS \"a, b\"", &["--bom"]),
        ("SELECT 1 AS a", &["--bom", "--no-header"]),
        ("SELECT 1 AS a WHERE 0", &["--bom", "--crlf"]),
    ] {
        let out = sql(select, &[&["--format", "csv"], options].concat());
        assert!(out.starts_with('\u{feff}'), "{select} {options:?}: {out:?}");
        assert_eq!(out.matches('\u{feff}').count(), 1, "{select} {options:?}: {out:?}");
    }
}

#[test]
fn the_ending_of_the_file_picks_the_format() {
    let folder = folder();
    let db = river_database().display().to_string();
    for (ending, format) in [
        ("csv", "csv"),
        ("tsv", "tsv"),
        ("json", "json"),
        ("ndjson", "ndjson"),
        ("jsonl", "ndjson"),
        ("md", "markdown"),
        ("txt", "table"),
        ("out", "table"),
    ] {
        let file = folder.path().join(format!("result.{ending}"));
        let run = samur_in(
            folder.path(),
            ["--db", &db, "sql", "SELECT 'a|b' AS a, 2 AS b", "-o", file.to_str().unwrap()],
        )
        .ok();
        assert_eq!(run.stdout, "", "{ending}");
        assert_eq!(
            std::fs::read_to_string(&file).unwrap(),
            sql("SELECT 'a|b' AS a, 2 AS b", &["--format", format]),
            "{ending}"
        );
    }
}

#[test]
fn no_colour_reaches_a_pipe_unless_asked_for() {
    assert!(!sql("SELECT 1 AS a", &[]).contains('\u{1b}'));
    assert!(sql("SELECT 1 AS a", &["--color", "always"]).contains("\u{1b}[1ma"));
    assert!(!sql("SELECT 1 AS a", &["--color", "always", "--format", "csv"]).contains('\u{1b}'));
}
