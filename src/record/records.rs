use super::memory::Memory;
use super::role::{Role, document_folder, role};
use super::{Claim, Document, Page, Site, Term, Theme, Voice};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::source::{Contents, FileId, SourceFile, Sources, Span};
use crate::yaml::{self, List, Node, Value};
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Everything that an editor typed below `content/`, file by file, in the order of paths.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// The site itself; `None` where the file is missing or unreadable.
    pub site: Option<Arc<File<Site>>>,
    /// One theme a file.
    pub themes: Vec<Arc<File<Theme>>>,
    /// One voice a file.
    pub voices: Vec<Arc<File<Voice>>>,
    /// One term a file.
    pub terms: Vec<Arc<File<Term>>>,
    /// One document a folder.
    pub documents: Vec<DocumentFolder>,
    /// Prose pages, each in one language.
    pub pages: Vec<Arc<PageFile>>,
    /// Files that are there and could not be read.
    pub unread: Unread,
    /// Whether every file could be read, so that what is absent is truly not there.
    pub whole: bool,
}

/// Ids of records whose file is there and could not be read: they exist, and nothing else is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Themes, with questions of which nothing is known.
    pub themes: Vec<String>,
    /// Voices.
    pub voices: Vec<String>,
    /// Terms.
    pub terms: Vec<String>,
    /// Documents with claims of which nothing is known.
    pub claims: Vec<String>,
}

/// A record that fills a file.
#[derive(Debug)]
pub struct File<T> {
    /// Its id: the stem of the file or the name of the folder.
    pub id: String,
    /// The file.
    pub file: FileId,
    /// What it says.
    pub record: T,
}

/// The claims of one document.
pub type Claims = File<List<Claim>>;

/// What a document's folder holds.
#[derive(Clone, Debug)]
pub struct DocumentFolder {
    /// Its id: the name of the folder.
    pub id: String,
    /// Some file of the folder, for faults that concern the folder.
    pub any: FileId,
    /// `document.yaml`; `None` where it could not be read.
    pub document: Option<Arc<File<Document>>>,
    /// `claims.yaml`; `None` where there is none or it could not be read.
    pub claims: Option<Arc<Claims>>,
}

/// `content/pages/<page>.md` or `<page>.<language>.md`.
#[derive(Debug)]
pub struct PageFile {
    /// Its id.
    pub id: String,
    /// The language tag in its name; absent: the site's first language.
    pub language: Option<String>,
    /// The file.
    pub file: FileId,
    /// Its front matter.
    pub record: Page,
    /// Its Markdown, as bytes of the file.
    pub body: Range<usize>,
}

/// One file, read.
#[derive(Clone, Debug)]
enum Parsed {
    Site(Arc<File<Site>>),
    Theme(Arc<File<Theme>>),
    Voice(Arc<File<Voice>>),
    Term(Arc<File<Term>>),
    Document(Arc<File<Document>>),
    Claims(Arc<Claims>),
    Page(Arc<PageFile>),
}

/// What one file gave.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    parsed: Option<Parsed>,
    /// What it stands for, where it could not be read.
    unread: Option<Role>,
    faults: Report,
}

