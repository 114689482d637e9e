//! Looks for texts of which something does not hold that always has to, led by what they reach in the program:
//!
//!     cargo +stable fuzz run --fuzz-dir tests/fuzz --sanitizer none content
//!
//! `cargo test fuzz` tries the same with the seeds, what was ever found, and some changes to them.

pub mod property;

use property::{PROPERTIES, findings, seeds};
use std::path::Path;

/// Tries some bytes; what is not UTF-8 never gets further than the reader of files.
///
/// # Panics
///
/// Where the property does not hold.
pub fn try_out(name: &str, data: &[u8]) {
    let property = PROPERTIES.iter().find(|(known, _)| *known == name);
    let (_, property) = property.unwrap_or_else(|| panic!("there is no property `{name}`"));
    if let Ok(text) = std::str::from_utf8(data) {
        property(text);
    }
}

/// Lays the seeds where libFuzzer begins to read.
///
/// # Panics
///
/// Where they cannot be written.
pub fn sow(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(name);
    std::fs::create_dir_all(&folder).unwrap();
    for (number, seed) in seeds(name).iter().chain(&findings(name)).enumerate() {
        std::fs::write(folder.join(format!("seed-{number}")), seed).unwrap();
    }
}
