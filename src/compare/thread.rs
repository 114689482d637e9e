use crate::corpus::{ClaimId, Corpus, Relation};
use crate::vocabulary::RelationKind;
use std::collections::BTreeSet;

/// A claim, and the claims that it is at odds with, told from its side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The claim.
    pub claim: ClaimId,
    /// What leads on from it; nothing where the claim stands in the thread already.
    pub strands: Vec<Strand>,
}

/// A relation, and what lies at its other end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strand {
    /// The claim whose record holds the relation.
    pub from: ClaimId,
    /// The place among the relations of that claim.
    pub index: usize,
    /// Whether the relation points to the claim above, and not from it.
    pub back: bool,
    /// The other end.
    pub thread: Thread,
}

/// How many relations lead from the first claim of a thread to its last; what is further off begins a thread
/// of its own, so that a long chain stays readable.
const LONGEST: usize = 3;

/// The statements at odds: claims that count and are joined by `contradicts` or `qualifies`. Every such
/// relation is told once, and the claims that have most to do with others begin a thread.
pub fn threads(corpus: &Corpus) -> Vec<Thread> {
    let mut walk = Walk {
        corpus,
        strands: vec![Vec::new(); corpus.claims.len()],
        told: BTreeSet::new(),
    };
    for (id, claim) in corpus.claims().filter(|(_, claim)| claim.counts()) {
        for (index, relation) in claim.relations.iter().enumerate() {
            if is_at_odds(relation) && corpus[relation.claim].counts() {
                walk.strands[id.index()].push((id, index));
                walk.strands[relation.claim.index()].push((id, index));
            }
        }
    }
    let has_strands = |id: &ClaimId| !walk.strands[id.index()].is_empty();
    let mut roots: Vec<ClaimId> = ClaimId::all(corpus.claims.len())
        .filter(has_strands)
        .collect();
    roots.sort_by_key(|id| std::cmp::Reverse(walk.strands[id.index()].len()));
    let threads = roots.into_iter().map(|root| walk.thread(root, LONGEST));
    threads
        .filter(|thread| !thread.strands.is_empty())
        .collect()
}

fn is_at_odds(relation: &Relation) -> bool {
    use RelationKind::{Contradicts, Qualifies};
    matches!(relation.kind, Contradicts | Qualifies)
}

struct Walk<'a> {
    corpus: &'a Corpus,
    strands: Vec<Vec<(ClaimId, usize)>>,
    told: BTreeSet<(ClaimId, usize)>,
}

impl Walk<'_> {
    /// The thread from a claim on. It tells all relations of the claim before those of the next.
    fn thread(&mut self, claim: ClaimId, rest: usize) -> Thread {
        if rest == 0 {
            let strands = Vec::new();
            return Thread { claim, strands };
        }
        let all = self.strands[claim.index()].clone();
        let new = all.into_iter().filter(|&strand| self.told.insert(strand));
        let new: Vec<(ClaimId, usize)> = new.collect();
        let strands = new.into_iter().map(|(from, index)| {
            let back = from != claim;
            let other = if back {
                from
            } else {
                self.corpus[from].relations[index].claim
            };
            Strand {
                from,
                index,
                back,
                thread: self.thread(other, rest - 1),
            }
        });
        let strands = strands.collect();
        Thread { claim, strands }
    }
}
