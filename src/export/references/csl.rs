use super::references;
use crate::citation::item;
use crate::export::edition::Edition;
use crate::export::json::bytes;

/// `references.csl.json`
pub fn csl(edition: &Edition<'_>) -> Vec<u8> {
    let mut file = b"[".to_vec();
    for (index, reference) in references(edition).iter().enumerate() {
        file.extend(if index == 0 { "\n" } else { ",\n" }.bytes());
        file.extend(bytes(&item(reference)));
    }
    file.extend(b"\n]\n");
    file
}
