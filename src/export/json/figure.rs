use super::map::{Map, Words};
use super::number::Number;
use crate::corpus::{Claim, Figure, Given, Text};
use crate::export::edition::{Edition, iso};
use crate::vocabulary::Bound;
use schemars::JsonSchema;
use serde::Serialize;

/// A number that a claim carries.
#[derive(Debug, JsonSchema, Serialize)]
pub struct FigureRecord<'a> {
    /// What is counted.
    measures: Words<'a>,
    /// The number.
    value: Number,
    /// How the number is bounded.
    bound: Bound,
    /// Its unit.
    unit: Option<Words<'a>>,
    /// The denominator.
    of: Option<Words<'a>>,
    /// The part of the denominator.
    part: Option<Words<'a>>,
    /// Ids of the sides that it covers, or `world`.
    scope: Vec<&'a str>,
    /// The date for which it holds.
    as_of: Option<String>,
    /// Id of the voice that produced it.
    producer: Option<&'a str>,
    /// The number as the source writes it.
    verbatim: &'a str,
    /// Fields that the source does not give.
    not_given: Vec<&'static str>,
    /// Warnings of the checker that the editor accepts here, by code, each with the reason.
    allow: Map<&'static str, Words<'a>>,
    /// Markdown for the reader.
    note: Option<Words<'a>>,
}

pub fn figure<'a>(edition: &Edition<'a>, claim: &'a Claim, figure: &'a Figure) -> FigureRecord<'a> {
    let corpus = edition.corpus;
    let words = |given: &'a Given<Text>| edition.words_of(given.value());
    FigureRecord {
        measures: edition.words(&figure.measures),
        value: Number(figure.value),
        bound: figure.bound,
        unit: words(&figure.unit),
        of: words(&figure.of),
        part: words(&figure.part),
        scope: figure
            .scope
            .value()
            .map_or_else(Vec::new, |scope| edition.about(scope)),
        as_of: iso(figure.as_of.value().copied()),
        producer: figure.producer.value().map(|&id| corpus[id].id.as_str()),
        verbatim: &figure.verbatim,
        not_given: not_given(figure),
        allow: edition.allowed(figure.span, Some(claim.span)),
        note: edition.words_of(figure.note.as_ref()),
    }
}

/// Names of the fields that the source does not give.
pub fn not_given(figure: &Figure) -> Vec<&'static str> {
    [
        ("unit", figure.unit == Given::NotGiven),
        ("of", figure.of == Given::NotGiven),
        ("part", figure.part == Given::NotGiven),
        ("scope", figure.scope == Given::NotGiven),
        ("as_of", figure.as_of == Given::NotGiven),
        ("producer", figure.producer == Given::NotGiven),
    ]
    .into_iter()
    .filter_map(|(field, lacking)| lacking.then_some(field))
    .collect()
}
