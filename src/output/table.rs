//! A table for reading: it fits the width, wraps at words and never breaks a date or an id; where the columns cannot
//! stand side by side, each row is shown as a record, one column under another.

use std::io::{self, Write};

use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle,
    TableStyle, Width,
};
use rusqlite::types::ValueRef;
use unicode_width::UnicodeWidthStr;

use super::{Look, Sink, shown};
use crate::text::{count, safe};

/// Rows that are laid out together; the rest of a longer result is counted, not kept.
const MOST: usize = 1000;
/// Rows beyond those that are counted; nobody waits for the number of an endless result.
const COUNTED: u64 = 1_000_000;
/// Columns that may be left out are, before another is squeezed below this many characters.
const COMFORTABLE: usize = 20;
/// A column is not squeezed below this many characters, unless its content is narrower.
const READABLE: usize = 17;
/// A word up to this long (a date, an id) is never broken.
const UNBROKEN: usize = 28;
/// Space between two columns; one of it is the separator that the library draws.
const GAP: usize = 2;

/// A table sink.
pub struct Table<'a> {
    out: &'a mut dyn Write,
    look: Look,
    names: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Whether a column holds numbers alone; `None` as long as it held nothing.
    numeric: Vec<Option<bool>>,
    left_out: u64,
    as_records: bool,
}

impl<'a> Table<'a> {
    /// A sink.
    pub fn new(out: &'a mut dyn Write, look: Look) -> Self {
        Self {
            out,
            look,
            names: Vec::new(),
            rows: Vec::new(),
            numeric: Vec::new(),
            left_out: 0,
            as_records: false,
        }
    }

    /// A sink that shows every row as a record.
    pub fn records_only(out: &'a mut dyn Write, look: Look) -> Self {
        Self { as_records: true, ..Self::new(out, look) }
    }

    /// The width of each column kept, padding aside; `None` where they cannot stand side by side without squeezing one
    /// below `squeezed` characters.
    fn widths(&self, kept: &[usize], squeezed: usize) -> Option<Vec<usize>> {
        let columns = kept.len();
        let room = self.look.width.checked_sub(GAP * columns.saturating_sub(1))?;
        let cells = |column: usize| {
            let column = kept[column];
            std::iter::once(self.names[column].as_str())
                .chain(self.rows.iter().map(move |row| row[column].as_str()))
        };
        let natural: Vec<usize> =
            (0..columns).map(|c| cells(c).map(widest_line).max().unwrap_or(0)).collect();
        let least: Vec<usize> = (0..columns)
            .map(|c| {
                let word = cells(c)
                    .flat_map(str::split_whitespace)
                    .map(UnicodeWidthStr::width)
                    .filter(|w| *w <= UNBROKEN);
                word.max().unwrap_or(0).max(squeezed).min(natural[c])
            })
            .collect();
        let mut spare = room.checked_sub(least.iter().sum())?;
        let mut widths = least;
        // The spare room goes to the narrowest wanting column first, so that short ones do not wrap at all.
        let mut wanting: Vec<usize> = (0..columns).filter(|c| widths[*c] < natural[*c]).collect();
        wanting.sort_by_key(|c| natural[*c] - widths[*c]);
        while let Some((column, rest)) = wanting.split_first() {
            let gain = (spare / wanting.len()).min(natural[*column] - widths[*column]);
            widths[*column] += gain;
            spare -= gain;
            wanting = rest.to_vec();
        }
        Some(widths)
    }

    /// Takes out columns that may be left out, last first, until the rest fit; none where that does not help.
    fn make_room(&mut self) -> (Option<Vec<usize>>, Vec<String>) {
        for squeezed in [COMFORTABLE, READABLE] {
            let mut kept: Vec<usize> = (0..self.names.len()).collect();
            let mut optional = self.look.if_room.iter();
            loop {
                if let Some(widths) = self.widths(&kept, squeezed) {
                    return (Some(widths), self.keep(&kept));
                }
                let Some(name) = optional.next_back() else { break };
                kept.retain(|column| self.names[*column] != *name);
            }
        }
        (None, Vec::new())
    }

