//! Opening a database read-only: the built-in image in place, or a file; limits on what its SQL may do and for how long.

mod excerpt;
mod explain;

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{LazyLock, Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::fallible_iterator::FallibleIterator as _;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::{Batch, Connection, ErrorCode, OpenFlags, Params, Row};

use self::excerpt::first_lines;
use self::explain::Statement;
use crate::error::{Error, Exit, Result};
use crate::package;
use crate::schema::Schema;
use crate::seed::is_samur_file;

/// How many steps of SQLite's machine lie between two looks at clock and keyboard.
const STEPS: i32 = 1000;

/// The longest text or blob in bytes that a query may make.
const LONGEST: i32 = 100_000_000;

/// The longest pattern of LIKE and GLOB in bytes: a long sentence, and nobody looks for more.
const LONGEST_PATTERN: i32 = 500;

const RUNNING: u8 = 0;
const TIMED_OUT: u8 = 1;
const INTERRUPTED: u8 = 2;

/// Set by Ctrl-C.
static INTERRUPT: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whether it is said what Ctrl-C does.
static HANDLERS: Once = Once::new();

/// A database open for reading.
pub struct Database {
    /// The connection; every statement on it is restricted to reading. It is left to the end of the process: to free the
    /// parsed schema takes a tenth of a short run, and a read-only connection has nothing to save.
    pub connection: ManuallyDrop<Connection>,
    /// The file that it is; none for the built-in chronicle.
    pub file: Option<PathBuf>,
    limit: Arc<Mutex<TimeLimit>>,
    stopped: Arc<AtomicU8>,
    refused: Arc<Mutex<Option<String>>>,
}

/// When a query is to end, and after how many seconds that is.
#[derive(Clone, Copy)]
struct TimeLimit {
    seconds: f64,
    deadline: Option<Instant>,
}

impl TimeLimit {
    fn from_now(timeout: Option<f64>) -> Self {
        let deadline = timeout.map(|seconds| Instant::now() + Duration::from_secs_f64(seconds));
        Self { seconds: timeout.unwrap_or_default(), deadline }
    }
}

/// The schema of this program.
pub fn schema() -> Result<Schema> {
    Schema::parse(package::DEFINITIONS.schema).map_err(Error::fault)
}

/// Opens a file, or the built-in chronicle; a note tells where a file's schema is of another version.
pub fn open(
    file: Option<&Path>,
    timeout: Option<f64>,
    notes: &mut Vec<String>,
) -> Result<Database> {
    let mut connection = match file {
        Some(file) => open_file(file, notes)?,
        None => open_built_in()?,
    };
    let stopped = Arc::new(AtomicU8::new(RUNNING));
    let refused = Arc::new(Mutex::new(None));
    restrict(&mut connection, &refused)?;
    let limit = Arc::new(Mutex::new(TimeLimit::from_now(timeout)));
    watch(&mut connection, &limit, &stopped)?;
    let connection = ManuallyDrop::new(connection);
    Ok(Database { connection, file: file.map(Path::to_owned), limit, stopped, refused })
}

fn open_built_in() -> Result<Connection> {
    let Some(image) = package::CHRONICLE else {
        return Err(Error::fault(format!(
            "this program carries no chronicle, because its seed was faulty when it was compiled:\n  {}\n  \
             mend the seed (`samur check`) and compile again, or give --db FILE",
            package::FAULTS.join("\n  ")
        )));
    };
    let mut connection = Connection::open_in_memory()?;
    connection.deserialize_bytes("main", image)?;
    Ok(connection)
}

fn open_file(file: &Path, notes: &mut Vec<String>) -> Result<Connection> {
    let shown = file.display();
    let schema = schema()?;
    if file.is_dir() {
        return Err(Error::database(format!("'{shown}' is a folder; --db takes a database file")));
    }
    if !file.is_file() {
        return Err(Error::database(format!(
            "no file '{shown}'\n  `samur build -o {shown}` makes one"
        )));
    }
    if !is_samur_file(file, schema.application_id) {
        return Err(Error::database(format!("'{shown}' is not a database that samur built")));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)
        .map_err(|error| Error::database(format!("cannot open '{shown}': {error}")))?;
    let version: i64 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(|error| Error::database(format!("cannot read '{shown}': {error}")))?;
    if version != schema.version {
        notes.push(format!(
            "note: '{shown}' has schema version {version}, this program has {}; some queries may fail",
            schema.version
        ));
    }
    Ok(connection)
}

/// Read-only is not one switch: `query_only` can be turned off by SQL, and a read-only connection still attaches files
/// and runs VACUUM INTO. The authorizer refuses all but reading.
fn restrict(connection: &mut Connection, refused: &Arc<Mutex<Option<String>>>) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A misspelt name in double quotes is an error, not a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    // One call on a giant value can't be interrupted.
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    // Nor can one match of a giant pattern.
    connection.set_limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)?;
    connection.execute_batch("PRAGMA query_only = 1; PRAGMA temp_store = MEMORY;")?;
    let refused = Arc::clone(refused);
    connection.authorizer(Some(move |context: AuthContext<'_>| {
        match refusal(&context.action) {
            None => Authorization::Allow,
            Some(what) => {
                *refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(what);
                Authorization::Deny
            }
        }
    }))?;
    Ok(())
}

