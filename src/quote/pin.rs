use super::line::one_line;
use super::locate::Location;
use super::reach::{has_quotation_marks, left_out};
use super::source_text::SourceText;
use super::token::tokens;
use serde::{Deserialize, Serialize};

/// Where a quotation was found, and what rules need to know of its surroundings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// First and last word of each part, counted from 1.
    pub parts: Vec<(usize, usize)>,
    /// First and last word of the sentence or sentences in which it stands.
    pub sentence: (usize, usize),
    /// The words as printed, part by part, where they differ from the quotation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub printed: Vec<String>,
    /// Whether a mark of quotation stands inside or within three words.
    #[serde(default, skip_serializing_if = "is_false")]
    pub marks: bool,
    /// What the words between its parts hold.
    #[serde(default, skip_serializing_if = "LeftOut::is_nothing")]
    pub left_out: LeftOut,
}

/// What the words between the parts of a quotation hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// A word that turns the sentence round.
    #[serde(default, skip_serializing_if = "is_false")]
    pub negation: bool,
    /// Ids of the sides that are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<String>,
}

impl LeftOut {
    /// Whether nothing was left out that matters.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl Pin {
    /// What is to be kept of a quotation in a text; `sides` are their ids with all their names.
    pub fn new(
        source: &SourceText<'_>,
        location: &Location,
        parts: &[&str],
        sides: &[(String, Vec<String>)],
    ) -> Self {
        let printed: Vec<String> = location
            .parts
            .iter()
            .map(|range| one_line(source.printed(range.clone())))
            .collect();
        let alike = |(printed, part): (&String, &&str)| {
            if printed == part {
                return true;
            }
            let (printed, part) = (tokens(printed), tokens(part));
            printed.len() == part.len()
                && printed.iter().zip(&part).all(|(one, other)| one.is(other))
        };
        let differs = !printed.iter().zip(parts).all(alike);
        Self {
            parts: location
                .parts
                .iter()
                .map(|part| source.word_range(part))
                .collect(),
            sentence: source.word_range(&source.sentence(&location.span())),
            printed: if differs { printed } else { Vec::new() },
            marks: has_quotation_marks(source, location),
            left_out: left_out(source, location, sides),
        }
    }

    /// The first word.
    pub fn start(&self) -> usize {
        self.parts.first().map_or(1, |part| part.0)
    }

    /// The last word.
    pub fn end(&self) -> usize {
        self.parts.last().map_or(1, |part| part.1)
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a reference over"
)]
fn is_false(value: &bool) -> bool {
    !*value
}
