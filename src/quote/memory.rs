use super::examine::{Examination, Texts, examine, sides};
use super::reading::Format;
use crate::corpus::{Claim, ClaimId, Corpus, Document, DocumentId};
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
    content: Sources,
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
    let desk = Desk {
        corpus,
        content,
        texts,
        has_paths: content.has_paths_of(&memory.content),
    };
    let documents = corpus.documents();
    let documents = documents.map(|(id, document)| (id, document, before.remove(&document.id)));
    let documents: Vec<_> = documents.collect();
    let documents = documents.into_par_iter().map(|(id, document, known)| {
        let known = known.filter(|it| it.basis.holds(document, &desk));
        (document.id.clone(), desk.known(id, known))
    });
    let documents: Vec<(String, Known)> = documents.collect();
    let examinations = documents.iter();
    let examinations = examinations.map(|(_, it)| Arc::clone(&it.examination));
    let examinations = examinations.collect();
    memory.documents = documents.into_iter().collect();
    memory.content = content.clone();
    examinations
}

/// What lies before those who look for quotations.
struct Desk<'a> {
    corpus: &'a Corpus,
    content: &'a Sources,
    texts: &'a Texts,
    /// Whether every file is where it was before.
    has_paths: bool,
}

impl Desk<'_> {
    /// What is known of a document after this, where what was known before still holds or there is nothing of that.
    fn known(&self, id: DocumentId, before: Option<Known>) -> Known {
        let document = &self.corpus[id];
        let first = document.claims.start;
        match before {
            Some(known) if known.first == first => known,
            Some(known) => Known {
                examination: Arc::new(known.moved_to(first)),
                first,
                ..known
            },
            None => Known {
                basis: Basis::of(document, self),
                first,
                examination: Arc::new(examine(id, self.corpus, self.content, self.texts)),
            },
        }
    }

    /// The files of a document but for its claims.
    fn files(&self, document: &Document) -> Vec<(FileId, Arc<SourceFile>)> {
        let names = ["document.yaml", LOCK, "text.md"];
        let files = names.into_iter().filter_map(|name| {
            let path = format!("content/documents/{}/{name}", document.id);
            let id = self.content.find(&path)?;
            Some((id, self.content.share(id)))
        });
        files.collect()
    }
}

const LOCK: &str = "quotes.lock";

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
    fn of(document: &Document, desk: &Desk<'_>) -> Self {
        let files = desk.files(document);
        Self {
            whole: is_whole(&files, desk.corpus),
            files,
            text: desk.texts.get(&document.id).cloned(),
            claims: desk.corpus.claims[document.claims.clone()].to_vec(),
        }
    }

    /// Whether it is the same for a document now.
    fn holds(&self, document: &Document, desk: &Desk<'_>) -> bool {
        let claims = &desk.corpus.claims[document.claims.clone()];
        let mut pairs = self.claims.iter().zip(claims);
        let is_file = |(id, file): &(FileId, Arc<SourceFile>)| desk.content.share(*id) == *file;
        let has_files = if desk.has_paths {
            self.files.iter().all(is_file)
        } else {
            self.files == desk.files(document)
        };
        has_files
            && self.claims.len() == claims.len()
            && pairs.all(|(one, other)| Arc::ptr_eq(one, other) || has_quotation_of(one, other))
            && self.whole == is_whole(&self.files, desk.corpus)
            && self.text.as_ref() == desk.texts.get(&document.id)
    }
}

/// Whether a claim has the id and the quotation of another; nothing else of it is looked at.
fn has_quotation_of(one: &Claim, other: &Claim) -> bool {
    let mut parts = one.quote.iter().zip(&other.quote);
    one.id == other.id
        && one.quote.len() == other.quote.len()
        && parts.all(|(one, other)| one.value == other.value)
        && one.prefix == other.prefix
        && one.suffix == other.suffix
}

/// Whether no claim is missing, as far as it matters: only of a lock is it asked whether a claim that it knows is gone
/// or was left out.
fn is_whole(files: &[(FileId, Arc<SourceFile>)], corpus: &Corpus) -> bool {
    corpus.whole || !files.iter().any(|(_, file)| file.path().ends_with(LOCK))
}
