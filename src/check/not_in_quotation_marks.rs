use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::Mode;

/// A voice is said to be quoted, and no mark of quotation stands in or near the words.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    for (id, pin) in evidence.pins() {
        let claim = &evidence.corpus[id];
        if claim.mode == Mode::Quoted && !pin.marks {
            found.push(
                Diagnostic::new(
                    Code::NotInQuotationMarks,
                    claim.quote[0].span,
                    "the mode is `quoted`, but the source has no quotation marks here",
                )
                .help(
                    "write `mode: paraphrased`, or quote the words that stand in quotation marks",
                ),
            );
        }
    }
}
