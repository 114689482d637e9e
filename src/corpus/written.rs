use super::{LanguageId, Text};
use crate::source::Span;

/// Words that readers see, where editors wrote them.
#[derive(Clone, Debug)]
pub struct Written {
    /// The words.
    pub text: Text,
    /// The value with all its languages, or the start of the page in the first one.
    pub span: Span,
    /// Where each translation stands.
    pub translations: Vec<(LanguageId, Span)>,
    /// How they are written.
    pub form: Form,
}

/// How words are written.
#[derive(Clone, Debug)]
pub enum Form {
    /// In the first language alone.
    Plain,
    /// As a mapping from language to words.
    ByLanguage,
    /// As title and body of the page of this id, a file for each language.
    Page(String),
}

impl Written {
    /// Its translations, each with its language and place.
    pub fn translations(&self) -> impl Iterator<Item = (LanguageId, Span, &str)> {
        let there = self.translations.iter();
        there.filter_map(|&(language, span)| {
            Some((language, span, self.text.translation(language)?))
        })
    }
}
