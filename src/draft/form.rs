use crate::corpus::Date;
use crate::export::SchemaFile;
use crate::naming::{Kind, Shape};
use crate::source::one_line;
use crate::yaml::{item, scalar};
use deunicode::deunicode;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What an editor fills in, by the key of the field; of a field within another as `rights.licence`. A key without
/// a value is left open.
pub type Values = BTreeMap<String, Vec<String>>;

/// The fields of a kind of record.
#[derive(Debug)]
pub struct Form {
    /// What the record is.
    pub kind: Kind,
    /// The fields that take words, in the order in which they are written.
    pub blanks: Vec<Blank>,
    schema: Value,
}

/// A field that takes words.
#[derive(Clone, Debug)]
pub struct Blank {
    /// Its key.
    pub key: String,
    /// What belongs there, and an example.
    pub about: String,
    /// Whether it takes several values.
    pub takes_several: bool,
    /// What the value names, such as `voice`.
    pub names: Option<String>,
    /// Words that may stand there, each with its meaning.
    pub words: Vec<(String, String)>,
}

impl Blank {
    /// What belongs there, in one sentence.
    pub fn sentence(&self) -> &str {
        self.about.split("\n\n").next().unwrap_or_default()
    }

    /// The name of its option on a command line.
    pub fn option(&self) -> String {
        let own = match self.key.as_str() {
            "questions.id" => "question",
            "questions.definition" => "question-definition",
            key => key.rsplit('.').next().unwrap_or(key),
        };
        own.replace('_', "-")
    }
}

/// Keys that hold others, and those of their fields that a new record has.
const NESTED: [(&str, &[&str]); 2] = [
    ("rights", &["licence", "publish"]),
    ("questions", &["id", "asks", "definition", "compare"]),
];

/// Keys that belong to a record that has a past.
const LATER: [&str; 5] = ["aliases", "allow", "inferred", "reason", "id"];

/// The order in which people write and read the fields; any other comes behind.
const ORDER: [&str; 36] = [
    "says",
    "title",
    "name",
    "quote",
    "prefix",
    "suffix",
    "about",
    "answers",
    "kind",
    "horizon",
    "addressee",
    "stance",
    "hedge",
    "voice",
    "mode",
    "via",
    "side",
    "side_because",
    "affiliation",
    "sector",
    "authors",
    "publisher",
    "published",
    "not_before",
    "added",
    "language",
    "translated",
    "url",
    "rights",
    "official_name",
    "definition",
    "forms",
    "questions",
    "summary",
    "vantage",
    "not_given",
];

impl Form {
    /// The form of a claim, document, theme, voice or term.
    pub fn of(kind: Kind) -> Self {
        let name = match kind {
            Kind::Claim => "claims",
            other => other.word(),
        };
        let mut files = SchemaFile::all().into_iter();
        let file = files.find(|file| file.kind == name);
        let whole = file.map(|file| file.schema).unwrap_or_default();
        let mut shape = Shape::default();
        shape.lay(&whole, &whole);
        let mut blanks = Vec::new();
        for (key, inner) in &shape.keys {
            if let Some((_, own)) = NESTED.iter().find(|(nested, _)| nested == key) {
                let own = own
                    .iter()
                    .filter_map(|part| Some((part, inner.keys.get(*part)?)));
                blanks.extend(own.map(|(part, shape)| blank(format!("{key}.{part}"), shape)));
            } else if inner.keys.is_empty() && !LATER.contains(&key.as_str()) {
                blanks.push(blank(key.clone(), inner));
            }
        }
        let rank = |key: &str| {
            let outer = key.split('.').next().unwrap_or(key);
            let place = ORDER.iter().position(|known| *known == outer);
            let nested = NESTED.iter().flat_map(|(_, own)| own.iter());
            let inner = key.split_once('.').map_or("", |(_, inner)| inner);
            let inner = nested.clone().position(|known| *known == inner);
            (place.unwrap_or(ORDER.len()), inner.unwrap_or(0))
        };
        blanks.sort_by_key(|blank| rank(&blank.key));
        let schema = if kind == Kind::Claim {
            resolved(&whole["items"], &whole).clone()
        } else {
            whole
        };
        Self {
            kind,
            blanks,
            schema,
        }
    }

    /// The field of a key.
    pub fn blank(&self, key: &str) -> Option<&Blank> {
        self.blanks.iter().find(|blank| blank.key == key)
    }

