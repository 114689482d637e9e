use super::link::Link;
use super::overview::{ThemeLine, theme_line};
use super::row::{RowView, Setting, row};
use super::{Frame, Scene};
use crate::corpus::{Allegiance, Document};
use crate::language::Arguments;
use crate::site::{Page, Route};
use serde::Serialize;
use std::collections::BTreeSet;

/// `pages/home.html`
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// What this site is.
    pub description: Option<String>,
    /// Who speaks, in one sentence.
    pub evidence: String,
    /// Who speaks, as a table.
    pub speakers: Vec<SpeakerLine>,
    /// The names of the sides, in the order of columns.
    pub sides: Vec<SideHead>,
    /// The themes, by amounts and voices.
    pub themes: Vec<ThemeLine>,
    /// Rows that the editors put first.
    pub leads: Vec<RowView>,
    /// The documents.
    pub documents: Vec<Link>,
}

/// The head of a column.
#[derive(Clone, Debug, Serialize)]
pub struct SideHead {
    /// Place of the side in the order of columns, from 1.
    pub column: usize,
    /// Its name.
    pub name: String,
}

/// Who speaks for one side, or for none.
#[derive(Clone, Debug, Serialize)]
pub struct SpeakerLine {
    /// For whom.
    pub label: String,
    /// Documents whose first author speaks so.
    pub documents: usize,
    /// Speakers that say something.
    pub voices: usize,
    /// Statements.
    pub claims: usize,
    /// Statements by the author of the document.
    pub first_hand: usize,
}

impl Scene<'_> {
    /// The heads of the columns.
    pub fn side_heads(&self) -> Vec<SideHead> {
        let sides = self.corpus.site.side_ids();
        sides
            .map(|side| SideHead {
                column: side.index() + 1,
                name: self.side_name(side),
            })
            .collect()
    }
}

pub fn home(scene: &Scene<'_>, route: Route) -> (Frame, HomePage) {
    let corpus = scene.corpus;
    let description = scene.text_of(corpus.site.description.as_ref());
    let frame = scene.frame(route, description.clone().unwrap_or_default(), Vec::new());
    let groups = allegiances(scene);
    let page = HomePage {
        description,
        evidence: evidence(scene, &groups),
        speakers: groups.iter().map(|&group| speakers(scene, group)).collect(),
        sides: scene.side_heads(),
        themes: corpus
            .themes()
            .map(|(id, _)| theme_line(scene, id))
            .collect(),
        leads: corpus
            .site
            .leads
            .iter()
            .map(|&id| row(scene, id, Setting::Theme))
            .collect(),
        documents: corpus
            .documents()
            .map(|(id, _)| scene.document_link(id))
            .collect(),
    };
    (frame, page)
}

/// Every side, third parties, and speakers that nobody could place where there are any.
fn allegiances(scene: &Scene<'_>) -> Vec<Allegiance> {
    let mut groups: Vec<Allegiance> = scene.corpus.site.side_ids().map(Allegiance::Side).collect();
    groups.push(Allegiance::ThirdParty);
    let unplaced =
        |claim: &crate::corpus::Claim| scene.corpus[claim.voice].allegiance == Allegiance::Unplaced;
    if scene.corpus.claims.iter().any(unplaced) {
        groups.push(Allegiance::Unplaced);
    }
    groups
}

fn speaks_for(scene: &Scene<'_>, document: &Document) -> Option<Allegiance> {
    let author = document.authors.first()?;
    Some(scene.corpus[*author].allegiance)
}

fn speakers(scene: &Scene<'_>, group: Allegiance) -> SpeakerLine {
    let corpus = scene.corpus;
    let claims = || {
        corpus
            .claims
            .iter()
            .filter(|claim| claim.counts() && corpus[claim.voice].allegiance == group)
    };
    let voices: BTreeSet<_> = claims().map(|claim| claim.voice).collect();
    SpeakerLine {
        label: scene.allegiance_heading(group),
        documents: corpus
            .documents
            .iter()
            .filter(|document| speaks_for(scene, document) == Some(group))
            .count(),
        voices: voices.len(),
        claims: claims().count(),
        first_hand: claims().filter(|claim| claim.first_hand()).count(),
    }
}

/// "2 documents are by speakers of China and 1 by outsiders; none is by a speaker of the United States."
fn evidence(scene: &Scene<'_>, groups: &[Allegiance]) -> String {
    let words = scene.words;
    let mut present = Vec::new();
    let mut absent = Vec::new();
    for &group in groups {
        let line = speakers(scene, group);
        let label = match group {
            Allegiance::Side(side) => scene.side_in_text(side),
            Allegiance::ThirdParty | Allegiance::Unplaced => line.label,
        };
        if line.documents > 0 {
            let arguments = Arguments::new()
                .with("count", line.documents)
                .with("group", label);
            present.push(words.say_with(
                match group {
                    Allegiance::Side(_) => "evidence-documents-side",
                    Allegiance::ThirdParty => "evidence-documents-none",
                    Allegiance::Unplaced => "evidence-documents-unplaced",
                },
                &arguments,
            ));
        } else if matches!(group, Allegiance::Side(_)) {
            absent.push(label);
        }
    }
    let arguments = Arguments::new()
        .with("present", words.list(&present))
        .with("missing", absent.len())
        .with("absent", words.list(&absent));
    words.say_with("evidence", &arguments)
}

impl Scene<'_> {
    /// The first page as the beginning of a way.
    pub fn home_link(&self) -> Link {
        Link {
            text: self.words.say("home"),
            url: self.url(Page::Home),
        }
    }
}
