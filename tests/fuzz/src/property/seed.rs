//! The texts from which changes begin: those that the other tests are made of.

use super::PARTING;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder, with its path relative to it, in order.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(&inner).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let name = path.strip_prefix(folder).unwrap_or(&path);
                found.push((name.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    found
}

fn tests() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let of_the_program = here.join("tests");
    if of_the_program.is_dir() {
        of_the_program
    } else {
        here.join("..")
    }
}

/// The seeds of a target.
pub fn seeds(target: &str) -> Vec<String> {
    let ending = |folder: &str, end: &str| {
        let files = files(&tests().join(folder)).into_iter();
        files
            .filter(|(path, _)| path.ends_with(end))
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    let texts = || {
        [
            ending("golden", ".md"),
            ending("golden", ".txt"),
            ending("quotes", ".txt"),
        ]
        .concat()
    };
    match target {
        "content" => content(),
        "tokens" => [texts(), ending("quotes", ".yaml")].concat(),
        "quotations" => {
            let quotations = quotations();
            assert!(quotations.len() > 100, "{}", quotations.len());
            quotations
        }
        "locks" => [ending("golden", ".lock"), ending("faults", ".lock")].concat(),
        "markdown" => [texts(), ending("explain", ".md"), ending("planted", ".md")].concat(),
        "highlighting" => [ending("explain", ".yaml"), ending("mends", ".yaml")].concat(),
        "dates" => [
            "2025",
            "2025-03",
            "2025-07-05 2025",
            "2024-02-29 2025-02-29",
            "0001 9999-12-31",
        ]
        .map(str::to_owned)
        .to_vec(),
        "imports" => files(&tests().join("import"))
            .into_iter()
            .map(|(_, text)| text)
            .collect(),
        "addresses" => [
            "https://example.org/a?b=c",
            "https://example.org/#:~:text=a",
            "https://example.org/#part",
            "mailto:a@example.org",
        ]
        .map(|url| [url, "nobody else, comes-close", "北方 & south"].join(PARTING))
        .to_vec(),
        _ => Vec::new(),
    }
}

/// Files of content as they are laid over the base: the path, then the text.
fn content() -> Vec<String> {
    let mut seeds = Vec::new();
    let whole = ["explain/base", "golden"].map(|folder| files(&tests().join(folder)));
    let cases = files(&tests().join("faults"))
        .into_iter()
        .filter_map(|(path, text)| {
            let at = path.find("/content/")? + 1;
            Some((path[at..].to_owned(), text))
        });
    for (path, text) in whole.into_iter().flatten().chain(cases) {
        if path.starts_with("content/") && text.len() < 4096 {
            seeds.push([path.as_str(), text.as_str()].join(PARTING));
        }
    }
    seeds
}

/// Texts with quotations from the cases of `tests/quotes`, read by lines, which is near enough for a seed.
fn quotations() -> Vec<String> {
    let mut seeds = Vec::new();
    for (_, text) in files(&tests().join("quotes"))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".yaml"))
    {
        let mut source = "";
        for line in text.lines() {
            let line = line.trim().trim_start_matches("- ");
            if let Some(words) = line.strip_prefix("text: ") {
                source = words;
            } else if let Some(words) = line.strip_prefix("quote: ") {
                let parts = words.trim_matches(['[', ']']).replace(", ", "\n");
                seeds.push([source, &parts, "", "", "Al AI"].join(PARTING));
            }
        }
    }
    seeds
}

/// The clean corpus that changed files are laid over.
pub fn base() -> Vec<(String, String)> {
    files(&tests().join("explain/base"))
}

/// What was ever found on a target, and mended.
pub fn findings(target: &str) -> Vec<String> {
    let folder = tests().join("fuzz/findings").join(target);
    files(&folder).into_iter().map(|(_, text)| text).collect()
}
