//! Rows one below another, each a list of names and values.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::content::Content;
use super::widths::GAP;
use super::wrap::lines;
use crate::output::Look;

/// Columns that the names take, the gap behind them included: of those that are no wider than half of the table. Longer
/// ones have a line of their own.
pub fn margin(content: &Content, width: usize) -> usize {
    let names = content.names.iter().map(|name| name.width());
    names.filter(|name| *name <= width / 2).max().unwrap_or(0) + GAP
}

/// Writes every row as a record.
pub fn write(out: &mut dyn Write, content: &Content, look: &Look) -> io::Result<()> {
    let margin = margin(content, look.width);
    let blank = " ".repeat(margin);
    for (n, row) in content.rows.iter().enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        for (at, name) in content.names.iter().enumerate() {
            let bold = if look.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
            let mut lead = blank.clone();
            if name.width() + GAP > margin {
                for line in lines(name, look.width, 0, look.ascii) {
                    writeln!(out, "{}{line}{}", bold.0, bold.1)?;
                }
            } else {
                let pad = " ".repeat(margin - name.width());
                lead = format!("{}{name}{}{pad}", bold.0, bold.1);
            }
            let room = look.width.saturating_sub(margin);
            for line in lines(content.cell(row, at), room, 0, look.ascii) {
                writeln!(out, "{}", format!("{lead}{line}").trim_end())?;
                lead.clone_from(&blank);
            }
        }
    }
    Ok(())
}
