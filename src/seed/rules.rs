//! Runs the checks: each a query that returns table, row, column and message of what is wrong.

use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;

use super::account::Rows;
use super::scan::Scan;
use super::stage::{Finding, Findings, each};
use super::{Definitions, account, functions};
use crate::error::{Error, Result};
use crate::problem::Level;
use crate::source::Texts;

/// How many rules were run, how many were not, and what the rules of coverage counted.
#[derive(Default)]
pub struct Ran {
    /// Rules run.
    pub run: usize,
    /// Rules that need the documents.
    pub without_sources: usize,
    /// Rules of coverage, where the documents are there but coverage was not asked for.
    pub without_coverage: usize,
    /// How much of the documents is accounted for; empty where the rules of coverage were not run.
    pub shares: Vec<Rows>,
}

/// What a check declares in its head.
struct Rule<'a> {
    name: &'a str,
    level: Level,
    needs: &'a str,
    sql: &'a str,
}

impl<'a> Rule<'a> {
    fn read(name: &'a str, sql: &'a str) -> Result<Self> {
        let field = |key: &str| {
            sql.lines().find_map(|line| {
                line.strip_prefix("-- ")?.strip_prefix(key)?.strip_prefix(": ").map(str::trim)
            })
        };
        let wrong = |what: &str| Error::fault(format!("check {name}: {what}"));
        if field("check") != Some(name) {
            return Err(wrong("its first line is `-- check: ` and the name of the file"));
        }
        let level = match field("level") {
            Some("error") => Level::Error,
            Some("warning") => Level::Warning,
            _ => return Err(wrong("`-- level: ` is error or warning")),
        };
        let needs = field("needs").filter(|n| ["nothing", "sources", "coverage"].contains(n));
        let needs = needs.ok_or_else(|| wrong("`-- needs: ` is nothing, sources or coverage"))?;
        Ok(Self { name, level, needs, sql })
    }
}

/// Reads the documents of all sources of the seed from a folder.
pub fn read_texts(connection: &Connection, dir: &Path) -> Result<Texts> {
    let mut texts = Texts::new(dir)?;
    each(
        connection,
        "SELECT id, file FROM source WHERE id IS NOT NULL AND file IS NOT NULL",
        |row| {
            texts.read(&row.get::<_, String>(0)?, &row.get::<_, String>(1)?);
            Ok(())
        },
    )?;
    Ok(texts)
}

/// Runs every check that can be run.
pub fn run(
    definitions: &Definitions,
    connection: &Connection,
    texts: Option<&Arc<Texts>>,
    coverage: bool,
    scan: &Scan,
    found: &mut Findings,
) -> Result<Ran> {
    let mut ran = Ran::default();
    if let Some(texts) = texts {
        functions::register_texts(connection, texts)?;
        account::texts(connection, texts)?;
    }
    // Meaning cannot be judged where whole tables could not be read: every row would seem to lack something.
    let readable = scan.unreadable.is_empty();
    let accounts = readable && coverage && texts.is_some();
    if accounts {
        account::words(connection)?;
    }
    for (name, sql) in definitions.checks {
        let rule = Rule::read(name, sql)?;
        if rule.needs != "nothing" && texts.is_none() {
            ran.without_sources += 1;
        } else if rule.needs == "coverage" && !coverage {
            ran.without_coverage += 1;
        } else if readable {
            ran.run += 1;
            ask(&rule, connection, found)?;
        }
    }
    if accounts {
        ran.shares = account::shares(connection)?;
    }
    Ok(ran)
}

fn ask(rule: &Rule, connection: &Connection, found: &mut Findings) -> Result<()> {
    each(connection, rule.sql, |row| {
        found.push(Finding {
            table: row.get("table")?,
            row: row.get("row")?,
            column: row.get("column")?,
            message: row.get("message")?,
            level: rule.level,
            first: None,
        });
        Ok(())
    })
    .map_err(|error| Error::fault(format!("check {}: {error}", rule.name)))
}
