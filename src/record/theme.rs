use super::{Text, form};
use crate::vocabulary::{Compare, Kind};
use crate::yaml::{Entries, Field, List};
use schemars::JsonSchema;
use serde::Deserialize;

/// `content/themes/<theme>.yaml`: a field of comparison, with its rows.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["title", "questions"]))]
#[serde(default)]
pub struct Theme {
    /// Its title.
    pub title: Field<Text>,
    /// What belongs to it.
    pub definition: Field<Text>,
    /// Its rows, in the order of reading.
    pub questions: Field<List<Question>>,
    /// What its rows amount to, in sentences that cite.
    pub summary: Field<Summary>,
    /// Notes on empty cells.
    pub silences: Field<List<Silence>>,
    /// Former ids.
    #[schemars(with = "List<form::NewId>")]
    pub aliases: Field<List<String>>,
    /// Warnings switched off here, each with a reason.
    #[schemars(with = "form::Allowed")]
    pub allow: Field<Entries<Text>>,
}

/// A row that each column answers.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["id", "asks", "compare"]))]
#[serde(default)]
pub struct Question {
    /// Its id within the theme.
    #[schemars(with = "form::NewQuestion")]
    pub id: Field<String>,
    /// The question, in neutral words that each side could answer.
    ///
    /// Good: `How many households use widgets?` Bad: `Why is the south behind?`
    pub asks: Field<Text>,
    /// What counts as an answer.
    pub definition: Field<Text>,
    /// What the columns are.
    pub compare: Field<Compare>,
    /// The words of its ratings.
    pub poles: Field<Poles>,
    /// One assertion that voices are for or against.
    ///
    /// Good: `Widgets should be taxed.` Bad: `Tax and trade.`
    pub proposition: Field<Text>,
    /// Kinds that fill a cell here and elsewhere would not.
    pub takes: Field<List<Kind>>,
    /// Former ids.
    #[schemars(with = "List<form::NewId>")]
    pub aliases: Field<List<String>>,
    /// Warnings switched off here, each with a reason.
    #[schemars(with = "form::Allowed")]
    pub allow: Field<Entries<Text>>,
}

/// The words of a question's ratings.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["positive", "negative"]))]
#[serde(default)]
pub struct Poles {
    /// The word for `positive`.
    pub positive: Field<Text>,
    /// The word for `negative`.
    pub negative: Field<Text>,
}

/// What a theme's rows amount to.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Summary {
    /// Sentences on each side, by its id.
    #[schemars(extend("propertyNames" = {form::NAMES: "side"}))]
    pub sides: Field<Entries<List<Sentence>>>,
    /// Sentences on the difference.
    pub contrast: Field<List<Sentence>>,
}

/// A sentence of a summary and what it rests on.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["text"], "anyOf" = [{"required": ["from"]}, {"required": ["silent"]}]))]
#[serde(default)]
pub struct Sentence {
    /// The sentence.
    pub text: Field<Text>,
    /// The claims that it rests on.
    #[schemars(with = "List<form::ClaimPath>")]
    pub from: Field<List<String>>,
    /// The empty cells that it rests on, `<theme>/<question>/<side>`.
    #[schemars(with = "List<form::CellPath>")]
    pub silent: Field<List<String>>,
}

/// A note on an empty cell.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["question", "side", "note"]))]
#[serde(default)]
pub struct Silence {
    /// A question of the theme.
    #[schemars(with = "form::OwnQuestion")]
    pub question: Field<String>,
    /// The side whose cell is empty.
    #[schemars(with = "form::SideName")]
    pub side: Field<String>,
    /// What comes near and why it does not count.
    pub note: Field<Text>,
}
