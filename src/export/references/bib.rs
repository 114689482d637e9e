use super::references;
use crate::citation;
use crate::export::edition::Edition;

/// `references.bib`
pub fn bib(edition: &Edition<'_>) -> Vec<u8> {
    let references = references(edition);
    let entries: Vec<String> = references.iter().map(citation::bib).collect();
    (entries.join("\n\n") + "\n").into_bytes()
}
