use super::{ClaimId, Date, DocumentId, Text, VoiceId};
use crate::source::{FileId, Span};
use crate::vocabulary::{DocumentKind, Publish, Translated};
use std::ops::Range;

/// A source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is.
    pub kind: DocumentKind,
    /// The voices that wrote it; where they are not given, its publisher alone.
    pub authors: Vec<VoiceId>,
    /// Whether `authors` is what the source gives and not its publisher standing in.
    pub authors_given: bool,
    /// The voice that issued it.
    pub publisher: Option<VoiceId>,
    /// When it was issued.
    pub published: Option<Date>,
    /// The earliest date at which it can have been issued.
    pub not_before: Option<Date>,
    /// When it joined the site.
    pub added: Date,
    /// BCP 47 tag of the text that was annotated.
    pub language: String,
    /// Who translated that text.
    pub translated: Option<Translated>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Default relay of its claims whose mode is not `author`.
    pub via: Vec<VoiceId>,
    /// SPDX identifier, `public-domain` or `all-rights-reserved`.
    pub licence: String,
    /// How much of the text the site may show.
    pub publish: Publish,
    /// What it says, in the editor's words.
    pub summary: Option<Text>,
    /// From where it speaks.
    pub vantage: Option<Text>,
    /// What a reader must be told before trusting it.
    pub caveats: Option<Text>,
    /// Misprints of the source and how they are read.
    pub repairs: Vec<Repair>,
    /// Whole lines that are not part of the text.
    pub furniture: Vec<String>,
    /// Sections of the text.
    pub sections: Vec<Section>,
    /// The older version that it replaces.
    pub replaces: Option<DocumentId>,
    /// Markdown for the reader.
    pub note: Option<Text>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Fields that the source does not give.
    pub not_given: Vec<String>,
    /// Fields that the editor concluded, each with the ground.
    pub inferred: Vec<(String, Text)>,
    /// The ids of its claims, which stand together.
    pub claims: Range<usize>,
    /// The file of its text, where the text is published.
    pub text_file: Option<FileId>,
    /// The file of its claims, where there is one.
    pub claims_file: Option<FileId>,
    /// Its record.
    pub span: Span,
}

impl Document {
    /// Its claims, in the order of the file.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> + use<> {
        self.claims.clone().map(ClaimId::new)
    }
}

/// A misprint of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What the source prints.
    pub printed: String,
    /// What it means.
    pub read: String,
    /// Why.
    pub because: Option<Text>,
}

/// A section of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name on pages.
    pub label: Text,
    /// The words with which it begins a line in the source.
    pub starts: String,
    /// Where these words are written.
    pub span: Span,
}
