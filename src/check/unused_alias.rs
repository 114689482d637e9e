use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::Status;

/// A claim that has no page yet has a former address.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let claim = subject.claim;
    if claim.status != Some(Status::Draft) || claim.aliases.is_empty() {
        return;
    }
    let aliases = claim.aliases.join("`, `");
    let message = format!("nothing stands at `{aliases}`: a draft has no page");
    found.push(
        Diagnostic::new(Code::UnusedAlias, claim.span, message)
            .help("remove `status: draft`, or write `status: withdrawn` with a `reason`"),
    );
}
