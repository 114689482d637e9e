use super::owner::Owner;
use super::resolver::{Resolver, items};
use super::site::{invalid_language, is_language};
use super::{Memory, Names};
use crate::corpus::{Allowance, Document, DocumentId, Repair, Section, VoiceId, Written};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::record::{self, DocumentFolder, File};
use crate::source::FileId;
use crate::vocabulary::Publish;
use std::sync::Arc;

/// A document without its claims, resolved by itself; none where it was left out.
#[derive(Debug, Default)]
pub struct Alone {
    document: Option<Document>,
    faults: Report,
    texts: Vec<Arc<Written>>,
    allowances: Vec<Allowance>,
}

/// Resolves every document without its claims, where the memory does not know it.
pub fn documents(
    resolver: &mut Resolver<'_>,
    folders: &[DocumentFolder],
    voices: &Names<VoiceId>,
    memory: &mut Memory,
) -> Vec<Document> {
    let mut documents = Vec::with_capacity(folders.len());
    let mut names = Names::default();
    for (at, folder) in folders.iter().enumerate() {
        let resolved = folder.document.as_ref().and_then(|file| {
            if !file.record.aliases.is_absent() {
                // Former ids have to be held against those of all others.
                return document(resolver, file, folder, folders, voices);
            }
            let (sources, languages) = (resolver.sources, resolver.languages());
            let known = memory.document(at, folder, file, || {
                let mut alone = Alone::default();
                let mut resolver = Resolver::new(sources, &mut alone.faults);
                resolver.speak(languages);
                alone.document = document(&mut resolver, file, folder, folders, voices);
                (alone.texts, alone.allowances) = (resolver.texts, resolver.allowances);
                alone
            });
            resolver.report.append(known.faults.clone());
            resolver.texts.extend(known.texts.iter().cloned());
            resolver.allowances.extend(known.allowances.iter().cloned());
            known.document.clone()
        });
        let id = resolved.map(|document| {
            documents.push(document);
            DocumentId::new(documents.len() - 1)
        });
        names.add(&folder.id, id);
    }
    for folder in folders {
        let Some(file) = &folder.document else {
            continue;
        };
        let Some(replaces) = file.record.replaces.given() else {
            continue;
        };
        if replaces.value == folder.id {
            let message = "the document replaces itself";
            let fault = Diagnostic::new(Code::RelationToItself, replaces.span, message);
            resolver.report.push(fault.help("name the older document"));
            continue;
        }
        let older = resolver.reference(replaces, &names, Code::UnknownDocument, "document");
        let newer = documents
            .iter_mut()
            .find(|document| document.id == folder.id);
        if let Some(newer) = newer {
            newer.replaces = older;
        }
    }
    documents
}

