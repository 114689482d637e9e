use super::Row;
use super::row::row_of;
use crate::corpus::{ClaimId, Corpus, DocumentId, QuestionId, SideId, VoiceId};
use std::collections::BTreeMap;

/// Through what a reader looks at a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lens {
    /// Everything that is said of a side, or by its voices.
    Side(SideId),
    /// What one document says.
    Document(DocumentId),
    /// What one voice says.
    Voice(VoiceId),
}

/// A row as each document and each voice in it would make it alone, by the rules of every row.
///
/// A document or a voice that says nothing to the question is left out.
pub fn alone(id: QuestionId, row: &Row, corpus: &Corpus) -> BTreeMap<Lens, Row> {
    let mut by_lens: BTreeMap<Lens, Vec<ClaimId>> = BTreeMap::new();
    let mut claims: Vec<ClaimId> = row.lists().flatten().collect();
    claims.sort_unstable();
    for claim in claims {
        let record = &corpus[claim];
        for lens in [Lens::Document(record.document), Lens::Voice(record.voice)] {
            by_lens.entry(lens).or_default().push(claim);
        }
    }
    let lenses = by_lens.into_iter();
    lenses
        .map(|(lens, claims)| (lens, row_of(id, &claims, corpus)))
        .collect()
}
