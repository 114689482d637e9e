use super::State;
use super::record::Names;
use crate::compare::{Balance, balance};
use crate::compile::World;
use crate::corpus::{Allegiance, Corpus};
use crate::diagnostic::Code;
use crate::vocabulary::NO_SIDE;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A row or a cell whose state is another one.
#[derive(Debug, Serialize)]
pub struct Turn {
    /// The question.
    pub question: String,
    /// The side of a cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// The old state.
    pub before: String,
    /// The new one.
    pub after: String,
}

/// A ring that was empty or is empty now.
#[derive(Debug, Serialize)]
pub struct RingTurn {
    /// The question.
    pub question: String,
    /// The side of the cell.
    pub side: String,
    /// The ring.
    pub ring: String,
    /// Whether it has claims now.
    pub is_filled: bool,
}

/// What a theme rests on, before and after.
#[derive(Debug, Serialize)]
pub struct Weight {
    /// The theme.
    pub theme: String,
    /// Before; nothing where it is new.
    pub before: Option<Rest>,
    /// After; nothing where it is gone.
    pub after: Option<Rest>,
}

/// What a theme rests on.
#[derive(Debug, PartialEq, Serialize)]
pub struct Rest {
    /// Claims that count.
    pub claims: usize,
    /// Voices.
    pub voices: usize,
    /// Cells that a claim fills.
    pub covered: usize,
    /// Cells that none does.
    pub empty: usize,
    /// The document with most of the claims, and its share in percent.
    pub largest: Option<(String, usize)>,
    /// Claims by whom their voices speak for.
    pub speak_for: BTreeMap<String, usize>,
}

/// Figures that are at odds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Conflict {
    /// The claim that has one of the figures.
    pub claim: String,
    /// What is at odds.
    pub message: String,
}

/// The questions of all themes, as the data has them.
pub fn questions(themes: &[Value]) -> Vec<Value> {
    let lists = themes
        .iter()
        .filter_map(|theme| theme["questions"].as_array());
    lists.flatten().cloned().collect()
}

fn words(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn by_id(questions: &[Value]) -> BTreeMap<String, &Value> {
    questions.iter().map(|it| (words(it, "id"), it)).collect()
}

/// The old questions by the ids that they have now.
fn by_present_id<'a>(questions: &'a [Value], names: &Names) -> BTreeMap<String, &'a Value> {
    let pairs = by_id(questions).into_iter();
    pairs
        .map(|(was, it)| (names.get(&was).cloned().unwrap_or(was), it))
        .collect()
}

/// The state of a row that is not there.
const NOT_THERE: &str = "not there";

/// Rows whose state is another one, those that are new or gone among them.
pub fn rows(old: &[Value], new: &[Value], names: &Names) -> Vec<Turn> {
    let state = |row: Option<&&Value>| row.map_or(NOT_THERE.to_owned(), |row| words(row, "state"));
    let (old, new) = (by_present_id(old, names), by_id(new));
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let turns = ids.into_iter().map(|id| Turn {
        question: id.clone(),
        side: None,
        before: state(old.get(id)),
        after: state(new.get(id)),
    });
    turns.filter(|turn| turn.before != turn.after).collect()
}

/// The cells of the rows that are there before and after.
fn pairs<'a>(
    old: &'a [Value],
    new: &'a [Value],
    names: &Names,
) -> Vec<(String, String, &'a Value, &'a Value)> {
    let old = by_present_id(old, names);
    let mut pairs = Vec::new();
    for row in new {
        let id = words(row, "id");
        let Some(before) = old.get(&id) else { continue };
        let cells = |row: &'a Value| row["cells"].as_array().into_iter().flatten();
        for cell in cells(row) {
            let former = cells(before).find(|it| it["side"] == cell["side"]);
            if let Some(former) = former {
                pairs.push((id.clone(), words(cell, "side"), former, cell));
            }
        }
    }
    pairs
}

/// Cells whose state is another one.
pub fn cells(old: &[Value], new: &[Value], names: &Names) -> Vec<Turn> {
    let turns = pairs(old, new, names)
        .into_iter()
        .map(|(question, side, old, new)| Turn {
            question,
            side: Some(side),
            before: words(old, "state"),
            after: words(new, "state"),
        });
    turns.filter(|turn| turn.before != turn.after).collect()
}

/// Rings that were empty or are empty now.
pub fn rings(old: &[Value], new: &[Value], names: &Names) -> Vec<RingTurn> {
    let mut turns = Vec::new();
    for (question, side, old, new) in pairs(old, new, names) {
        let is_filled = |cell: &Value, ring: &str| {
            cell["rings"][ring]
                .as_array()
                .is_some_and(|claims| !claims.is_empty())
        };
        for ring in ["own", "told", "other", "outside", "unplaced"] {
            let now = is_filled(new, ring);
            if now != is_filled(old, ring) {
                turns.push(RingTurn {
                    question: question.clone(),
                    side: side.clone(),
                    ring: ring.to_owned(),
                    is_filled: now,
                });
            }
        }
    }
    turns
}

/// The themes that rest on something else.
pub fn weights(old: &World, new: &World, names: &Names) -> Vec<Weight> {
    let present = |(was, it): (String, Rest)| (names.get(&was).cloned().unwrap_or(was), it);
    let mut before: BTreeMap<String, Rest> = rests(old).into_iter().map(present).collect();
    let mut after = rests(new);
    let themes: BTreeSet<String> = before.keys().chain(after.keys()).cloned().collect();
    let weights = themes.into_iter().map(|theme| Weight {
        before: before.remove(&theme),
        after: after.remove(&theme),
        theme,
    });
    weights.filter(|it| it.before != it.after).collect()
}

fn rests(world: &World) -> BTreeMap<String, Rest> {
    let corpus = &world.corpus;
    let rests = corpus.themes().map(|(id, theme)| {
        let balance = balance(corpus, &world.rows, id);
        (theme.id.clone(), rest(corpus, &balance))
    });
    rests.collect()
}

fn rest(corpus: &Corpus, balance: &Balance) -> Rest {
    let claims = balance.amount.claims;
    let largest = balance.largest().map(|(id, count)| {
        let percent = (count * 100 + claims / 2) / claims.max(1);
        (corpus[id].id.clone(), percent)
    });
    let speak_for = balance.allegiances.iter().map(|(&allegiance, &count)| {
        let word = match allegiance {
            Allegiance::Side(side) => corpus[side].id.clone(),
            Allegiance::ThirdParty => NO_SIDE.to_owned(),
            Allegiance::Unplaced => "unplaced".to_owned(),
        };
        (word, count)
    });
    Rest {
        claims,
        voices: balance.amount.voices.len(),
        covered: balance.covered,
        empty: balance.advice_only + balance.not_covered,
        largest,
        speak_for: speak_for.collect(),
    }
}

/// Figures that are at odds in the new state and were not in the old one.
pub fn conflicts(old: &State<'_>, new: &State<'_>) -> Vec<Conflict> {
    let (before, after) = (at_odds(old), at_odds(new));
    after.difference(&before).cloned().collect()
}

fn at_odds(state: &State<'_>) -> BTreeSet<Conflict> {
    let corpus = &state.world.corpus;
    let faults = state.report.diagnostics().iter();
    let found = faults
        .filter(|fault| fault.code == Code::FiguresDisagree)
        .filter_map(|fault| {
            let (id, _) = corpus
                .claims()
                .find(|(_, claim)| claim.entry.holds(fault.span))?;
            Some(Conflict {
                claim: corpus.claim_path(id),
                message: fault.message.clone(),
            })
        });
    found.collect()
}
