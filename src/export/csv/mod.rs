//! The records as tables for spreadsheets and statistics, after RFC 4180.
//!
//! A table is a list of columns: name, type, sentence, and how its value is found. The first three also
//! describe the table in the package.
//!
//! The files begin with a byte order mark, since without one spreadsheets read them in the code page of
//! the machine and Chinese becomes noise; pandas, `DuckDB`, `SQLite` and R's readr pass over it, and
//! Python's `csv` does with the encoding `utf-8-sig`. Text that begins with an
//! apostrophe, or with a sign by which a spreadsheet knows a formula, stands behind one more apostrophe, so
//! whoever takes one away has the text; numbers stay numbers. Texts are those of the site's first language.

mod claims;
mod column;
mod figures;
mod relations;

pub use column::{Holds, Value};

use super::edition::Edition;
use super::sink::{PORTION, Sink};
use crate::corpus::VoiceId;
use column::Column;
use rayon::prelude::*;

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// A claim a row.
    Claims,
    /// A figure a row.
    Figures,
    /// A relation between two claims a row.
    Relations,
}

impl Table {
    /// Writes it.
    pub fn write(self, edition: &Edition<'_>, sink: Sink<'_>) {
        match self {
            Self::Claims => table(edition, claims::COLUMNS, &edition.claims(), sink),
            Self::Figures => table(edition, figures::COLUMNS, &figures::rows(edition), sink),
            Self::Relations => {
                let rows = relations::rows(edition);
                table(edition, relations::COLUMNS, &rows, sink);
            }
        }
    }

    /// Name, type and meaning of each of its columns.
    pub fn fields(self) -> Vec<(&'static str, Holds, &'static str)> {
        match self {
            Self::Claims => fields(claims::COLUMNS),
            Self::Figures => fields(figures::COLUMNS),
            Self::Relations => fields(relations::COLUMNS),
        }
    }
}

fn fields<R>(columns: &[Column<R>]) -> Vec<(&'static str, Holds, &'static str)> {
    let columns = columns.iter();
    columns.map(|it| (it.name, it.holds, it.about)).collect()
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn table<R: Copy + Sync>(edition: &Edition<'_>, columns: &[Column<R>], rows: &[R], sink: Sink<'_>) {
    let header: Vec<&str> = columns.iter().map(|column| column.name).collect();
    sink(&written(&header, &[]));
    for portion in rows.chunks(PORTION) {
        let fields = portion.par_iter().map(|&row| {
            let columns = columns.iter();
            let fields = columns.map(|column| (column.value)(edition, row).field());
            fields.collect()
        });
        let fields: Vec<Vec<String>> = fields.collect();
        sink(&records(Vec::new(), &fields));
    }
}

/// A header and rows of as many fields each, guarded before.
pub fn written<H: AsRef<[u8]>>(header: &[H], rows: &[Vec<String>]) -> Vec<u8> {
    let header = records(BYTE_ORDER_MARK.to_vec(), &[header]);
    records(header, rows)
}

/// Records after what is written already.
fn records<F: AsRef<[u8]>, R: AsRef<[F]>>(before: Vec<u8>, records: &[R]) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(before);
    let mut records = records.iter();
    let done = records.try_for_each(|record| writer.write_record(record.as_ref()));
    done.expect("records of equal length can be written to memory");
    writer.into_inner().expect("memory takes every byte")
}

fn voices(edition: &Edition<'_>, voices: &[VoiceId]) -> Value {
    Value::list(voices.iter().map(|&id| edition.corpus[id].id.as_str()))
}
