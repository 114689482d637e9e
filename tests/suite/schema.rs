//! The schemas say what the program says: what they demand is missed, what they let be missing is not.
//!
//! That the schemas have each field is held by the types of which both are made; what is required is code
//! in one and data in the other, so each field of the invented corpus is taken away once. With
//! `DIPTYCH_BLESS=1` in the environment the schemas of the repository are written anew.

use crate::built::root;
use diptych::compile::{Options, analyse};
use diptych::diagnostic::{Code, Diagnostic};
use diptych::disk;
use diptych::export::SchemaFile;
use diptych::quote::Texts;
use diptych::source::{Contents, SourceFile, Sources};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;

/// Fields that are needed for a reason that lies in another file or in the words themselves.
const BEYOND_SCHEMAS: [(&str, &str); 2] = [("Claim", "mode"), ("Repair", "because")];

#[test]
fn the_schemas_are_current() {
    let folder = root().join(".vscode/schema");
    for file in SchemaFile::all() {
        let path = folder.join(file.name());
        if std::env::var_os("DIPTYCH_BLESS").is_some_and(|value| value == "1") {
            fs::write(&path, file.text()).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap();
        assert_eq!(kept, file.text(), "run `diptych schema`");
    }
}

#[test]
fn every_field_is_told() {
    for file in SchemaFile::all() {
        let definitions = file.schema.get("definitions").and_then(Value::as_object);
        let records = definitions
            .into_iter()
            .flat_map(Map::values)
            .chain([&file.schema]);
        for record in records.filter(|it| it["title"] != "Text") {
            let fields = record["properties"].as_object().into_iter().flatten();
            for (field, schema) in fields {
                let about = schema["description"].as_str().unwrap_or_default();
                assert!(
                    about.ends_with(['.', '`']) && about.len() > 8,
                    "{field}: {about}"
                );
            }
        }
    }
}

#[test]
fn what_is_demanded_is_missed() {
    let corpus = Golden::new();
    let mut tried = BTreeSet::new();
    let mut demanded = 0;
    let mut wrong = Vec::new();
    corpus.each_record(|golden, path, place, name, schema, record| {
        let needed = demands(schema, record);
        for key in record.keys() {
            let is_needed = needed.contains(key);
            let case = (name.to_owned(), key.clone(), is_needed);
            if BEYOND_SCHEMAS.contains(&(name, key.as_str())) || !tried.insert(case) {
                continue;
            }
            demanded += usize::from(is_needed);
            let mut rest = record.clone();
            rest.remove(key);
            let said = format!("no `{key}`");
            let is_missed = golden
                .faults(path, place, &rest)
                .iter()
                .any(|fault| fault.code == Code::MissingField && fault.message.ends_with(&said));
            if is_missed != is_needed {
                wrong.push(format!("{name}.{key}: the schema demands it: {is_needed}"));
            }
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(demanded > 40, "{demanded}");
}

#[test]
fn what_may_be_missing_may_be_named() {
    let corpus = Golden::new();
    let mut tried = BTreeSet::new();
    let mut wrong = Vec::new();
    corpus.each_record(|golden, path, place, name, schema, record| {
        let fields = schema["properties"].as_object().unwrap();
        for list in ["not_given", "inferred"] {
            if !fields.contains_key(list) || !tried.insert((name.to_owned(), list)) {
                continue;
            }
            let known = &fields[list];
            for field in fields.keys() {
                let (is_known, value) = if list == "inferred" {
                    let known = known["properties"].as_object().unwrap();
                    (known.contains_key(field), json!({field: "from its title"}))
                } else {
                    let known = known["anyOf"][0]["enum"].as_array().unwrap();
                    (known.contains(&json!(field)), json!([field]))
                };
                let mut other = record.clone();
                other.insert(list.to_owned(), value);
                let faults = golden.faults(path, place, &other);
                let is_refused = faults.iter().any(|it| it.code == Code::UnknownField);
                if is_refused == is_known {
                    wrong.push(format!(
                        "{name}.{list}: {field}: the schema has it: {is_known}"
                    ));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(tried.len(), 6, "{tried:?}");
}

/// The invented corpus.
struct Golden {
    files: Vec<(String, String)>,
}

impl Golden {
    fn new() -> Self {
        let sources = disk::read(&root().join("tests/golden")).unwrap().content;
        let files = sources.iter();
        Self {
            files: files
                .map(|(_, file)| (file.path().to_owned(), file.text().to_owned()))
                .collect(),
        }
    }

    /// Calls with each record of each file: its file, its place there, the name of its type, its schema.
    fn each_record(
        &self,
        mut call: impl FnMut(&Self, &str, &str, &str, &Value, &Map<String, Value>),
    ) {
        let schemas = SchemaFile::all();
        for (path, text) in &self.files {
            let Some(kind) = kind(path) else { continue };
            let schema = schemas.iter().find(|file| file.kind == kind).unwrap();
            let value: Value = serde_yaml::from_str(text).unwrap();
            let mut records = Vec::new();
            collect(
                &schema.schema,
                &schema.schema,
                kind,
                "",
                &value,
                &mut records,
            );
            for (place, name, schema, record) in records {
                call(self, path, &place, &name, schema, record);
            }
        }
    }

    /// What is wrong where a record is replaced.
    fn faults(&self, path: &str, place: &str, record: &Map<String, Value>) -> Vec<Diagnostic> {
        let files = self.files.iter().map(|(other, text)| {
            let mut text = text.clone();
            if path == other {
                let mut value: Value = serde_yaml::from_str(&text).unwrap();
                *value.pointer_mut(place).unwrap() = Value::Object(record.clone());
                text = serde_yaml::to_string(&value).unwrap();
            }
            SourceFile::new(other.clone(), Contents::Text(text))
        });
        let sources = Sources::new(files.collect());
        let report = analyse(&sources, &Texts::default(), &Options::default()).report;
        report.diagnostics().to_vec()
    }
}

/// Which schema a file has.
fn kind(path: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [_, "site.yaml"] => Some("site"),
        [_, "themes", _] => Some("theme"),
        [_, "voices", _] => Some("voice"),
        [_, "terms", _] => Some("term"),
        [.., "document.yaml"] => Some("document"),
        [.., "claims.yaml"] => Some("claims"),
        _ => None,
    }
}

type Found<'s, 'v> = (String, String, &'s Value, &'v Map<String, Value>);

/// Every record in a value, with its place and its schema.
fn collect<'s, 'v>(
    root: &'s Value,
    schema: &'s Value,
    name: &str,
    place: &str,
    value: &'v Value,
    found: &mut Vec<Found<'s, 'v>>,
) {
    if let Some(path) = schema["$ref"].as_str() {
        let (_, name) = path.rsplit_once('/').unwrap();
        collect(root, &root["definitions"][name], name, place, value, found);
        return;
    }
    let branches = [&schema["anyOf"], &schema["allOf"]]
        .into_iter()
        .filter_map(Value::as_array);
    for branch in branches.flatten() {
        collect(root, branch, name, place, value, found);
    }
    match value {
        Value::Array(items) if schema["items"].is_object() => {
            for (at, item) in items.iter().enumerate() {
                let place = format!("{place}/{at}");
                collect(root, &schema["items"], name, &place, item, found);
            }
        }
        Value::Object(fields) => {
            if schema["required"].is_array() && schema["properties"].is_object() {
                found.push((place.to_owned(), name.to_owned(), schema, fields));
            }
            for (key, value) in fields {
                let own = schema["properties"].get(key);
                let own = own.unwrap_or(&schema["additionalProperties"]);
                let place = format!("{place}/{}", key.replace('/', "~1"));
                collect(root, own, name, &place, value, found);
            }
        }
        _ => {}
    }
}

/// The fields that a schema demands of a record.
fn demands(schema: &Value, record: &Map<String, Value>) -> BTreeSet<String> {
    let names = schema["required"].as_array().into_iter().flatten();
    let mut needed: BTreeSet<String> = names.map(|it| it.as_str().unwrap().to_owned()).collect();
    let own = [schema];
    let parts = schema["allOf"].as_array().into_iter().flatten().chain(own);
    for part in parts.filter(|part| part["if"].is_object() && holds(&part["if"], record)) {
        needed.extend(demands(&part["then"], record));
    }
    needed
}

/// Whether a condition holds: a field has a word, or `not_given` does not name one.
fn holds(condition: &Value, record: &Map<String, Value>) -> bool {
    if let Some(refused) = condition.get("not") {
        return !holds(refused, record);
    }
    let fields = condition["properties"].as_object().unwrap();
    fields.iter().all(|(field, schema)| {
        let wanted = schema.get("const").unwrap_or(&schema["anyOf"][0]["const"]);
        let given = record.get(field);
        given.is_some_and(|it| it == wanted || it.as_array().is_some_and(|it| it.contains(wanted)))
    })
}
