use super::Text;
use crate::vocabulary::TermKind;
use crate::yaml::{Entries, Field, List, Scalar};
use serde::Deserialize;

/// `content/terms/<term>.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Term {
    /// The name that pages use.
    pub name: Field<Text>,
    /// What it names.
    pub kind: Field<TermKind>,
    /// The side that it belongs to.
    pub side: Field<String>,
    /// Its official name.
    pub official_name: Field<Text>,
    /// What it is.
    pub definition: Field<Text>,
    /// Spellings to mark in statements.
    pub forms: Field<List<Text>>,
    /// Where readers learn more.
    pub url: Field<String>,
    /// What became of it.
    pub history: Field<List<History>>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Former ids.
    pub aliases: Field<List<String>>,
    /// Warnings switched off here, each with a reason.
    pub allow: Field<Entries<Text>>,
}

/// An event in the history of a term.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct History {
    /// When it happened.
    pub date: Field<Scalar>,
    /// What happened.
    pub what: Field<Text>,
    /// Where it is told.
    pub url: Field<String>,
}
