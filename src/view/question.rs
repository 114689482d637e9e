use super::home::SideHead;
use super::link::Link;
use super::row::{RowView, Setting, row};
use super::theme::themes_link;
use super::{Frame, Scene};
use crate::compare::{Cell, Row};
use crate::corpus::{ClaimId, QuestionId};
use crate::site::{Page, Route};
use serde::Serialize;
use std::collections::BTreeSet;

/// `pages/question.html`
#[derive(Clone, Debug, Serialize)]
pub struct QuestionPage {
    /// The heads of the columns.
    pub sides: Vec<SideHead>,
    /// The row.
    pub row: RowView,
    /// Claims that answer the question but do not count: drafts, disputed and withdrawn ones, and in a
    /// row about the world those about sides.
    pub uncounted: Vec<crate::prose::Html>,
    /// The question before it.
    pub previous: Option<Link>,
    /// The question after it.
    pub next: Option<Link>,
}

pub fn question(scene: &Scene<'_>, route: Route, id: QuestionId) -> (Frame, QuestionPage) {
    let corpus = scene.corpus;
    let question = &corpus[id];
    let row_of_theme = Link {
        url: scene
            .url(Page::Theme(question.theme))
            .at(&scene.row_anchor(id)),
        ..scene.theme_link(question.theme)
    };
    let frame = scene.frame(
        route,
        scene.text(&question.asks),
        scene
            .text_of(question.definition.as_ref())
            .unwrap_or_default(),
        vec![scene.home_link(), themes_link(scene), row_of_theme],
    );
    let standing = standing(&scene.rows[id.index()]);
    let uncounted = corpus.claims().filter(|(claim_id, claim)| {
        claim.answers.contains(&id) && scene.shows(claim) && !standing.contains(claim_id)
    });
    let neighbour = |index: Option<usize>| {
        let index = index.filter(|&index| index < corpus.questions.len())?;
        Some(scene.question_link(QuestionId::new(index)))
    };
    let page = QuestionPage {
        sides: scene.side_heads(),
        row: row(scene, id, Setting::Question),
        uncounted: uncounted
            .map(|(id, _)| scene.cards.full[id.index()].clone())
            .collect(),
        previous: neighbour(id.index().checked_sub(1)),
        next: neighbour(Some(id.index() + 1)),
    };
    (frame, page)
}

/// Every claim that stands somewhere in a row.
fn standing(row: &Row) -> BTreeSet<ClaimId> {
    let below = |cell: &Cell| {
        cell.advised
            .iter()
            .chain(&cell.forecast)
            .copied()
            .collect::<Vec<_>>()
    };
    row.claims()
        .chain(row.cells.values().flat_map(below))
        .collect()
}
