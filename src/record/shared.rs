use super::form;
use crate::vocabulary::Deed;
use crate::yaml::{Entries, Field, Scalar};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Words in the site's first language, or in several languages by their BCP 47 tags.
#[derive(Clone, Debug)]
pub enum Text {
    /// In the first language.
    Plain(String),
    /// By language tag.
    ByLanguage(Entries<String>),
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let tag = generator.subschema_for::<form::LanguageTag>();
        json_schema!({"anyOf": [
            {"type": "string"},
            {"type": "object", "propertyNames": tag, "additionalProperties": {"type": "string"}},
        ]})
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, or a mapping from language to text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::Plain(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
        Entries::deserialize(MapAccessDeserializer::new(map)).map(Text::ByLanguage)
    }
}

/// Who annotated or checked a claim, and when.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["by", "did"]))]
#[serde(default)]
pub struct Coding {
    /// An editor of the site.
    #[schemars(with = "form::EditorName")]
    pub by: Field<String>,
    /// The date.
    #[schemars(with = "form::Day")]
    pub on: Field<Scalar>,
    /// What was done.
    pub did: Field<Deed>,
}
