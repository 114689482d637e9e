use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::Status;

/// A claim that has no page yet has a former address.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    for claim in &evidence.corpus.claims {
        if claim.status != Some(Status::Draft) || claim.aliases.is_empty() {
            continue;
        }
        let aliases = claim.aliases.join("`, `");
        let message = format!("nothing stands at `{aliases}`: a draft has no page");
        found.push(
            Diagnostic::new(Code::UnusedAlias, claim.span, message)
                .help("remove `status: draft`, or write `status: withdrawn` with a `reason`"),
        );
    }
}
