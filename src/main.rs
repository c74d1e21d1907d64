//! The program: parse, run, say what went wrong, exit.

use std::io::Write as _;
use std::process::ExitCode;

use samur::cli;
use samur::error::{Exit, Result};

fn main() -> ExitCode {
    let mut notes = Vec::new();
    let outcome = cli::run(std::env::args_os(), &mut notes, tell);
    ExitCode::from(tell(&mut notes, outcome) as u8)
}

/// Standard error is written here and by the progress bar alone; where it is closed, there is nobody left to tell.
fn tell(notes: &mut Vec<String>, outcome: Result<Exit>) -> Exit {
    let mut stderr = std::io::stderr().lock();
    for note in notes.drain(..) {
        let _ = writeln!(stderr, "{note}");
    }
    outcome.unwrap_or_else(|error| {
        if error.exit != Exit::Done {
            let _ = writeln!(stderr, "error: {error}");
        }
        error.exit
    })
}
