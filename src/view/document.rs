use super::cite::Cite;
use super::documents::{byline, documents_link};
use super::figure::Fact;
use super::filter::Filter;
use super::link::{Link, OutsideLink};
use super::passage_map::PassageMap;
use super::{Frame, Scene};
use crate::corpus::{ClaimId, Document, DocumentId, ThemeId};
use crate::prose::Html;
use crate::site::{Page, Route};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// `pages/document.html`
#[derive(Clone, Debug, Serialize)]
pub struct DocumentPage {
    /// What it is, by whom and when.
    pub byline: String,
    /// Who wrote it.
    pub authors: Vec<Link>,
    /// Whether the authors stand in for those that the source does not give.
    pub authors_inferred: bool,
    /// Who issued it.
    pub publisher: Option<Link>,
    /// Its bibliographic record.
    pub facts: Vec<Fact>,
    /// What the editors concluded, with the ground.
    pub inferred: Vec<Fact>,
    /// Where it can be read.
    pub url: Option<OutsideLink>,
    /// What it says, in the editors' words.
    pub summary: Option<String>,
    /// From where it speaks.
    pub vantage: Option<String>,
    /// What a reader must be told before trusting it.
    pub caveats: Option<String>,
    /// Markdown for the reader.
    pub note_html: Option<Html>,
    /// Themes whose questions it answers, with how many claims do.
    pub covers: Vec<Covered>,
    /// Themes to which it says nothing.
    pub covers_not: Vec<Link>,
    /// Misprints of the source and how they are read.
    pub repairs: Vec<RepairView>,
    /// Lines that are not part of the text.
    pub furniture: Vec<String>,
    /// Sections of the text, where no map shows them.
    pub sections: Vec<String>,
    /// The older version that it replaces.
    pub replaces: Option<Link>,
    /// The newer versions that replace it.
    pub replaced_by: Vec<Link>,
    /// How it is cited; on the first sheet.
    pub cite: Option<Cite>,
    /// Its text, where the text is published here.
    pub reading: Option<Link>,
    /// Its claims as the editor wrote them.
    pub record: Option<Link>,
    /// Where its claims stand in the text.
    pub passage_map: Option<PassageMap>,
    /// The filter of its statements.
    pub filter: Option<Filter>,
    /// Its claims, in the order of the text.
    pub cards: Vec<Html>,
    /// How many there are, in words.
    pub amount: String,
}

/// A theme that a document speaks to.
#[derive(Clone, Debug, Serialize)]
pub struct Covered {
    /// The theme.
    pub theme: Link,
    /// How many statements, in words.
    pub amount: String,
}

/// A misprint of the source.
#[derive(Clone, Debug, Serialize)]
pub struct RepairView {
    /// What the source prints.
    pub printed: String,
    /// How it is read.
    pub read: String,
    /// Why.
    pub because: Option<String>,
}

