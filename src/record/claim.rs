use super::{Coding, Text, form};
use crate::vocabulary::{self, Bound, Kind, Mode, RelationKind, Status};
use crate::yaml::{Entries, Field, List, Scalar};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fmt;

/// One entry of `content/documents/<document>/claims.yaml`: one voice saying one thing at one place.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend(
    "required" = ["id", "says", "quote", "about", "answers", "kind"],
    "allOf" = conditions()
))]
#[serde(default)]
pub struct Claim {
    /// Its id within the document: a permanent address, short, and about the statement.
    ///
    /// Good: `share-by-2030`. Bad: `claim-17`, which says nothing and invites renumbering.
    #[schemars(with = "form::NewClaim")]
    pub id: Field<String>,
    /// The editor's neutral sentence, in own words; it adds nothing and drops no hedge.
    ///
    /// Good: `The northern side makes most of the world's widgets.` Bad: `The north crushes its rivals in widgets.`
    pub says: Field<Text>,
    /// Verbatim words that pin the claim to its place: short, at exactly one place of the source. Several parts stand each on a line of its own after `- `.
    ///
    /// Good: `nobody else comes close to its output`. Bad: `nobody [...] comes close`; write two parts instead.
    pub quote: Field<List<String>>,
    /// Words before the quote, where it is not unique.
    pub prefix: Field<String>,
    /// Words after the quote, where it is not unique.
    pub suffix: Field<String>,
    /// Side ids, or `world`: whom the main clause is true of. Conditions and comparisons do not count.
    ///
    /// Good: `north`, for “the north makes more widgets than the south”. Bad: `[north, south]`, for the same words.
    #[schemars(with = "List<form::SideOrWorld>")]
    pub about: Field<List<String>>,
    /// `<theme>/<question>`, the first is primary. An empty cell is better than one filled with a sentence that does not answer.
    ///
    /// Good: `industry/adoption`. Bad: `adoption`, which lacks its theme.
    #[schemars(with = "List<form::QuestionPath>")]
    pub answers: Field<List<String>>,
    /// What the claim does.
    pub kind: Field<Kind>,
    /// When a prediction falls due.
    #[schemars(with = "form::Day")]
    pub horizon: Field<Scalar>,
    /// Sides to whom a recommendation is addressed.
    #[schemars(with = "List<form::SideName>")]
    pub addressee: Field<List<String>>,
    /// How it answers the primary question, or by question; only where the text itself rates.
    ///
    /// Good: `positive`, or `{industry/standing: positive}`. Bad: a stance that the editor guessed.
    pub stance: Field<Stance>,
    /// The source's own hedge or condition.
    ///
    /// Good: `if prices keep falling`. Bad: `this seems doubtful`, which is the editor's.
    pub hedge: Field<Text>,
    /// Who speaks, which is not whom it is about; absent: the document's first author.
    #[schemars(with = "form::VoiceName")]
    pub voice: Field<String>,
    /// How the voice comes to speak here; required where the voice is no author of the document.
    pub mode: Field<Mode>,
    /// Relay chain, first the one who heard the speaker.
    #[schemars(with = "List<form::VoiceName>")]
    pub via: Field<List<String>>,
    /// Numbers that it carries.
    pub figures: Field<List<Figure>>,
    /// Terms that it names.
    #[schemars(with = "List<form::TermName>")]
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
    #[schemars(with = "List<form::NewId>")]
    pub aliases: Field<List<String>>,
    /// Who annotated and who checked.
    pub coding: Field<List<Coding>>,
    /// Warnings switched off here, each with a reason.
    ///
    /// Good: `negation-not-in-quote: the sentence before it negates`. Bad: `negation-not-in-quote: ok`.
    #[schemars(with = "form::Allowed")]
    pub allow: Field<Entries<Text>>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Required fields that the source does not give.
    #[schemars(extend("anyOf" = form::fields(&["addressee", "horizon"])))]
    pub not_given: Field<List<String>>,
}

/// What some claims need and others do not.
fn conditions() -> Vec<Value> {
    [
        (
            "kind",
            Kind::Prediction.word(),
            form::given_or_not("horizon"),
        ),
        (
            "kind",
            Kind::Recommendation.word(),
            form::given_or_not("addressee"),
        ),
        (
            "status",
            Status::Withdrawn.word(),
            json!({"required": ["reason"]}),
        ),
        (
            "status",
            Status::Disputed.word(),
            json!({"required": ["dissent"]}),
        ),
    ]
    .into_iter()
    .map(|(field, value, needed)| form::where_it_says(field, value, &needed))
    .collect()
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

impl JsonSchema for Stance {
    fn schema_name() -> Cow<'static, str> {
        "StanceByQuestion".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let stance = generator.subschema_for::<vocabulary::Stance>();
        let question = generator.subschema_for::<form::QuestionPath>();
        json_schema!({"anyOf": [
            stance,
            {"type": "object", "propertyNames": question, "additionalProperties": stance},
        ]})
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
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["measures", "value", "verbatim"]))]
#[serde(default)]
pub struct Figure {
    /// What is counted.
    pub measures: Field<Text>,
    /// The number, in digits.
    ///
    /// Good: `57.5`. Bad: `57.5 %`; the unit is a field of its own.
    pub value: Field<f64>,
    /// How the number is bounded.
    pub bound: Field<Bound>,
    /// Its unit.
    pub unit: Field<Text>,
    /// The denominator: of what the number is a part.
    ///
    /// Good: `households in the north`. Bad: `57 percent`.
    pub of: Field<Text>,
    /// The part of the denominator.
    pub part: Field<Text>,
    /// Side ids, or `world`.
    #[schemars(with = "List<form::SideOrWorld>")]
    pub scope: Field<List<String>>,
    /// The date for which it holds.
    #[schemars(with = "form::Day")]
    pub as_of: Field<Scalar>,
    /// Who produced it.
    #[schemars(with = "form::VoiceName")]
    pub producer: Field<String>,
    /// The number as the source writes it, in words of the quote.
    ///
    /// Good: `more than half`. Bad: `50 %`, where the source has no digits.
    pub verbatim: Field<String>,
    /// Fields that the source does not give.
    #[schemars(extend(
        "anyOf" = form::fields(&["as_of", "of", "part", "producer", "scope", "unit"])
    ))]
    pub not_given: Field<List<String>>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Warnings switched off here, each with a reason.
    #[schemars(with = "form::Allowed")]
    pub allow: Field<Entries<Text>>,
}

/// What a claim does to another.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["type", "claim"]))]
#[serde(default)]
pub struct Relation {
    /// What it does.
    #[serde(rename = "type")]
    pub kind: Field<RelationKind>,
    /// The other claim, `<document>/<claim>` or `<claim>` of the same document.
    #[schemars(with = "form::ClaimName")]
    pub claim: Field<String>,
    /// The reason, in one sentence.
    pub note: Field<Text>,
}

/// An editor's objection.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["by", "says"]))]
#[serde(default)]
pub struct Dissent {
    /// An editor of the site.
    #[schemars(with = "form::EditorName")]
    pub by: Field<String>,
    /// The objection.
    pub says: Field<Text>,
}
