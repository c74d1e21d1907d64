//! Whether a query of one's own is what its head says; those of samur are held to theirs by its tests.

use std::collections::BTreeSet;

use crate::catalog::{Named, Query};
use crate::database::Database;
use crate::error::{Error, Result};
use crate::package;

/// Refuses a statement whose parameters or columns are not those of its head, since it would run and mean something else.
pub fn hold(database: &Database, query: &Query) -> Result<()> {
    if package::QUERIES.iter().any(|(name, _)| *name == query.name) {
        return Ok(());
    }
    let wrong = |what: String| Error::fault(format!("query {}: {what}", query.name));
    let statement = database.connection.prepare(&query.sql).map_err(|error| {
        database.explain(&error, &query.sql).of(&format!("query {}", query.name))
    })?;
    let columns: BTreeSet<&str> = statement.column_names().collect();
    if columns.is_empty() {
        return Err(wrong("it holds no statement that gives rows".into()));
    }
    let declared: BTreeSet<String> =
        query.parameters.iter().map(|parameter| format!(":{}", parameter.name)).collect();
    let mut used = BTreeSet::new();
    for at in 1..=statement.parameter_count() {
        let name = statement.parameter_name(at).unwrap_or("?");
        if !declared.contains(name) {
            return Err(wrong(format!(
                "its statement has the parameter {name}, its head does not\n  \
                 write it :NAME, and `-- param: NAME TYPE - WHAT IT DOES`"
            )));
        }
        used.insert(name.to_owned());
    }
    if let Some(unused) = declared.difference(&used).next() {
        return Err(wrong(format!("its head has the parameter {unused}, its statement does not")));
    }
    let id = query.id.iter().flat_map(|id| match id {
        Named::Kind(_) => vec!["id"],
        Named::Column(kind) => vec!["id", kind],
    });
    if let Some(none) = query.layout.columns().chain(id).find(|name| !columns.contains(name)) {
        let known = statement.column_names().collect::<Vec<_>>().join(", ");
        return Err(wrong(format!(
            "its head names the column {none}, its statement has none\n  columns: {known}"
        )));
    }
    Ok(())
}
