use std::fmt;
use std::ops::Range;

/// One thing that is wrong in a file of messages, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageFault {
    /// The bytes of the file that it is about.
    pub span: Range<usize>,
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong in a file of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The Fluent parser stumbled; its own words.
    Syntax(String),
    /// The name is taken by an earlier message or term, which share one namespace.
    Duplicate {
        /// The name.
        name: String,
        /// The line of the first definition, from 1.
        first_line: usize,
    },
    /// The name is that of a function.
    Reserved(String),
    /// The message has attributes but no text of its own.
    NoText(String),
    /// A message, term or attribute is referred to that the file does not define.
    UnknownReference(String),
    /// A function other than `NUMBER` is called.
    UnknownFunction(String),
    /// `NUMBER` is called with something other than one variable or number.
    BadNumberCall,
    /// `NUMBER` is given an option or a value of one that it does not know.
    BadNumberOption(String),
    /// A number has more digits than plural rules can hold.
    LongNumber(String),
    /// A term prints something that only the message around it could know.
    VariableInTerm(String),
}

impl MessageFault {
    /// A fault at these bytes of the file's text.
    pub(super) fn new(text: &str, span: Range<usize>, kind: FaultKind) -> Self {
        Self {
            line: line_at(text, span.start),
            span,
            kind,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match &self.kind {
            FaultKind::Syntax(_) => {
                "write `id = text`, indent further lines of the text, and write a brace as `{\"{\"}`".to_owned()
            }
            FaultKind::Duplicate { first_line, .. } => format!("remove one of the two, the first is on line {first_line}"),
            FaultKind::Reserved(_) => "choose another id".to_owned(),
            FaultKind::NoText(id) => format!("write the text after `{id} =`"),
            FaultKind::UnknownReference(name) => format!("define `{name}` in this file, or correct the name"),
            FaultKind::UnknownFunction(_) => "only `NUMBER` may be called".to_owned(),
            FaultKind::BadNumberCall => "write `NUMBER($variable)`".to_owned(),
            FaultKind::BadNumberOption(_) => {
                "the options are `type: \"ordinal\"`, `useGrouping: \"false\"`, and `minimumFractionDigits` and \
                 `maximumFractionDigits` from 0 to 9"
                    .to_owned()
            }
            FaultKind::LongNumber(_) => "write at most 15 digits, or write the number as text".to_owned(),
            FaultKind::VariableInTerm(_) => "make the term a message, whose id begins without `-`".to_owned(),
        }
    }
}

impl fmt::Display for MessageFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            FaultKind::Syntax(words) => formatter.write_str(words),
            FaultKind::Duplicate { name, .. } => write!(formatter, "`{name}` is defined twice"),
            FaultKind::Reserved(name) => write!(formatter, "`{name}` is the name of a function"),
            FaultKind::NoText(id) => write!(formatter, "message `{id}` has no text"),
            FaultKind::UnknownReference(name) => write!(formatter, "`{name}` is not defined"),
            FaultKind::UnknownFunction(name) => write!(formatter, "there is no function `{name}`"),
            FaultKind::BadNumberCall => formatter.write_str("`NUMBER` takes one variable"),
            FaultKind::BadNumberOption(name) => {
                write!(formatter, "`NUMBER` does not take this `{name}`")
            }
            FaultKind::LongNumber(digits) => write!(formatter, "the number {digits} is too long"),
            FaultKind::VariableInTerm(name) => write!(formatter, "a term cannot print `{name}`"),
        }
    }
}

/// The line of a byte of the text, from 1.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    1 + text
        .bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
}
