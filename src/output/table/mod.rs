//! A table for reading: it fits the width, wraps at words and never breaks a date or an id; where the columns cannot
//! stand side by side, each row is shown as a record, one column under another.

mod bar;
mod content;
mod grid;
mod records;
mod widths;
mod wrap;

use std::io::{self, Write};

use rusqlite::types::ValueRef;
use unicode_width::UnicodeWidthStr;

use super::{Look, Sink};
use crate::text::count;
use bar::Scale;
use content::{Content, Kept};
use widths::{COMFORTABLE, READABLE, Wish};
use wrap::lines;

/// Rows that are laid out together; the rest of a longer result is counted, not kept.
const MOST: usize = 1000;
/// Rows beyond those that are counted; nobody waits for the number of an endless result.
const COUNTED: u64 = 1_000_000;

/// A table sink.
pub struct Table<'a> {
    out: &'a mut dyn Write,
    look: Look,
    content: Content,
    left_out: u64,
    as_records: bool,
}

impl<'a> Table<'a> {
    /// A sink.
    pub fn new(out: &'a mut dyn Write, look: Look) -> Self {
        let null = look.null.clone().unwrap_or_else(|| "NULL".into());
        let content = Content { null, ..Content::default() };
        Self { out, look, content, left_out: 0, as_records: false }
    }

    /// A sink that shows every row as a record.
    pub fn records_only(out: &'a mut dyn Write, look: Look) -> Self {
        Self { as_records: true, ..Self::new(out, look) }
    }

    /// The width of each column kept, padding aside; `None` where they cannot stand side by side without squeezing one
    /// below `squeezed` characters.
    fn widths(&self, kept: &Kept, squeezed: usize) -> Option<Vec<usize>> {
        let scale = self.scale(0);
        let wish = |column: &usize| {
            let name = self.content.header(*column, kept);
            match &scale {
                Some(scale) if self.has_bars(*column) => Wish::bars(&name, scale),
                _ => {
                    let rows = self.content.rows.iter();
                    let cells = rows.map(|row| self.content.stacked(row, *column, kept));
                    Wish::text(&name, cells, squeezed, self.look.width)
                }
            }
        };
        widths::widths(&kept.columns.iter().map(wish).collect::<Vec<_>>(), self.look.width)
    }

    /// Takes out columns that may be left out, or puts them under another, last first, until the rest fit; none where
    /// that does not help.
    fn make_room(&mut self) -> (Option<Vec<usize>>, Vec<String>) {
        let at = |name: &String| self.content.names.iter().position(|known| known == name);
        let pairs = self.look.layout.under.iter();
        let pairs = pairs.filter_map(|(name, home)| Some((at(name)?, at(home)?)));
        let under: Vec<(usize, usize)> = pairs.collect();
        for squeezed in [COMFORTABLE, READABLE] {
            let mut kept = Kept { columns: (0..self.content.names.len()).collect(), under: &under };
            let mut optional = self.look.layout.if_room.iter();
            loop {
                if let Some(widths) = self.widths(&kept, squeezed) {
                    return (Some(widths), self.content.keep(&kept));
                }
                let Some(names) = optional.next_back() else { break };
                let leaves = |at: &usize| names.split('+').any(|n| self.content.names[*at] == n);
                kept.columns.retain(|at| !leaves(at));
            }
        }
        (None, Vec::new())
    }

    /// Whether the numbers of a column have bars beside them.
    fn has_bars(&self, column: usize) -> bool {
        let bars = &self.look.layout.bars;
        self.content.numeric[column] == Some(true) && bars.contains(&self.content.names[column])
    }

    /// The columns that have bars.
    fn bars(&self) -> Vec<usize> {
        (0..self.content.names.len()).filter(|at| self.has_bars(*at)).collect()
    }

    /// What the bars of this result have in common, with so many characters for the longest; `None` where there are none.
    fn scale(&self, room: usize) -> Option<Scale> {
        let columns = self.bars();
        let rows = self.content.rows.iter();
        let cells = rows.flat_map(|row| columns.iter().map(move |at| self.content.cell(row, *at)));
        Some(Scale {
            digits: cells.clone().map(UnicodeWidthStr::width).max()?,
            most: cells.filter_map(|cell| cell.parse().ok()).fold(0.0, f64::max),
            room,
            ascii: self.look.ascii,
        })
    }

    /// Puts bars beside the numbers of a grid of these widths, or of records where there are none.
    fn draw_bars(&mut self, widths: Option<&[usize]>) {
        let Some(mut scale) = self.scale(bar::LONGEST) else { return };
        let columns = self.bars();
        let beside = |width: usize| width.saturating_sub(scale.digits + 1);
        let room = match widths {
            Some(widths) => columns.iter().map(|at| beside(widths[*at])).min().unwrap_or(0),
            None => beside(
                self.look.width.saturating_sub(records::margin(&self.content, self.look.width)),
            ),
        };
        scale.room = scale.room.min(room);
        for at in columns {
            for row in 0..self.content.rows.len() {
                let cell = scale.cell(self.content.cell(&self.content.rows[row], at));
                self.content.rows[row][at] = Some(cell);
            }
            // A bar begins at the left.
            self.content.numeric[at] = Some(false);
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let (widths, dropped) = if self.as_records { (None, Vec::new()) } else { self.make_room() };
        self.draw_bars(widths.as_deref());
        match widths {
            Some(widths) => grid::write(self.out, &self.content, &widths, &self.look)?,
            None => records::write(self.out, &self.content, &self.look)?,
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
}

impl Sink for Table<'_> {
    fn columns(&mut self, names: &[&str]) -> io::Result<()> {
        self.content.columns(names);
        Ok(())
    }

    fn row(&mut self, values: &[ValueRef]) -> io::Result<()> {
        if self.content.rows.len() < MOST {
            self.content.row(values);
            return Ok(());
        }
        if self.left_out == 0 {
            // Shown at once, so that a reader who has seen enough can close the pipe.
            self.draw()?;
            self.out.flush()?;
        }
        self.left_out += 1;
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
