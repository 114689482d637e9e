use super::form;
use crate::yaml::{Field, List};
use schemars::JsonSchema;
use serde::Deserialize;

/// Front matter of `content/pages/<page>.md`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["title"]))]
#[serde(default)]
pub struct Page {
    /// Its title, in the language of the file.
    pub title: Field<String>,
    /// Former ids, whose addresses lead here.
    #[schemars(with = "List<form::NewId>")]
    pub aliases: Field<List<String>>,
}