/// Pragmas that only tell.
const PRAGMAS: [&str; 22] = [
    "application_id",
    "collation_list",
    "compile_options",
    "data_version",
    "database_list",
    "encoding",
    "foreign_key_check",
    "foreign_key_list",
    "function_list",
    "index_info",
    "index_list",
    "index_xinfo",
    "integrity_check",
    "module_list",
    "page_count",
    "page_size",
    "quick_check",
    "schema_version",
    "table_info",
    "table_list",
    "table_xinfo",
    "user_version",
];

/// Pragmas of these that set something when they are given a value.
const SETTING: [&str; 5] =
    ["application_id", "encoding", "page_size", "schema_version", "user_version"];

/// What is refused, in words; `None` where the action only reads.
fn refusal(action: &AuthAction<'_>) -> Option<String> {
    match action {
        AuthAction::Select | AuthAction::Read { .. } | AuthAction::Recursive => None,
        AuthAction::Function { function_name }
            if !function_name.eq_ignore_ascii_case("load_extension") =>
        {
            None
        }
        AuthAction::Pragma { pragma_name, pragma_value } => {
            let known = PRAGMAS.contains(pragma_name)
                && (pragma_value.is_none() || !SETTING.contains(pragma_name));
            (!known).then(|| format!("PRAGMA {pragma_name}"))
        }
        AuthAction::Attach { .. } => Some("ATTACH or VACUUM".into()),
        AuthAction::Insert { table_name } => Some(format!("INSERT into {table_name}")),
        AuthAction::Update { table_name, .. } => Some(format!("UPDATE of {table_name}")),
        AuthAction::Delete { table_name } => Some(format!("DELETE from {table_name}")),
        AuthAction::Transaction { .. } | AuthAction::Savepoint { .. } => {
            Some("a transaction".into())
        }
        AuthAction::Function { .. } => Some("loading an extension".into()),
        other => {
            let name = format!("{other:?}");
            let name: String = name.chars().take_while(|c| c.is_alphanumeric()).collect();
            let spaced = name.chars().fold(String::new(), |text, c| {
                if c.is_uppercase() && !text.is_empty() {
                    format!("{text} {c}")
                } else {
                    format!("{text}{c}")
                }
            });
            Some(spaced.to_uppercase())
        }
    }
}

/// Ends a statement at the time limit or on Ctrl-C.
fn watch(
    connection: &mut Connection,
    limit: &Arc<Mutex<TimeLimit>>,
    stopped: &Arc<AtomicU8>,
) -> Result<()> {
    let limit = Arc::clone(limit);
    let stopped = Arc::clone(stopped);
    let interrupt = on_interrupt();
    connection.progress_handler(
        STEPS,
        Some(move || {
            let deadline = limit.lock().unwrap_or_else(PoisonError::into_inner).deadline;
            let why = if interrupt.load(Ordering::Relaxed) {
                INTERRUPTED
            } else if deadline.is_some_and(|deadline| Instant::now() >= deadline) {
                TIMED_OUT
            } else {
                return false;
            };
            stopped.store(why, Ordering::Relaxed);
            true
        }),
    )?;
    Ok(())
}

