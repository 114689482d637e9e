use super::balance::{BalanceView, theme_balance};
use super::filter::Filter;
use super::home::SideHead;
use super::link::Link;
use super::overview::{RowLine, row_line};
use super::row::{CELL_LIMIT, RowView, Setting, cell_url, row};
use super::{Frame, Scene};
use crate::compare::Row;
use crate::corpus::{Sentence, ThemeId};
use crate::site::{Page, Route};
use serde::Serialize;

/// `pages/theme.html`
#[derive(Clone, Debug, Serialize)]
pub struct ThemePage {
    /// What belongs to it.
    pub definition: Option<String>,
    /// The heads of the columns.
    pub sides: Vec<SideHead>,
    /// What the editors sum up for each side that they say something of.
    pub summaries: Vec<SideSummary>,
    /// What the editors sum up of the difference.
    pub contrast: Vec<SentenceView>,
    /// Its rows in few words.
    pub contents: Vec<RowLine>,
    /// The filter of its rows.
    pub filter: Option<Filter>,
    /// Its rows.
    pub rows: Vec<RowView>,
    /// What it rests on.
    pub balance: Option<BalanceView>,
    /// The theme before it.
    pub previous: Option<Link>,
    /// The theme after it.
    pub next: Option<Link>,
}

/// A summary of one side.
#[derive(Clone, Debug, Serialize)]
pub struct SideSummary {
    /// Place of the side in the order of columns, from 1.
    pub column: usize,
    /// Its name.
    pub name: String,
    /// The sentences.
    pub sentences: Vec<SentenceView>,
}

/// A sentence of a summary with what it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct SentenceView {
    /// The sentence.
    pub text: String,
    /// Claims and empty cells that it rests on, by number.
    pub sources: Vec<Citation>,
}

/// What a sentence rests on.
#[derive(Clone, Debug, Serialize)]
pub struct Citation {
    /// Its number within the sentence.
    pub number: usize,
    /// What it is, in words.
    pub link: Link,
}

pub fn theme(scene: &Scene<'_>, route: Route, id: ThemeId) -> (Frame, ThemePage) {
    let corpus = scene.corpus;
    let theme = &corpus[id];
    let definition = scene.text_of(theme.definition.as_ref());
    let frame = scene.frame(
        route,
        definition.clone().unwrap_or_default(),
        vec![scene.home_link(), themes_link(scene)],
    );
    let neighbour = |index: Option<usize>| {
        let index = index.filter(|&index| index < corpus.themes.len())?;
        Some(scene.theme_link(ThemeId::new(index)))
    };
    let summaries = theme
        .summary
        .iter()
        .filter(|(_, sentences)| !sentences.is_empty())
        .map(|(side, sentences)| SideSummary {
            column: side.index() + 1,
            name: scene.side_name(side),
            sentences: sentences.iter().map(|it| sentence(scene, it)).collect(),
        });
    let limit = limit(scene, id);
    let page = ThemePage {
        definition,
        sides: scene.side_heads(),
        summaries: summaries.collect(),
        contrast: theme
            .contrast
            .iter()
            .map(|it| sentence(scene, it))
            .collect(),
        contents: theme.questions().map(|id| row_line(scene, id)).collect(),
        filter: scene.filter_of_theme(id, limit),
        rows: theme
            .questions()
            .map(|id| row(scene, id, Setting::Theme(limit)))
            .collect(),
        balance: theme_balance(scene, id),
        previous: neighbour(id.index().checked_sub(1)),
        next: neighbour(Some(id.index() + 1)),
    };
    (frame, page)
}

/// How many claims of each list the page of a theme shows: as many as a cell may hold, and fewer where so many lists are
/// full that the page would take long to open.
fn limit(scene: &Scene<'_>, id: ThemeId) -> usize {
    /// Cards that come in some 40 KB, compressed.
    const MOST: usize = 200;
    /// Less says nothing of a cell.
    const LEAST: usize = 3;
    let rows = scene.corpus[id]
        .questions()
        .map(|it| &scene.rows[it.index()]);
    let lists: Vec<usize> = rows.flat_map(Row::lists).map(|list| list.len()).collect();
    let shown = |limit: usize| lists.iter().map(|&length| length.min(limit)).sum::<usize>();
    let mut limits = (LEAST..=CELL_LIMIT).rev();
    limits.find(|&limit| shown(limit) <= MOST).unwrap_or(LEAST)
}

/// All themes.
pub fn themes_link(scene: &Scene<'_>) -> Link {
    Link {
        text: scene.words.say("themes"),
        url: scene.url(Page::Themes),
    }
}

fn sentence(scene: &Scene<'_>, sentence: &Sentence) -> SentenceView {
    let claims = sentence.from.iter().map(|&id| scene.claim_link(id));
    let cells = sentence.silent.iter().map(|&cell| {
        let question = scene.text(&scene.corpus[cell.question].asks);
        Link {
            text: scene.words.say_of("silent-cell", "question", question),
            url: cell_url(scene, cell),
        }
    });
    SentenceView {
        text: scene.text(&sentence.text),
        sources: (1..)
            .zip(claims.chain(cells))
            .map(|(number, link)| Citation { number, link })
            .collect(),
    }
}
