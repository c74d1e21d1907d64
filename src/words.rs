//! What people type to search, as an expression of FTS5 over folded text; the only file that knows the library that
//! writes any script in Latin letters.

use std::collections::BTreeSet;

use any_ascii::any_ascii;

use crate::text::fold;

/// What was typed: terms, and the operators and parentheses between them.
#[derive(Debug)]
pub struct Words(Vec<Part>);

#[derive(Debug)]
enum Part {
    Term(Term),
    /// AND, OR, NOT.
    Operator(String),
    /// `(` or `)`.
    Parenthesis(char),
}

/// A word, or several that must stand together, because they stood in quotation marks or as in `air-defence`.
#[derive(Debug)]
pub struct Term {
    /// As it was typed.
    pub typed: String,
    /// Whether it stood in quotation marks.
    pub quoted: bool,
    /// Whether a star asks for all words that begin so.
    pub prefix: bool,
    /// What is searched for.
    pub expression: String,
}

impl Words {
    /// Reads what was typed; it may hold no term.
    pub fn read(typed: &str) -> Self {
        let mut typed = typed.replace(['“', '”', '„', '«', '»'], "\"");
        if typed.matches('"').count() % 2 == 1 {
            // A mark without a partner marks nothing.
            typed = typed.replace('"', " ");
        }
        let mut words = Self(Vec::new());
        // Parts with odd numbers stood in quotation marks.
        for (n, part) in typed.split('"').enumerate() {
            if n % 2 == 1 {
                words.term(part, true);
            } else {
                words.unquoted(part);
            }
        }
        words.once();
        words
    }

    /// Leaves out terms that come again where all are terms: to ask twice finds nothing else.
    fn once(&mut self) {
        let mut seen = BTreeSet::new();
        if self.are_several() {
            self.0.retain(|part| match part {
                Part::Term(term) => seen.insert((term.expression.clone(), term.quoted)),
                _ => true,
            });
        }
    }

    fn unquoted(&mut self, text: &str) {
        let rest = text.strip_prefix('*').unwrap_or(text);
        if let (true, Some(Part::Term(last))) = (rest.len() < text.len(), self.0.last_mut()) {
            *last = Term::new(&format!("{}*", last.typed), last.quoted);
        }
        for chunk in rest.split_whitespace() {
            let inner = chunk.trim_start_matches('(');
            let core = inner.trim_end_matches(')');
            self.0.extend(chunk[inner.len()..].chars().map(|_| Part::Parenthesis('(')));
            match core {
                // People write `a AND NOT b`, FTS5 `a NOT b`.
                "NOT" if matches!(self.0.last(), Some(Part::Operator(last)) if last == "AND") => {
                    self.0.pop();
                    self.0.push(Part::Operator(core.to_owned()));
                }
                "AND" | "OR" | "NOT" => self.0.push(Part::Operator(core.to_owned())),
                _ => self.term(core, false),
            }
            self.0.extend(inner[core.len()..].chars().map(|_| Part::Parenthesis(')')));
        }
    }

    fn term(&mut self, typed: &str, quoted: bool) {
        let term = Term::new(typed, quoted);
        if !term.expression.is_empty() {
            self.0.push(Part::Term(term));
        }
    }

    /// Takes operators as words and parentheses as nothing; gives whether there was an operator.
    pub fn flatten(&mut self) -> bool {
        let mut operators = false;
        for part in std::mem::take(&mut self.0) {
            match part {
                Part::Term(_) => self.0.push(part),
                Part::Operator(word) => {
                    operators = true;
                    self.term(&word, false);
                }
                Part::Parenthesis(_) => {}
            }
        }
        operators
    }

    /// Whether all that was typed are terms, more than one of them.
    pub fn are_several(&self) -> bool {
        self.0.len() > 1 && self.0.iter().all(|part| matches!(part, Part::Term(_)))
    }

    /// The terms, in order.
    pub fn terms(&mut self) -> impl Iterator<Item = &mut Term> {
        self.0.iter_mut().filter_map(|part| match part {
            Part::Term(term) => Some(term),
            _ => None,
        })
    }

