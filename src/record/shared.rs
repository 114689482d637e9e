use crate::vocabulary::Deed;
use crate::yaml::{Entries, Field, Scalar};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};
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
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Coding {
    /// An editor of the site.
    pub by: Field<String>,
    /// The date.
    pub on: Field<Scalar>,
    /// What was done.
    pub did: Field<Deed>,
}
