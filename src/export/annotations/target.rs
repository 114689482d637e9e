use super::agent::Agent;
use crate::corpus::{Claim, ClaimId, DocumentId, VoiceId};
use crate::export::edition::Edition;
use crate::site::Page;
use crate::vocabulary::Mode;
use serde::Serialize;
use std::ops::Range;

/// What an annotation is about.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Target<'a> {
    /// A passage of a source text.
    Passage(Box<Passage<'a>>),
    /// Another annotation.
    Annotation(String),
}

/// A passage of a source text, said by somebody.
#[derive(Serialize)]
pub struct Passage<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: [&'static str; 3],
    source: Source<'a>,
    selector: Vec<Selector<'a>>,
    creator: Agent<'a>,
    #[serde(flatten)]
    utterance: Utterance<'a>,
}

/// A source text.
#[derive(Serialize)]
struct Source<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    language: &'a str,
    /// Where the copy that is published here comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<&'a str>,
}

/// How to find a passage.
#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextQuoteSelector {
        exact: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        prefix: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<&'a str>,
    },
    /// Code points, counted from 0, the end not included.
    TextPositionSelector { start: usize, end: usize },
}

/// From whom some words come, and from which words of others.
#[derive(Serialize)]
struct Utterance<'a> {
    #[serde(
        rename = "prov:wasAttributedTo",
        skip_serializing_if = "Option::is_none"
    )]
    attributed: Option<Agent<'a>>,
    #[serde(
        rename = "prov:wasDerivedFrom",
        skip_serializing_if = "Option::is_none"
    )]
    derived: Option<Box<Heard<'a>>>,
}

/// What somebody said before it was relayed.
#[derive(Serialize)]
struct Heard<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    utterance: Utterance<'a>,
}

/// The passages that a claim quotes, one for each part.
pub fn targets<'a>(edition: &Edition<'a>, id: ClaimId) -> Vec<Target<'a>> {
    let claim = &edition.corpus[id];
    let selectors = match edition.passage(id) {
        Some((text, ranges)) => ranges.iter().map(|it| in_text(text, it)).collect(),
        None => quoted(edition, id),
    };
    let passages = selectors.into_iter().enumerate();
    passages
        .map(|(part, selector)| {
            let thing = match part {
                0 => "quotation".to_owned(),
                _ => format!("quotation.{}", part + 1),
            };
            Target::Passage(Box::new(Passage {
                id: edition.claim_iri(id, &thing),
                kind: ["SpecificResource", "prov:Entity", "schema:Quotation"],
                source: source(edition, claim.document),
                selector,
                creator: edition.voice_agent(claim.voice),
                utterance: utterance(edition, claim),
            }))
        })
        .collect()
}

fn in_text<'a>(text: &'a str, range: &Range<usize>) -> Vec<Selector<'a>> {
    /// Characters of context, enough to tell alike passages apart.
    const CONTEXT: usize = 32;
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let from = before.char_indices().rev().nth(CONTEXT - 1);
    let to = after.char_indices().nth(CONTEXT);
    let exact = &text[range.clone()];
    let start = before.chars().count();
    vec![
        Selector::TextQuoteSelector {
            exact,
            prefix: Some(&before[from.map_or(0, |(at, _)| at)..]).filter(|it| !it.is_empty()),
            suffix: Some(&after[..to.map_or(after.len(), |(at, _)| at)])
                .filter(|it| !it.is_empty()),
        },
        Selector::TextPositionSelector {
            start,
            end: start + exact.chars().count(),
        },
    ]
}

/// The words as printed, with no more context than the editor gives: the rest may not be published.
fn quoted<'a>(edition: &Edition<'a>, id: ClaimId) -> Vec<Vec<Selector<'a>>> {
    let claim = &edition.corpus[id];
    let printed = edition.pin(id).map(|(pin, _)| pin.printed.as_slice());
    let parts: Vec<&str> = match printed {
        Some(printed) if !printed.is_empty() => printed.iter().map(String::as_str).collect(),
        _ => claim.quote.iter().map(|part| part.value.as_str()).collect(),
    };
    let last = parts.len() - 1;
    let parts = parts.into_iter().enumerate();
    parts
        .map(|(part, exact)| {
            vec![Selector::TextQuoteSelector {
                exact,
                prefix: claim.prefix.as_deref().filter(|_| part == 0),
                suffix: claim.suffix.as_deref().filter(|_| part == last),
            }]
        })
        .collect()
}

fn source<'a>(edition: &Edition<'a>, id: DocumentId) -> Source<'a> {
    let document = &edition.corpus[id];
    let elsewhere = document.url.as_deref();
    let text = edition.text_iri(id);
    Source {
        format: text.as_ref().map(|_| "text/markdown"),
        via: elsewhere.filter(|_| text.is_some()),
        id: text.unwrap_or_else(|| match elsewhere {
            Some(url) => url.to_owned(),
            None => format!("{}#source", edition.iri(Page::Document(id))),
        }),
        kind: "Text",
        language: &document.language,
    }
}

/// An author speaks in the passage itself; others were heard by the first of the relay, who was heard
/// by the next, whose words the passage is.
fn utterance<'a>(edition: &Edition<'a>, claim: &Claim) -> Utterance<'a> {
    let said = |by: VoiceId, derived: Option<Box<Heard<'a>>>| Utterance {
        attributed: Some(edition.voice_agent(by)),
        derived,
    };
    let spoken = said(claim.voice, None);
    if claim.mode == Mode::Author {
        return spoken;
    }
    let heard = |utterance| {
        Some(Box::new(Heard {
            kind: "prov:Entity",
            utterance,
        }))
    };
    let relayed = claim.via.iter();
    relayed.fold(
        Utterance {
            attributed: None,
            derived: heard(spoken),
        },
        |inner, &by| Utterance {
            attributed: None,
            derived: heard(said(by, inner.derived)),
        },
    )
}

impl Edition<'_> {
    /// The file of a document's text, where it is published.
    fn text_iri(&self, id: DocumentId) -> Option<String> {
        self.text(id)?;
        let base = self.corpus.site.base_url.as_deref().unwrap_or("../");
        Some(format!("{base}data/texts/{}.md", self.corpus[id].id))
    }
}
