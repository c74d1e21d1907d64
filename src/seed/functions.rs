//! The SQL functions that derivations, checks and pages may use, besides SQLite's own.

use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use crate::date;
use crate::error::Result;
use crate::source::{Range, Texts, plain, sha256};
use crate::text;

const PURE: FunctionFlags = FunctionFlags::SQLITE_UTF8.union(FunctionFlags::SQLITE_DETERMINISTIC);

/// `fold(text)`, `fold_parts(text)` (each part between ` · ` by itself), `edit_distance(a, b)`, `edtf_earliest(text)`, `edtf_latest(text)`; each is NULL of NULL.
pub fn register(connection: &Connection) -> Result<()> {
    connection
        .create_scalar_function("fold", 1, PURE, |c| Ok(text_of(c, 0)?.map(|t| text::fold(&t))))?;
    connection.create_scalar_function("fold_parts", 1, PURE, |c| {
        let parts = |t: String| t.split(" · ").map(text::fold).collect::<Vec<_>>().join(" · ");
        Ok(text_of(c, 0)?.map(parts))
    })?;
    connection.create_scalar_function("edit_distance", 2, PURE, |c| {
        let (Some(a), Some(b)) = (text_of(c, 0)?, text_of(c, 1)?) else {
            return Ok(None);
        };
        Ok(Some(text::edit_distance(&a, &b) as i64))
    })?;
    connection.create_scalar_function("edtf_earliest", 1, PURE, |c| {
        Ok(text_of(c, 0)?.and_then(|t| date::span(&t).ok()?.earliest))
    })?;
    connection.create_scalar_function("edtf_latest", 1, PURE, |c| {
        Ok(text_of(c, 0)?.and_then(|t| date::span(&t).ok()?.latest))
    })?;
    Ok(())
}

/// Functions over the documents: `plain(text)`, `words(source, start, stop, sha256)` (NULL where the slice has another hash),
/// `slice(source, start, stop)`, `slice_sha256(source, start, stop)`, `source_chars(source)`, `source_sha256(source)`,
/// `source_trouble(source)`, `line_at(source, position)`, `find_slice(source, sha256, length)`, `cuts(source, position)`.
/// Each is NULL where the source's text is not at hand; `source_trouble` says why it cannot be read.
pub fn register_texts(connection: &Connection, texts: &Arc<Texts>) -> Result<()> {
    connection
        .create_scalar_function("plain", 1, PURE, |c| Ok(text_of(c, 0)?.map(|t| plain(&t))))?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("words", 4, PURE, move |c| {
        let hash = text_of(c, 3)?;
        Ok(on(&t, c)?.and_then(|(text, range)| {
            let slice = text.slice(range)?;
            (hash.as_deref() == Some(sha256(slice.as_bytes()).as_str())).then(|| plain(slice))
        }))
    })?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("slice", 3, PURE, move |c| {
        Ok(on(&t, c)?.and_then(|(text, range)| text.slice(range).map(str::to_owned)))
    })?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("slice_sha256", 3, PURE, move |c| {
        Ok(on(&t, c)?.and_then(|(text, range)| text.slice(range).map(|s| sha256(s.as_bytes()))))
    })?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("source_chars", 1, PURE, move |c| {
        Ok(text_of(c, 0)?.and_then(|id| Some(t.get(&id)?.chars() as i64)))
    })?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("source_sha256", 1, PURE, move |c| {
        Ok(text_of(c, 0)?.and_then(|id| Some(t.get(&id)?.sha256.clone())))
    })?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("source_trouble", 1, PURE, move |c| {
        Ok(text_of(c, 0)?.and_then(|id| t.trouble(&id).map(str::to_owned)))
    })?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("line_at", 2, PURE, move |c| {
        let (Some(id), Some(at)) = (text_of(c, 0)?, number_of(c, 1)?) else {
            return Ok(None);
        };
        Ok(t.get(&id).filter(|text| at < text.chars()).map(|text| text.line_at(at) as i64))
    })?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("find_slice", 3, PURE, move |c| {
        let (Some(id), Some(hash), Some(length)) =
            (text_of(c, 0)?, text_of(c, 1)?, number_of(c, 2)?)
        else {
            return Ok(None);
        };
        Ok(t.get(&id).and_then(|text| text.find_slice(&hash, length)).map(|at| at as i64))
    })?;
    let t = Arc::clone(texts);
    connection.create_scalar_function("cuts", 2, PURE, move |c| {
        let (Some(id), Some(at)) = (text_of(c, 0)?, number_of(c, 1)?) else {
            return Ok(None);
        };
        Ok(t.get(&id).and_then(|text| text.cuts(at)).map(str::to_owned))
    })?;
    Ok(())
}

fn text_of(context: &Context, at: usize) -> rusqlite::Result<Option<String>> {
    context.get(at)
}

fn number_of(context: &Context, at: usize) -> rusqlite::Result<Option<usize>> {
    Ok(context.get::<Option<i64>>(at)?.and_then(|n| usize::try_from(n).ok()))
}

/// The text and range that a call `f(source, start, stop)` is about.
fn on<'a>(
    texts: &'a Texts,
    context: &Context,
) -> rusqlite::Result<Option<(&'a crate::source::Text, Range)>> {
    let (Some(id), Some(start), Some(stop)) =
        (text_of(context, 0)?, number_of(context, 1)?, number_of(context, 2)?)
    else {
        return Ok(None);
    };
    Ok(texts.get(&id).map(|text| (text, Range { start, stop })))
}
