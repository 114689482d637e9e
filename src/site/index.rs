use crate::compare::{
    Figures, Grain, Perspectives, Row, Thread, against_the_grain, figures, perspectives, threads,
};
use crate::corpus::{ClaimId, Corpus, DocumentId, QuestionId, Relation, TermId, VoiceId};
use crate::quote::Examination;
use crate::vocabulary::Status;
use rayon::prelude::*;
use std::sync::{Arc, OnceLock};

/// What stands in which list: the claims that readers see, by whatever they belong to.
///
/// Made once and shared by all languages; the plan counts its lists, and the views cut them into sheets.
#[derive(Debug)]
pub struct Index {
    /// Every figure of the claims that count.
    pub figures: Figures,
    /// The statements at odds.
    pub threads: Vec<Thread>,
    /// Praise of others and criticism of the own side.
    pub grain: Grain,
    drafts: bool,
    by_document: Vec<Vec<ClaimId>>,
    by_voice: Vec<Vec<ClaimId>>,
    by_term: Vec<Vec<ClaimId>>,
    uncounted: Vec<Vec<ClaimId>>,
    incoming: Vec<Vec<(ClaimId, usize)>>,
    newer: Vec<Vec<DocumentId>>,
    places: Vec<usize>,
    perspectives: OnceLock<Perspectives>,
}

/// An index, and the corpus and what was known of its quotations when it was made.
pub type Known<'a> = (&'a Arc<Index>, &'a Corpus, &'a [Arc<Examination>]);

impl Index {
    /// The index of a corpus, which is that of an earlier one where no claim stands otherwise.
    pub fn after(
        before: Option<Known<'_>>,
        corpus: &Corpus,
        rows: &[Row],
        examinations: &[Arc<Examination>],
        drafts: bool,
    ) -> Arc<Self> {
        let same = before.filter(|(index, before, known)| {
            let mut pairs = known.iter().zip(examinations);
            index.drafts == drafts
                && corpus.moved_since(before).is_some_and(|it| it.is_empty())
                && pairs
                    .all(|(one, other)| Arc::ptr_eq(one, other) || pinned(one).eq(pinned(other)))
        });
        match same {
            Some((index, ..)) => Arc::clone(index),
            None => Arc::new(Self::new(corpus, rows, examinations, drafts)),
        }
    }

    /// Sorts the claims of a corpus into lists, with drafts or without.
    pub fn new(
        corpus: &Corpus,
        rows: &[Row],
        examinations: &[Arc<Examination>],
        drafts: bool,
    ) -> Self {
        let (figures, (threads, grain)) = rayon::join(
            || figures(corpus),
            || rayon::join(|| threads(corpus), || against_the_grain(corpus)),
        );
        let mut index = Self {
            figures,
            threads,
            grain,
            drafts,
            by_document: Vec::with_capacity(corpus.documents.len()),
            by_voice: vec![Vec::new(); corpus.voices.len()],
            by_term: vec![Vec::new(); corpus.terms.len()],
            uncounted: vec![Vec::new(); corpus.questions.len()],
            incoming: vec![Vec::new(); corpus.claims.len()],
            newer: vec![Vec::new(); corpus.documents.len()],
            places: vec![0; corpus.claims.len()],
            perspectives: OnceLock::new(),
        };
        let mut starts = vec![usize::MAX; corpus.claims.len()];
        for (id, start) in examinations.iter().flat_map(|it| pinned(it)) {
            starts[id.index()] = start;
        }
        for document in &corpus.documents {
            let shown = document
                .claims()
                .filter(|&id| index.shows(corpus[id].status));
            let mut claims: Vec<ClaimId> = shown.collect();
            claims.sort_by_key(|id| starts[id.index()]);
            for (place, id) in claims.iter().enumerate() {
                index.places[id.index()] = place;
            }
            index.by_document.push(claims);
        }
        for (id, document) in corpus.documents() {
            if let Some(older) = document.replaces {
                index.newer[older.index()].push(id);
            }
        }
        let standing = rows.par_iter().map(|row| {
            let mut standing: Vec<ClaimId> = row.lists().flatten().collect();
            standing.sort_unstable();
            standing
        });
        let standing: Vec<Vec<ClaimId>> = standing.collect();
        for (id, claim) in corpus.claims() {
            if !index.shows(claim.status) {
                continue;
            }
            index.by_voice[claim.voice.index()].push(id);
            for term in &claim.terms {
                index.by_term[term.index()].push(id);
            }
            for (place, relation) in claim.relations.iter().enumerate() {
                index.incoming[relation.claim.index()].push((id, place));
            }
            for question in &claim.answers {
                if standing[question.index()].binary_search(&id).is_err() {
                    index.uncounted[question.index()].push(id);
                }
            }
        }
        index
    }

    /// Whether readers see claims of this standing: drafts only where they are asked for.
    pub fn shows(&self, status: Option<Status>) -> bool {
        self.drafts || status != Some(Status::Draft)
    }

    /// The claims of a document in the order of the text, those without a place last.
    pub fn of_document(&self, id: DocumentId) -> &[ClaimId] {
        &self.by_document[id.index()]
    }

    /// The place of a claim among those of its document, from 0.
    pub fn place(&self, id: ClaimId) -> usize {
        self.places[id.index()]
    }

    /// The claims of a voice.
    pub fn of_voice(&self, id: VoiceId) -> &[ClaimId] {
        &self.by_voice[id.index()]
    }

    /// The claims that name a term.
    pub fn of_term(&self, id: TermId) -> &[ClaimId] {
        &self.by_term[id.index()]
    }

    /// The claims that answer a question and stand nowhere in its row: drafts, disputed and withdrawn ones,
    /// and in a row about the world those about sides.
    pub fn uncounted(&self, id: QuestionId) -> &[ClaimId] {
        &self.uncounted[id.index()]
    }

    /// Who speaks about whom; every sheet of a long page tells it, so it is found out once.
    pub fn perspectives(&self, corpus: &Corpus) -> &Perspectives {
        self.perspectives.get_or_init(|| perspectives(corpus))
    }

    /// The newer versions of a document.
    pub fn newer(&self, id: DocumentId) -> &[DocumentId] {
        &self.newer[id.index()]
    }

    /// The relations that point to a claim, with the claims that they come from.
    pub fn incoming<'a>(
        &'a self,
        id: ClaimId,
        corpus: &'a Corpus,
    ) -> impl Iterator<Item = (ClaimId, &'a Relation)> {
        let relations = self.incoming[id.index()].iter();
        relations.map(|&(from, place)| (from, &corpus[from].relations[place]))
    }
}

/// The claims whose quotations were found, each with the word with which its own begins.
fn pinned(examination: &Examination) -> impl Iterator<Item = (ClaimId, usize)> {
    let claims = examination.claims.iter();
    claims.filter_map(|(id, found)| Some((*id, found.as_ref().ok()?.start())))
}