/// The flag that Ctrl-C sets from now on, instead of ending the program; pressed once more, it ends it at once.
pub fn on_interrupt() -> Arc<AtomicBool> {
    HANDLERS.call_once(|| {
        let interrupt = || Arc::clone(&INTERRUPT);
        let again = signal_hook::flag::register_conditional_shutdown;
        let _ = again(signal_hook::consts::SIGINT, Exit::Interrupted as i32, interrupt());
        // Where no handler can be set, Ctrl-C ends the program as it ends any other.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, interrupt());
    });
    Arc::clone(&INTERRUPT)
}

/// Lets Ctrl-C end work and never the program: who presses it in a pager wants the prompt back. To be called first.
pub fn outlive_interrupts() {
    HANDLERS.call_once(|| {
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::clone(&INTERRUPT));
    });
}

/// Lets work begin anew after Ctrl-C ended some: the shell goes on.
pub fn resume() {
    INTERRUPT.store(false, Ordering::Relaxed);
}

/// Whether Ctrl-C was pressed.
pub fn is_interrupted() -> bool {
    INTERRUPT.load(Ordering::Relaxed)
}

/// What a person reads where Ctrl-C ended the work.
pub fn interrupted() -> Error {
    Error { exit: Exit::Interrupted, message: "interrupted".into() }
}

/// The error that ended some work, unless Ctrl-C did.
pub fn or_interrupted(error: Error) -> Error {
    if is_interrupted() { interrupted() } else { error }
}

impl Database {
    /// Bounds by time, counted from now, what is run next.
    pub fn limit(&self, timeout: Option<f64>) {
        self.stopped.store(RUNNING, Ordering::Relaxed);
        *self.limit.lock().unwrap_or_else(PoisonError::into_inner) = TimeLimit::from_now(timeout);
    }

    /// Explains an error of a statement: time limit, interruption, refusal, or what SQLite says, with the place in `sql`.
    pub fn explain(&self, error: &rusqlite::Error, sql: &str) -> Error {
        if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) {
            if self.stopped.load(Ordering::Relaxed) == INTERRUPTED {
                return interrupted();
            }
            let seconds = self.limit.lock().unwrap_or_else(PoisonError::into_inner).seconds;
            return Error {
                exit: Exit::Timeout,
                message: format!("the time limit of {seconds} s ended the query"),
            };
        }
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner).take();
        let denied = error.sqlite_error_code() == Some(ErrorCode::AuthorizationForStatementDenied)
            || error.to_string().starts_with("not authorized");
        if let (Some(what), true) = (refused, denied) {
            return Error::fault(format!(
                "{what} is refused: samur only reads\n{}\n  to change data, edit the seed and build; \
                 to work on a copy, `samur build -o copy.db` and open it with sqlite3",
                self.refused_in(sql)
            ));
        }
        match error {
            rusqlite::Error::SqlInputError { msg, sql: rest, offset, .. } => {
                let statement = Statement { sql, start: sql.len().saturating_sub(rest.len()) };
                statement.explain(self, msg, usize::try_from(*offset).ok())
            }
            // SQLite does not always tell the place; the statement is shown all the same.
            rusqlite::Error::SqliteFailure(_, Some(msg)) => {
                Statement { sql, start: 0 }.explain(self, msg, None)
            }
            other => Error::from_sqlite(other),
        }
    }

    /// The first statement of a script that is refused; SQLite does not tell which it was.
    fn refused_in(&self, sql: &str) -> String {
        let mut statement = Statement { sql, start: 0 };
        let mut script = Batch::new(&self.connection, sql);
        loop {
            match script.next() {
                Ok(Some(_)) => statement = statement.next(),
                // VACUUM is refused only when it runs.
                Ok(None) => return first_lines(sql, 0..sql.len()),
                Err(_) => return statement.shown(),
            }
        }
    }

    /// The first column of a query's rows.
    pub fn texts(&self, sql: &str) -> Result<Vec<String>> {
        self.rows(sql, [], |row| row.get(0))
    }

    /// What a function makes of each of a query's rows.
    pub fn rows<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        make: impl FnMut(&Row) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let read = || -> rusqlite::Result<Vec<T>> {
            self.connection.prepare(sql)?.query_map(parameters, make)?.collect()
        };
        read().map_err(|error| self.explain(&error, sql))
    }
}
