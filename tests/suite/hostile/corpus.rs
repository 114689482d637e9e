//! The invented corpus with hostile words in every text of every record.

use crate::overlay::{Overlay, files, tests};
use crate::records::{Field, ROOTS, records};
use camino::Utf8Path;
use serde::Deserialize;
use serde_yaml::{Mapping, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The documents whose sources are private copies, in which a quotation can say anything, each with words of its source
/// that begin a line.
const PRIVATE: [(&str, &str); 2] = [
    ("sallow-gazette", "Who pays?"),
    ("toll-act", "An Act for the Equalisation of Tolls."),
];

/// Among how many texts of a field the strings are shared out at most.
const MOST_SHARES: usize = 12;

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Whole(String),
    Repeated { repeat: String, times: usize },
}

/// Every hostile string, in the order of the file.
pub fn strings() -> Vec<String> {
    let text = fs::read_to_string(tests().join("hostile/strings.yaml")).unwrap();
    let groups: BTreeMap<String, Vec<Written>> = serde_yaml::from_str(&text).unwrap();
    let strings = groups.into_values().flatten();
    strings
        .map(|string| match string {
            Written::Whole(text) => text,
            Written::Repeated { repeat, times } => repeat.repeat(times),
        })
        .collect()
}

/// What an author's text becomes; a share of the strings is told by its number and how many there are.
pub struct Words<'a> {
    /// In a field that is shown as it is written.
    pub plain: &'a dyn Fn(&str, Share) -> String,
    /// In a quotation, where brackets are an editor's and are refused.
    pub quoted: &'a dyn Fn(&str, Share) -> String,
    /// In a field that is Markdown.
    pub markdown: &'a dyn Fn(&str, Share) -> String,
}

/// Which text of a field this is. Where a corpus has many, each takes a part of the strings, so that the field has seen
/// them all and pages stay short.
#[derive(Clone, Copy)]
pub struct Share {
    number: usize,
    of: usize,
}

impl Share {
    /// The first string that belongs to this text.
    pub fn first(self) -> usize {
        self.number % self.of
    }

    /// Whether a string belongs to this text.
    pub fn has(self, at: usize) -> bool {
        at % self.of == self.number % self.of
    }
}

/// The corpus with other words, and every field of which a text was changed, as `Record.field`.
pub fn corpus(words: &Words<'_>) -> (Overlay, BTreeSet<String>) {
    let site = Overlay::golden();
    let content = site.root().join("content");
    let mut read = Vec::new();
    for path in files(&content) {
        let Some((record, _)) = ROOTS.iter().find(|(_, part)| path.contains(part)) else {
            continue;
        };
        let text = fs::read_to_string(content.join(&path)).unwrap();
        let (front, body) = match text.strip_prefix("---\n") {
            Some(page) => page.split_once("\n---\n").unwrap(),
            None => (text.as_str(), ""),
        };
        let value: Value = serde_yaml::from_str(front).unwrap();
        read.push((path, *record, value, body.to_owned()));
    }
    let mut maker = Maker {
        records: records(),
        words,
        totals: None,
        seen: BTreeMap::new(),
    };
    for (_, record, value, _) in &mut read {
        maker.visit(record, value);
    }
    maker.totals = Some(std::mem::take(&mut maker.seen));
    for (path, record, value, body) in &mut read {
        maker.visit(record, value);
        if *record == "Site" {
            value["quotation"]["max_words"] = 1000.into();
        }
        for (name, bound) in PRIVATE {
            let source = format!("sources/{name}.txt");
            if *path == format!("documents/{name}/claims.yaml") {
                maker.quotations(&site, &source, value);
            } else if *path == format!("documents/{name}/document.yaml") {
                maker.bound(&site, &source, bound, value);
            }
        }
        let yaml = serde_yaml::to_string(&value).unwrap();
        let text = if *record == "Page" {
            format!("---\n{yaml}---\n{}", (words.markdown)(body, WHOLE))
        } else {
            yaml
        };
        site.write(&format!("content/{path}"), text.as_bytes());
    }
    prolong(site.root(), words);
    (site, maker.seen.into_keys().collect())
}

/// All strings.
const WHOLE: Share = Share { number: 0, of: 1 };

/// A text that is published whole gets hostile paragraphs, in which nobody quotes.
fn prolong(root: &Utf8Path, words: &Words<'_>) {
    let path = root.join("content/documents/waterways-report/text.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, (words.markdown)(&text, WHOLE)).unwrap();
}

struct Maker<'a> {
    records: BTreeMap<String, Vec<Field>>,
    words: &'a Words<'a>,
    /// How many texts each field has; while they are counted nothing is changed.
    totals: Option<BTreeMap<String, usize>>,
    /// How many texts of each field were seen.
    seen: BTreeMap<String, usize>,
}

