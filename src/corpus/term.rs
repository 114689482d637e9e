use super::{Date, SideId, Text};
use crate::source::Span;
use crate::vocabulary::TermKind;

/// A named law, bill, plan, programme, body or idea.
#[derive(Debug)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// The name that pages use.
    pub name: Text,
    /// What it names.
    pub kind: TermKind,
    /// The side that it belongs to.
    pub side: Option<SideId>,
    /// Its official name.
    pub official_name: Option<Text>,
    /// What it is.
    pub definition: Option<Text>,
    /// Spellings to mark in statements.
    pub forms: Vec<Text>,
    /// Where readers learn more.
    pub url: Option<String>,
    /// What became of it.
    pub history: Vec<History>,
    /// Markdown for the reader.
    pub note: Option<Text>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// The file.
    pub span: Span,
}

/// An event in the history of a term.
#[derive(Debug)]
pub struct History {
    /// When it happened.
    pub date: Date,
    /// What happened.
    pub what: Text,
    /// Where it is told.
    pub url: Option<String>,
}
