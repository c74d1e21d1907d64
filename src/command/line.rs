//! A command line as it is typed: its words, and what an option is given on it. `shlex` reads whole lines alone; here one
//! wants to know where the last word begins and which quotation mark is still open.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// A word of a line.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// Without its quotation marks and backslashes.
    pub text: String,
    /// The byte at which it begins.
    pub start: usize,
    /// The quotation mark that is still open at the end of the line.
    pub open: Option<char>,
}

/// The words of a line, quoted as in a POSIX shell. A line that ends between words has an empty last one: there the next
/// is typed.
pub fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = None::<Word>;
    let mut rest = line.char_indices();
    while let Some((at, c)) = rest.next() {
        let quote = word.as_ref().and_then(|word| word.open);
        if c.is_whitespace() && quote.is_none() {
            words.extend(word.take());
            continue;
        }
        let word = word.get_or_insert(Word { text: String::new(), start: at, open: None });
        match (quote, c) {
            (Some(mark), _) if c == mark => word.open = None,
            (None, '\'' | '"') => word.open = Some(c),
            (None, '\\') => word.text.extend(rest.next().map(|(_, c)| c)),
            (Some('"'), '\\') => {
                let next = rest.clone().next().map(|(_, c)| c);
                if next.is_some_and(|c| ['"', '\\', '$', '`'].contains(&c)) {
                    rest.next();
                }
                word.text.push(next.filter(|c| ['"', '\\', '$', '`'].contains(c)).unwrap_or(c));
            }
            _ => word.text.push(c),
        }
    }
    words.push(word.unwrap_or(Word { text: String::new(), start: line.len(), open: None }));
    words
}

/// What an option with a path is given on a line that cannot be parsed, or not yet; else the variable that stands for it.
pub fn path_option(words: &[OsString], option: &str, variable: &str) -> Option<PathBuf> {
    typed_path(words, option).or_else(|| {
        std::env::var_os(variable).filter(|path| !OsStr::is_empty(path)).map(PathBuf::from)
    })
}

/// The same without the variable.
pub fn typed_path(words: &[OsString], option: &str) -> Option<PathBuf> {
    let mut given = None;
    let mut rest = words.iter().skip(1).take_while(|word| *word != "--");
    while let Some(word) = rest.next() {
        if word == option {
            given = rest.next().map(PathBuf::from);
        } else if let Some(path) =
            word.to_str().and_then(|w| w.strip_prefix(option)?.strip_prefix('='))
        {
            given = Some(path.into());
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_and_backslashes_hold_words_together() {
        for (line, expected) in [
            ("show bridge-fall", vec!["show", "bridge-fall"]),
            ("  show  'a b' \"c \\\" d\" e\\ f", vec!["show", "a b", "c \" d", "e f"]),
            ("actor Ada\\ Tamm ", vec!["actor", "Ada Tamm", ""]),
            ("actor \"Ada T", vec!["actor", "Ada T"]),
            ("''", vec![""]),
            ("", vec![""]),
        ] {
            let words = words(line);
            assert_eq!(
                words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(),
                expected,
                "{line}"
            );
        }
        let last = words("actor \"Ada T").pop().expect("a word");
        assert_eq!((last.start, last.open), (6, Some('"')));
    }

    #[test]
    fn the_last_of_an_option_counts_and_nothing_behind_two_dashes() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let db = |line: &str| path_option(&words(line), "--db", "SAMUR_TEST_OF_NOTHING");
        assert_eq!(db("samur --db a.db show --db=b.db x"), Some("b.db".into()));
        assert_eq!(db("samur --dbx=a.db show -- --db b.db"), None);
        assert_eq!(db("samur show --db"), None);
    }
}
