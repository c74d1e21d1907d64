//! The options that every verb knows.

use std::path::PathBuf;

use clap::{Args, ColorChoice};

use crate::output::Format;

/// Options that may stand before or after the verb.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Database to query [default: the built-in chronicle]
    #[arg(long, global = true, value_name = "FILE", env = "SAMUR_DB", hide_env = true)]
    pub db: Option<PathBuf>,
    /// Folder of queries of your own, one `.sql` file each, which become queries like those of samur
    #[arg(long, global = true, value_name = "DIR", env = "SAMUR_QUERIES", hide_env = true)]
    pub queries: Option<PathBuf>,
    /// Format of the result [default: table, or by the ending of --output]
    #[arg(
        short = 'F',
        long,
        global = true,
        value_enum,
        hide_possible_values = true,
        value_name = "table|csv|tsv|json|ndjson|markdown",
        help_heading = "Output"
    )]
    pub format: Option<Format>,
    /// Write to a file (export: a folder) instead of standard output
    #[arg(short, long, global = true, value_name = "PATH", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Leave out the header row
    #[arg(long, global = true, help_heading = "Output")]
    pub no_header: bool,
    /// At most this many rows
    #[arg(
        long,
        global = true,
        value_name = "N",
        help_heading = "Output",
        allow_negative_numbers = true
    )]
    pub limit: Option<u64>,
    /// Width of tables [default: the terminal's, else 80]
    #[arg(long, global = true, value_name = "N", help_heading = "Output", allow_negative_numbers = true, value_parser = clap::value_parser!(u16).range(20..))]
    pub width: Option<u16>,
    /// query: add the column `cite`, where in each source the row stands
    #[arg(long, global = true, help_heading = "Output")]
    pub cite: bool,
    /// When to colour
    #[arg(
        long,
        global = true,
        value_name = "auto|always|never",
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Output"
    )]
    pub color: ColorChoice,
    /// table: draw lines and bars with ASCII alone
    #[arg(long, global = true, help_heading = "Output")]
    pub ascii: bool,
    /// How NULL is written [default: empty in csv, NULL in tables]
    #[arg(long, global = true, value_name = "TEXT", help_heading = "Output")]
    pub null: Option<String>,
    /// csv: end lines with CR LF
    #[arg(long, global = true, help_heading = "Output")]
    pub crlf: bool,
    /// csv: begin with a byte order mark, for spreadsheets
    #[arg(long, global = true, help_heading = "Output")]
    pub bom: bool,
    /// csv: guard text that a spreadsheet would run as a formula
    #[arg(long, global = true, help_heading = "Output")]
    pub excel_safe: bool,
    /// Stop a query after this many seconds
    #[arg(long, global = true, value_name = "SECONDS", allow_negative_numbers = true, value_parser = seconds)]
    pub timeout: Option<f64>,
}

fn seconds(text: &str) -> std::result::Result<f64, String> {
    let seconds = text.parse::<f64>().ok().filter(|n| *n > 0.0 && *n < 1e9);
    seconds.ok_or_else(|| "takes a number of seconds, such as 1 or 0.5".into())
}