    /// Takes out all columns but these; gives the names of those taken out.
    fn keep(&mut self, kept: &[usize]) -> Vec<String> {
        let mut dropped = Vec::new();
        for column in (0..self.names.len()).rev().filter(|column| !kept.contains(column)) {
            dropped.insert(0, self.names.remove(column));
            self.numeric.remove(column);
            for row in &mut self.rows {
                row.remove(column);
            }
        }
        dropped
    }

    fn draw(&mut self) -> io::Result<()> {
        let (widths, dropped) = if self.as_records { (None, Vec::new()) } else { self.make_room() };
        match widths {
            Some(widths) => self.grid(&widths)?,
            None => self.records()?,
        }
        if !dropped.is_empty() {
            let names = dropped.join(", ");
            writeln!(
                self.out,
                "… no room for {names}: --width 160 or --format csv shows all columns"
            )?;
        }
        Ok(())
    }

    fn grid(&mut self, widths: &[usize]) -> io::Result<()> {
        let wraps = self
            .rows
            .iter()
            .any(|row| row.iter().zip(widths).any(|(cell, width)| widest_line(cell) > *width));
        let mut style = TableStyle::new()
            .header_lines(ContentLineStyle::none())
            .header_separator(LineStyle::none().fill('─').junction('─'))
            .content_lines(ContentLineStyle::none());
        // The lines of a tree run from row to row and part the rows well enough.
        let tree = self.rows.iter().flatten().any(|cell| !twigs(cell).is_empty());
        if wraps && !tree {
            style = style.row_separator(LineStyle::none().fill(' ').junction(' '));
        }
        let mut table = comfy_table::Table::new();
        table.load_style(style).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(self.look.width).unwrap_or(u16::MAX));
        if self.look.header {
            table.set_header(self.names.iter().map(Cell::new));
        }
        for row in &self.rows {
            table
                .add_row(row.iter().zip(widths).map(|(cell, width)| Cell::new(hung(cell, *width))));
        }
        for (at, width) in widths.iter().enumerate() {
            if let Some(column) = table.column_mut(at) {
                let padding = if at + 1 < widths.len() { GAP - 1 } else { 0 };
                column.set_padding((0, padding as u16));
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(
                    (width + padding) as u16,
                )));
                if self.numeric[at] == Some(true) {
                    column.set_cell_alignment(CellAlignment::Right);
                }
            }
        }
        let mut header = self.look.header && self.look.colour;
        for line in table.lines() {
            let line = line.trim_end();
            let rule = line.starts_with('─');
            if header && !rule {
                writeln!(self.out, "\u{1b}[1m{line}\u{1b}[0m")?;
            } else {
                writeln!(self.out, "{line}")?;
            }
            header &= !rule;
        }
        Ok(())
    }

    fn records(&mut self) -> io::Result<()> {
        let label = self.names.iter().map(|name| name.width()).max().unwrap_or(0);
        let room = self.look.width.saturating_sub(label + GAP);
        for (n, row) in self.rows.iter().enumerate() {
            if n > 0 {
                writeln!(self.out)?;
            }
            for (name, cell) in self.names.iter().zip(row) {
                let pad = " ".repeat(label - name.width() + GAP);
                let mut lead = if self.look.colour {
                    format!("\u{1b}[1m{name}\u{1b}[0m{pad}")
                } else {
                    format!("{name}{pad}")
                };
                for line in wrap(cell, room) {
                    writeln!(self.out, "{}", format!("{lead}{line}").trim_end())?;
                    lead = " ".repeat(label + GAP);
                }
            }
        }
        Ok(())
    }
}

