use super::Text;
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
    /// The file in the first language.
    pub span: Span,
}
