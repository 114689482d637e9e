use super::{Cell, CellState, List, Rings};
use crate::corpus::{ClaimId, Corpus, PerSide, Question, QuestionId, SideId};
use crate::vocabulary::{Compare, Kind, RelationKind};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// One question, answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it amounts to.
    pub state: RowState,
    /// The columns; in a row about the world no claim stands in them.
    pub cells: PerSide<Cell>,
    /// What is said of several sides together.
    pub hinge: Vec<ClaimId>,
    /// What is said of the world, or, where voices are compared, by voices of no side.
    pub band: Vec<ClaimId>,
}

/// What a row amounts to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowState {
    /// No cell is covered, but something is said of several sides together or beside the columns.
    Beside,
    /// Nothing is said.
    Silent,
    /// Exactly one cell is covered.
    OneSided(SideId),
    /// A cell is disputed, or two claims of the row contradict each other.
    Contested,
    /// A covered cell is not rated.
    Described,
    /// The ratings of the sides differ.
    Contrast,
    /// The ratings of the sides agree.
    Alike,
    /// What the voices of the sides hold differs.
    Differ,
    /// What the voices of the sides hold agrees.
    Converge,
}

impl RowState {
    /// The word that pages and data use.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Beside => "beside",
            Self::Silent => "silent",
            Self::OneSided(_) => "one-sided",
            Self::Contested => "contested",
            Self::Described => "described",
            Self::Contrast => "contrast",
            Self::Alike => "alike",
            Self::Differ => "differ",
            Self::Converge => "converge",
        }
    }
}

impl Row {
    /// Every claim that counts in the row: those that fill cells, and those beside the columns.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.filling().chain(self.beside())
    }

    /// The claims that fill cells.
    pub fn filling(&self) -> impl Iterator<Item = ClaimId> {
        self.cells.values().flat_map(|cell| cell.rings.claims())
    }

    /// The claims that fill no cell: of several sides together, or beside the columns.
    pub fn beside(&self) -> impl Iterator<Item = ClaimId> {
        self.hinge.iter().chain(&self.band).copied()
    }

    /// The lists of which the row is made: cells, what stands below them, and what stands beside them.
    pub fn lists(&self) -> impl Iterator<Item = List<'_>> {
        let cells = self.cells.values().flat_map(|cell| {
            let below = [&cell.advised, &cell.forecast].map(|it| List::of_one(it));
            [cell.rings.list()].into_iter().chain(below)
        });
        cells.chain([&self.hinge, &self.band].map(|it| List::of_one(it)))
    }

    /// The sides whose cell no claim fills.
    pub fn uncovered(&self) -> impl Iterator<Item = SideId> {
        let cells = self.cells.iter();
        cells.filter_map(|(side, cell)| (!cell.state.is_covered()).then_some(side))
    }
}

/// Answers every question from the claims that count, in the order of questions.
pub fn compare(corpus: &Corpus) -> Vec<Row> {
    compare_but(corpus, |_| None)
}

/// Answers every question but those of which the row is known.
pub(super) fn compare_but(
    corpus: &Corpus,
    known: impl Fn(QuestionId) -> Option<Row> + Sync,
) -> Vec<Row> {
    let mut by_question: Vec<Vec<ClaimId>> = vec![Vec::new(); corpus.questions.len()];
    for (id, claim) in corpus.claims().filter(|(_, claim)| claim.counts()) {
        for question in &claim.answers {
            by_question[question.index()].push(id);
        }
    }
    let questions = by_question.par_iter().enumerate();
    let rows = questions.map(|(index, claims)| {
        let id = QuestionId::new(index);
        known(id).unwrap_or_else(|| row_of(id, claims, corpus))
    });
    rows.collect()
}

/// Where a claim stands in a row.
enum Stand {
    Fills(SideId),
    Advised(SideId),
    Forecast(SideId),
    Hinge,
    Band,
}

