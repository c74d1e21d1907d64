//! What SQLite says of a statement, with the place in it and what would be right.

use super::Database;
use super::excerpt::{caret, first_lines, short};
use crate::error::Error;
use crate::text;

/// The clauses of a SELECT, in their order.
const CLAUSES: [&str; 7] = ["SELECT", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT"];

/// Words that are misspelt as often as names.
const KEYWORDS: [&str; 22] = [
    "AND", "BETWEEN", "BY", "CASE", "DISTINCT", "EXISTS", "FROM", "GROUP", "HAVING", "INNER",
    "JOIN", "LEFT", "LIKE", "LIMIT", "OFFSET", "ORDER", "OVER", "SELECT", "UNION", "USING",
    "WHERE", "WITH",
];

/// Text of SQL, and where in it the statement at fault begins.
pub struct Statement<'a> {
    /// All that was given.
    pub sql: &'a str,
    /// The statement's first byte.
    pub start: usize,
}

/// A word or mark of a statement, with the byte where it begins.
type Token<'a> = (usize, &'a str);

impl Statement<'_> {
    /// SQLite's message, the line with a caret where the place is known, and what would be right.
    pub fn explain(&self, database: &Database, message: &str, offset: Option<usize>) -> Error {
        // `no such column: "titel" - should this be a string literal in single-quotes?`
        let message = short(message.split(" - should this").next().unwrap_or(message));
        let message = message.as_str();
        let tokens = self.tokens();
        let (what, name) = message.split_once(": ").unwrap_or((message, ""));
        let at = offset.map(|offset| self.start + offset).or_else(|| match what {
            "no such table" => {
                let table = name.rsplit('.').next().unwrap_or(name);
                tokens.iter().find(|(_, token)| is(token, table)).map(|(at, _)| *at)
            }
            "incomplete input" => Some(self.sql.trim_end().len()),
            _ => None,
        });
        let place = at.map_or_else(|| self.shown(), |at| caret(self.sql, at));
        let hint = match what {
            "no such table" => table(database, name),
            "no such column" => column(database, &tokens, name),
            "ambiguous column name" => ambiguous(database, &tokens, name),
            "no such function" => function(database, name),
            "incomplete input" => unfinished(&tokens),
            "unrecognized token" if ["\"'", "\"\"", "\"`"].iter().any(|m| name.starts_with(m)) => {
                "a quotation mark is never closed".into()
            }
            "unrecognized token" if name.starts_with("\"[") => "a bracket is never closed".into(),
            _ => misuse(database, &tokens, message, at),
        };
        let hint = if hint.is_empty() { hint } else { format!("\n  {hint}") };
        Error::fault(format!("{message}\n{place}{hint}"))
    }

    /// Its first lines.
    pub fn shown(&self) -> String {
        first_lines(self.sql, self.start..self.read().1)
    }

    /// The next statement of the same text.
    pub fn next(&self) -> Self {
        let end = self.read().1;
        Self { sql: self.sql, start: (end + 1).min(self.sql.len()) }
    }

    /// Its words and marks.
    fn tokens(&self) -> Vec<Token<'_>> {
        self.read().0
    }

    /// Its words and marks, and where it ends; what stands in quotation marks is one, comments are none.
    fn read(&self) -> (Vec<Token<'_>>, usize) {
        let mut tokens = Vec::new();
        let mut at = self.start;
        while let Some(first) = self.sql[at..].chars().next() {
            let rest = &self.sql[at..];
            let until = |end: &str, from: usize| {
                rest[from..].find(end).map_or(rest.len(), |n| from + n + end.len())
            };
            let length = match first {
                '\'' | '"' | '`' => until(&first.to_string(), 1),
                '[' => until("]", 1),
                '-' if rest.starts_with("--") => until("\n", 2),
                '/' if rest.starts_with("/*") => until("*/", 2),
                c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                c => c.len_utf8(),
            };
            if first == ';' && !tokens.is_empty() {
                break;
            }
            let comment = rest.starts_with("--") || rest.starts_with("/*");
            if first != ';' && !first.is_whitespace() && !comment {
                tokens.push((at, &rest[..length]));
            }
            at += length;
        }
        (tokens, at)
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a token is this name, quoted or not.
fn is(token: &str, name: &str) -> bool {
    token.trim_matches(['"', '`', '[', ']']).eq_ignore_ascii_case(name)
}

/// A name that no table has.
fn table(database: &Database, name: &str) -> String {
    let name = name.rsplit('.').next().unwrap_or(name);
    let queries = database.texts("SELECT name FROM query").unwrap_or_default();
    if queries.iter().any(|query| query.eq_ignore_ascii_case(name)) {
        return format!(
            "{name} is a canned query: samur query {name}; its SQL: samur query {name} --show-sql"
        );
    }
    let tables = database.texts("SELECT DISTINCT table_name FROM dictionary").unwrap_or_default();
    format!("{}`samur schema` lists all", near(name, tables.iter().map(String::as_str)))
}

/// A name that no column of the statement's tables has.
fn column(database: &Database, tokens: &[Token], written: &str) -> String {
    let known = Known::of(database, tokens);
    if let Some(text) = written.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        return format!("{}a text stands in single quotes: '{text}'", known.near(text));
    }
    let (table, name) = written.rsplit_once('.').unwrap_or(("", written));
    // An alias stands somewhere without a dot behind it.
    let next = tokens.iter().skip(1).map(|(_, token)| *token).chain([""]);
    let named = tokens.iter().zip(next).any(|((_, token), next)| is(token, table) && next != ".");
    if !table.is_empty() && !named {
        return format!("no table of the statement is called {table}");
    }
    if !tokens.iter().any(|(_, token)| is(token, "FROM")) {
        return "the statement has no FROM; a text stands in single quotes".into();
    }
    let owners = known.owners(name).join(", ");
    let elsewhere =
        if owners.is_empty() { owners } else { format!("{name} is a column of {owners}; ") };
    let quotes = if is_compared(tokens, name) && elsewhere.is_empty() {
        format!("a text stands in single quotes: '{name}'; ")
    } else {
        String::new()
    };
    let lists = match known.used.as_slice() {
        [] => "`samur schema` lists all tables".into(),
        [table] => format!("`samur schema {table}` lists its columns"),
        tables => {
            let each: Vec<String> = tables.iter().map(|t| format!("`samur schema {t}`")).collect();
            format!("{} list their columns", each.join(" and "))
        }
    };
    format!("{quotes}{}{elsewhere}{lists}", known.near(name))
}

