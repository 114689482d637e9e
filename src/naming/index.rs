use super::shape::{Shape, Shapes};
use super::symbol::{Kind, Symbol, named};
use crate::diagnostic::Report;
use crate::source::{Contents, FileId, SourceFile, Sources};
use crate::yaml::{self, Node, Value};
use std::ops::Range;

/// What one file defines and names.
#[derive(Debug, Default)]
pub struct FileIndex {
    /// The records that it defines.
    pub definitions: Vec<Definition>,
    /// Every place that names a record, the ids of its own among them.
    pub occurrences: Vec<(Symbol, Range<usize>)>,
    /// Whether it could be read.
    pub is_sound: bool,
}

/// A record and where it is written.
#[derive(Debug)]
pub struct Definition {
    /// The record.
    pub symbol: Symbol,
    /// What readers call it: its statement, question, title or name.
    pub title: String,
    /// The quotation of a claim.
    pub quote: Option<String>,
    /// The bytes of its id; nothing at the start of a file that has the id as its name.
    pub id: Range<usize>,
    /// The bytes of the whole record; of a page, its front matter.
    pub record: Range<usize>,
    /// The bytes of its former ids, where it has any.
    pub aliases: Option<Range<usize>>,
}

/// The kind of a file below `content/`, as schemas call it, with the id of what it belongs to.
pub fn kind_of(path: &str) -> Option<(&'static str, &str)> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["content", "site.yaml"] => Some(("site", "")),
        ["content", "themes", name] => Some(("theme", name.strip_suffix(".yaml")?)),
        ["content", "voices", name] => Some(("voice", name.strip_suffix(".yaml")?)),
        ["content", "terms", name] => Some(("term", name.strip_suffix(".yaml")?)),
        ["content", "documents", id, "document.yaml"] => Some(("document", id)),
        ["content", "documents", id, "claims.yaml"] => Some(("claims", id)),
        // A page in another language has the address of the one without a tag.
        ["content", "pages", name] => {
            let stem = name.strip_suffix(".md").filter(|stem| !stem.contains('.'));
            Some(("page", stem?))
        }
        _ => None,
    }
}

impl FileIndex {
    /// Reads a file; what cannot be read defines nothing but the record that the file itself is.
    pub fn new(path: &str, text: &str, shapes: &Shapes) -> Self {
        let mut index = Self::default();
        let Some((kind, home)) = kind_of(path) else {
            index.is_sound = true;
            return index;
        };
        let file = SourceFile::new(path.to_owned(), Contents::Text(text.to_owned()));
        let sources = Sources::new(vec![file]);
        let whole = match kind {
            "page" => match yaml::front_matter(text) {
                Some((head, _)) => head,
                None => return index,
            },
            _ => 0..text.len(),
        };
        let node = yaml::parse(
            FileId::new(0),
            whole.clone(),
            &sources,
            &mut Report::default(),
        );
        index.is_sound = node.is_some();
        if let Some(kind) = Kind::named(kind) {
            index.definitions.push(Definition {
                symbol: Symbol::new(kind, home),
                title: node.as_ref().map_or(String::new(), title),
                quote: None,
                id: 0..0,
                record: whole,
                aliases: node.as_ref().and_then(aliases),
            });
        }
        if let (Some(node), Some(shape)) = (&node, shapes.of(kind)) {
            index.walk(node, shape, home, text);
        }
        index
    }

    fn walk(&mut self, node: &Node, shape: &Shape, home: &str, text: &str) {
        match &node.value {
            Value::Sequence(items) => {
                for item in items {
                    self.walk(item, shape, home, text);
                }
            }
            Value::Mapping(pairs) => {
                for (key, value) in pairs {
                    let is_known = shape.keys.contains_key(key.text());
                    if let Some(what) = shape.keys_name.as_ref().filter(|_| !is_known) {
                        self.name(what, key, home, text);
                    }
                    let Some(inner) = shape.behind(key.text()) else {
                        continue;
                    };
                    if let Some(what) = &inner.defines {
                        self.define(what, node, value, home, text);
                    }
                    self.walk(value, inner, home, text);
                }
            }
            Value::Text(_) => {
                if let Some(what) = &shape.names {
                    self.name(what, node, home, text);
                }
            }
            _ => {}
        }
    }

    fn name(&mut self, what: &str, node: &Node, home: &str, text: &str) {
        let place = node.span.range();
        // A value with escapes is not as it is written; ids have none.
        let Some(at) = text[place.clone()].find(node.text()) else {
            return;
        };
        let start = place.start + at;
        let symbols = named(what, node.text(), home).into_iter();
        let symbols = symbols.map(|(symbol, part)| (symbol, start + part.start..start + part.end));
        self.occurrences.extend(symbols);
    }

    fn define(&mut self, what: &str, record: &Node, id: &Node, home: &str, text: &str) {
        let (Some(kind), place) = (Kind::named(what), id.span.range()) else {
            return;
        };
        let Some(at) = text[place.clone()]
            .find(id.text())
            .filter(|_| !id.is_blank())
        else {
            return;
        };
        let full = match kind {
            Kind::Question | Kind::Claim => format!("{home}/{}", id.text()),
            _ => id.text().to_owned(),
        };
        let symbol = Symbol::new(kind, full);
        let range = place.start + at..place.start + at + id.text().len();
        self.occurrences.push((symbol.clone(), range.clone()));
        self.definitions.push(Definition {
            symbol,
            title: title(record),
            quote: value(record, "quote").map(|quote| words(quote, " … ")),
            id: range,
            record: record.span.range(),
            aliases: aliases(record),
        });
    }
}

/// What readers call a record.
fn title(record: &Node) -> String {
    let keys = ["says", "asks", "title", "name"];
    let named = keys.iter().find_map(|key| value(record, key));
    named.map_or(String::new(), |node| first_words(node).to_owned())
}

fn aliases(record: &Node) -> Option<Range<usize>> {
    value(record, "aliases").map(|node| node.span.range())
}

fn value<'a>(record: &'a Node, key: &str) -> Option<&'a Node> {
    let Value::Mapping(pairs) = &record.value else {
        return None;
    };
    let mut pairs = pairs.iter();
    pairs
        .find(|(name, _)| name.text() == key)
        .map(|(_, value)| value)
}

/// Text, or that of the first language.
fn first_words(node: &Node) -> &str {
    match &node.value {
        Value::Mapping(pairs) => pairs.first().map_or("", |(_, words)| words.text()),
        _ => node.text(),
    }
}

fn words(node: &Node, between: &str) -> String {
    match &node.value {
        Value::Sequence(parts) => {
            let parts: Vec<&str> = parts.iter().map(Node::text).collect();
            parts.join(between)
        }
        _ => node.text().to_owned(),
    }
}
