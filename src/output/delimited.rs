//! csv (RFC 4180) and tsv.

use std::io::{self, Write};

use rusqlite::types::ValueRef;

use super::{Look, Sink, shown};

/// Comma-separated values.
pub struct Csv<'a> {
    /// Where to write, until the first record.
    out: Option<&'a mut dyn Write>,
    writer: Option<csv::Writer<&'a mut dyn Write>>,
    look: Look,
}

impl<'a> Csv<'a> {
    /// A csv sink.
    pub fn new(out: &'a mut dyn Write, look: Look) -> Self {
        Self { out: Some(out), writer: None, look }
    }

    fn record(&mut self, fields: &[String]) -> io::Result<()> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        // The library hides the kind of an error, which tells a closed pipe from a full disk.
        writer.write_record(fields).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }

    /// Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
    fn guard(&self, text: String, value: ValueRef) -> String {
        let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r'])
            && matches!(value, ValueRef::Text(_));
        if self.look.excel_safe && formula { format!("'{text}") } else { text }
    }
}

impl Sink for Csv<'_> {
    fn columns(&mut self, names: &[&str]) -> io::Result<()> {
        let Some(out) = self.out.take() else { return Ok(()) };
        if self.look.bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let end = if self.look.crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        self.writer = Some(csv::WriterBuilder::new().terminator(end).from_writer(out));
        if self.look.header {
            self.record(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())?;
        }
        Ok(())
    }

    fn row(&mut self, values: &[ValueRef]) -> io::Result<()> {
        let null = self.look.null.clone().unwrap_or_default();
        let field =
            |v: &ValueRef| shown(*v).map_or_else(|| null.clone(), |text| self.guard(text, *v));
        let fields: Vec<String> = values.iter().map(field).collect();
        self.record(&fields)
    }

    fn finish(&mut self) -> io::Result<Option<String>> {
        self.writer.as_mut().map_or(Ok(()), csv::Writer::flush)?;
        Ok(None)
    }
}

/// Tab-separated values: as PostgreSQL's COPY, backslash, tab and line ends inside a value are written `\\`, `\t`, `\n`, `\r`.
pub struct Tsv<'a> {
    out: &'a mut dyn Write,
    look: Look,
}

impl<'a> Tsv<'a> {
    /// A tsv sink.
    pub fn new(out: &'a mut dyn Write, look: Look) -> Self {
        Self { out, look }
    }
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

impl Sink for Tsv<'_> {
    fn columns(&mut self, names: &[&str]) -> io::Result<()> {
        if self.look.header {
            writeln!(
                self.out,
                "{}",
                names.iter().map(|n| escape(n)).collect::<Vec<_>>().join("\t")
            )?;
        }
        Ok(())
    }

    fn row(&mut self, values: &[ValueRef]) -> io::Result<()> {
        let null = self.look.null.clone().unwrap_or_default();
        let fields: Vec<String> =
            values.iter().map(|v| shown(*v).map_or_else(|| null.clone(), |t| escape(&t))).collect();
        writeln!(self.out, "{}", fields.join("\t"))
    }

    fn finish(&mut self) -> io::Result<Option<String>> {
        Ok(None)
    }
}