/// Whether a word stands where something is compared with it.
fn is_compared(tokens: &[Token], name: &str) -> bool {
    let before = tokens.iter().zip(tokens.iter().skip(1));
    before.filter(|(_, (_, token))| is(token, name)).any(|((_, before), _)| {
        ["=", "<", ">", "LIKE", "GLOB", "IS", "NOT"].iter().any(|mark| is(before, mark))
    })
}

/// A name that several tables of the statement have.
fn ambiguous(database: &Database, tokens: &[Token], name: &str) -> String {
    if let Some((alias, _)) = name.rsplit_once('.') {
        return format!("more than one table of the statement is called {alias}");
    }
    let known = Known::of(database, tokens);
    let mut owners = known.owners(name);
    owners.retain(|owner| known.used.iter().any(|used| used == owner));
    let [first, _, ..] = owners[..] else {
        return format!("write the table or its alias before it: t.{name}");
    };
    format!("{} have it: write {first}.{name}, or the alias of the table", owners.join(" and "))
}

/// A name that no function has.
fn function(database: &Database, name: &str) -> String {
    let names = database.texts("SELECT DISTINCT name FROM pragma_function_list ORDER BY 1");
    let names = names.unwrap_or_default();
    near(name, names.iter().map(String::as_str)).trim_end_matches("; ").to_owned()
}

/// A statement that ends too early.
fn unfinished(tokens: &[Token]) -> String {
    let count = |mark: &str| tokens.iter().filter(|(_, token)| *token == mark).count();
    let open = count("(").saturating_sub(count(")"));
    match open {
        0 => "the statement ends too early".into(),
        n => format!(
            "{} not closed",
            if n == 1 { "a parenthesis is".into() } else { format!("{n} parentheses are") }
        ),
    }
}

/// What else is wrong with a statement: its grammar, or a function in a place where it cannot stand.
fn misuse(database: &Database, tokens: &[Token], message: &str, at: Option<usize>) -> String {
    if let Some(name) = message.strip_prefix("wrong number of arguments to function ") {
        return arguments(database, name.trim_end_matches("()"));
    }
    if message.starts_with("misuse of aggregate") {
        return "WHERE and GROUP BY see single rows: ask of a group with HAVING, or count in a subquery".into();
    }
    if let Some(name) = message.strip_prefix("misuse of window function ") {
        return format!("it needs a window: {name} OVER (ORDER BY …)");
    }
    if message.starts_with("fts5: syntax error") {
        return "`samur search WORDS` takes words as people write them".into();
    }
    if message.ends_with("syntax error") {
        return at.map_or_else(String::new, |at| grammar(tokens, at));
    }
    String::new()
}

