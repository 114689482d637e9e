//! Templates and views, held against each other as text.
//!
//! Rendering fails where a template asks for what is not there, but only on the branches that some content
//! takes. Here every branch is followed: each name that a template writes has to be a field of the view that it
//! is given, and each field has to be written by some template.

use crate::built::root;
use crate::overlay::files;
use crate::walk::House;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What the templates beside pages are filled with.
pub const FEEDS: [(&str, &str); 5] = [
    ("alias.html", "AliasPage"),
    ("feeds/atom.xml", "Feed"),
    ("feeds/sitemap.xml", "Sitemap"),
    ("feeds/sitemap_index.xml", "SitemapIndex"),
    ("feeds/robots.txt", "Robots"),
];

/// Components that are rendered apart from pages: where each stands, how it is called, and with what.
pub const PARTS: [(&str, &str, &str, &str); 8] = [
    (
        "components/claim_card.html",
        "{{ <ClaimCard card={card} /> }}",
        "card",
        "ClaimCard",
    ),
    (
        "components/column.html",
        "{{ <Column row={row} level={level} /> }}",
        "row",
        "RowView",
    ),
    (
        "components/column.html",
        "{{ <AskedOfWorld row={row} level={level} /> }}",
        "row",
        "RowView",
    ),
    (
        "components/column.html",
        "{{ <ThemeHead theme={theme} level={level} /> }}",
        "theme",
        "Link",
    ),
    (
        "components/snippet.html",
        "{{ <SnippetFrame snippet={snippet} /> }}",
        "snippet",
        "Snippet",
    ),
    (
        "components/snippet.html",
        "{{ <SnippetTable snippet={snippet} /> }}",
        "snippet",
        "Snippet",
    ),
    (
        "components/shell.html",
        "{{ <ShellWays shell={shell} /> }}",
        "shell",
        "Shell",
    ),
    (
        "components/shell.html",
        "{{ <ShellPages shell={shell} /> }}",
        "shell",
        "Shell",
    ),
];

#[test]
fn every_page_has_a_template_and_every_template_a_page() {
    let declared: BTreeMap<String, String> = pages()
        .into_iter()
        .map(|page| (page.template, page.variant))
        .collect();
    let renderer = read("src/render/renderer.rs");
    let rendered = renderer.split("View::").skip(1).filter_map(|arm| {
        let (variant, rest) = arm.split_once("(page) => self.fill(\"")?;
        Some((rest.split_once('"')?.0.to_owned(), variant.to_owned()))
    });
    assert_eq!(
        declared,
        rendered.collect(),
        "view/mod.rs and render/renderer.rs differ"
    );
    let kept = templates()
        .into_keys()
        .filter(|name| name.starts_with("pages/"));
    assert_eq!(
        declared.into_keys().collect::<BTreeSet<_>>(),
        kept.collect()
    );
}

#[test]
fn templates_and_views_agree() {
    let house = House::new(templates());
    let faults = house.faults();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Each change to a template is refused.
#[test]
fn disagreement_is_noticed() {
    let before = House::new(templates()).faults();
    for (name, old, new) in [
        (
            "pages/theme.html",
            "{{ page.definition }}",
            "{{ page.defintion }}",
        ),
        ("pages/theme.html", "{{ frame.title }}", "{{ frame.theme }}"),
        (
            "pages/voice.html",
            "for card_html in statements.cards",
            "for card_html in page.cards",
        ),
        (
            "pages/prose.html",
            "{{ page.body_html | safe }}",
            "{{ page.body_html }}",
        ),
        ("pages/prose.html", "{{ page.body_html | safe }}", ""),
        (
            "pages/home.html",
            "{{ page.description }}",
            "{{ page.description | safe }}",
        ),
        ("base.html", "{{ frame.window_title }}", "{{ page.title }}"),
        (
            "components/claim_card.html",
            "{{ figure.measures }}",
            "{{ figure.measure }}",
        ),
        (
            "components/claim_card.html",
            "{{ figure.measures }}",
            "{{ card.kind_label }}",
        ),
        (
            "pages/voices.html",
            "{{ entry.amount }}",
            "{{ <Nothing entry={entry} /> }}",
        ),
    ] {
        let mut templates = templates();
        let text = templates.get_mut(name).unwrap();
        let changed = text.replace(old, new);
        assert_ne!(*text, changed, "{name} has no {old}");
        *text = changed;
        let after = House::new(templates).faults();
        assert!(!after.is_subset(&before), "{name}: {new}");
    }
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Every template by its name, without the messages.
pub fn templates() -> BTreeMap<String, String> {
    let names = files(&root().join("templates")).into_iter();
    let names = names.filter(|name| !name.starts_with("i18n/"));
    names
        .map(|name| (name.clone(), read(&format!("templates/{name}"))))
        .collect()
}

/// The source of the views, without comments and tests.
pub fn views() -> String {
    let mut views = String::new();
    for path in files(&root().join("src/view")) {
        let source = read(&format!("src/view/{path}"));
        let source = source.split("#[cfg(test)]").next().unwrap();
        for line in source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            views += line;
            views.push('\n');
        }
    }
    views
}

/// A page of the site: the variant, what it holds and its template.
pub struct PageKind {
    pub variant: String,
    pub view: String,
    pub template: String,
}

pub fn pages() -> Vec<PageKind> {
    let source = read("src/view/mod.rs");
    let (_, body) = source.split_once("pub enum View {").unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let mut pages = Vec::new();
    for entry in body.split("/// `").skip(1) {
        let (template, rest) = entry.split_once('`').unwrap();
        let (variant, rest) = rest.trim().split_once('(').unwrap();
        let (view, _) = rest.split_once(')').unwrap();
        pages.push(PageKind {
            variant: variant.to_owned(),
            view: view.to_owned(),
            template: template.to_owned(),
        });
    }
    pages
}
