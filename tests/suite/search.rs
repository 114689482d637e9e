//! What the search finds in its files, read as a script reads them.

use crate::built::{Built, golden, real, root};
use diptych::compile::{Options, analyse, build};
use diptych::corpus::LanguageId;
use diptych::disk;
use diptych::export::{PassedOver, tokens};
use diptych::site::Bundle;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A script tells words apart in the same way, which is held in `tests/browser/search.test.js`.
#[test]
fn words_are_told_apart_as_the_script_does_it() {
    let cases = fs::read_to_string(root().join("tests/browser/search/words.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&cases).unwrap();
    let passed_over = PassedOver::new(&["a of and in the".to_owned(), "的".to_owned()]);
    for case in cases {
        let text = case["text"].as_str().unwrap();
        let expected: Vec<&str> = strings(&case["words"]).collect();
        assert_eq!(tokens(text, &passed_over), expected, "{text}");
    }
}

#[test]
fn every_statement_is_found_by_each_of_its_words() {
    for site in [real(), golden()] {
        let files = Files::new(&site.bundle);
        let corpus = &site.world.corpus;
        let shown = files.entries("claims/");
        let expected = corpus.claims().filter(|(_, claim)| {
            let status = claim.status.map(diptych::vocabulary::Status::word);
            status != Some("draft")
        });
        let expected: Vec<_> = expected.collect();
        assert_eq!(shown.len(), expected.len());
        for (id, claim) in expected {
            let number = shown[&format!("claims/{}.html", corpus.claim_path(id))];
            let texts = LanguageId::all(corpus.site.languages.len());
            let texts = texts.map(|language| claim.says.get(language));
            for text in texts.chain(claim.quote.iter().map(|part| part.value.as_str())) {
                for word in tokens(text, &files.passed_over) {
                    let places = files.words.get(&word);
                    let is_found = places.is_some_and(|places| places.contains(&number));
                    assert!(is_found, "`{word}` does not find {}", corpus.claim_path(id));
                }
            }
        }
    }
}

#[test]
fn every_page_that_can_be_found_is_there() {
    for site in [real(), golden()] {
        let files = Files::new(&site.bundle);
        let mut all = BTreeSet::new();
        for address in files.entries("").into_keys() {
            let is_folder = address.ends_with('/');
            let file = format!("{address}{}", if is_folder { "index.html" } else { "" });
            assert!(site.bundle.get(&file).is_some(), "{address}");
            all.insert(address);
        }
        let corpus = &site.world.corpus;
        let others = corpus.themes.len() + corpus.questions.len() + corpus.documents.len();
        let others = others + corpus.voices.len() + corpus.terms.len();
        assert_eq!(all.len(), others + files.entries("claims/").len());
    }
}

/// A script looks for the file of a word by the first words of all files.
#[test]
fn files_of_words_stand_in_order() {
    let files = Files::new(&real().bundle);
    let manifest = &files.manifest;
    let firsts: Vec<Vec<u16>> = strings(&manifest["words"])
        .map(|word| word.encode_utf16().collect())
        .collect();
    assert!(firsts.len() > 1, "one file cannot be out of order");
    assert!(firsts.is_sorted());
    for (number, first) in firsts.iter().enumerate() {
        let file = json(&real().bundle, &format!("search/words-{number}.json"));
        let words = file.as_object().unwrap().keys();
        let words: BTreeSet<Vec<u16>> = words.map(|word| word.encode_utf16().collect()).collect();
        assert_eq!(words.first(), Some(first));
        let next = firsts.get(number + 1);
        assert!(next.is_none_or(|next| words.last() < Some(next)));
    }
}

#[test]
fn what_can_be_chosen_is_known_of_every_entry() {
    for site in [real(), golden()] {
        let manifest = Files::new(&site.bundle).manifest;
        let entries = usize::try_from(manifest["entries"].as_u64().unwrap()).unwrap();
        for (name, fact) in manifest["facts"].as_object().unwrap() {
            let sets = fact["sets"].as_array().unwrap().len();
            let of = decoded(fact["of"].as_str().unwrap());
            assert_eq!(of.len(), entries, "{name}");
            assert!(of.iter().all(|&set| set < sets), "{name}");
        }
    }
}

#[test]
fn the_page_names_this_state_of_the_search() {
    let page = |site: &Built| -> String {
        let html = String::from_utf8(site.bundle.get("search/index.html").unwrap().to_vec());
        let html = html.unwrap();
        let (_, rest) = html.split_once("data-search=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    assert!(page(real()).starts_with("../search/index.json?"));
    assert_ne!(page(real()), page(golden()));
}

#[test]
fn a_site_can_go_without() {
    let folder = root().join("tests/golden");
    let options = Options {
        no_search: true,
        ..Options::default()
    };
    let inputs = disk::read(&folder).unwrap();
    let texts = disk::texts(&folder, None).unwrap();
    let world = analyse(&inputs.content, &texts, &options).world.unwrap();
    let bundle = build(&inputs, &world, &options).unwrap();
    let pages = bundle.iter().filter(|(path, _)| path.ends_with(".html"));
    let pages: Vec<_> = pages.collect();
    assert!(!pages.is_empty());
    for (path, bytes) in pages {
        let html = String::from_utf8_lossy(bytes);
        assert!(!html.contains("search/\""), "{path}");
    }
    assert!(bundle.iter().all(|(path, _)| !path.starts_with("search/")));
}

/// The files of a search.
struct Files {
    manifest: Value,
    passed_over: PassedOver,
    /// Each word with the numbers of its entries.
    words: BTreeMap<String, BTreeSet<usize>>,
    /// The addresses of all entries, by number.
    addresses: Vec<String>,
}

impl Files {
    fn new(bundle: &Bundle) -> Self {
        let manifest = json(bundle, "search/index.json");
        let passed_over: Vec<String> = strings(&manifest["passed_over"])
            .map(str::to_owned)
            .collect();
        let mut words = BTreeMap::new();
        for number in 0..manifest["words"].as_array().unwrap().len() {
            let file = json(bundle, &format!("search/words-{number}.json"));
            for (word, code) in file.as_object().unwrap() {
                let mut last = 0;
                let numbers = decoded(code.as_str().unwrap()).into_iter().map(|step| {
                    last += step / 3;
                    last
                });
                words.insert(word.clone(), numbers.collect());
            }
        }
        let in_file = manifest["in_file"].as_u64().unwrap();
        let files = manifest["entries"].as_u64().unwrap().div_ceil(in_file);
        let mut addresses = Vec::new();
        for number in 0..files {
            let file = json(bundle, &format!("search/entries-{number}.json"));
            let entries = file.as_array().unwrap().iter();
            addresses.extend(entries.map(|it| it["url"].as_str().unwrap().to_owned()));
        }
        Self {
            manifest,
            passed_over: PassedOver::new(&passed_over),
            words,
            addresses,
        }
    }

    /// The entries below a folder, each with its number.
    fn entries(&self, folder: &str) -> BTreeMap<String, usize> {
        let numbered = (0..).zip(&self.addresses);
        numbered
            .filter(|(_, address)| address.starts_with(folder))
            .map(|(number, address)| (address.clone(), number))
            .collect()
    }
}

fn decoded(code: &str) -> Vec<usize> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut numbers = Vec::new();
    let (mut number, mut shift) = (0, 0);
    for letter in code.chars() {
        let value = LETTERS.find(letter).unwrap();
        number += (value % 32) << shift;
        if value < 32 {
            numbers.push(number);
            (number, shift) = (0, 0);
        } else {
            shift += 5;
        }
    }
    numbers
}

fn json(bundle: &Bundle, path: &str) -> Value {
    serde_json::from_slice(bundle.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
}
