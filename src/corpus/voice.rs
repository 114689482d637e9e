use super::{SideId, Text};
use crate::source::Span;
use crate::vocabulary::{Sector, VoiceKind};

/// A person or body that speaks.
#[derive(Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its id.
    pub id: String,
    /// Its name, or a description of somebody unnamed.
    pub name: Text,
    /// What it is.
    pub kind: VoiceKind,
    /// For whom it speaks.
    pub allegiance: Allegiance,
    /// Why it is placed there, where that is an inference.
    pub side_because: Option<Text>,
    /// To what it belongs.
    pub affiliation: Option<Text>,
    /// ISO 3166-1 code of the country where it is based.
    pub country: Option<String>,
    /// The part of society from which it speaks.
    pub sector: Option<Sector>,
    /// Its office or function.
    pub role: Option<Text>,
    /// Where readers learn more.
    pub url: Option<String>,
    /// Markdown for the reader.
    pub note: Option<Text>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Fields that the sources do not give.
    pub not_given: Vec<String>,
    /// Fields that the editor concluded, each with the ground.
    pub inferred: Vec<(String, Text)>,
    /// The file.
    pub span: Span,
}

/// For whom a voice speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Allegiance {
    /// For one of the sides.
    Side(SideId),
    /// For none: a third party.
    ThirdParty,
    /// Nobody could place it.
    Unplaced,
}

impl Allegiance {
    /// The side that it speaks for, if it speaks for one.
    pub fn side(self) -> Option<SideId> {
        match self {
            Self::Side(side) => Some(side),
            Self::ThirdParty | Self::Unplaced => None,
        }
    }
}
