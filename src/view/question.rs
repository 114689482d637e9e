use super::home::SideHead;
use super::link::Link;
use super::row::{Entry, RowView, Setting, full_entries, row};
use super::theme::themes_link;
use super::{Frame, Scene};
use crate::corpus::QuestionId;
use crate::site::{Page, Route, Url};
use serde::Serialize;

/// `pages/question.html`
#[derive(Clone, Debug, Serialize)]
pub struct QuestionPage {
    /// The heads of the columns.
    pub sides: Vec<SideHead>,
    /// The row.
    pub row: RowView,
    /// Claims that answer the question but do not count: drafts, disputed and withdrawn ones, and in a
    /// row about the world those about sides.
    pub uncounted: Vec<Entry>,
    /// The row as a page by itself.
    pub embed: Url,
    /// The markup of a frame that shows that page, to be copied, where the site knows where it lies.
    pub snippet_frame: Option<String>,
    /// The markup of the row as a table, to be copied.
    pub snippet_table: String,
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
        scene
            .text_of(question.definition.as_ref())
            .unwrap_or_default(),
        vec![scene.home_link(), themes_link(scene), row_of_theme],
    );
    let neighbour = |index: Option<usize>| {
        let index = index.filter(|&index| index < corpus.questions.len())?;
        Some(scene.question_link(QuestionId::new(index)))
    };
    let snippets = scene.cards.snippets(id);
    let page = QuestionPage {
        sides: scene.side_heads(),
        row: row(scene, id, Setting::Question(route.sheet)),
        uncounted: full_entries(scene, scene.on_sheet(scene.index.uncounted(id), route)),
        embed: scene.url(Page::Embed(id)),
        snippet_frame: snippets.frame.as_ref().map(|it| it.as_str().to_owned()),
        snippet_table: snippets.table.as_str().to_owned(),
        previous: neighbour(id.index().checked_sub(1)),
        next: neighbour(Some(id.index() + 1)),
    };
    (frame, page)
}
