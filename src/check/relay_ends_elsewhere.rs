use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};

/// A relay chain does not end at the document's publisher or one of its authors.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (context, claim) = (subject.context, subject.claim);
    let makers = context.makers(claim.document);
    let Some(&last) = claim.via.last() else {
        return;
    };
    if makers.publisher == Some(last) || makers.authors.contains(&last) {
        return;
    }
    let message = format!(
        "the relay ends at `{}`, which neither wrote nor published the document",
        context.voice_id(last)
    );
    let mut ends = makers.authors.iter().chain(&makers.publisher);
    let passed = ends.clone().find(|end| claim.via.contains(end));
    let help = match (passed, ends.next()) {
        (Some(&end), _) => format!("write `{}` last in `via`", context.voice_id(end)),
        (None, Some(&end)) => format!("add `{}` at the end of `via`", context.voice_id(end)),
        (None, None) => "add the author or the publisher to `document.yaml`".to_owned(),
    };
    found.push(Diagnostic::new(Code::RelayEndsElsewhere, claim.span, message).help(help));
}
