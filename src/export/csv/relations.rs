use super::column::Holds::Text;
use super::column::{Column, column};
use crate::corpus::{self, ClaimId, Relation};
use crate::export::edition::Edition;
use crate::site::Page;

/// A relation, by the claim from which it comes and its place there.
type Row = (ClaimId, usize);

/// Every relation between claims that are in the data.
pub fn rows(edition: &Edition<'_>) -> Vec<Row> {
    let claims = edition.claims().into_iter();
    claims
        .flat_map(|id| (0..edition.corpus[id].relations.len()).map(move |index| (id, index)))
        .filter(|&row| edition.shows(&edition.corpus[relation(edition, row).claim]))
        .collect()
}

/// `relations.csv`
pub const COLUMNS: &[Column<Row>] = &[
    column(
        "claim",
        Text,
        "Full id of the claim that relates.",
        |edition, (id, _)| edition.corpus.claim_path(id).into(),
    ),
    column(
        "type",
        Text,
        "What it does to the other.",
        |edition, row| relation(edition, row).kind.word().into(),
    ),
    column(
        "other",
        Text,
        "Full id of the other claim.",
        |edition, row| {
            edition
                .corpus
                .claim_path(relation(edition, row).claim)
                .into()
        },
    ),
    column("note", Text, "The reason.", |edition, row| {
        let note = relation(edition, row).note.as_ref();
        note.map(corpus::Text::first).into()
    }),
    column(
        "claim_url",
        Text,
        "Page of the claim on the site.",
        |edition, (id, _)| edition.url(Page::Claim(id)).into(),
    ),
    column(
        "other_url",
        Text,
        "Page of the other claim on the site.",
        |edition, row| {
            edition
                .url(Page::Claim(relation(edition, row).claim))
                .into()
        },
    ),
];

fn relation<'a>(edition: &Edition<'a>, (id, index): Row) -> &'a Relation {
    &edition.corpus[id].relations[index]
}
