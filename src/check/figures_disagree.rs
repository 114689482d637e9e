use super::Evidence;
use crate::corpus::{Claim, ClaimId, Date, Figure, Given, Scope, Text};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::HashMap;

/// Two figures measure the same with different results, and no relation joins their claims.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let mut alike: HashMap<Measure<'_>, Vec<(ClaimId, &Figure)>> = HashMap::new();
    for (id, claim) in corpus.claims().filter(|(_, claim)| claim.counts()) {
        for figure in &claim.figures {
            let Some(measure) = Measure::of(figure) else {
                continue;
            };
            let earlier = alike.entry(measure).or_default();
            let is_same = |value: f64| value.total_cmp(&figure.value).is_eq();
            for &(other, first) in earlier.iter() {
                let joined = is_joined(claim, other) || is_joined(&corpus[other], id);
                if is_same(first.value) || other == id || joined {
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
                // One is enough for an editor to look at, and thousands could follow.
                break;
            }
            // The first with a result stands for all that have the same.
            if !earlier.iter().any(|(_, first)| is_same(first.value)) {
                earlier.push((id, figure));
            }
        }
    }
}

/// What is measured.
#[derive(PartialEq, Eq, Hash)]
struct Measure<'a> {
    measures: &'a Text,
    unit: &'a Given<Text>,
    of: &'a Given<Text>,
    part: &'a Given<Text>,
    scope: &'a Given<Scope>,
    as_of: Date,
}

impl<'a> Measure<'a> {
    /// That of a figure, if it can be said: without a date no two figures are of the same time.
    fn of(figure: &'a Figure) -> Option<Self> {
        Some(Self {
            measures: &figure.measures,
            unit: &figure.unit,
            of: &figure.of,
            part: &figure.part,
            scope: &figure.scope,
            as_of: *figure.as_of.value()?,
        })
    }
}

fn is_joined(claim: &Claim, other: ClaimId) -> bool {
    claim
        .relations
        .iter()
        .any(|relation| relation.claim == other)
}
