//! The scratch database: tables without constraints, and every constraint asked as a query.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::scan::Scan;
use super::{Folder, read};
use crate::error::{Error, Result};
use crate::problem::{Level, Place, Problem};
use crate::schema::{Check, Kind, Relation, Schema};
use crate::text;

/// Stands in a message for the line of an earlier row, which is not known before the file is read again.
const FIRST: &str = "\u{fffc}";

/// Faults found so far: some with their line, some known by table and row only.
#[derive(Default)]
pub struct Findings {
    placed: Vec<Problem>,
    rows: Vec<Finding>,
    /// Fields that could not be read: what a rule says of them would be the same fault once more.
    spoiled: BTreeSet<(String, i64, String)>,
}

/// A fault of a staged row. Rows are numbered as records of the file, from 1.
pub struct Finding {
    /// The table.
    pub table: String,
    /// The row; 0 where the table as a whole is meant.
    pub row: i64,
    /// The column at fault, where there is one.
    pub column: Option<String>,
    /// What is wrong; what would be right.
    pub message: String,
    /// How grave.
    pub level: Level,
    /// An earlier row of the same table, whose line stands for [`FIRST`] in the message.
    pub first: Option<i64>,
}

impl Findings {
    /// A fault at a known place.
    pub fn at(
        &mut self,
        file: String,
        line: u64,
        field: usize,
        column: Option<&str>,
        message: String,
    ) {
        let place = Place { file, line, field };
        self.placed.push(Problem {
            place,
            column: column.map(str::to_owned),
            message,
            level: Level::Error,
        });
    }

    /// A fault of a staged row.
    pub fn row(&mut self, table: &str, row: i64, column: Option<&str>, message: String) {
        self.push(Finding {
            table: table.into(),
            row,
            column: column.map(Into::into),
            message,
            level: Level::Error,
            first: None,
        });
    }

    /// Remembers a field that could not be read.
    pub fn spoil(&mut self, table: &str, row: i64, column: &str) {
        self.spoiled.insert((table.into(), row, column.into()));
    }

    /// A fault of a staged row, of any level; dropped where it speaks of a field that could not be read.
    pub fn push(&mut self, finding: Finding) {
        let (table, row) = (&finding.table, finding.row);
        let told = if let Some(column) = &finding.column {
            self.spoiled.contains(&(table.clone(), row, column.clone()))
        } else {
            let next = self.spoiled.range((table.clone(), row, String::new())..).next();
            next.is_some_and(|(t, r, _)| t == table && *r == row)
        };
        if !told {
            self.rows.push(finding);
        }
    }

    /// All faults, sorted; the lines of rows are looked up in the files, which are read again only where there are any.
    pub fn into_problems(self, folder: &Folder) -> Result<Vec<Problem>> {
        let mut problems = self.placed;
        let mut by_table: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
        for finding in self.rows {
            by_table.entry(finding.table.clone()).or_default().push(finding);
        }
        for (table, findings) in by_table {
            let wanted = findings.iter().flat_map(|f| [Some(f.row), f.first]).flatten().collect();
            let (header, lines) = lines(folder, &table, &wanted)?;
            problems.extend(findings.into_iter().map(|f| {
                let first = f.first.and_then(|row| lines.get(&row));
                let message = first.map_or_else(
                    || f.message.clone(),
                    |line| f.message.replace(FIRST, &line.to_string()),
                );
                let field = f.column.as_ref().and_then(|c| header.iter().position(|h| h == c));
                let line = lines.get(&f.row).copied().unwrap_or(0);
                let place =
                    Place { file: folder.label(&table), line, field: field.map_or(0, |at| at + 1) };
                Problem { place, column: f.column, message, level: f.level }
            }));
        }
        // A report reads in the order of the files; what is told of a document begins with its line and reads in its order.
        problems.sort_by_cached_key(|problem| {
            (problem.place.clone(), problem.column.clone(), text::by_number(&problem.message))
        });
        problems.dedup();
        Ok(problems)
    }
}

type Lines = BTreeMap<i64, u64>;

/// The header of a file and the physical line of each record wanted.
fn lines(folder: &Folder, table: &str, wanted: &BTreeSet<i64>) -> Result<(Vec<String>, Lines)> {
    let mut lines = Lines::new();
    if !folder.file(table).is_file() {
        return Ok((Vec::new(), lines));
    }
    let mut reader = read::open(folder, table)?;
    let mut record = csv::ByteRecord::new();
    let mut header = Vec::new();
    let mut n = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        if n == 0 {
            header =
                record.iter().map(|field| String::from_utf8_lossy(field).into_owned()).collect();
        } else if wanted.contains(&n) {
            lines.insert(n, record.position().map_or(0, csv::Position::line));
        }
        n += 1;
    }
    Ok((header, lines))
}

