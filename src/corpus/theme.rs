use super::{ClaimId, PerSide, QuestionId, SideId, Text, ThemeId};
use crate::source::Span;
use crate::vocabulary::{Compare, Kind};
use std::ops::Range;

/// A field of comparison.
#[derive(Debug)]
pub struct Theme {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What belongs to it.
    pub definition: Option<Text>,
    /// The ids of its questions, which stand together.
    pub questions: Range<usize>,
    /// What the editors sum up for each side.
    pub summary: PerSide<Vec<Sentence>>,
    /// What the editors sum up of the difference.
    pub contrast: Vec<Sentence>,
    /// Notes on empty cells.
    pub silences: Vec<Silence>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// The file.
    pub span: Span,
}

impl Theme {
    /// Its questions, in the order of the rows.
    pub fn questions(&self) -> impl Iterator<Item = QuestionId> + use<> {
        self.questions.clone().map(QuestionId::new)
    }
}

/// A row that each column answers.
#[derive(Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id within the theme.
    pub id: String,
    /// The theme.
    pub theme: ThemeId,
    /// The question.
    pub asks: Text,
    /// What counts as an answer.
    pub definition: Option<Text>,
    /// What the columns are.
    pub compare: Compare,
    /// In what words it is rated, if at all.
    pub scale: Scale,
    /// Kinds that fill a cell here and elsewhere would not.
    pub takes: Vec<Kind>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Its id, as written.
    pub span: Span,
}

/// In what words a question is rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Not at all: a stance is an error.
    None,
    /// Between two poles, of which these are the words.
    Poles {
        /// The word for `positive`.
        positive: Text,
        /// The word for `negative`.
        negative: Text,
    },
    /// For or against an assertion.
    Proposition(Text),
}

/// A sentence of a summary and what it rests on: at least one claim or empty cell.
#[derive(Debug)]
pub struct Sentence {
    /// The sentence.
    pub text: Text,
    /// The claims that it rests on.
    pub from: Vec<ClaimId>,
    /// The empty cells that it rests on.
    pub silent: Vec<CellRef>,
    /// The sentence, as written.
    pub span: Span,
}

/// Names one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellRef {
    /// The row.
    pub question: QuestionId,
    /// The column.
    pub side: SideId,
    /// Where it is named.
    pub span: Span,
}

/// A note on an empty cell.
#[derive(Debug)]
pub struct Silence {
    /// The cell.
    pub cell: CellRef,
    /// What comes near and why it does not count.
    pub note: Text,
}
