use super::examine::{Examination, Texts, examine, settings, sides, text_of};
use super::lock::{hash, settings_hash, sides_hash};
use crate::corpus::{ClaimId, Corpus, DocumentId};
use crate::source::{FileId, Sources, Span};
use rayon::prelude::*;
use std::collections::HashMap;

/// What was known of the quotations before, for those who look for them again.
#[derive(Debug, Default)]
pub struct Memory {
    documents: HashMap<String, Known>,
}

#[derive(Debug)]
struct Known {
    /// SHA-256 of all that an examination looks at.
    hash: String,
    /// The first claim of the document, from which the others are counted.
    first: usize,
    examination: Examination,
}

/// Looks for the quotations of every document, where anything changed that matters to them.
pub fn examinations(
    corpus: &Corpus,
    content: &Sources,
    texts: &Texts,
    memory: &mut Memory,
) -> Vec<Examination> {
    let sides = sides_hash(&sides(corpus));
    let known = &memory.documents;
    let found: Vec<(Examination, Option<Known>)> = (0..corpus.documents.len())
        .into_par_iter()
        .map(DocumentId::new)
        .map(|id| {
            let document = &corpus[id];
            let first = document.claims.start;
            let hash = inputs(id, corpus, content, texts, &sides);
            let before = known.get(&document.id).filter(|known| known.hash == hash);
            if let Some(before) = before {
                let lock = lock(&document.id, content);
                return (before.moved_to(first, lock), None);
            }
            let examination = examine(id, corpus, content, texts);
            let new = Known {
                hash,
                first,
                examination: examination.clone(),
            };
            (examination, Some(new))
        })
        .collect();
    let mut examinations = Vec::with_capacity(found.len());
    for ((examination, new), document) in found.into_iter().zip(&corpus.documents) {
        if let Some(new) = new {
            memory.documents.insert(document.id.clone(), new);
        }
        examinations.push(examination);
    }
    if memory.documents.len() > corpus.documents.len() {
        let there = |id: &String| corpus.documents.iter().any(|it| it.id == *id);
        memory.documents.retain(|id, _| there(id));
    }
    examinations
}

impl Known {
    /// The same in a corpus in which the claims before it, or the files before its lock, are others.
    fn moved_to(&self, first: usize, lock: Option<FileId>) -> Examination {
        let mut examination = self.examination.clone();
        let moved = |id: ClaimId| ClaimId::new(id.index() - self.first + first);
        for (id, _) in &mut examination.claims {
            *id = moved(*id);
        }
        for (id, _) in &mut examination.passages {
            *id = moved(*id);
        }
        for stale in &mut examination.stale {
            if let Some(lock) = lock {
                stale.place = Span::new(lock, stale.place.range());
            }
        }
        examination
    }
}

/// SHA-256 of all that an examination of a document looks at.
fn inputs(
    id: DocumentId,
    corpus: &Corpus,
    content: &Sources,
    texts: &Texts,
    sides: &str,
) -> String {
    let document = &corpus[id];
    let lock = lock(&document.id, content).map(|file| content.file(file).text());
    let text = text_of(document, content, texts);
    // Only of a lock is it asked whether a claim that it knows is gone or was left out.
    let is_whole = corpus.whole || lock.is_none();
    let kind = format!("{is_whole} {:?}", text.map(|(format, _)| format));
    let settings = settings_hash(&settings(document));
    let mut words: Vec<&str> = vec![&kind, sides, &settings];
    for given in [lock, text.map(|(_, text)| text)] {
        words.extend(given.map_or(["-", ""], |given| ["+", given]));
    }
    for claim in document.claims().map(|id| &corpus[id]) {
        words.extend(["claim", claim.id.as_str()]);
        words.extend(claim.quote.iter().map(|part| part.value.as_str()));
        for given in [&claim.prefix, &claim.suffix] {
            words.extend(
                given
                    .as_ref()
                    .map_or(["-", ""], |given| ["+", given.as_str()]),
            );
        }
    }
    hash(words)
}

fn lock(document: &str, content: &Sources) -> Option<FileId> {
    content.find(&format!("content/documents/{document}/quotes.lock"))
}
