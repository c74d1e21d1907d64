//! The part of a statement that a message shows.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use crate::text;

/// Characters of a line beside the fault that are shown.
const AROUND: usize = 60;

/// Lines of a statement that are shown where nobody knows which is at fault.
const LINES: usize = 6;

/// The first lines of a statement, which stands in these bytes, numbered.
pub fn first_lines(sql: &str, statement: Range<usize>) -> String {
    let text = sql[statement.clone()].trim_start();
    let start = statement.end - text.len();
    let first = sql[..start].matches('\n').count() + 1;
    let lines = text.trim_end().lines().zip(first..);
    let mut shown: Vec<String> =
        lines.map(|(line, n)| format!("  {n} | {}", clip(line, 0).0)).collect();
    if shown.len() > LINES {
        shown.truncate(LINES);
        shown.push("  …".into());
    }
    shown.join("\n")
}

/// The beginning of a message, which repeats what it is about, however long.
pub fn short(message: &str) -> String {
    let most = 2 * AROUND;
    let cut: String = message.lines().take(1).flat_map(str::chars).take(most).collect();
    if cut.len() < message.len() { format!("{cut}…") } else { cut }
}

/// The line of a statement that holds a byte offset, and a caret under it.
pub fn caret(sql: &str, at: usize) -> String {
    let at = (0..=at.min(sql.len())).rev().find(|at| sql.is_char_boundary(*at)).unwrap_or(0);
    let start = sql[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = sql[start..].lines().next().unwrap_or_default();
    let number = sql[..start].matches('\n').count() + 1;
    let margin = format!("  {number} | ");
    let (shown, before) = clip(line, at - start);
    format!("{margin}{shown}\n{}^", " ".repeat(margin.len() + before.width()))
}

/// What lies around a byte of a line as a terminal shows it, and how much of that stands before the byte.
fn clip(line: &str, at: usize) -> (String, String) {
    let safe = |text: &str| text::safe_line(&text.replace('\t', "    "));
    let (before, after) = line.split_at(at.min(line.len()));
    let (left, right) = (before.chars().count(), after.chars().count());
    let cut: String = before.chars().skip(left.saturating_sub(AROUND)).collect();
    let before = if left > AROUND { format!("…{}", safe(&cut)) } else { safe(before) };
    let rest: String = after.chars().take(AROUND).collect();
    let after = if right > AROUND { format!("{}…", safe(&rest)) } else { safe(after) };
    (format!("{before}{after}"), before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_the_offset() {
        for (sql, shown) in [
            ("SELECT\n  nix FROM event", "  2 |   nix FROM event\n        ^"),
            ("SELECT ə, nix", "  1 | SELECT ə, nix\n                ^"),
            ("SELECT 日本, nix", "  1 | SELECT 日本, nix\n                   ^"),
            ("SELECT e\u{301}, nix", "  1 | SELECT e\u{301}, nix\n                ^"),
            ("\tSELECT nix", "  1 |     SELECT nix\n                 ^"),
            ("SELECT '\u{1b}', nix", "  1 | SELECT '\\u{1b}', nix\n                       ^"),
        ] {
            assert_eq!(caret(sql, sql.find("nix").expect("the word")), shown);
        }
    }

    #[test]
    fn a_message_stays_short() {
        assert_eq!(short("near \"x\": syntax error"), "near \"x\": syntax error");
        assert_eq!(short("unrecognized token: \"'a\nb\""), "unrecognized token: \"'a…");
        assert_eq!(short(&"ə".repeat(9000)).chars().count(), 2 * AROUND + 1);
    }

    #[test]
    fn of_a_script_the_statement_is_shown() {
        let sql = "SELECT 1;\n\n DELETE\nFROM event";
        assert_eq!(first_lines(sql, 9..sql.len()), "  3 | DELETE\n  4 | FROM event");
        assert_eq!(first_lines(sql, 0..9), "  1 | SELECT 1;");
    }

    #[test]
    fn a_long_line_is_shown_around_the_caret() {
        let sql = format!("SELECT {}nix{}", "id, ".repeat(100), ", id".repeat(100));
        let text = caret(&sql, sql.find("nix").expect("the word"));
        let (line, below) = text.split_once('\n').expect("two lines");
        assert!(line.starts_with("  1 | …") && line.ends_with('…') && line.chars().count() < 140);
        let column = below.chars().count() - 1;
        assert_eq!(line.chars().skip(column).take(3).collect::<String>(), "nix");
    }
}
