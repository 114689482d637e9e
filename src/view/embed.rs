use super::link::Link;
use super::row::{RowView, Setting, row};
use super::{Frame, Scene};
use crate::corpus::QuestionId;
use crate::site::{Page, Route, Url};
use serde::Serialize;

/// `pages/embed.html`
#[derive(Clone, Debug, Serialize)]
pub struct EmbedPage {
    /// The row.
    pub row: RowView,
    /// How many columns it has.
    pub sides: usize,
    /// Where the rules of the row are explained.
    pub rules: Url,
    /// The site that the row comes from.
    pub site: Link,
}

pub fn embed(scene: &Scene<'_>, route: Route, id: QuestionId) -> (Frame, EmbedPage) {
    let frame = scene.frame(route, String::new(), Vec::new());
    let page = EmbedPage {
        row: row(scene, id, Setting::Embedded),
        sides: scene.corpus.site.sides.count(),
        rules: scene.url(Page::Question(id)).at("page.rules"),
        site: scene.home_link_named(),
    };
    (frame, page)
}

impl Scene<'_> {
    /// The absolute address of a row as a page by itself, where the site knows where it lies.
    pub fn embed_address(&self, id: QuestionId) -> Option<String> {
        let base = self.corpus.site.base_url.as_ref()?;
        Some(self.url(Page::Embed(id)).below(base))
    }

    fn home_link_named(&self) -> Link {
        Link {
            text: self.text(&self.corpus.site.title),
            url: self.url(Page::Home),
        }
    }
}
