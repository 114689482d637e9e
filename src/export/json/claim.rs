use super::figure::{FigureRecord, figure};
use super::map::{Map, Words};
use super::{EditorName, VoiceName, collection, strings};
use crate::compare::{Ring, ring};
use crate::corpus::{Claim, ClaimId};
use crate::export::edition::{Edition, iso};
use crate::export::sink::Sink;
use crate::site::Page;
use crate::vocabulary::{Deed, Kind, Mode, RelationKind, Stance, Status};
use schemars::JsonSchema;
use serde::Serialize;

/// `claims.json`
pub fn claims(edition: &Edition<'_>, sink: Sink<'_>) {
    collection(sink, "claims", &edition.claims(), |id| claim(edition, id));
}

/// One voice saying one thing at one place of one document.
#[derive(Debug, JsonSchema, Serialize)]
pub struct ClaimRecord<'a> {
    /// Its full id, `<document>/<claim>`.
    id: String,
    /// Its page on the site.
    url: String,
    /// Id of the document.
    document: &'a str,
    /// The editor's neutral sentence.
    says: Words<'a>,
    /// The verbatim words, in ordered parts; words of the source are left out between two parts.
    quote: Vec<&'a str>,
    /// Words that stand before the quotation, where it is not unique.
    prefix: Option<&'a str>,
    /// Words that stand after the quotation, where it is not unique.
    suffix: Option<&'a str>,
    /// Ids of the sides that the main clause is true of, or `world`.
    about: Vec<&'a str>,
    /// The questions that it answers, `<theme>/<question>`, the primary one first.
    answers: Vec<String>,
    /// What it does.
    kind: Kind,
    /// When a prediction falls due.
    horizon: Option<String>,
    /// Ids of the sides to whom a recommendation is addressed.
    addressee: Vec<&'a str>,
    /// How it answers, by question.
    stance: Map<String, Stance>,
    /// The source's own hedge or condition.
    hedge: Option<Words<'a>>,
    /// Who speaks.
    voice: VoiceName<'a>,
    /// How the voice comes to speak in the document.
    mode: Mode,
    /// Whether the voice speaks without a relay; computed from the mode.
    first_hand: bool,
    /// Ids of the voices that relay it, first the one who heard the speaker.
    via: Vec<&'a str>,
    /// Through whose eyes the side is described; `null` unless it is about exactly one side; computed.
    ring: Option<&'static str>,
    /// Numbers that it carries.
    figures: Vec<FigureRecord<'a>>,
    /// Ids of the terms that it names.
    terms: Vec<&'a str>,
    /// What it does to other claims.
    relations: Vec<RelationRecord<'a>>,
    /// What readers must know of its standing; `null`: reviewed.
    status: Option<Status>,
    /// Why it was withdrawn.
    reason: Option<Words<'a>>,
    /// Who disputes it and why.
    dissent: Vec<DissentRecord<'a>>,
    /// Former ids within the document.
    aliases: Vec<&'a str>,
    /// Who annotated and who checked.
    coding: Vec<CodingRecord<'a>>,
    /// Markdown for the reader.
    note: Option<Words<'a>>,
    /// Fields that the source does not give.
    not_given: Vec<&'a str>,
    /// Warnings of the checker that the editor accepts here, by code, each with the reason.
    allow: Map<&'static str, Words<'a>>,
    /// Where the quotation stands in the source; `null` where nobody found it; computed.
    position: Option<PositionRecord<'a>>,
    /// Whether the quotation was found in the source text; computed.
    verified: bool,
}

/// What one claim does to another.
#[derive(Debug, JsonSchema, Serialize)]
struct RelationRecord<'a> {
    /// What it does.
    #[serde(rename = "type")]
    kind: RelationKind,
    /// Full id of the other claim.
    claim: String,
    /// The reason.
    note: Option<Words<'a>>,
}

/// An editor's objection.
#[derive(Debug, JsonSchema, Serialize)]
struct DissentRecord<'a> {
    /// Who objects.
    by: EditorName<'a>,
    /// The objection.
    says: Words<'a>,
}

