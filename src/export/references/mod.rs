//! The documents as references for those who cite them: `BibLaTeX`, CSL-JSON and RIS.
//!
//! Voices have one name each, which nobody may cut into given and family names, so it stands whole in
//! every format.

mod bib;
mod csl;
mod ris;

pub use bib::bib;
pub use csl::csl;
pub use ris::ris;

use super::edition::Edition;
use crate::corpus::{Corpus, Date, Document, VoiceId};
use crate::vocabulary::DocumentKind;

/// What every format says of a document.
struct Reference<'a> {
    id: &'a str,
    kind: DocumentKind,
    title: String,
    authors: Vec<String>,
    publisher: Option<String>,
    published: Option<Date>,
    language: &'a str,
    url: Option<&'a str>,
}

impl<'a> Reference<'a> {
    fn new(document: &'a Document, corpus: &Corpus) -> Self {
        let name = |id: VoiceId| one_line(corpus[id].name.first());
        let authors = document.authors.iter().filter(|_| document.authors_given);
        Self {
            id: &document.id,
            kind: document.kind,
            title: one_line(document.title.first()),
            authors: authors.map(|&id| name(id)).collect(),
            publisher: document.publisher.map(name),
            published: document.published,
            language: &document.language,
            url: document.url.as_deref(),
        }
    }

    /// Whether it is part of a periodical, which its publisher stands for.
    fn is_article(&self) -> bool {
        matches!(self.kind, DocumentKind::Paper | DocumentKind::News)
    }

    /// What it is, where the type of a format does not tell.
    fn genre(&self) -> Option<&'static str> {
        match self.kind {
            DocumentKind::Brief => Some("policy brief"),
            DocumentKind::Plan => Some("plan"),
            DocumentKind::Speech => Some("speech"),
            DocumentKind::Statement => Some("statement"),
            DocumentKind::Paper
            | DocumentKind::News
            | DocumentKind::Report
            | DocumentKind::Law
            | DocumentKind::Dataset
            | DocumentKind::Web => None,
        }
    }
}

fn references<'a>(edition: &Edition<'a>) -> Vec<Reference<'a>> {
    let documents = edition.corpus.documents.iter();
    documents
        .map(|document| Reference::new(document, edition.corpus))
        .collect()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
