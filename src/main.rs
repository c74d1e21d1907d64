//! The program: parse, run, say what went wrong, exit.

use std::io::Write as _;
use std::process::ExitCode;

use samur::cli;
use samur::error::Exit;

fn main() -> ExitCode {
    let mut notes = Vec::new();
    let outcome = cli::run(std::env::args_os(), &mut notes);
    // Standard error is written here and by the progress bar alone; where it is closed, there is nobody left to tell.
    let mut stderr = std::io::stderr().lock();
    for note in notes {
        let _ = writeln!(stderr, "{note}");
    }
    match outcome {
        Ok(exit) => ExitCode::from(exit as u8),
        Err(error) => {
            if error.exit != Exit::Done {
                let _ = writeln!(stderr, "error: {error}");
            }
            ExitCode::from(error.exit as u8)
        }
    }
}
