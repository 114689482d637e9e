use super::link::Link;
use super::term::term_kind;
use super::{Frame, Scene};
use crate::corpus::TermId;
use crate::site::Route;
use serde::Serialize;

/// `pages/terms.html`
#[derive(Clone, Debug, Serialize)]
pub struct TermsPage {
    /// Terms by name.
    pub terms: Vec<TermEntry>,
}

/// A term in few words.
#[derive(Clone, Debug, Serialize)]
pub struct TermEntry {
    /// The term.
    pub term: Link,
    /// Place of its side in the order of columns, from 1; nothing for no side.
    pub column: Option<usize>,
    /// What it names and, where it belongs to a side, to which.
    pub byline: String,
    /// What it is.
    pub definition: Option<String>,
    /// How many claims name it, in words.
    pub amount: String,
}

pub fn terms(scene: &Scene<'_>, route: Route) -> (Frame, TermsPage) {
    let words = scene.words;
    let frame = scene.frame(route, words.say("terms-about"), vec![scene.home_link()]);
    let mut all: Vec<(&str, TermId)> = scene
        .corpus
        .terms()
        .map(|(id, term)| (term.name.get(scene.language), id))
        .collect();
    words.arrange(&mut all, |(name, _)| name);
    let here = scene.on_sheet(&all, route).iter();
    let terms = here.map(|&(_, id)| {
        let term = &scene.corpus[id];
        let side = term.side.map(|side| scene.side_name(side));
        let kind = term_kind(scene, term);
        TermEntry {
            term: scene.term_link(id),
            column: term.side.map(|side| side.index() + 1),
            byline: side.map_or_else(|| kind.clone(), |side| format!("{kind} · {side}")),
            definition: scene.text_of(term.definition.as_ref()),
            amount: words.say_of("statements", "count", scene.index.of_term(id).len()),
        }
    });
    let terms = terms.collect();
    (frame, TermsPage { terms })
}
