use super::annotations::annotations;
use super::csv::Table;
use super::edition::Edition;
use super::package::{Resource, Sum, package, resource};
use super::sink::Sink;
use super::{json, references};
use crate::corpus::{Corpus, DocumentId, ThemeId};
use rayon::prelude::*;
use serde_json::Value;

/// A file below `data/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFile {
    /// Every claim with all that is known of it.
    Claims,
    /// Every document.
    Documents,
    /// Every voice.
    Voices,
    /// Every theme with its rows, cells and summary.
    Themes,
    /// Every term.
    Terms,
    /// One theme with its claims.
    Theme(ThemeId),
    /// Records as rows.
    Table(Table),
    /// Every claim as a Web Annotation.
    Annotations,
    /// Every document as a reference in `BibLaTeX`.
    Bib,
    /// Every document as a reference in CSL-JSON.
    Csl,
    /// Every document as a reference in RIS.
    Ris,
    /// The text of one document, where it is published.
    Text(DocumentId),
    /// The JSON Schema of a file of records.
    Schema(Records),
    /// What the other files are.
    Package,
}

/// What a file of records holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Records {
    /// Every claim.
    Claims,
    /// Every document.
    Documents,
    /// Every voice.
    Voices,
    /// Every theme.
    Themes,
    /// Every term.
    Terms,
    /// One theme with its claims.
    Theme,
}

impl Records {
    /// Every kind, in the order in which pages list them.
    pub const ALL: [Self; 6] = [
        Self::Claims,
        Self::Documents,
        Self::Voices,
        Self::Themes,
        Self::Terms,
        Self::Theme,
    ];

    /// The key under which a file has them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::Documents => "documents",
            Self::Voices => "voices",
            Self::Themes => "themes",
            Self::Terms => "terms",
            Self::Theme => "theme",
        }
    }

    /// The files that hold them, below `data/`.
    pub fn files(self) -> String {
        match self {
            Self::Theme => "themes/*.json".to_owned(),
            _ => format!("{}.json", self.word()),
        }
    }
}

impl Records {
    /// The keys of one record, each with its sentence, as the JSON Schema has them.
    pub fn fields(self) -> Vec<(String, String)> {
        let schema: Value = serde_json::from_slice(&json::schema(self)).unwrap_or_default();
        let record = match &schema["properties"][self.word()] {
            list if list["items"].is_object() => &list["items"],
            one => one,
        };
        let name = record["$ref"].as_str().and_then(|it| it.rsplit('/').next());
        let definition = name.map_or(&schema, |name| &schema["definitions"][name]);
        let keys = definition["properties"].as_object();
        let keys = keys.into_iter().flatten().map(|(key, about)| {
            let about = about["description"].as_str().unwrap_or_default();
            (key.clone(), about.to_owned())
        });
        keys.collect()
    }
}

impl DataFile {
    /// Every file, in the order in which pages list them.
    pub fn all(corpus: &Corpus) -> Vec<Self> {
        let mut files = vec![
            Self::Claims,
            Self::Documents,
            Self::Voices,
            Self::Themes,
            Self::Terms,
        ];
        files.extend(corpus.themes().map(|(id, _)| Self::Theme(id)));
        files.extend([Table::Claims, Table::Figures, Table::Relations].map(Self::Table));
        files.extend([Self::Annotations, Self::Bib, Self::Csl, Self::Ris]);
        let texts = corpus.documents().filter(|(_, it)| it.text_file.is_some());
        files.extend(texts.map(|(id, _)| Self::Text(id)));
        files.extend(Records::ALL.map(Self::Schema));
        files.push(Self::Package);
        files
    }

    /// Its path below `data/`.
    pub fn name(self, corpus: &Corpus) -> String {
        let name = match self {
            Self::Claims => "claims.json",
            Self::Documents => "documents.json",
            Self::Voices => "voices.json",
            Self::Themes => "themes.json",
            Self::Terms => "terms.json",
            Self::Theme(id) => return format!("themes/{}.json", corpus[id].id),
            Self::Table(Table::Claims) => "claims.csv",
            Self::Table(Table::Figures) => "figures.csv",
            Self::Table(Table::Relations) => "relations.csv",
            Self::Annotations => "annotations.jsonld",
            Self::Bib => "references.bib",
            Self::Csl => "references.csl.json",
            Self::Ris => "references.ris",
            Self::Text(id) => return format!("texts/{}.md", corpus[id].id),
            Self::Schema(records) => return format!("schemas/{}.schema.json", records.word()),
            Self::Package => "datapackage.json",
        };
        name.to_owned()
    }

    /// Its format, by extension and by media type.
    pub fn format(self) -> (&'static str, &'static str) {
        match self {
            Self::Claims
            | Self::Documents
            | Self::Voices
            | Self::Themes
            | Self::Terms
            | Self::Theme(_)
            | Self::Package => ("json", "application/json"),
            Self::Table(_) => ("csv", "text/csv"),
            Self::Schema(_) => ("json", "application/schema+json"),
            Self::Annotations => ("jsonld", "application/ld+json"),
            Self::Bib => ("bib", "application/x-bibtex"),
            Self::Csl => ("json", "application/vnd.citationstyles.csl+json"),
            Self::Ris => ("ris", "application/x-research-info-systems"),
            Self::Text(_) => ("md", "text/markdown"),
        }
    }

