//! The records as tables for spreadsheets and statistics, after RFC 4180.
//!
//! A table is a list of columns: name, type, sentence, and how its value is found. The first three also
//! describe the table where it is described.
//!
//! The files begin with a byte order mark, since without one spreadsheets read them in the code page of
//! the machine and Chinese becomes noise; pandas, `DuckDB`, `SQLite` and R's readr pass over it, and
//! Python's `csv` does with the encoding `utf-8-sig`. Text that a spreadsheet would take for a formula
//! stands behind an apostrophe; numbers stay numbers.

mod claims;

pub use claims::claims;

use super::edition::Edition;
use rayon::prelude::*;

/// One column of a table whose rows are `R`.
struct Column<R> {
    /// Its name.
    name: &'static str,
    /// What it holds in a row.
    value: fn(&Edition<'_>, R) -> Value,
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    /// Words.
    Text(String),
    /// A whole number.
    Integer(usize),
    /// Yes or no.
    Truth(bool),
    /// Nobody assessed it.
    Nothing,
}

/// Between the items of a list in one place; no id holds it.
const SEPARATOR: &str = "; ";

impl Value {
    fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    fn list<S: AsRef<str>>(items: &[S]) -> Self {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        Self::Text(items.join(SEPARATOR))
    }

    fn field(self) -> String {
        match self {
            Self::Text(words) => guarded(words),
            Self::Integer(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Nothing => String::new(),
        }
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        Self::text(words)
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Integer(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

/// Keeps a spreadsheet from running text as a formula, after OWASP's page on CSV injection.
fn guarded(words: String) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{words}");
    }
    words
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn table<R: Copy + Sync>(edition: &Edition<'_>, columns: &[Column<R>], rows: &[R]) -> Vec<u8> {
    let fields: Vec<Vec<String>> = rows
        .par_iter()
        .map(|&row| {
            let columns = columns.iter();
            columns
                .map(|column| (column.value)(edition, row).field())
                .collect()
        })
        .collect();
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let header: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let written = writer
        .write_record(header)
        .and_then(|()| fields.iter().try_for_each(|row| writer.write_record(row)));
    written.expect("rows of equal length can be written to memory");
    writer.into_inner().expect("memory takes every byte")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(Value::text(formula).field(), format!("'{formula}"));
        }
        for plain in ["a=1", "", "'=1", "中文", "1-2"] {
            assert_eq!(Value::text(plain).field(), plain);
        }
        assert_eq!(Value::Integer(7).field(), "7");
        assert_eq!(Value::Truth(true).field(), "true");
        assert_eq!(Value::Nothing.field(), "");
    }
}
