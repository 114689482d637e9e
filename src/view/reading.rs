use super::documents::{byline, documents_link};
use super::{Frame, Scene};
use crate::corpus::{ClaimId, DocumentId};
use crate::prose::{Html, Mark, passages};
use crate::site::{Page, Route, Url};
use serde::Serialize;

/// `pages/reading.html`
#[derive(Clone, Debug, Serialize)]
pub struct ReadingPage {
    /// What it is, by whom and when.
    pub byline: String,
    /// What the text may be used for, as people write it.
    pub licence: String,
    /// BCP 47 tag of the text.
    pub language: String,
    /// The text, with the quoted passages marked.
    pub text_html: Html,
}

pub fn reading(scene: &Scene<'_>, route: Route, id: DocumentId) -> (Frame, ReadingPage) {
    let document = &scene.corpus[id];
    let frame = scene.frame(
        route,
        scene.words.say("text-about"),
        vec![
            scene.home_link(),
            documents_link(scene),
            scene.document_link(id),
        ],
    );
    let text = document
        .text_file
        .map(|file| scene.sources.file(file).text());
    let page = ReadingPage {
        byline: byline(scene, document),
        licence: scene.rights(&document.licence),
        language: document.language.clone(),
        text_html: passages(text.unwrap_or_default(), &marks(scene, id)),
    };
    (frame, page)
}

/// The passages that claims quote, part by part.
fn marks(scene: &Scene<'_>, id: DocumentId) -> Vec<Mark> {
    let quoted = scene.examinations[id.index()].passages.iter();
    let shown = quoted.filter(|(id, _)| scene.shows(&scene.corpus[*id]));
    (1..)
        .zip(shown)
        .flat_map(|(number, (id, parts))| {
            let link = scene.claim_link(*id);
            let anchor = scene.passage_anchor(*id);
            parts.iter().enumerate().map(move |(part, range)| Mark {
                range: range.clone(),
                href: link.url.to_string(),
                number,
                label: link.text.clone(),
                anchor: (part == 0).then(|| anchor.clone()),
            })
        })
        .collect()
}

impl Scene<'_> {
    /// The passage of a claim on the page of its text, where the text is published.
    pub fn reading_url(&self, id: ClaimId) -> Option<Url> {
        let claim = &self.corpus[id];
        self.corpus[claim.document].text_file?;
        self.pin(id)?;
        Some(
            self.url(Page::Reading(claim.document))
                .at(&self.passage_anchor(id)),
        )
    }
}
