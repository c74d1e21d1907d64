//! What may come next in SQL: columns of the tables that the statement names, tables and views, keywords, functions.

use std::collections::BTreeMap;

use super::statement::{Kind, Token, is_word, tokens};
use crate::database::Database;
use crate::error::Result;

/// Words of reading SQL.
const KEYWORDS: &str = "ALL AND AS ASC BETWEEN BY CASE CAST COLLATE CROSS CURRENT DESC DISTINCT ELSE END ESCAPE EXCEPT \
    EXISTS EXPLAIN FILTER FIRST FOLLOWING FROM GLOB GROUP HAVING IN INNER INTERSECT IS ISNULL JOIN LAST LEFT LIKE LIMIT \
    MATCH MATERIALIZED NATURAL NOT NOTNULL NULL NULLS OFFSET ON OR ORDER OUTER OVER PARTITION PLAN PRAGMA PRECEDING \
    QUERY RANGE RECURSIVE REGEXP ROW ROWS SELECT THEN UNBOUNDED UNION USING VALUES WHEN WHERE WINDOW WITH";

/// What SQL on a database may name.
pub struct Names {
    /// Tables and views with their columns.
    tables: BTreeMap<String, Vec<String>>,
    functions: Vec<String>,
}

impl Names {
    /// Reads the names.
    pub fn read(database: &Database) -> Result<Self> {
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let sql =
            "SELECT table_name || ' ' || coalesce(column_name, '') FROM dictionary ORDER BY rowid";
        for line in database.texts(sql)? {
            let (table, column) = line.split_once(' ').unwrap_or((&line, ""));
            let columns = tables.entry(table.to_owned()).or_default();
            columns.extend(Some(column.to_owned()).filter(|column| !column.is_empty()));
        }
        let functions = database.texts(
            "SELECT DISTINCT name FROM pragma_function_list WHERE name GLOB '[a-z]*' ORDER BY name",
        )?;
        Ok(Self { tables, functions })
    }

    /// Where the word at the end of some SQL begins, and what it may become; `behind` is what follows in the line.
    pub fn suggest(&self, before: &str, behind: &str) -> (usize, Vec<String>) {
        let start = before
            .rfind(|c| !is_word(c))
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let (lead, word) = before.split_at(start);
        let pieces: Vec<Token> = statement(lead);
        if pieces
            .last()
            .is_some_and(|token| token.kind == Kind::Open || token.text.starts_with("--"))
        {
            return (start, Vec::new());
        }
        let whole: Vec<Token> = pieces.iter().copied().chain(tokens(behind)).collect();
        let named = self.named(&whole);
        let solid: Vec<&str> = pieces
            .iter()
            .filter(|token| token.kind != Kind::Blank)
            .map(|token| token.text)
            .collect();
        let columns = |table: &str| self.tables.get(table).cloned().unwrap_or_default();
        let found: Vec<String> = match solid[..] {
            [.., alias, "."] => {
                let table = named.iter().find(|(name, _)| name.eq_ignore_ascii_case(alias));
                table.map_or_else(|| columns(alias), |(_, table)| columns(table))
            }
            [.., last] if ["FROM", "JOIN"].contains(&last.to_uppercase().as_str()) => {
                self.tables.keys().cloned().collect()
            }
            _ => {
                let of_named = named.iter().flat_map(|(_, table)| columns(table));
                let others = || self.tables.values().flatten().cloned();
                let own: Vec<String> =
                    if named.is_empty() { others().collect() } else { of_named.collect() };
                let lower = word.starts_with(|c: char| c.is_lowercase());
                let keyword = |k: &str| if lower { k.to_lowercase() } else { k.to_owned() };
                let usual = own.into_iter().chain(self.tables.keys().cloned());
                // Before anything is typed there would be too many to read.
                let more = KEYWORDS.split(' ').map(keyword).chain(self.functions.iter().cloned());
                usual.chain(more.filter(|_| !word.is_empty())).collect()
            }
        };
        let begins = |name: &String| {
            name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        let mut offered: Vec<String> = Vec::new();
        for name in found.into_iter().filter(begins) {
            if !offered.contains(&name) {
                offered.push(name);
            }
        }
        (start, offered)
    }

    /// The tables that a statement names behind FROM and JOIN, each by its own name and by what it is called there.
    fn named(&self, tokens: &[Token]) -> Vec<(String, String)> {
        let solid: Vec<&Token> = tokens.iter().filter(|token| token.kind != Kind::Blank).collect();
        let mut named = Vec::new();
        for (at, token) in solid.iter().enumerate() {
            let name = token.text.trim_matches(['"', '`', '[', ']']).to_lowercase();
            let before =
                at.checked_sub(1).map_or(String::new(), |at| solid[at].text.to_uppercase());
            if !["FROM", "JOIN", ","].contains(&before.as_str()) || !self.tables.contains_key(&name)
            {
                continue;
            }
            named.push((name.clone(), name.clone()));
            let mut behind =
                solid[at + 1..].iter().filter(|token| !token.text.eq_ignore_ascii_case("AS"));
            let alias = behind.next().filter(|token| token.kind == Kind::Word);
            let keyword = |word: &str| KEYWORDS.split(' ').any(|k| k.eq_ignore_ascii_case(word));
            named.extend(alias.filter(|a| !keyword(a.text)).map(|a| (a.text.to_owned(), name)));
        }
        named
    }
}

/// The pieces of the last statement.
fn statement(sql: &str) -> Vec<Token<'_>> {
    let tokens = tokens(sql);
    let start = tokens.iter().rposition(|token| token.text == ";").map_or(0, |at| at + 1);
    tokens[start..].to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggest(before: &str, behind: &str) -> Vec<String> {
        let columns = |names: &str| names.split(' ').map(str::to_owned).collect();
        let tables = [("actor", "id name"), ("event", "id title status"), ("events", "id began")];
        let tables = tables.map(|(table, names)| (table.to_owned(), columns(names)));
        let names = Names { tables: tables.into(), functions: vec!["substr".into()] };
        names.suggest(before, behind).1
    }

    #[test]
    fn columns_of_the_tables_named_come_first() {
        assert_eq!(suggest("SELECT t", " FROM event"), ["title", "then"]);
        assert_eq!(suggest("SELECT id FROM event; SELECT na", " FROM actor"), ["name", "natural"]);
        assert_eq!(
            suggest("SELECT e.", " FROM actor a JOIN event AS e"),
            ["id", "title", "status"]
        );
        assert_eq!(suggest("SELECT event.s", ""), ["status"]);
    }

    #[test]
    fn tables_come_behind_from() {
        assert_eq!(suggest("SELECT * FROM ev", ""), ["event", "events"]);
        assert_eq!(suggest("select *\nfrom ", "").len(), 3);
    }

    #[test]
    fn keywords_are_written_as_the_word_begins() {
        assert_eq!(suggest("SEL", ""), ["SELECT"]);
        assert_eq!(suggest("sel", ""), ["select"]);
        assert_eq!(suggest("SELECT subs", ""), ["substr"]);
    }

    #[test]
    fn nothing_is_offered_in_texts_and_comments() {
        assert!(suggest("SELECT 'sel", "").is_empty());
        assert!(suggest("SELECT -- sel", "").is_empty());
        assert!(suggest("SELECT /* sel", "").is_empty());
    }
}
