use crate::citation::{Reference, Style};
use crate::corpus::{Allegiance, ClaimId, DocumentId};
use crate::site::{Page, Url};
use crate::view::{Scene, rating, relay};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;

/// What the tray, and whoever copies a quotation, need to know of the claims of one document:
/// `tray/documents/<document>.json`.
#[derive(Clone, Debug, Serialize)]
pub struct Pins {
    /// The document.
    pub document: PinnedDocument,
    /// The questions that its claims answer first of all, by full id.
    pub questions: BTreeMap<String, PinnedQuestion>,
    /// Its claims that readers see, by id within the document.
    pub claims: BTreeMap<String, PinnedClaim>,
    /// Former ids of claims, with those that they have now.
    pub former: BTreeMap<String, String>,
}

/// A document whose claims can be pinned.
#[derive(Clone, Debug, Serialize)]
pub struct PinnedDocument {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: Url,
    /// How it is cited in the style that readers of the language look for first.
    pub citation: String,
    /// How it is cited, as an entry of `BibLaTeX`.
    pub bibtex: String,
}

/// A question under which pinned claims stand.
#[derive(Clone, Debug, Serialize)]
pub struct PinnedQuestion {
    /// Its place in the order of reading.
    pub order: usize,
    /// The theme.
    pub theme: String,
    /// The question.
    pub asks: String,
    /// Its page.
    pub url: Url,
}

/// A claim that can be pinned.
#[derive(Clone, Debug, Serialize)]
pub struct PinnedClaim {
    /// The statement.
    pub says: String,
    /// Its page.
    pub url: Url,
    /// The quotation, with signs where words are left out.
    pub quote: String,
    /// BCP 47 tag of the quotation.
    pub language: String,
    /// Who speaks.
    pub speaker: String,
    /// For whom the speaker speaks.
    pub speaker_side: String,
    /// Place of that side in the order of columns, from 1; nothing for no side.
    pub column: Option<usize>,
    /// Whether nobody could place the speaker.
    pub unplaced: bool,
    /// Through whom it is told, in words; nothing where an author speaks.
    pub relay: Option<String>,
    /// Whom it is about, in words.
    pub about: String,
    /// Place of the side that it is about alone, from 1; nothing for several sides and the world.
    pub about_column: Option<usize>,
    /// Its kind, in words.
    pub kind: String,
    /// How it rates, in the words of its primary question.
    pub rating: Option<String>,
    /// What readers must know of its standing, in words.
    pub status: Option<String>,
    /// Full id of its primary question.
    pub question: String,
    /// Where the quotation stands in the source, for a citation.
    pub place: Option<String>,
    /// How it is cited, as an entry of `BibLaTeX`.
    pub bibtex: String,
}

impl Pins {
    /// The bytes of the file.
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("strings, numbers and maps of them can be written")
    }
}

/// What stands in the file of a document that has another id now.
pub fn moved_pins(document: &str) -> String {
    json!({ "moved": document }).to_string()
}

/// What can be pinned of a document.
pub fn pins(scene: &Scene<'_>, id: DocumentId) -> Pins {
    let corpus = scene.corpus;
    let claims = scene.index.of_document(id).iter();
    let mut pins = Pins {
        document: document(scene, id),
        questions: BTreeMap::new(),
        claims: BTreeMap::new(),
        former: BTreeMap::new(),
    };
    for &claim in claims {
        let record = &corpus[claim];
        let question = record.primary();
        let path = corpus.question_path(question);
        pins.questions
            .entry(path)
            .or_insert_with(|| PinnedQuestion {
                order: question.index(),
                theme: scene.text(&corpus[corpus[question].theme].title),
                asks: scene.text(&corpus[question].asks),
                url: scene.url(Page::Question(question)),
            });
        let aliases = record.aliases.iter();
        let former = aliases.map(|alias| (alias.clone(), record.id.clone()));
        pins.former.extend(former);
        pins.claims
            .insert(record.id.clone(), self::claim(scene, claim));
    }
    pins
}

fn document(scene: &Scene<'_>, id: DocumentId) -> PinnedDocument {
    let [style, ..] = Style::in_order(scene.words.tag());
    let runs = scene
        .citations
        .document(id, style, scene.corpus)
        .runs
        .iter();
    PinnedDocument {
        title: scene.text(&scene.corpus[id].title),
        url: scene.url(Page::Document(id)),
        citation: runs.map(|run| run.text.as_str()).collect(),
        bibtex: scene.citations.entry(id, scene.corpus).to_owned(),
    }
}

fn claim(scene: &Scene<'_>, id: ClaimId) -> PinnedClaim {
    let corpus = scene.corpus;
    let claim = &corpus[id];
    let allegiance = corpus[claim.voice].allegiance;
    let quote: Vec<&str> = claim.quote.iter().map(|part| part.value.as_str()).collect();
    let url = scene.canonical(scene.route(Page::Claim(id)));
    let reference = Reference::statement(id, corpus, scene.language, url);
    let citations = scene.citations;
    PinnedClaim {
        says: scene.text(&claim.says),
        url: scene.url(Page::Claim(id)),
        quote: quote.join(" … "),
        language: corpus[claim.document].language.clone(),
        speaker: scene.text(&corpus[claim.voice].name),
        speaker_side: scene.allegiance_label(allegiance),
        column: allegiance.side().map(|side| side.index() + 1),
        unplaced: allegiance == Allegiance::Unplaced,
        relay: relay(scene, claim),
        about: scene.about_label(&claim.about),
        about_column: claim.about.single().map(|side| side.index() + 1),
        kind: scene.words.say(&format!("kind-{}", claim.kind.word())),
        rating: rating(scene, id, claim.primary()),
        status: claim
            .status
            .map(|status| scene.words.say(&format!("status-{}", status.word()))),
        question: corpus.question_path(claim.primary()),
        place: scene.cited_place(id),
        bibtex: citations.statement_entry(id, &reference, scene.language, corpus),
    }
}
