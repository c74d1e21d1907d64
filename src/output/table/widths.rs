//! How wide the columns of a grid are.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::bar::{LONGEST, SHORTEST, Scale};
use super::wrap::{self, twigs, widest_line, words};

/// Columns that may be left out are, before another is squeezed below this many characters.
pub const COMFORTABLE: usize = 20;
/// A column is not squeezed below this many characters, unless its content is narrower.
pub const READABLE: usize = 17;
/// A word up to this long is never broken, in whatever text it stands: ids, dates and locators are shorter.
const UNBROKEN: usize = 40;
/// Space between two columns; one of it is the separator that the library draws.
pub const GAP: usize = 2;

/// What a column wants.
pub struct Wish {
    /// Below this it cannot be read.
    least: usize,
    /// With this nothing wraps.
    natural: usize,
}

impl Wish {
    /// Of a column of text that may be squeezed to so many characters; `widest` is the width of the table.
    pub fn text<'a>(
        name: &str,
        cells: impl Iterator<Item = Cow<'a, str>>,
        squeezed: usize,
        widest: usize,
    ) -> Self {
        let (mut word, mut natural) = (0, 0);
        for cell in cells {
            natural = natural.max(widest_line(&cell));
            let twigs = twigs(&cell);
            for part in words(&cell[twigs.len()..]) {
                let width = part.width() + twigs.width();
                // A word that stands alone is an id, a date, a locator or a hash.
                if width <= UNBROKEN || part.len() == cell.len() && width <= widest {
                    word = word.max(width);
                }
            }
        }
        Self { least: word.max(squeezed.min(natural)), natural }.under(name)
    }

    /// Of a column of numbers with bars.
    pub fn bars(name: &str, scale: &Scale) -> Self {
        let beside = |bar: usize| scale.digits + 1 + bar;
        Self { least: beside(SHORTEST), natural: beside(LONGEST) }.under(name)
    }

    /// A name breaks behind its underscores.
    fn under(self, name: &str) -> Self {
        let part = widest_line(&wrap::header(name, 0));
        Self { least: self.least.max(part), natural: self.natural.max(widest_line(name)) }
    }
}

/// The width of each column in a table of that width; `None` where they cannot stand side by side.
pub fn widths(wishes: &[Wish], table: usize) -> Option<Vec<usize>> {
    let room = table.checked_sub(GAP * wishes.len().saturating_sub(1))?;
    let mut widths: Vec<usize> = wishes.iter().map(|wish| wish.least).collect();
    let mut spare = room.checked_sub(widths.iter().sum())?;
    let lacks = |widths: &[usize], column: usize| wishes[column].natural - widths[column];
    // The spare room goes to the narrowest wanting column first, so that short ones do not wrap at all.
    let mut wanting: Vec<usize> = (0..wishes.len()).filter(|c| lacks(&widths, *c) > 0).collect();
    wanting.sort_by_key(|column| lacks(&widths, *column));
    while let Some((column, rest)) = wanting.split_first() {
        let gain = (spare / wanting.len()).min(lacks(&widths, *column));
        widths[*column] += gain;
        spare -= gain;
        wanting = rest.to_vec();
    }
    Some(widths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_alone_are_kept_whole() {
        let hash = "0123456789abcdef".repeat(4);
        let wish = Wish::text("h", [hash.as_str().into()].into_iter(), 17, 80);
        assert_eq!((wish.least, wish.natural), (64, 64));
        let text = format!("a {hash}");
        assert_eq!(Wish::text("h", [text.as_str().into()].into_iter(), 17, 80).least, 17);
        assert_eq!(Wish::text("h", [hash.as_str().into()].into_iter(), 17, 40).least, 17);
    }
}
