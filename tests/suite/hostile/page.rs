//! What a page may be made of: what the templates make of harmless words, and what Markdown may be.

use super::marks::{Leeway, Marks};
use crate::html::{Document, Element, parse};
use serde_json::Value;
use std::collections::BTreeSet;

/// The classes of the elements in which Markdown stands.
const MARKDOWN: [&str; 2] = ["note", "prose"];

/// What Markdown may become, with the attributes that it may have.
const MARKDOWN_TAGS: &[(&str, &[&str])] = &[
    ("a", &["aria-label", "class", "href", "id", "rel", "title"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &[]),
    ("del", &[]),
    ("div", &["lang"]),
    ("em", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("li", &["id"]),
    // Of a text that is published whole: what is quoted is marked, and leads to its statement.
    ("mark", &[]),
    ("span", &["id"]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("section", &["class"]),
    ("strong", &[]),
    ("sup", &["class"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// Attributes that a browser follows.
const FOLLOWED: [&str; 11] = [
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "manifest",
    "ping",
    "poster",
    "src",
    "srcset",
];

/// What stands around a part of a page.
const PAGE: (&str, &str) = (
    "<!doctype html><html><head><title>x</title></head><body>",
    "</body></html>",
);

/// What is wrong, and which strings were found.
#[derive(Default)]
pub struct Findings {
    pub faults: Vec<String>,
    pub seen: BTreeSet<usize>,
}

impl Findings {
    fn add(&mut self, fault: impl Into<String>) {
        self.faults.push(fault.into());
    }

    /// Looks for strings that are not as they were written.
    pub fn words(&mut self, place: &str, words: &str, leeway: Leeway, marks: &Marks) {
        if let Err(fault) = marks.find(words, leeway, &mut self.seen) {
            self.add(format!("{place}: {fault}"));
        }
    }

    /// Looks at every text of a JSON file, by its key.
    pub fn json(&mut self, text: &str, look: &mut dyn FnMut(&mut Self, &str, &str)) {
        match serde_json::from_str(text) {
            Ok(value) => self.json_value("", &value, look),
            Err(error) => self.add(format!("not JSON: {error}")),
        }
    }

    fn json_value(
        &mut self,
        key: &str,
        value: &Value,
        look: &mut dyn FnMut(&mut Self, &str, &str),
    ) {
        match value {
            Value::String(text) => look(self, key, text),
            Value::Array(items) => items.iter().for_each(|it| self.json_value(key, it, look)),
            Value::Object(map) => {
                for (key, value) in map {
                    look(self, "", key);
                    self.json_value(key, value, look);
                }
            }
            _ => {}
        }
    }

    /// Looks at a part of a page, which a script puts into one.
    pub fn part(&mut self, markup: &str, made: &BTreeSet<String>, marks: &Marks) {
        let (before, after) = PAGE;
        self.page(&format!("{before}{markup}{after}"), made, marks);
    }

    /// Looks at a page, which may be made of these shapes and of what Markdown becomes.
    pub fn page(&mut self, markup: &str, made: &BTreeSet<String>, marks: &Marks) {
        let page = parse(markup);
        self.faults.extend(page.errors.iter().cloned());
        let mut ids = BTreeSet::new();
        for id in page.values("id") {
            if !ids.insert(id) {
                self.add(format!("two elements have the id {id:?}"));
            }
        }
        walk(&page, &mut |parents, element| {
            self.element(parents, element, made, marks);
        });
        let root = &page.elements[0];
        let aside = |it: &Element| it.name() == "script" || it.name() == "pre" || is_citation(it);
        self.words("text", &root.text_without(&aside), Leeway::Blanks, marks);
    }

    fn element(
        &mut self,
        parents: &[&Element],
        element: &Element,
        made: &BTreeSet<String>,
        marks: &Marks,
    ) {
        let shape = shape(parents, element);
        let in_markdown = parents.iter().any(|it| is_markdown(it));
        if in_markdown {
            if !may_be_markdown(element) {
                self.add(format!("Markdown became {shape}"));
            }
        } else if !made.contains(&shape) {
            self.add(format!("{shape} is of nobody's making"));
        }
        for name in element.attribute_names() {
            let value = element.attribute(name).unwrap();
            if FOLLOWED.contains(&name) {
                if !leads_somewhere_safe(value) {
                    self.add(format!("{shape} leads to {value:?}"));
                }
            } else if !in_markdown {
                self.words(&format!("{shape} {name}"), value, Leeway::Blanks, marks);
            }
        }
        match element.name() {
            "script" if element.attribute("type") == Some("application/ld+json") => {
                self.json(&element.text(), &mut |found, key, text| {
                    found.words(key, text, Leeway::None, marks);
                });
            }
            "pre" if element.text().starts_with('<') && !in_markdown => {
                self.copied(&element.text(), marks);
            }
            _ if is_citation(element) => {
                self.words("citation", &element.text(), Leeway::Letters, marks);
            }
            _ => {}
        }
    }

    /// Looks at markup that readers copy to pages of their own.
    fn copied(&mut self, markup: &str, marks: &Marks) {
        const TAGS: &str = " html head title body table tbody caption tr th td ul li a iframe ";
        const ATTRIBUTES: &str = " href scope src title width height loading ";
        let page = parse(&format!("<!doctype html><title>x</title>{markup}"));
        for element in &page.elements {
            let mut names = element.attribute_names();
            let is_known = |list: &str, name: &str| list.contains(&format!(" {name} "));
            if !is_known(TAGS, element.name()) || !names.all(|name| is_known(ATTRIBUTES, name)) {
                self.add(format!("what is copied has {}", shape(&[], element)));
            }
        }
        let title = page.values("title").collect::<Vec<_>>().join(" ");
        let text = page.elements[0].text();
        self.words("what is copied", &title, Leeway::Blanks, marks);
        self.words("what is copied", &text, Leeway::Blanks, marks);
    }
}

/// Every kind of element of a page, with its parent and its attributes; what Markdown made is left out.
pub fn shapes(markup: &str) -> BTreeSet<String> {
    let mut shapes = BTreeSet::new();
    let (before, after) = PAGE;
    let markup = if markup.starts_with("<!") {
        markup.to_owned()
    } else {
        format!("{before}{markup}{after}")
    };
    walk(&parse(&markup), &mut |parents, element| {
        if !parents.iter().any(|it| is_markdown(it)) {
            shapes.insert(shape(parents, element));
        }
    });
    shapes
}

/// Shows every element with those around it, the outermost first.
fn walk(page: &Document, look: &mut dyn FnMut(&[&Element], &Element)) {
    fn below<'a>(
        parents: &mut Vec<&'a Element>,
        element: &'a Element,
        look: &mut dyn FnMut(&[&Element], &Element),
    ) {
        look(parents, element);
        for child in element.children() {
            let mut inner = parents.clone();
            inner.push(element);
            below(&mut inner, &child, look);
        }
    }
    below(&mut Vec::new(), &page.elements[0], look);
}

fn shape(parents: &[&Element], element: &Element) -> String {
    let parent = parents.last().map_or("", |it| it.name());
    let mut names: Vec<&str> = element.attribute_names().collect();
    names.sort_unstable();
    let class = element.attribute("class").unwrap_or_default();
    // What is shown of a file is coloured by what is in it.
    let class = class.strip_prefix("y-").map_or(class, |_| "y-*");
    format!("{parent} > {}[{}].{class}", element.name(), names.join(" "))
}

fn is_markdown(element: &Element) -> bool {
    let class = element.attribute("class").unwrap_or_default();
    class.split(' ').any(|it| MARKDOWN.contains(&it))
}

fn is_citation(element: &Element) -> bool {
    element.name() == "p" && element.has("data-copy")
}

fn may_be_markdown(element: &Element) -> bool {
    let known = MARKDOWN_TAGS.iter().find(|(tag, _)| *tag == element.name());
    known.is_some_and(|(_, names)| element.attribute_names().all(|it| names.contains(&it)))
}

/// Reads an address as browsers do: controls and blanks at its ends fall off, tabs and line ends anywhere.
fn leads_somewhere_safe(address: &str) -> bool {
    let address = address
        .trim_matches(|letter: char| letter <= ' ')
        .replace(['\t', '\n', '\r'], "")
        .to_lowercase();
    let is_web = ["http:", "https:", "mailto:"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    let has_scheme = before_path.contains(':');
    let leaves = address.replace('\\', "/").starts_with("//");
    is_web || !(has_scheme || leaves)
}