/// How many arguments a function takes.
fn arguments(database: &Database, name: &str) -> String {
    let sql = "SELECT DISTINCT narg FROM pragma_function_list WHERE name = ?1 AND narg >= 0 ORDER BY narg";
    let counts = || -> rusqlite::Result<Vec<u32>> {
        database.connection.prepare(sql)?.query_map([name], |row| row.get(0))?.collect()
    };
    let counts = counts().unwrap_or_default();
    let Some((last, others)) = counts.split_last() else {
        return String::new();
    };
    let mut taken: Vec<String> = others.iter().map(ToString::to_string).collect();
    taken.push(text::count(u64::from(*last), "argument"));
    format!("{name} takes {}", taken.join(" or "))
}

/// What may be wrong before the word at which the grammar breaks.
fn grammar(tokens: &[Token], at: usize) -> String {
    let here = tokens.iter().position(|(start, _)| *start == at).unwrap_or(tokens.len());
    let token = tokens.get(here).map_or("", |(_, token)| token);
    let before = here.checked_sub(1).and_then(|n| tokens.get(n)).map_or("", |(_, token)| token);
    let clause = |token: &str| CLAUSES.iter().position(|word| token.eq_ignore_ascii_case(word));
    if before == "," && (clause(token).is_some() || token == ")") {
        return format!("the comma before {token} is one too many");
    }
    if is(token, "SELECT") && !before.is_empty() {
        return "a SELECT within a statement stands in parentheses".into();
    }
    let late = tokens[..here.min(tokens.len())].iter().filter_map(|(_, word)| clause(word)).max();
    if clause(token).zip(late).is_some_and(|(this, last)| this < last) {
        return "the order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT".into();
    }
    for word in [before, token] {
        let plain = word.len() >= 3 && word.chars().all(char::is_alphabetic);
        let upper = word.to_uppercase();
        let nearest = KEYWORDS.iter().find(|keyword| text::edit_distance(&upper, keyword) == 1);
        if let (true, Some(keyword)) = (plain && !KEYWORDS.contains(&upper.as_str()), nearest) {
            return format!("near: {keyword} for {word}");
        }
    }
    String::new()
}

/// The columns of all tables and views, and the tables that a statement names.
struct Known {
    columns: Vec<(String, String)>,
    used: Vec<String>,
}

impl Known {
    fn of(database: &Database, tokens: &[Token]) -> Self {
        let sql = "SELECT table_name || '.' || column_name FROM dictionary WHERE column_name IS NOT NULL ORDER BY 1";
        let rows = database.texts(sql).unwrap_or_default();
        let pair = |row: &String| {
            row.split_once('.').map(|(table, column)| (table.to_owned(), column.to_owned()))
        };
        let columns: Vec<(String, String)> = rows.iter().filter_map(pair).collect();
        let mut used: Vec<String> = columns.iter().map(|(table, _)| table.clone()).collect();
        used.dedup();
        used.retain(|table| tokens.iter().any(|(_, token)| is(token, table)));
        Self { columns, used }
    }

    /// The tables that have a column of this name.
    fn owners(&self, name: &str) -> Vec<&str> {
        let own = self.columns.iter().filter(|(_, column)| column.eq_ignore_ascii_case(name));
        own.map(|(table, _)| table.as_str()).collect()
    }

    /// The columns of the statement's tables that come near a name.
    fn near(&self, name: &str) -> String {
        let used = self.columns.iter().filter(|(table, _)| self.used.contains(table));
        near(name, used.map(|(_, column)| column.as_str()))
    }
}

/// `near: a, b; `, or nothing where nothing is near.
fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = text::near(name, known);
    if near.is_empty() { String::new() } else { format!("near: {}; ", near.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_read_one_statement_after_another() {
        let sql = "SELECT ';' -- ;\n;; DELETE FROM event;\n";
        let mut statement = Statement { sql, start: 0 };
        assert_eq!(statement.shown(), "  1 | SELECT ';' -- ;");
        statement = statement.next();
        assert_eq!(statement.tokens().len(), 3);
        statement = statement.next();
        assert!(statement.tokens().is_empty());
        assert_eq!(statement.next().start, sql.len());
    }

    #[test]
    fn tokens_are_words_and_quoted_things() {
        let statement =
            Statement { sql: "x; SELECT a.\"b c\" -- it's\n/* ; */ = 'd;''e'; y", start: 2 };
        let tokens: Vec<&str> = statement.tokens().into_iter().map(|(_, token)| token).collect();
        assert_eq!(tokens, ["SELECT", "a", ".", "\"b c\"", "=", "'d;'", "'e'"]);
    }
}
