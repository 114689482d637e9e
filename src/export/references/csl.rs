use super::{Reference, references};
use crate::corpus::Date;
use crate::export::edition::Edition;
use crate::export::json::bytes;
use crate::vocabulary::DocumentKind;
use serde::Serialize;

/// `references.csl.json`
pub fn csl(edition: &Edition<'_>) -> Vec<u8> {
    let mut file = b"[".to_vec();
    for (index, reference) in references(edition).iter().enumerate() {
        file.extend(if index == 0 { "\n" } else { ",\n" }.bytes());
        file.extend(bytes(&item(reference)));
    }
    file.extend(b"\n]\n");
    file
}

/// An item of CSL-JSON.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'static str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    language: &'a str,
}

#[derive(Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    date_parts: [Vec<i16>; 1],
}

fn item<'a>(reference: &'a Reference<'_>) -> Item<'a> {
    let publisher = reference.publisher.as_deref();
    Item {
        id: reference.id,
        kind: match reference.kind {
            DocumentKind::Paper => "article-journal",
            DocumentKind::News => "article-newspaper",
            DocumentKind::Report | DocumentKind::Brief | DocumentKind::Plan => "report",
            DocumentKind::Law => "legislation",
            DocumentKind::Speech => "speech",
            DocumentKind::Statement => "document",
            DocumentKind::Dataset => "dataset",
            DocumentKind::Web => "webpage",
        },
        title: &reference.title,
        author: reference
            .authors
            .iter()
            .map(|name| Name { literal: name })
            .collect(),
        container_title: publisher.filter(|_| reference.is_article()),
        publisher: publisher.filter(|_| !reference.is_article()),
        issued: reference.published.map(|date| Issued {
            date_parts: [date_parts(date)],
        }),
        genre: reference.genre(),
        url: reference.url,
        language: reference.language,
    }
}

fn date_parts(date: Date) -> Vec<i16> {
    let mut parts = vec![date.year()];
    parts.extend(date.month().map(i16::from));
    parts.extend(date.day().map(i16::from));
    parts
}