/// The stand of a claim; none for one about sides in a row about the world, where it does not count.
fn stand(question: &Question, id: ClaimId, corpus: &Corpus) -> Option<Stand> {
    let claim = &corpus[id];
    Some(match question.compare {
        Compare::About => match claim.about.single() {
            Some(side) if question.takes.contains(&claim.kind) => Stand::Fills(side),
            Some(side) => match claim.kind {
                Kind::Recommendation => Stand::Advised(side),
                Kind::Prediction => Stand::Forecast(side),
                Kind::Fact | Kind::Assessment | Kind::Measure | Kind::Risk => Stand::Fills(side),
            },
            None if claim.about.sides().is_empty() => Stand::Band,
            None => Stand::Hinge,
        },
        Compare::Voice => {
            let side = corpus[claim.voice].allegiance.side();
            side.map_or(Stand::Band, Stand::Fills)
        }
        Compare::World if claim.about.sides().is_empty() => Stand::Band,
        Compare::World => return None,
    })
}

/// Answers a question from some claims alone.
pub(super) fn row_of(id: QuestionId, claims: &[ClaimId], corpus: &Corpus) -> Row {
    #[derive(Default)]
    struct Column {
        rings: Rings,
        advised: Vec<ClaimId>,
        forecast: Vec<ClaimId>,
    }
    let question = &corpus[id];
    let mut columns = corpus.site.sides.map(|_, _| Column::default());
    let mut hinge = Vec::new();
    let mut band = Vec::new();
    for &claim in claims {
        match stand(question, claim, corpus) {
            Some(Stand::Fills(side)) => columns[side].rings.add(claim, side, corpus),
            Some(Stand::Advised(side)) => columns[side].advised.push(claim),
            Some(Stand::Forecast(side)) => columns[side].forecast.push(claim),
            Some(Stand::Hinge) => hinge.push(claim),
            Some(Stand::Band) => band.push(claim),
            None => {}
        }
    }
    let cells = columns.map(|_, column| {
        Cell::new(
            id,
            column.rings.clone(),
            column.advised.clone(),
            column.forecast.clone(),
            corpus,
        )
    });
    let mut row = Row {
        state: RowState::Silent,
        cells,
        hinge,
        band,
    };
    row.state = state(&row, question.compare, corpus);
    row
}

fn state(row: &Row, compare: Compare, corpus: &Corpus) -> RowState {
    if compare == Compare::World {
        return match () {
            () if row.band.is_empty() => RowState::Silent,
            () if contradictory(&row.band, corpus) => RowState::Contested,
            () => RowState::Described,
        };
    }
    let covered: Vec<(SideId, CellState)> = row
        .cells
        .iter()
        .filter(|(_, cell)| cell.state.is_covered())
        .map(|(side, cell)| (side, cell.state))
        .collect();
    match covered.as_slice() {
        [] if row.beside().next().is_some() => return RowState::Beside,
        [] => return RowState::Silent,
        [(side, _)] => return RowState::OneSided(*side),
        _ => {}
    }
    let states = || covered.iter().map(|(_, state)| *state);
    let claims: Vec<ClaimId> = match compare {
        // Voices of no side stand in the band and never count for the state.
        Compare::Voice => row.filling().collect(),
        Compare::About | Compare::World => row.claims().collect(),
    };
    if states().any(|state| state == CellState::Disputed) || contradictory(&claims, corpus) {
        return RowState::Contested;
    }
    if states().any(|state| state == CellState::Described) {
        return RowState::Described;
    }
    let same = states().all(|state| state == covered[0].1);
    match (compare, same) {
        (Compare::Voice, true) => RowState::Converge,
        (Compare::Voice, false) => RowState::Differ,
        (_, true) => RowState::Alike,
        (_, false) => RowState::Contrast,
    }
}

/// Whether two of the claims are joined by `contradicts`, in either direction.
fn contradictory(claims: &[ClaimId], corpus: &Corpus) -> bool {
    let here: BTreeSet<ClaimId> = claims.iter().copied().collect();
    claims.iter().any(|&id| {
        corpus[id].relations.iter().any(|relation| {
            relation.kind == RelationKind::Contradicts && here.contains(&relation.claim)
        })
    })
}
