use super::map::{Map, Words};
use super::{collection, strings};
use crate::corpus::VoiceId;
use crate::export::edition::Edition;
use crate::export::sink::Sink;
use crate::site::Page;
use crate::vocabulary::{Sector, VoiceKind};
use schemars::JsonSchema;
use serde::Serialize;

/// `voices.json`
pub fn voices(edition: &Edition<'_>, sink: Sink<'_>) {
    let corpus = edition.corpus;
    let mut by_voice = vec![Vec::new(); corpus.voices.len()];
    for id in edition.claims() {
        by_voice[corpus[id].voice.index()].push(corpus.claim_path(id));
    }
    let ids: Vec<VoiceId> = corpus.voices().map(|(id, _)| id).collect();
    collection(sink, "voices", &ids, |id| {
        voice(edition, id, &by_voice[id.index()])
    });
}

/// A person or body that speaks.
#[derive(Debug, JsonSchema, Serialize)]
pub struct VoiceRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its page on the site.
    url: String,
    /// Where readers learn more: the `url` that the editor wrote.
    external_url: Option<&'a str>,
    /// Its name, or a description of somebody unnamed.
    name: Words<'a>,
    /// What it is.
    kind: VoiceKind,
    /// The side that it speaks for, `none` for a third party, `null` where nobody could place it.
    side: Option<&'a str>,
    /// Why it is placed there, where that is an inference.
    side_because: Option<Words<'a>>,
    /// To what it belongs.
    affiliation: Option<Words<'a>>,
    /// ISO 3166-1 code of the country where it is based.
    country: Option<&'a str>,
    /// The part of society from which it speaks.
    sector: Option<Sector>,
    /// Its office or function.
    role: Option<Words<'a>>,
    /// Markdown for the reader.
    note: Option<Words<'a>>,
    /// Former ids.
    aliases: Vec<&'a str>,
    /// Fields that the sources do not give.
    not_given: Vec<&'a str>,
    /// Warnings of the checker that the editor accepts here, by code, each with the reason.
    allow: Map<&'static str, Words<'a>>,
    /// Fields that the editor concluded, each with the ground.
    inferred: Map<&'a str, Words<'a>>,
    /// Full ids of the claims in which it speaks; computed.
    claims: &'a [String],
}

fn voice<'a>(edition: &Edition<'a>, id: VoiceId, claims: &'a [String]) -> VoiceRecord<'a> {
    let voice = &edition.corpus[id];
    VoiceRecord {
        id: &voice.id,
        url: edition.url(Page::Voice(id)),
        external_url: voice.url.as_deref(),
        name: edition.words(&voice.name),
        kind: voice.kind,
        side: edition.side(voice.allegiance),
        side_because: edition.words_of(voice.side_because.as_ref()),
        affiliation: edition.words_of(voice.affiliation.as_ref()),
        country: voice.country.as_deref(),
        sector: voice.sector,
        role: edition.words_of(voice.role.as_ref()),
        note: edition.words_of(voice.note.as_ref()),
        aliases: strings(&voice.aliases),
        not_given: strings(&voice.not_given),
        allow: edition.allowed(voice.span, None),
        inferred: edition.grounds(&voice.inferred),
        claims,
    }
}
