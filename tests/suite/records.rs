//! The records as authors fill them, read from the source of `src/record`.

use crate::built::root;
use crate::overlay::files;
use std::collections::BTreeMap;
use std::fs;

/// What fills which files: a record, and what the path of its files holds.
pub const ROOTS: [(&str, &str); 7] = [
    ("Site", "site.yaml"),
    ("Theme", "themes/"),
    ("Voice", "voices/"),
    ("Term", "terms/"),
    ("Document", "/document.yaml"),
    ("Claim", "/claims.yaml"),
    ("Page", "pages/"),
];

/// A key of a record.
pub struct Field {
    pub name: String,
    kind: String,
    /// Whether its schema says more than its type does: names, dates, addresses.
    is_formed: bool,
    /// Whether it is read as Markdown.
    pub is_markdown: bool,
}

impl Field {
    /// Whether an author may write any words.
    pub fn is_free(&self) -> bool {
        !self.is_formed && (self.kind.contains("Text") || self.kind.contains("String"))
    }

    /// Whether it holds values by names that the author chooses.
    pub fn is_by_name(&self) -> bool {
        self.kind.contains("Entries<")
    }

    /// The record that it holds, where it holds one.
    pub fn record(&self, records: &BTreeMap<String, Vec<Self>>) -> Option<String> {
        let words = self.kind.split(|c: char| !c.is_alphanumeric());
        let inner = words.rev().find(|word| records.contains_key(*word));
        inner.map(str::to_owned)
    }
}

/// The fields of every record.
pub fn records() -> BTreeMap<String, Vec<Field>> {
    let folder = root().join("src/record");
    let mut records = BTreeMap::new();
    for path in files(&folder) {
        let source = fs::read_to_string(folder.join(path)).unwrap();
        records.extend(structs(&source));
    }
    records
}

/// The structs of a file that authors fill: those whose fields are optional keys.
fn structs(source: &str) -> BTreeMap<String, Vec<Field>> {
    let mut structs = BTreeMap::new();
    for part in source.split("#[serde(default)]\npub struct ").skip(1) {
        let (name, rest) = part.split_once(" {\n").unwrap();
        let (body, _) = rest.split_once("\n}").unwrap();
        let mut fields = Vec::new();
        // What stands above a field: its description and its attributes.
        let mut above = String::new();
        for line in body.lines().map(str::trim) {
            let Some(field) = line.strip_prefix("pub ") else {
                above.push_str(line);
                continue;
            };
            let (name, kind) = field.split_once(": ").unwrap();
            let renamed = above.split_once("#[serde(rename = \"");
            let renamed = renamed.and_then(|(_, rest)| rest.split('"').next());

            let is_formed = above.contains("schemars(with") && !above.contains("form::Allowed")
                || above.contains("form::fields(");
            fields.push(Field {
                name: renamed.unwrap_or(name).to_owned(),
                kind: kind.to_owned(),
                is_formed,
                is_markdown: above.contains("/// Markdown for the reader."),
            });
            above.clear();
        }
        structs.insert(name.to_owned(), fields);
    }
    structs
}
