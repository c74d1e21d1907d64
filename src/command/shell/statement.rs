//! Where a statement of SQL ends, by the rules of SQLite: at a semicolon that stands in no text, name, comment or trigger.

/// A piece of SQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it is.
    pub kind: Kind,
    /// The piece itself.
    pub text: &'a str,
}

/// What a piece of SQL is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A keyword, name or number.
    Word,
    /// A text, or a name in quotation marks.
    Quoted,
    /// White space or a comment.
    Blank,
    /// A text or comment that has no end yet.
    Open,
    /// Anything else, one character.
    Sign,
}

/// The pieces of SQL; together they are the whole.
pub fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = token(rest, first);
        let (text, behind) = rest.split_at(length);
        tokens.push(Token { kind, text });
        rest = behind;
    }
    tokens
}

/// The first piece and its length.
fn token(rest: &str, first: char) -> (Kind, usize) {
    let run = |part: fn(char) -> bool| rest.find(|c| !part(c)).unwrap_or(rest.len());
    let until = |opening: usize, closing: &str, kind: Kind| {
        let end = rest[opening..].find(closing);
        end.map_or((Kind::Open, rest.len()), |end| (kind, opening + end + closing.len()))
    };
    match first {
        // A mark that is doubled inside parts a text in two, which does not matter here.
        '\'' | '"' | '`' | '[' => until(1, closing(rest), Kind::Quoted),
        '-' if rest.starts_with("--") => (Kind::Blank, rest.find('\n').unwrap_or(rest.len())),
        '/' if rest.starts_with("/*") => until(2, closing(rest), Kind::Blank),
        _ if first.is_whitespace() => (Kind::Blank, run(char::is_whitespace)),
        _ if is_word(first) => (Kind::Word, run(is_word)),
        _ => (Kind::Sign, first.len_utf8()),
    }
}

/// Whether a character belongs to a name.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// SQL that is read line by line, and how far it has come.
#[derive(Default)]
pub struct Reading {
    /// What ends the text or comment that is open.
    open: Option<&'static str>,
    /// The pieces of the last statement, comments apart.
    words: Vec<String>,
    /// Whether anything is there to run.
    solid: bool,
    /// Whether the last statement has its end.
    ended: bool,
}

impl Reading {
    /// Reads a whole text.
    pub fn of(sql: &str) -> Self {
        let mut reading = Self::default();
        reading.line(sql);
        reading
    }

    /// Reads one or more lines further. A trigger holds statements and ends with `; END;`.
    pub fn line(&mut self, line: &str) {
        let mut rest = line;
        if let Some(closing) = self.open {
            let Some((_, behind)) = line.split_once(closing) else {
                return;
            };
            (self.open, rest) = (None, behind);
        }
        for token in tokens(rest).into_iter().filter(|token| token.kind != Kind::Blank) {
            if token.kind == Kind::Open {
                self.open = Some(closing(token.text));
                if token.text.starts_with("/*") {
                    return;
                }
            }
            let word = token.text.to_uppercase();
            self.solid |= word != ";";
            let ends = |words: &[String]| {
                !is_trigger(words) || words.ends_with(&[";".into(), "END".into()])
            };
            self.ended = word == ";" && ends(&self.words);
            if self.ended {
                self.words.clear();
            } else {
                self.words.push(word);
            }
        }
    }

    /// Whether there is nothing to run.
    pub fn is_blank(&self) -> bool {
        self.open.is_none() && !self.solid
    }

    /// Whether it may be run as it stands.
    pub fn is_whole(&self) -> bool {
        self.open.is_none() && (self.ended || !self.solid)
    }
}

/// What ends a text or comment.
fn closing(open: &str) -> &'static str {
    match open.as_bytes() {
        [b'\'', ..] => "'",
        [b'"', ..] => "\"",
        [b'`', ..] => "`",
        [b'[', ..] => "]",
        _ => "*/",
    }
}

fn is_trigger(words: &[String]) -> bool {
    let mut words = words.iter().map(String::as_str).skip_while(|word| *word == "EXPLAIN");
    words.next() == Some("CREATE")
        && words.find(|word| !["TEMP", "TEMPORARY"].contains(word)) == Some("TRIGGER")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_ends_where_sqlite_ends_it() {
        for (sql, complete) in [
            ("SELECT 1;", true),
            ("SELECT 1", false),
            ("SELECT 1; -- and that is all", true),
            ("SELECT 1; SELECT 2", false),
            ("SELECT 1 -- ;", false),
            ("SELECT ';", false),
            ("SELECT 'it''s;';", true),
            ("SELECT \"a;\", [b;], `c;`", false),
            ("SELECT /* ; */ 1 /* ;", false),
            ("SELECT CASE 1 WHEN 1 THEN 2 END;", true),
            ("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1;", false),
            ("CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END;", true),
            ("EXPLAIN CREATE TRIGGER t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END;", false),
            ("CREATE TABLE trigger (a);", true),
            ("SELECT 'a\nb;\n'", false),
            ("SELECT 'a\nb' /* ;\n */;", true),
            ("SELECT 1; /* a\nb", false),
            ("SELECT 1; /* a\nb */", true),
            (";", true),
            ("", true),
        ] {
            assert_eq!(Reading::of(sql).is_whole(), complete, "{sql}");
            let mut reading = Reading::default();
            sql.split_inclusive('\n').for_each(|line| reading.line(line));
            assert_eq!(reading.is_whole(), complete, "line by line: {sql}");
        }
    }

    #[test]
    fn comments_and_semicolons_alone_are_blank() {
        for (sql, blank) in
            [(" -- a; b\n /* c */\n;", true), ("/* c", false), ("'", false), ("; 1", false)]
        {
            assert_eq!(Reading::of(sql).is_blank(), blank, "{sql}");
        }
    }

    #[test]
    fn a_line_is_read_once_however_many_there_are() {
        let mut reading = Reading::default();
        reading.line("VALUES (0)");
        (0..200_000).for_each(|_| reading.line(", (1)\n"));
        assert!(!reading.is_whole());
        reading.line(";");
        assert!(reading.is_whole() && reading.words.is_empty());
    }

    #[test]
    fn the_pieces_are_the_whole() {
        let sql = "SELECT a.\"b\" || 'ə' -- c\nFROM d;";
        assert_eq!(tokens(sql).iter().map(|token| token.text).collect::<String>(), sql);
    }
}