pub fn document(scene: &Scene<'_>, route: Route, id: DocumentId) -> (Frame, DocumentPage) {
    let corpus = scene.corpus;
    let document = &corpus[id];
    let summary = scene.text_of(document.summary.as_ref());
    let frame = scene.frame(
        route,
        summary.clone().unwrap_or_default(),
        vec![scene.home_link(), documents_link(scene)],
    );
    let claims = scene.index.of_document(id);
    let counts = covered(scene, claims);
    let (touched, untouched): (Vec<_>, Vec<_>) = corpus
        .themes()
        .map(|(id, _)| (id, counts.get(&id).copied().unwrap_or(0)))
        .partition(|(_, count)| *count > 0);
    let passage_map = scene.passage_map(id);
    let has_record = corpus.site.source_view && document.claims_file.is_some();
    let page = DocumentPage {
        byline: byline(scene, document),
        authors: document
            .authors
            .iter()
            .map(|&it| scene.voice_link(it))
            .collect(),
        authors_inferred: !document.authors_given,
        publisher: document.publisher.map(|it| scene.voice_link(it)),
        facts: facts(scene, document),
        inferred: inferred(scene, document),
        url: document.url.as_ref().map(|url| OutsideLink {
            text: url.clone(),
            url: url.clone(),
        }),
        summary,
        vantage: scene.text_of(document.vantage.as_ref()),
        caveats: scene.text_of(document.caveats.as_ref()),
        note_html: scene.note_of(document.note.as_ref()),
        covers: touched
            .into_iter()
            .map(|(id, count)| Covered {
                theme: scene.theme_link(id),
                amount: scene.words.say_of("covers-amount", "count", count),
            })
            .collect(),
        covers_not: untouched
            .into_iter()
            .map(|(id, _)| scene.theme_link(id))
            .collect(),
        repairs: document
            .repairs
            .iter()
            .map(|repair| RepairView {
                printed: scene.words_in(&document.language, &repair.printed),
                read: scene.words_in(&document.language, &repair.read),
                because: scene.text_of(repair.because.as_ref()),
            })
            .collect(),
        furniture: document
            .furniture
            .iter()
            .map(|line| scene.words_in(&document.language, line))
            .collect(),
        sections: if passage_map.is_some() {
            Vec::new()
        } else {
            let labels = document.sections.iter().map(|it| scene.text(&it.label));
            labels.collect()
        },
        replaces: document.replaces.map(|it| scene.document_link(it)),
        replaced_by: scene.replaced_by(id),
        cite: (route.sheet == 1).then(|| scene.cite_document(id)),
        reading: document.text_file.map(|_| Link {
            text: scene.words.say("whole-text"),
            url: scene.url(Page::Reading(id)),
        }),
        record: has_record.then(|| Link {
            text: scene.words.say("record"),
            url: scene.url(Page::Record(id)),
        }),
        passage_map,
        amount: scene.words.say_of("statements", "count", claims.len()),
        filter: scene.filter_of_list(claims, route),
        cards: scene.full_cards(scene.on_sheet(claims, route)),
    };
    (frame, page)
}

impl Scene<'_> {
    /// The newer versions of a document.
    pub fn replaced_by(&self, id: DocumentId) -> Vec<Link> {
        let newer = self.index.newer(id).iter();
        newer.map(|&id| self.document_link(id)).collect()
    }
}

/// How many claims answer questions of each theme.
fn covered(scene: &Scene<'_>, claims: &[ClaimId]) -> BTreeMap<ThemeId, usize> {
    let mut counts = BTreeMap::new();
    for &id in claims {
        let answers = scene.corpus[id].answers.iter();
        let themes: BTreeSet<ThemeId> = answers.map(|&it| scene.corpus[it].theme).collect();
        for theme in themes {
            *counts.entry(theme).or_default() += 1;
        }
    }
    counts
}

fn facts(scene: &Scene<'_>, document: &Document) -> Vec<Fact> {
    let words = scene.words;
    let mut facts = Vec::new();
    let mut add = |label: &str, value: Option<String>| {
        let label = words.say(label);
        facts.extend(value.map(|value| Fact { label, value }));
    };
    let not_given = |field: &str| {
        let named = document.not_given.iter().any(|name| name == field);
        named.then(|| words.say("not-given"))
    };
    add(
        "document-kind",
        Some(words.say(&format!("document-{}", document.kind.word()))),
    );
    add("publisher", not_given("publisher"));
    let published = document.published.map(|date| words.date(date));
    add("published", published.or_else(|| not_given("published")));
    add(
        "not-before",
        document.not_before.map(|date| words.date(date)),
    );
    add("added", Some(words.date(document.added)));
    add(
        "text-language",
        Some(words.language_name(&document.language)),
    );
    let translated = document.translated;
    add(
        "translated",
        translated.map(|by| words.say(&format!("translated-{}", by.word()))),
    );
    add("rights", Some(scene.rights(&document.licence)));
    add(
        "may-publish",
        Some(words.say(&format!("publish-{}", document.publish.word()))),
    );
    if !document.via.is_empty() {
        let names = document
            .via
            .iter()
            .map(|&voice| scene.text(&scene.corpus[voice].name));
        add("via", Some(words.list(&names.collect::<Vec<_>>())));
    }
    facts
}

fn inferred(scene: &Scene<'_>, document: &Document) -> Vec<Fact> {
    let fields = document.inferred.iter();
    fields
        .map(|(field, ground)| Fact {
            label: scene
                .words
                .say_of(&format!("field-{field}"), "count", document.authors.len()),
            value: scene.text(ground),
        })
        .collect()
}
