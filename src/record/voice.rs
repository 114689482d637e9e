use super::Text;
use crate::vocabulary::{Sector, VoiceKind};
use crate::yaml::{Entries, Field, List};
use serde::Deserialize;

/// `content/voices/<voice>.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Voice {
    /// Its name, or a description of somebody unnamed.
    pub name: Field<Text>,
    /// What it is.
    pub kind: Field<VoiceKind>,
    /// The side that it speaks for, or `none` for a third party; absent: not placed.
    pub side: Field<String>,
    /// Why it is placed there, where that is an inference.
    pub side_because: Field<Text>,
    /// To what it belongs.
    pub affiliation: Field<Text>,
    /// ISO 3166-1 code of the country where it is based.
    pub country: Field<String>,
    /// The part of society from which it speaks.
    pub sector: Field<Sector>,
    /// Its office or function.
    pub role: Field<Text>,
    /// Where readers learn more.
    pub url: Field<String>,
    /// Markdown for the reader.
    pub note: Field<Text>,
    /// Former ids.
    pub aliases: Field<List<String>>,
    /// Required fields that the sources do not give.
    pub not_given: Field<List<String>>,
    /// Fields that the editor concluded, each with the ground.
    pub inferred: Field<Entries<Text>>,
    /// Warnings switched off here, each with a reason.
    pub allow: Field<Entries<Text>>,
}
