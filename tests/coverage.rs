//! Accounting for documents of all sorts: each sentence that no row accounts for is told once, in the order of the
//! document, and the shares count what is told.

mod support;

use std::fmt::Write as _;
use std::fs;

use support::{folder, samur_in};

/// A document, what of it is cited and what left out, and what comes of that.
struct Case<'a> {
    text: &'a str,
    cited: &'a [&'a str],
    left_out: &'a [(&'a str, &'a str)],
    /// Line and words of each stretch that no row accounts for.
    lacking: &'a [(usize, &'a str)],
    /// Characters, furniture, covered, left out, unaccounted.
    shares: [usize; 5],
}

const SHA: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// First character of the words in the text and the one after the last.
fn range(text: &str, words: &str) -> (usize, usize) {
    let at = text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text:?}"));
    let start = text[..at].chars().count();
    (start, start + words.chars().count())
}

impl Case<'_> {
    /// Checks a seed that holds this document alone; other rules may complain, of hashes and of what is cited by nothing.
    fn check(&self) {
        let dir = folder();
        samur_in(dir.path(), ["init", "seed"]).ok();
        fs::create_dir(dir.path().join("documents")).expect("a folder");
        fs::write(dir.path().join("documents/d.txt"), self.text).expect("a document");
        let add = |table: &str, row: String| {
            let path = dir.path().join(format!("seed/{table}.csv"));
            let mut text = fs::read_to_string(&path).expect("a seed file");
            writeln!(text, "{row}").expect("text grows");
            fs::write(&path, text).expect("a seed file");
        };
        add("source", format!("d,news,D,,,en,,open,d.txt,{},{SHA},", self.text.chars().count()));
        for (n, words) in self.cited.iter().enumerate() {
            let (start, stop) = range(self.text, words);
            add("passage", format!("p{n},d,1,{start},{stop},{SHA},body,author,,"));
            add("evidence", format!("event,p{n},asserts"));
        }
        for (words, reason) in self.left_out {
            let (start, stop) = range(self.text, words);
            add("omission", format!("d,1,{start},{stop},{SHA},{reason},"));
        }
        let run = samur_in(dir.path(), ["check", "--sources", "documents", "--coverage"]);
        let told = |line: &str| -> Option<(usize, String)> {
            let rest = line.strip_prefix("seed/source.csv:2:9 file: line ")?;
            let (number, rest) = rest.split_once(": no row accounts for ")?;
            let (range, _) = rest.split_once(" '")?;
            let (start, stop) = range.split_once('-')?;
            let (start, stop): (usize, usize) = (start.parse().ok()?, stop.parse().ok()?);
            let exact: String = self.text.chars().skip(start).take(stop - start).collect();
            Some((number.parse().ok()?, exact))
        };
        let lacking: Vec<(usize, String)> = run.stdout.lines().filter_map(told).collect();
        let lacking: Vec<(usize, &str)> = lacking.iter().map(|(n, w)| (*n, w.as_str())).collect();
        assert_eq!(lacking, self.lacking, "{:?}\n{}", self.text, run.stdout);
        let all = run.stdout.lines().find_map(|line| line.strip_prefix("all ")).expect("a total");
        let counts: Vec<usize> = all.split_whitespace().filter_map(|n| n.parse().ok()).collect();
        assert_eq!(counts, self.shares, "{:?}\n{}", self.text, run.stdout);
    }
}

