use super::attest::{LockFile, from_lock, hold_against};
use super::failure::Failure;
use super::locate::{Quotation, locate, well_formed};
use super::lock::{
    FORMAT, Head, Lock, LockedClaim, NORMALISER, quotation_hash, settings_hash, sides_hash,
    source_hash,
};
use super::pin::Pin;
use super::reading::Format;
use super::source_text::{Settings, SourceText};
use crate::corpus::{Claim, ClaimId, Corpus, Document, DocumentId};
use crate::source::{Sources, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// The texts of documents that are not published, by the document's id.
pub type Texts = BTreeMap<String, (Format, String)>;

/// What is known of the quotations of one document.
#[derive(Clone, Debug)]
pub struct Examination {
    /// What proves them.
    pub proof: Proof,
    /// Words of the text; none where nothing is known of it.
    pub words: usize,
    /// The word with which each section begins, counted from 1; nothing for one that is not there.
    pub sections: Vec<Option<usize>>,
    /// Each claim with the place of its quotation, or with why it has none; by id.
    pub claims: Vec<(ClaimId, Result<Pin, Failure>)>,
    /// The bytes of each quotation, part by part, in the text; empty where it is not at hand.
    pub passages: Vec<(ClaimId, Vec<Range<usize>>)>,
    /// How the lock differs from the text or the claims.
    pub stale: Vec<Stale>,
}

impl Examination {
    /// The place of the quotation of a claim, where it was found.
    pub fn pin(&self, id: ClaimId) -> Option<&Pin> {
        let place = self.claims.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.claims[place].1.as_ref().ok()
    }

    /// The index of the section in which a quotation stands: the last that begins at or before it.
    pub fn section_of(&self, pin: &Pin) -> Option<usize> {
        let mut starts = self.sections.iter();
        starts.rposition(|start| start.is_some_and(|it| it <= pin.start()))
    }
}

/// What proves the quotations of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The text itself.
    Text,
    /// A lock: somebody who had the text found them.
    Lock,
    /// Nothing.
    Nothing,
}

/// Something in a lock that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The line of the lock.
    pub place: Span,
    /// What is wrong.
    pub problem: StaleProblem,
}

/// What can be wrong with a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaleProblem {
    /// It cannot be read.
    Unreadable(String),
    /// It was written by another version of the program.
    Version,
    /// The text has changed.
    Source,
    /// Repairs, furniture or sections have changed.
    Settings,
    /// The names of the sides have changed.
    Sides,
    /// It has a claim that is not there.
    UnknownClaim(String),
    /// What it says of a claim, or of the text, is not what the text says.
    Differs(Option<String>),
}

/// Looks for every quotation of a document: in its text where that is at hand, else in its lock.
pub fn examine(id: DocumentId, corpus: &Corpus, content: &Sources, texts: &Texts) -> Examination {
    let document = &corpus[id];
    let published = published_text(document, content);
    let lock = LockFile::find(document, content).filter(|_| published.is_none());
    let text = text_of(document, content, texts);
    let fresh = text.map(|(format, text)| find(document, corpus, format, text));
    match (fresh, lock) {
        (Some(mut fresh), Some(lock)) => {
            hold_against(&lock, &mut fresh, document, corpus);
            fresh.examination
        }
        (Some(fresh), None) => fresh.examination,
        (None, Some(lock)) => from_lock(&lock, document, corpus),
        (None, None) => nothing(document, corpus),
    }
}

/// The lock of a document whose text is at hand, and the text is not published: what `pin` writes.
pub fn lock_of(id: DocumentId, corpus: &Corpus, content: &Sources, texts: &Texts) -> Option<Lock> {
    let document = &corpus[id];
    if published_text(document, content).is_some() {
        return None;
    }
    let (format, text) = texts.get(&document.id)?;
    Some(find(document, corpus, *format, text).lock)
}

