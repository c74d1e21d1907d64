//! `samur locate` on the river chronicle: nobody types offsets by hand, so what it prints must be right.

mod support;

use std::fs;

use support::{river_copy, river_documents, river_seed, samur, samur_in, text};

#[test]
fn locate_finds_every_passage_of_the_seed() {
    let mut reader = csv::Reader::from_path(river_seed().join("passage.csv")).expect("a seed file");
    let mut passages = 0;
    for row in reader.records() {
        let row = row.expect("a row");
        let (source, start, stop) = (&row[1], &row[3], &row[4]);
        let words = words_of(source, start, stop);
        let found = samur([
            "locate",
            source,
            &words,
            "--sources",
            text(&river_documents()),
            "--seed",
            text(&river_seed()),
        ])
        .ok();
        // The hash of the slice is the sixth field; one of the places found is that of the seed.
        let place = format!(",{start},{stop},{},", &row[5]);
        assert!(found.stdout.contains(&place), "{}: {place}\n{}", &row[0], found.stdout);
        passages += 1;
    }
    assert!(passages > 20);
}

fn words_of(source: &str, start: &str, stop: &str) -> String {
    let text =
        fs::read_to_string(river_documents().join(format!("{source}.txt"))).expect("a document");
    let (start, stop): (usize, usize) =
        (start.parse().expect("a number"), stop.parse().expect("a number"));
    text.chars().skip(start).take(stop - start).collect()
}

#[test]
fn locate_says_how_often_it_found_the_words() {
    let copy = river_copy();
    let locate =
        |words: &str| samur_in(copy.path(), ["locate", "gazette", words, "--sources", "documents"]);
    let once = locate("cut the ropes").ok();
    assert_eq!((once.stdout.lines().count(), once.stderr.as_str()), (2, ""));
    // White space of any kind matches: the words run over a line end.
    assert_eq!(locate("from our side has touched").ok().stdout.lines().count(), 2);
    let twice = locate("the footbridge").ok();
    assert_eq!(twice.stdout.lines().count(), 3);
    assert!(twice.stderr.contains("2 places"), "{}", twice.stderr);
    let never = locate("cut the beams");
    assert_eq!((never.status, never.stdout.as_str()), (1, ""));
    assert!(never.stderr.contains("they differ at 'beams'"), "{}", never.stderr);
}

#[test]
fn a_row_of_locate_can_be_pasted_into_the_seed() {
    let copy = river_copy();
    let args = ["locate", "gazette", "On the market", "--sources", "documents", "--no-header"];
    let row = samur_in(copy.path(), args).ok().stdout;
    let passages = copy.path().join("seed/passage.csv");
    let rows = fs::read_to_string(&passages).expect("a seed file");
    let (head, body) = rows.split_once('\n').expect("a header row");
    let mut body: Vec<&str> = body.lines().chain(row.lines()).collect();
    body.sort_unstable();
    fs::write(&passages, format!("{head}\n{}\n", body.join("\n"))).expect("a seed file");
    let run = samur_in(copy.path(), ["check", "--sources", "documents"]);
    // A passage that nothing cites yet: that is all there is to say against it.
    let line = 2 + body.iter().position(|other| *other == row.trim_end()).expect("the row");
    let expected = format!(
        "seed/passage.csv:{line}:1 id: no row cites this passage; cite it, or take it out\n"
    );
    assert_eq!((run.stdout, run.status), (expected, 1));
}
