use super::bib::{encoded, in_field};
use super::filled::filled;
use super::{Citation, Foundation, Reference, Style, bib, cite};
use crate::corpus::{ClaimId, Corpus, Date, Document, DocumentId, EditorId, LanguageId};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The citations of a corpus, each made once, when it is asked for.
///
/// One takes the library about half a millisecond, too long to do it for every claim. So documents are cited
/// once, and statements by moulds: one for all statements in a language that the same editors annotated in
/// documents which joined the site on the same day, with letters where the statement and its address belong.
#[derive(Debug)]
pub struct Citations {
    documents: Vec<Source>,
    moulds: Arc<Mutex<BTreeMap<Likeness, Arc<Mould>>>>,
}

/// A document in each style, and as an entry of `BibLaTeX`, once somebody asked for it.
type Source = Arc<OnceLock<([Citation; 3], String)>>;

/// The citations of statements that are alike, once somebody asked for one.
#[derive(Debug, Default)]
struct Mould {
    styles: OnceLock<[Citation; 3]>,
    /// Entries of `BibLaTeX` without a foundation, with one, and with one that names the place.
    entries: [OnceLock<String>; 3],
}

/// What statements have in common that share a mould.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    language: LanguageId,
    annotators: Vec<EditorId>,
    added: Date,
}

/// Private-use characters, which no style changes, and which stand for nothing else in an entry.
const TITLE: char = '\u{e021}';
const URL: char = '\u{e022}';
const ID: char = '\u{e023}';
const SOURCE: char = '\u{e024}';
const PLACE: char = '\u{e025}';

impl Citations {
    /// The citations of a corpus, none of them made yet.
    pub fn new(corpus: &Corpus) -> Self {
        Self::after(None, corpus)
    }

    /// The citations of a corpus, those taken over that are the same in an earlier one.
    pub fn after(before: Option<(&Self, &Corpus)>, corpus: &Corpus) -> Self {
        let before = before.filter(|(_, it)| it.site == corpus.site);
        let sources = before.filter(|(_, it)| it.voices == corpus.voices);
        let known = |place: usize, document: &Document| {
            let (citations, before) = sources?;
            let is_same = before.documents.get(place) == Some(document);
            is_same.then(|| Arc::clone(&citations.documents[place]))
        };
        let documents = corpus.documents.iter().enumerate();
        let added = |it: &Corpus| it.documents.iter().map(|it| it.added).collect::<Vec<_>>();
        // Those of days that are gone would stay for ever.
        let moulds = before.filter(|(_, it)| added(it) == added(corpus));
        Self {
            documents: documents
                .map(|(place, document)| known(place, document).unwrap_or_default())
                .collect(),
            moulds: moulds.map_or_else(Arc::default, |(it, _)| Arc::clone(&it.moulds)),
        }
    }

    /// A document in a style.
    pub fn document(&self, id: DocumentId, style: Style, corpus: &Corpus) -> &Citation {
        &self.source(id, corpus).0[style.index()]
    }

    /// A document as an entry of `BibLaTeX`.
    pub fn entry(&self, id: DocumentId, corpus: &Corpus) -> &str {
        &self.source(id, corpus).1
    }

    fn source(&self, id: DocumentId, corpus: &Corpus) -> &([Citation; 3], String) {
        self.documents[id.index()].get_or_init(|| {
            let reference = Reference::document(&corpus[id], corpus);
            let citations = Style::ALL.map(|style| cite(&reference, style));
            (citations, bib(&reference))
        })
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
        let url = reference.url.as_deref().unwrap_or_default();
        let mould = self.mould(Likeness::new(id, language, corpus));
        let citations = mould.styles.get_or_init(|| {
            let mut reference = Reference::statement(id, corpus, language, None);
            reference.title = TITLE.to_string();
            reference.url = corpus.site.base_url.as_ref().map(|_| URL.to_string());
            Style::ALL.map(|style| cite(&reference, style))
        });
        citations[style.index()].with(&[(TITLE, reference.sentence()), (URL, url)])
    }

    /// A statement as an entry of `BibLaTeX`; the reference is its own, in that language, and what it does with its source
    /// is called the same for all statements.
    pub fn statement_entry(
        &self,
        id: ClaimId,
        reference: &Reference,
        language: LanguageId,
        corpus: &Corpus,
    ) -> String {
        let foundation = reference.foundation.as_ref();
        let place = foundation.and_then(|it| it.place.as_deref());
        let form = usize::from(foundation.is_some()) + usize::from(place.is_some());
        let mould = self.mould(Likeness::new(id, language, corpus));
        let mould = mould.entries[form].get_or_init(|| {
            bib(&Reference {
                id: ID.to_string(),
                title: TITLE.to_string(),
                url: reference.url.as_ref().map(|_| URL.to_string()),
                foundation: foundation.map(|it| Foundation {
                    id: SOURCE.to_string(),
                    label: it.label.clone(),
                    place: place.map(|_| PLACE.to_string()),
                }),
                ..reference.clone()
            })
        });
        let source = foundation.map(|it| in_field(&it.id));
        let url = reference.url.as_deref().map(encoded);
        let words = [
            (ID, reference.id.as_str()),
            (TITLE, &in_field(&reference.title)),
            (URL, &url.unwrap_or_default()),
            (SOURCE, &source.unwrap_or_default()),
            (PLACE, &place.map(in_field).unwrap_or_default()),
        ];
        filled(mould, &words)
    }

    fn mould(&self, likeness: Likeness) -> Arc<Mould> {
        let moulds = self.moulds.lock();
        let mut moulds = moulds.unwrap_or_else(PoisonError::into_inner);
        Arc::clone(moulds.entry(likeness).or_default())
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
