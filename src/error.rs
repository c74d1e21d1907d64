//! The one error type and the exit codes of the program.

use std::fmt;
use std::io;

use crate::text;

/// How the program ends; the numbers are part of the command line's contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done; no rows is done too.
    Done = 0,
    /// The data or the query is at fault.
    Fault = 1,
    /// The command line is at fault.
    Usage = 2,
    /// No database, or not one of ours.
    Database = 3,
    /// The time limit ended a query.
    Timeout = 4,
    /// Writing failed.
    Write = 74,
    /// Interrupted from the keyboard.
    Interrupted = 130,
}

/// What went wrong, as the user reads it: a lower-case fragment, details on indented lines, a tip last.
#[derive(Debug)]
pub struct Error {
    /// The exit code it leads to.
    pub exit: Exit,
    /// The text after `error: `; empty where nothing is to be said.
    pub message: String,
}

/// A result with [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// Tells what is to be told of some work on standard error, and how the work ended.
pub type Tell = fn(&mut Vec<String>, Result<Exit>) -> Exit;

impl Error {
    /// The data or the query is at fault.
    pub fn fault(message: impl Into<String>) -> Self {
        Self { exit: Exit::Fault, message: message.into() }
    }

    /// The command line is at fault.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: message.into() }
    }

    /// There is no database to work on.
    pub fn database(message: impl Into<String>) -> Self {
        Self { exit: Exit::Database, message: message.into() }
    }

    /// The same, with what it is about before it.
    #[must_use]
    pub fn of(self, what: &str) -> Self {
        Self { message: format!("{what}: {}", self.message), ..self }
    }

    /// Something could not be written.
    pub fn write(what: &str, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            // The reader has seen enough: `samur query timeline | head` ends quietly.
            return Self { exit: Exit::Done, message: String::new() };
        }
        // A temporary file puts its own name into its errors, which nobody asked for; the kind of error is left.
        let reason = match (error.get_ref(), error.kind()) {
            (Some(_), io::ErrorKind::NotFound) => "no such folder".into(),
            (Some(_), kind) => io::Error::from(kind).to_string(),
            (None, _) => error.to_string(),
        };
        Self { exit: Exit::Write, message: format!("cannot write {what}: {reason}") }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::safe(&self.message))
    }
}

impl std::error::Error for Error {}

impl Error {
    /// What SQLite says, in its words alone.
    pub fn from_sqlite(error: &rusqlite::Error) -> Self {
        Self::fault(match error {
            rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
            other => other.to_string(),
        })
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::from_sqlite(&error)
    }
}
