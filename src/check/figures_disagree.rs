use super::Evidence;
use crate::corpus::{Claim, ClaimId, Figure};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::HashMap;

/// Two figures measure the same with different results, and no relation joins their claims.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let mut alike: HashMap<String, Vec<(ClaimId, &Figure)>> = HashMap::new();
    for (id, claim) in corpus.claims().filter(|(_, claim)| claim.counts()) {
        for figure in &claim.figures {
            let Some(key) = key(figure) else {
                continue;
            };
            let earlier = alike.entry(key).or_default();
            for &(other, first) in earlier.iter() {
                let is_same = (first.value - figure.value).abs() < f64::EPSILON;
                let joined = is_joined(claim, other) || is_joined(&corpus[other], id);
                if is_same || other == id || joined {
                    continue;
                }
                let message = format!(
                    "the same is measured as {} here and as {} by `{}`",
                    figure.value,
                    first.value,
                    corpus.claim_path(other)
                );
                found.push(
                    Diagnostic::new(Code::FiguresDisagree, figure.span, message)
                        .related(first.span, "the other figure")
                        .help("join the claims by a relation, or tell the measures apart"),
                );
            }
            earlier.push((id, figure));
        }
    }
}

/// What is measured, if that can be said: without a date no two figures are of the same time.
fn key(figure: &Figure) -> Option<String> {
    let Figure {
        measures,
        unit,
        of,
        part,
        scope,
        as_of,
        ..
    } = figure;
    let date = as_of.value()?;
    Some(format!(
        "{measures:?} {unit:?} {of:?} {part:?} {scope:?} {date}"
    ))
}

fn is_joined(claim: &Claim, other: ClaimId) -> bool {
    claim
        .relations
        .iter()
        .any(|relation| relation.claim == other)
}