#[test]
fn documents_of_all_shapes() {
    for (text, lacking, chars) in [
        ("", &[][..], 0),
        ("\u{a0} —\n\n* * *\n", &[], 0),
        ("One line", &[(1, "One line")], 7),
        ("One.\r\n\r\nTwo.\r\n", &[(1, "One"), (3, "Two")], 6),
        ("One. Two? Three!", &[(1, "One"), (1, "Two"), (1, "Three")], 11),
        ("He said “stop.” She left.", &[(1, "He said “stop"), (1, "She left")], 17),
        (
            "It rose 1.5 percent to 5,000. It can't.",
            &[(1, "It rose 1.5 percent to 5,000"), (1, "It can't")],
            30,
        ),
        ("<u>One</u> and\ttwo.<u> Three.</u>", &[(1, "One</u> and\ttwo"), (1, "Three")], 14),
        ("Он ушёл. Она осталась.", &[(1, "Он ушёл"), (1, "Она осталась")], 17),
        ("他走了。她来了。", &[(1, "他走了"), (1, "她来了")], 6),
        ("Şəhər e\u{301}. Son", &[(1, "Şəhər e\u{301}"), (1, "Son")], 10),
        // Neither an initial nor an abbreviation ends a sentence; a word that is only short does.
        ("Mr. Hale met e.g. Oie. He left.", &[(1, "Mr. Hale met e.g. Oie"), (1, "He left")], 21),
        ("He left the EU. It was late.", &[(1, "He left the EU"), (1, "It was late")], 20),
        // By number, not by digits.
        (
            "a\nb\nc\nd\ne\nf\ng\nh\ni\nj",
            &[
                (1, "a"),
                (2, "b"),
                (3, "c"),
                (4, "d"),
                (5, "e"),
                (6, "f"),
                (7, "g"),
                (8, "h"),
                (9, "i"),
                (10, "j"),
            ],
            10,
        ),
    ] {
        Case { text, cited: &[], left_out: &[], lacking, shares: [chars, 0, 0, 0, chars] }.check();
    }
}

#[test]
fn what_is_cited_and_what_is_left_out() {
    let text = "One a. Two b. Three c. Four d.";
    let check = |cited: &[&str], left_out: &[(&str, &str)], lacking: &[(usize, &str)], shares| {
        Case { text, cited, left_out, lacking, shares }.check();
    };
    let rest = &[(1, "Three c"), (1, "Four d")][..];
    check(&["One a. Two b."], &[], rest, [19, 0, 8, 0, 11]);
    // A passage of three sentences does not say which it means; one inside it does.
    let all = &[(1, "One a"), (1, "Two b"), (1, "Three c"), (1, "Four d")][..];
    check(&["One a. Two b. Three c."], &[], all, [19, 0, 0, 0, 19]);
    check(&["One a. Two b. Three c.", "One a. Two b."], &[], rest, [19, 0, 8, 0, 11]);
    // Initials and abbreviations make no sentences.
    let text =
        "J. R. R. Tolkien of the U.S. Congress met A. B. Aliyev in St. Petersburg on 1 Aug. 2025.";
    let chars = text.chars().filter(|c| c.is_alphanumeric()).count();
    Case {
        text,
        cited: &[text],
        left_out: &[],
        lacking: &[],
        shares: [chars + 1, 0, chars + 1, 0, 0],
    }
    .check();
    let text = "Photo: A. Guliyev";
    Case { text, cited: &[text], left_out: &[], lacking: &[], shares: [13, 0, 13, 0, 0] }.check();
    // The rest of one and the beginning of another are two.
    check(&["a. Two"], &[], &[(1, "One"), (1, "b"), rest[0], rest[1]], [19, 0, 4, 0, 15]);
    // Two holes in one sentence.
    check(&["One a. Two b.", "Four d."], &[("c", "repeats")], &[(1, "Three")], [19, 0, 13, 1, 5]);
    // They touch.
    check(&["One a. Two b."], &[(" Three c. Four d.", "repeats")], &[], [19, 0, 8, 11, 0]);
    // Furniture is no content, even where a passage runs across it; other words that are cited are not left out.
    check(&["One a. Two b."], &[("a. Two", "furniture")], rest, [19, 4, 4, 0, 11]);
    check(
        &["One a. Two b."],
        &[("Two b. Three c.", "repeats")],
        &[(1, "Four d")],
        [19, 0, 8, 6, 5],
    );
    // Passages and omissions that overlap.
    check(&["One a. Two", "Two b. Three c."], &[], &[(1, "Four d")], [19, 0, 14, 0, 5]);
    check(
        &[],
        &[("One a. Two", "heading"), ("Two b. Three c.", "heading")],
        &[(1, "Four d")],
        [19, 0, 0, 14, 5],
    );
}
