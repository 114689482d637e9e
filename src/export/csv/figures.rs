use super::column::Holds::{Number, Text};
use super::column::{Column, Value, column};
use crate::corpus::{self, ClaimId, Figure, Given};
use crate::export::edition::{Edition, iso};
use crate::export::json;
use crate::site::Page;
use crate::vocabulary::Status;

/// A figure, by its claim and its place there.
type Row = (ClaimId, usize);

/// Every figure, in the order of the claims.
pub fn rows(edition: &Edition<'_>) -> Vec<Row> {
    let claims = edition.claims().into_iter();
    claims
        .flat_map(|id| (0..edition.corpus[id].figures.len()).map(move |index| (id, index)))
        .collect()
}

/// `figures.csv`
pub const COLUMNS: &[Column<Row>] = &[
    column(
        "claim",
        Text,
        "Full id of the claim.",
        |edition, (id, _)| edition.corpus.claim_path(id).into(),
    ),
    column(
        "url",
        Text,
        "Page of the claim on the site.",
        |edition, (id, _)| edition.url(Page::Claim(id)).into(),
    ),
    column("measures", Text, "What is counted.", |edition, row| {
        figure(edition, row).measures.first().into()
    }),
    column("value", Number, "The number.", |edition, row| {
        figure(edition, row).value.into()
    }),
    column(
        "bound",
        Text,
        "How the number is bounded.",
        |edition, row| figure(edition, row).bound.word().into(),
    ),
    column("unit", Text, "Its unit.", |edition, row| {
        words(&figure(edition, row).unit)
    }),
    column("of", Text, "The denominator.", |edition, row| {
        words(&figure(edition, row).of)
    }),
    column(
        "part",
        Text,
        "The part of the denominator.",
        |edition, row| words(&figure(edition, row).part),
    ),
    column(
        "scope",
        Text,
        "Ids of the sides that it covers, or `world`.",
        |edition, row| {
            let scope = figure(edition, row).scope.value();
            scope.map(|scope| Value::list(edition.about(scope))).into()
        },
    ),
    column(
        "as_of",
        Text,
        "The date for which it holds.",
        |edition, row| iso(figure(edition, row).as_of.value().copied()).into(),
    ),
    column(
        "producer",
        Text,
        "Id of the voice that produced it.",
        |edition, row| {
            let producer = figure(edition, row).producer.value();
            producer.map(|&id| edition.corpus[id].id.as_str()).into()
        },
    ),
    column(
        "verbatim",
        Text,
        "The number as the source writes it.",
        |edition, row| figure(edition, row).verbatim.as_str().into(),
    ),
    column(
        "not_given",
        Text,
        "Columns whose value the source does not give; other empty ones nobody assessed.",
        |edition, row| Value::list(json::not_given(figure(edition, row))),
    ),
    column(
        "status",
        Text,
        "Standing of the claim; empty: reviewed.",
        |edition, (id, _)| edition.corpus[id].status.map(Status::word).into(),
    ),
];

fn figure<'a>(edition: &Edition<'a>, (id, index): Row) -> &'a Figure {
    &edition.corpus[id].figures[index]
}

fn words(given: &Given<corpus::Text>) -> Value {
    given.value().map(corpus::Text::first).into()
}
