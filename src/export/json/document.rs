use super::map::{Map, Words};
use super::{VoiceName, collection, strings};
use crate::corpus::{Document, DocumentId};
use crate::export::edition::{Edition, iso};
use crate::export::sink::Sink;
use crate::site::Page;
use crate::vocabulary::{DocumentKind, Publish, Translated};
use schemars::JsonSchema;
use serde::Serialize;

/// `documents.json`
pub fn documents(edition: &Edition<'_>, sink: Sink<'_>) {
    let ids: Vec<DocumentId> = edition.corpus.documents().map(|(id, _)| id).collect();
    collection(sink, "documents", &ids, |id| document(edition, id));
}

/// A source text.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DocumentRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its page on the site.
    url: String,
    /// Where the source can be read: the `url` that the editor wrote.
    external_url: Option<&'a str>,
    /// Its title.
    title: Words<'a>,
    /// What it is.
    kind: DocumentKind,
    /// The voices that wrote it.
    authors: Vec<VoiceName<'a>>,
    /// The voice that issued it.
    publisher: Option<VoiceName<'a>>,
    /// When it was issued.
    published: Option<String>,
    /// The earliest date at which it can have been issued.
    not_before: Option<String>,
    /// When it joined the site.
    added: String,
    /// BCP 47 tag of the text that was annotated.
    language: &'a str,
    /// Who translated that text; `null`: it is the original.
    translated: Option<Translated>,
    /// Ids of the voices that relay its claims whose mode is not `author`.
    via: Vec<&'a str>,
    /// What may be published of it.
    rights: RightsRecord<'a>,
    /// What it says, in the editor's words.
    summary: Option<Words<'a>>,
    /// From where it speaks.
    vantage: Option<Words<'a>>,
    /// What a reader must be told before trusting it.
    caveats: Option<Words<'a>>,
    /// Misprints of the source and how they are read.
    repairs: Vec<RepairRecord<'a>>,
    /// Whole lines of the source that are not part of the text.
    furniture: Vec<&'a str>,
    /// Sections of the text.
    sections: Vec<SectionRecord<'a>>,
    /// Id of the older version that it replaces.
    replaces: Option<&'a str>,
    /// Markdown for the reader.
    note: Option<Words<'a>>,
    /// Former ids.
    aliases: Vec<&'a str>,
    /// Fields that the source does not give.
    not_given: Vec<&'a str>,
    /// Warnings of the checker that the editor accepts here, by code, each with the reason.
    allow: Map<&'static str, Words<'a>>,
    /// Fields that the editor concluded, each with the ground.
    inferred: Map<&'a str, Words<'a>>,
    /// Full ids of its claims, in the order of the file; computed.
    claims: Vec<String>,
    /// How many words the source has; `null` where nothing is known of it; computed.
    words: Option<usize>,
}

/// What may be published of a source.
#[derive(Debug, JsonSchema, Serialize)]
struct RightsRecord<'a> {
    /// SPDX identifier, `public-domain` or `all-rights-reserved`.
    licence: &'a str,
    /// How much of the text the site may show.
    publish: Publish,
}

/// A misprint of the source.
#[derive(Debug, JsonSchema, Serialize)]
struct RepairRecord<'a> {
    /// What the source prints.
    printed: &'a str,
    /// What it means.
    read: &'a str,
    /// Why.
    because: Option<Words<'a>>,
}

/// A section of the text.
#[derive(Debug, JsonSchema, Serialize)]
struct SectionRecord<'a> {
    /// Its name on pages.
    label: Words<'a>,
    /// The words with which it begins a line in the source.
    starts: &'a str,
    /// Its first word, counted from 1; `null` where nobody found it; computed.
    start_word: Option<usize>,
}

fn document<'a>(edition: &Edition<'a>, id: DocumentId) -> DocumentRecord<'a> {
    let corpus = edition.corpus;
    let document = &corpus[id];
    let examination = &edition.examinations[id.index()];
    let claims: Vec<_> = document.claims().collect();
    DocumentRecord {
        id: &document.id,
        url: edition.url(Page::Document(id)),
        external_url: document.url.as_deref(),
        title: edition.words(&document.title),
        kind: document.kind,
        authors: authors(edition, document),
        publisher: document.publisher.map(|voice| edition.voice_name(voice)),
        published: iso(document.published),
        not_before: iso(document.not_before),
        added: document.added.to_string(),
        language: &document.language,
        translated: document.translated,
        via: edition.voice_ids(&document.via),
        rights: RightsRecord {
            licence: &document.licence,
            publish: document.publish,
        },
        summary: edition.words_of(document.summary.as_ref()),
        vantage: edition.words_of(document.vantage.as_ref()),
        caveats: edition.words_of(document.caveats.as_ref()),
        repairs: document
            .repairs
            .iter()
            .map(|repair| RepairRecord {
                printed: &repair.printed,
                read: &repair.read,
                because: edition.words_of(repair.because.as_ref()),
            })
            .collect(),
        furniture: strings(&document.furniture),
        sections: document
            .sections
            .iter()
            .zip(&examination.sections)
            .map(|(section, &start_word)| SectionRecord {
                label: edition.words(&section.label),
                starts: &section.starts,
                start_word,
            })
            .collect(),
        replaces: document.replaces.map(|older| corpus[older].id.as_str()),
        note: edition.words_of(document.note.as_ref()),
        aliases: strings(&document.aliases),
        not_given: strings(&document.not_given),
        allow: edition.allowed(document.span, None),
        inferred: edition.grounds(&document.inferred),
        claims: edition.claim_paths(&claims),
        words: (examination.words > 0).then_some(examination.words),
    }
}

/// The authors that the source names; its publisher stands in only where voices are counted.
fn authors<'a>(edition: &Edition<'a>, document: &Document) -> Vec<VoiceName<'a>> {
    let authors = document.authors.iter().filter(|_| document.authors_given);
    authors.map(|&voice| edition.voice_name(voice)).collect()
}
