//! Lines broken between words, and the lines of a tree that go on beside them.

use textwrap::WordSeparator;
use textwrap::core::Word;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthStr;

/// The width of the widest line.
pub fn widest_line(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// Whether a text stays on one line of so many columns.
pub fn fits(text: &str, width: usize) -> bool {
    text.width() <= width && !text.contains('\n')
}

/// Lines of at most `width` columns, broken between words, and within a code that is wider than that; any other word that
/// is wider has a line of its own.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let lines = text.split('\n').flat_map(|line| {
        let words = WordSeparator::AsciiSpace.find_words(line);
        let words: Vec<Word> = words.flat_map(|word| pieces(word, width)).collect();
        let lines = wrap_first_fit(&words, &[width as f64]);
        lines.into_iter().map(joined).collect::<Vec<_>>()
    });
    lines.collect()
}

/// A word, in its parts where it is wider than `width`.
fn pieces(word: Word<'_>, width: usize) -> Vec<Word<'_>> {
    if word.word.width() <= width {
        return vec![word];
    }
    let mut pieces: Vec<Word> = parts(word.word).map(Word::from).collect();
    if let Some(last) = pieces.last_mut() {
        last.whitespace = word.whitespace;
    }
    pieces
}

fn joined(words: &[Word]) -> String {
    let line = words.iter().flat_map(|word| [word.word, word.whitespace]).collect::<String>();
    line.trim_end_matches(' ').to_owned()
}

/// The parts of a word that are never broken: a code such as `less-influence.central-asia` may be, behind its marks.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let plain =
        |part: &str| part.len() > 2 && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let bare = word.trim_matches(['(', ')']);
    let code = bare.split_once('.').is_some_and(|(head, detail)| plain(head) && plain(detail));
    word.split_inclusive(move |c| code && matches!(c, '.' | '-'))
}

/// The parts of a text that are never broken.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(parts)
}

/// The lines of a tree that a cell begins with: `│ ├ `.
pub fn twigs(cell: &str) -> &str {
    let end = cell.find(|c| !matches!(c, '│' | '├' | '└' | ' ')).unwrap_or(cell.len());
    // Spaces alone are no tree.
    let line = |c: char| c != ' ';
    if cell[..end].contains(line) { &cell[..end] } else { "" }
}

/// The lines of a cell, at least so many in a tree: there further lines stand beside the lines of the tree.
pub fn lines(cell: &str, width: usize, height: usize, ascii: bool) -> Vec<String> {
    let twigs = twigs(cell);
    let beside = twigs.replace('├', "│").replace('└', " ");
    let mut words = wrap(&cell[twigs.len()..], width.saturating_sub(twigs.width()));
    if !twigs.is_empty() {
        words.resize(words.len().max(height), String::new());
    }
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
    fn a_code_breaks_where_it_must_and_nothing_else_breaks() {
        let code = "says less-influence.caucasus";
        assert_eq!(wrap(code, 20), ["says less-influence.", "caucasus"]);
        assert_eq!(wrap(code, 24), ["says", "less-influence.caucasus"]);
        let date = "[2025-06-27..2025-07-31] [sic]";
        assert_eq!(wrap(date, 10), ["[2025-06-27..2025-07-31]", "[sic]"]);
        assert_eq!(wrap("  a  bb", 4), ["  a", "bb"]);
        let parts = words("is x.y less.more").collect::<Vec<_>>();
        assert_eq!(parts, ["is", "x.y", "less.", "more"]);
    }

    #[test]
    fn a_header_breaks_behind_underscores() {
        assert_eq!(header("material_cooperation", 20), "material_cooperation");
        assert_eq!(header("material_cooperation", 12), "material_\ncooperation");
        assert_eq!(header("n", 0), "n");
        assert_eq!(header("__a", 1), "_\n_\na");
        assert_eq!(header("other_says\nother_where", 6), "other_\nsays\nother_\nwhere");
    }
}
