use super::link::Link;
use super::theme::themes_link;
use super::{Frame, Scene};
use crate::site::Route;
use serde::Serialize;

/// `pages/not_found.html`
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundPage {
    /// Where to go on.
    pub ways: Vec<Link>,
}

pub fn not_found(scene: &Scene<'_>, route: Route) -> (Frame, NotFoundPage) {
    let title = scene.words.say("not-found");
    let description = scene.words.say("not-found-about");
    let frame = scene.frame(route, title, description, Vec::new());
    let page = NotFoundPage {
        ways: vec![
            scene.home_link(),
            themes_link(scene),
            super::documents::documents_link(scene),
            super::voices::voices_link(scene),
        ],
    };
    (frame, page)
}
