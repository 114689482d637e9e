//! Content comes from strangers: whatever they write is shown as the words that it is.
//!
//! Every string of `tests/hostile/strings.yaml` is put into every text of every record of the invented corpus, a few
//! dozen at a time. Every file of the site is then read as its readers read it: nothing in it may be of the strings'
//! making, and each string comes back as it was written. With a folder in `DIPTYCH_HOSTILE` the sites are written there,
//! one folder each, for `tests/browser/hostile.test.js` to open.

mod corpus;
mod feeds;
mod formulas;
mod marks;
mod page;

use crate::overlay::Overlay;
use crate::records::records;
use corpus::{Words, corpus, strings};
use diptych::compile::{Options, analyse, build};
use diptych::diagnostic::short;
use diptych::disk;
use diptych::site::Bundle;
use marks::{Leeway, Marks};
use page::{Findings, shapes};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How many strings stand together in a text.
const TOGETHER: usize = 42;

/// The corpus with harmless words where the others have hostile ones.
static HARMLESS: LazyLock<Bundle> = LazyLock::new(|| {
    let strings: Vec<String> = strings()
        .iter()
        .map(|_| "harmless words".to_owned())
        .collect();
    let strings = &strings[..TOGETHER];
    built(&marked(strings).0)
});

fn built(site: &Overlay) -> Bundle {
    let options = Options::default();
    let inputs = disk::read(site.root()).unwrap();
    let texts = disk::texts(site.root(), None).unwrap();
    let analysis = analyse(&inputs.content, &texts, &options);
    let words = short(&analysis.report, &inputs.content, ".");
    assert_eq!(analysis.report.errors(), 0, "{words}");
    build(&inputs, &analysis.world.unwrap(), &options).unwrap()
}

/// The corpus with these strings, between marks where they are to come back, and the fields that were changed.
fn marked(strings: &[String]) -> (Overlay, BTreeSet<String>) {
    let marks = Marks::new(strings);
    let is_quotable = |at: usize| !strings[at].contains('[') && strings[at].len() < 500;
    corpus(&Words {
        plain: &|text, share| format!("{text} {}", marks.all(|at| share.has(at))),
        quoted: &|text, share| {
            let chosen = |at| share.has(at) && is_quotable(at);
            format!("{text} {}", marks.all(chosen))
        },
        markdown: &|text, share| {
            let chosen = strings.iter().enumerate().filter(|(at, _)| share.has(*at));
            let chosen: Vec<&str> = chosen.map(|(_, it)| it.as_str()).collect();
            format!("{text}\n\n{}\n", chosen.join("\n\n"))
        },
    })
}

/// Judges every file of a site; which strings each kind of file holds is told too.
fn judged(bundle: &Bundle, strings: &[String], made: &BTreeSet<String>) -> Vec<String> {
    let marks = Marks::new(strings);
    let mut faults = Vec::new();
    for (path, bytes) in bundle.iter() {
        let text = std::str::from_utf8(bytes);
        let mut found = Findings::default();
        match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "html" => found.page(text.unwrap(), made, &marks),
            "json" | "jsonld" => found.json(text.unwrap(), &mut |found, key, text| match key {
                // What scripts put into pages, citations, and what programs read in lines.
                _ if path.contains("compare/") && is_markup(key, text) => {
                    found.part(text, made, &marks);
                }
                "citation" => found.words(key, text, Leeway::Letters, &marks),
                "bibtex" => found.bib(text, &marks),
                _ if path.contains(".csl.") => found.words(key, text, Leeway::Blanks, &marks),
                _ => found.words(key, text, Leeway::None, &marks),
            }),
            "csv" => found.csv(bytes, &marks),
            "xml" => found.xml(text.unwrap(), &marks),
            "bib" => found.bibliography(text.unwrap(), &marks),
            "ris" => found.ris(text.unwrap(), &marks),
            // The text as it was given, the words of the index, and what is not made of content.
            "md" | "txt" | "css" | "js" | "svg" | "png" | "nojekyll" => continue,
            other => panic!("nobody judges .{other} files"),
        }
        let is_whole = WHOLE.contains(&path);
        if is_whole && found.seen.len() < marks.count() {
            let missing = (0..marks.count())
                .find(|at| !found.seen.contains(at))
                .unwrap();
            found
                .faults
                .push(format!("{:?} is missing", strings[missing]));
        }
        faults.extend(found.faults.into_iter().map(|it| format!("{path}: {it}")));
    }
    faults
}

