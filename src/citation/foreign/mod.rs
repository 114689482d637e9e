//! Works as other programs' bibliographies tell them.

mod bib;
mod bounds;
mod csl;

pub use bib::read_bib;
pub use csl::read_csl;

use crate::vocabulary::DocumentKind;

/// A work as another program's bibliography tells it; what it does not say is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreign {
    /// Its key there.
    pub key: String,
    /// Its title.
    pub title: Option<String>,
    /// What it is, where the type there tells.
    pub kind: Option<DocumentKind>,
    /// Who wrote it.
    pub authors: Vec<Name>,
    /// Who issued it; of an article the periodical.
    pub publisher: Option<Name>,
    /// When it was issued: a date as an author of this site writes it.
    pub published: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What has no place in a document's record, each with what it says.
    pub rest: Vec<(String, String)>,
}

/// A name, and whether it is a human being's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The whole name, given name first.
    pub name: String,
    /// Whether it is cut into given and family names, as only people's are.
    pub is_person: bool,
}

impl Name {
    fn body(name: String) -> Self {
        Self {
            name,
            is_person: false,
        }
    }
}

/// The tag of a language by its tag or its name in bibliographies.
fn language(written: &str) -> Option<String> {
    let named = [
        ("english", "en"),
        ("american", "en-US"),
        ("british", "en-GB"),
        ("chinese", "zh"),
        ("french", "fr"),
        ("german", "de"),
        ("ngerman", "de"),
        ("spanish", "es"),
        ("russian", "ru"),
        ("japanese", "ja"),
    ];
    let lower = written.to_lowercase();
    if let Some((_, tag)) = named.iter().find(|(name, _)| *name == lower) {
        return Some((*tag).to_owned());
    }
    let mut parts = written.split('-');
    let is_first =
        |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|it| it.is_ascii_alphabetic());
    let is_other = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric())
    };
    (parts.next().is_some_and(is_first) && parts.all(is_other)).then(|| written.to_owned())
}

/// The address to which the name of a digital object leads.
fn resolver(doi: &str) -> String {
    let bare = doi.trim_start_matches("https://doi.org/");
    format!("https://doi.org/{bare}")
}
