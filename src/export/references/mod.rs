//! The documents as references for those who cite them: `BibLaTeX`, CSL-JSON and RIS.

mod bib;
mod csl;
mod ris;

pub use bib::bib;
pub use csl::csl;
pub use ris::ris;

use super::edition::Edition;
use crate::citation::Reference;

fn references(edition: &Edition<'_>) -> Vec<Reference> {
    let documents = edition.corpus.documents.iter();
    documents
        .map(|document| Reference::document(document, edition.corpus))
        .collect()
}
