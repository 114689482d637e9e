use super::{Column, Value, table};
use crate::compare::{Ring, ring};
use crate::corpus::{ClaimId, Text, VoiceId};
use crate::export::edition::{Edition, iso};
use crate::site::Page;
use crate::vocabulary::{Stance, Status};

/// `claims.csv`
pub fn claims(edition: &Edition<'_>) -> Vec<u8> {
    table(edition, COLUMNS, &edition.claims())
}

/// Between the parts of a quotation, for the words that are left out.
const ELISION: &str = " […] ";

const COLUMNS: &[Column<ClaimId>] = &[
    Column {
        name: "id",
        value: |edition, id| edition.corpus.claim_path(id).into(),
    },
    Column {
        name: "url",
        value: |edition, id| edition.url(Page::Claim(id)).into(),
    },
    Column {
        name: "document",
        value: |edition, id| {
            edition.corpus[edition.corpus[id].document]
                .id
                .as_str()
                .into()
        },
    },
    Column {
        name: "says",
        value: |edition, id| edition.corpus[id].says.first().into(),
    },
    Column {
        name: "quote",
        value: |edition, id| {
            let parts = edition.corpus[id].quote.iter();
            let parts: Vec<&str> = parts.map(|part| part.value.as_str()).collect();
            parts.join(ELISION).into()
        },
    },
    Column {
        name: "about",
        value: |edition, id| Value::list(&edition.about(&edition.corpus[id].about)),
    },
    Column {
        name: "answers",
        value: |edition, id| {
            let answers = edition.corpus[id].answers.iter();
            let answers = answers.map(|&question| edition.corpus.question_path(question));
            Value::list(&answers.collect::<Vec<_>>())
        },
    },
    Column {
        name: "kind",
        value: |edition, id| edition.corpus[id].kind.word().into(),
    },
    Column {
        name: "horizon",
        value: |edition, id| iso(edition.corpus[id].horizon).into(),
    },
    Column {
        name: "addressee",
        value: |edition, id| {
            let addressee = edition.corpus[id].addressee.iter();
            let addressee = addressee.map(|&side| edition.corpus[side].id.as_str());
            Value::list(&addressee.collect::<Vec<_>>())
        },
    },
    Column {
        name: "stance",
        value: |edition, id| {
            let claim = &edition.corpus[id];
            claim.stance(claim.primary()).map(Stance::word).into()
        },
    },
    Column {
        name: "hedge",
        value: |edition, id| edition.corpus[id].hedge.as_ref().map(Text::first).into(),
    },
    Column {
        name: "voice",
        value: |edition, id| edition.corpus[edition.corpus[id].voice].id.as_str().into(),
    },
    Column {
        name: "voice_name",
        value: |edition, id| edition.corpus[edition.corpus[id].voice].name.first().into(),
    },
    Column {
        name: "voice_side",
        value: |edition, id| {
            let voice = edition.corpus[id].voice;
            edition.side(edition.corpus[voice].allegiance).into()
        },
    },
    Column {
        name: "mode",
        value: |edition, id| edition.corpus[id].mode.word().into(),
    },
    Column {
        name: "first_hand",
        value: |edition, id| edition.corpus[id].first_hand().into(),
    },
    Column {
        name: "via",
        value: |edition, id| voices(edition, &edition.corpus[id].via),
    },
    Column {
        name: "ring",
        value: |edition, id| {
            ring(&edition.corpus[id], edition.corpus)
                .map(Ring::word)
                .into()
        },
    },
    Column {
        name: "terms",
        value: |edition, id| {
            let terms = edition.corpus[id].terms.iter();
            let terms = terms.map(|&term| edition.corpus[term].id.as_str());
            Value::list(&terms.collect::<Vec<_>>())
        },
    },
    Column {
        name: "status",
        value: |edition, id| edition.corpus[id].status.map(Status::word).into(),
    },
    Column {
        name: "section",
        value: |edition, id| edition.section(id).map(|it| it.label.first()).into(),
    },
    Column {
        name: "start_word",
        value: |edition, id| edition.pin(id).map(|(pin, _)| pin.start()).into(),
    },
    Column {
        name: "end_word",
        value: |edition, id| edition.pin(id).map(|(pin, _)| pin.end()).into(),
    },
    Column {
        name: "words",
        value: |edition, id| edition.pin(id).map(|(_, text)| text.words).into(),
    },
    Column {
        name: "verified",
        value: |edition, id| edition.pin(id).is_some().into(),
    },
];

fn voices(edition: &Edition<'_>, voices: &[VoiceId]) -> Value {
    let ids = voices.iter().map(|&id| edition.corpus[id].id.as_str());
    Value::list(&ids.collect::<Vec<_>>())
}
