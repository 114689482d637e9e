use super::names::ClaimNames;
use super::owner::Owner;
use super::resolver::{Resolver, items};
use crate::corpus::{ClaimId, Relation};
use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::source::Spanned;
use crate::yaml::{Field, List};

/// What an editor wrote of the relations of a claim.
pub type Related = Field<List<record::Relation>>;

/// Resolves what a claim of a document does to others; a name without a document means the claim's own.
pub fn relations(
    resolver: &mut Resolver<'_>,
    document: &str,
    records: &Related,
    claim: Option<ClaimId>,
    names: &ClaimNames,
) -> Vec<Relation> {
    let mut relations = Vec::new();
    for relation in items(records) {
        let owner = Owner::new(relation.span, "relation");
        let kind = resolver.required(&relation.value.kind, "type", &owner);
        let other = resolver.required(&relation.value.claim, "claim", &owner);
        let note = resolver.text(&relation.value.note);
        let place = other.map_or(relation.span, |name| name.span);
        let other = other.and_then(|name| {
            let full = if name.value.contains('/') {
                name.value.clone()
            } else {
                format!("{document}/{}", name.value)
            };
            let full = Spanned::new(full, name.span);
            resolver.reference(&full, names, Code::UnknownClaim, "claim")
        });
        let (Some(kind), Some(other)) = (kind, other) else {
            continue;
        };
        if Some(other) == claim {
            resolver.report.push(
                Diagnostic::new(
                    Code::RelationToItself,
                    place,
                    "the claim is related to itself",
                )
                .help("name the other claim"),
            );
            continue;
        }
        relations.push(Relation {
            kind: kind.value,
            claim: other,
            note,
        });
    }
    relations
}
