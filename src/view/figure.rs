use super::Scene;
use crate::corpus::{Figure, Given, Text};
use crate::language::Arguments;
use crate::prose::Html;
use crate::vocabulary::Bound;
use serde::Serialize;

/// A number that a claim carries, with all that is known of it.
#[derive(Clone, Debug, Serialize)]
pub struct FigureView {
    /// The number with its bound and unit, such as "nearly 60 percent".
    pub amount: String,
    /// What is counted.
    pub measures: String,
    /// The number as the source writes it.
    pub verbatim: String,
    /// Markdown for the reader.
    pub note_html: Option<Html>,
    /// Label and value of whatever else is known, or known not to be given.
    pub facts: Vec<Fact>,
}

/// A label with a value.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
}

impl Scene<'_> {
    /// A figure in the language of the scene.
    pub fn figure(&self, figure: &Figure) -> FigureView {
        let number = self.words.number(figure.value);
        let unit = figure.unit.value().map(|unit| self.text(unit));
        let amount = match (figure.bound, unit) {
            (Bound::Exactly, None) => number,
            (bound, unit) => self.words.say_with(
                "figure-amount",
                &Arguments::new()
                    .with("bound", bound.word())
                    .with("number", number)
                    .with("unit", unit.unwrap_or_default()),
            ),
        };
        let text = |given: &Given<Text>| given_as(given, |text| self.text(text));
        let no_unit = match figure.unit {
            Given::NotGiven => Given::NotGiven,
            Given::Value(_) | Given::Absent => Given::Absent,
        };
        let facts = [
            ("figure-unit", no_unit),
            ("figure-of", text(&figure.of)),
            ("figure-part", text(&figure.part)),
            (
                "figure-scope",
                given_as(&figure.scope, |scope| self.about_label(scope)),
            ),
            (
                "figure-as-of",
                given_as(&figure.as_of, |date| self.words.date(*date)),
            ),
            (
                "figure-producer",
                given_as(&figure.producer, |&voice| {
                    self.text(&self.corpus[voice].name)
                }),
            ),
        ];
        let facts = facts.into_iter().filter_map(|(label, value)| {
            let value = match value {
                Given::Value(value) => value,
                Given::NotGiven => self.words.say("not-given"),
                Given::Absent => return None,
            };
            let label = self.words.say(label);
            Some(Fact { label, value })
        });
        FigureView {
            amount: amount.trim().to_owned(),
            measures: self.text(&figure.measures),
            verbatim: figure.verbatim.clone(),
            note_html: self.note_of(figure.note.as_ref()),
            facts: facts.collect(),
        }
    }
}

fn given_as<T>(given: &Given<T>, say: impl Fn(&T) -> String) -> Given<String> {
    match given {
        Given::Value(value) => Given::Value(say(value)),
        Given::NotGiven => Given::NotGiven,
        Given::Absent => Given::Absent,
    }
}
