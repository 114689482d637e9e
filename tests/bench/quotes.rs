//! How long it takes to find 10 000 quotations of 20 words in 500 texts of 3 000 words: `cargo bench --bench quotes`.
//!
//! Reading the texts from the disk and making them ready is included. Divan tells the time of one thread, which is
//! the CPU time, since nothing here waits.

mod random;

use camino::Utf8Path;
use diptych::disk;
use diptych::quote::{Format, Quotation, Settings, SourceText, locate};
use divan::Bencher;
use random::Random;
use std::fs;
use tempfile::TempDir;

const TEXTS: usize = 500;
const WORDS: usize = 3_000;
const QUOTATIONS: usize = 20;
const LENGTH: usize = 20;

fn main() {
    divan::main();
}

/// Reads the texts, makes them ready and finds every quotation.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn find_all(bencher: Bencher) {
    let (folder, quotations) = corpus();
    let folder = Utf8Path::from_path(folder.path()).expect("the name of the folder is Unicode");
    bencher.bench_local(|| {
        let texts = disk::texts(folder, Some(folder)).expect("the texts were just written");
        let found: usize = texts
            .values()
            .zip(&quotations)
            .map(|((format, text), quotations)| find(text, *format, quotations))
            .sum();
        assert_eq!(found, TEXTS * QUOTATIONS);
    });
}

/// Makes the texts ready, and no more.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn make_ready(bencher: Bencher) {
    let mut random = Random::new(7);
    let texts: Vec<String> = (0..TEXTS).map(|_| random.text(WORDS)).collect();
    bencher.bench_local(|| {
        let words = texts.iter().map(|text| {
            let source = SourceText::new(text, Format::Plain, &Settings::default());
            source.words()
        });
        words.sum::<usize>()
    });
}

fn find(text: &str, format: Format, quotations: &[String]) -> usize {
    let source = SourceText::new(text, format, &Settings::default());
    let is_found = |words: &&String| {
        let quotation = Quotation {
            parts: &[words],
            prefix: None,
            suffix: None,
        };
        locate(&source, &quotation).is_ok()
    };
    quotations.iter().filter(is_found).count()
}

/// The texts in a folder, and the quotations of each in the order of their names.
fn corpus() -> (TempDir, Vec<Vec<String>>) {
    let folder = TempDir::new().expect("there is room for the texts");
    let mut random = Random::new(7);
    let quotations = (0..TEXTS).map(|number| {
        let text = random.text(WORDS);
        let name = format!("text-{number:03}.txt");
        fs::write(folder.path().join(name), &text).expect("there is room for the texts");
        let words: Vec<&str> = text.split_whitespace().collect();
        let quotations = (0..QUOTATIONS).map(|_| {
            let start = random.below(words.len() - LENGTH);
            words[start..start + LENGTH].join(" ")
        });
        quotations.collect()
    });
    let quotations = quotations.collect();
    (folder, quotations)
}
