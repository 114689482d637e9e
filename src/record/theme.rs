use super::Text;
use crate::vocabulary::{Compare, Kind};
use crate::yaml::{Entries, Field, List};
use serde::Deserialize;

/// `content/themes/<theme>.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
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
    pub aliases: Field<List<String>>,
    /// Warnings switched off here, each with a reason.
    pub allow: Field<Entries<Text>>,
}

/// A row that each column answers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Its id within the theme.
    pub id: Field<String>,
    /// The question.
    pub asks: Field<Text>,
    /// What counts as an answer.
    pub definition: Field<Text>,
    /// What the columns are.
    pub compare: Field<Compare>,
    /// The words of its ratings.
    pub poles: Field<Poles>,
    /// The assertion that voices are for or against.
    pub proposition: Field<Text>,
    /// Kinds that fill a cell here and elsewhere would not.
    pub takes: Field<List<Kind>>,
    /// Former ids.
    pub aliases: Field<List<String>>,
    /// Warnings switched off here, each with a reason.
    pub allow: Field<Entries<Text>>,
}

/// The words of a question's ratings.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Poles {
    /// The word for `positive`.
    pub positive: Field<Text>,
    /// The word for `negative`.
    pub negative: Field<Text>,
}

/// What a theme's rows amount to.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Summary {
    /// Sentences on each side, by its id.
    pub sides: Field<Entries<List<Sentence>>>,
    /// Sentences on the difference.
    pub contrast: Field<List<Sentence>>,
}

/// A sentence of a summary and what it rests on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sentence {
    /// The sentence.
    pub text: Field<Text>,
    /// The claims that it rests on.
    pub from: Field<List<String>>,
    /// The empty cells that it rests on, `<theme>/<question>/<side>`.
    pub silent: Field<List<String>>,
}

/// A note on an empty cell.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Silence {
    /// A question of the theme.
    pub question: Field<String>,
    /// The side whose cell is empty.
    pub side: Field<String>,
    /// What comes near and why it does not count.
    pub note: Field<Text>,
}
