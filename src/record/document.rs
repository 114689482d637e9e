use super::{Text, form};
use crate::vocabulary::{DocumentKind, Publish, Translated};
use crate::yaml::{Entries, Field, List, Scalar};
use schemars::JsonSchema;
use serde::Deserialize;

const CAN_BE_MISSING: [&str; 6] = [
    "authors",
    "language",
    "published",
    "publisher",
    "title",
    "url",
];

/// `content/documents/<document>/document.yaml`: a source text.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend(
    "required" = ["kind", "added", "rights"],
    "allOf" = form::unless_not_given(&["title", "authors", "publisher", "published", "language"])
))]
#[serde(default)]
pub struct Document {
    /// Its title, as the source has it.
    pub title: Field<Text>,
    /// What it is.
    pub kind: Field<DocumentKind>,
    /// The voices that wrote it, by the stems of their files.
    ///
    /// Where the source names none: `not_given: [authors]`, and the publisher counts as the author.
    #[schemars(with = "List<form::VoiceName>")]
    pub authors: Field<List<String>>,
    /// The voice that issued it.
    #[schemars(with = "form::VoiceName")]
    pub publisher: Field<String>,
    /// When it was issued, as exactly as the source says and no more.
    ///
    /// Good: `2025-03`, where the source gives a month. Bad: `2025-03-01`, a day that it does not give.
    #[schemars(with = "form::Day")]
    pub published: Field<Scalar>,
    /// The earliest date at which it can have been issued, where `published` is not given.
    #[schemars(with = "form::Day")]
    pub not_before: Field<Scalar>,
    /// When it joined the site; feeds live on it.
    #[schemars(with = "form::Day")]
    pub added: Field<Scalar>,
    /// BCP 47 tag of the text that was annotated, such as `en` or `zh-Hans`.
    #[schemars(with = "form::LanguageTag")]
    pub language: Field<String>,
    /// Who translated that text; absent: it is the original.
    pub translated: Field<Translated>,
    /// Where it can be read.
    #[schemars(with = "form::Address")]
    pub url: Field<String>,
    /// Default relay of its claims whose mode is not `author`: who heard the speaker, then who told it on.
    #[schemars(with = "List<form::VoiceName>")]
    pub via: Field<List<String>>,
    /// What may be published.
    pub rights: Field<Rights>,
    /// What it says, in the editor's words.
    pub summary: Field<Text>,
    /// From where it speaks, in one sentence.
    ///
    /// Good: `A ministry's researcher, writing for other officials.` Bad: `A biased paper.`
    pub vantage: Field<Text>,
    /// What a reader must be told before trusting it.
    pub caveats: Field<Text>,
    /// Misprints of the source and how they are read.
    pub repairs: Field<List<Repair>>,
    /// Whole lines that are not part of the text, such as running titles.
    pub furniture: Field<List<String>>,
    /// Sections of the text, in its order.
    pub sections: Field<List<Section>>,
    /// The older version that it replaces.
    #[schemars(with = "form::DocumentName")]
    pub replaces: Field<String>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Former ids, whose addresses lead here; they carry the claims along.
    #[schemars(with = "List<form::NewId>")]
    pub aliases: Field<List<String>>,
    /// Required fields that the source does not give.
    ///
    /// Good: `[published, authors]`. The page then prints that the source does not give them.
    #[schemars(extend("anyOf" = form::fields(&CAN_BE_MISSING)))]
    pub not_given: Field<List<String>>,
    /// Fields that the editor concluded, each with the ground.
    ///
    /// Good: `publisher: from the running title`. Bad: `publisher: probably`.
    #[schemars(extend("properties" = form::grounds(&CAN_BE_MISSING), "additionalProperties" = false))]
    pub inferred: Field<Entries<Text>>,
    /// Warnings switched off here, each with a reason.
    #[schemars(with = "form::Allowed")]
    pub allow: Field<Entries<Text>>,
}

/// What may be published of a source.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["licence", "publish"]))]
#[serde(default)]
pub struct Rights {
    /// SPDX identifier, `public-domain` or `all-rights-reserved`.
    pub licence: Field<String>,
    /// How much of the text the site may show.
    pub publish: Field<Publish>,
}

/// A misprint of the source.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["printed", "read"]))]
#[serde(default)]
pub struct Repair {
    /// What the source prints: case-sensitive, whole words.
    ///
    /// Good: `Al`, where a scan has a small l for a capital i. Bad: `l`, which is a part of many words.
    pub printed: Field<String>,
    /// What it means.
    pub read: Field<String>,
    /// Why; required where a digit changes.
    pub because: Field<Text>,
}

/// A section of the text.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["label", "starts"]))]
#[serde(default)]
pub struct Section {
    /// Its name on pages.
    pub label: Field<Text>,
    /// The words with which it begins a line in the source, verbatim.
    pub starts: Field<String>,
}
