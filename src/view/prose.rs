use super::{Frame, Scene};
use crate::corpus::PageId;
use crate::prose::{Html, markdown};
use crate::site::Route;
use serde::Serialize;

/// `pages/prose.html`
#[derive(Clone, Debug, Serialize)]
pub struct ProsePage {
    /// The text.
    pub body_html: Html,
}

pub fn prose(scene: &Scene<'_>, route: Route, id: PageId) -> (Frame, ProsePage) {
    let page = &scene.corpus[id];
    let title = scene.text(&page.title);
    let description = scene.text(&scene.corpus.site.description);
    let frame = scene.frame(route, title, description, vec![scene.home_link()]);
    let page = ProsePage {
        body_html: markdown(page.body.get(scene.language)),
    };
    (frame, page)
}
