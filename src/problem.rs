//! Faults of a seed: where they are, what is wrong, what would be right.

use std::fmt;

use crate::text;

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The seed does not build.
    Error,
    /// The seed builds; `--strict` makes it an error.
    Warning,
}

/// Where a problem is: `seed/event.csv:41:7`, the third number being the field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path of the file as the user gave it.
    pub file: String,
    /// Physical line, from 1; 0 where the file as a whole is meant.
    pub line: u64,
    /// Field of the record, from 1; 0 where the whole record is meant.
    pub field: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::safe_line(&self.file))?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
            if self.field > 0 {
                write!(f, ":{}", self.field)?;
            }
        }
        Ok(())
    }
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// Name of the column, where one is at fault.
    pub column: Option<String>,
    /// What is wrong; what would be right.
    pub message: String,
    /// How grave.
    pub level: Level,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if let Some(column) = &self.column {
            write!(f, " {column}")?;
        }
        f.write_str(": ")?;
        if self.level == Level::Warning {
            f.write_str("warning: ")?;
        }
        f.write_str(&text::safe_line(&self.message))
    }
}
