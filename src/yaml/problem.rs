use super::node::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, shown};
use crate::source::Span;
use serde::de;
use std::fmt;

const ADD_MARKS: &str = "put quotation marks around it";
const DIGITS_ALONE: &str = "write digits alone, without quotation marks or a unit";

/// What a record is to its reader.
pub const MAPPING: &str = "a mapping of keys to values";

/// Why a value cannot be read; the reader that holds the value puts it on the report.
#[derive(Debug)]
pub enum Problem {
    /// A value of a type that a field does not take.
    Type {
        /// What was expected and what was found.
        message: String,
        /// What to do.
        help: Option<&'static str>,
    },
    /// A word that is none of those a field takes.
    Variant {
        /// What was written.
        found: String,
        /// What could be written.
        known: &'static [&'static str],
    },
}

impl Problem {
    /// The problem as a fault at the place of the value.
    pub fn fault(&self, span: Span) -> Diagnostic {
        match self {
            Self::Type { message, help } => {
                let mut fault = Diagnostic::new(Code::WrongType, span, message);
                fault.help = help.map(str::to_owned);
                fault
            }
            Self::Variant { found, known } => {
                let message = format!("`{}` is not a word that this field takes", shown(found));
                Diagnostic::new(Code::UnknownValue, span, message)
                    .suggest(found, known.iter().copied())
            }
        }
    }

    /// What to write in place of a value, where only its quotation marks are wrong.
    pub fn mended(&self, node: &Node) -> Option<String> {
        const MARKS: usize = 2;
        let Self::Type {
            help: Some(help), ..
        } = self
        else {
            return None;
        };
        let length = node.span.range().len();
        match (&node.value, *help) {
            (Value::Integer(number), ADD_MARKS) => Some(number.to_string()),
            (Value::Bool(value), ADD_MARKS) => Some(value.to_string()),
            (Value::Text(text), DIGITS_ALONE) => {
                let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
                let is_marked = length == text.len() + MARKS;
                return (is_number && is_marked).then(|| text.clone());
            }
            _ => None,
        }
        // A number written in another way, such as 0x1F, is not known as it was written.
        .filter(|written| written.len() == length)
        .map(|written| format!("\"{written}\""))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type { message, .. } => f.write_str(message),
            Self::Variant { found, .. } => write!(f, "`{found}` is not one of the words"),
        }
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Type {
            message: message.to_string(),
            help: None,
        }
    }

    fn invalid_type(found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let expected = match expected.to_string() {
            words if words == "a string" => "text".to_owned(),
            words if words == "f64" => "a number".to_owned(),
            words if words == "a boolean" => "`true` or `false`".to_owned(),
            words => words,
        };
        let help = mend(found, &expected);
        let found = match found {
            de::Unexpected::Bool(value) => format!("`{value}`"),
            de::Unexpected::Signed(value) => format!("the number {value}"),
            de::Unexpected::Float(value) => format!("the number {value}"),
            de::Unexpected::Str(_) => "text".to_owned(),
            de::Unexpected::Unit => "nothing".to_owned(),
            de::Unexpected::Seq => "a list".to_owned(),
            de::Unexpected::Map => "a mapping".to_owned(),
            other => other.to_string(),
        };
        let message = format!("expected {expected}, found {found}");
        Self::Type { message, help }
    }

    fn unknown_variant(found: &str, known: &'static [&'static str]) -> Self {
        Self::Variant {
            found: found.to_owned(),
            known,
        }
    }
}

/// What to do about a value of the wrong type.
fn mend(found: de::Unexpected<'_>, expected: &str) -> Option<&'static str> {
    use de::Unexpected::{Bool, Float, Map, Seq, Signed, Str, Unit};
    match (found, expected) {
        (Unit, _) => Some("write a value, or remove the line"),
        (Bool(_) | Signed(_) | Float(_), _) if expected.starts_with("text") => Some(ADD_MARKS),
        (Bool(_) | Signed(_) | Float(_), "a date") => {
            Some("write `2025`, `2025-03` or `2025-07-05`")
        }
        (Str(_), "`true` or `false`") => Some("write `true` or `false`, without quotation marks"),
        (Str(_), "a number") => Some(DIGITS_ALONE),
        (Seq, MAPPING) => Some("write keys with values, without dashes before them"),
        (Seq, _) => Some("write one value, without dashes or brackets"),
        (_, MAPPING) => Some("write keys below it, each with a value"),
        (Bool(_) | Signed(_) | Float(_), _) => Some("write a word"),
        (Map, _) => Some("write one value; text that holds a colon needs quotation marks"),
        _ => None,
    }
}
