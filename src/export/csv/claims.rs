use super::column::Holds::{Integer, Text, Truth};
use super::column::{Column, Value, column};
use super::voices;
use crate::compare::{Ring, ring};
use crate::corpus::{self, ClaimId};
use crate::export::edition::iso;
use crate::site::Page;
use crate::vocabulary::{Stance, Status};

/// Between the parts of a quotation, for the words that are left out.
const ELISION: &str = " […] ";

/// `claims.csv`
pub const COLUMNS: &[Column<ClaimId>] = &[
    column("id", Text, "Full id of the claim.", |edition, id| {
        edition.corpus.claim_path(id).into()
    }),
    column("url", Text, "Its page on the site.", |edition, id| {
        edition.url(Page::Claim(id)).into()
    }),
    column("document", Text, "Id of the document.", |edition, id| {
        let document = edition.corpus[id].document;
        edition.corpus[document].id.as_str().into()
    }),
    column(
        "says",
        Text,
        "The editor's neutral sentence.",
        |edition, id| edition.corpus[id].says.first().into(),
    ),
    column(
        "quote",
        Text,
        "The verbatim words; […] stands for words of the source that are left out.",
        |edition, id| {
            let parts = edition.corpus[id].quote.iter();
            let parts: Vec<&str> = parts.map(|part| part.value.as_str()).collect();
            parts.join(ELISION).into()
        },
    ),
    column(
        "about",
        Text,
        "Ids of the sides that the main clause is true of, or `world`.",
        |edition, id| Value::list(edition.about(&edition.corpus[id].about)),
    ),
    column(
        "answers",
        Text,
        "The questions that it answers, the primary one first.",
        |edition, id| {
            let answers = edition.corpus[id].answers.iter();
            Value::list(answers.map(|&question| edition.corpus.question_path(question)))
        },
    ),
    column("kind", Text, "What it does.", |edition, id| {
        edition.corpus[id].kind.word().into()
    }),
    column(
        "horizon",
        Text,
        "When a prediction falls due.",
        |edition, id| iso(edition.corpus[id].horizon).into(),
    ),
    column(
        "addressee",
        Text,
        "Ids of the sides to whom a recommendation is addressed.",
        |edition, id| {
            let addressee = edition.corpus[id].addressee.iter();
            Value::list(addressee.map(|&side| edition.corpus[side].id.as_str()))
        },
    ),
    column(
        "stance",
        Text,
        "How it answers the primary question, where it rates.",
        |edition, id| {
            let claim = &edition.corpus[id];
            claim.stance(claim.primary()).map(Stance::word).into()
        },
    ),
    column(
        "hedge",
        Text,
        "The source's own hedge or condition.",
        |edition, id| {
            let hedge = edition.corpus[id].hedge.as_ref();
            hedge.map(corpus::Text::first).into()
        },
    ),
    column("voice", Text, "Id of the voice.", |edition, id| {
        edition.corpus[edition.corpus[id].voice].id.as_str().into()
    }),
    column("voice_name", Text, "Name of the voice.", |edition, id| {
        edition.corpus[edition.corpus[id].voice].name.first().into()
    }),
    column(
        "voice_side",
        Text,
        "Id of the side that the voice speaks for, `none` for a third party, empty where nobody could place it.",
        |edition, id| {
            let voice = edition.corpus[id].voice;
            edition.side(edition.corpus[voice].allegiance).into()
        },
    ),
    column(
        "mode",
        Text,
        "How the voice comes to speak in the document.",
        |edition, id| edition.corpus[id].mode.word().into(),
    ),
    column(
        "first_hand",
        Truth,
        "Whether the voice speaks without a relay.",
        |edition, id| edition.corpus[id].first_hand().into(),
    ),
    column(
        "via",
        Text,
        "Ids of the voices that relay it, first the one who heard the speaker.",
        |edition, id| voices(edition, &edition.corpus[id].via),
    ),
    column(
        "ring",
        Text,
        "Through whose eyes the side is described; empty unless it is about exactly one side.",
        |edition, id| {
            ring(&edition.corpus[id], edition.corpus)
                .map(Ring::word)
                .into()
        },
    ),
    column(
        "terms",
        Text,
        "Ids of the terms that it names.",
        |edition, id| {
            let terms = edition.corpus[id].terms.iter();
            Value::list(terms.map(|&term| edition.corpus[term].id.as_str()))
        },
    ),
    column(
        "status",
        Text,
        "What readers must know of its standing; empty: reviewed.",
        |edition, id| edition.corpus[id].status.map(Status::word).into(),
    ),
    column(
        "section",
        Text,
        "The section of the source.",
        |edition, id| edition.section(id).map(|it| it.label.first()).into(),
    ),
    column(
        "start_word",
        Integer,
        "First word of the quotation in the source, counted from 1.",
        |edition, id| edition.pin(id).map(|(pin, _)| pin.start()).into(),
    ),
    column(
        "end_word",
        Integer,
        "Last word of the quotation in the source, counted from 1.",
        |edition, id| edition.pin(id).map(|(pin, _)| pin.end()).into(),
    ),
    column(
        "words",
        Integer,
        "How many words the source has.",
        |edition, id| edition.pin(id).map(|(_, text)| text.words).into(),
    ),
    column(
        "verified",
        Truth,
        "Whether the quotation was found in the source text.",
        |edition, id| edition.pin(id).is_some().into(),
    ),
];