/// The text of a document, if it is published or at hand.
pub fn text_of<'a>(
    document: &Document,
    content: &'a Sources,
    texts: &'a Texts,
) -> Option<(Format, &'a str)> {
    let published = published_text(document, content);
    published.map(|text| (Format::Markdown, text)).or_else(|| {
        let (format, text) = texts.get(&document.id)?;
        Some((*format, text.as_str()))
    })
}

fn published_text<'a>(document: &Document, content: &'a Sources) -> Option<&'a str> {
    let file = content.find(&format!("content/documents/{}/text.md", document.id))?;
    Some(content.file(file).text())
}

/// Nothing is known but what the quotations themselves tell.
pub(super) fn nothing(document: &Document, corpus: &Corpus) -> Examination {
    let malformed = document.claims().filter_map(|id| {
        let fault = with_quotation(&corpus[id], well_formed).err()?;
        Some((id, Err(fault)))
    });
    Examination {
        proof: Proof::Nothing,
        words: 0,
        sections: vec![None; document.sections.len()],
        claims: malformed.collect(),
        passages: Vec::new(),
        stale: Vec::new(),
    }
}

/// What an editor declares of a document.
pub fn settings(document: &Document) -> Settings {
    Settings {
        repairs: document
            .repairs
            .iter()
            .map(|repair| (repair.printed.clone(), repair.read.clone()))
            .collect(),
        furniture: document.furniture.clone(),
        sections: document
            .sections
            .iter()
            .map(|section| section.starts.clone())
            .collect(),
    }
}

/// The ids of the sides with all their names.
pub fn sides(corpus: &Corpus) -> Vec<(String, Vec<String>)> {
    let named = corpus.site.sides.values().map(|side| {
        let texts = [&side.name, &side.in_text, &side.short];
        let mut names: Vec<String> = Vec::new();
        for (language, _) in corpus.site.languages() {
            names.extend(
                texts
                    .iter()
                    .filter_map(|text| text.translation(language))
                    .map(str::to_owned),
            );
        }
        names.sort();
        names.dedup();
        (side.id.clone(), names)
    });
    named.collect()
}

/// A quotation as the words that an editor wrote.
pub(super) fn with_quotation<T>(claim: &Claim, use_it: impl FnOnce(&Quotation<'_>) -> T) -> T {
    let parts: Vec<&str> = claim.quote.iter().map(|part| part.value.as_str()).collect();
    use_it(&Quotation {
        parts: &parts,
        prefix: claim.prefix.as_deref(),
        suffix: claim.suffix.as_deref(),
    })
}

/// What was found in a text, and the lock that says so.
pub(super) struct Fresh {
    pub examination: Examination,
    pub lock: Lock,
}

fn find(document: &Document, corpus: &Corpus, format: Format, text: &str) -> Fresh {
    let settings = settings(document);
    let sides = sides(corpus);
    let source = SourceText::new(text, format, &settings);
    let hash = source_hash(text);
    let mut locked = Vec::new();
    let mut passages = Vec::new();
    let claims = document
        .claims()
        .map(|id| {
            let claim = &corpus[id];
            let found = with_quotation(claim, |quotation| {
                let location = locate(&source, quotation)?;
                let pin = Pin::new(&source, &location, quotation.parts, &sides);
                let parts = location.parts.iter();
                passages.push((id, parts.map(|part| source.bytes(part.clone())).collect()));
                locked.push(LockedClaim {
                    claim: claim.id.clone(),
                    hash: quotation_hash(&hash, quotation),
                    pin: pin.clone(),
                });
                Ok(pin)
            });
            (id, found)
        })
        .collect();
    let sections: Vec<Option<usize>> = source
        .sections()
        .iter()
        .map(|section| section.map(|token| source.word(token)))
        .collect();
    let head = Head {
        format: FORMAT,
        normaliser: NORMALISER,
        source: hash,
        settings: settings_hash(&settings),
        sides: sides_hash(&sides),
        words: source.words(),
        sections: sections.clone(),
    };
    Fresh {
        examination: Examination {
            proof: Proof::Text,
            words: source.words(),
            sections,
            claims,
            passages,
            stale: Vec::new(),
        },
        lock: Lock {
            head,
            claims: locked,
        },
    }
}
