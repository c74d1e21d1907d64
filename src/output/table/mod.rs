//! A table for reading: it fits the width, wraps at words and never breaks a date or an id; where the columns cannot
//! stand side by side, each row is shown as a record, one column under another.

mod bar;
mod widths;
mod wrap;

use std::borrow::Cow;
use std::io::{self, Write};

use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle,
    TableStyle, Width,
};
use rusqlite::types::ValueRef;
use unicode_width::UnicodeWidthStr;

use super::{Look, Sink, shown};
use crate::text::{count, safe};
use bar::Scale;
use widths::{COMFORTABLE, GAP, READABLE, Wish};
use wrap::{fits, header, lines, twigs};

/// Rows that are laid out together; the rest of a longer result is counted, not kept.
const MOST: usize = 1000;
/// Rows beyond those that are counted; nobody waits for the number of an endless result.
const COUNTED: u64 = 1_000_000;

/// The columns of a grid.
struct Kept<'a> {
    columns: Vec<usize>,
    /// Columns that stand under another where they have none of their own, each with that other.
    under: &'a [(usize, usize)],
}

impl Kept<'_> {
    /// The text in a column of a row, with what stands under it.
    fn text<'r>(&self, row: &'r [String], column: usize, null: &str) -> Cow<'r, str> {
        let mut text = Cow::from(&row[column]);
        for (at, home) in self.under {
            if *home == column && !self.columns.contains(at) && row[*at] != null {
                text.to_mut().push('\n');
                text.to_mut().push_str(&row[*at]);
            }
        }
        text
    }
}

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
    fn widths(&self, kept: &Kept, squeezed: usize) -> Option<Vec<usize>> {
        let scale = self.scale(0);
        let wish = |column: &usize| match &scale {
            Some(scale) if self.has_bars(*column) => Wish::bars(&self.names[*column], scale),
            _ => {
                let cells = self.rows.iter().map(|row| kept.text(row, *column, self.null()));
                let name = kept.text(&self.names, *column, "");
                Wish::text(&name, cells, squeezed, self.look.width)
            }
        };
        widths::widths(&kept.columns.iter().map(wish).collect::<Vec<_>>(), self.look.width)
    }

    /// Whether the numbers of a column have bars beside them.
    fn has_bars(&self, column: usize) -> bool {
        self.numeric[column] == Some(true) && self.look.layout.bars.contains(&self.names[column])
    }

    /// What the bars of this result have in common, with so many characters for the longest; `None` where there are none.
    fn scale(&self, room: usize) -> Option<Scale> {
        let columns: Vec<usize> = (0..self.names.len()).filter(|at| self.has_bars(*at)).collect();
        let cells = || self.rows.iter().flat_map(|row| columns.iter().map(|at| row[*at].as_str()));
        Some(Scale {
            digits: cells().map(UnicodeWidthStr::width).max()?,
            most: cells().filter_map(|cell| cell.parse().ok()).fold(0.0, f64::max),
            room,
            ascii: self.look.ascii,
        })
    }

    /// Puts bars beside the numbers of a grid of these widths, or of records where there are none.
    fn draw_bars(&mut self, widths: Option<&[usize]>) {
        let Some(mut scale) = self.scale(bar::LONGEST) else { return };
        let columns: Vec<usize> = (0..self.names.len()).filter(|at| self.has_bars(*at)).collect();
        let room = |width: usize| width.saturating_sub(scale.digits + 1);
        if let Some(narrowest) =
            widths.and_then(|widths| columns.iter().map(|at| room(widths[*at])).min())
        {
            scale.room = scale.room.min(narrowest);
        }
        for row in &mut self.rows {
            for at in &columns {
                row[*at] = scale.cell(&row[*at]);
            }
        }
        // A bar begins at the left.
        for at in columns {
            self.numeric[at] = Some(false);
        }
    }

    /// Takes out columns that may be left out, or puts them under another, last first, until the rest fit; none where
    /// that does not help.
    fn make_room(&mut self) -> (Option<Vec<usize>>, Vec<String>) {
        let at = |name: &String| self.names.iter().position(|known| known == name);
        let pairs =
            self.look.layout.under.iter().filter_map(|(name, home)| Some((at(name)?, at(home)?)));
        let under: Vec<(usize, usize)> = pairs.collect();
        for squeezed in [COMFORTABLE, READABLE] {
            let mut kept = Kept { columns: (0..self.names.len()).collect(), under: &under };
            let mut optional = self.look.layout.if_room.iter();
            loop {
                if let Some(widths) = self.widths(&kept, squeezed) {
                    return (Some(widths), self.keep(&kept));
                }
                let Some(names) = optional.next_back() else { break };
                kept.columns.retain(|at| names.split('+').all(|name| self.names[*at] != name));
            }
        }
        (None, Vec::new())
    }

    /// Takes out all columns but these; gives the names of those that stand nowhere.
    fn keep(&mut self, kept: &Kept) -> Vec<String> {
        let nowhere = |column: &usize| {
            !kept.columns.contains(column) && kept.under.iter().all(|(at, _)| at != column)
        };
        let dropped = (0..self.names.len()).filter(nowhere).map(|at| self.names[at].clone());
        let dropped = dropped.collect();
        let take = |row: &Vec<String>, null: &str| {
            kept.columns.iter().map(|at| kept.text(row, *at, null).into_owned()).collect()
        };
        self.rows = self.rows.iter().map(|row| take(row, self.null())).collect();
        self.names = take(&self.names, "");
        self.numeric = kept.columns.iter().map(|at| self.numeric[*at]).collect();
        dropped
    }

    fn draw(&mut self) -> io::Result<()> {
        let (widths, dropped) = if self.as_records { (None, Vec::new()) } else { self.make_room() };
        self.draw_bars(widths.as_deref());
        match widths {
            Some(widths) => self.grid(&widths)?,
            None => self.records()?,
        }
        if !dropped.is_empty() {
            let dots = if self.look.ascii { "..." } else { "…" };
            let names = dropped.join(", ");
            let note =
                format!("{dots} no room for {names}; a larger --width or --format csv has all");
            for line in lines(&note, self.look.width, 0, self.look.ascii) {
                writeln!(self.out, "{line}")?;
            }
        }
        Ok(())
    }

    fn grid(&mut self, widths: &[usize]) -> io::Result<()> {
        let wraps = self
            .rows
            .iter()
            .any(|row| row.iter().zip(widths).any(|(cell, width)| !fits(cell, *width)));
        let rule = if self.look.ascii { '-' } else { '─' };
        let mut style = TableStyle::new()
            .header_lines(ContentLineStyle::none())
            .header_separator(LineStyle::none().fill(rule).junction(rule))
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
            let names = self.names.iter().zip(widths).map(|(name, width)| header(name, *width));
            table.set_header(names.map(Cell::new));
        }
        let ascii = self.look.ascii;
        for row in &self.rows {
            let lines = |height: usize| {
                let cells = row.iter().zip(widths);
                cells.map(move |(cell, width)| lines(cell, *width, height, ascii))
            };
            let height = lines(0).map(|lines| lines.len()).max().unwrap_or(0);
            table.add_row(lines(height).map(|lines| Cell::new(lines.join("\n"))));
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
            let rule = line.starts_with(rule);
            if header && !rule {
                writeln!(self.out, "\u{1b}[1m{line}\u{1b}[0m")?;
            } else {
                writeln!(self.out, "{line}")?;
            }
            header &= !rule;
        }
        Ok(())
    }

    /// How NULL is written.
    fn null(&self) -> &str {
        self.look.null.as_deref().unwrap_or("NULL")
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
                for line in lines(cell, room, 0, self.look.ascii) {
                    writeln!(self.out, "{}", format!("{lead}{line}").trim_end())?;
                    lead = " ".repeat(label + GAP);
                }
            }
        }
        Ok(())
    }
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
        let null = self.null();
        let cell = |v: &ValueRef| shown(*v).map_or_else(|| null.to_owned(), |text| safe(&text));
        let row = values.iter().map(cell).collect();
        self.rows.push(row);
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
    use crate::layout::Layout;

    fn drawn(width: usize, names: &[&str], rows: &[&[ValueRef]]) -> String {
        let mut out = Vec::new();
        let look = Look {
            width,
            layout: Layout { if_room: vec!["b".into()], ..Layout::default() },
            ascii: false,
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
            "a\n────────────────────────\n[2025-06-21..2025-06-30]\n… no room for b; a larger\n--width or --format csv has\nall\n"
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
