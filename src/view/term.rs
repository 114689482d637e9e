use super::figure::Fact;
use super::link::{Link, OutsideLink};
use super::row::{Entry, full_entries};
use super::{Frame, Scene};
use crate::corpus::{Term, TermId};
use crate::language::Arguments;
use crate::prose::Html;
use crate::site::{Page, Route};
use serde::Serialize;

/// `pages/term.html`
#[derive(Clone, Debug, Serialize)]
pub struct TermPage {
    /// Place of its side in the order of columns, from 1; nothing for no side.
    pub column: Option<usize>,
    /// What it is.
    pub definition: Option<String>,
    /// What is known of it.
    pub facts: Vec<Fact>,
    /// Where readers learn more.
    pub url: Option<OutsideLink>,
    /// What became of it.
    pub history: Vec<Event>,
    /// Markdown for the reader.
    pub note_html: Option<Html>,
    /// How many claims name it, in words.
    pub amount: String,
    /// The claims that name it.
    pub entries: Vec<Entry>,
}

/// An event in the history of a term.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// When it happened.
    pub when: String,
    /// What happened.
    pub what: String,
    /// Where it is told.
    pub url: Option<String>,
}

pub fn term(scene: &Scene<'_>, route: Route, id: TermId) -> (Frame, TermPage) {
    let term = &scene.corpus[id];
    let definition = scene.text_of(term.definition.as_ref());
    let frame = scene.frame(
        route,
        definition.clone().unwrap_or_default(),
        vec![scene.home_link(), terms_link(scene)],
    );
    let claims = scene.index.of_term(id);
    let page = TermPage {
        column: term.side.map(|side| side.index() + 1),
        definition,
        facts: facts(scene, term),
        url: term.url.as_ref().map(|url| OutsideLink {
            text: url.clone(),
            url: url.clone(),
        }),
        history: term
            .history
            .iter()
            .map(|event| Event {
                when: scene.words.date(event.date),
                what: scene.text(&event.what),
                url: event.url.clone(),
            })
            .collect(),
        note_html: scene.note_of(term.note.as_ref()),
        amount: scene.words.say_of("statements", "count", claims.len()),
        entries: full_entries(scene, scene.on_sheet(claims, route)),
    };
    (frame, page)
}

fn facts(scene: &Scene<'_>, term: &Term) -> Vec<Fact> {
    let words = scene.words;
    let name = scene.text(&term.name);
    let forms = term.forms.iter().map(|form| scene.text(form));
    // The name stands above as the title, and nobody learns anything from the same with a small letter or without a space.
    let plain = |form: &str| form.to_lowercase().replace(' ', "");
    let forms = forms.filter(|form| plain(form) != plain(&name));
    // Many of them hold an "and", which would be taken for the one before the last.
    let forms = forms.reduce(|before, next| {
        let both = Arguments::new().with("before", &before).with("next", &next);
        words.say_with("forms-both", &both)
    });
    let facts = [
        ("term-kind", Some(term_kind(scene, term))),
        ("term-side", term.side.map(|side| scene.side_name(side))),
        ("official-name", scene.text_of(term.official_name.as_ref())),
        ("forms", forms),
    ];
    let facts = facts.into_iter().filter_map(|(label, value)| {
        let label = words.say(label);
        value.map(|value| Fact { label, value })
    });
    facts.collect()
}

/// What a term names, in words.
pub fn term_kind(scene: &Scene<'_>, term: &Term) -> String {
    scene.words.say(&format!("term-kind-{}", term.kind.word()))
}

/// All terms.
pub fn terms_link(scene: &Scene<'_>) -> Link {
    Link {
        text: scene.words.say("terms"),
        url: scene.url(Page::Terms),
    }
}