    /// The whole as an expression of FTS5, which may be malformed where there are operators or parentheses.
    pub fn expression(&self) -> String {
        let mut text = String::new();
        let mut complete = false;
        for part in &self.0 {
            let (shown, begins, ends) = match part {
                Part::Term(term) => (term.expression.as_str(), true, true),
                Part::Operator(word) => (word.as_str(), false, false),
                Part::Parenthesis('(') => ("(", true, false),
                Part::Parenthesis(_) => (")", false, true),
            };
            if complete && begins {
                // FTS5 leaves AND out only between phrases, and then binds it more tightly than NOT.
                text.push_str(" AND");
            }
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(shown);
            complete = ends;
        }
        text
    }
}

impl Term {
    fn new(typed: &str, quoted: bool) -> Self {
        let (prefix, key) = (typed.ends_with('*'), fold(typed));
        let expression = if key.is_empty() { key } else { phrase(&key, prefix) };
        Self { typed: typed.trim().to_owned(), quoted, prefix, expression }
    }

    /// The words in Latin letters.
    pub fn latin(&self) -> String {
        latin(&self.typed)
    }
}

/// A text in Latin letters, by the romanization that is usual in English, folded.
fn latin(text: &str) -> String {
    fold(&any_ascii(text))
}

/// A key in which the usual romanizations of one name meet: Алиев, Əliyev, Aliev and Aliyev, -ский and -sky, kh and h,
/// dzh and j.
pub fn sound(text: &str) -> String {
    let text = latin(&text.replace(['ə', 'Ə'], "a"));
    let mut key = text.replace("dzh", "j").replace("kh", "h").replace('y', "i");
    while key.contains("ii") {
        key = key.replace("ii", "i");
    }
    key
}

/// Folded words that stand together, the last of which may only begin so, as an expression.
pub fn phrase(words: &str, prefix: bool) -> String {
    format!("\"{words}\"{}", if prefix { "*" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(typed: &str) -> String {
        Words::read(typed).expression()
    }

    #[test]
    fn anything_typed_becomes_words() {
        for (typed, read) in [
            ("air-defence", r#""air defence""#),
            ("ERDOĞAN sput*", r#""erdogan" AND "sput"*"#),
            ("“persona non grata”", r#""persona non grata""#),
            ("\"persona non\"* grata", r#""persona non"* AND "grata""#),
            ("\"persona non", r#""persona" AND "non""#),
            ("a:b ^c {d} e,f", r#""a b" AND "c" AND "d" AND "e f""#),
            ("bridge Bridge ferry bridge", r#""bridge" AND "ferry""#),
            ("bridge OR bridge", r#""bridge" OR "bridge""#),
            (":-)", ")"),
            ("", ""),
            ("*", ""),
        ] {
            assert_eq!(expression(typed), read, "{typed}");
        }
    }

    #[test]
    fn operators_and_parentheses_stay() {
        for (typed, read) in [
            ("a OR b c", r#""a" OR "b" AND "c""#),
            ("a AND NOT b c", r#""a" NOT "b" AND "c""#),
            ("a (b OR \"c d\") e", r#""a" AND ( "b" OR "c d" ) AND "e""#),
            ("a or b", r#""a" AND "or" AND "b""#),
        ] {
            assert_eq!(expression(typed), read, "{typed}");
        }
        let mut words = Words::read("NOT OR (putin");
        assert!(words.flatten());
        assert_eq!(words.expression(), r#""not" AND "or" AND "putin""#);
    }

    #[test]
    fn any_script_is_written_in_latin_letters() {
        for (typed, latin) in [
            ("Путин", "putin"),
            ("Ильхам", "ilkham"),
            ("Нахичевань", "nakhichevan"),
            ("Нахичевань Щукин", "nakhichevan shchukin"),
            ("Նախիջևան", "nakhijevan"),
            ("Əliyev", "eliyev"),
        ] {
            assert_eq!(Term::new(typed, true).latin(), latin, "{typed}");
        }
    }

    #[test]
    fn romanizations_of_a_name_sound_alike() {
        for (typed, known) in [
            ("Алиев", "Aliyev"),
            ("Əliyev", "Aliyev"),
            ("Aliev", "Aliyev"),
            ("Ильхам", "Ilham"),
            ("Шыхлинский", "Shykhlinski"),
            ("Азербайджан", "Azerbaijan"),
            ("Армения", "Armenia"),
            ("Грозный", "Grozny"),
        ] {
            assert_eq!(sound(typed), sound(known), "{typed} and {known}");
        }
        for (one, other) in [("Aliyev", "Iliev"), ("Ramid", "Ramiz"), ("Namazov", "Nazarov")] {
            assert_ne!(sound(one), sound(other), "{one} and {other}");
        }
    }
}
