use crate::yaml::{Field, List};
use serde::Deserialize;

/// Front matter of `content/pages/<page>.md`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Page {
    /// Its title, in the language of the file.
    pub title: Field<String>,
    /// Former ids.
    pub aliases: Field<List<String>>,
}
