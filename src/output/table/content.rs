//! What a table shows: its names and cells, and which columns hold numbers.

use std::borrow::Cow;

use rusqlite::types::ValueRef;

use crate::output::shown;
use crate::text::safe;

/// Names and rows as a terminal may show them.
#[derive(Default)]
pub struct Content {
    /// The names of the columns.
    pub names: Vec<String>,
    /// The cells; NULL is none.
    pub rows: Vec<Vec<Option<String>>>,
    /// Whether a column holds numbers alone; `None` as long as it held nothing.
    pub numeric: Vec<Option<bool>>,
    /// How NULL is written.
    pub null: String,
}

/// The columns of a grid.
pub struct Kept<'a> {
    /// Those that have a place of their own.
    pub columns: Vec<usize>,
    /// Those that stand under another where they have none, each with that other.
    pub under: &'a [(usize, usize)],
}

impl Kept<'_> {
    fn under(&self, column: usize) -> impl Iterator<Item = usize> {
        let under = self.under.iter().filter(move |(_, home)| *home == column);
        under.map(|(at, _)| *at).filter(|at| !self.columns.contains(at))
    }
}

impl Content {
    /// Takes the names of the columns.
    pub fn columns(&mut self, names: &[&str]) {
        self.names = names.iter().map(|name| safe(name)).collect();
        self.numeric = vec![None; names.len()];
    }

    /// Takes a row.
    pub fn row(&mut self, values: &[ValueRef]) {
        for (numeric, value) in self.numeric.iter_mut().zip(values) {
            match value {
                ValueRef::Null => {}
                ValueRef::Integer(_) | ValueRef::Real(_) => {
                    *numeric = Some(*numeric != Some(false));
                }
                ValueRef::Text(_) | ValueRef::Blob(_) => *numeric = Some(false),
            }
        }
        self.rows.push(values.iter().map(|v| shown(*v).map(|text| safe(&text))).collect());
    }

    /// A cell as it is written.
    pub fn cell<'r>(&'r self, row: &'r [Option<String>], column: usize) -> &'r str {
        row[column].as_deref().unwrap_or(&self.null)
    }

    /// A cell with what stands under it; NULL does not.
    pub fn stacked<'r>(
        &'r self,
        row: &'r [Option<String>],
        column: usize,
        kept: &Kept,
    ) -> Cow<'r, str> {
        let under = kept.under(column).filter_map(|at| row[at].as_deref());
        stack(self.cell(row, column), under)
    }

    /// The name of a column with those of what stands under it.
    pub fn header(&self, column: usize, kept: &Kept) -> Cow<'_, str> {
        stack(&self.names[column], kept.under(column).map(|at| self.names[at].as_str()))
    }

    /// Takes out all columns but these; gives the names of those that stand nowhere.
    pub fn keep(&mut self, kept: &Kept) -> Vec<String> {
        let nowhere = |column: &usize| {
            !kept.columns.contains(column) && kept.under.iter().all(|(at, _)| at != column)
        };
        let dropped = (0..self.names.len()).filter(nowhere);
        let dropped = dropped.map(|at| self.names[at].clone()).collect();
        let row = |row: &Vec<Option<String>>| {
            let cell = |at: &usize| Some(self.stacked(row, *at, kept).into_owned());
            kept.columns.iter().map(cell).collect()
        };
        self.rows = self.rows.iter().map(row).collect();
        self.names = kept.columns.iter().map(|at| self.header(*at, kept).into_owned()).collect();
        self.numeric = kept.columns.iter().map(|at| self.numeric[*at]).collect();
        dropped
    }
}

fn stack<'r>(first: &'r str, under: impl Iterator<Item = &'r str>) -> Cow<'r, str> {
    let mut text = Cow::from(first);
    for line in under {
        text.to_mut().push('\n');
        text.to_mut().push_str(line);
    }
    text
}