impl Records {
    /// Reads every file below `content/` that the memory does not know, in parallel; what cannot be read
    /// is on the report.
    pub fn read(sources: &Sources, memory: &mut Memory, report: &mut Report) -> Self {
        let files: Vec<_> = sources.iter().collect();
        let known = &*memory;
        let readings: Vec<Reading> = files
            .par_iter()
            .map(|&(id, file)| {
                let before = known.recall(id, file).cloned();
                before.unwrap_or_else(|| reading(id, file, sources))
            })
            .collect();
        memory.keep(sources, &readings);

        let mut records = Self::default();
        let mut folders: BTreeMap<String, DocumentFolder> = BTreeMap::new();
        let mut last = None;
        for (id, file) in files {
            // The files of a folder stand together.
            let name = document_folder(file.path()).filter(|name| last != Some(*name));
            if let Some(name) = name {
                last = Some(name);
                let folder = DocumentFolder {
                    id: name.to_owned(),
                    any: id,
                    document: None,
                    claims: None,
                };
                folders.insert(name.to_owned(), folder);
            }
        }
        for reading in readings {
            report.append(reading.faults);
            match reading.unread {
                Some(Role::Theme(id)) => records.unread.themes.push(id),
                Some(Role::Voice(id)) => records.unread.voices.push(id),
                Some(Role::Term(id)) => records.unread.terms.push(id),
                Some(Role::Claims(id)) => records.unread.claims.push(id),
                _ => {}
            }
            match reading.parsed {
                Some(Parsed::Site(file)) => records.site = Some(file),
                Some(Parsed::Theme(file)) => records.themes.push(file),
                Some(Parsed::Voice(file)) => records.voices.push(file),
                Some(Parsed::Term(file)) => records.terms.push(file),
                Some(Parsed::Page(file)) => records.pages.push(file),
                Some(Parsed::Document(file)) => {
                    if let Some(folder) = folders.get_mut(&file.id) {
                        folder.document = Some(file);
                    }
                }
                Some(Parsed::Claims(file)) => {
                    if let Some(folder) = folders.get_mut(&file.id) {
                        folder.claims = Some(file);
                    }
                }
                None => {}
            }
        }
        records.documents = folders.into_values().collect();
        records.report_missing_documents(sources, report);
        records.whole = report.errors() == 0;
        records
    }

    fn report_missing_documents(&self, sources: &Sources, report: &mut Report) {
        for folder in &self.documents {
            if folder.document.is_some() {
                continue;
            }
            let path = format!("content/documents/{}/document.yaml", folder.id);
            if sources.find(&path).is_none() {
                let message = format!("the folder `{}` has no `document.yaml`", folder.id);
                report.push(
                    Diagnostic::new(Code::MissingFile, folder.any.start(), message)
                        .help(format!("write `{path}`, or remove the folder")),
                );
            }
        }
    }
}

fn reading(id: FileId, file: &SourceFile, sources: &Sources) -> Reading {
    let mut faults = Report::default();
    let role = role(id, file, &mut faults);
    if matches!(file.contents(), Contents::Link) {
        // What it would be matters less than that it is nothing.
        faults = Report::default();
        readable(id, sources, &mut faults);
        return Reading {
            parsed: None,
            unread: role,
            faults,
        };
    }
    let parsed = role
        .as_ref()
        .and_then(|role| parse(role, id, sources, &mut faults));
    let unread = role.filter(|_| parsed.is_none());
    Reading {
        parsed,
        unread,
        faults,
    }
}

fn parse(role: &Role, id: FileId, sources: &Sources, report: &mut Report) -> Option<Parsed> {
    if matches!(role, Role::Companion) || !readable(id, sources, report) {
        return None;
    }
    match role {
        Role::Site => file("site", id, sources, report).map(|it| Parsed::Site(Arc::new(it))),
        Role::Theme(name) => file(name, id, sources, report).map(|it| Parsed::Theme(Arc::new(it))),
        Role::Voice(name) => file(name, id, sources, report).map(|it| Parsed::Voice(Arc::new(it))),
        Role::Term(name) => file(name, id, sources, report).map(|it| Parsed::Term(Arc::new(it))),
        Role::Document(name) => {
            file(name, id, sources, report).map(|it| Parsed::Document(Arc::new(it)))
        }
        Role::Claims(name) => {
            claims(name, id, sources, report).map(|it| Parsed::Claims(Arc::new(it)))
        }
        Role::Page(name, language) => {
            let page = page(name, language.as_ref(), id, sources, report);
            page.map(|it| Parsed::Page(Arc::new(it)))
        }
        Role::Companion => None,
    }
}

