//! Canned queries: one `.sql` file each, whose comment head declares name, title, parameters and examples.
//!
//! ```sql
//! -- name: timeline(from_date, actor)
//! -- title: What happened, in order
//! -- One or more lines that say what it answers.
//! -- param: from_date date? - leave out what surely ended before this
//! -- param: actor actor? - only events this actor took part in
//! -- id: event
//! -- if-room: id
//! -- example: timeline --from 2025-06 --actor sputnik
//! SELECT …
//! ```
//!
//! The first line is in the form of aiosql. A parameter is required unless its type ends with `?`. In the option of a
//! date the `_date` is dropped: `from_date` is typed `--from`. Columns named by `if-room` are left out of a table that is
//! too narrow for them, the last first, which is then said (`says+other_says` go together); with `under: date event` the
//! column `date` then stands under `event` instead.
//! Columns named by `bars` hold numbers that a table draws too. `id` tells of what the column `id` holds the ids, or which
//! column tells it (`id: column kind`), so that `--cite` can tell where the row stands.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::layout::Layout;

/// All canned queries, by name.
#[derive(Debug)]
pub struct Catalog {
    queries: Vec<Query>,
}

/// One canned query.
#[derive(Debug)]
pub struct Query {
    /// As typed: `timeline`.
    pub name: String,
    /// What it answers, in one line.
    pub title: String,
    /// The same at length.
    pub question: String,
    /// Its parameters in their order.
    pub parameters: Vec<Parameter>,
    /// Command lines that show it at work, without `samur query`.
    pub examples: Vec<String>,
    /// What the column `id` names.
    pub id: Option<Named>,
    /// How a narrow table arranges its columns.
    pub layout: Layout,
    /// The statement.
    pub sql: String,
}

/// A parameter of a canned query.
#[derive(Debug)]
pub struct Parameter {
    /// Its name in SQL, without the colon.
    pub name: String,
    /// What it takes.
    pub takes: Takes,
    /// Whether it must be given.
    pub required: bool,
    /// What it does.
    pub help: String,
}

/// What a parameter takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// Any text.
    Text,
    /// A written form; the query is given its look-up key (`name.fold`).
    Spelling,
    /// A whole number.
    Integer,
    /// A number.
    Real,
    /// Present or absent.
    Flag,
    /// A year, month or day.
    Date,
    /// One of these words.
    OneOf(Vec<String>),
    /// An id or any known spelling of a row of this table.
    Row(&'static str),
}

/// What the column `id` of a result names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// Rows of one kind.
    Kind(&'static str),
    /// Rows of the kind that this column tells.
    Column(String),
}

/// The kinds of rows that passages can be cited for.
const CITED: [&str; 8] =
    ["event", "actor", "quote", "claim", "figure", "passage", "place", "source"];

impl Named {
    fn read(text: &str) -> Option<Self> {
        let kind = CITED.iter().find(|kind| **kind == text).map(|kind| Self::Kind(kind));
        kind.or_else(|| Some(Self::Column(text.strip_prefix("column ")?.to_owned())))
    }
}

/// The tables whose rows a parameter can name.
const ROWS: [(&str, &str); 9] = [
    ("actor", "actor"),
    ("place", "place"),
    ("event", "event"),
    ("source", "source"),
    ("topic", "topic"),
    ("type", "event_type"),
    ("attribute", "attribute"),
    ("quote", "quote"),
    ("measure", "measure"),
];

impl Takes {
    fn read(text: &str) -> Option<Self> {
        if let Some(words) = text.strip_prefix("one-of(").and_then(|rest| rest.strip_suffix(')')) {
            return Some(Self::OneOf(words.split('|').map(str::to_owned).collect()));
        }
        Some(match text {
            "text" => Self::Text,
            "spelling" => Self::Spelling,
            "integer" => Self::Integer,
            "real" => Self::Real,
            "flag" => Self::Flag,
            "date" => Self::Date,
            _ => Self::Row(ROWS.iter().find(|(name, _)| *name == text)?.1),
        })
    }

    /// What a label of the help stands for, of those that take a row or a spelling.
    pub fn labelled(label: &str) -> Option<Self> {
        let row = ROWS.iter().find(|(name, _)| name.to_uppercase() == label);
        let row = row.map(|(_, table)| Self::Row(table));
        row.or_else(|| Some(Self::Spelling).filter(|takes| takes.label() == label))
    }

