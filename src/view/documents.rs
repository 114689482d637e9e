use super::link::Link;
use super::{Frame, Scene};
use crate::corpus::{Document, DocumentId};
use crate::language::Arguments;
use crate::site::{Page, Route};
use serde::Serialize;

/// `pages/documents.html`
#[derive(Clone, Debug, Serialize)]
pub struct DocumentsPage {
    /// Every document.
    pub documents: Vec<DocumentEntry>,
}

/// A document in few words.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentEntry {
    /// The document.
    pub document: Link,
    /// What it is, by whom and when.
    pub byline: String,
    /// From where it speaks.
    pub vantage: Option<String>,
    /// How much was annotated.
    pub amount: String,
}

pub fn documents(scene: &Scene<'_>, route: Route) -> (Frame, DocumentsPage) {
    let description = scene.words.say("documents-about");
    let frame = scene.frame(route, description, vec![scene.home_link()]);
    let all: Vec<DocumentId> = scene.corpus.documents().map(|(id, _)| id).collect();
    let here = scene.on_sheet(&all, route).iter();
    let documents = here.map(|&id| {
        let document = &scene.corpus[id];
        DocumentEntry {
            document: scene.document_link(id),
            byline: byline(scene, document),
            vantage: scene.text_of(document.vantage.as_ref()),
            amount: amount(scene, id),
        }
    });
    let page = DocumentsPage {
        documents: documents.collect(),
    };
    (frame, page)
}

/// All documents.
pub fn documents_link(scene: &Scene<'_>) -> Link {
    Link {
        text: scene.words.say("documents"),
        url: scene.url(Page::Documents),
    }
}

/// "Paper by Chen Chen, March 2025".
pub fn byline(scene: &Scene<'_>, document: &Document) -> String {
    let words = scene.words;
    let authors: Vec<String> = document
        .authors
        .iter()
        .map(|&voice| scene.text(&scene.corpus[voice].name))
        .collect();
    let date = document
        .published
        .map_or_else(|| words.say("undated"), |date| words.date(date));
    let arguments = Arguments::new()
        .with(
            "kind",
            words.say(&format!("document-{}", document.kind.word())),
        )
        .with("authors", words.list(&authors))
        .with("date", date);
    words.say_with("byline", &arguments)
}

/// How many statements of how many speakers.
fn amount(scene: &Scene<'_>, id: DocumentId) -> String {
    let claims = scene.corpus[id].claims().map(|id| &scene.corpus[id]);
    let shown: Vec<_> = claims.filter(|claim| scene.shows(claim)).collect();
    let voices: std::collections::BTreeSet<_> = shown.iter().map(|claim| claim.voice).collect();
    let arguments = Arguments::new()
        .with("claims", shown.len())
        .with("voices", voices.len());
    scene.words.say_with("amount", &arguments)
}
