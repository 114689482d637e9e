use super::{Frame, Scene};
use crate::corpus::PageId;
use crate::prose::Html;
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
    let description = scene.text_of(scene.corpus.site.description.as_ref());
    let frame = scene.frame(
        route,
        description.unwrap_or_default(),
        vec![scene.home_link()],
    );
    let page = ProsePage {
        body_html: scene.markdown(&page.body),
    };
    (frame, page)
}
