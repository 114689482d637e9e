use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{ALL_RIGHTS_RESERVED, Publish};

/// A text is published in full, and all its rights are reserved.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    for document in &evidence.corpus.documents {
        if document.publish == Publish::Full && document.licence == ALL_RIGHTS_RESERVED {
            let message = format!(
                "the text of `{}` is published in full, and all its rights are reserved",
                document.id
            );
            found.push(
                Diagnostic::new(Code::TextWithoutLicence, document.span, message).help(
                    "write `publish: quotes`, or name the licence; where its owner allowed it, say so under `allow`",
                ),
            );
        }
    }
}
