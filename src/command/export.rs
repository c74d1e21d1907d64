//! `samur export`: tables, views and canned queries as files, with a Frictionless Data Package descriptor
//! (<https://specs.frictionlessdata.io/data-package/>).

use std::path::Path;

use clap::Args;
use rusqlite::Connection;
use rusqlite::types::Value as Sql;
use serde_json::{Map, Value, json};

use super::{Session, bind, hold, write_rows};
use crate::catalog::Catalog;
use crate::database::{self, Database};
use crate::error::{Error, Exit, Result};
use crate::output::{Destination, Format, sink, write_file};
use crate::schema::{Kind, Relation, Schema};
use crate::text;

/// Write tables, views or canned queries as files, with datapackage.json
///
/// Without names: all tables and views. The tables exported as csv are a seed again: `samur build --seed DIR` makes
/// the same database of them.
#[derive(Debug, Args)]
pub struct Options {
    /// Tables, views or canned queries that need no parameter
    #[arg(value_name = "NAME")]
    names: Vec<String>,
}

/// Something to export: its statement and, for a table or view, what the schema says of it.
struct Resource<'a> {
    name: String,
    title: String,
    sql: String,
    relation: Option<&'a Relation>,
}

/// Writes one file a name into the folder that `--output` names.
pub fn run(options: &Options, catalog: &Catalog, session: &mut Session) -> Result<Exit> {
    let Some(dir) = session.output() else {
        return Err(Error::usage(
            "export needs -o DIR, the folder to write\n  samur export -o samur-csv",
        ));
    };
    let format = session.global.format.unwrap_or(Format::Csv);
    let ending = match format {
        Format::Csv => "csv",
        Format::Json => "json",
        _ => return Err(Error::usage("export takes --format csv or json")),
    };
    let schema = database::schema()?;
    let resources = resources(&options.names, &schema, catalog)?;
    let database = session.database()?;
    for query in options.names.iter().filter_map(|name| catalog.get(name)) {
        hold(&database, query)?;
    }
    std::fs::create_dir_all(&dir)
        .map_err(|error| Error::write(&dir.display().to_string(), &error))?;
    let mut described = Vec::new();
    for resource in &resources {
        let path = format!("{}.{ending}", resource.name);
        let columns = file(resource, &dir.join(&path), format, &database, session)?;
        described.push(describe(resource, &path, format, &columns));
    }
    let package = package(&database.connection, described);
    let text =
        serde_json::to_string_pretty(&package).map_err(|error| Error::fault(error.to_string()))?;
    write_file(&dir.join("datapackage.json"), format!("{text}\n").as_bytes())?;
    session.notes.push(format!(
        "{} in {}",
        text::count(resources.len() as u64, "resource"),
        dir.display()
    ));
    Ok(Exit::Done)
}

fn resources<'a>(
    names: &[String],
    schema: &'a Schema,
    catalog: &Catalog,
) -> Result<Vec<Resource<'a>>> {
    let relation = |relation: &'a Relation| {
        let key = if relation.kind == Kind::Table {
            schema.keys(relation).into_iter().next()
        } else {
            None
        };
        let order = key.unwrap_or_else(|| {
            (1..=relation.columns.len().min(20))
                .map(|n| n.to_string())
                .collect::<Vec<_>>()
                .join(", ")
        });
        Resource {
            name: relation.name.clone(),
            title: relation.description.clone(),
            sql: format!("SELECT * FROM \"{}\" ORDER BY {order}", relation.name),
            relation: Some(relation),
        }
    };
    let exportable = || schema.relations.iter().filter(|r| r.kind != Kind::Virtual);
    if names.is_empty() {
        return Ok(exportable().map(relation).collect());
    }
    names
        .iter()
        .map(|name| {
            if let Some(found) = exportable().find(|r| r.name == *name) {
                return Ok(relation(found));
            }
            let Some(query) = catalog.get(name) else {
                let known = exportable().map(|r| r.name.as_str()).chain(catalog.iter().map(|q| q.name.as_str()));
                return Err(Error::usage(format!("no table, view or query '{name}'{}", text::near_hint(name, known))));
            };
            if let Some(parameter) = query.parameters.iter().find(|p| p.required) {
                return Err(Error::usage(format!(
                    "the query '{name}' needs :{}; `samur query {name} … -o FILE` writes one result",
                    parameter.name
                )));
            }
            Ok(Resource { name: name.clone(), title: query.title.clone(), sql: query.sql.clone(), relation: None })
        })
        .collect()
}

