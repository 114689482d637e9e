//! Another language needs no line of the program: the invented corpus, partly in French.
//!
//! `tests/third-language/translations.yaml` holds what is translated, `interface.ftl` the words of the
//! interface; what is missing there is taken from English, so that a new message asks for no French. A
//! text without a translation stands on French pages in English and says so.

use crate::built::{Built, built, root};
use crate::html;
use crate::overlay::{Overlay, tests};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Translation {
    file: String,
    english: String,
    french: String,
}

static FRENCH: LazyLock<Built> = LazyLock::new(|| {
    let site = Overlay::golden();
    let read = |path: &str| fs::read_to_string(site.root().join(path)).unwrap();
    for Translation {
        file,
        english,
        french,
    } in translations()
    {
        let plain = format!(": {english}\n");
        let indented = format!(":\n      en: {english}\n");
        let (english, french) = (format!("{english:?}"), format!("{french:?}"));
        let both = format!(": {{en: {english}, fr: {french}}}\n");
        let text = read(&file);
        assert!(text.contains(&plain), "{file} has no {english}");
        site.write(
            &file,
            text.replace(&indented, &both)
                .replacen(&plain, &both, 1)
                .as_bytes(),
        );
    }
    let text = read("content/site.yaml");
    let text = text.replace("languages: [en]", "languages: [en, fr]");
    let text = text.replace("severity:\n", "severity:\n  translation-missing: off\n");
    site.write("content/site.yaml", text.as_bytes());
    let about = fs::read(folder("about.fr.md")).unwrap();
    site.write("content/pages/about.fr.md", &about);
    let english = fs::read_to_string(root().join("templates/i18n/en.ftl")).unwrap();
    let french = fs::read_to_string(folder("interface.ftl")).unwrap();
    site.write(
        "templates/i18n/fr.ftl",
        merged(&english, &french).as_bytes(),
    );
    built(site.root())
});

fn folder(name: &str) -> camino::Utf8PathBuf {
    tests().join("third-language").join(name)
}

fn translations() -> Vec<Translation> {
    let text = fs::read_to_string(folder("translations.yaml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// The messages of one file, with those of another in their place.
fn merged(messages: &str, others: &str) -> String {
    let is_head = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let name = |line: &str| line.split(" =").next().unwrap().to_owned();
    let heads = others.lines().filter(|line| is_head(line));
    let replaced: BTreeSet<String> = heads.map(name).collect();
    let mut kept = String::new();
    let mut is_kept = true;
    for line in messages.lines() {
        if is_head(line) {
            is_kept = !replaced.contains(&name(line));
        }
        if is_kept {
            kept += &format!("{line}\n");
        }
    }
    kept + others
}

/// Every page in French, parsed, with its path.
fn pages() -> impl Iterator<Item = (String, html::Document)> {
    let files = FRENCH.bundle.iter();
    let pages = files.filter(|(path, _)| path.starts_with("fr/") && path.ends_with(".html"));
    pages.map(|(path, bytes)| {
        let markup = std::str::from_utf8(bytes).unwrap();
        (path.to_owned(), html::parse(markup))
    })
}

#[test]
fn every_page_is_there_in_french() {
    let paths: BTreeSet<&str> = FRENCH.bundle.iter().map(|(path, _)| path).collect();
    let is_page = |path: &&&str| path.ends_with(".html") && **path != "404.html";
    let (french, english): (Vec<&str>, Vec<&str>) = paths
        .iter()
        .filter(is_page)
        .partition(|path| path.starts_with("fr/"));
    let below: Vec<String> = english.iter().map(|path| format!("fr/{path}")).collect();
    assert_eq!(french, below);
}

#[test]
fn what_nobody_translated_says_that_it_is_english() {
    let texts = &FRENCH.world.corpus.texts;
    let is_french = |english: &str| {
        let mut texts = texts.iter().filter(|it| it.text.first() == english);
        texts.any(|it| !it.translations.is_empty())
    };
    let english: BTreeSet<&str> = texts.iter().map(|it| it.text.first()).collect();
    // Words of a source stand on every page as they are printed.
    let repairs = FRENCH
        .world
        .corpus
        .documents
        .iter()
        .flat_map(|it| &it.repairs);
    let printed: BTreeSet<&str> = repairs.map(|it| it.read.as_str()).collect();
    let (mut borrowed, mut wrong) = (0, Vec::new());
    // A record is shown as the editors wrote it.
    for (path, page) in pages().filter(|(path, _)| !path.ends_with("record.html")) {
        let body = page.named("body").next().unwrap();
        // A citation names its text as the text names itself.
        let sections = page.named("section");
        let citations = sections.filter(|it| it.attribute("class") == Some("cite"));
        let mut cited: Vec<_> = citations.flat_map(|it| it.spoken("fr")).collect();
        for run in body.spoken("fr") {
            if let Some(at) = cited.iter().position(|it| *it == run) {
                cited.swap_remove(at);
                continue;
            }
            let (language, words) = run;
            let is_borrowed = english.contains(words.as_str()) && !is_french(&words);
            if !is_borrowed || printed.contains(words.as_str()) {
                continue;
            }
            borrowed += 1;
            if language != "en" {
                wrong.push(format!("{path}: {words}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(borrowed > 1000, "{borrowed}");
}

#[test]
fn what_somebody_translated_is_french() {
    let mut missed: BTreeSet<String> = translations()
        .into_iter()
        .filter(|it| !it.french.contains('*'))
        .map(|it| it.french)
        .collect();
    for (_, page) in pages() {
        let body = page.named("body").next().unwrap();
        for (language, words) in body.spoken("fr") {
            if language == "fr" {
                missed.remove(&words);
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn no_mark_is_left() {
    for (path, bytes) in FRENCH.bundle.iter() {
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        let is_private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
        assert!(!text.contains(is_private), "{path}");
        let page = html::parse(text);
        let errors = if path.ends_with(".html") {
            page.errors
        } else {
            Vec::new()
        };
        assert!(errors.is_empty(), "{path}: {errors:?}");
    }
}

#[test]
fn dates_and_plurals_are_those_of_the_language() {
    let page = FRENCH.bundle.get("fr/documents/index.html").unwrap();
    let page = String::from_utf8_lossy(page);
    assert!(page.contains("mai 1894"), "{page}");
    let terms = FRENCH.bundle.get("fr/terms/index.html").unwrap();
    assert!(String::from_utf8_lossy(terms).contains("1 énoncé<"));
}
