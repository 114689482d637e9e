//! The claims as annotations, after the Web Annotation Data Model, a W3C Recommendation.
//!
//! The body is the editors' sentence, and the editors are its creators; the target is the passage that
//! is quoted, and its creator is the voice. What one claim does to another is told by `CiTO` terms, the
//! relay from the speaker to the document by PROV. A dissent is an annotation that replies. Addresses
//! are those of pages with a fragment for the thing that the page is about.

mod agent;
mod target;

use super::edition::Edition;
use super::json::{BETWEEN, bytes, lines};
use super::sink::Sink;
use crate::corpus::{ClaimId, Corpus, Relation, Text, licence_address};
use crate::site::Page;
use crate::vocabulary::{Deed, RelationKind, Status};
use agent::{Agent, Reference};
use serde::Serialize;
use target::Target;

/// `annotations.jsonld`
pub fn annotations(edition: &Edition<'_>, sink: Sink<'_>) {
    let claims = edition.claims();
    // A claim is one annotation, and each dissent another.
    let total = claims
        .iter()
        .map(|&id| 1 + edition.corpus[id].dissent.len())
        .sum();
    let collection = Collection {
        context: (
            "http://www.w3.org/ns/anno.jsonld",
            Prefixes {
                cito: "http://purl.org/spar/cito/",
                prov: "http://www.w3.org/ns/prov#",
                schema: "http://schema.org/",
                dcterms: "http://purl.org/dc/terms/",
            },
        ),
        id: edition.file_iri(""),
        kind: "AnnotationCollection",
        label: edition.corpus.site.title.first(),
        total,
    };
    let mut head = bytes(&collection);
    // The page goes before the brace that ends the collection.
    head.pop();
    sink(&head);
    let page = edition.file_iri("#page");
    let head =
        format!(",\n\"first\":{{\"id\":\"{page}\",\"type\":\"AnnotationPage\",\"startIndex\":0,");
    sink(head.as_bytes());
    lines(sink, "items", &claims, |id| {
        let annotations = annotations_of(edition, id);
        let lines: Vec<Vec<u8>> = annotations.iter().map(bytes).collect();
        lines.join(BETWEEN)
    });
    sink(b"}}\n");
}

/// The whole file but the annotations.
#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, Prefixes),
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'a str,
    total: usize,
}

/// The vocabularies beside that of annotations.
#[derive(Serialize)]
struct Prefixes {
    cito: &'static str,
    prov: &'static str,
    schema: &'static str,
    dcterms: &'static str,
}

/// An annotation.
#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    creator: Vec<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(rename = "dcterms:contributor", skip_serializing_if = "Vec::is_empty")]
    contributor: Vec<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rights: Option<String>,
    #[serde(
        rename = "schema:creativeWorkStatus",
        skip_serializing_if = "Option::is_none"
    )]
    status: Option<&'static str>,
    body: Vec<Body<'a>>,
    target: Vec<Target<'a>>,
}

/// What an annotation says of its target.
#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    /// Words.
    Words(Words<'a>),
    /// A question that the passage answers.
    Question {
        #[serde(rename = "type")]
        kind: &'static str,
        source: String,
        purpose: &'static str,
    },
}

#[derive(Serialize)]
struct Words<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    purpose: &'static str,
    #[serde(flatten)]
    relations: Relations,
}

/// What a claim does to others, in the words of `CiTO`.
#[derive(Default, Serialize)]
struct Relations {
    #[serde(rename = "cito:supports", skip_serializing_if = "Vec::is_empty")]
    supports: Vec<Reference>,
    #[serde(rename = "cito:disagreesWith", skip_serializing_if = "Vec::is_empty")]
    contradicts: Vec<Reference>,
    #[serde(rename = "cito:qualifies", skip_serializing_if = "Vec::is_empty")]
    qualifies: Vec<Reference>,
    #[serde(rename = "cito:agreesWith", skip_serializing_if = "Vec::is_empty")]
    restates: Vec<Reference>,
    #[serde(rename = "cito:cites", skip_serializing_if = "Vec::is_empty")]
    cites: Vec<Reference>,
    #[serde(rename = "cito:repliesTo", skip_serializing_if = "Vec::is_empty")]
    responds_to: Vec<Reference>,
    #[serde(rename = "cito:updates", skip_serializing_if = "Vec::is_empty")]
    updates: Vec<Reference>,
}

impl Relations {
    fn of(&mut self, kind: RelationKind) -> &mut Vec<Reference> {
        match kind {
            RelationKind::Supports => &mut self.supports,
            RelationKind::Contradicts => &mut self.contradicts,
            RelationKind::Qualifies => &mut self.qualifies,
            RelationKind::Restates => &mut self.restates,
            RelationKind::Cites => &mut self.cites,
            RelationKind::RespondsTo => &mut self.responds_to,
            RelationKind::Updates => &mut self.updates,
        }
    }
}