/// Files that hold every string of their site.
const WHOLE: [&str; 10] = [
    "index.html",
    "claims/toll-act/main.html",
    "voices/canal-office/index.html",
    "terms/equal-tolls-act/index.html",
    "data/claims.csv",
    "data/claims.json",
    "data/references.bib",
    "data/references.csl.json",
    "data/references.ris",
    "feed.xml",
];

#[test]
fn whatever_is_written_is_shown_as_words() {
    let strings = strings();
    assert!(strings.len() >= 100);
    // Some things are made of short names alone.
    let short = built(&marked(&[]).0);
    let made = [&HARMLESS, &short].into_iter().flat_map(made).collect();
    let mut faults = Vec::new();
    for (at, strings) in strings.chunks(TOGETHER).enumerate() {
        let (site, _) = marked(strings);
        let bundle = built(&site);
        if let Some(folder) = std::env::var_os("DIPTYCH_HOSTILE") {
            let folder = camino::Utf8PathBuf::try_from(std::path::PathBuf::from(folder)).unwrap();
            disk::publish::publish(bundle.iter(), &folder.join(at.to_string())).unwrap();
        }
        faults.extend(judged(&bundle, strings, &made));
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        summed(&faults)
    );
}

/// Every kind of element in the pages of a site, and in what scripts put into them.
fn made(site: &Bundle) -> BTreeSet<String> {
    let mut made = BTreeSet::new();
    for (path, bytes) in site.iter() {
        let text = || std::str::from_utf8(bytes).unwrap();
        if path.ends_with(".html") {
            made.extend(shapes(text()));
        } else if path.contains("compare/") && path.ends_with(".json") {
            Findings::default().json(text(), &mut |_, key, text| {
                if is_markup(key, text) {
                    made.extend(shapes(text));
                }
            });
        }
    }
    made
}

/// Whether a text of a comparison is put into a page as markup: a column by its name, or a whole element.
fn is_markup(key: &str, text: &str) -> bool {
    let is_column = ["document.", "side.", "voice."]
        .iter()
        .any(|it| key.starts_with(it));
    is_column || text.starts_with('<')
}

/// A fault of each kind, and on how many pages it is.
fn summed(faults: &[String]) -> String {
    let mut kinds: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    for fault in faults {
        let (path, words) = fault.split_once(": ").unwrap();
        kinds.entry(words).or_default().push(path);
    }
    let lines = kinds
        .iter()
        .map(|(words, paths)| format!("{} × {} {words}", paths.len(), paths[0]));
    lines.collect::<Vec<_>>().join("\n")
}

/// A field that is new and takes any words is either changed here or has to be found in a source.
#[test]
fn every_text_of_every_record_is_tried() {
    let (_, changed) = marked(&["x".to_owned()]);
    let mut missing = Vec::new();
    for (record, fields) in records() {
        let free = fields
            .iter()
            .filter(|field| field.is_free() && field.record(&records()).is_none());
        let names = free.map(|field| format!("{record}.{}", field.name));
        missing.extend(names.filter(|name| !changed.contains(name)));
    }
    // Words around a quotation are those of the source and are never shown; a warning that is switched off needs one.
    missing.retain(|name| {
        !name.ends_with(".allow") && !matches!(&**name, "Claim.prefix" | "Claim.suffix")
    });
    assert_eq!(missing, Vec::<String>::new());
}
