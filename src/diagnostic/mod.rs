//! What is wrong, where, and what to do?
//!
//! A fault in content is a value: it goes on the [`Report`] and the work continues. Faults of the
//! machine are errors of the rooms that meet them and never come here.

mod code;
mod github;
mod human;
mod json;
mod mended;
mod place;
mod report;
mod sarif;
mod short;
mod shown;
mod suggestion;

pub use code::{Code, Severity};
pub use github::github;
pub use human::human;
pub use json::json;
pub use mended::{Change, Mended, mended};
pub use report::Report;
pub use sarif::sarif;
pub use short::short;
pub use shown::shown;
pub use suggestion::{did_you_mean, nearest};

use crate::source::Span;
use suggestion::certain;

/// How much longer a value is at its place for the marks around it.
const QUOTATION_MARKS: usize = 2;

/// One fault: its kind, its words, its place and what to do about it.
///
/// Words are lower case without a full stop and put names in backticks; the help is an action.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The kind of fault, which `diptych explain` knows.
    pub code: Code,
    /// How grave it is; the site's own configuration may change it.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// The primary place.
    pub span: Span,
    /// Words that stand under the primary place, empty where the message says all.
    pub label: String,
    /// Other places that matter, each with its words.
    pub related: Vec<(Span, String)>,
    /// Facts that help to understand it, each in one line.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Option<String>,
    /// A change that mends it.
    pub mend: Option<Mend>,
}

/// New text for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The place whose text gives way.
    pub span: Span,
    /// The new text.
    pub text: String,
    /// Whether nothing else can have been meant, so that a program may make the change by itself.
    pub is_certain: bool,
}

impl Diagnostic {
    /// A fault of this kind at this place, as grave as its code says.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            span,
            label: String::new(),
            related: Vec::new(),
            notes: Vec::new(),
            help: None,
            mend: None,
        }
    }

    /// Adds words under the primary place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Offers a change that mends it, if it is what the editor meant.
    #[must_use]
    pub fn mend(mut self, span: Span, text: impl Into<String>) -> Self {
        self.mend = Some(Mend {
            span,
            text: text.into(),
            is_certain: false,
        });
        self
    }

    /// Offers a change of the primary place that mends it for certain.
    #[must_use]
    pub fn certain_mend(mut self, text: impl Into<String>) -> Self {
        self.mend = Some(Mend {
            span: self.span,
            text: text.into(),
            is_certain: true,
        });
        self
    }

    /// Points from a wrong name at its place to the known one that was likely meant, and mends it where
    /// no other can have been.
    #[must_use]
    pub fn suggest<'a>(
        mut self,
        wrong: &str,
        known: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
    ) -> Self {
        let known = known.into_iter();
        self.help = did_you_mean(wrong, known.clone()).or(self.help);
        let length = self.span.range().len();
        // A name that is part of a longer one does not stand alone at its place.
        let is_alone = length == wrong.len() || length == wrong.len() + QUOTATION_MARKS;
        match certain(wrong, known) {
            Some(name) if is_alone => self.certain_mend(name),
            _ => self,
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