    /// The word by which pages say in their language what it holds.
    pub fn word(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::Documents => "documents",
            Self::Voices => "voices",
            Self::Themes => "themes",
            Self::Terms => "terms",
            Self::Theme(_) => "theme",
            Self::Table(Table::Claims) => "table-claims",
            Self::Table(Table::Figures) => "table-figures",
            Self::Table(Table::Relations) => "table-relations",
            Self::Annotations => "annotations",
            Self::Bib | Self::Csl | Self::Ris => "references",
            Self::Text(_) => "text",
            Self::Schema(_) => "schema",
            Self::Package => "package",
        }
    }

    /// What it holds, in one sentence.
    pub fn about(self) -> &'static str {
        match self {
            Self::Claims => "Every claim with all that is known of it.",
            Self::Documents => "Every document.",
            Self::Voices => "Every voice.",
            Self::Themes => "Every theme with its questions, rows, cells and summary.",
            Self::Terms => "Every term.",
            Self::Theme(_) => "One theme with its claims.",
            Self::Table(Table::Claims) => {
                "A claim a row; an apostrophe at the beginning of a text is not part of it."
            }
            Self::Table(Table::Figures) => {
                "A figure a row; an apostrophe at the beginning of a text is not part of it."
            }
            Self::Table(Table::Relations) => {
                "A relation between two claims a row; an apostrophe at the beginning of a text is not part of it."
            }
            Self::Annotations => "Every claim as a Web Annotation.",
            Self::Bib => "Every document as a reference in BibLaTeX.",
            Self::Csl => "Every document as a reference in CSL-JSON.",
            Self::Ris => "Every document as a reference in RIS.",
            Self::Text(_) => "The text of one document.",
            Self::Schema(_) => {
                "The JSON Schema of a file of records, with a sentence for every key."
            }
            Self::Package => "What the other files are, as a Frictionless data package.",
        }
    }

    /// The records in it that a JSON Schema describes, where it holds such.
    pub fn records(self) -> Option<Records> {
        match self {
            Self::Claims => Some(Records::Claims),
            Self::Documents => Some(Records::Documents),
            Self::Voices => Some(Records::Voices),
            Self::Themes => Some(Records::Themes),
            Self::Terms => Some(Records::Terms),
            Self::Theme(_) => Some(Records::Theme),
            Self::Table(_)
            | Self::Annotations
            | Self::Bib
            | Self::Csl
            | Self::Ris
            | Self::Text(_)
            | Self::Schema(_)
            | Self::Package => None,
        }
    }

    /// Its bytes.
    pub fn bytes(self, edition: &Edition<'_>) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(edition, &mut |part| bytes.extend(part));
        bytes
    }

    /// Writes it.
    pub fn write(self, edition: &Edition<'_>, sink: Sink<'_>) {
        match self {
            Self::Claims => json::claims(edition, sink),
            Self::Documents => json::documents(edition, sink),
            Self::Voices => json::voices(edition, sink),
            Self::Themes => json::themes(edition, sink),
            Self::Terms => json::terms(edition, sink),
            Self::Theme(id) => json::theme_file(edition, id, sink),
            Self::Table(table) => table.write(edition, sink),
            Self::Annotations => annotations(edition, sink),
            Self::Bib => sink(&references::bib(edition)),
            Self::Csl => sink(&references::csl(edition)),
            Self::Ris => sink(&references::ris(edition)),
            Self::Text(id) => sink(edition.text(id).unwrap_or_default().as_bytes()),
            Self::Schema(records) => sink(&json::schema(records)),
            Self::Package => {
                let resources = others(edition, |_, write| write(&mut |_| ()));
                let resources = resources.into_iter().filter_map(|((), resource)| resource);
                sink(&package(edition, resources.collect()));
            }
        }
    }
}

/// Every file of the data with its bytes, the package last.
pub fn data(edition: &Edition<'_>) -> Vec<(DataFile, Vec<u8>)> {
    data_by(edition, |file, write| {
        let mut bytes = Vec::new();
        write(&mut |part| bytes.extend(part));
        (file, bytes)
    })
}

/// What the caller keeps of every file of the data, the package last. Several threads make them at once, each when the
/// caller has it written, which has to be done once.
pub fn data_by<T: Send>(
    edition: &Edition<'_>,
    keep: impl Fn(DataFile, Write<'_>) -> T + Sync,
) -> Vec<T> {
    let (mut kept, resources): (Vec<T>, Vec<_>) = others(edition, &keep).into_iter().unzip();
    let package = package(edition, resources.into_iter().flatten().collect());
    kept.push(keep(DataFile::Package, &mut |sink| sink(&package)));
    kept
}

/// Writes a file.
pub type Write<'a> = &'a mut dyn FnMut(Sink<'_>);

/// The files that the package describes, and what it says of them.
fn others<T: Send>(
    edition: &Edition<'_>,
    keep: impl Fn(DataFile, Write<'_>) -> T + Sync,
) -> Vec<(T, Option<Resource>)> {
    let mut files = DataFile::all(edition.corpus);
    files.retain(|&file| file != DataFile::Package);
    let made = files.into_par_iter().map(|file| {
        let mut sum = Sum::default();
        let kept = keep(file, &mut |sink| {
            file.write(edition, &mut |part| {
                sum.add(part);
                sink(part);
            });
        });
        (kept, resource(edition, file, sum))
    });
    made.collect()
}
