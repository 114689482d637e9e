//! What the search page asks: small files, of which a query needs few.
//!
//! * `search/index.json` says what there is: how many entries of each kind, what they can be chosen by, and with which word
//!   each file of words begins.
//! * `search/words-<n>.json` are the words in alphabetical order, each with the entries that have it. Words of all languages
//!   stand together, so that a reader finds a statement in whichever language the words come to mind.
//! * `search/vocabulary.txt` are the words alone, which is enough to find one that a reader mistyped.
//! * `search/entries-<n>.json` are the entries as they are shown.
//! * `search/documents.json` are the titles of all documents, by which a reader chooses among what was found.
//!
//! A small site is loaded ahead, before the first key is struck; of a large one each query loads the few files that it needs.
//!
//! The words of a text are told apart here and, in the same way, in `static/js/search-index.js`; the file
//! `tests/browser/search/words.json` holds them together.

mod code;
mod entry;
mod facts;
mod found;
mod tokens;
mod words;

pub use tokens::{PassedOver, tokens};

use super::edition::Edition;
use crate::corpus::Corpus;
use entry::{Entry, EntryKind, entries, in_all};
use facts::Facts;
use found::Found;
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use words::Words;

/// How a site is cut into files.
struct Cut {
    /// Entries in one file.
    entries: usize,
    /// Bytes after which a file of words ends.
    words: usize,
}

/// Of a large site files are small, so that a query with several words whose results stand all over it stays light.
const LARGE: Cut = Cut {
    entries: 8,
    words: 8 * 1024,
};
/// Of a small site, which is loaded as a whole, they are few.
const LOADED_AHEAD: Cut = Cut {
    entries: 256,
    words: 24 * 1024,
};
/// Bytes of words and entries up to which a site is small: packed, with the page and its scripts, about 100 KB.
const SMALL: usize = 420 * 1024;

/// The files of the search, and where it begins.
#[derive(Clone, Debug)]
pub struct Search {
    /// Every file, by its path relative to the root of the site.
    pub files: Vec<(String, Vec<u8>)>,
    /// The address of the first file, with what tells this state of the site from others.
    pub address: String,
}

/// What `search/index.json` holds.
#[derive(Serialize)]
struct Manifest<'a> {
    /// Kinds of entries, each with the number of its first.
    kinds: Vec<(EntryKind, usize)>,
    /// How many entries there are.
    entries: usize,
    /// How many of them stand in one file.
    in_file: usize,
    /// Whether words and entries are light enough to be loaded ahead.
    ahead: bool,
    /// Words that no text is found by.
    passed_over: &'a [String],
    /// The first word of each file of words.
    words: Vec<String>,
    /// How many words name each entry.
    lengths: String,
    /// What entries can be chosen by.
    facts: Facts,
}

/// The search of an edition.
pub fn search(edition: &Edition<'_>, passed_over: &PassedOver) -> Search {
    let entries = entries(edition);
    let mut words = Words::default();
    let found: Vec<_> = entries
        .par_iter()
        .map(|&entry| Found::new(entry, edition.corpus, passed_over))
        .collect();
    let mut lengths = String::new();
    for (number, entry) in found.iter().enumerate() {
        code::push(&mut lengths, entry.length);
        words.add(number, &entry.words);
    }
    let words = words.written();
    let kinds = EntryKind::ALL.map(|kind| {
        let before = entries.iter().take_while(|entry| entry.kind() < kind);
        (kind, before.count())
    });
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let few = shown(&entries, LARGE.entries, edition.corpus);
    let ahead = few.iter().map(Vec::len).sum::<usize>() + Words::size(&words) <= SMALL;
    let (cut, shown) = if ahead {
        let shown = shown(&entries, LOADED_AHEAD.entries, edition.corpus);
        (LOADED_AHEAD, shown)
    } else {
        (LARGE, few)
    };
    let words = Words::files(words, cut.words);
    files.push((
        path("index.json"),
        json(&Manifest {
            kinds: kinds.to_vec(),
            entries: entries.len(),
            in_file: cut.entries,
            ahead,
            passed_over: passed_over.words(),
            words: words.iter().map(|file| file.first.clone()).collect(),
            lengths,
            facts: Facts::new(&entries, edition.corpus),
        }),
    ));
    let documents = edition.corpus.documents();
    let documents = documents.map(|(_, it)| (&it.id, in_all(edition.corpus, &it.title)));
    files.push((path("documents.json"), json(&documents.collect::<Vec<_>>())));
    files.push((
        path("vocabulary.txt"),
        Words::vocabulary(&words).into_bytes(),
    ));
    for (number, file) in words.into_iter().enumerate() {
        files.push((path(&format!("words-{number}.json")), file.json));
    }
    for (number, bytes) in shown.into_iter().enumerate() {
        files.push((path(&format!("entries-{number}.json")), bytes));
    }
    let address = format!("{}?{}", path("index.json"), state(&files));
    Search { files, address }
}

/// The files of entries, so many in each.
fn shown(entries: &[Entry], in_file: usize, corpus: &Corpus) -> Vec<Vec<u8>> {
    let files = entries.par_chunks(in_file).map(|chunk| {
        let shown: Vec<_> = chunk.iter().map(|it| it.shown(corpus)).collect();
        json(&shown)
    });
    files.collect()
}

fn path(name: &str) -> String {
    format!("search/{name}")
}

/// The first 40 bits of the SHA-256 of all files. The names stay, so that an edit changes few files; a browser that kept
/// those of an earlier state is told by the address that these are others.
fn state(files: &[(String, Vec<u8>)]) -> String {
    const LENGTH: usize = 5;
    let mut hash = Sha256::new();
    for (_, bytes) in files {
        hash.update(bytes);
    }
    hex::encode(&hash.finalize()[..LENGTH])
}

fn json(value: &impl Serialize) -> Vec<u8> {
    // Only numbers and texts, of which JSON can write every one.
    serde_json::to_vec(value).unwrap_or_default()
}
