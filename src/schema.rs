//! Reads `schema.sql`: tables, columns, keys, vocabularies and the comments that describe them.
//!
//! The grammar it knows is the one that `schema.sql` describes in its head; a statement that does not follow it is an
//! error of the schema, found by the tests, never one of a seed.

/// The whole schema.
#[derive(Debug)]
pub struct Schema {
    /// `PRAGMA user_version`.
    pub version: i64,
    /// `PRAGMA application_id`.
    pub application_id: i64,
    /// Tables, views and virtual tables in their order.
    pub relations: Vec<Relation>,
    /// Indexes that are declared by themselves.
    pub indexes: Vec<Index>,
}

/// What sort of thing can be selected from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An ordinary table.
    Table,
    /// A view.
    View,
    /// A full-text index.
    Virtual,
}

/// A table or a view.
#[derive(Debug)]
pub struct Relation {
    /// Its name.
    pub name: String,
    /// Table, view or virtual table.
    pub kind: Kind,
    /// What one row is.
    pub description: String,
    /// Whether the loader fills it without a seed file.
    pub derived: bool,
    /// Its columns in their order.
    pub columns: Vec<Column>,
    /// Its named CHECK constraints.
    pub checks: Vec<Check>,
    /// The statement that makes it.
    pub sql: String,
}

/// A column of a table or view.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Declared type; empty in a view.
    pub declared: String,
    /// Whether it may not be NULL.
    pub required: bool,
    /// Whether it is the primary key.
    pub primary: bool,
    /// Table and column that it refers to.
    pub references: Option<(String, String)>,
    /// Whether the loader fills it.
    pub derived: bool,
    /// Whether it holds an EDTF date.
    pub edtf: bool,
    /// Unit of its values.
    pub unit: Option<String>,
    /// What it holds.
    pub description: String,
}

/// A named CHECK: a rule for one row.
#[derive(Debug)]
pub struct Check {
    /// Its name: the sentence a curator reads who breaks it.
    pub sentence: String,
    /// The column that the sentence begins with.
    pub column: Option<String>,
    /// The SQL condition, without the outer parentheses.
    pub condition: String,
    /// The values allowed, where the condition is `column IN ('…', …)`.
    pub vocabulary: Vec<String>,
}

/// An index made by CREATE INDEX.
#[derive(Debug)]
pub struct Index {
    /// Its name.
    pub name: String,
    /// The table it stands on.
    pub table: String,
    /// Whether it is unique.
    pub unique: bool,
    /// Columns or expressions, as SQL.
    pub terms: String,
    /// The statement that makes it.
    pub sql: String,
}

impl Schema {
    /// Reads the text of a schema.
    ///
    /// # Errors
    /// The first statement that does not follow the grammar.
    pub fn parse(text: &str) -> Result<Self, String> {
        let tokens = tokens(text);
        let mut schema =
            Self { version: 0, application_id: 0, relations: Vec::new(), indexes: Vec::new() };
        for statement in tokens.split(|token| token.text == ";") {
            let words: Vec<&Token> =
                statement.iter().filter(|t| t.kind != Lexeme::Comment).collect();
            let (Some(first), Some(last)) = (words.first(), words.last()) else {
                continue;
            };
            let sql = &text[first.at..last.at + last.text.len()];
            let begins = |with: &[&str]| {
                words.len() > with.len()
                    && with.iter().zip(&words).all(|(w, t)| t.text.eq_ignore_ascii_case(w))
            };
            if begins(&["PRAGMA"]) {
                let value = words.last().and_then(|t| t.text.parse().ok()).unwrap_or(0);
                match words[1].text {
                    "user_version" => schema.version = value,
                    "application_id" => schema.application_id = value,
                    other => return Err(format!("unknown pragma {other}")),
                }
            } else if begins(&["CREATE", "TABLE"]) {
                schema.relations.push(relation(Kind::Table, words[2], statement, sql)?);
            } else if begins(&["CREATE", "VIEW"]) {
                schema.relations.push(relation(Kind::View, words[2], statement, sql)?);
            } else if begins(&["CREATE", "VIRTUAL", "TABLE"]) {
                schema.relations.push(Relation {
                    name: words[3].name(),
                    kind: Kind::Virtual,
                    description: "Full-text index over `document`.".into(),
                    derived: true,
                    columns: Vec::new(),
                    checks: Vec::new(),
                    sql: sql.into(),
                });
            } else if begins(&["CREATE", "INDEX"]) || begins(&["CREATE", "UNIQUE", "INDEX"]) {
                let unique = words[1].text.eq_ignore_ascii_case("UNIQUE");
                let at = if unique { 3 } else { 2 };
                let open = sql.find('(').ok_or("index without columns")?;
                let close = sql.rfind(')').ok_or("index without columns")?;
                schema.indexes.push(Index {
                    name: words[at].name(),
                    table: words[at + 2].name(),
                    unique,
                    terms: sql[open + 1..close].trim().into(),
                    sql: sql.into(),
                });
            } else {
                return Err(format!(
                    "unknown statement: {}",
                    sql.lines().next().unwrap_or_default()
                ));
            }
        }
        Ok(schema)
    }

