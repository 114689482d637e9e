use super::Scene;
use super::link::Link;
use super::row::{CellView, RowView, Setting, row, row_of};
use crate::compare::{Lens, alone};
use crate::corpus::{ClaimId, QuestionId, ThemeId};
use crate::vocabulary::Compare;
use std::collections::BTreeMap;
use std::mem;

/// What the page for comparing shows of one theme, but for its rows.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The theme.
    pub theme: Link,
    /// Every claim that stands in them, by full id.
    pub standing: BTreeMap<String, ClaimId>,
}

/// A row, looked at through every lens.
#[derive(Clone, Debug)]
pub struct ComparedRow {
    /// The row of all documents.
    pub row: RowView,
    /// What stands in the column of each side, by the name of its lens in addresses; nothing in a row about
    /// the world.
    pub sides: Vec<(String, Option<CellView>)>,
    /// The row as single documents and voices make it; who says nothing to it is left out.
    pub alone: Vec<LensView>,
}

/// A row through one lens.
#[derive(Clone, Debug)]
pub struct LensView {
    /// How the lens is named in addresses.
    pub key: String,
    /// What it makes of the row.
    pub row: RowView,
}

/// What the page for comparing shows of a theme, but for its rows.
pub fn comparison(scene: &Scene<'_>, id: ThemeId) -> Comparison {
    let corpus = scene.corpus;
    let questions = corpus[id].questions();
    let standing = questions.flat_map(|it| scene.rows[it.index()].lists().flatten());
    Comparison {
        theme: scene.theme_link(id),
        standing: standing.map(|it| (corpus.claim_path(it), it)).collect(),
    }
}

/// What the page for comparing shows of a question. The rows of a theme take much room together, so each is made by
/// itself.
pub fn compared_row(scene: &Scene<'_>, question: QuestionId) -> ComparedRow {
    let corpus = scene.corpus;
    let alone = alone(question, &scene.rows[question.index()], corpus);
    let lenses = alone.into_iter().map(|(lens, made)| {
        let mut row = row_of(scene, question, &made, Setting::Alone);
        // A voice has no place in the columns of other sides.
        let is_of_voices = corpus[question].compare == Compare::Voice;
        if is_of_voices && matches!(lens, Lens::Voice(_)) {
            row.cells.retain(|cell| cell.silence.is_none());
            row.sign.clear();
            row.state_label.clear();
        }
        LensView {
            key: scene.lens_key(lens),
            row,
        }
    });
    let alone = lenses.collect();
    let mut row = row(scene, question, Setting::Compared);
    let mut cells = mem::take(&mut row.cells).into_iter();
    let sides = corpus.site.side_ids();
    let sides = sides.map(|side| (scene.lens_key(Lens::Side(side)), cells.next()));
    let sides = sides.collect();
    ComparedRow { row, sides, alone }
}

impl Scene<'_> {
    /// How a lens is named in addresses: its kind and its id, which holds no full stop.
    pub fn lens_key(&self, lens: Lens) -> String {
        match lens {
            Lens::Side(id) => format!("side.{}", self.corpus[id].id),
            Lens::Document(id) => format!("document.{}", self.corpus[id].id),
            Lens::Voice(id) => format!("voice.{}", self.corpus[id].id),
        }
    }
}
