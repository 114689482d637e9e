use super::Text;
use crate::vocabulary::{DocumentKind, Publish, Translated};
use crate::yaml::{Entries, Field, List, Scalar};
use serde::Deserialize;

/// `content/documents/<document>/document.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Its title.
    pub title: Field<Text>,
    /// What it is.
    pub kind: Field<DocumentKind>,
    /// The voices that wrote it.
    pub authors: Field<List<String>>,
    /// The voice that issued it.
    pub publisher: Field<String>,
    /// When it was issued.
    pub published: Field<Scalar>,
    /// The earliest date at which it can have been issued, where `published` is not given.
    pub not_before: Field<Scalar>,
    /// When it joined the site.
    pub added: Field<Scalar>,
    /// BCP 47 tag of the text that was annotated.
    pub language: Field<String>,
    /// Who translated that text; absent: it is the original.
    pub translated: Field<Translated>,
    /// Where it can be read.
    pub url: Field<String>,
    /// Default relay of its claims whose mode is not `author`.
    pub via: Field<List<String>>,
    /// What may be published.
    pub rights: Field<Rights>,
    /// What it says, in the editor's words.
    pub summary: Field<Text>,
    /// From where it speaks.
    pub vantage: Field<Text>,
    /// What a reader must be told before trusting it.
    pub caveats: Field<Text>,
    /// Misprints of the source and how they are read.
    pub repairs: Field<List<Repair>>,
    /// Whole lines that are not part of the text.
    pub furniture: Field<List<String>>,
    /// Sections of the text.
    pub sections: Field<List<Section>>,
    /// The older version that it replaces.
    pub replaces: Field<String>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Former ids.
    pub aliases: Field<List<String>>,
    /// Required fields that the source does not give.
    pub not_given: Field<List<String>>,
    /// Fields that the editor concluded, each with the ground.
    pub inferred: Field<Entries<Text>>,
    /// Warnings switched off here, each with a reason.
    pub allow: Field<Entries<Text>>,
}

/// What may be published of a source.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Rights {
    /// SPDX identifier, or `all-rights-reserved`.
    pub licence: Field<String>,
    /// How much of the text the site may show.
    pub publish: Field<Publish>,
}

/// A misprint of the source.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Repair {
    /// What the source prints.
    pub printed: Field<String>,
    /// What it means.
    pub read: Field<String>,
    /// Why.
    pub because: Field<Text>,
}

/// A section of the text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Section {
    /// Its name on pages.
    pub label: Field<Text>,
    /// The words with which it begins a line in the source.
    pub starts: Field<String>,
}
