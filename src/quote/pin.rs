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
