//! Where is the text? Every file that an editor wrote, and places inside it.
//!
//! Lowest room of the house. Offsets are bytes into the text as kept here, which is UTF-8 without a
//! byte order mark; lines and columns are made from them only when somebody is told of a place.

mod character;
mod file;
mod inputs;
mod span;

pub use character::{is_for_readers, one_line};
pub use file::{Contents, Position, SourceFile};
pub use inputs::{Inputs, StaticFile, Template};
pub use span::{FileId, Span, Spanned};

use std::sync::Arc;

/// All files of one run, in the order of their paths.
///
/// Files are shared, so that who reads again and again has those twice that changed and no others, and so is the list of
/// them, which many keep.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Arc<Vec<Arc<SourceFile>>>,
}

impl Sources {
    /// Takes the files in any order; the order of paths decides the order of everything after.
    pub fn new(files: Vec<SourceFile>) -> Self {
        Self::shared(files.into_iter().map(Arc::new).collect())
    }

    /// The same of files that others hold too.
    pub fn shared(mut files: Vec<Arc<SourceFile>>) -> Self {
        files.sort_by(|a, b| a.path().cmp(b.path()));
        let files = Arc::new(files);
        Self { files }
    }

    /// Every file with its id, by path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        let files = self.files.iter().map(Arc::as_ref);
        (0..).map(FileId::new).zip(files)
    }

    /// The file of this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// The file of this id, to be held beyond these sources.
    pub fn share(&self, id: FileId) -> Arc<SourceFile> {
        Arc::clone(&self.files[id.index()])
    }

    /// The same files, those with the given ids [without their text](SourceFile::without_text).
    #[must_use]
    pub fn without_texts(&self, ids: impl IntoIterator<Item = FileId>) -> Self {
        let mut files = Vec::clone(&self.files);
        for id in ids {
            let file = &mut files[id.index()];
            *file = Arc::new(file.without_text());
        }
        let files = Arc::new(files);
        Self { files }
    }

    /// The id of the file at this path, relative to the root, with `/`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self
            .files
            .binary_search_by(|file| file.path().cmp(path))
            .ok()?;
        Some(FileId::new(u32::try_from(index).ok()?))
    }

    /// Whether every file has the path of the file in its place among others, so that ids mean the same in both.
    pub fn has_paths_of(&self, other: &Self) -> bool {
        let mut pairs = self.files.iter().zip(other.files.iter());
        self.files.len() == other.files.len()
            && pairs.all(|(one, other)| Arc::ptr_eq(one, other) || one.path() == other.path())
    }

    /// The words at a place.
    pub fn text(&self, span: Span) -> &str {
        &self.file(span.file).text()[span.range()]
    }
}
