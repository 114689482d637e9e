use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};

/// A relay chain does not end at the document's publisher or one of its authors.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (corpus, claim) = (subject.context.corpus, subject.claim);
    let document = &corpus[claim.document];
    let Some(&last) = claim.via.last() else {
        return;
    };
    if document.publisher == Some(last) || document.authors.contains(&last) {
        return;
    }
    let message = format!(
        "the relay ends at `{}`, which neither wrote nor published the document",
        corpus[last].id
    );
    let mut ends = document.authors.iter().chain(&document.publisher);
    let passed = ends.clone().find(|end| claim.via.contains(end));
    let help = match (passed, ends.next()) {
        (Some(&end), _) => format!("write `{}` last in `via`", corpus[end].id),
        (None, Some(&end)) => format!("add `{}` at the end of `via`", corpus[end].id),
        (None, None) => "add the author or the publisher to `document.yaml`".to_owned(),
    };
    found.push(Diagnostic::new(Code::RelayEndsElsewhere, claim.span, message).help(help));
}
