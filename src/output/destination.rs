//! Where results go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::pager::Pager;
use crate::error::{Error, Result};
use crate::file;

/// An open destination.
pub enum Destination {
    /// Standard output.
    Stdout(BufWriter<StdoutLock<'static>>),
    /// The screen, a long result through a pager.
    Screen(Pager),
    /// A file, written beside its place and renamed at the end.
    File(BufWriter<NamedTempFile>, PathBuf),
    /// A device or a pipe, which is written to and never replaced.
    Device(BufWriter<File>, PathBuf),
}

impl Destination {
    /// Opens a file, or standard output where there is none.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            let stream = || Self::Stdout(BufWriter::new(io::stdout().lock()));
            return Ok(Pager::for_terminal().map_or_else(stream, Self::Screen));
        };
        let failed = |error: io::Error| Error::write(&path.display().to_string(), &error);
        let path = &match fs::metadata(path) {
            Ok(there) if there.is_dir() => {
                let shown = path.display();
                return Err(Error::usage(format!("'{shown}' is a folder; --output takes a file")));
            }
            Ok(there) if !there.is_file() => {
                let device = File::options().write(true).open(path).map_err(failed)?;
                return Ok(Self::Device(BufWriter::new(device), path.to_owned()));
            }
            // What a link points to is replaced, not the link.
            Ok(_) => path.canonicalize().map_err(failed)?,
            Err(_) => path.to_owned(),
        };
        let file = file::beside(path)?;
        Ok(Self::File(BufWriter::new(file), path.to_owned()))
    }

    /// Flushes; a file is synced and renamed into place.
    pub fn close(self) -> Result<()> {
        match self {
            Self::Stdout(mut out) => {
                out.flush().map_err(|error| Error::write("standard output", &error))
            }
            Self::Screen(pager) => pager.close(),
            Self::File(out, path) => {
                let failed = |error: &io::Error| Error::write(&path.display().to_string(), error);
                let file = out.into_inner().map_err(|error| failed(error.error()))?;
                file::settle(file, &path)
            }
            Self::Device(mut out, path) => {
                out.flush().map_err(|error| Error::write(&path.display().to_string(), &error))
            }
        }
    }

    /// What to call it in a message.
    pub fn name(&self) -> String {
        match self {
            Self::Stdout(_) | Self::Screen(_) => "standard output".into(),
            Self::File(_, path) | Self::Device(_, path) => path.display().to_string(),
        }
    }
}

impl Write for Destination {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::Screen(out) => out.write(bytes),
            Self::File(out, _) => out.write(bytes),
            Self::Device(out, _) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::Screen(out) => out.flush(),
            Self::File(out, _) => out.flush(),
            Self::Device(out, _) => out.flush(),
        }
    }
}

/// Writes a whole file, which appears at once or not at all.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = Destination::open(Some(path))?;
    file.write_all(bytes).map_err(|error| Error::write(&path.display().to_string(), &error))?;
    file.close()
}
