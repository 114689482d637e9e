use super::Rings;
use crate::corpus::{ClaimId, Corpus, QuestionId, VoiceId};
use crate::vocabulary::Stance;
use std::collections::{BTreeMap, BTreeSet};

/// What is said in one column of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it amounts to.
    pub state: CellState,
    /// The claims that fill it.
    pub rings: Rings,
    /// Recommendations about the side, which neither fill nor rate.
    pub advised: Vec<ClaimId>,
    /// Predictions about the side, which neither fill nor rate.
    pub forecast: Vec<ClaimId>,
    /// Who speaks in it, and through whom.
    pub evidence: Evidence,
}

/// What a cell amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellState {
    /// No claim fills it or stands below it.
    NotCovered,
    /// Nothing fills it, but advice or a forecast stands below it.
    AdviceOnly,
    /// Filled; no voice rates, or the only one that rates gives both ratings.
    Described,
    /// Both ratings occur.
    Disputed,
    /// The rating that all give.
    Rated(Stance),
}

impl CellState {
    /// The word that pages and data use.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotCovered => "not-covered",
            Self::AdviceOnly => "advice-only",
            Self::Described => "described",
            Self::Disputed => "disputed",
            Self::Rated(stance) => stance.word(),
        }
    }

    /// Whether a claim fills the cell.
    pub fn is_covered(self) -> bool {
        !matches!(self, Self::NotCovered | Self::AdviceOnly)
    }
}

/// Who speaks in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Every voice, by id.
    pub voices: Vec<VoiceId>,
    /// Those that speak without a relay at least once.
    pub first_hand: Vec<VoiceId>,
    /// Through whom the rest come.
    pub through: Vec<VoiceId>,
}

impl Cell {
    pub(super) fn new(
        question: QuestionId,
        rings: Rings,
        advised: Vec<ClaimId>,
        forecast: Vec<ClaimId>,
        corpus: &Corpus,
    ) -> Self {
        let below = !advised.is_empty() || !forecast.is_empty();
        Self {
            state: state(question, &rings, below, corpus),
            evidence: Evidence::of(rings.claims(), corpus),
            rings,
            advised,
            forecast,
        }
    }
}

fn state(question: QuestionId, rings: &Rings, below: bool, corpus: &Corpus) -> CellState {
    if rings.is_empty() {
        return if below {
            CellState::AdviceOnly
        } else {
            CellState::NotCovered
        };
    }
    let mut by_voice: BTreeMap<VoiceId, BTreeSet<Stance>> = BTreeMap::new();
    for claim in rings.claims().map(|id| &corpus[id]) {
        if let Some(stance) = claim.stance(question) {
            by_voice.entry(claim.voice).or_default().insert(stance);
        }
    }
    let ratings: BTreeSet<Stance> = by_voice.values().flatten().copied().collect();
    match (by_voice.len(), ratings.first()) {
        (1, _) if ratings.len() > 1 => CellState::Described,
        (_, None) => CellState::Described,
        (_, Some(_)) if ratings.len() > 1 => CellState::Disputed,
        (_, Some(rating)) => CellState::Rated(*rating),
    }
}

impl Evidence {
    /// Counts the voices of some claims.
    pub fn of(claims: impl Iterator<Item = ClaimId>, corpus: &Corpus) -> Self {
        let mut voices = BTreeSet::new();
        let mut first_hand = BTreeSet::new();
        let mut relayed = Vec::new();
        for claim in claims.map(|id| &corpus[id]) {
            voices.insert(claim.voice);
            if claim.first_hand() {
                first_hand.insert(claim.voice);
            } else {
                relayed.push(claim);
            }
        }
        let rest = relayed
            .iter()
            .filter(|claim| !first_hand.contains(&claim.voice));
        let through: BTreeSet<VoiceId> = rest
            .filter_map(|claim| {
                let heard = claim.via.first();
                heard.or_else(|| corpus[claim.document].authors.first())
            })
            .copied()
            .collect();
        Self {
            voices: voices.into_iter().collect(),
            first_hand: first_hand.into_iter().collect(),
            through: through.into_iter().collect(),
        }
    }
}