fn document(
    resolver: &mut Resolver<'_>,
    file: &File<record::Document>,
    folder: &DocumentFolder,
    folders: &[DocumentFolder],
    voices: &Names<VoiceId>,
) -> Option<Document> {
    const CAN_BE_MISSING: [&str; 6] = [
        "authors",
        "language",
        "published",
        "publisher",
        "title",
        "url",
    ];
    let record = &file.record;
    let span = file.file.start();
    let present = [
        !record.authors.is_absent(),
        !record.language.is_absent(),
        !record.published.is_absent(),
        !record.publisher.is_absent(),
        !record.title.is_absent(),
        !record.url.is_absent(),
    ];
    let fields: Vec<_> = CAN_BE_MISSING.into_iter().zip(present).collect();
    let owner = Owner {
        span,
        noun: "document",
        not_given: resolver.not_given(&record.not_given, &fields),
    };
    let sound_id = resolver.id(&file.id, span);
    let title = resolver.required_text(&record.title, "title", &owner);
    let kind = resolver.required(&record.kind, "kind", &owner);
    let language = language(resolver, record, &owner);
    resolver.required(&record.added, "added", &owner);
    let added = resolver.date(&record.added);
    resolver.required(&record.published, "published", &owner);
    let published = resolver.date(&record.published);
    let not_before = resolver.date(&record.not_before);
    resolver.required_list(&record.authors, "authors", &owner);
    resolver.required(&record.publisher, "publisher", &owner);
    let authors = resolver.references(&record.authors, voices, Code::UnknownVoice, "voice");
    let publisher = match record.publisher.given() {
        Some(name) => resolver
            .reference(name, voices, Code::UnknownVoice, "voice")
            .map(Some),
        None => Some(None),
    };
    let via = resolver.references(&record.via, voices, Code::UnknownVoice, "voice");
    let rights = resolver.required(&record.rights, "rights", &owner);
    let rights = rights.and_then(|rights| {
        let owner = Owner::new(rights.span, "record of rights");
        let licence = resolver.required(&rights.value.licence, "licence", &owner);
        let publish = resolver.required(&rights.value.publish, "publish", &owner);
        let licence = licence?;
        resolver.licence(licence);
        Some((licence.value.clone(), publish?.value))
    });
    let whole = resolver.whole(file.file);
    resolver.allow(&record.allow, whole);
    let aliases = resolver.former_ids(&record.aliases, "document", |alias| {
        let named = folders.iter().find(|other| other.id == alias)?;
        Some(named.any.start())
    });
    let repairs = repairs(resolver, record);
    let sections = sections(resolver, record);
    let url = resolver.url(&record.url);
    let summary = resolver.text(&record.summary);
    let vantage = resolver.text(&record.vantage);
    let caveats = resolver.text(&record.caveats);
    let note = resolver.text(&record.note);
    let inferred = resolver.inferred(&record.inferred, &CAN_BE_MISSING);
    let (mut authors, publisher) = (authors?, publisher?);
    let authors_given = !authors.is_empty();
    if !authors_given {
        authors.extend(publisher);
    }
    let (licence, publish) = rights?;
    let document = Document {
        id: file.id.clone(),
        authors,
        authors_given,
        publisher,
        published,
        not_before,
        translated: record.translated.value().copied(),
        url,
        via: via.unwrap_or_default(),
        licence,
        publish,
        summary,
        vantage,
        caveats,
        repairs,
        furniture: items(&record.furniture)
            .iter()
            .map(|line| line.value.clone())
            .collect(),
        sections,
        replaces: None,
        note,
        aliases,
        not_given: owner.not_given.names(),
        inferred,
        claims: 0..0,
        text_file: text_file(resolver, record, &file.id),
        claims_file: folder.claims.as_ref().map(|claims| claims.file),
        span,
        title: title?,
        kind: kind?.value,
        added: added?,
        language: language?,
    };
    sound_id.then_some(document)
}

fn language(
    resolver: &mut Resolver<'_>,
    record: &record::Document,
    owner: &Owner<'_>,
) -> Option<String> {
    let tag = resolver.required(&record.language, "language", owner)?;
    if !is_language(&tag.value) {
        invalid_language(resolver, tag);
        return None;
    }
    Some(tag.value.clone())
}

/// `text.md`, which may stand there only where the rights allow the whole text to be published.
fn text_file(resolver: &mut Resolver<'_>, record: &record::Document, id: &str) -> Option<FileId> {
    let file = resolver
        .sources
        .find(&format!("content/documents/{id}/text.md"))?;
    let publish = record.rights.value()?.publish.given()?;
    if publish.value == Publish::Quotes {
        resolver.report.push(
            Diagnostic::new(
                Code::MisplacedField,
                publish.span,
                "only quotations may be published, but the whole text stands beside the record",
            )
            .help(format!(
                "move `text.md` to `sources/{id}.md`, or write `publish: full`"
            )),
        );
        return None;
    }
    Some(file)
}

fn repairs(resolver: &mut Resolver<'_>, record: &record::Document) -> Vec<Repair> {
    let mut repairs = Vec::new();
    for repair in items(&record.repairs) {
        let owner = Owner::new(repair.span, "repair");
        let repair = &repair.value;
        let printed = resolver.required(&repair.printed, "printed", &owner);
        let read = resolver.required(&repair.read, "read", &owner);
        let because = resolver.text(&repair.because);
        let (Some(printed), Some(read)) = (printed, read) else {
            continue;
        };
        let digits =
            |words: &str| -> Vec<char> { words.chars().filter(char::is_ascii_digit).collect() };
        if digits(&printed.value) != digits(&read.value) && because.is_none() {
            resolver.report.push(
                Diagnostic::new(
                    Code::MissingField,
                    read.span,
                    "this repair changes a digit and has no `because`",
                )
                .help("add `because: …`: readers are told why a number was changed"),
            );
        }
        repairs.push(Repair {
            printed: printed.value.clone(),
            read: read.value.clone(),
            because,
        });
    }
    repairs
}

fn sections(resolver: &mut Resolver<'_>, record: &record::Document) -> Vec<Section> {
    let mut sections = Vec::new();
    for section in items(&record.sections) {
        let owner = Owner::new(section.span, "section");
        let label = resolver.required_text(&section.value.label, "label", &owner);
        let starts = resolver.required(&section.value.starts, "starts", &owner);
        if let (Some(label), Some(starts)) = (label, starts) {
            sections.push(Section {
                label,
                starts: starts.value.clone(),
                span: starts.span,
            });
        }
    }
    sections
}
