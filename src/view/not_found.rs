use super::link::Link;
use super::{Frame, Scene};
use crate::corpus::LanguageId;
use crate::site::{Page, Route};
use serde::Serialize;

/// `pages/not_found.html`
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundPage {
    /// The same in every language, since a server has one page for this.
    pub sections: Vec<NotFoundSection>,
}

/// What there is to say in one language.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundSection {
    /// BCP 47 tag of the section.
    pub language: String,
    /// That there is no such page.
    pub title: String,
    /// What may have happened.
    pub about: String,
    /// Where to go on.
    pub ways: Vec<Link>,
}

pub fn not_found(scene: &Scene<'_>, route: Route) -> (Frame, NotFoundPage) {
    let description = scene.words.say("not-found-about");
    let frame = scene.frame(route, description, Vec::new());
    let ways = [
        ("home", Page::Home),
        ("themes", Page::Themes),
        ("documents", Page::Documents),
        ("voices", Page::Voices),
    ];
    let sections = LanguageId::all(scene.all_words.len()).zip(scene.all_words);
    let sections = sections.map(|(language, words)| NotFoundSection {
        language: words.tag().to_owned(),
        title: words.say("not-found"),
        about: words.say("not-found-about"),
        ways: ways
            .iter()
            .map(|&(message, page)| {
                let route = Route {
                    language,
                    ..scene.route(page)
                };
                Link {
                    text: words.say(message),
                    url: route.url(scene.corpus),
                }
            })
            .collect(),
    });
    let sections = sections.collect();
    (frame, NotFoundPage { sections })
}
