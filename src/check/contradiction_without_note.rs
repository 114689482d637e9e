use super::Evidence;
use crate::corpus::{Corpus, Date, DocumentId};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::RelationKind;

/// A claim contradicts one of another date, and no note says whether time explains it.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    for claim in &corpus.claims {
        for relation in &claim.relations {
            let other = &corpus[relation.claim];
            if relation.kind != RelationKind::Contradicts || relation.note.is_some() {
                continue;
            }
            let dates = (date(corpus, claim.document), date(corpus, other.document));
            let (Some(own), Some(others)) = dates else {
                continue;
            };
            let (own, others) = (own.to_string(), others.to_string());
            // A year and one of its months may be the same day.
            if own.starts_with(&others) || others.starts_with(&own) {
                continue;
            }
            let message = format!(
                "this contradicts `{}`, and the texts are of {own} and {others}",
                corpus.claim_path(relation.claim)
            );
            found.push(
                Diagnostic::new(Code::ContradictionWithoutNote, claim.span, message)
                    .related(other.span, "the other claim")
                    .help("add a `note` to the relation: do they differ, or did the matter change between them?"),
            );
        }
    }
}

fn date(corpus: &Corpus, document: DocumentId) -> Option<Date> {
    let document = &corpus[document];
    document.published.or(document.not_before)
}