fn widest_line(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// The lines of a tree that a cell begins with: `│ ├ `.
fn twigs(cell: &str) -> &str {
    let end = cell.find(|c| !matches!(c, '│' | '├' | '└' | ' ')).unwrap_or(cell.len());
    // Spaces alone are no tree.
    let line = |c: char| c != ' ';
    if cell[..end].contains(line) { &cell[..end] } else { "" }
}

/// A cell of a tree wrapped so that its further lines stand beside the lines of the tree; other cells as they are.
fn hung(cell: &str, width: usize) -> String {
    let twigs = twigs(cell);
    let room = width.saturating_sub(twigs.width());
    if twigs.is_empty() || room == 0 {
        return cell.to_owned();
    }
    let beside = twigs.replace('├', "│").replace('└', " ");
    format!("{twigs}{}", wrap(&cell[twigs.len()..], room).join(&format!("\n{beside}")))
}

/// Lines of at most `width` columns, broken between words.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

impl Sink for Table<'_> {
    fn columns(&mut self, names: &[&str]) -> io::Result<()> {
        self.names = names.iter().map(|name| safe(name)).collect();
        self.numeric = vec![None; names.len()];
        Ok(())
    }

    fn row(&mut self, values: &[ValueRef]) -> io::Result<()> {
        if self.rows.len() == MOST {
            if self.left_out == 0 {
                // Shown at once, so that a reader who has seen enough can close the pipe.
                self.draw()?;
                self.out.flush()?;
            }
            self.left_out += 1;
            return Ok(());
        }
        for (numeric, value) in self.numeric.iter_mut().zip(values) {
            match value {
                ValueRef::Null => {}
                ValueRef::Integer(_) | ValueRef::Real(_) => {
                    *numeric = Some(*numeric != Some(false));
                }
                ValueRef::Text(_) | ValueRef::Blob(_) => *numeric = Some(false),
            }
        }
        let null = self.look.null.as_deref().unwrap_or("NULL");
        let cell = |v: &ValueRef| shown(*v).map_or_else(|| null.to_owned(), |text| safe(&text));
        self.rows.push(values.iter().map(cell).collect());
        Ok(())
    }

    fn wants_more(&self) -> bool {
        self.left_out < COUNTED
    }

    fn finish(&mut self) -> io::Result<Option<String>> {
        if self.left_out == 0 {
            self.draw()?;
            return Ok(None);
        }
        let more = if self.wants_more() { "" } else { "more than " };
        let all = format!("{more}{}", count(MOST as u64 + self.left_out, "row"));
        Ok(Some(format!(
            "note: the first {MOST} of {all} are shown; --format csv streams all of them"
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: usize, names: &[&str], rows: &[&[ValueRef]]) -> String {
        let mut out = Vec::new();
        let look = Look {
            width,
            if_room: vec!["b".into()],
            colour: false,
            null: None,
            header: true,
            crlf: false,
            bom: false,
            excel_safe: false,
        };
        let mut table = Table::new(&mut out, look);
        table.columns(names).expect("a column row");
        for row in rows {
            table.row(row).expect("a row");
        }
        table.finish().expect("an end");
        drop(table);
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn text_wraps_at_words_and_numbers_stand_right() {
        let row = [
            ValueRef::Text("2025-06-27".as_bytes()),
            ValueRef::Text("Şəhər one two three four five".as_bytes()),
            ValueRef::Integer(7),
        ];
        let expected = "\
date        what                   n
────────────────────────────────────
2025-06-27  Şəhər one two three    7
            four five
";
        assert_eq!(drawn(36, &["date", "what", "n"], &[&row]), expected);
    }

    #[test]
    fn the_lines_of_a_tree_go_on_beside_wrapped_words() {
        let leaf = ValueRef::Text("│ └ one two three four five six".as_bytes());
        let below = ValueRef::Text("└ end".as_bytes());
        let expected = "\
what
────────────────────
│ └ one two three
│   four five six
└ end
";
        assert_eq!(drawn(20, &["what"], &[&[leaf], &[below]]), expected);
        // A text that only begins with a space is no tree: its rows stand apart.
        let text = ValueRef::Text(b" one two three four five six");
        assert!(drawn(20, &["what"], &[&[text], &[text]]).contains("\n\n"));
    }

    #[test]
    fn a_column_that_may_be_left_out_makes_room() {
        let wide = ValueRef::Text(b"[2025-06-21..2025-06-30]");
        assert_eq!(
            drawn(30, &["a", "b"], &[&[wide, wide]]),
            "a\n────────────────────────\n[2025-06-21..2025-06-30]\n… no room for b: --width 160 or --format csv shows all columns\n"
        );
    }

    #[test]
    fn columns_that_do_not_fit_become_records() {
        let long = "[2025-06-21..2025-06-30]";
        let row =
            [ValueRef::Text(long.as_bytes()), ValueRef::Text(long.as_bytes()), ValueRef::Null];
        assert_eq!(
            drawn(40, &["a", "bb", "c"], &[&row]),
            format!("a   {long}\nbb  {long}\nc   NULL\n")
        );
    }
}
