use crate::record::{Claim, Document, Page, Site, Term, Theme, Voice};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// The schema of one kind of file.
#[derive(Clone, Debug)]
pub struct SchemaFile {
    /// What it describes: `site`, `theme`, `voice`, `term`, `document`, `claims` or `page`.
    pub kind: &'static str,
    /// JSON Schema, draft-07.
    pub schema: Value,
}

impl SchemaFile {
    /// The schema of each kind of file, made of the types into which the files are read.
    pub fn all() -> Vec<Self> {
        vec![
            file::<Site>("site", "The site: what is compared"),
            file::<Theme>("theme", "A theme, with its questions"),
            file::<Voice>("voice", "A voice: a person or body that speaks"),
            file::<Term>("term", "A term: a named law, plan, body or idea"),
            file::<Document>("document", "A document: the record of a source text"),
            file::<Vec<Claim>>(
                "claims",
                "The claims of a document, in the order of its text",
            ),
            file::<Page>("page", "The front matter of a page of prose"),
        ]
    }

    /// The name under which it is written.
    pub fn name(&self) -> String {
        format!("{}.schema.json", self.kind)
    }

    /// The file, for people to read.
    pub fn text(&self) -> String {
        let text = serde_json::to_string_pretty(&self.schema);
        text.expect("a JSON value always serialises") + "\n"
    }
}

fn file<T: JsonSchema>(kind: &'static str, title: &str) -> SchemaFile {
    let mut generator = SchemaGenerator::new(SchemaSettings::draft07());
    let mut schema = generator.root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    RecursiveTransform(strict).transform(&mut schema);
    SchemaFile {
        kind,
        schema: schema.into(),
    }
}

/// No key but those that are known, and no text without a word in it.
fn strict(schema: &mut Schema) {
    let has = |key: &str| schema.get(key).is_some();
    let is_record = has("type") && has("properties") && !has("additionalProperties");
    let is_plain = schema.get("type").is_some_and(|it| it == "string")
        && !has("pattern")
        && !has("enum")
        && !has("const");
    if is_record {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    if is_plain {
        schema.insert("pattern".to_owned(), "\\S".into());
        let message = "write the words, or remove the line";
        schema.insert("patternErrorMessage".to_owned(), message.into());
    }
}
