use crate::export::SchemaFile;
use crate::record::form::{DEFINES, NAMES, WORDS};
use serde_json::Value;
use std::collections::BTreeMap;

/// What may stand at a place of a file: its schema, with lists and alternatives laid one over the other.
#[derive(Debug, Default)]
pub struct Shape {
    /// What an editor is told of it.
    pub about: String,
    /// The keys of a record, each with what stands behind it.
    pub keys: BTreeMap<String, Shape>,
    /// What stands behind any other key.
    pub any: Option<Box<Shape>>,
    /// What those other keys name.
    pub keys_name: Option<String>,
    /// What the value names, such as `voice`.
    pub names: Option<String>,
    /// What gets its id from the value.
    pub defines: Option<String>,
    /// Whether a list may stand here.
    pub takes_several: bool,
    /// Words that may stand here, each with its meaning.
    pub words: Vec<(String, String)>,
}

/// The shape of each kind of file.
#[derive(Debug)]
pub struct Shapes(BTreeMap<&'static str, Shape>);

impl Shapes {
    /// Makes them of the schemas that editors get.
    pub fn all() -> Self {
        let files = SchemaFile::all().into_iter();
        let shapes = files.map(|file| {
            let mut shape = Shape::default();
            shape.lay(&file.schema, &file.schema);
            (file.kind, shape)
        });
        Self(shapes.collect())
    }

    /// The shape of a kind of file.
    pub fn of(&self, kind: &str) -> Option<&Shape> {
        self.0.get(kind)
    }
}

impl Shape {
    /// What stands behind some keys, one within the other.
    pub fn at(&self, path: &[String]) -> Option<&Self> {
        let mut shape = self;
        for key in path {
            shape = shape.behind(key)?;
        }
        Some(shape)
    }

    /// What stands behind a key.
    pub fn behind(&self, key: &str) -> Option<&Self> {
        self.keys.get(key).or(self.any.as_deref())
    }

    /// Lays a schema over what is known already; the words of the outer one stay.
    pub fn lay(&mut self, schema: &Value, root: &Value) {
        let text = |key: &str| schema[key].as_str().map(str::to_owned);
        if let Some(about) = text("description").filter(|_| self.about.is_empty()) {
            self.about = about;
        }
        self.names = self.names.take().or(text(NAMES));
        self.defines = self.defines.take().or(text(DEFINES));
        self.lay_words(schema);
        if let Some(name) = text("$ref") {
            let name = name.rsplit('/').next().unwrap_or_default();
            self.lay(&root["definitions"][name], root);
        }
        for key in ["anyOf", "allOf"] {
            for part in schema[key].as_array().into_iter().flatten() {
                self.lay(part, root);
            }
        }
        if schema["items"].is_object() {
            self.takes_several = true;
            self.lay(&schema["items"], root);
        }
        for (key, value) in schema["properties"].as_object().into_iter().flatten() {
            self.keys.entry(key.clone()).or_default().lay(value, root);
        }
        if schema["additionalProperties"].is_object() {
            let any = self.any.get_or_insert_default();
            any.lay(&schema["additionalProperties"], root);
            let names = schema["propertyNames"][NAMES].as_str();
            self.keys_name = names.map(str::to_owned);
        }
    }

    fn lay_words(&mut self, schema: &Value) {
        let words = schema["enum"].as_array().into_iter().flatten();
        for (at, word) in words.filter_map(Value::as_str).enumerate() {
            let meaning = schema["enumDescriptions"][at].as_str();
            self.add_word(word, meaning.unwrap_or_default());
        }
        for (word, meaning) in schema[WORDS].as_object().into_iter().flatten() {
            self.add_word(word, meaning.as_str().unwrap_or_default());
        }
    }

    fn add_word(&mut self, word: &str, meaning: &str) {
        if self.words.iter().all(|(known, _)| known != word) {
            self.words.push((word.to_owned(), meaning.to_owned()));
        }
    }
}
