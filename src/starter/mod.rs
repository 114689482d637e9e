//! How does a comparison begin? The files of a new one: sides and title as they are given, and a worked example of
//! every kind of record, which checks clean and is there to be replaced.

mod content;

use crate::compile::{Options, analyse};
use crate::corpus::DocumentId;
use crate::draft::slug;
use crate::export::SchemaFile;
use crate::quote::{Format, Texts, lock_of};
use crate::source::{Contents, SourceFile, Sources, one_line};
use crate::vocabulary::{NO_SIDE, WORLD};
use std::collections::BTreeMap;

/// A party that is to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSide {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl NewSide {
    /// Reads `Name` or `id=Name`.
    ///
    /// # Errors
    ///
    /// Where no id can be made of it, in words.
    pub fn read(written: &str) -> Result<Self, String> {
        let written = &one_line(written);
        let (id, name) = if let Some((id, name)) = written.split_once('=') {
            (id.trim().to_owned(), name.trim())
        } else {
            let name = written.trim();
            let bare = name.strip_prefix("The ").or(name.strip_prefix("the "));
            (slug(bare.unwrap_or(name)), name)
        };
        let is_sound =
            !id.is_empty() && id == slug(&id) && ![WORLD, NO_SIDE].contains(&id.as_str());
        if !is_sound || name.is_empty() {
            return Err(format!(
                "no id can be made of `{written}`; write `id=Name`, such as `north=The North`"
            ));
        }
        Ok(Self {
            id,
            name: name.to_owned(),
        })
    }
}

/// Files that are the same in every new comparison, by their paths.
const FIXED: [(&str, &str); 6] = [
    (".gitignore", include_str!("files/gitignore")),
    (".github/workflows/site.yml", include_str!("files/site.yml")),
    (
        ".vscode/settings.json",
        include_str!("../../.vscode/settings.json"),
    ),
    (
        ".vscode/extensions.json",
        include_str!("../../.vscode/extensions.json"),
    ),
    ("content/pages/about.md", include_str!("files/about.md")),
    (
        "content/terms/river-plan.yaml",
        include_str!("files/river-plan.yaml"),
    ),
];

/// Every file of a new comparison, by its path; at least two sides.
pub fn starter(title: &str, sides: &[NewSide]) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (path, text) in FIXED {
        files.insert(path.to_owned(), text.to_owned());
    }
    let readme = include_str!("files/README.md").replace("TITLE", title);
    files.insert("README.md".to_owned(), readme);
    for schema in SchemaFile::all() {
        files.insert(format!(".vscode/schema/{}", schema.name()), schema.text());
    }
    files.extend(content::files(title, sides));
    let lock = lock(&files);
    files.insert("content/documents/example/quotes.lock".to_owned(), lock);
    files
}

/// The lock of the example, as `pin` writes it.
fn lock(files: &BTreeMap<String, String>) -> String {
    let content = files
        .iter()
        .filter(|(path, _)| path.starts_with("content/"));
    let content =
        content.map(|(path, text)| SourceFile::new(path.clone(), Contents::Text(text.clone())));
    let content = Sources::new(content.collect());
    let text = files["sources/example.txt"].clone();
    let texts = Texts::from([("example".to_owned(), (Format::Plain, text))]);
    let world = analyse(&content, &texts, &Options::default()).world;
    let lock = world.and_then(|world| lock_of(DocumentId::new(0), &world.corpus, &content, &texts));
    lock.map_or(String::new(), |lock| lock.write())
}