/// Opens a scratch database with the tables and views of the schema, free of constraints.
pub fn open(schema: &Schema, path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    // Nothing of value is lost with a scratch file: no journal, no waiting for the disk.
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE;",
    )?;
    for relation in &schema.relations {
        match relation.kind {
            Kind::Table => {
                let columns: Vec<String> = relation
                    .columns
                    .iter()
                    .map(|c| {
                        format!(
                            "\"{}\" {}{}",
                            c.name,
                            c.declared,
                            if c.name == "rowid" { " PRIMARY KEY" } else { "" }
                        )
                    })
                    .collect();
                connection.execute_batch(&format!(
                    "CREATE TABLE \"{}\" ({})",
                    relation.name,
                    columns.join(", ")
                ))?;
            }
            Kind::View => connection.execute_batch(&relation.sql)?,
            Kind::Virtual => {}
        }
    }
    Ok(connection)
}

/// The indexes of the schema, and statistics for the planner, so that checks are fast on large seeds.
///
/// An index is unique where the rows allow it: the planner needs to know, but a seed with twins must be staged too.
pub fn index(schema: &Schema, connection: &Connection) -> Result<()> {
    let create = |unique: bool, name: &str, table: &str, terms: &str| -> Result<()> {
        let kinds: &[&str] = if unique { &["UNIQUE INDEX", "INDEX"] } else { &["INDEX"] };
        let mut made = Ok(());
        for kind in kinds {
            made = connection
                .execute_batch(&format!("CREATE {kind} \"{name}\" ON \"{table}\" ({terms})"));
            if made.is_ok() {
                break;
            }
        }
        Ok(made?)
    };
    for table in schema.tables() {
        if let Some(primary) = table.columns.iter().find(|c| c.primary && c.name != "rowid") {
            create(
                true,
                &format!("primary {}", table.name),
                &table.name,
                &format!("\"{}\"", primary.name),
            )?;
        }
    }
    for index in &schema.indexes {
        create(index.unique, &index.name, &index.table, &index.terms)?;
    }
    connection.execute_batch("PRAGMA analysis_limit = 1000; ANALYZE")?;
    Ok(())
}

/// Asks every constraint of the schema of the staged rows.
pub fn constraints(
    schema: &Schema,
    connection: &Connection,
    scan: &Scan,
    found: &mut Findings,
) -> Result<()> {
    for table in schema.seed_tables().filter(|t| !scan.unreadable.contains(&t.name)) {
        checks(table, connection, found)?;
        keys(schema, table, connection, found)?;
        references(table, connection, scan, found)?;
        order(schema, table, connection, found)?;
    }
    Ok(())
}

/// Calls `row` for each row of a query.
pub fn each(
    connection: &Connection,
    sql: &str,
    mut row: impl FnMut(&rusqlite::Row) -> rusqlite::Result<()>,
) -> Result<()> {
    let fault = |error: rusqlite::Error| Error::fault(format!("{error}\n  in: {sql}"));
    let mut statement = connection.prepare(sql).map_err(fault)?;
    let mut rows = statement.query([]).map_err(fault)?;
    while let Some(next) = rows.next().map_err(fault)? {
        row(next).map_err(fault)?;
    }
    Ok(())
}

fn checks(table: &Relation, connection: &Connection, found: &mut Findings) -> Result<()> {
    if table.checks.is_empty() {
        return Ok(());
    }
    let broken: Vec<String> =
        table.checks.iter().map(|c| format!("({}) IS 0", c.condition)).collect();
    let shown: Vec<String> = table
        .checks
        .iter()
        .map(|c| c.column.as_ref().map_or_else(|| "NULL".into(), |column| format!("\"{column}\"")))
        .collect();
    let sql = format!(
        "SELECT rowid, {}, {} FROM \"{}\" WHERE {}",
        broken.join(", "),
        shown.join(", "),
        table.name,
        broken.join(" OR ")
    );
    let width = table.checks.len();
    each(connection, &sql, |row| {
        for (n, check) in table.checks.iter().enumerate() {
            if row.get(n + 1)? {
                let value = match row.get_ref(n + 1 + width)? {
                    ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
                    ValueRef::Integer(number) => Some(number.to_string()),
                    ValueRef::Real(number) => Some(number.to_string()),
                    ValueRef::Null | ValueRef::Blob(_) => None,
                };
                found.row(
                    &table.name,
                    row.get(0)?,
                    check.column.as_deref(),
                    broken_rule(check, value.as_deref()),
                );
            }
        }
        Ok(())
    })
}

fn broken_rule(check: &Check, value: Option<&str>) -> String {
    match value {
        Some(value) if !check.vocabulary.is_empty() => format!(
            "'{value}' is not one of {}{}",
            check.vocabulary.join(", "),
            text::near_hint(value, check.vocabulary.iter().map(String::as_str))
        ),
        Some(value) if value.chars().count() <= 60 => {
            format!("'{value}' breaks the rule: {}", check.sentence)
        }
        _ => format!("breaks the rule: {}", check.sentence),
    }
}

