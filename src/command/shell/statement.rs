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
        '\'' => until(1, "'", Kind::Quoted),
        '"' => until(1, "\"", Kind::Quoted),
        '`' => until(1, "`", Kind::Quoted),
        '[' => until(1, "]", Kind::Quoted),
        '-' if rest.starts_with("--") => (Kind::Blank, rest.find('\n').unwrap_or(rest.len())),
        '/' if rest.starts_with("/*") => until(2, "*/", Kind::Blank),
        _ if first.is_whitespace() => (Kind::Blank, run(char::is_whitespace)),
        _ if is_word(first) => (Kind::Word, run(is_word)),
        _ => (Kind::Sign, first.len_utf8()),
    }
}

/// Whether a character belongs to a name.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// Whether SQL holds nothing to run.
pub fn is_blank(sql: &str) -> bool {
    tokens(sql).iter().all(|token| token.kind == Kind::Blank)
}

/// Whether SQL ends where a statement does. A trigger holds statements and ends with `; END;`.
pub fn is_complete(sql: &str) -> bool {
    let mut words: Vec<String> = Vec::new();
    let mut ended = false;
    for token in tokens(sql).into_iter().filter(|token| token.kind != Kind::Blank) {
        let word = token.text.to_uppercase();
        if token.kind == Kind::Open {
            return false;
        }
        ended =
            word == ";" && (!is_trigger(&words) || words.ends_with(&[";".into(), "END".into()]));
        if ended {
            words.clear();
        } else {
            words.push(word);
        }
    }
    ended
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
            (";", true),
            ("", false),
        ] {
            assert_eq!(is_complete(sql), complete, "{sql}");
        }
    }

    #[test]
    fn comments_alone_are_blank() {
        assert!(is_blank(" -- a; b\n /* c */\n"));
        assert!(!is_blank("/* c */ ;") && !is_blank("/* c"));
    }

    #[test]
    fn the_pieces_are_the_whole() {
        let sql = "SELECT a.\"b\" || 'ə' -- c\nFROM d;";
        assert_eq!(tokens(sql).iter().map(|token| token.text).collect::<String>(), sql);
    }
}
