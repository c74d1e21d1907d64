//! What lies in a folder.

#![allow(clippy::unwrap_used, reason = "a folder that cannot be read ends the test")]

use std::fs;
use std::path::Path;

/// The names of all files in a folder, hidden ones too.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
