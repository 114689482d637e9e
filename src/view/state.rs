use super::Scene;
use super::card::stance_label;
use crate::compare::{Cell, CellState, Evidence, Row, RowState};
use crate::corpus::{Allegiance, QuestionId, VoiceId};
use crate::language::Arguments;
use crate::vocabulary::Compare;
use std::collections::BTreeMap;

/// What a row amounts to, in words, naming the sides that it does not cover.
pub fn state_label(scene: &Scene<'_>, id: QuestionId, row: &Row) -> String {
    let words = scene.words;
    let by_voice = scene.corpus[id].compare == Compare::Voice;
    let message = |about: &'static str, voice: &'static str| if by_voice { voice } else { about };
    match row.state {
        RowState::OneSided(side) => words.say_of(
            message("state-one-sided", "state-one-sided-voice"),
            "side",
            scene.side_in_text(side),
        ),
        RowState::Beside if row.hinge.is_empty() => {
            words.say(message("state-beside-world", "state-beside-voice"))
        }
        RowState::Beside => words.say_of("state-beside-together", "sides", row.cells.count()),
        RowState::Silent => words.say("state-silent"),
        _ => {
            let label = words.say(&format!("state-{}", row.state.word()));
            let missing: Vec<String> = row
                .uncovered()
                .map(|side| scene.side_in_text(side))
                .collect();
            if missing.is_empty() || row.cells.count() == missing.len() {
                return label;
            }
            let arguments = Arguments::new()
                .with("state", label)
                .with("sides", words.list(&missing));
            words.say_with(message("state-not-on", "state-not-by"), &arguments)
        }
    }
}

/// What a cell amounts to, in words.
pub fn cell_label(scene: &Scene<'_>, question: QuestionId, cell: &Cell) -> String {
    let words = scene.words;
    match cell.state {
        CellState::Rated(stance) => stance_label(scene, question, stance),
        CellState::AdviceOnly if cell.advised.is_empty() => words.say("cell-only-forecast"),
        CellState::AdviceOnly if cell.forecast.is_empty() => words.say("cell-only-advice"),
        CellState::AdviceOnly => words.say("cell-only-advice-and-forecast"),
        state => words.say(&format!("cell-{}", state.word())),
    }
}

/// Who speaks in a cell: "by 3 speakers for China, none first-hand: all through Xinhua".
pub fn evidence_label(scene: &Scene<'_>, evidence: &Evidence) -> Option<String> {
    if evidence.voices.is_empty() {
        return None;
    }
    let through: Vec<String> = evidence
        .through
        .iter()
        .map(|&voice| scene.text(&scene.corpus[voice].name))
        .collect();
    let arguments = Arguments::new()
        .with("voices", evidence.voices.len())
        .with("speakers", speakers(scene, &evidence.voices))
        .with("firsthand", evidence.first_hand.len())
        .with("through", scene.words.list(&through));
    let message = match (evidence.first_hand.len(), evidence.voices.len()) {
        (0, _) => "evidence-none",
        (first, all) if first == all => "evidence-all",
        _ => "evidence-some",
    };
    Some(scene.words.say_with(message, &arguments))
}

/// "one speaker for China and 2 third parties".
fn speakers(scene: &Scene<'_>, voices: &[VoiceId]) -> String {
    let mut counts: BTreeMap<Allegiance, usize> = BTreeMap::new();
    for &voice in voices {
        *counts.entry(scene.corpus[voice].allegiance).or_default() += 1;
    }
    let groups = counts.into_iter().map(|(allegiance, count)| {
        let arguments = Arguments::new().with("count", count);
        match allegiance {
            Allegiance::Side(side) => scene.words.say_with(
                "speakers-side",
                &arguments.with("side", scene.side_in_text(side)),
            ),
            Allegiance::ThirdParty => scene.words.say_with("speakers-outside", &arguments),
            Allegiance::Unplaced => scene.words.say_with("speakers-unplaced", &arguments),
        }
    });
    scene.words.list(&groups.collect::<Vec<_>>())
}
