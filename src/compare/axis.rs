use crate::corpus::{ClaimId, Corpus, Date, Figure, Given, Text};
use std::collections::HashMap;

/// A figure of a claim, by its place among the claim's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureRef {
    /// The claim.
    pub claim: ClaimId,
    /// The place.
    pub index: usize,
}

/// Every figure of the claims that count: those that may be compared, and the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Figures that stand on one axis, axis by axis; at least two on each.
    pub axes: Vec<Vec<FigureRef>>,
    /// Figures that are like no other.
    pub alone: Vec<FigureRef>,
}

/// Sorts figures on axes: together stand only those that measure the same, of the same whole, in the same
/// unit and for the same date. What a source does not give equals nothing.
pub fn figures(corpus: &Corpus) -> Figures {
    let mut lists: Vec<Vec<FigureRef>> = Vec::new();
    let mut known: HashMap<Axis<'_>, usize> = HashMap::new();
    for (claim, record) in corpus.claims().filter(|(_, record)| record.counts()) {
        for (index, figure) in record.figures.iter().enumerate() {
            let next = lists.len();
            let place = Axis::of(figure).map_or(next, |axis| *known.entry(axis).or_insert(next));
            if place == next {
                lists.push(Vec::new());
            }
            lists[place].push(FigureRef { claim, index });
        }
    }
    let (axes, alone): (Vec<_>, Vec<_>) = lists.into_iter().partition(|list| list.len() > 1);
    let alone = alone.concat();
    Figures { axes, alone }
}

/// What two figures must have in common to be compared.
#[derive(PartialEq, Eq, Hash)]
struct Axis<'a> {
    measures: &'a Text,
    of: Option<&'a Text>,
    unit: Option<&'a Text>,
    as_of: Date,
}

impl<'a> Axis<'a> {
    fn of(figure: &'a Figure) -> Option<Self> {
        let is_unknown = |given: &Given<Text>| matches!(given, Given::NotGiven);
        if is_unknown(&figure.of) || is_unknown(&figure.unit) {
            return None;
        }
        Some(Self {
            measures: &figure.measures,
            of: figure.of.value(),
            unit: figure.unit.value(),
            as_of: *figure.as_of.value()?,
        })
    }
}