impl Maker<'_> {
    fn visit(&mut self, record: &str, value: &mut Value) {
        match value {
            Value::Sequence(items) => items.iter_mut().for_each(|item| self.visit(record, item)),
            Value::Mapping(map) => self.fields(record, map),
            _ => {}
        }
    }

    fn fields(&mut self, record: &str, map: &mut Mapping) {
        for (key, value) in map {
            let name = key.as_str().unwrap();
            let fields = &self.records[record];
            let field = fields.iter().find(|field| field.name == name).unwrap();
            let is_plain = field.is_free();
            match field.record(&self.records) {
                Some(inner) if field.is_by_name() => {
                    let values = value.as_mapping_mut().unwrap().values_mut();
                    values.for_each(|value| self.visit(&inner, value));
                }
                Some(inner) => self.visit(&inner, value),
                // What binds a record to a source is changed together with the source.
                None if is_bound(record, name) => {}
                None if is_plain || field.is_markdown => {
                    let is_markdown = field.is_markdown;
                    self.text(&format!("{record}.{name}"), value, is_markdown);
                }
                None => {}
            }
        }
    }

    fn text(&mut self, field: &str, value: &mut Value, is_markdown: bool) {
        match value {
            Value::String(text) => {
                let number = self.number(field);
                let Some(totals) = &self.totals else {
                    return;
                };
                let share = Share {
                    number,
                    of: totals[field].min(MOST_SHARES),
                };
                let change = if is_markdown {
                    self.words.markdown
                } else {
                    self.words.plain
                };
                *text = change(text, share);
            }
            Value::Sequence(items) => {
                for item in items {
                    self.text(field, item, is_markdown);
                }
            }
            Value::Mapping(map) => {
                map.values_mut()
                    .for_each(|it| self.text(field, it, is_markdown));
            }
            other => panic!("{other:?} is no text"),
        }
    }

    /// The number of the next text of a field.
    fn number(&mut self, field: &str) -> usize {
        let seen = self.seen.entry(field.to_owned()).or_default();
        *seen += 1;
        *seen - 1
    }

    /// Gives a document a section, a line that is skipped and a misprint, all of which its source has.
    fn bound(&mut self, site: &Overlay, source: &str, starts: &str, document: &mut Value) {
        let text = fs::read_to_string(site.root().join(source)).unwrap();
        let more = |words: &str| (self.words.plain)(words, WHOLE);
        let [section, line, printed, read] = [starts, "PRICED", "Hartour", "Harbour"].map(more);
        let text = text.replace(starts, &section);
        let text = format!(
            "{line}\n\n{}\n\n{printed}\n\n{text}",
            line.replace('\n', " ")
        );
        site.write(source, text.as_bytes());
        document["furniture"] = vec![line].into();
        let entries = |pairs: [(&str, String); 2]| {
            let pairs = pairs.map(|(key, value)| (Value::from(key), Value::from(value)));
            Value::from(Mapping::from_iter(pairs))
        };
        let section = entries([("label", section.clone()), ("starts", section)]);
        let repair = entries([("printed", printed), ("read", read)]);
        document["sections"] = vec![section].into();
        document["repairs"] = vec![repair].into();
        let changed = [
            "Document.furniture",
            "Section.starts",
            "Repair.printed",
            "Repair.read",
        ];
        for field in changed {
            self.number(field);
        }
    }

    /// Lets the last part of each quotation say more, and the source with it.
    fn quotations(&mut self, site: &Overlay, source: &str, claims: &mut Value) {
        let mut text = fs::read_to_string(site.root().join(source)).unwrap();
        for claim in claims.as_sequence_mut().unwrap() {
            let quote = match &mut claim["quote"] {
                Value::Sequence(parts) => parts.last_mut().unwrap(),
                whole => whole,
            };
            let part = quote.as_str().unwrap().to_owned();
            if text.matches(&part).count() == 1 {
                let share = Share {
                    number: self.number("Claim.quote"),
                    of: MOST_SHARES,
                };
                let more = (self.words.quoted)(&part, share);
                text = text.replace(&part, &more);
                *quote = Value::String(more.clone());
                let figure = [
                    ("measures", part.into()),
                    ("value", 1.into()),
                    ("verbatim", more.into()),
                ];
                let figure =
                    Mapping::from_iter(figure.map(|(key, value)| (Value::from(key), value)));
                claim["figures"] = vec![Value::from(figure)].into();
                self.number("Figure.verbatim");
            }
        }
        site.write(source, text.as_bytes());
    }
}

/// Whether a text has to be found in a source, so that it cannot be changed alone.
fn is_bound(record: &str, field: &str) -> bool {
    matches!(
        (record, field),
        ("Claim", "quote" | "prefix" | "suffix")
            | ("Figure", "verbatim")
            | ("Repair", "printed" | "read")
            | ("Section", "starts")
            | ("Document", "furniture")
    )
}
