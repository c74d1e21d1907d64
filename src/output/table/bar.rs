//! A number with a bar beside it, all bars of a table on one scale.

use unicode_width::UnicodeWidthStr;

/// The shortest bar that still tells much from little, and the longest that is of use, in characters.
pub const SHORTEST: usize = 6;
/// See [`SHORTEST`].
pub const LONGEST: usize = 20;

/// Eighths of a block, Unicode's Block Elements U+2589 to U+258F.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// What the bars of a table have in common.
pub struct Scale {
    /// The largest number.
    pub most: f64,
    /// The width of the widest number.
    pub digits: usize,
    /// Characters of a bar for the largest number.
    pub room: usize,
    /// `#` instead of blocks.
    pub ascii: bool,
}

impl Scale {
    /// A cell: the number to the right, its bar behind it. What is no number, or less than nothing, has no bar.
    pub fn cell(&self, cell: &str) -> String {
        let pad = " ".repeat(self.digits.saturating_sub(cell.width()));
        let share = cell.parse().map_or(0.0, |number: f64| number / self.most).clamp(0.0, 1.0);
        // A largest number of zero divides into no share at all.
        let share = if share.is_nan() { 0.0 } else { share };
        let length = share * self.room as f64;
        let bar = if self.ascii {
            "#".repeat(length.ceil() as usize)
        } else {
            let eighths = (length * 8.0).ceil() as usize;
            "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
        };
        format!("{pad}{cell} {bar}").trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let scale = Scale { most: 16.0, digits: 3, room: 4, ascii: false };
        assert_eq!(scale.cell("16"), " 16 ████");
        assert_eq!(scale.cell("9"), "  9 ██▎");
        assert_eq!(scale.cell("0.1"), "0.1 ▏");
        assert_eq!(scale.cell("0"), "  0");
        assert_eq!(scale.cell("-3"), " -3");
        assert_eq!(scale.cell("NULL"), "NULL");
        let scale = Scale { ascii: true, ..scale };
        assert_eq!(scale.cell("9"), "  9 ###");
        assert_eq!(Scale { most: 0.0, ..scale }.cell("0"), "  0");
    }
}
