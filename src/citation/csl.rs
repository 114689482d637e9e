use super::{Reference, Work};
use crate::corpus::Date;
use crate::vocabulary::DocumentKind;
use serde::Serialize;

/// An item of CSL-JSON, after <https://docs.citationstyles.org/en/stable/specification.html>.
#[derive(Debug, Serialize)]
pub struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    pub(super) container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'static str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    language: &'a str,
}

#[derive(Debug, Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Debug, Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    date_parts: [Vec<i16>; 1],
}

/// A reference as an item of CSL-JSON.
pub fn item(reference: &Reference) -> Item<'_> {
    let publisher = reference.publisher.as_deref();
    Item {
        id: &reference.id,
        kind: kind(reference.work),
        title: &reference.title,
        author: reference
            .authors
            .iter()
            .map(|name| Name { literal: name })
            .collect(),
        container_title: publisher.filter(|_| reference.is_part()),
        publisher: publisher.filter(|_| !reference.is_part()),
        issued: reference.published.map(|date| Issued {
            date_parts: [date_parts(date)],
        }),
        genre: reference.genre(),
        url: reference.url.as_deref(),
        language: &reference.language,
    }
}

/// The type of a work.
pub(super) fn kind(work: Work) -> &'static str {
    let Work::Document(kind) = work else {
        return "webpage";
    };
    match kind {
        DocumentKind::Paper => "article-journal",
        DocumentKind::News => "article-newspaper",
        DocumentKind::Report | DocumentKind::Brief | DocumentKind::Plan => "report",
        DocumentKind::Law => "legislation",
        DocumentKind::Speech => "speech",
        DocumentKind::Statement => "document",
        DocumentKind::Dataset => "dataset",
        DocumentKind::Web => "webpage",
    }
}

fn date_parts(date: Date) -> Vec<i16> {
    let mut parts = vec![date.year()];
    parts.extend(date.month().map(i16::from));
    parts.extend(date.day().map(i16::from));
    parts
}
