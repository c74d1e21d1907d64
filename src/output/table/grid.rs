//! Rows whose columns stand side by side.

use std::io::{self, Write};

use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table,
    TableStyle, Width,
};

use super::content::Content;
use super::widths::GAP;
use super::wrap::{fits, header, lines, twigs};
use crate::output::Look;

/// Writes columns of these widths.
pub fn write(
    out: &mut dyn Write,
    content: &Content,
    widths: &[usize],
    look: &Look,
) -> io::Result<()> {
    let rule = if look.ascii { '-' } else { '─' };
    let mut table = Table::new();
    table.load_style(style(content, widths, rule));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(look.width).unwrap_or(u16::MAX));
    if look.header {
        let names = content.names.iter().zip(widths);
        table.set_header(names.map(|(name, width)| Cell::new(header(name, *width))));
    }
    for row in &content.rows {
        let lines = |height: usize| {
            let cells = widths.iter().enumerate();
            cells.map(move |(at, width)| lines(content.cell(row, at), *width, height, look.ascii))
        };
        let height = lines(0).map(|lines| lines.len()).max().unwrap_or(0);
        table.add_row(lines(height).map(|lines| Cell::new(lines.join("\n"))));
    }
    for (at, width) in widths.iter().enumerate() {
        if let Some(column) = table.column_mut(at) {
            let padding = if at + 1 < widths.len() { GAP - 1 } else { 0 };
            column.set_padding((0, padding as u16));
            let width = Width::Fixed((width + padding) as u16);
            column.set_constraint(ColumnConstraint::Absolute(width));
            if content.numeric[at] == Some(true) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    let mut header = look.header && look.colour;
    for line in table.lines() {
        let line = line.trim_end();
        let rule = line.starts_with(rule);
        if header && !rule {
            writeln!(out, "\u{1b}[1m{line}\u{1b}[0m")?;
        } else {
            writeln!(out, "{line}")?;
        }
        header &= !rule;
    }
    Ok(())
}

fn style(content: &Content, widths: &[usize], rule: char) -> TableStyle {
    let style = TableStyle::new()
        .header_lines(ContentLineStyle::none())
        .header_separator(LineStyle::none().fill(rule).junction(rule))
        .content_lines(ContentLineStyle::none());
    let cells = || {
        let row = |row| widths.iter().enumerate().map(move |(at, w)| (content.cell(row, at), *w));
        content.rows.iter().flat_map(move |cells| row(cells))
    };
    // The lines of a tree run from row to row and part the rows well enough.
    let tree = cells().any(|(cell, _)| !twigs(cell).is_empty());
    if !tree && cells().any(|(cell, width)| !fits(cell, width)) {
        style.row_separator(LineStyle::none().fill(' ').junction(' '))
    } else {
        style
    }
}