    /// The table or view of that name.
    pub fn relation(&self, name: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.name == name)
    }

    /// The ordinary tables in their order.
    pub fn tables(&self) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(|relation| relation.kind == Kind::Table)
    }

    /// The tables that are read from `seed/<table>.csv`.
    pub fn seed_tables(&self) -> impl Iterator<Item = &Relation> {
        self.tables().filter(|table| !table.derived)
    }

    /// What identifies a row of a table: its primary key, and each unique index, as SQL terms; the first orders the file.
    pub fn keys(&self, table: &Relation) -> Vec<String> {
        let primary = table.columns.iter().find(|c| c.primary).map(|c| format!("\"{}\"", c.name));
        let unique = self
            .indexes
            .iter()
            .filter(|i| i.unique && i.table == table.name)
            .map(|i| i.terms.clone());
        primary.into_iter().chain(unique).collect()
    }
}

impl Relation {
    /// The column of that name and its position.
    pub fn column(&self, name: &str) -> Option<(usize, &Column)> {
        self.columns.iter().enumerate().find(|(_, column)| column.name == name)
    }

    /// The vocabulary of a column; empty where it has none.
    pub fn vocabulary(&self, column: &str) -> &[String] {
        self.checks
            .iter()
            .find(|check| check.column.as_deref() == Some(column) && !check.vocabulary.is_empty())
            .map_or(&[], |check| &check.vocabulary)
    }

    /// Positions of the columns that hold the bounds of the EDTF column at `position`: `X_earliest` and `X_latest`,
    /// or `earliest` and `latest` where a table has but one.
    pub fn bounds(&self, position: usize) -> Option<(usize, usize)> {
        let name = &self.columns[position].name;
        let find =
            |suffix: &str| self.column(&format!("{name}_{suffix}")).or_else(|| self.column(suffix));
        Some((find("earliest")?.0, find("latest")?.0))
    }
}

fn relation(kind: Kind, name: &Token, statement: &[Token], sql: &str) -> Result<Relation, String> {
    let name = name.name();
    let open = statement
        .iter()
        .position(|t| t.text == "(")
        .ok_or_else(|| format!("{name}: no columns"))?;
    let mut depth = 1;
    let mut items: Vec<Item> = vec![Item::default()];
    let mut description = Vec::new();
    for token in &statement[open + 1..] {
        match token.text {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if token.kind == Lexeme::Comment {
            let text = token.text.trim_start_matches('-').trim();
            let current = items.len() - 1;
            // A comment behind the comma of an item, or behind its text, belongs to that item; one above all items to the table.
            let owner = if items[current].tokens.is_empty() {
                current.checked_sub(1)
            } else {
                Some(current)
            };
            match owner {
                Some(owner) => items[owner].comment.push(text),
                None => description.push(text),
            }
        } else if depth == 1 && token.text == "," {
            items.push(Item::default());
        } else if let Some(item) = items.last_mut() {
            item.tokens.push(token);
        }
    }
    let mut columns = Vec::new();
    let mut checks = Vec::new();
    for item in items.iter().filter(|item| !item.tokens.is_empty()) {
        if item.tokens[0].text.eq_ignore_ascii_case("CONSTRAINT") {
            checks.push(check(item, sql, statement)?);
        } else {
            columns.push(column(item));
        }
    }
    for check in &mut checks {
        let first = check.sentence.split([' ', ',']).next().unwrap_or_default();
        check.column = columns.iter().find(|c: &&Column| c.name == first).map(|c| c.name.clone());
    }
    let description = description.join(" ");
    let (derived, description) = strip_tag(&description, "†");
    Ok(Relation {
        name,
        kind,
        description: description.into(),
        derived,
        columns,
        checks,
        sql: sql.into(),
    })
}

#[derive(Default)]
struct Item<'a> {
    tokens: Vec<&'a Token<'a>>,
    comment: Vec<&'a str>,
}

fn strip_tag<'a>(text: &'a str, tag: &str) -> (bool, &'a str) {
    match text.strip_prefix(tag) {
        Some(rest) => (true, rest.trim_start_matches(';').trim_start()),
        None => (false, text),
    }
}

fn column(item: &Item) -> Column {
    let words: Vec<&str> = item.tokens.iter().map(|t| t.text).collect();
    let has = |first: &str, second: &str| {
        words
            .windows(2)
            .any(|w| w[0].eq_ignore_ascii_case(first) && w[1].eq_ignore_ascii_case(second))
    };
    let references = words
        .iter()
        .position(|w| w.eq_ignore_ascii_case("REFERENCES"))
        .and_then(|at| Some((words.get(at + 1)?.to_string(), words.get(at + 3)?.to_string())));
    let comment = item.comment.join(" ");
    let (derived, text) = strip_tag(&comment, "†");
    let (edtf, text) = strip_tag(text, "EDTF");
    let (unit, text) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((unit, rest)) => (Some(unit.to_owned()), rest.trim_start()),
        None => (None, text),
    };
    Column {
        name: item.tokens[0].name(),
        declared: words.get(1).copied().unwrap_or_default().to_owned(),
        required: has("NOT", "NULL"),
        primary: has("PRIMARY", "KEY"),
        references,
        derived,
        edtf,
        unit,
        description: if edtf && text.is_empty() { "an EDTF date".into() } else { text.into() },
    }
}

