use super::{Text, form};
use crate::vocabulary::Severity;
use crate::yaml::{Entries, Field, List};
use schemars::JsonSchema;
use serde::Deserialize;

/// `content/site.yaml`: what is compared, and how the site presents itself.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["title", "languages", "sides"]))]
#[serde(default)]
pub struct Site {
    /// Title of the site.
    pub title: Field<Text>,
    /// Where it is published, with the path below which it lies.
    ///
    /// Good: `https://example.org/widgets/`. Bad: `example.org`.
    #[schemars(with = "form::Address")]
    pub base_url: Field<String>,
    /// Two sentences for the home page.
    pub description: Field<Text>,
    /// Where changes are proposed.
    #[schemars(with = "form::Address")]
    pub repository: Field<String>,
    /// SPDX identifier of the annotations' licence.
    pub licence: Field<String>,
    /// BCP 47 tags; the first is the default and lives at the root.
    ///
    /// Good: `[en, zh-Hans]`. Bad: `[English, Chinese]`.
    #[schemars(with = "List<form::LanguageTag>")]
    pub languages: Field<List<String>>,
    /// The parties compared, in the order of the columns.
    pub sides: Field<List<Side>>,
    /// Themes in the order of reading; absent: by id.
    #[schemars(with = "List<form::ThemeName>")]
    pub themes: Field<List<String>>,
    /// Limits of quotation.
    pub quotation: Field<Quotation>,
    /// Limits of one-sidedness.
    pub balance: Field<Balance>,
    /// Limits that `diptych stats` holds.
    pub thresholds: Field<Thresholds>,
    /// What the site makes of a kind of fault.
    ///
    /// Good: `unused-term: error`. Bad: `quote-not-found: off`; what is an error stays one.
    #[schemars(with = "form::Severities")]
    pub severity: Field<Entries<Severity>>,
    /// Words that are not neutral in a statement, such as `regime`.
    pub loaded_words: Field<List<String>>,
    /// Rows that the home page shows first: the editors' choice, and labelled so.
    #[schemars(with = "List<form::QuestionPath>")]
    pub leads: Field<List<String>>,
    /// Whom `by` names.
    pub editors: Field<List<Editor>>,
    /// Whether record pages are written.
    pub source_view: Field<bool>,
    /// Name of this release of the content.
    pub release: Field<String>,
}

/// One party compared.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["id", "name"]))]
#[serde(default)]
pub struct Side {
    /// Its id, by which every other file names it: short and permanent.
    ///
    /// Good: `north`. Bad: `world` or `none`, which have a meaning of their own.
    #[schemars(with = "form::NewSide")]
    pub id: Field<String>,
    /// Its name.
    pub name: Field<Text>,
    /// Its name within a sentence, where that differs: `the United States`.
    pub in_text: Field<Text>,
    /// Its name where there is little room.
    pub short: Field<Text>,
    /// Other words that mean it, in any language: they come from its name or stand for it.
    ///
    /// Good: `[American, 中美]`. Bad: `[it]`, which can mean anything.
    pub forms: Field<List<String>>,
}

/// Limits of quotation.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Quotation {
    /// Words of one quotation; two Han characters count as one word.
    #[schemars(range(min = 1, max = 1000))]
    pub max_words: Field<f64>,
}

/// Limits of one-sidedness.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Balance {
    /// Share of one document among the claims of a theme, from 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub max_document_share: Field<f64>,
}

/// Limits that `diptych stats` holds: shares from 0 to 1, of figures that it prints.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Thresholds {
    /// Least share of a text that stands in quoted sentences, from 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub coverage: Field<f64>,
    /// Greatest share of the cells of a theme that are not covered, from 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub not_covered: Field<f64>,
    /// Greatest share of the largest document among the statements of a theme, from 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub largest_document: Field<f64>,
    /// Greatest share of the statements of a theme whose speakers speak for one side, from 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub speak_for: Field<f64>,
}

/// Somebody who annotates or checks.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["id", "name"]))]
#[serde(default)]
pub struct Editor {
    /// The id that `by` names.
    #[schemars(with = "form::NewEditor")]
    pub id: Field<String>,
    /// The name that readers see.
    pub name: Field<Text>,
}
