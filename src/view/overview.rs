use super::Scene;
use super::link::Link;
use super::state::state_label;
use crate::compare::{Ring, Row, ring};
use crate::corpus::{QuestionId, SideId, ThemeId};
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
pub fn sign(scene: &Scene<'_>, id: QuestionId, row: &Row) -> Vec<Panel> {
    if scene.corpus[id].compare == Compare::World {
        return Vec::new();
    }
    let cells = row.cells.iter();
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
        state_label: state_label(scene, id, &scene.rows[id.index()]),
        sign: sign(scene, id, &scene.rows[id.index()]),
    }
}

/// A theme as amounts and voices: one dot a claim, its form saying who speaks.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeLine {
    /// The theme.
    pub theme: Link,
    /// The first sentence of what the editors sum up of the difference.
    pub contrast: Option<String>,
    /// One run for each side, in the order of columns.
    pub runs: Vec<Run>,
    /// Claims about several sides together or about the world.
    pub beside: usize,
}

/// Claims about one side: dots, or bars where there are many.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// Place of the side in the order of columns, from 1.
    pub column: usize,
    /// Where it leads.
    pub url: Url,
    /// One for each claim, by ring from inside outwards; none where bars stand in their place.
    pub dots: Vec<Dot>,
    /// One for each ring that has claims; none where dots stand in their place.
    pub bars: Vec<RingBar>,
    /// Height of the picture.
    pub height: usize,
    /// The same, in words.
    pub label: String,
}

/// One claim in a run.
#[derive(Clone, Debug, Serialize)]
pub struct Dot {
    /// Hook: the word of its ring.
    pub ring: &'static str,
    /// Distance from the hinge.
    pub x: usize,
    /// Distance from the top.
    pub y: usize,
}

/// The claims of one ring in a run.
#[derive(Clone, Debug, Serialize)]
pub struct RingBar {
    /// Hook: the word of the ring.
    pub ring: &'static str,
    /// Distance from the hinge.
    pub x: usize,
    /// Its length.
    pub width: usize,
}

/// Dots in one line of a run.
const PER_LINE: usize = 14;
/// From one dot to the next, in the units of the picture.
const STEP: usize = 12;
/// Claims of one run above which bars stand in place of dots everywhere.
const MOST_DOTS: usize = 140;
/// Width of the picture of a run.
pub const RUN_WIDTH: usize = PER_LINE * STEP;

/// The themes by amounts and voices; each claim counts in the theme of its primary question.
pub fn theme_lines(scene: &Scene<'_>) -> Vec<ThemeLine> {
    let corpus = scene.corpus;
    let sides = corpus.site.sides.count();
    let mut rings: Vec<Vec<Vec<Ring>>> = vec![vec![Vec::new(); sides]; corpus.themes.len()];
    let mut beside = vec![0; corpus.themes.len()];
    for claim in corpus.claims.iter().filter(|claim| claim.counts()) {
        let theme = corpus[claim.primary()].theme.index();
        match (claim.about.single(), ring(claim, corpus)) {
            (Some(side), Some(ring)) => rings[theme][side.index()].push(ring),
            _ => beside[theme] += 1,
        }
    }
    let longest = rings.iter().flatten().map(Vec::len).max().unwrap_or(0);
    let lines = corpus.themes().zip(rings).zip(beside);
    let lines = lines.map(|(((id, theme), rings), beside)| ThemeLine {
        theme: scene.theme_link(id),
        contrast: theme.contrast.first().map(|it| scene.text(&it.text)),
        runs: SideId::all(sides)
            .zip(rings)
            .map(|(side, rings)| run(scene, id, side, rings, longest))
            .collect(),
        beside,
    });
    lines.collect()
}

fn run(
    scene: &Scene<'_>,
    theme: ThemeId,
    side: SideId,
    mut rings: Vec<Ring>,
    longest: usize,
) -> Run {
    rings.sort_unstable();
    let is_long = longest > MOST_DOTS;
    let dots = rings.iter().enumerate().filter(|_| !is_long);
    let dots: Vec<Dot> = dots
        .map(|(place, ring)| Dot {
            ring: ring.word(),
            x: place % PER_LINE * STEP,
            y: place / PER_LINE * STEP,
        })
        .collect();
    let bars = if is_long {
        bars(&rings, longest)
    } else {
        Vec::new()
    };
    Run {
        column: side.index() + 1,
        url: scene.url(Page::Theme(theme)),
        label: run_label(scene, side, &rings),
        height: STEP * dots.len().div_ceil(PER_LINE).max(1),
        dots,
        bars,
    }
}

/// Sorted rings as bars on the scale of the longest run.
fn bars(rings: &[Ring], longest: usize) -> Vec<RingBar> {
    let mut before = 0;
    let bar = |ring: &[Ring]| {
        let x = before * RUN_WIDTH / longest;
        before += ring.len();
        RingBar {
            ring: ring[0].word(),
            x,
            width: (before * RUN_WIDTH / longest - x).max(1),
        }
    };
    rings.chunk_by(Ring::eq).map(bar).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_fill_their_share() {
        let rings = [vec![Ring::Own; 50], vec![Ring::Outside; 150]].concat();
        let bars = bars(&rings, 400);
        let shape: Vec<_> = bars
            .iter()
            .map(|bar| (bar.ring, bar.x, bar.width))
            .collect();
        assert_eq!(shape, [("own", 0, 21), ("outside", 21, 63)]);
    }
}
