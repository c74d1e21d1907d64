//! `samur man`: the manual page, in roff.

use super::print_text;
use crate::error::{Error, Exit, Result};

/// Prints the page of the program and of each of its verbs, one after another.
pub fn run(mut definition: clap::Command) -> Result<Exit> {
    // The heading of a page has room for the number alone.
    definition = definition.version(env!("CARGO_PKG_VERSION"));
    definition.build();
    let mut page = Vec::new();
    let verbs: Vec<clap::Command> = definition.get_subcommands().cloned().collect();
    for command in std::iter::once(definition).chain(verbs) {
        clap_mangen::Man::new(command)
            .render(&mut page)
            .map_err(|error| Error::write("the manual page", &error))?;
    }
    print_text(&String::from_utf8_lossy(&page))
}
