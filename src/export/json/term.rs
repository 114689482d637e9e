use super::map::{Map, Words};
use super::{collection, strings};
use crate::corpus::TermId;
use crate::export::edition::Edition;
use crate::export::sink::Sink;
use crate::site::Page;
use crate::vocabulary::TermKind;
use schemars::JsonSchema;
use serde::Serialize;

/// `terms.json`
pub fn terms(edition: &Edition<'_>, sink: Sink<'_>) {
    let corpus = edition.corpus;
    let mut by_term = vec![Vec::new(); corpus.terms.len()];
    for id in edition.claims() {
        for term in &corpus[id].terms {
            by_term[term.index()].push(corpus.claim_path(id));
        }
    }
    let ids: Vec<TermId> = corpus.terms().map(|(id, _)| id).collect();
    collection(sink, "terms", &ids, |id| {
        term(edition, id, &by_term[id.index()])
    });
}

/// A named law, bill, plan, programme, body or idea.
#[derive(Debug, JsonSchema, Serialize)]
pub struct TermRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its page on the site.
    url: String,
    /// Where readers learn more: the `url` that the editor wrote.
    external_url: Option<&'a str>,
    /// The name that pages use.
    name: Words<'a>,
    /// What it names.
    kind: TermKind,
    /// Id of the side that it belongs to.
    side: Option<&'a str>,
    /// Its official name.
    official_name: Option<Words<'a>>,
    /// What it is.
    definition: Option<Words<'a>>,
    /// Spellings that are marked in statements.
    forms: Vec<Words<'a>>,
    /// What became of it.
    history: Vec<HistoryRecord<'a>>,
    /// Markdown for the reader.
    note: Option<Words<'a>>,
    /// Former ids.
    aliases: Vec<&'a str>,
    /// Warnings of the checker that the editor accepts here, by code, each with the reason.
    allow: Map<&'static str, Words<'a>>,
    /// Full ids of the claims that name it; computed.
    claims: &'a [String],
}

/// An event in the history of a term.
#[derive(Debug, JsonSchema, Serialize)]
struct HistoryRecord<'a> {
    /// When it happened.
    date: String,
    /// What happened.
    what: Words<'a>,
    /// Where it is told.
    external_url: Option<&'a str>,
}

fn term<'a>(edition: &Edition<'a>, id: TermId, claims: &'a [String]) -> TermRecord<'a> {
    let corpus = edition.corpus;
    let term = &corpus[id];
    TermRecord {
        id: &term.id,
        url: edition.url(Page::Term(id)),
        external_url: term.url.as_deref(),
        name: edition.words(&term.name),
        kind: term.kind,
        side: term.side.map(|side| corpus[side].id.as_str()),
        official_name: edition.words_of(term.official_name.as_ref()),
        definition: edition.words_of(term.definition.as_ref()),
        forms: term.forms.iter().map(|form| edition.words(form)).collect(),
        history: term
            .history
            .iter()
            .map(|event| HistoryRecord {
                date: event.date.to_string(),
                what: edition.words(&event.what),
                external_url: event.url.as_deref(),
            })
            .collect(),
        note: edition.words_of(term.note.as_ref()),
        aliases: strings(&term.aliases),
        allow: edition.allowed(term.span, None),
        claims,
    }
}
