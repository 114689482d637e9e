use crate::corpus::DocumentId;
use crate::prose::Html;
use crate::site::{Page, Route};
use std::sync::{Arc, Mutex, PoisonError};

/// The claims of each document as their editor wrote them, highlighted once for all the pages that show a part of them: a
/// long file has several sheets, and each of them stands in every language.
#[derive(Debug)]
pub struct Highlights(Vec<File>);

#[derive(Debug, Default)]
struct File {
    /// How many pages show it.
    pages: usize,
    work: Mutex<Work>,
}

#[derive(Debug, Default)]
struct Work {
    /// How many pages have asked for it.
    asked: usize,
    lines: Option<Arc<Vec<Html>>>,
}

impl Highlights {
    /// Those of a site with these pages and so many documents, none of them made yet.
    pub fn new(routes: &[Route], documents: usize) -> Self {
        let mut files: Vec<File> = (0..documents).map(|_| File::default()).collect();
        for route in routes {
            if let Page::Record(id) = route.page {
                files[id.index()].pages += 1;
            }
        }
        Self(files)
    }

    /// The lines of a document's file, made where nobody has asked yet, and let go of when all its pages have.
    pub fn lines(&self, id: DocumentId, make: impl FnOnce() -> Vec<Html>) -> Arc<Vec<Html>> {
        let File { pages, work } = &self.0[id.index()];
        let mut work = work.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = Arc::clone(work.lines.get_or_insert_with(|| Arc::new(make())));
        work.asked += 1;
        if work.asked >= *pages {
            *work = Work::default();
        }
        lines
    }
}
