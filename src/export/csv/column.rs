use crate::export::edition::Edition;

/// One column of a table whose rows are `R`.
pub struct Column<R> {
    /// Its name.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
    /// What that means, in one sentence.
    pub about: &'static str,
    /// What it holds in a row.
    pub value: fn(&Edition<'_>, R) -> Value,
}

/// What stands in a column, in the words of Frictionless Table Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words, guarded.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers.
    Number,
    /// `true` or `false`.
    Truth,
}

impl Holds {
    /// The name of the type in a table schema.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Truth => "boolean",
        }
    }
}

/// A column.
pub const fn column<R>(
    name: &'static str,
    holds: Holds,
    about: &'static str,
    value: fn(&Edition<'_>, R) -> Value,
) -> Column<R> {
    Column {
        name,
        holds,
        about,
        value,
    }
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A whole number.
    Integer(usize),
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// Nobody assessed it.
    Nothing,
}

/// Between the items of a list in one place; no id holds it.
const SEPARATOR: &str = "; ";

impl Value {
    /// A list in one place.
    pub fn list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Self {
        let mut list = String::new();
        for item in items {
            if !list.is_empty() {
                list.push_str(SEPARATOR);
            }
            list.push_str(item.as_ref());
        }
        Self::Text(list)
    }

    /// The field as it is written.
    pub fn field(self) -> String {
        match self {
            Self::Text(words) => guarded(words),
            Self::Integer(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
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
        Self::Text(words.to_owned())
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

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

/// Signs at whose sight a spreadsheet takes text for a formula, after OWASP's page on CSV injection, and the one that
/// keeps it from doing so. Whoever takes one such sign away from the beginning of a field has the text again.
const TELLING: [char; 12] = [
    GUARD, '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n',
];

const GUARD: char = '\'';

fn guarded(mut words: String) -> String {
    if words.starts_with(TELLING) {
        words.insert(0, GUARD);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for formula in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "'s", "＝1",
        ] {
            assert_eq!(Value::from(formula).field(), format!("'{formula}"));
        }
        for plain in ["a=1", "", "中文", "1-2"] {
            assert_eq!(Value::from(plain).field(), plain);
        }
        assert_eq!(Value::from(-0.5).field(), "-0.5");
        assert_eq!(Value::from(50.0).field(), "50");
        assert_eq!(Value::from(7).field(), "7");
        assert_eq!(Value::from(true).field(), "true");
        assert_eq!(Value::from(None::<bool>).field(), "");
        assert_eq!(Value::list(["=a", "b"]).field(), "'=a; b");
    }
}
