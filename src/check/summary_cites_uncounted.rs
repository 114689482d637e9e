use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};

/// A summary rests on a claim that is a draft, disputed or withdrawn.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    for theme in &corpus.themes {
        for sentence in theme.summary.values().flatten().chain(&theme.contrast) {
            for &id in &sentence.from {
                let claim = &corpus[id];
                let Some(status) = claim.status else {
                    continue;
                };
                let message = format!(
                    "this sentence rests on `{}`, which is {}",
                    corpus.claim_path(id),
                    match status {
                        crate::vocabulary::Status::Draft => "a draft",
                        crate::vocabulary::Status::Disputed => "disputed",
                        crate::vocabulary::Status::Withdrawn => "withdrawn",
                    }
                );
                found.push(
                    Diagnostic::new(Code::SummaryCitesUncounted, sentence.span, message)
                        .related(claim.span, "this claim counts for nothing")
                        .help("cite another claim, or remove the sentence"),
                );
            }
        }
    }
}
