use super::{Text, form};
use crate::vocabulary::{Sector, VoiceKind};
use crate::yaml::{Entries, Field, List};
use schemars::JsonSchema;
use serde::Deserialize;

const CAN_BE_MISSING: [&str; 6] = ["affiliation", "country", "name", "role", "sector", "side"];

/// `content/voices/<voice>.yaml`: a person or body that speaks.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[schemars(extend("required" = ["kind"], "allOf" = form::unless_not_given(&["name"])))]
#[serde(default)]
pub struct Voice {
    /// Its name, or a description of somebody unnamed.
    ///
    /// Good: `Widget Institute`, or for somebody unnamed `a buyer at the northern fair`. Bad: `an expert`, which could be anybody.
    pub name: Field<Text>,
    /// What it is.
    pub kind: Field<VoiceKind>,
    /// The side that it speaks for, or `none` for a third party; absent: not placed.
    ///
    /// For whom it speaks, which is neither where it is based nor of whom it speaks. Leave it out rather than guess.
    #[schemars(with = "form::SideOrNone")]
    pub side: Field<String>,
    /// Why it is placed there, where that is an inference.
    ///
    /// Good: `Its board is appointed by the northern ministry.` Bad: `It sounds northern.`
    pub side_because: Field<Text>,
    /// To what it belongs.
    pub affiliation: Field<Text>,
    /// ISO 3166-1 code of the country where it is based.
    ///
    /// Good: `NO`. Bad: `Norway`.
    #[schemars(with = "form::Country")]
    pub country: Field<String>,
    /// The part of society from which it speaks.
    pub sector: Field<Sector>,
    /// Its office or function.
    pub role: Field<Text>,
    /// Where readers learn more.
    #[schemars(with = "form::Address")]
    pub url: Field<String>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Former ids, whose addresses lead here.
    #[schemars(with = "List<form::NewId>")]
    pub aliases: Field<List<String>>,
    /// Required fields that the sources do not give.
    #[schemars(extend("anyOf" = form::fields(&CAN_BE_MISSING)))]
    pub not_given: Field<List<String>>,
    /// Fields that the editor concluded, each with the ground.
    #[schemars(extend("properties" = form::grounds(&CAN_BE_MISSING), "additionalProperties" = false))]
    pub inferred: Field<Entries<Text>>,
    /// Warnings switched off here, each with a reason.
    ///
    /// Good: `unused-voice: the second report will quote it`. Bad: `unused-voice: ok`.
    #[schemars(with = "form::Allowed")]
    pub allow: Field<Entries<Text>>,
}
