//! Manners of the command line that a snapshot would take over without a word: what is asked for is done or said.

mod support;

use support::{Run, folder, river_database, samur, samur_in, text};

/// Runs the program on the river chronicle.
fn river(args: &[&str]) -> Run {
    let database = text(river_database());
    samur(["--db", database].iter().chain(args))
}

/// The values of one column of a csv.
fn column(csv: &str, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader
        .headers()
        .expect("a header row")
        .iter()
        .position(|header| header == name)
        .expect("the column");
    reader.records().map(|row| row.expect("a row")[at].to_owned()).collect()
}

/// Source, line and first character of `source:line:start-stop`.
fn place(locator: &str) -> (String, u64, u64) {
    let parts: Vec<&str> = locator.splitn(3, ':').collect();
    let start = parts[2].split_once('-').expect("a range").0;
    (parts[0].to_owned(), parts[1].parse().expect("a line"), start.parse().expect("a position"))
}

#[test]
fn limit_holds_for_every_list() {
    for args in [["query", "--limit", "2"], ["schema", "--limit", "2"]] {
        let run = river(&[args.as_slice(), &["-F", "csv", "--no-header"]].concat()).ok();
        assert_eq!(run.stdout.lines().count(), 2, "{args:?}\n{}", run.stdout);
        assert!(run.stderr.contains("--limit 2"), "{args:?}: {}", run.stderr);
    }
}

#[test]
fn a_limit_that_cuts_nothing_is_not_named() {
    let run = river(&["query", "sources", "--limit", "2", "-F", "csv"]).ok();
    assert_eq!((run.stdout.lines().count(), run.stderr.as_str()), (3, ""));
}

#[test]
fn a_message_names_the_file_that_was_asked_for() {
    let dir = folder();
    let database = text(river_database());
    let seed = support::river_seed();
    let runs = [
        samur_in(dir.path(), ["--db", database, "query", "sources", "-o", "nowhere/sources.csv"]),
        samur_in(dir.path(), ["build", "--seed", text(&seed), "-o", "nowhere/river.db"]),
        samur_in(dir.path(), ["build", "-o", "nowhere/river.db"]),
    ];
    for run in runs {
        assert_eq!((run.status, run.stdout.as_str()), (74, ""), "{}", run.stderr);
        assert!(run.stderr.starts_with("error: cannot write nowhere/"), "{}", run.stderr);
        // The file that is written first and renamed is nobody's business.
        assert!(!run.stderr.contains(".samur-"), "{}", run.stderr);
    }
}