fn readable(id: FileId, sources: &Sources, report: &mut Report) -> bool {
    let file = sources.file(id);
    let path = file.path();
    let end = file.text().len();
    let fault = match file.contents() {
        Contents::Text(text) if text.trim().is_empty() => empty(id),
        Contents::Text(_) => return true,
        Contents::Missing => Diagnostic::new(
            Code::MissingFile,
            id.start(),
            format!("there is no `{path}`"),
        )
        .help("run in the folder that holds `content/`, or name it with `--root`"),
        Contents::NotUtf8(_) => Diagnostic::new(
            Code::InvalidUtf8,
            Span::new(id, end..end),
            "a byte that is not UTF-8",
        )
        .help("save the file as UTF-8"),
        Contents::TooLarge(bytes) => Diagnostic::new(
            Code::FileTooLarge,
            id.start(),
            format!(
                "the file has {bytes} bytes, and at most {} are read",
                SourceFile::SIZE_LIMIT
            ),
        )
        .help("remove what does not belong here, or split the record into several"),
        Contents::Link => Diagnostic::new(
            Code::UnexpectedFile,
            id.start(),
            format!("`{path}` is a symbolic link, which is not followed"),
        )
        .help("put the file itself in its place"),
    };
    report.push(fault);
    false
}

/// Reads the record that fills a file.
fn file<T: for<'de> Deserialize<'de>>(
    name: &str,
    file: FileId,
    sources: &Sources,
    report: &mut Report,
) -> Option<File<T>> {
    let whole = 0..sources.file(file).text().len();
    let node = tree(file, whole, sources, report, || empty(file))?;
    record(name, file, &node, report)
}

fn claims(document: &str, file: FileId, sources: &Sources, report: &mut Report) -> Option<Claims> {
    let whole = 0..sources.file(file).text().len();
    let node = tree(file, whole, sources, report, || empty(file))?;
    if !matches!(node.value, Value::Sequence(_)) {
        report.push(
            Diagnostic::new(Code::WrongType, file.start(), "expected a list of claims")
                .help("begin each claim with `- ` and indent its keys below the first"),
        );
        return None;
    }
    record(document, file, &node, report)
}

fn page(
    name: &str,
    language: Option<&String>,
    file: FileId,
    sources: &Sources,
    report: &mut Report,
) -> Option<PageFile> {
    let missing = |message| {
        Diagnostic::new(Code::MissingFrontMatter, file.start(), message)
            .help("begin the file with `---`, a line `title: …` and `---`")
    };
    let Some((head, body)) = yaml::front_matter(sources.file(file).text()) else {
        report.push(missing(if sources.file(file).text().starts_with("---") {
            "the front matter of the page does not end"
        } else {
            "the page has no front matter"
        }));
        return None;
    };
    let node = tree(file, head, sources, report, || {
        missing("the front matter of the page is empty")
    })?;
    let File { id, record, .. } = record(name, file, &node, report)?;
    Some(PageFile {
        id,
        language: language.cloned(),
        file,
        record,
        body,
    })
}

fn record<T: for<'de> Deserialize<'de>>(
    name: &str,
    file: FileId,
    node: &Node,
    report: &mut Report,
) -> Option<File<T>> {
    Some(File {
        id: name.to_owned(),
        file,
        record: yaml::read(node, report)?,
    })
}

/// The value that a stretch of a file holds; where it holds none, the report gets the given fault.
fn tree(
    file: FileId,
    range: Range<usize>,
    sources: &Sources,
    report: &mut Report,
    empty: impl FnOnce() -> Diagnostic,
) -> Option<Node> {
    let before = report.errors();
    let node = yaml::parse(file, range, sources, report);
    let node = node.filter(|node| !matches!(node.value, Value::Null));
    if node.is_none() && report.errors() == before {
        report.push(empty());
    }
    node
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::new(Code::EmptyFile, file.start(), "the file holds no record")
        .help("write the record, or remove the file")
}