fn keys(
    schema: &Schema,
    table: &Relation,
    connection: &Connection,
    found: &mut Findings,
) -> Result<()> {
    for terms in schema.keys(table) {
        let column = table.columns.iter().find(|c| terms.trim_matches('"') == c.name);
        let not_null =
            column.map_or_else(String::new, |c| format!("WHERE \"{}\" IS NOT NULL", c.name));
        let sql = format!(
            "SELECT later, first FROM (
               SELECT rowid AS later, min(rowid) OVER (PARTITION BY {terms}) AS first FROM \"{}\" {not_null})
             WHERE later > first",
            table.name
        );
        let mut twins = Vec::new();
        each(connection, &sql, |row| {
            twins.push((row.get(0)?, row.get(1)?));
            Ok(())
        })?;
        for (later, first) in twins {
            let what = column.map_or_else(
                || "the same row stands twice".to_owned(),
                |c| format!("this {} is used twice", c.name),
            );
            found.push(Finding {
                table: table.name.clone(),
                row: later,
                column: column.map(|c| c.name.clone()),
                message: format!("{what}, first in line {FIRST}; a row is told once"),
                level: Level::Error,
                first: Some(first),
            });
        }
    }
    Ok(())
}

/// How a message names another row of the same table: its id, or its values.
fn place_of(table: &Relation, connection: &Connection, row: i64) -> Result<String> {
    let columns: Vec<String> = table
        .columns
        .iter()
        .filter(|c| c.primary || c.references.is_some() || c.required)
        .take(4)
        .map(|c| format!("\"{}\"", c.name))
        .collect();
    let sql =
        format!("SELECT {} FROM \"{}\" WHERE rowid = ?1", columns.join(" || ' ' || "), table.name);
    Ok(connection.query_row(&sql, [row], |r| r.get::<_, Option<String>>(0))?.unwrap_or_default())
}

fn references(
    table: &Relation,
    connection: &Connection,
    scan: &Scan,
    found: &mut Findings,
) -> Result<()> {
    for column in &table.columns {
        let Some((parent, key)) = &column.references else {
            continue;
        };
        if scan.unreadable.contains(parent) {
            continue;
        }
        let sql = format!(
            "SELECT t.rowid, t.\"{0}\" FROM \"{1}\" t
             WHERE t.\"{0}\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"{parent}\" p WHERE p.\"{key}\" = t.\"{0}\")",
            column.name, table.name
        );
        let mut dangling: Vec<(i64, String)> = Vec::new();
        each(connection, &sql, |row| {
            dangling.push((row.get(0)?, row.get(1)?));
            Ok(())
        })?;
        if dangling.is_empty() {
            continue;
        }
        let mut ids = Vec::new();
        each(
            connection,
            &format!("SELECT \"{key}\" FROM \"{parent}\" WHERE \"{key}\" IS NOT NULL"),
            |row| {
                ids.push(row.get::<_, String>(0)?);
                Ok(())
            },
        )?;
        // A table whose keys could not be read at all has told so itself.
        let parent_rows: bool = connection.query_row(
            &format!("SELECT EXISTS (SELECT 1 FROM \"{parent}\")"),
            [],
            |row| row.get(0),
        )?;
        if ids.is_empty() && parent_rows {
            continue;
        }
        for (row, id) in dangling {
            let hint = text::near_hint(&id, ids.iter().map(String::as_str));
            let hint = if hint.is_empty() {
                format!("; add it to {parent}.csv or mend the id")
            } else {
                hint
            };
            found.row(&table.name, row, Some(&column.name), format!("no {parent} '{id}'{hint}"));
        }
    }
    Ok(())
}

/// Rows stand in the byte order of their key, so that a diff shows what changed and nothing else.
fn order(
    schema: &Schema,
    table: &Relation,
    connection: &Connection,
    found: &mut Findings,
) -> Result<()> {
    let keys = schema.keys(table);
    let Some(terms) = keys.first() else {
        return Ok(());
    };
    let sql = format!(
        "WITH ranked AS (SELECT rowid AS line, row_number() OVER (ORDER BY {terms}, rowid) AS place FROM \"{0}\"),
              stepped AS (SELECT line, place, lag(place) OVER (ORDER BY line) AS before FROM ranked)
         SELECT s.line, p.line
         FROM stepped s
         LEFT JOIN ranked p ON p.place = s.place - 1
         WHERE s.place < s.before",
        table.name
    );
    let mut moved: Vec<(i64, Option<i64>)> = Vec::new();
    each(connection, &sql, |row| {
        moved.push((row.get(0)?, row.get(1)?));
        Ok(())
    })?;
    for (row, after) in moved {
        let (own, terms) = (place_of(table, connection, row)?, terms.replace('"', ""));
        let belongs = match after {
            Some(after) => format!("after {}", place_of(table, connection, after)?),
            None => "first".into(),
        };
        found.push(Finding {
            table: table.name.clone(),
            row,
            column: None,
            message: format!("'{own}' is out of order; rows stand in byte order of {terms}, so it belongs {belongs}"),
            level: Level::Warning,
            first: None,
        });
    }
    Ok(())
}
