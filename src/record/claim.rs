use super::{Coding, Text};
use crate::vocabulary::{self, Bound, Kind, Mode, RelationKind, Status};
use crate::yaml::{Entries, Field, List, Scalar};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, MapAccess, Visitor};
use std::fmt;

/// One entry of `content/documents/<document>/claims.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Claim {
    /// Its id within the document.
    pub id: Field<String>,
    /// The editor's neutral sentence.
    pub says: Field<Text>,
    /// Verbatim words, in ordered parts.
    pub quote: Field<List<String>>,
    /// Words before the quote, where it is not unique.
    pub prefix: Field<String>,
    /// Words after the quote, where it is not unique.
    pub suffix: Field<String>,
    /// Side ids, or `world`.
    pub about: Field<List<String>>,
    /// `<theme>/<question>`, the first is primary.
    pub answers: Field<List<String>>,
    /// What the claim does.
    pub kind: Field<Kind>,
    /// When a prediction falls due.
    pub horizon: Field<Scalar>,
    /// Sides to whom a recommendation is addressed.
    pub addressee: Field<List<String>>,
    /// How it answers the primary question, or each question.
    pub stance: Field<Stance>,
    /// The source's own hedge or condition.
    pub hedge: Field<Text>,
    /// Who speaks.
    pub voice: Field<String>,
    /// How the voice comes to speak here.
    pub mode: Field<Mode>,
    /// Relay chain, first the one who heard the speaker.
    pub via: Field<List<String>>,
    /// Numbers that it carries.
    pub figures: Field<List<Figure>>,
    /// Terms that it names.
    pub terms: Field<List<String>>,
    /// What it does to other claims.
    pub relations: Field<List<Relation>>,
    /// What readers must know of its standing.
    pub status: Field<Status>,
    /// Why it was withdrawn.
    pub reason: Field<Text>,
    /// Who disputes it and why.
    pub dissent: Field<List<Dissent>>,
    /// Former ids.
    pub aliases: Field<List<String>>,
    /// Who annotated and who checked.
    pub coding: Field<List<Coding>>,
    /// Warnings switched off here, each with a reason.
    pub allow: Field<Entries<Text>>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Required fields that the source does not give.
    pub not_given: Field<List<String>>,
}

/// A stance on the primary question, or one for each question.
#[derive(Clone, Debug)]
pub enum Stance {
    /// On the primary question.
    Primary(vocabulary::Stance),
    /// By `<theme>/<question>`.
    ByQuestion(Entries<vocabulary::Stance>),
}

impl<'de> Deserialize<'de> for Stance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StanceVisitor)
    }
}

struct StanceVisitor;

impl<'de> Visitor<'de> for StanceVisitor {
    type Value = Stance;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a stance, or a mapping from question to stance")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Stance, E> {
        vocabulary::Stance::deserialize(StrDeserializer::new(word)).map(Stance::Primary)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Stance, A::Error> {
        Entries::deserialize(MapAccessDeserializer::new(map)).map(Stance::ByQuestion)
    }
}

/// A number that a claim carries.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Figure {
    /// What is counted.
    pub measures: Field<Text>,
    /// The number.
    pub value: Field<f64>,
    /// How the number is bounded.
    pub bound: Field<Bound>,
    /// Its unit.
    pub unit: Field<Text>,
    /// The denominator.
    pub of: Field<Text>,
    /// The part of the denominator.
    pub part: Field<Text>,
    /// Side ids, or `world`.
    pub scope: Field<List<String>>,
    /// The date for which it holds.
    pub as_of: Field<Scalar>,
    /// Who produced it.
    pub producer: Field<String>,
    /// The number as the source writes it.
    pub verbatim: Field<String>,
    /// Fields that the source does not give.
    pub not_given: Field<List<String>>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Warnings switched off here, each with a reason.
    pub allow: Field<Entries<Text>>,
}

/// What a claim does to another.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Relation {
    /// What it does.
    #[serde(rename = "type")]
    pub kind: Field<RelationKind>,
    /// The other claim, `<document>/<claim>` or `<claim>` of the same document.
    pub claim: Field<String>,
    /// The reason, in one sentence.
    pub note: Field<Text>,
}

/// An editor's objection.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Dissent {
    /// An editor of the site.
    pub by: Field<String>,
    /// The objection.
    pub says: Field<Text>,
}