    /// As shown in help: `ACTOR`.
    pub fn label(&self) -> String {
        match self {
            Self::OneOf(words) => words.join("|"),
            Self::Row(table) => ROWS
                .iter()
                .find(|(_, t)| t == table)
                .map_or(*table, |(name, _)| name)
                .to_uppercase(),
            other => format!("{other:?}").to_uppercase(),
        }
    }
}

impl Parameter {
    /// The long option that sets it: `from` for `from_date`, `min-sources` for `min_sources`.
    pub fn option(&self) -> String {
        self.name.strip_suffix("_date").unwrap_or(&self.name).replace('_', "-")
    }

    /// As it stands on a command line: `--from`, or DATE where it is required and goes by its position.
    pub fn typed(&self) -> String {
        if self.required { self.takes.label() } else { format!("--{}", self.option()) }
    }
}

impl Catalog {
    /// Reads all query files.
    ///
    /// # Errors
    /// The first head that is not as described above.
    pub fn read(files: &[(&str, &str)]) -> Result<Self> {
        let queries =
            files.iter().map(|(stem, text)| Query::read(stem, text)).collect::<Result<_>>()?;
        Ok(Self { queries })
    }

    /// Adds the queries of a folder: each of its files that ends in `.sql`; `reserved` are options that mean something else
    /// already.
    ///
    /// # Errors
    /// A folder or file that cannot be read, a head that is not as described above, a name that is taken.
    pub fn add_folder(&mut self, folder: &Path, reserved: &[String]) -> Result<()> {
        let failed = |path: &Path, error: std::io::Error| {
            Error::usage(format!(
                "cannot read {}: {error}\n  it takes a folder of .sql files",
                path.display()
            ))
        };
        let entries = fs::read_dir(folder).map_err(|error| failed(folder, error))?;
        let mut paths = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| failed(folder, error))?.path();
            if path.extension().is_some_and(|ending| ending == "sql") {
                paths.push(path);
            }
        }
        paths.sort();
        for path in paths {
            let text = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let wrong = |what: String| Error::fault(format!("{}: {what}", path.display()));
            let plain =
                |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
            if stem.is_empty() || !stem.bytes().all(plain) || stem.starts_with('-') {
                return Err(wrong(
                    "a query is named by its file: lower-case letters, digits, - and _".into(),
                ));
            }
            if self.get(&stem).is_some() {
                return Err(wrong(format!("'{stem}' is built in; give the file another name")));
            }
            let query = Query::read(&stem, &text).map_err(|error| wrong(error.to_string()))?;
            if let Some(taken) = query.parameters.iter().find(|p| reserved.contains(&p.option())) {
                return Err(wrong(format!(
                    "the parameter {} would be typed --{}, an option of samur itself; give it another name",
                    taken.name,
                    taken.option()
                )));
            }
            self.queries.push(query);
        }
        self.queries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(())
    }

    /// All queries in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Query> {
        self.queries.iter()
    }

    /// The query of that name.
    pub fn get(&self, name: &str) -> Option<&Query> {
        self.queries.iter().find(|query| query.name == name)
    }
}