fn check(item: &Item, sql: &str, statement: &[Token]) -> Result<Check, String> {
    let [_, name, keyword, open, inner @ .., close] = item.tokens.as_slice() else {
        return Err("a CONSTRAINT that is no CHECK".into());
    };
    if !keyword.text.eq_ignore_ascii_case("CHECK") || open.text != "(" {
        return Err(format!("constraint {} is no CHECK", name.text));
    }
    let origin = statement.iter().find(|t| t.kind != Lexeme::Comment).map_or(0, |t| t.at);
    let condition = sql[open.at + 1 - origin..close.at - origin].trim().to_owned();
    let vocabulary = match inner {
        [_, word, open, values @ .., _]
            if word.text.eq_ignore_ascii_case("IN") && open.text == "(" =>
        {
            values
                .iter()
                .filter(|t| t.kind == Lexeme::String)
                .map(|t| t.text.trim_matches('\'').replace("''", "'"))
                .collect()
        }
        _ => Vec::new(),
    };
    Ok(Check { sentence: name.name(), column: None, condition, vocabulary })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lexeme {
    Word,
    String,
    Comment,
    Sign,
}

#[derive(Debug)]
struct Token<'a> {
    kind: Lexeme,
    text: &'a str,
    at: usize,
}

impl Token<'_> {
    fn name(&self) -> String {
        self.text.trim_matches('"').to_owned()
    }
}

/// The words, strings, comments and signs of an SQL text.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let byte = bytes[at];
        let (kind, length) = if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        } else if rest.starts_with("--") {
            (Lexeme::Comment, rest.find('\n').unwrap_or(rest.len()))
        } else if byte == b'\'' || byte == b'"' {
            let kind = if byte == b'"' { Lexeme::Word } else { Lexeme::String };
            (kind, quoted_length(&bytes[at..], byte))
        } else if byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii() {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            (Lexeme::Word, end.max(1))
        } else {
            (Lexeme::Sign, 1)
        };
        found.push(Token { kind, text: &text[at..at + length], at });
        at += length;
    }
    found
}

fn quoted_length(bytes: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < bytes.len() {
        if bytes[at] == quote {
            if bytes.get(at + 1) != Some(&quote) {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"
        PRAGMA user_version = 7; -- of the schema
        CREATE TABLE thing (
          -- One row per thing;
          -- and no more.
          id   TEXT PRIMARY KEY NOT NULL,       -- slug
          kind TEXT NOT NULL,                   -- what it is
          far  REAL,                            -- [km] how far, it's said
          said TEXT,                            -- EDTF; when
          said_earliest TEXT,                   -- † first day
          said_latest TEXT,                     -- † last day
          up_id TEXT REFERENCES thing (id),     -- the one above
          CONSTRAINT "kind is one of the list" CHECK (kind IN ('a', 'b''c')),
          CONSTRAINT "far, if given, is positive" CHECK (far > 0 OR (far IS NULL))
        );
        CREATE UNIQUE INDEX thing_row ON thing (kind, coalesce(far, 0));
        CREATE VIEW things (
          -- One row per thing.
          id,   -- the thing
          kind  -- its kind
        ) AS SELECT id, kind FROM thing;
    "#;

    #[test]
    fn a_schema_is_read_with_its_comments() {
        let schema = Schema::parse(SMALL).expect("a schema");
        assert_eq!(schema.version, 7);
        let thing = schema.relation("thing").expect("thing");
        assert_eq!(thing.description, "One row per thing; and no more.");
        let far = thing.column("far").expect("far").1;
        assert_eq!(
            (far.unit.as_deref(), far.description.as_str()),
            (Some("km"), "how far, it's said")
        );
        assert_eq!(thing.vocabulary("kind"), ["a", "b'c"]);
        assert_eq!(thing.checks[1].condition, "far > 0 OR (far IS NULL)");
        assert_eq!(thing.checks[1].column.as_deref(), Some("far"));
        assert_eq!(thing.bounds(3), Some((4, 5)));
        assert!(thing.columns[3].edtf && thing.columns[4].derived);
        assert_eq!(thing.columns[6].references, Some(("thing".into(), "id".into())));
        assert_eq!(schema.keys(thing), ["\"id\"", "kind, coalesce(far, 0)"]);
        let things = schema.relation("things").expect("things");
        assert_eq!(things.columns[1].description, "its kind");
        assert!(things.sql.ends_with("FROM thing"));
    }
}