/// The annotation of a claim, and those that reply to it.
fn annotations_of<'a>(edition: &Edition<'a>, id: ClaimId) -> Vec<Annotation<'a>> {
    let claim = &edition.corpus[id];
    let own = edition.claim_iri(id, "annotation");
    let did = |deed: Deed| claim.coding.iter().filter(move |it| it.did == deed);
    let mut creator: Vec<Agent<'_>> = did(Deed::Annotated)
        .map(|coding| edition.editor_agent(coding.by))
        .collect();
    if creator.is_empty() {
        // Nobody in particular is named, so it is the editors together.
        let editors = edition.corpus.site.editor_ids();
        creator = editors.map(|editor| edition.editor_agent(editor)).collect();
    }
    let rights = edition
        .corpus
        .site
        .licence
        .as_deref()
        .and_then(licence_address);
    let created = did(Deed::Annotated).filter_map(|coding| coding.on).min();
    let mut annotations = vec![Annotation {
        id: own.clone(),
        kind: "Annotation",
        motivation: "describing",
        creator,
        created: created
            .filter(|date| date.day().is_some())
            .map(|date| format!("{date}T00:00:00Z")),
        contributor: did(Deed::Checked)
            .map(|coding| edition.editor_agent(coding.by))
            .collect(),
        rights: rights.clone(),
        status: claim.status.map(Status::word),
        body: body(edition, id),
        target: target::targets(edition, id),
    }];
    for (index, dissent) in claim.dissent.iter().enumerate() {
        annotations.push(Annotation {
            id: edition.claim_iri(id, &format!("dissent.{}", index + 1)),
            kind: "Annotation",
            motivation: "replying",
            creator: vec![edition.editor_agent(dissent.by)],
            created: None,
            contributor: Vec::new(),
            rights: rights.clone(),
            status: None,
            body: words(edition, &dissent.says, "replying"),
            target: vec![Target::Annotation(own.clone())],
        });
    }
    annotations
}

fn body<'a>(edition: &Edition<'a>, id: ClaimId) -> Vec<Body<'a>> {
    let corpus: &'a Corpus = edition.corpus;
    let claim = &corpus[id];
    let mut body = words(edition, &claim.says, "describing");
    if let Some(Body::Words(first)) = body.first_mut() {
        first.id = Some(edition.claim_iri(id, "claim"));
        first.relations = relations(edition, &claim.relations);
    }
    body.extend(claim.answers.iter().map(|&question| Body::Question {
        kind: "SpecificResource",
        source: edition.iri(Page::Question(question)),
        purpose: "classifying",
    }));
    let names = claim.about.sides().iter();
    let names = names.map(|&side| corpus[side].name.first());
    let about: Vec<&str> = names.collect();
    let about = if about.is_empty() {
        vec!["world"]
    } else {
        about
    };
    body.extend(about.into_iter().chain([claim.kind.word()]).map(tag));
    body
}

fn tag(value: &str) -> Body<'_> {
    Body::Words(Words {
        id: None,
        kind: "TextualBody",
        value,
        language: None,
        format: None,
        purpose: "tagging",
        relations: Relations::default(),
    })
}

/// A body for each language in which somebody wrote the text.
fn words<'a>(edition: &Edition<'a>, text: &'a Text, purpose: &'static str) -> Vec<Body<'a>> {
    let translations = edition.translations(text).into_iter();
    translations
        .map(|(language, value)| {
            Body::Words(Words {
                id: None,
                kind: "TextualBody",
                value,
                language: Some(language),
                format: Some("text/plain"),
                purpose,
                relations: Relations::default(),
            })
        })
        .collect()
}

fn relations(edition: &Edition<'_>, relations: &[Relation]) -> Relations {
    let mut all = Relations::default();
    let shown = relations
        .iter()
        .filter(|relation| edition.shows(&edition.corpus[relation.claim]));
    for relation in shown {
        all.of(relation.kind).push(Reference {
            id: edition.claim_iri(relation.claim, "claim"),
        });
    }
    all
}

impl Edition<'_> {
    /// The address of a page, relative to the file of annotations where the site does not know its own.
    fn iri(&self, page: Page) -> String {
        let base = self.corpus.site.base_url.as_deref();
        let base = base.map_or("../", |_| "");
        format!("{base}{}", self.url(page))
    }

    /// A thing that the page of a claim is about.
    fn claim_iri(&self, id: ClaimId, thing: &str) -> String {
        format!("{}#{thing}", self.iri(Page::Claim(id)))
    }

    /// The file of annotations, or a thing in it.
    fn file_iri(&self, fragment: &str) -> String {
        let base = self.corpus.site.base_url.as_deref().unwrap_or("../");
        format!("{base}data/annotations.jsonld{fragment}")
    }
}