    /// The fields that have to be filled, given what is filled in already.
    pub fn needed(&self, values: &Values) -> Vec<&Blank> {
        let mut keys = Vec::new();
        required(&self.schema, values, &mut keys);
        let is_needed = |blank: &&Blank| match blank.key.split_once('.') {
            Some((outer, inner)) => keys.contains(&outer) && inner != "definition",
            None => keys.contains(&blank.key.as_str()),
        };
        self.blanks.iter().filter(is_needed).collect()
    }

    /// The record, with every field that has to be filled; a claim as an item of its list.
    pub fn write(&self, id: &str, values: &Values) -> String {
        let needed: Vec<&str> = self
            .needed(values)
            .iter()
            .map(|it| it.key.as_str())
            .collect();
        let mut text = String::new();
        let indent = if self.kind == Kind::Claim { "  " } else { "" };
        if self.kind == Kind::Claim {
            let _ = writeln!(text, "- id: {}", scalar(id));
        }
        let mut above = "";
        for blank in &self.blanks {
            let given = values.get(&blank.key);
            if given.is_none() && !needed.contains(&blank.key.as_str()) {
                continue;
            }
            let given = given.map_or(&[][..], Vec::as_slice);
            let (outer, key) = blank.key.split_once('.').unwrap_or(("", &blank.key));
            let mut before = format!("{indent}{}", if outer.is_empty() { "" } else { "  " });
            if !outer.is_empty() && outer != above {
                let _ = writeln!(text, "{indent}{outer}:");
            }
            if outer == "questions" {
                before += if outer == above { "  " } else { "- " };
            }
            above = outer;
            text += &before;
            write_field(&mut text, key, given, indent);
        }
        text
    }
}

fn write_field(text: &mut String, key: &str, given: &[String], indent: &str) {
    let is_date = matches!(key, "published" | "not_before" | "added" | "horizon");
    let value = |words: &String| {
        let words = one_line(words);
        let is_plain = is_date && words.parse::<Date>().is_ok();
        if is_plain { words } else { scalar(&words) }
    };
    let _ = match given {
        [] => writeln!(text, "{key}:"),
        [only] => writeln!(text, "{key}: {}", value(only)),
        several if key == "quote" => {
            let parts = several
                .iter()
                .map(|part| format!("\n{indent}  - {}", value(part)));
            writeln!(text, "{key}:{}", parts.collect::<String>())
        }
        several => {
            let several: Vec<String> = several.iter().map(|words| item(&one_line(words))).collect();
            writeln!(text, "{key}: [{}]", several.join(", "))
        }
    };
}

fn blank(key: String, shape: &Shape) -> Blank {
    Blank {
        key,
        about: shape.about.clone(),
        takes_several: shape.takes_several,
        names: shape.names.clone(),
        words: shape.words.clone(),
    }
}

fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(name) => &root["definitions"][name.rsplit('/').next().unwrap_or_default()],
        None => schema,
    }
}

/// The keys that a schema asks for, given some values.
fn required<'a>(schema: &'a Value, values: &Values, keys: &mut Vec<&'a str>) {
    let own = schema["required"].as_array().into_iter().flatten();
    keys.extend(own.filter_map(Value::as_str));
    if schema["if"].is_object() && holds(&schema["if"], values) {
        required(&schema["then"], values, keys);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        required(part, values, keys);
    }
}

/// Whether the values fit a condition of a schema.
fn holds(condition: &Value, values: &Values) -> bool {
    if condition["not"].is_object() {
        return !holds(&condition["not"], values);
    }
    let mut properties = condition["properties"].as_object().into_iter().flatten();
    properties.all(|(key, wanted)| {
        let constant = wanted["const"]
            .as_str()
            .or(wanted["anyOf"][0]["const"].as_str());
        let given = values.get(key).map_or(&[][..], Vec::as_slice);
        constant.is_some_and(|constant| given.iter().any(|it| it == constant))
    })
}

/// An id made of words: their letters, those of other scripts in Latin ones, and digits, at most six words.
pub fn slug(words: &str) -> String {
    let letters = deunicode(words).to_lowercase();
    let parts = letters.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).take(6).collect();
    let mut id = parts.join("-");
    id.truncate(64);
    id.trim_end_matches('-').to_owned()
}
