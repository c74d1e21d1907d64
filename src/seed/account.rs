//! Accounts for the texts of the documents: which words a row covers, which are left out on purpose, which are neither.

use rusqlite::types::Value;
use rusqlite::{Connection, params};

use crate::error::{Error, Result};
use crate::source::{Range, Texts};

/// Rows that a query gave.
#[derive(Debug)]
pub struct Rows {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The values, a row each.
    pub values: Vec<Vec<Value>>,
}

/// Makes the tables of the files, words, sentences and quotations of the documents.
pub fn texts(connection: &Connection, texts: &Texts) -> Result<()> {
    connection.execute_batch(include_str!("../account/texts.sql"))?;
    let mut file = connection.prepare("INSERT INTO text_file VALUES (?1)")?;
    for name in texts.files()? {
        file.execute([name])?;
    }
    let mut word = connection.prepare("INSERT INTO text_word VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let mut sentence = connection.prepare("INSERT INTO text_sentence VALUES (?1, ?2, ?3, ?4)")?;
    let mut quotation =
        connection.prepare("INSERT INTO text_quotation VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (source, text) in texts.iter() {
        let place = |range: Range| {
            (text.line_at(range.start) as i64, range.start as i64, range.stop as i64)
        };
        for (range, words) in text.words() {
            let (line, start, stop) = place(range);
            word.execute(params![source, line, start, stop, words])?;
        }
        for range in text.sentences() {
            let (line, start, stop) = place(range);
            sentence.execute(params![source, line, start, stop])?;
        }
        for range in text.quotations() {
            let (line, start, stop) = place(range);
            quotation.execute(params![source, line, start, stop, text.slice(range)])?;
        }
    }
    Ok(())
}

/// Makes the table of what accounts for each word.
pub fn words(connection: &Connection) -> Result<()> {
    let sql = include_str!("../account/words.sql");
    connection.execute_batch(sql).map_err(|error| Error::fault(format!("account/words: {error}")))
}

/// How much is accounted for: by source, then by reason.
pub fn shares(connection: &Connection) -> Result<Vec<Rows>> {
    [include_str!("../account/by-source.sql"), include_str!("../account/by-reason.sql")]
        .into_iter()
        .map(|sql| {
            rows(connection, sql).map_err(|error| Error::fault(format!("{error}\n  in: {sql}")))
        })
        .collect()
}

fn rows(connection: &Connection, sql: &str) -> rusqlite::Result<Rows> {
    let mut statement = connection.prepare(sql)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let values = statement
        .query_map([], |row| (0..columns.len()).map(|at| row.get(at)).collect())?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Rows { columns, values })
}
