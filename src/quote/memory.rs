use super::examine::{Examination, Texts, examine, sides};
use super::reading::Format;
use crate::corpus::{Claim, ClaimId, Corpus, Document};
use crate::source::{FileId, SourceFile, Sources};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// What was known of the quotations before, for those who look for them again.
#[derive(Debug, Default)]
pub struct Memory {
    documents: HashMap<String, Known>,
    /// The ids of the sides with all their names.
    sides: Vec<(String, Vec<String>)>,
}

#[derive(Debug)]
struct Known {
    basis: Basis,
    /// The first claim of the document among all claims.
    first: usize,
    examination: Arc<Examination>,
}

/// All that an examination of a document looks at, but the names of the sides.
#[derive(Debug)]
struct Basis {
    /// Its files, but for the claims, each with the id by which places in it are named.
    files: Vec<(FileId, Arc<SourceFile>)>,
    /// Its text, where that is not published and at hand.
    text: Option<(Format, String)>,
    claims: Vec<Arc<Claim>>,
    /// Whether no claim was left out, which matters to a lock that names one.
    whole: bool,
}

/// Looks for the quotations of every document in which anything changed that matters to them.
pub fn examinations(
    corpus: &Corpus,
    content: &Sources,
    texts: &Texts,
    memory: &mut Memory,
) -> Vec<Arc<Examination>> {
    let sides = sides(corpus);
    let mut before = std::mem::take(&mut memory.documents);
    if memory.sides != sides {
        before.clear();
        memory.sides = sides;
    }
    let documents: Vec<_> = corpus.documents().collect();
    let documents = documents.into_par_iter().map(|(id, document)| {
        let first = document.claims.start;
        let basis = Basis::of(document, corpus, content, texts);
        let known = before.get(&document.id).filter(|it| it.basis.is(&basis));
        let examination = match known {
            Some(known) if known.first == first => Arc::clone(&known.examination),
            Some(known) => Arc::new(known.moved_to(first)),
            None => Arc::new(examine(id, corpus, content, texts)),
        };
        let known = Known {
            basis,
            first,
            examination,
        };
        (document.id.clone(), known)
    });
    let documents: Vec<(String, Known)> = documents.collect();
    let examinations = documents.iter();
    let examinations = examinations.map(|(_, it)| Arc::clone(&it.examination));
    let examinations = examinations.collect();
    memory.documents = documents.into_iter().collect();
    examinations
}

impl Known {
    /// The same in a corpus in which there are more or fewer claims before those of the document.
    fn moved_to(&self, first: usize) -> Examination {
        let mut examination = self.examination.as_ref().clone();
        let moved = |id: ClaimId| ClaimId::new(id.index() - self.first + first);
        for (id, _) in &mut examination.claims {
            *id = moved(*id);
        }
        for (id, _) in &mut examination.passages {
            *id = moved(*id);
        }
        examination
    }
}

impl Basis {
    fn of(document: &Document, corpus: &Corpus, content: &Sources, texts: &Texts) -> Self {
        let file = |name: &str| {
            let id = content.find(&format!("content/documents/{}/{name}", document.id))?;
            Some((id, content.share(id)))
        };
        let lock = file("quotes.lock");
        Self {
            // Only of a lock is it asked whether a claim that it knows is gone or was left out.
            whole: corpus.whole || lock.is_none(),
            files: [file("document.yaml"), lock, file("text.md")]
                .into_iter()
                .flatten()
                .collect(),
            text: texts.get(&document.id).cloned(),
            claims: corpus.claims[document.claims.clone()].to_vec(),
        }
    }

    fn is(&self, other: &Self) -> bool {
        let mut claims = self.claims.iter().zip(&other.claims);
        self.claims.len() == other.claims.len()
            && claims.all(|(one, other)| Arc::ptr_eq(one, other))
            && self.whole == other.whole
            && self.files == other.files
            && self.text == other.text
    }
}
