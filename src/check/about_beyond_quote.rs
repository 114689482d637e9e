use super::Evidence;
use super::naming::Naming;
use crate::diagnostic::{Code, Diagnostic};

/// `about` has several sides, and the quote names some of them but not all.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let naming = Naming::of(corpus);
    for (claim, wording) in evidence.wordings() {
        let sides = claim.about.sides();
        if sides.len() < 2 {
            continue;
        }
        let (named, others): (Vec<_>, Vec<_>) = sides
            .iter()
            .partition(|&&side| wording.quote.iter().any(|it| naming.is_meant(side, it)));
        if named.is_empty() {
            continue;
        }
        let names: Vec<&str> = named
            .iter()
            .map(|&&side| corpus[side].name.first())
            .collect();
        for &side in others {
            if wording.beside().iter().any(|it| naming.is_meant(side, it)) {
                continue;
            }
            let message = format!(
                "the claim is about `{}` too, and the quote names only {}",
                corpus[side].id,
                names.join(" and ")
            );
            found.push(
                Diagnostic::new(Code::AboutBeyondQuote, claim.quote[0].span, message).help(
                    "remove the side from `about`, quote the words that name it, or tell in `note` why it is meant",
                ),
            );
        }
    }
}
