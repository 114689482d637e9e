use std::fmt;

use thiserror::Error;

use super::MessageFault;

/// Why a language cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LanguageError {
    /// The tag does not follow BCP 47.
    #[error("`{tag}` is not a language tag of BCP 47")]
    Tag {
        /// The tag as written.
        tag: String,
    },
    /// The compiled ICU data cannot write this language.
    #[error("there is no data to write numbers, dates and lists in `{tag}`")]
    NoData {
        /// The tag.
        tag: String,
    },
    /// The file of messages has faults.
    #[error("the messages of `{tag}` have faults: {}", described(.faults))]
    Messages {
        /// The tag.
        tag: String,
        /// Every fault, in the order of the file; never empty.
        faults: Vec<MessageFault>,
    },
}

/// A message that cannot be written, which is a mistake in a template, a view or a file of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageError {
    /// The language.
    pub tag: String,
    /// The id that was asked for.
    pub id: String,
    /// What is wrong.
    pub problem: MessageProblem,
}

/// What can keep a message from being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageProblem {
    /// The language has no message with this id.
    Missing,
    /// The message needs what it was not given: the reasons in words, never empty.
    Unresolved(Vec<String>),
    /// This variable's number is not finite, or has more than 15 digits before the point, which plural rules cannot hold.
    Uncountable(String),
}

impl LanguageError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Tag { .. } => "write a tag such as `en`, `pt-BR` or `zh-Hans`".to_owned(),
            Self::NoData { .. } => {
                "write the tag of a language that the Unicode CLDR knows".to_owned()
            }
            Self::Messages { faults, .. } => {
                faults.first().map_or_else(String::new, MessageFault::help)
            }
        }
    }
}

impl MessageError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        let Self { tag, id, problem } = self;
        match problem {
            MessageProblem::Missing => format!("add `{id} = …` to `{tag}.ftl`"),
            MessageProblem::Unresolved(_) => {
                format!("change what gives `{id}` its variables, or the text in `{tag}.ftl`")
            }
            MessageProblem::Uncountable(variable) => format!("give `${variable}` as text"),
        }
    }
}

impl fmt::Display for MessageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { tag, id, problem } = self;
        match problem {
            MessageProblem::Missing => write!(formatter, "there is no message `{id}` in `{tag}`"),
            MessageProblem::Unresolved(reasons) => {
                write!(
                    formatter,
                    "message `{id}` in `{tag}` cannot be written: {}",
                    reasons.join(", ")
                )
            }
            MessageProblem::Uncountable(variable) => {
                write!(
                    formatter,
                    "message `{id}` in `{tag}` cannot count with the `${variable}` it is given"
                )
            }
        }
    }
}

impl std::error::Error for MessageError {}

fn described(faults: &[MessageFault]) -> String {
    let lines: Vec<_> = faults
        .iter()
        .map(|fault| format!("line {}: {fault}", fault.line))
        .collect();
    lines.join("; ")
}
