use super::edition::Edition;
use super::{csv, json};
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
    /// Every claim as a row of a table.
    ClaimsTable,
}

impl DataFile {
    /// Every file, in the order in which pages list them.
    pub const ALL: [Self; 5] = [
        Self::Claims,
        Self::Documents,
        Self::Voices,
        Self::Themes,
        Self::ClaimsTable,
    ];

    /// Its name below `data/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claims => "claims.json",
            Self::Documents => "documents.json",
            Self::Voices => "voices.json",
            Self::Themes => "themes.json",
            Self::ClaimsTable => "claims.csv",
        }
    }

    /// Its bytes.
    pub fn bytes(self, edition: &Edition<'_>) -> Vec<u8> {
        match self {
            Self::Claims => json::claims(edition),
            Self::Documents => json::documents(edition),
            Self::Voices => json::voices(edition),
            Self::Themes => json::themes(edition),
            Self::ClaimsTable => csv::claims(edition),
        }
    }
}

/// Every file of the data with its path below the root of the site.
pub fn data(edition: &Edition<'_>) -> Vec<(String, Vec<u8>)> {
    DataFile::ALL
        .par_iter()
        .map(|file| (format!("data/{}", file.name()), file.bytes(edition)))
        .collect()
}
