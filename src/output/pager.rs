//! A result on a terminal: what is longer than the screen goes through a pager, the rest is printed.

use std::io::{self, IsTerminal as _, Stdout, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::error::{Error, Result};

/// Output that is kept until it is known whether it fits the screen.
pub struct Pager {
    /// The program with its arguments, as `$PAGER` has them.
    program: String,
    /// Columns and lines that the screen shows.
    screen: (usize, usize),
    /// Where the next character comes to stand.
    at: (usize, usize),
    kept: Vec<u8>,
    /// The pager failed: nobody has seen what it took.
    failed: bool,
    to: To,
}

enum To {
    /// It may still fit the screen.
    Kept,
    Terminal(Stdout),
    Program(Child),
}

/// Columns and lines of the terminal that standard output is; `None` where it is none.
pub fn screen() -> Option<(usize, usize)> {
    let size = terminal_size::terminal_size().filter(|_| io::stdout().is_terminal());
    size.map(|(width, height)| (usize::from(width.0), usize::from(height.0)))
}

impl Pager {
    /// A pager where standard output is a terminal: `$PAGER`, else `less`; `None` where `PAGER` is empty, which asks for none.
    pub fn for_terminal() -> Option<Self> {
        let screen = screen()?;
        let program = std::env::var("PAGER").unwrap_or_else(|_| "less".into());
        (!program.trim().is_empty()).then(|| Self::new(program, screen))
    }

    fn new(program: String, screen: (usize, usize)) -> Self {
        Self { program, screen, at: (0, 0), kept: Vec::new(), failed: false, to: To::Kept }
    }

    /// Keeps what may still fit the screen; whether it does. The prompt takes the last line.
    fn keep(&mut self, bytes: &[u8]) -> bool {
        self.kept.extend_from_slice(bytes);
        // Every byte that does not continue a character counts as one column: near enough.
        for byte in bytes.iter().filter(|byte| **byte & 0xC0 != 0x80) {
            self.at = match self.at {
                (_, line) if *byte == b'\n' => (0, line + 1),
                (column, line) if column == self.screen.0 => (1, line + 1),
                (column, line) => (column + 1, line),
            };
        }
        self.at.1 < self.screen.1
    }

    /// Where no pager can be started, the terminal takes it all.
    fn start(&mut self) -> io::Result<()> {
        self.to = spawn(&self.program).map_or_else(|_| To::Terminal(io::stdout()), To::Program);
        let kept = std::mem::take(&mut self.kept);
        self.write_all(&kept)
    }

    /// Prints what fitted the screen, or waits until the reader has left the pager.
    pub fn close(mut self) -> Result<()> {
        let printed = match &mut self.to {
            To::Kept => io::stdout().write_all(&self.kept).and_then(|()| io::stdout().flush()),
            To::Terminal(out) => out.flush(),
            To::Program(program) => {
                drop(program.stdin.take());
                self.failed |= !program.wait().is_ok_and(|status| status.success());
                Ok(())
            }
        };
        if self.failed {
            let program = &self.program;
            return Err(Error::usage(format!(
                "the pager `{program}` failed\n  PAGER names a program with its arguments; where it is empty, none is used"
            )));
        }
        printed.map_err(|error| Error::write("standard output", &error))
    }
}

fn spawn(program: &str) -> io::Result<Child> {
    let mut words = shlex::split(program).unwrap_or_default().into_iter();
    let name = words.next().ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(name);
    command.args(words).stdin(Stdio::piped());
    // As git does: leave at the end of a short text, keep colours, leave the screen as it is.
    for (name, value) in [("LESS", "FRX"), ("LV", "-c")] {
        if std::env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
    command.spawn()
}

fn input(program: &mut Child) -> io::Result<&mut ChildStdin> {
    program.stdin.as_mut().ok_or_else(|| io::ErrorKind::BrokenPipe.into())
}

impl Write for Pager {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            To::Terminal(out) => out.write(bytes),
            To::Program(_) if self.failed => Ok(bytes.len()),
            To::Program(program) => match input(program)?.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                    // Who leaves a pager has seen enough; one that fails has shown nothing, which is told at the end.
                    self.failed = !program.wait()?.success();
                    if self.failed { Ok(bytes.len()) } else { Err(error) }
                }
                written => written,
            },
            To::Kept => {
                if !self.keep(bytes) {
                    self.start()?;
                }
                Ok(bytes.len())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Kept => Ok(()),
            To::Terminal(out) => out.flush(),
            To::Program(program) => input(program)?.flush(),
        }
    }
}

impl Drop for Pager {
    fn drop(&mut self) {
        // Also after an error: a terminal taken back under a running pager is of no use to anybody.
        if let To::Program(program) = &mut self.to {
            drop(program.stdin.take());
            let _ = program.wait();
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// What a pager is given of so many lines on a screen of five; `None` where it is not started.
    fn paged(lines: usize) -> Option<String> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("seen");
        let mut pager = Pager::new(format!("sh -c 'cat > \"{}\"'", file.display()), (80, 5));
        for n in 0..lines {
            writeln!(pager, "{n}").expect("a line is taken");
        }
        pager.close().expect("an end");
        std::fs::read_to_string(file).ok()
    }

    #[test]
    fn what_fits_the_screen_is_not_paged() {
        assert_eq!(paged(4), None);
        assert_eq!(paged(6).as_deref(), Some("0\n1\n2\n3\n4\n5\n"));
    }

    #[test]
    fn a_reader_who_leaves_the_pager_is_a_closed_pipe() {
        let mut pager = Pager::new("true".into(), (80, 1));
        let lines = "line\n".repeat(100_000);
        let error =
            pager.write_all(lines.as_bytes()).and_then(|()| pager.write_all(lines.as_bytes()));
        assert_eq!(error.expect_err("nobody reads").kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn long_lines_fill_the_screen() {
        let mut pager = Pager::new("true".into(), (10, 3));
        assert!(pager.keep("ə".repeat(20).as_bytes()));
        assert!(pager.keep(b"\n"));
        assert!(!pager.keep(b"\n"));
    }

    #[test]
    fn a_pager_that_fails_is_told() {
        let mut pager = Pager::new("false".into(), (80, 1));
        pager.write_all("line\n".repeat(100_000).as_bytes()).expect("taken all the same");
        assert!(pager.close().is_err());
    }

    #[test]
    fn a_program_that_is_not_there_is_no_error() {
        assert!(spawn("samur-no-such-pager -R").is_err());
        assert!(spawn("'").is_err());
    }
}
