use super::annotations::annotations;
use super::csv::Table;
use super::edition::Edition;
use super::json;
use crate::corpus::{Corpus, DocumentId, ThemeId};
use rayon::prelude::*;

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
    /// The text of one document, where it is published.
    Text(DocumentId),
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
        files.push(Self::Annotations);
        let texts = corpus.documents().filter(|(_, it)| it.text_file.is_some());
        files.extend(texts.map(|(id, _)| Self::Text(id)));
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
            Self::Text(id) => return format!("texts/{}.md", corpus[id].id),
        };
        name.to_owned()
    }

    /// Its bytes.
    pub fn bytes(self, edition: &Edition<'_>) -> Vec<u8> {
        match self {
            Self::Claims => json::claims(edition),
            Self::Documents => json::documents(edition),
            Self::Voices => json::voices(edition),
            Self::Themes => json::themes(edition),
            Self::Terms => json::terms(edition),
            Self::Theme(id) => json::theme_file(edition, id),
            Self::Table(table) => table.bytes(edition),
            Self::Annotations => annotations(edition),
            Self::Text(id) => edition.text(id).unwrap_or_default().into(),
        }
    }
}

/// Every file of the data with its path below the root of the site.
pub fn data(edition: &Edition<'_>) -> Vec<(String, Vec<u8>)> {
    let corpus = edition.corpus;
    let files = DataFile::all(corpus);
    files
        .par_iter()
        .map(|file| (format!("data/{}", file.name(corpus)), file.bytes(edition)))
        .collect()
}