impl Query {
    fn read(stem: &str, text: &str) -> Result<Self> {
        let wrong = |what: String| Error::fault(format!("query {stem}: {what}"));
        let mut query = Self {
            name: stem.to_owned(),
            title: String::new(),
            question: String::new(),
            parameters: Vec::new(),
            examples: Vec::new(),
            id: None,
            layout: Layout::default(),
            sql: String::new(),
        };
        let head: Vec<&str> =
            text.lines().map_while(|line| line.strip_prefix("--")).map(str::trim).collect();
        // aiosql makes a Python function of it.
        let function = stem.replace('-', "_");
        let declared = head
            .first()
            .and_then(|line| line.strip_prefix("name: "))
            .and_then(|name| name.strip_prefix(&function)?.strip_prefix('(')?.strip_suffix(')'))
            .ok_or_else(|| {
                wrong(format!("its first line is `-- name: {function}(…)` with its parameters"))
            })?;
        for line in &head[1..] {
            if let Some(title) = line.strip_prefix("title: ") {
                title.clone_into(&mut query.title);
            } else if let Some(example) = line.strip_prefix("example: ") {
                query.examples.push(example.to_owned());
            } else if let Some(kind) = line.strip_prefix("id: ") {
                let kinds = CITED.join(", ");
                query.id = Some(Named::read(kind).ok_or_else(|| {
                    wrong(format!("`{line}`: id is `column NAME`, or one of {kinds}"))
                })?);
            } else if let Some(parameter) = line.strip_prefix("param: ") {
                query.parameters.push(
                    parse_parameter(parameter)
                        .ok_or_else(|| wrong(format!("cannot read `{line}`")))?,
                );
            } else if !query.layout.read(line).map_err(&wrong)? {
                let space = if query.question.is_empty() { "" } else { " " };
                query.question = format!("{}{space}{line}", query.question);
            }
        }
        let names: Vec<&str> = query.parameters.iter().map(|p| p.name.as_str()).collect();
        if names.join(", ") != declared {
            return Err(wrong(format!(
                "its name lists ({declared}) but its params are ({})",
                names.join(", ")
            )));
        }
        let same = |(n, p): &(usize, &Parameter)| {
            query.parameters[..*n].iter().any(|other| other.option() == p.option())
        };
        if let Some((_, twice)) = query.parameters.iter().enumerate().find(same) {
            return Err(wrong(format!("two of its params would be typed --{}", twice.option())));
        }
        if let Some(flag) = query.parameters.iter().find(|p| p.required && p.takes == Takes::Flag) {
            return Err(wrong(format!(
                "nobody needs to give a flag: `-- param: {} flag? - …`",
                flag.name
            )));
        }
        if query.title.is_empty() || query.question.is_empty() || query.examples.is_empty() {
            return Err(wrong("it needs a title, the question it answers and an example".into()));
        }
        let body: Vec<&str> = text.lines().skip(head.len()).collect();
        body.join("\n").trim().clone_into(&mut query.sql);
        Ok(query)
    }

    /// The statement with the column `cite` behind its own; `None` where no passage belongs to a row.
    pub fn citing(&self) -> Option<String> {
        let kind = match self.id.as_ref()? {
            Named::Kind(kind) => format!("'{kind}'"),
            Named::Column(column) => format!("q.\"{column}\""),
        };
        let wrap = include_str!("cite/column.sql").replace("{kind}", &kind);
        // Its comment is for who reads the file.
        let wrap: Vec<&str> = wrap.lines().filter(|line| !line.starts_with("--")).collect();
        Some(wrap.join("\n").replace("{query}", self.sql.trim_end_matches(';')))
    }

    /// The parameters as the table `query` keeps them, one a line.
    pub fn parameter_lines(&self) -> String {
        let line = |p: &Parameter| {
            format!(
                ":{} {}{} - {}",
                p.name,
                p.takes.label(),
                if p.required { "" } else { "?" },
                p.help
            )
        };
        self.parameters.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

fn parse_parameter(text: &str) -> Option<Parameter> {
    let (declaration, help) = text.split_once(" - ")?;
    let (name, kind) = declaration.split_once(' ')?;
    let (kind, required) =
        kind.trim().strip_suffix('?').map_or((kind.trim(), true), |kind| (kind, false));
    Some(Parameter {
        name: name.into(),
        takes: Takes::read(kind)?,
        required,
        help: help.trim().into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "-- name: held(by_date, actor)\n-- title: Who was held\n-- All of them.\n-- In order.\n\
        -- param: by_date date? - until then\n-- param: actor actor - of whom\n-- example: held sputnik\nSELECT 1\n";

    #[test]
    fn a_head_declares_everything() {
        let query = Query::read("held", FILE).expect("a query");
        assert_eq!(
            (query.title.as_str(), query.question.as_str()),
            ("Who was held", "All of them. In order.")
        );
        assert_eq!(query.parameters[0].option(), "by");
        assert_eq!(
            (&query.parameters[1].takes, query.parameters[1].required),
            (&Takes::Row("actor"), true)
        );
        assert_eq!(query.sql, "SELECT 1");
    }

    #[test]
    fn a_head_that_does_not_agree_is_refused() {
        assert!(Query::read("other", FILE).is_err());
        assert!(Query::read("held", &FILE.replace("by_date date?", "to_date date?")).is_err());
        assert!(Query::read("held", &FILE.replace("actor actor -", "actor person -")).is_err());
        assert!(Query::read("held", &FILE.replace("actor actor -", "actor flag -")).is_err());
        assert!(Query::read("held", &FILE.replace("actor actor -", "actor flag? -")).is_ok());
        let twice = FILE
            .replace("(by_date, actor)", "(by_date, by)")
            .replace("actor actor -", "by actor? -");
        let error = Query::read("held", &twice).expect_err("two options of one name");
        assert!(error.to_string().ends_with("two of its params would be typed --by"), "{error}");
    }
}
