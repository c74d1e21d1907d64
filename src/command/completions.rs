//! `samur completions`: completion scripts for shells.

use clap::Args;
use clap_complete::Shell;

use super::print_text;
use crate::error::{Exit, Result};

/// Print shell completions
#[derive(Debug, Args)]
pub struct Options {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script.
pub fn run(options: &Options, mut definition: clap::Command) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut definition, "samur", &mut script);
    print_text(&String::from_utf8_lossy(&script))
}
