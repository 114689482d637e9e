use super::{Citation, Reference, Style, bib, cite};
use crate::corpus::{ClaimId, Corpus, Date, DocumentId, EditorId, LanguageId};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The citations of a corpus, each made once.
///
/// One takes the library about half a millisecond, too long to do it for every claim. So documents are cited
/// once, and statements by moulds: one for all statements in a language that the same editors annotated in
/// documents which joined the site on the same day, with letters where the statement and its address belong.
#[derive(Debug, Default)]
pub struct Citations {
    documents: Vec<([Citation; 3], String)>,
    moulds: BTreeMap<Likeness, [Citation; 3]>,
}

/// What statements have in common that share a mould.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    language: LanguageId,
    annotators: Vec<EditorId>,
    added: Date,
}

/// Private-use characters, which no style changes.
const TITLE: char = '\u{e014}';
const URL: char = '\u{e015}';

impl Citations {
    /// Cites every document, and makes the moulds for statements.
    pub fn new(corpus: &Corpus) -> Self {
        let documents = corpus.documents.par_iter().map(|document| {
            let reference = Reference::document(document, corpus);
            let citations = Style::ALL.map(|style| cite(&reference, style));
            (citations, bib(&reference))
        });
        let mut examples = BTreeMap::new();
        for (id, _) in corpus.claims() {
            for language in LanguageId::all(corpus.site.languages.len()) {
                examples.insert(Likeness::new(id, language, corpus), id);
            }
        }
        let moulds = examples.into_par_iter().map(|(likeness, id)| {
            let mut reference = Reference::statement(id, corpus, likeness.language, None);
            reference.title = TITLE.to_string();
            reference.url = corpus.site.base_url.as_ref().map(|_| URL.to_string());
            (likeness, Style::ALL.map(|style| cite(&reference, style)))
        });
        Self {
            documents: documents.collect(),
            moulds: moulds.collect(),
        }
    }

    /// A document in a style.
    pub fn document(&self, id: DocumentId, style: Style) -> &Citation {
        &self.documents[id.index()].0[style.index()]
    }

    /// A document as an entry of `BibLaTeX`.
    pub fn entry(&self, id: DocumentId) -> &str {
        &self.documents[id.index()].1
    }

    /// A statement in a style; the reference is its own, in that language.
    pub fn statement(
        &self,
        id: ClaimId,
        reference: &Reference,
        language: LanguageId,
        corpus: &Corpus,
        style: Style,
    ) -> Citation {
        let moulds = &self.moulds[&Likeness::new(id, language, corpus)];
        let url = reference.url.as_deref().unwrap_or_default();
        moulds[style.index()].with(&[(TITLE, reference.sentence()), (URL, url)])
    }
}

impl Likeness {
    fn new(id: ClaimId, language: LanguageId, corpus: &Corpus) -> Self {
        let claim = &corpus[id];
        Self {
            language,
            annotators: claim.annotators(),
            added: corpus[claim.document].added,
        }
    }
}
