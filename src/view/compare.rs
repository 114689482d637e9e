use super::link::Link;
use super::{Frame, Scene};
use crate::site::{Page, Route, Url, comparison_file};
use serde::Serialize;

/// `pages/compare.html`
#[derive(Clone, Debug, Serialize)]
pub struct ComparePage {
    /// What readers can choose from, for the script.
    pub choices: Url,
    /// The comparisons that have pages of their own: one a theme, and those across themes.
    pub pages: Vec<Link>,
}

pub fn compare(scene: &Scene<'_>, route: Route) -> (Frame, ComparePage) {
    let corpus = scene.corpus;
    let description = scene.words.say("compare-about");
    let frame = scene.frame(route, description, vec![scene.home_link()]);
    let themes = corpus.themes().map(|(id, _)| Page::Theme(id));
    let across = [Page::Perspectives, Page::Tensions, Page::Figures];
    let pages = themes.chain(across).map(|page| Link {
        text: scene.page_title(page),
        url: scene.url(page),
    });
    let page = ComparePage {
        choices: Url::file(&comparison_file(scene.language, None, corpus)),
        pages: pages.collect(),
    };
    (frame, page)
}
