//! Files that appear whole or not at all: written beside their place, synced, renamed.

use std::fs::File;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::{Error, Result};

/// A new file beside `target`; it is removed unless it is settled.
pub fn beside(target: &Path) -> Result<NamedTempFile> {
    let file =
        tempfile::Builder::new().prefix(".samur-").suffix(".tmp").tempfile_in(folder(target));
    file.map_err(|error| Error::write(&target.display().to_string(), &error))
}

/// Syncs a file that stands beside `target` and renames it into place.
pub fn settle(file: NamedTempFile, target: &Path) -> Result<()> {
    let failed = |error: &io::Error| Error::write(&target.display().to_string(), error);
    // What is overwritten keeps its permissions.
    let kept = std::fs::metadata(target).map(|there| there.permissions());
    let set =
        kept.map_or_else(|_| readable(file.as_file()), |kept| file.as_file().set_permissions(kept));
    set.map_err(|error| failed(&error))?;
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    file.persist(target).map_err(|error| failed(&error.error))?;
    // The rename itself is on disk only when the folder is; where a folder cannot be synced, nothing more can be done.
    let _ = File::open(folder(target)).and_then(|folder| folder.sync_all());
    Ok(())
}

/// The folder that holds a file.
pub fn folder(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A temporary file is private; a result is as readable as any file the user makes.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &File) -> io::Result<()> {
    Ok(())
}
