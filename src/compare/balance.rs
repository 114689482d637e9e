use super::{Amount, CellState, Row};
use crate::corpus::{Allegiance, Corpus, DocumentId, ThemeId};
use std::collections::BTreeMap;

/// What a theme rests on, and how much of it is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The claims whose primary question is one of the theme's; those that count.
    pub amount: Amount,
    /// Claims by whom their voices speak for.
    pub allegiances: BTreeMap<Allegiance, usize>,
    /// Rows by the word of their state.
    pub rows: BTreeMap<&'static str, usize>,
    /// Cells that a claim fills.
    pub covered: usize,
    /// Cells with nothing but advice or forecasts.
    pub advice_only: usize,
    /// Cells with nothing at all.
    pub not_covered: usize,
}

impl Balance {
    /// The document with most claims, and how many those are.
    pub fn largest(&self) -> Option<(DocumentId, usize)> {
        let documents = self.amount.documents.iter();
        let largest = documents.max_by_key(|&(id, count)| (*count, std::cmp::Reverse(*id)));
        largest.map(|(&id, &count)| (id, count))
    }
}

/// Weighs a theme.
pub fn balance(corpus: &Corpus, rows: &[Row], theme: ThemeId) -> Balance {
    let claims = || {
        let claims = corpus.claims().map(|(_, claim)| claim);
        claims.filter(|claim| claim.counts() && corpus[claim.primary()].theme == theme)
    };
    let mut balance = Balance {
        amount: Amount::of(claims()),
        allegiances: BTreeMap::new(),
        rows: BTreeMap::new(),
        covered: 0,
        advice_only: 0,
        not_covered: 0,
    };
    for claim in claims() {
        let allegiance = corpus[claim.voice].allegiance;
        *balance.allegiances.entry(allegiance).or_default() += 1;
    }
    for id in corpus[theme].questions() {
        let row = &rows[id.index()];
        *balance.rows.entry(row.state.word()).or_default() += 1;
        if corpus[id].compare == crate::vocabulary::Compare::World {
            continue;
        }
        for cell in row.cells.values() {
            match cell.state {
                CellState::NotCovered => balance.not_covered += 1,
                CellState::AdviceOnly => balance.advice_only += 1,
                CellState::Described | CellState::Disputed | CellState::Rated(_) => {
                    balance.covered += 1;
                }
            }
        }
    }
    balance
}
