//! samur: a chronicle of the break between Russia and Azerbaijan as an embedded `SQLite` data package with a query CLI.
//!
//! The data declare, the code interprets: `schema.sql` holds types, vocabularies, relations and the sentences of the
//! error messages; the loader knows the tables only from it. A canned query is one `.sql` file whose head declares its
//! name, question and parameters; a check is one `.sql` file that returns what is wrong; a page of `samur show` is one
//! `.sql` file of sections. No topic, actor or country is named in this source: another chronicle in another seed
//! folder builds just the same.
//!
//! # How data flow
//! ```text
//! seed/*.csv ──csv──> staged rows ──constraints, derive/*.sql, checks/*.sql──> problems? print all, exit 1
//! schema.sql ──────────────────────────────────────────────> none? database, built in or renamed into place
//! queries/*.sql ──head──> subcommand ──typed values──> bound statement ──> rows ──> one Sink of output/ ──> stdout
//! ```
//!
//! # Module rule
//! `cli` → `command/*` → `spelling` → `catalog`, `seed`, `database`, `source`, `output` → `date`, `file`, `layout`, `schema`,
//! `words`, `text`, `problem`, `error`. Commands never import each other; `catalog` knows no `SQLite`; `output` sees values and column
//! names and knows no query, seed or table; the leaves import nothing of the crate but leaves. A test reads the `use`
//! lines.

pub mod catalog;
pub mod cli;
pub mod command;
pub mod database;
pub mod date;
pub mod error;
pub mod file;
pub mod layout;
pub mod output;
pub mod problem;
pub mod schema;
pub mod seed;
pub mod source;
pub mod spelling;
pub mod text;
pub mod words;

/// What the build script put together: lists of SQL files, the built-in chronicle, and the faults of its seed.
pub mod package {
    include!(concat!(env!("OUT_DIR"), "/package.rs"));

    /// Everything that the loader interprets.
    pub const DEFINITIONS: crate::seed::Definitions = crate::seed::Definitions {
        schema: include_str!("../schema.sql"),
        derivations: DERIVATIONS,
        checks: CHECKS,
        queries: QUERIES,
    };
}
