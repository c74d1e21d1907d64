//! Reports as a whole: all faults of all files in one run, in order, counted; warnings; what was not checked.

#[path = "broken/edits.rs"]
mod edits;
#[path = "broken/seeds.rs"]
mod seeds;
mod support;

use std::collections::BTreeSet;
use std::fs;

use edits::Case;
use samur::package::DEFINITIONS;
use samur::schema::Schema;
use seeds::{check, report, sound};
use support::samur_in;

#[test]
fn every_vocabulary_is_told_with_all_its_words() {
    let schema = Schema::parse(DEFINITIONS.schema).unwrap();
    let folder = sound("river");
    let mut expected = Vec::new();
    for table in schema.seed_tables() {
        let path = folder.path().join(format!("seed/{}.csv", table.name));
        let text = fs::read_to_string(&path).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let mut rows: Vec<Vec<String>> =
            reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        for (field, column) in header.iter().enumerate() {
            let words = table.vocabulary(column);
            if !words.is_empty() {
                rows[0][field] = "zzz".into();
                let place = format!("seed/{}.csv:2:{} {column}: ", table.name, field + 1);
                expected.push(format!("{place}'zzz' is not one of {}", words.join(", ")));
            }
        }
        let mut writer = csv::Writer::from_path(&path).unwrap();
        writer.write_record(&header).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        writer.flush().unwrap();
    }
    assert!(expected.len() > 20, "{expected:?}");
    let run = check(folder.path(), &[]);
    let told: Vec<&str> = run.stdout.lines().collect();
    for line in expected {
        assert!(told.contains(&line.as_str()), "not told: {line}\n{}", run.stdout);
    }
}

#[test]
fn all_faults_of_all_files_come_out_in_one_run() {
    let folder = sound("river");
    let case = Case {
        title: "many".into(),
        edits: [
            "set event [bridge-fall] status=hapened",
            "set event [bridge-fall] date=2031-05-32",
            "set event [mediation] place_id=millpond",
            "set claim [fall-injured-shore] low=many",
            "replace seed/topic.csv talks,talks => talks,t\\xe4lks",
            "set passage [shore-3-2] voice=quoted",
            "replace seed/vague_word.csv several,3,12, => several,3",
            "add place orulla,Orulla,city,,,sand-valley,,,,",
        ]
        .map(str::to_owned)
        .to_vec(),
        report: Vec::new(),
    };
    case.apply(folder.path());
    let run = check(folder.path(), &[]);
    let lines = report(&run);
    let files: BTreeSet<&str> = lines.iter().map(|line| line.split(':').next().unwrap()).collect();
    let expected = ["claim", "event", "passage", "topic", "vague_word"]
        .map(|table| format!("seed/{table}.csv"));
    for file in &expected {
        assert!(files.contains(file.as_str()), "{file}\n{}", run.stdout);
    }
    let place = |line: &String| -> (String, Vec<u64>) {
        let place = line.split(' ').next().unwrap().trim_end_matches(':');
        let (file, numbers) = place.split_once(':').unwrap_or((place, ""));
        (file.to_owned(), numbers.split(':').filter_map(|n| n.parse().ok()).collect())
    };
    assert!(lines.iter().map(place).is_sorted(), "by file, line and field\n{}", run.stdout);
    assert!(lines.len() >= 7, "{}", run.stdout);
    assert_eq!(run.status, 1);

    let build = samur_in(folder.path(), ["build", "--seed", "seed", "-o", "river.db"]);
    assert_eq!(build.status, 1);
    assert!(build.stderr.starts_with("error: the seed has "), "{}", build.stderr);
    assert!(!folder.path().join("river.db").exists());
}

#[test]
fn a_row_told_twice_is_shown_with_both_its_lines() {
    for (table, row, lines) in [
        ("topic", "talks,talks again", [4, 5]),
        ("event_topic", "bridge-fall,bridge", [5, 6]),
        ("quote_ref", "tamm-tale,about,council-alvby,", [11, 12]),
    ] {
        let folder = sound("river");
        let edits = vec![format!("add {table} {row}")];
        Case { title: "twins".into(), edits, report: Vec::new() }.apply(folder.path());
        let run = check(folder.path(), &[]);
        let told = report(&run);
        let [twin] = told.as_slice() else { panic!("one fault\n{}", run.stdout) };
        let [first, later] = lines;
        assert!(twin.starts_with(&format!("seed/{table}.csv:{later}")), "{twin}");
        assert!(twin.contains(&format!("line {first}")), "the first line is {first}: {twin}");
    }
}

#[test]
fn warnings_alone_fail_only_where_asked() {
    let folder = sound("river");
    let topics = folder.path().join("seed/topic.csv");
    fs::write(&topics, "id,label\nferry,boats and landings\nbridge,the footbridge\ntalks,talks\n")
        .unwrap();
    let run = check(folder.path(), &[]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert_eq!(report(&run).len(), 1, "{}", run.stdout);
    assert!(
        run.stdout
            .starts_with("seed/topic.csv:3: warning: 'bridge the footbridge' is out of order"),
        "{}",
        run.stdout
    );
    assert_eq!(check(folder.path(), &["--strict"]).status, 1);
    samur_in(folder.path(), ["build", "--seed", "seed", "-o", "river.db"]).ok();
}

#[test]
fn what_was_not_checked_is_said() {
    let folder = sound("river");
    let run = samur_in(folder.path(), ["check", "--seed", "seed"]).ok();
    assert!(run.stderr.contains("that need the documents (--sources DIR)"), "{}", run.stderr);
    let run = samur_in(folder.path(), ["check", "--seed", "seed", "--sources", "documents"]).ok();
    assert!(run.stderr.contains("of --coverage"), "{}", run.stderr);
    let run = samur_in(folder.path(), ["check", "--seed", "seed", "--coverage"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    let run = check(folder.path(), &[]).ok();
    assert!(!run.stderr.contains("not c"), "{}", run.stderr);
    fs::remove_file(folder.path().join("seed/topic.csv")).unwrap();
    let run = check(folder.path(), &[]);
    assert!(run.stderr.contains("not computed: the shares of coverage"), "{}", run.stderr);
    assert!(run.stdout.ends_with("id,label\n"), "{}", run.stdout);
}

#[test]
fn without_the_documents_it_says_what_tells_length_and_hash() {
    let folder = sound("river");
    let case = Case {
        title: "a new document".into(),
        edits: ["set source [shore] chars=", "set source [shore] sha256="].map(Into::into).into(),
        report: Vec::new(),
    };
    case.apply(folder.path());
    let told = samur_in(folder.path(), ["check"]).stdout;
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|line| line.ends_with("; --sources DIR tells it")), "{told:?}");
}

#[test]
fn what_could_not_be_checked_for_want_of_a_document_is_said() {
    let folder = sound("river");
    fs::remove_file(folder.path().join("documents/shore.txt")).unwrap();
    for (coverage, end) in
        [(&["--coverage"][..], "; the shares leave them out\n"), (&[], " read\n")]
    {
        let args = [&["check", "--sources", "documents"], coverage].concat();
        let run = samur_in(folder.path(), args);
        let note =
            "not checked: passages, omissions and words of shore, whose documents cannot be read";
        assert!(run.stderr.contains(note) && run.stderr.contains(end), "{}", run.stderr);
        assert_eq!(run.stdout.lines().filter(|line| line.contains("seed/")).count(), 1);
    }
}
