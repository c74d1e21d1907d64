//! json (one array of objects) and ndjson (one object a line).

use std::io::{self, Write};

use rusqlite::types::ValueRef;
use serde_json::Value;

use super::{Sink, distinct, shown};

/// Whether objects stand in an array or on lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `[ {…}, {…} ]`
    Array,
    /// One object a line.
    Lines,
}

/// A JSON sink. Keys are column names in order; a repeated one is told apart as `id_2`.
pub struct Json<'a> {
    out: &'a mut dyn Write,
    shape: Shape,
    keys: Vec<String>,
    rows: u64,
}

impl<'a> Json<'a> {
    /// A sink of that shape.
    pub fn new(out: &'a mut dyn Write, shape: Shape) -> Self {
        Self { out, shape, keys: Vec::new(), rows: 0 }
    }
}

/// A value in JSON. Infinity, which JSON lacks, is a number too large for any double; integers stay exact.
fn json(value: ValueRef) -> String {
    match value {
        ValueRef::Null => "null".into(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) if number.is_infinite() => {
            if number > 0.0 { "1e999" } else { "-1e999" }.into()
        }
        ValueRef::Real(number) => Value::from(number).to_string(),
        other => Value::from(shown(other).unwrap_or_default()).to_string(),
    }
}

impl Sink for Json<'_> {
    fn columns(&mut self, names: &[&str]) -> io::Result<()> {
        self.keys = distinct(names).into_iter().map(|key| Value::from(key).to_string()).collect();
        if self.shape == Shape::Array { self.out.write_all(b"[") } else { Ok(()) }
    }

    fn row(&mut self, values: &[ValueRef]) -> io::Result<()> {
        if self.shape == Shape::Array {
            self.out.write_all(if self.rows > 0 { b",\n " } else { b"\n " })?;
        }
        self.rows += 1;
        self.out.write_all(b"{")?;
        for (n, (key, value)) in self.keys.iter().zip(values).enumerate() {
            write!(self.out, "{}{key}: {}", if n > 0 { ", " } else { "" }, json(*value))?;
        }
        self.out.write_all(if self.shape == Shape::Lines { b"}\n" } else { b"}" })
    }

    fn finish(&mut self) -> io::Result<Option<String>> {
        if self.shape == Shape::Array {
            self.out.write_all(if self.rows > 0 { b"\n]\n" } else { b"]\n" })?;
        }
        Ok(None)
    }
}