/// Writes one resource; gives the names of its columns.
fn file(
    resource: &Resource,
    path: &Path,
    format: Format,
    database: &Database,
    session: &mut Session,
) -> Result<Vec<String>> {
    let mut statement = database
        .connection
        .prepare(&resource.sql)
        .map_err(|error| database.explain(&error, &resource.sql))?;
    bind(&mut statement, &[] as &[(String, Sql)])?;
    let columns = statement.column_names().map(str::to_owned).collect();
    let mut out = Destination::open(Some(path))?;
    let look = session.look();
    let mut sink = sink(format, &look, &mut out);
    let written =
        write_rows(database, &mut statement, &resource.sql, sink.as_mut(), session.global.limit);
    drop(sink);
    session.notes.extend(written?.notes);
    out.close()?;
    Ok(columns)
}

fn describe(resource: &Resource, path: &str, format: Format, columns: &[String]) -> Value {
    let fields: Vec<Value> = columns.iter().map(|name| field(resource.relation, name)).collect();
    let mut schema = Map::new();
    schema.insert("fields".into(), Value::Array(fields));
    schema.insert("missingValues".into(), json!([""]));
    if let Some(table) = resource.relation.filter(|r| r.kind == Kind::Table) {
        if let Some(key) = table.columns.iter().find(|c| c.primary) {
            schema.insert("primaryKey".into(), json!([key.name]));
        }
        let foreign: Vec<Value> = table
            .columns
            .iter()
            .filter_map(|column| Some((column, column.references.as_ref()?)))
            .map(|(column, (parent, key))| {
                // A reference to the same table is written as an empty name.
                let parent = if *parent == table.name { "" } else { parent };
                json!({"fields": [column.name], "reference": {"resource": parent, "fields": [key]}})
            })
            .collect();
        if !foreign.is_empty() {
            schema.insert("foreignKeys".into(), Value::Array(foreign));
        }
    }
    let (media, short) =
        if format == Format::Csv { ("text/csv", "csv") } else { ("application/json", "json") };
    json!({
        "name": resource.name.replace('_', "-"),
        "path": path,
        "title": resource.title,
        "profile": "tabular-data-resource",
        "format": short,
        "mediatype": media,
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(relation: Option<&Relation>, name: &str) -> Value {
    let column = relation.and_then(|r| r.column(name)).map(|(_, column)| column);
    let Some(column) = column else {
        return json!({"name": name, "type": "any"});
    };
    let kind = match column.declared.as_str() {
        "TEXT" => "string",
        "INTEGER" => "integer",
        "REAL" | "NUMERIC" => "number",
        _ => "any",
    };
    let mut field = json!({"name": name, "type": kind, "description": column.description});
    let vocabulary = relation.map_or(&[] as &[String], |r| r.vocabulary(name));
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".into(), json!(true));
    }
    if column.primary {
        constraints.insert("unique".into(), json!(true));
    }
    if !vocabulary.is_empty() {
        constraints.insert("enum".into(), json!(vocabulary));
    }
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    if let Some(unit) = &column.unit {
        field["unit"] = json!(unit);
    }
    field
}

fn package(connection: &Connection, resources: Vec<Value>) -> Value {
    let meta = |key: &str| -> Option<String> {
        connection.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0)).ok()
    };
    let mut package = Map::new();
    package.insert("profile".into(), json!("tabular-data-package"));
    package.insert("name".into(), json!("samur"));
    for (field, key) in [
        ("title", "title"),
        ("version", "version"),
        ("description", "scope"),
        ("citation", "citation"),
    ] {
        if let Some(value) = meta(key) {
            package.insert(field.into(), json!(value));
        }
    }
    if let Some(licence) = meta("licence") {
        package.insert("licenses".into(), json!([{"title": licence}]));
    }
    if let Some(hash) = meta("content_sha256") {
        package.insert("contentSha256".into(), json!(hash));
    }
    package.insert("resources".into(), Value::Array(resources));
    Value::Object(package)
}
