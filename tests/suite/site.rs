//! The site of this repository and that of the golden corpus, page by page.

use crate::built::{Built, golden, real, root};
use crate::html::{self, Document};
use crate::overlay::files;
use diptych::compile::{Options, World, analyse, build};
use diptych::disk;
use diptych::site::Bundle;
use diptych::source::{Inputs, SourceFile, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A page of the site, read as a browser reads it.
struct Page {
    path: String,
    html: Document,
}

#[test]
fn the_content_has_no_fault() {
    // Building asserts it.
    assert!(real().world.corpus.claims.len() > 100);
}

#[test]
fn every_page_is_right_html() {
    hold(|page, _, faults| {
        for error in &page.html.errors {
            faults.push(error.clone());
        }
        for (what, count) in [
            ("h1", page.html.named("h1").count()),
            ("main", page.html.named("main").count()),
            (
                "title",
                page.html
                    .named("title")
                    .filter(|it| !it.text().is_empty())
                    .count(),
            ),
        ] {
            if count != 1 {
                faults.push(format!("{count} {what}"));
            }
        }
        let language = page
            .html
            .named("html")
            .next()
            .and_then(|it| it.attribute("lang"));
        let is_chinese = page.path.starts_with("zh-hans/");
        if language != Some(if is_chinese { "zh-Hans" } else { "en" }) {
            faults.push(format!("the language is {language:?}"));
        }
        let mut ids = BTreeSet::new();
        for id in page.html.values("id") {
            if !ids.insert(id) {
                faults.push(format!("the id `{id}` stands twice"));
            }
            if id.is_empty() || id.contains(char::is_whitespace) {
                faults.push(format!("`{id}` is no id"));
            }
        }
    });
}

/// Nothing on a page could break the policy that it states itself.
#[test]
fn every_page_keeps_a_strict_policy() {
    hold(|page, _, faults| {
        let mut policies = page.html.named("meta");
        let is_policy = |value: &str| value.eq_ignore_ascii_case("content-security-policy");
        let policy = policies.find(|meta| meta.attribute("http-equiv").is_some_and(is_policy));
        let policy = policy
            .and_then(|meta| meta.attribute("content"))
            .unwrap_or("");
        if !policy.contains("default-src 'none'")
            || policy.contains("unsafe")
            || policy.contains('*')
        {
            faults.push(format!("the policy is `{policy}`"));
        }
        if page
            .html
            .elements
            .iter()
            .any(|element| element.has("style"))
        {
            faults.push("a style attribute".to_owned());
        }
        if page
            .html
            .elements
            .iter()
            .any(|element| element.name() == "style")
        {
            faults.push("a style element".to_owned());
        }
        for script in page.html.named("script") {
            let is_data = script.attribute("type") == Some("application/ld+json");
            if !script.has("src") && !is_data {
                faults.push("an inline script".to_owned());
            }
        }
        for element in &page.html.elements {
            let handler = element
                .attribute_names()
                .find(|name| name.starts_with("on"));
            faults.extend(handler.map(|name| format!("the handler `{name}`")));
            let from_elsewhere = ["src", "srcset", "data", "poster"]
                .into_iter()
                .filter_map(|it| element.attribute(it));
            let from_elsewhere = from_elsewhere.chain(element.attribute("href").filter(|_| {
                let names_a_page =
                    matches!(element.attribute("rel"), Some("canonical" | "alternate"));
                element.name() == "link" && !names_a_page
            }));
            for address in from_elsewhere.filter(|address| address.contains("//")) {
                faults.push(format!("something is loaded from {address}"));
            }
        }
    });
}

#[test]
fn every_link_leads_somewhere() {
    for site in [real(), golden()] {
        let pages = pages(site);
        let ids: BTreeMap<&str, BTreeSet<&str>> = pages
            .iter()
            .map(|page| (page.path.as_str(), page.html.values("id").collect()))
            .collect();
        let base = site.world.corpus.site.base_url.clone().unwrap();
        let mut dead = String::new();
        let mut followed = 0;
        for page in &pages {
            for address in page.html.values("href").chain(page.html.values("src")) {
                let Some(target) = Target::of(address, &page.path, &base) else {
                    continue;
                };
                followed += 1;
                let is_there = match (&target.fragment, ids.get(target.path.as_str())) {
                    (None, _) => site.bundle.get(&target.path).is_some(),
                    (Some(fragment), Some(ids)) => ids.contains(fragment.as_str()),
                    (Some(_), None) => false,
                };
                if !is_there {
                    let _ = writeln!(dead, "{}: {address}", page.path);
                }
            }
        }
        assert!(dead.is_empty(), "{dead}");
        assert!(followed > 1000, "{followed} links");
    }
}

/// From the first page a reader comes to every other by links, and from the text of every page to a next one.
#[test]
fn every_page_is_reached_and_leads_on() {
    for site in [real(), golden()] {
        let pages = pages(site);
        let base = site.world.corpus.site.base_url.clone().unwrap();
        let leads = |page: &Page, links: &mut dyn Iterator<Item = &str>| -> BTreeSet<String> {
            let targets = links.filter_map(|it| Target::of(it, &page.path, &base));
            let paths = targets.map(|target| target.path);
            paths.filter(|path| *path != page.path).collect()
        };
        let mut ways: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for page in &pages {
            let mut anchors = page.html.named("a").filter_map(|it| it.attribute("href"));
            ways.insert(&page.path, leads(page, &mut anchors));
            let main = page.html.named("main").next().unwrap();
            let inner = main.links();
            let onward = leads(page, &mut inner.iter().map(String::as_str));
            assert!(!onward.is_empty(), "{} leads nowhere", page.path);
        }
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next = vec!["index.html"];
        while let Some(path) = next.pop() {
            if reached.insert(path) {
                let on = ways[path].iter().map(String::as_str);
                next.extend(on.filter(|path| ways.contains_key(path)));
            }
        }
        let all = ways.keys().copied().filter(|path| *path != "404.html");
        let missed: Vec<&str> = all.filter(|path| !reached.contains(path)).collect();
        assert!(missed.is_empty(), "{missed:#?}");
    }
}

#[test]
fn every_page_names_its_own_address() {
    hold(|page, base, faults| {
        let mut links = page.html.named("link");
        let canonical = links.find(|link| link.attribute("rel") == Some("canonical"));
        let canonical = canonical.and_then(|link| link.attribute("href"));
        let path = canonical.and_then(|url| url.strip_prefix(base)).map(file);
        let is_known = page.path == "404.html" || is_embed(&page.path);
        if path.as_ref() != Some(&page.path) && !is_known {
            faults.push(format!("its address is given as {canonical:?}"));
        }
    });
}

#[test]
fn every_page_is_on_the_site_map() {
    for site in [real(), golden()] {
        let base = site.world.corpus.site.base_url.clone().unwrap();
        let map = std::str::from_utf8(site.bundle.get("sitemap.xml").unwrap()).unwrap();
        let listed = map
            .split("<loc>")
            .skip(1)
            .map(|rest| rest.split_once("</loc>").unwrap().0);
        let listed: Vec<String> = listed
            .map(|url| url.strip_prefix(&base).unwrap().to_owned())
            .collect();
        let unique: BTreeSet<&String> = listed.iter().collect();
        assert_eq!(unique.len(), listed.len(), "an address stands twice");
        let listed: BTreeSet<String> = listed.iter().map(|path| file(path)).collect();
        let written = pages(site)
            .into_iter()
            .map(|page| page.path)
            .filter(|path| path != "404.html" && !is_embed(path));
        assert_eq!(listed, written.collect());
    }
}

/// The sign that stands for the way to the root is gone from every finished file.
#[test]
fn no_address_is_left_open() {
    let open = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(diptych::site::ROOT);
    for site in [real(), golden()] {
        let mut open = site.bundle.iter().filter(|(_, bytes)| open(bytes));
        assert_eq!(open.next().map(|(path, _)| path), None);
    }
}

/// Every claim that counts stands on a page of its own, on that of its document, of its voice and of
/// each question.
#[test]
fn every_claim_is_where_a_reader_looks_for_it() {
    for site in [real(), golden()] {
        let corpus = &site.world.corpus;
        let mut lacking = String::new();
        let shown: BTreeMap<String, BTreeSet<String>> = pages(site)
            .into_iter()
            .map(|page| {
                (
                    page.path,
                    page.html.values("data-claim").map(str::to_owned).collect(),
                )
            })
            .collect();
        for (id, claim) in corpus.claims().filter(|(_, claim)| claim.counts()) {
            let path = corpus.claim_path(id);
            let questions = claim.answers.iter();
            let questions = questions
                .map(|&question| format!("themes/{}/index.html", corpus.question_path(question)));
            let others = [
                format!("claims/{path}.html"),
                format!("documents/{}/index.html", corpus[claim.document].id),
                format!("voices/{}/index.html", corpus[claim.voice].id),
            ];
            let is_on = |page: &String| {
                let folder = page.strip_suffix("index.html");
                let sheets = shown.iter().filter(|(sheet, _)| {
                    *sheet == page || folder.is_some_and(|folder| is_sheet(sheet, folder))
                });
                sheets.into_iter().any(|(_, claims)| claims.contains(&path))
            };
            for page in questions.chain(others).filter(|page| !is_on(page)) {
                let _ = writeln!(lacking, "{path} is not on {page}");
            }
        }
        assert!(lacking.is_empty(), "{lacking}");
    }
}

/// A former address leads on to a page, by the browser, by a link and for search engines.
#[test]
fn every_alias_leads_to_a_page() {
    let site = golden();
    let base = site.world.corpus.site.base_url.as_deref().unwrap();
    let (pages, aliases) = pages_and_aliases(site);
    let paths: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let mut targets = BTreeMap::new();
    for alias in &aliases {
        let link = alias.html.named("a").next().unwrap();
        let link = link.attribute("href").unwrap();
        let mut meta = alias.html.named("meta");
        let refresh = meta.find(|it| it.attribute("http-equiv") == Some("refresh"));
        let refresh = refresh.unwrap().attribute("content").unwrap();
        assert_eq!(refresh, format!("0; url={link}"), "{}", alias.path);
        let canonical = alias.html.named("link").next().unwrap();
        let target = canonical.attribute("href").unwrap();
        let target = file(target.strip_prefix(base).unwrap());
        let way = "../".repeat(alias.path.matches('/').count());
        assert_eq!(
            file(link.strip_prefix(&way).unwrap()),
            target,
            "{}",
            alias.path
        );
        assert!(paths.contains(target.as_str()), "{target}");
        targets.insert(alias.path.as_str(), target);
    }
    for (alias, target) in [
        ("themes/levels/index.html", "themes/water/index.html"),
        (
            "themes/levels/ice/index.html",
            "themes/water/frost/index.html",
        ),
        (
            "themes/water/ice/index.html",
            "themes/water/frost/index.html",
        ),
        (
            "documents/state-of-waterways/index.html",
            "documents/waterways-report/index.html",
        ),
        (
            "claims/state-of-waterways/eight-feet.html",
            "claims/waterways-report/drain-eight-feet.html",
        ),
        (
            "claims/state-of-waterways/clay-banks.html",
            "claims/waterways-report/clay-banks.html",
        ),
        (
            "voices/drainage-office/index.html",
            "voices/canal-office/index.html",
        ),
        (
            "terms/toll-equality-act/index.html",
            "terms/equal-tolls-act/index.html",
        ),
        ("imprint/index.html", "about/index.html"),
    ] {
        assert_eq!(
            targets.get(alias).map(String::as_str),
            Some(target),
            "{alias}"
        );
    }
}

#[test]
fn the_theme_of_talent_has_claims_on_both_sides() {
    let page = pages(real())
        .into_iter()
        .find(|page| page.path == "themes/talent/index.html")
        .unwrap();
    for side in ["us", "china"] {
        let mut cells = page
            .html
            .elements
            .iter()
            .filter(|cell| cell.attribute("data-side") == Some(side) && cell.has("data-cell"));
        assert!(
            cells.any(|cell| cell.holds("data-ring")),
            "no claim on {side}"
        );
    }
}

#[test]
fn threads_do_not_matter() {
    let inputs = disk::read(root()).unwrap();
    assert_same(&bundle(&inputs, 1), &bundle(&inputs, 4));
}

#[test]
fn the_order_of_files_does_not_matter() {
    let inputs = disk::read(root()).unwrap();
    let copy = |file: &SourceFile| SourceFile::new(file.path().to_owned(), file.contents().clone());
    let mut content: Vec<SourceFile> = inputs.content.iter().map(|(_, file)| copy(file)).collect();
    content.reverse();
    let middle = content.len() / 2;
    content.rotate_left(middle);
    let (mut templates, mut statics) = (inputs.templates.clone(), inputs.statics.clone());
    templates.reverse();
    statics.reverse();
    let shuffled = Inputs {
        content: Sources::new(content),
        templates,
        statics,
    };
    assert_same(&bundle(&inputs, 2), &bundle(&shuffled, 2));
}

/// The site of some inputs, built by so many threads.
fn bundle(inputs: &Inputs, threads: usize) -> Bundle {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap();
    pool.install(|| {
        let texts = disk::texts(root(), None).unwrap();
        let world: World = analyse(&inputs.content, &texts, &Options::default())
            .world
            .unwrap();
        build(inputs, &world, &Options::default()).unwrap()
    })
}

fn assert_same(one: &Bundle, other: &Bundle) {
    assert_eq!(one.len(), other.len());
    let differing = one
        .iter()
        .filter(|(path, bytes)| other.get(path) != Some(bytes));
    let differing: Vec<&str> = differing.map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "{differing:?}");
    assert!(one.len() > files(&root().join("content")).len());
}

