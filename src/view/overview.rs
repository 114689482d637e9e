use super::Scene;
use super::link::Link;
use super::state::state_label;
use crate::compare::{Ring, ring};
use crate::corpus::{Claim, QuestionId, SideId, ThemeId};
use crate::language::Arguments;
use crate::site::{Page, Url};
use crate::vocabulary::Compare;
use serde::Serialize;

/// One panel of a small diptych that stands for a row.
#[derive(Clone, Debug, Serialize)]
pub struct Panel {
    /// Place of the side in the order of columns, from 1.
    pub column: usize,
    /// Hook: the word of the cell's state.
    pub state: &'static str,
}

/// The state of a row as one panel for each side; none for a row about the world.
pub fn sign(scene: &Scene<'_>, id: QuestionId) -> Vec<Panel> {
    if scene.corpus[id].compare == Compare::World {
        return Vec::new();
    }
    let cells = scene.rows[id.index()].cells.iter();
    cells
        .map(|(side, cell)| Panel {
            column: side.index() + 1,
            state: cell.state.word(),
        })
        .collect()
}

/// A row in few words: `components/row_line.html`.
#[derive(Clone, Debug, Serialize)]
pub struct RowLine {
    /// The question, which leads to its row on the page of the theme.
    pub question: Link,
    /// Hook: the word of the state.
    pub state: &'static str,
    /// The state, in words.
    pub state_label: String,
    /// The state as a small diptych.
    pub sign: Vec<Panel>,
}

/// A row in few words.
pub fn row_line(scene: &Scene<'_>, id: QuestionId) -> RowLine {
    let row = &scene.rows[id.index()];
    let question = &scene.corpus[id];
    RowLine {
        question: Link {
            text: scene.text(&question.asks),
            url: scene
                .url(Page::Theme(question.theme))
                .at(&scene.row_anchor(id)),
        },
        state: row.state.word(),
        state_label: state_label(scene, id),
        sign: sign(scene, id),
    }
}

/// A theme as amounts and voices: one dot a claim, its form saying who speaks.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeLine {
    /// The theme.
    pub theme: Link,
    /// One run of dots for each side, in the order of columns.
    pub runs: Vec<Run>,
    /// Claims about several sides together or about the world.
    pub beside: usize,
}

/// Claims about one side.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// Place of the side in the order of columns, from 1.
    pub column: usize,
    /// Where it leads.
    pub url: Url,
    /// The word of the ring of each claim, from inside outwards.
    pub dots: Vec<&'static str>,
    /// The same, in words.
    pub label: String,
}

/// A theme by amounts and voices; each claim counts in the theme of its primary question.
pub fn theme_line(scene: &Scene<'_>, id: ThemeId) -> ThemeLine {
    let corpus = scene.corpus;
    let of_theme = |claim: &&Claim| corpus[claim.primary()].theme == id && claim.counts();
    let runs = corpus.site.side_ids().map(|side| {
        let mut rings: Vec<Ring> = corpus
            .claims
            .iter()
            .filter(of_theme)
            .filter(|claim| claim.about.single() == Some(side))
            .filter_map(|claim| ring(claim, corpus))
            .collect();
        rings.sort_unstable();
        Run {
            column: side.index() + 1,
            url: scene.url(Page::Theme(id)),
            label: run_label(scene, side, &rings),
            dots: rings.iter().map(|ring| ring.word()).collect(),
        }
    });
    let claims = corpus.claims.iter().filter(of_theme);
    ThemeLine {
        theme: scene.theme_link(id),
        runs: runs.collect(),
        beside: claims
            .filter(|claim| claim.about.single().is_none())
            .count(),
    }
}

fn run_label(scene: &Scene<'_>, side: SideId, rings: &[Ring]) -> String {
    let count = |wanted: Ring| rings.iter().filter(|&&ring| ring == wanted).count();
    let arguments = Arguments::new()
        .with("side", scene.side_name(side))
        .with("count", rings.len())
        .with("own", count(Ring::Own))
        .with("other", count(Ring::Other))
        .with("outside", count(Ring::Outside))
        .with("unplaced", count(Ring::Unplaced));
    scene.words.say_with("run", &arguments)
}
