use super::{Text, form};
use crate::vocabulary::TermKind;
use crate::yaml::{Entries, Field, List, Scalar};
use schemars::JsonSchema;
use serde::Deserialize;

/// `content/terms/<term>.yaml`: a named law, bill, plan, programme, body or idea.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["name", "kind"]))]
#[serde(default)]
pub struct Term {
    /// The name that pages use.
    pub name: Field<Text>,
    /// What it names.
    pub kind: Field<TermKind>,
    /// The side that it belongs to.
    #[schemars(with = "form::SideName")]
    pub side: Field<String>,
    /// Its official name.
    pub official_name: Field<Text>,
    /// What it is, in one or two neutral sentences.
    pub definition: Field<Text>,
    /// Spellings to mark in statements.
    ///
    /// Good: `[Widget Plan, widget plan]`. Bad: `[plan]`, which also stands for other plans.
    pub forms: Field<List<Text>>,
    /// Where readers learn more.
    #[schemars(with = "form::Address")]
    pub url: Field<String>,
    /// What became of it; statements are never rewritten for it.
    pub history: Field<List<History>>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Former ids, whose addresses lead here.
    #[schemars(with = "List<form::NewId>")]
    pub aliases: Field<List<String>>,
    /// Warnings switched off here, each with a reason.
    #[schemars(with = "form::Allowed")]
    pub allow: Field<Entries<Text>>,
}

/// An event in the history of a term.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["date", "what"]))]
#[serde(default)]
pub struct History {
    /// When it happened.
    #[schemars(with = "form::Day")]
    pub date: Field<Scalar>,
    /// What happened.
    pub what: Field<Text>,
    /// Where it is told.
    #[schemars(with = "form::Address")]
    pub url: Field<String>,
}
