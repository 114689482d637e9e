use super::figure::Fact;
use super::filter::Filter;
use super::link::{Link, OutsideLink};
use super::voices::{amount, description, voices_link};
use super::{Frame, Scene};
use crate::corpus::{Allegiance, Voice, VoiceId};
use crate::prose::Html;
use crate::site::Route;
use serde::Serialize;

/// `pages/voice.html`
#[derive(Clone, Debug, Serialize)]
pub struct VoicePage {
    /// Place of its side in the order of columns, from 1; nothing for no side.
    pub column: Option<usize>,
    /// Office and affiliation.
    pub description: Option<String>,
    /// What is known of it.
    pub facts: Vec<Fact>,
    /// What the editors concluded, with the ground.
    pub inferred: Vec<Fact>,
    /// Where readers learn more.
    pub url: Option<OutsideLink>,
    /// Markdown for the reader.
    pub note_html: Option<Html>,
    /// Documents that it wrote.
    pub wrote: Vec<Link>,
    /// Documents that it issued.
    pub issued: Vec<Link>,
    /// How many statements, in words.
    pub amount: String,
    /// The filter of its statements.
    pub filter: Option<Filter>,
    /// Its statements by document.
    pub statements: Vec<Statements>,
}

/// Statements in one document.
#[derive(Clone, Debug, Serialize)]
pub struct Statements {
    /// The document.
    pub document: Link,
    /// The statements.
    pub cards: Vec<Html>,
}

pub fn voice(scene: &Scene<'_>, route: Route, id: VoiceId) -> (Frame, VoicePage) {
    let corpus = scene.corpus;
    let voice = &corpus[id];
    let description = description(scene, voice);
    let frame = scene.frame(
        route,
        description.clone().unwrap_or_default(),
        vec![scene.home_link(), voices_link(scene)],
    );
    let wrote = corpus
        .documents()
        .filter(|(_, it)| it.authors_given && it.authors.contains(&id));
    let issued = corpus
        .documents()
        .filter(|(_, it)| it.publisher == Some(id));
    let claims = scene.index.of_voice(id);
    let here = scene.on_sheet(claims, route);
    let page = VoicePage {
        column: voice.allegiance.side().map(|side| side.index() + 1),
        description,
        facts: facts(scene, voice),
        inferred: voice
            .inferred
            .iter()
            .map(|(field, ground)| Fact {
                label: scene.words.say(&format!("field-{field}")),
                value: scene.text(ground),
            })
            .collect(),
        url: voice.url.as_ref().map(|url| OutsideLink {
            text: url.clone(),
            url: url.clone(),
        }),
        note_html: scene.note_of(voice.note.as_ref()),
        wrote: wrote.map(|(id, _)| scene.document_link(id)).collect(),
        issued: issued.map(|(id, _)| scene.document_link(id)).collect(),
        amount: amount(scene, id),
        filter: scene.filter_of_list(claims, route),
        statements: here
            .chunk_by(|&one, &other| corpus[one].document == corpus[other].document)
            .map(|claims| Statements {
                document: scene.document_link(corpus[claims[0]].document),
                cards: scene.full_cards(claims),
            })
            .collect(),
    };
    (frame, page)
}

fn facts(scene: &Scene<'_>, voice: &Voice) -> Vec<Fact> {
    let words = scene.words;
    let mut facts = Vec::new();
    let mut add = |label: &str, value: Option<String>| {
        let label = words.say(label);
        facts.extend(value.map(|value| Fact { label, value }));
    };
    let speaks_for = match voice.allegiance {
        Allegiance::Side(side) => scene.side_name(side),
        Allegiance::ThirdParty => words.say("no-side"),
        Allegiance::Unplaced => words.say("not-placed"),
    };
    add("speaks-for", Some(speaks_for));
    add("side-because", scene.text_of(voice.side_because.as_ref()));
    add(
        "voice-kind",
        Some(words.say(&format!("voice-{}", voice.kind.word()))),
    );
    let sector = voice
        .sector
        .map(|sector| words.say(&format!("sector-{}", sector.word())));
    add("sector", sector);
    let country = voice.country.as_deref();
    let country = country.map(|code| words.say_of("name-of-country", "code", code));
    add("country", country);
    if !voice.not_given.is_empty() {
        let fields = voice
            .not_given
            .iter()
            .map(|it| words.say(&format!("field-{it}")));
        add("not-given", Some(words.list(&fields.collect::<Vec<_>>())));
    }
    facts
}