/// Who annotated or checked a claim, and when.
#[derive(Debug, JsonSchema, Serialize)]
struct CodingRecord<'a> {
    /// Who.
    by: EditorName<'a>,
    /// When.
    on: Option<String>,
    /// What was done.
    did: Deed,
}

/// Where a quotation stands in its source.
#[derive(Debug, JsonSchema, Serialize)]
struct PositionRecord<'a> {
    /// Label of the section, where the document declares sections.
    section: Option<Words<'a>>,
    /// Its first word, counted from 1.
    start_word: usize,
    /// Its last word, counted from 1.
    end_word: usize,
    /// How many words the source has.
    words: usize,
}

pub fn claim<'a>(edition: &Edition<'a>, id: ClaimId) -> ClaimRecord<'a> {
    let corpus = edition.corpus;
    let claim = &corpus[id];
    let addressee = claim.addressee.iter();
    let terms = claim.terms.iter();
    ClaimRecord {
        id: corpus.claim_path(id),
        url: edition.url(Page::Claim(id)),
        document: &corpus[claim.document].id,
        says: edition.words(&claim.says),
        quote: claim.quote.iter().map(|part| part.value.as_str()).collect(),
        prefix: claim.prefix.as_deref(),
        suffix: claim.suffix.as_deref(),
        about: edition.about(&claim.about),
        answers: claim
            .answers
            .iter()
            .map(|&question| corpus.question_path(question))
            .collect(),
        kind: claim.kind,
        horizon: iso(claim.horizon),
        addressee: addressee.map(|&side| corpus[side].id.as_str()).collect(),
        stance: Map(claim
            .stances
            .iter()
            .map(|&(question, stance)| (corpus.question_path(question), stance))
            .collect()),
        hedge: edition.words_of(claim.hedge.as_ref()),
        voice: edition.voice_name(claim.voice),
        mode: claim.mode,
        first_hand: claim.first_hand(),
        via: edition.voice_ids(&claim.via),
        ring: ring(claim, corpus).map(Ring::word),
        figures: claim
            .figures
            .iter()
            .map(|it| figure(edition, claim, it))
            .collect(),
        terms: terms.map(|&term| corpus[term].id.as_str()).collect(),
        relations: relations(edition, claim),
        status: claim.status,
        reason: edition.words_of(claim.reason.as_ref()),
        dissent: claim
            .dissent
            .iter()
            .map(|dissent| DissentRecord {
                by: edition.editor_name(dissent.by),
                says: edition.words(&dissent.says),
            })
            .collect(),
        aliases: strings(&claim.aliases),
        coding: claim
            .coding
            .iter()
            .map(|coding| CodingRecord {
                by: edition.editor_name(coding.by),
                on: iso(coding.on),
                did: coding.did,
            })
            .collect(),
        note: edition.words_of(claim.note.as_ref()),
        not_given: strings(&claim.not_given),
        allow: edition.allowed(claim.span, None),
        position: position(edition, id),
        verified: edition.pin(id).is_some(),
    }
}

fn relations<'a>(edition: &Edition<'a>, claim: &'a Claim) -> Vec<RelationRecord<'a>> {
    let corpus = edition.corpus;
    let relations = claim.relations.iter();
    relations
        .filter(|relation| edition.shows(&corpus[relation.claim]))
        .map(|relation| RelationRecord {
            kind: relation.kind,
            claim: corpus.claim_path(relation.claim),
            note: edition.words_of(relation.note.as_ref()),
        })
        .collect()
}

fn position<'a>(edition: &Edition<'a>, id: ClaimId) -> Option<PositionRecord<'a>> {
    let (pin, examination) = edition.pin(id)?;
    let section = edition.section(id);
    Some(PositionRecord {
        section: section.map(|section| edition.words(&section.label)),
        start_word: pin.start(),
        end_word: pin.end(),
        words: examination.words,
    })
}
