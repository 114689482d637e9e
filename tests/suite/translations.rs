//! `translations.lock`: what `pin` writes there, and what `check` makes of it.

use crate::overlay::Overlay;
use crate::program::PROGRAM;
use std::fs;
use std::process::Command;

const THEME: &str = "content/themes/industry.yaml";
const LOCK: &str = "content/translations.lock";

/// The base in two languages, of which one question is translated.
fn bilingual() -> Overlay {
    let overlay = Overlay::new();
    let site = "content/site.yaml";
    let text = fs::read_to_string(overlay.root().join(site)).unwrap();
    let text = text.replace("languages: [en]", "languages: [en, zh-Hans]");
    let text = text + "severity:\n  translation-missing: off\n";
    overlay.write(site, text.as_bytes());
    asks(&overlay, "What does each side make?", "各方生产什么？");
    overlay
}

fn asks(overlay: &Overlay, english: &str, chinese: &str) {
    let asks = format!("    asks:\n      en: {english}\n      zh-Hans: {chinese}\n");
    let text = format!(
        "title: Industry\nquestions:\n  - id: output\n{asks}    compare: about\n    poles:\n      \
         positive: growing\n      negative: shrinking\n"
    );
    overlay.write(THEME, text.as_bytes());
}

fn run(overlay: &Overlay, arguments: &[&str]) -> String {
    let mut command = Command::new(PROGRAM);
    let output = command.current_dir(overlay.root()).args(arguments);
    String::from_utf8(output.output().unwrap().stdout).unwrap()
}

fn stale(overlay: &Overlay) -> usize {
    run(overlay, &["check", "--format", "short"])
        .matches("translation-stale")
        .count()
}

fn lock(overlay: &Overlay) -> String {
    fs::read_to_string(overlay.root().join(LOCK)).unwrap()
}

#[test]
fn a_translation_is_stale_until_it_changes_too() {
    let overlay = bilingual();
    assert_eq!(stale(&overlay), 0);
    assert_eq!(run(&overlay, &["pin"]), "translations: 1, 1 new\n");
    let first = lock(&overlay);
    asks(&overlay, "What does each side sell?", "各方生产什么？");
    assert_eq!(stale(&overlay), 1);
    asks(&overlay, "What does each side sell?", "各方出售什么？");
    assert_eq!(stale(&overlay), 0);
    assert_eq!(run(&overlay, &["pin"]), "translations: 1, 1 new\n");
    assert_ne!(lock(&overlay), first);
}

#[test]
fn whoever_pins_something_else_does_not_accept_it() {
    let overlay = bilingual();
    run(&overlay, &["pin"]);
    let first = lock(&overlay);
    asks(&overlay, "What does each side sell?", "各方生产什么？");
    let told = "translations: 1, 0 new, 1 older than their originals\n";
    assert_eq!(run(&overlay, &["pin"]), told);
    assert_eq!((lock(&overlay), stale(&overlay)), (first.clone(), 1));
    run(&overlay, &["pin", "--translations"]);
    assert_ne!(lock(&overlay), first);
    assert_eq!(stale(&overlay), 0);
}

#[test]
fn the_same_words_may_translate_others_too() {
    let overlay = bilingual();
    run(&overlay, &["pin"]);
    let page = |name: &str, words: &str| {
        overlay.write(&format!("content/pages/{name}"), words.as_bytes());
    };
    page("one.md", "---\ntitle: What is made\n---\n");
    page("one.zh-Hans.md", "---\ntitle: 产品\n---\n");
    run(&overlay, &["pin"]);
    page("two.md", "---\ntitle: Goods\n---\n");
    page("two.zh-Hans.md", "---\ntitle: 产品\n---\n");
    assert_eq!(stale(&overlay), 0);
}

#[test]
fn what_cannot_be_read_stays_known() {
    let overlay = bilingual();
    run(&overlay, &["pin"]);
    let first = lock(&overlay);
    overlay.write(THEME, b"title: [\n");
    run(&overlay, &["pin"]);
    assert_eq!(lock(&overlay), first);
}
