//! What the loader owes: derived columns and tables, and what the database says about itself.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::Definitions;
use super::stage::{Findings, each};
use crate::catalog::Catalog;
use crate::error::{Error, Result};
use crate::schema::{Kind, Schema};
use crate::text::hex;

/// Runs `derive/*.sql` in the order of their names.
///
/// `N-table.column.sql` is a query of rowid and value: the value fills the column, and one that the seed gives
/// differently is a fault. `N-table.sql` is a script that fills rows.
pub fn run(
    schema: &Schema,
    definitions: &Definitions,
    connection: &Connection,
    found: &mut Findings,
) -> Result<()> {
    for (name, sql) in definitions.derivations {
        let fault = |error: rusqlite::Error| Error::fault(format!("derivation {name}: {error}"));
        let target = name.split_once('-').map_or(*name, |(_, target)| target);
        let Some((table, column)) = target.split_once('.') else {
            connection.execute_batch(sql).map_err(fault)?;
            continue;
        };
        schema.relation(table).and_then(|t| t.column(column)).ok_or_else(|| {
            Error::fault(format!("derivation {name}: no column {target} in the schema"))
        })?;
        connection
            .execute_batch(&format!("CREATE TEMP TABLE derived (row INTEGER PRIMARY KEY, value); INSERT INTO derived {sql}"))
            .map_err(fault)?;
        let differing = format!(
            "SELECT d.row, t.\"{column}\", d.value FROM derived d JOIN \"{table}\" t ON t.rowid = d.row
             WHERE t.\"{column}\" IS NOT NULL AND t.\"{column}\" IS NOT d.value"
        );
        each(connection, &differing, |row| {
            let (given, right): (String, Option<String>) = (row.get(1)?, row.get(2)?);
            let right = right.map_or_else(|| "nothing".into(), |value| format!("'{value}'"));
            let message = format!(
                "'{given}' is given, but the loader derives {right}; leave the field empty"
            );
            found.row(table, row.get(0)?, Some(column), message);
            Ok(())
        })?;
        connection
            .execute_batch(&format!(
                "UPDATE \"{table}\" SET \"{column}\" = (SELECT value FROM derived WHERE row = \"{table}\".rowid);
                 DROP TABLE derived;"
            ))
            .map_err(fault)?;
    }
    Ok(())
}

/// Fills `dictionary`, `query` and the loader's rows of `meta`.
pub fn about(
    schema: &Schema,
    definitions: &Definitions,
    connection: &Connection,
    seed_sha256: &str,
) -> Result<()> {
    dictionary(schema, connection)?;
    let catalog = Catalog::read(definitions.queries)?;
    for query in catalog.iter() {
        connection.execute(
            "INSERT INTO query (name, title, sql, parameters) VALUES (?1, ?2, ?3, nullif(?4, ''))",
            params![query.name, query.title, query.sql, query.parameter_lines()],
        )?;
    }
    let content = content_sha256(schema, connection)?;
    for (key, value) in [
        ("schema_version", schema.version.to_string()),
        ("seed_sha256", seed_sha256.into()),
        ("content_sha256", content),
    ] {
        connection.execute("DELETE FROM meta WHERE key = ?1", [key])?;
        connection.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", [key, &value])?;
    }
    Ok(())
}

fn dictionary(schema: &Schema, connection: &Connection) -> Result<()> {
    let mut insert = connection.prepare("INSERT INTO dictionary VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for relation in &schema.relations {
        let kind = if relation.kind == Kind::View { "view" } else { "table" };
        insert.execute(params![
            relation.name,
            None::<&str>,
            kind,
            None::<&str>,
            relation.description
        ])?;
        for column in &relation.columns {
            let declared = if column.declared.is_empty() { "any" } else { &column.declared };
            let vocabulary = relation.vocabulary(&column.name);
            let description = if vocabulary.is_empty() {
                column.description.clone()
            } else {
                format!("{}. One of: {}.", column.description, vocabulary.join(", "))
            };
            insert.execute(params![
                relation.name,
                column.name,
                declared,
                column.unit,
                description
            ])?;
        }
    }
    Ok(())
}

/// SHA-256 over the rows of all seed tables but `meta`, each table in the order of its key: the same content gives the
/// same hash, whichever version of SQLite wrote the file.
fn content_sha256(schema: &Schema, connection: &Connection) -> Result<String> {
    let mut hash = Sha256::new();
    for table in schema.seed_tables().filter(|t| t.name != "meta") {
        hash.update(format!("{}\n", table.name));
        let columns: Vec<String> =
            table.columns.iter().map(|c| format!("quote(\"{}\")", c.name)).collect();
        let key = schema.keys(table).into_iter().next().unwrap_or_else(|| "rowid".into());
        let sql = format!(
            "SELECT {} FROM \"{}\" ORDER BY {key}",
            columns.join(" || ',' || "),
            table.name
        );
        each(connection, &sql, |row| {
            hash.update(row.get::<_, String>(0)?);
            hash.update("\n");
            Ok(())
        })?;
    }
    Ok(hex(&hash.finalize()))
}
