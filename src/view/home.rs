use super::documents::{byline, documents_link};
use super::link::Link;
use super::overview::{RUN_WIDTH, ThemeLine, theme_lines};
use super::row::{RowView, Setting, row};
use super::{Frame, Scene};
use crate::compare::allegiances;
use crate::corpus::{Allegiance, Document};
use crate::language::Arguments;
use crate::site::{Page, Route, Url};
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
    /// Width of the picture of one side of a theme.
    pub run_width: usize,
    /// The themes, by amounts and voices.
    pub themes: Vec<ThemeLine>,
    /// Rows that the editors put first.
    pub leads: Vec<RowView>,
    /// The documents that joined the site last.
    pub documents: Vec<NewDocument>,
    /// All documents.
    pub all_documents: Url,
}

/// A document that joined the site lately.
#[derive(Clone, Debug, Serialize)]
pub struct NewDocument {
    /// The document.
    pub document: Link,
    /// What it is, by whom and when.
    pub byline: String,
    /// When it joined the site, in words.
    pub added: String,
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
    let groups = allegiances(corpus);
    let page = HomePage {
        description,
        evidence: evidence(scene, &groups),
        speakers: groups.iter().map(|&group| speakers(scene, group)).collect(),
        sides: scene.side_heads(),
        run_width: RUN_WIDTH,
        themes: theme_lines(scene),
        leads: corpus
            .site
            .leads
            .iter()
            .map(|&id| row(scene, id, Setting::Lead))
            .collect(),
        documents: newest(scene),
        all_documents: documents_link(scene).url,
    };
    (frame, page)
}

fn newest(scene: &Scene<'_>) -> Vec<NewDocument> {
    const MOST: usize = 5;
    let mut documents: Vec<_> = scene.corpus.documents().collect();
    documents.sort_by_key(|(id, document)| (std::cmp::Reverse(document.added), *id));
    let newest = documents.into_iter().take(MOST);
    newest
        .map(|(id, document)| NewDocument {
            document: scene.document_link(id),
            byline: byline(scene, document),
            added: scene.words.date(document.added),
        })
        .collect()
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
    let authors = words.say_with("evidence", &arguments);
    let dates = scene.corpus.documents.iter().filter_map(|it| it.published);
    let newest = dates
        .max()
        .map(|date| words.say_of("evidence-newest", "date", words.date(date)));
    let Some(newest) = newest else {
        return authors;
    };
    let arguments = Arguments::new()
        .with("first", authors)
        .with("second", newest);
    words.say_with("two-sentences", &arguments)
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
