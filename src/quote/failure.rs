/// Why a quotation is not in a text as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Fewer than four words in all, or fewer than two in a part.
    TooShort {
        /// The part, from 0; nothing for the whole.
        part: Option<usize>,
        /// What stands around another part, as printed, where that is at one place of a text at hand.
        beside: Option<String>,
    },
    /// An editor's brackets or dots stand inside.
    InBrackets {
        /// The part, from 0.
        part: usize,
    },
    /// The words of a part are not there.
    NotFound {
        /// The part, from 0.
        part: usize,
        /// The passage that comes nearest, where one does.
        nearest: Option<Nearest>,
    },
    /// The words are there, but for a number or the sign of one.
    AlteredNumber {
        /// The part, from 0.
        part: usize,
        /// The passage.
        nearest: Nearest,
    },
    /// Each part is there, but in another order.
    OutOfOrder {
        /// The parts as printed, in the order of the text.
        found: String,
    },
    /// Each part is there in order, but too far from the one before, or without a word between.
    Apart {
        /// The part, from 0, that stands too far or too near.
        part: usize,
        /// Whole words between the two.
        words: usize,
    },
    /// A part begins or ends between a number and its sign.
    CutNumber {
        /// The part, from 0.
        part: usize,
        /// The number and its sign as printed.
        whole: String,
    },
    /// The words stand at more than one place.
    Ambiguous {
        /// How many places, as far as was counted.
        places: usize,
        /// The words around the first two, as printed.
        around: Vec<String>,
    },
    /// The text is not at hand, and the lock does not have these words.
    NotPinned,
    /// The words are there, but the prefix or suffix is not beside them.
    WrongContext {
        /// What stands there.
        found: String,
    },
}

/// A passage that comes near a part of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Its words as they should be quoted, on one line.
    pub mended: String,
    /// Its words as printed, with those that differ between `«` and `»`.
    pub marked: String,
    /// Words of the quotation that the passage does not have.
    pub extra: Vec<String>,
}
