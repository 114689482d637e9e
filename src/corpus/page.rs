use super::{LanguageId, Text};
use crate::source::Span;

/// A prose page.
#[derive(Debug)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its Markdown.
    pub body: Text,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Where the Markdown stands in each language in which it is written.
    pub bodies: Vec<(LanguageId, Span)>,
    /// The file in the first language.
    pub span: Span,
}