#[test]
fn an_unknown_table_is_told_with_near_names() {
    let run = river(&["sql", "SELECT id\nFROM evnts"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("near: event"), "{}", run.stderr);
}

#[test]
fn an_error_of_sql_shows_the_statement() {
    for sql in
        ["SELECT 1 +", "SELECT id FROM evnts", "SELECT nmae FROM actor", "SELECT * FORM actor"]
    {
        let run = river(&["sql", sql]);
        assert_eq!(run.status, 1);
        assert!(run.stderr.contains(&format!("1 | {sql}\n")), "{}", run.stderr);
    }
}

#[test]
fn passages_stand_in_the_order_of_the_document() {
    for (args, part) in
        [(["query", "event", "bridge-fall"], "passage"), (["query", "actor", "tamm-oie"], "said")]
    {
        let csv = river(&[args.as_slice(), &["-F", "csv"]].concat()).ok().stdout;
        let places: Vec<_> = column(&csv, "section")
            .iter()
            .zip(column(&csv, "locator"))
            .filter(|(section, _)| *section == part)
            .map(|(_, locator)| place(&locator))
            .collect();
        assert!(places.len() > 1, "{csv}");
        assert!(places.is_sorted(), "{args:?}: {places:?}");
    }
}

#[test]
fn a_denial_is_shown_as_one() {
    let page = river(&["show", "bridge-fall", "-F", "json"]).ok().stdout;
    let page: serde_json::Value = serde_json::from_str(&page).expect("JSON");
    let rows = page[0]["Where they differ"].as_array().expect("a section").clone();
    let denied: Vec<_> = rows.iter().filter(|row| row["relation"] == "denied").collect();
    assert!(!denied.is_empty());
    for row in denied {
        let says = |name: &str| row[name].as_str().unwrap_or_default().contains("” (denies ");
        assert!(says("says") != says("other_says"), "{row}");
    }
}

#[test]
fn a_figure_names_its_subject_once() {
    let csv = river(&["query", "disagreements", "-F", "csv"]).ok().stdout;
    let events = column(&csv, "event");
    let figures: Vec<&String> =
        events.iter().filter(|event| event.contains("People of Älvby")).collect();
    assert_eq!(figures, ["People of Älvby"]);
}

#[test]
fn null_in_tables_is_written_as_the_help_says() {
    let help = samur(["--help"]).ok().stdout;
    let table = river(&["sql", "SELECT NULL AS a"]).ok().stdout;
    let shown = table.lines().last().expect("a row").trim();
    assert!(help.contains(&format!("empty in csv, {shown} in tables")), "tables show {shown}");
}

#[test]
fn every_query_is_in_the_completions_and_in_the_manual() {
    let manual = samur(["man"]).ok().stdout;
    for verb in [
        "query", "sql", "search", "show", "schema", "export", "build", "check", "locate", "init",
        "cite", "shell",
    ] {
        assert!(manual.contains(verb), "{verb}");
    }
    // A script holds them, or asks for them.
    for shell in ["powershell", "elvish"] {
        let script = samur(["completions", shell]).ok().stdout;
        for query in support::arguments::catalog().iter() {
            assert!(script.contains(&query.name), "{shell}: {}", query.name);
        }
    }
    for shell in ["bash", "zsh", "fish"] {
        let script = samur(["completions", shell]).ok().stdout;
        assert!(script.contains(&format!("samur completions {shell} --line")), "{script}");
        let offered = samur(["completions", shell, "--line", "samur query "]).ok().stdout;
        let names = support::arguments::catalog();
        let names: Vec<&str> = names.iter().map(|query| query.name.as_str()).collect();
        let first = |line: &str| line.split([' ', '\t']).next().unwrap_or_default().to_owned();
        assert_eq!(offered.lines().map(first).collect::<Vec<_>>(), names, "{shell}");
    }
    assert_eq!(samur(["completions", "basic"]).status, 2);
}

#[test]
fn the_version_names_program_chronicle_and_sqlite() {
    let version = samur(["--version"]).ok().stdout;
    assert!(version.starts_with(concat!("samur ", env!("CARGO_PKG_VERSION"), "\n")), "{version}");
    assert!(version.contains("\nSQLite 3."), "{version}");
    let sql = "SELECT (SELECT value FROM meta WHERE key = 'title'), (SELECT value FROM meta WHERE key = 'content_sha256')";
    let meta = samur(["sql", sql, "-F", "tsv", "--no-header"]).ok().stdout;
    for value in meta.trim().split('\t') {
        assert!(version.contains(value), "{version}");
    }
}

#[test]
fn what_the_program_proposes_works() {
    let none: [&str; 0] = [];
    let welcome = samur(none).ok().stdout;
    let proposed: Vec<&str> =
        welcome.lines().filter_map(|line| line.strip_prefix("  samur ")).collect();
    assert_eq!(proposed.len(), 5, "{welcome}");
    for line in proposed {
        let command = line.split("  ").next().unwrap_or_default();
        let run = samur(command.split(' ')).ok();
        assert!(!run.stdout.is_empty(), "{command}");
    }
}

#[test]
#[cfg(unix)]
fn a_word_that_is_no_text_is_named() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let words = ["query", "timeline", "--topic"].map(OsStr::new);
    let run = samur(words.into_iter().chain([OsStr::from_bytes(b"caf\xe9")]));
    let said = "error: 'caf\u{fffd}' is not UTF-8\n  example: samur query timeline\n";
    assert_eq!((run.status, run.stderr.as_str()), (2, said));
}

#[test]
fn sql_behind_a_nul_is_not_lost_without_a_word() {
    for verb in ["sql", "shell"] {
        let sql = "SELECT 1;\n\0\nSELECT 2;\n";
        let run = support::samur_reading(support::root(), [verb], sql);
        assert_eq!(run.status, 1, "{verb}: {}", run.stdout);
        assert!(run.stderr.contains("holds a NUL character"), "{verb}: {}", run.stderr);
    }
}
