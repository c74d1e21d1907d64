//! Lines broken between words, and the lines of a tree that go on beside them.

use unicode_width::UnicodeWidthStr;

/// The width of the widest line.
pub fn widest_line(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// Whether a text stays on one line of so many columns.
pub fn fits(text: &str, width: usize) -> bool {
    text.width() <= width && !text.contains('\n')
}

/// Lines of at most `width` columns, broken between words; a longer word has a line of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
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

/// The lines of a tree that a cell begins with: `│ ├ `.
pub fn twigs(cell: &str) -> &str {
    let end = cell.find(|c| !matches!(c, '│' | '├' | '└' | ' ')).unwrap_or(cell.len());
    // Spaces alone are no tree.
    let line = |c: char| c != ' ';
    if cell[..end].contains(line) { &cell[..end] } else { "" }
}

/// The lines of a cell; in a tree, further lines stand beside the lines of the tree.
pub fn lines(cell: &str, width: usize, ascii: bool) -> Vec<String> {
    let twigs = twigs(cell);
    let beside = twigs.replace('├', "│").replace('└', " ");
    let words = wrap(&cell[twigs.len()..], width.saturating_sub(twigs.width()));
    let lines = words.iter().enumerate().map(|(n, words)| {
        let lead = if n == 0 { twigs } else { &beside };
        if ascii {
            format!("{}{words}", lead.replace('│', "|").replace('├', "+").replace('└', "`"))
        } else {
            format!("{lead}{words}")
        }
    });
    lines.collect()
}

/// A header broken behind its underscores where it is wider than its column.
pub fn header(name: &str, width: usize) -> String {
    let mut text = String::new();
    let mut line = 0;
    for part in name.split_inclusive(['_', '\n']) {
        if line > 0 && line + part.trim_end().width() > width {
            text.push('\n');
            line = 0;
        }
        text.push_str(part);
        line = if part.ends_with('\n') { 0 } else { line + part.width() };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_breaks_behind_underscores() {
        assert_eq!(header("material_cooperation", 20), "material_cooperation");
        assert_eq!(header("material_cooperation", 12), "material_\ncooperation");
        assert_eq!(header("n", 0), "n");
        assert_eq!(header("__a", 1), "_\n_\na");
        assert_eq!(header("other_says\nother_where", 6), "other_\nsays\nother_\nwhere");
    }
}