fn pages(site: &Built) -> Vec<Page> {
    let (pages, _) = pages_and_aliases(site);
    pages
}

/// Whether a path is that of a further sheet of the page of this folder, such as `2.html`.
fn is_sheet(path: &str, folder: &str) -> bool {
    let name = path.strip_prefix(folder);
    let number = name.and_then(|name| name.strip_suffix(".html"));
    number.is_some_and(|number| number.parse::<usize>().is_ok())
}

/// A row by itself is another form of the page of its question, which search engines are sent to.
fn is_embed(path: &str) -> bool {
    path.starts_with("embed/") || path.contains("/embed/")
}

fn is_alias(page: &Page) -> bool {
    let mut meta = page.html.named("meta");
    meta.any(|it| it.attribute("http-equiv") == Some("refresh"))
}

fn pages_and_aliases(site: &Built) -> (Vec<Page>, Vec<Page>) {
    let all = all_pages(site).into_iter();
    let (aliases, pages) = all.partition(is_alias);
    (pages, aliases)
}

fn all_pages(site: &Built) -> Vec<Page> {
    let pages = site
        .bundle
        .iter()
        .filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| Page {
            path: path.to_owned(),
            html: html::parse(std::str::from_utf8(bytes).unwrap()),
        })
        .collect()
}

