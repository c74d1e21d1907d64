//! Words: look-up keys, near names, plurals, text that is safe on a terminal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The look-up key of a written form: lower case, no diacritics, no punctuation, words parted by one space.
///
/// Letters that Unicode does not decompose but people interchange are joined: ə/e, ı/i, ё/е and a few Latin ones.
/// An apostrophe joins (`Rubio's` is `rubios`); any other punctuation parts words.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ə' => key.push('e'),
            'ı' => key.push('i'),
            'ø' => key.push('o'),
            'ł' => key.push('l'),
            'đ' => key.push('d'),
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            '\'' | '’' | '‘' | 'ʼ' | 'ʻ' => {}
            c if is_combining_mark(c) => {}
            c if c.is_alphanumeric() => key.push(c),
            _ if key.ends_with(' ') || key.is_empty() => {}
            _ => key.push(' '),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Number of single-character edits (with transpositions) between two texts.
pub fn edit_distance(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(a, b)
}

/// The candidates nearest to `word`, best first, at most three; equal ones never fail to be found by case or diacritics.
pub fn near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = fold(word);
    let most = (wanted.chars().count() / 3).max(1);
    let mut found: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let key = fold(candidate);
            let distance = edit_distance(&wanted, &key);
            let part = wanted.len() >= 3 && (key.contains(&wanted) || wanted.contains(&key));
            (distance <= most || (part && key.len() >= 3)).then_some((distance, candidate))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// The words at the least distance from a word, in their order; both are folded. A word of less than four letters has
/// none: too much is near it.
pub fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let length = word.chars().count();
    let (mut least, mut found) = (length / 3, Vec::new());
    for candidate in words.into_iter().filter(|_| length >= 4) {
        // To compare every letter of every word is what a long search waits for.
        if length.abs_diff(candidate.chars().count()) > least {
            continue;
        }
        let distance = edit_distance(word, candidate);
        if distance < least {
            found.clear();
        }
        if distance <= least && !found.contains(&candidate) {
            least = distance;
            found.push(candidate);
        }
    }
    found
}

/// `; near: a, b`, or nothing where nothing is near.
pub fn near_hint<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let near = near(word, candidates);
    if near.is_empty() { String::new() } else { format!("; near: {}", near.join(", ")) }
}

/// A key that sorts the numbers in texts by their size: `line 9` before `line 14`.
pub fn by_number(text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    for run in text.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()) {
        if run[0].is_ascii_digit() {
            key.extend(vec![b'0'; 20_usize.saturating_sub(run.len())]);
        }
        key.extend(run);
    }
    key
}

/// `1 row`, `2 rows`.
pub fn count(n: u64, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// Characters that a reader does not see or that change the order of what is seen.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Text as a person may read it on a terminal: controls and bidirectional overrides are shown as escapes.
pub fn safe(text: &str) -> String {
    if !text.chars().any(is_invisible) {
        return text.to_owned();
    }
    text.chars()
        .map(
            |c| {
                if is_invisible(c) && c != '\n' { c.escape_unicode().to_string() } else { c.into() }
            },
        )
        .collect()
}

/// The same for text that stays on one line.
pub fn safe_line(text: &str) -> String {
    safe(text).replace('\n', "\\u{a}")
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet_in_one_key() {
        for (a, b) in [
            ("Erdoğan", "ERDOGAN"),
            ("İlham Əliyev", "ilham eliyev"),
            ("Bakı", "Baki"),
            ("Чёрное море", "черное  МОРЕ"),
            ("‘Food City’", "food-city"),
            ("Prosecutor General’s Office", "prosecutor generals office"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
        assert_ne!(fold("Namazov"), fold("Nazarov"));
        assert_eq!(fold(":-)"), "");
    }

    #[test]
    fn near_names_are_few_and_close() {
        assert_eq!(near("groznyy", ["grozny", "baku", "moscow"]), ["grozny"]);
        assert_eq!(near("occured", ["happened", "occurred"]), ["occurred"]);
        assert!(near("xyz", ["grozny", "baku"]).is_empty());
        assert_eq!(
            near("namazov", ["namazov-eldar", "namazov-ramid"]),
            ["namazov-eldar", "namazov-ramid"]
        );
    }

    #[test]
    fn the_nearest_words_are_equally_near() {
        let words = ["aliyev", "alive", "nazarov", "namazov", "usa", "alien"];
        assert_eq!(nearest("namazof", words), ["namazov"]);
        assert_eq!(nearest("aliev", words), ["aliyev", "alive", "alien"]);
        assert!(nearest("us", words).is_empty());
        assert!(nearest("zeppelin", words).is_empty());
    }

    #[test]
    fn a_terminal_gets_no_escape_codes() {
        assert_eq!(safe("a\u{1b}[31mb\u{202e}c"), "a\\u{1b}[31mb\\u{202e}c");
        assert_eq!(safe("Şıxlinski"), "Şıxlinski");
        assert_eq!((safe("a\nb"), safe_line("a\nb")), ("a\nb".into(), "a\\u{a}b".into()));
    }
}