/// Holds a rule against every page; each rule is also given the absolute address of the site.
fn hold(rule: impl Fn(&Page, &str, &mut Vec<String>)) {
    let mut wrong = String::new();
    for site in [real(), golden()] {
        let base = site.world.corpus.site.base_url.as_deref().unwrap();
        for page in pages(site) {
            let mut faults = Vec::new();
            rule(&page, base, &mut faults);
            for fault in faults {
                let _ = writeln!(wrong, "{base}, {}: {fault}", page.path);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The file behind an address inside the site.
fn file(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// What an address inside the site means.
struct Target {
    path: String,
    fragment: Option<String>,
}

impl Target {
    /// The target of an address on a page; none where it leads away.
    fn of(address: &str, page: &str, base: &str) -> Option<Self> {
        let (address, fragment) = match address.split_once('#') {
            Some((address, fragment)) => (address, Some(fragment.to_owned())),
            None => (address, None),
        };
        let address = address.split('?').next()?;
        let (_, below) = base.split_once("://")?;
        let folder = &below[below.find('/')?..];
        let path = if let Some(path) = address
            .strip_prefix(base)
            .or_else(|| address.strip_prefix(folder))
        {
            file(path)
        } else if address.contains(':') {
            return None;
        } else if address.is_empty() {
            page.to_owned()
        } else {
            let mut parts: Vec<&str> = page.split('/').collect();
            parts.pop();
            for part in address.split('/') {
                match part {
                    "." => {}
                    ".." if parts.is_empty() => parts.push("outside of the site"),
                    ".." => {
                        parts.pop();
                    }
                    part => parts.push(part),
                }
            }
            file(&parts.join("/"))
        };
        Some(Self { path, fragment })
    }
}
