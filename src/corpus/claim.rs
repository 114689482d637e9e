use super::{ClaimId, Date, DocumentId, EditorId, QuestionId, SideId, TermId, Text, VoiceId};
use crate::source::{Span, Spanned};
use crate::vocabulary::{Bound, Deed, Kind, Mode, RelationKind, Stance, Status};

/// One voice saying one thing at one place of one document.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its id within the document.
    pub id: String,
    /// The document.
    pub document: DocumentId,
    /// The editor's neutral sentence.
    pub says: Text,
    /// Verbatim words, in ordered parts; at least one.
    pub quote: Vec<Spanned<String>>,
    /// Words before the quote.
    pub prefix: Option<String>,
    /// Words after the quote.
    pub suffix: Option<String>,
    /// Whom it is about.
    pub about: About,
    /// The questions that it answers, the primary one first; at least one.
    pub answers: Vec<QuestionId>,
    /// What it does.
    pub kind: Kind,
    /// When a prediction falls due.
    pub horizon: Option<Date>,
    /// Sides to whom a recommendation is addressed.
    pub addressee: Vec<SideId>,
    /// How it answers its questions, where it rates.
    pub stances: Vec<(QuestionId, Stance)>,
    /// The source's own hedge or condition.
    pub hedge: Option<Text>,
    /// Who speaks.
    pub voice: VoiceId,
    /// How the voice comes to speak here.
    pub mode: Mode,
    /// Relay chain, first the one who heard the speaker; empty where an author speaks.
    pub via: Vec<VoiceId>,
    /// Numbers that it carries.
    pub figures: Vec<Figure>,
    /// Terms that it names.
    pub terms: Vec<TermId>,
    /// What it does to other claims.
    pub relations: Vec<Relation>,
    /// What readers must know of its standing; absent: reviewed.
    pub status: Option<Status>,
    /// Why it was withdrawn.
    pub reason: Option<Text>,
    /// Who disputes it and why.
    pub dissent: Vec<Dissent>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Who annotated and who checked.
    pub coding: Vec<Coding>,
    /// Markdown for the reader.
    pub note: Option<Text>,
    /// Fields that the source does not give.
    pub not_given: Vec<String>,
    /// Its id, as written.
    pub span: Span,
    /// The statement, as written.
    pub statement: Span,
    /// The whole entry, as written.
    pub entry: Span,
}

impl Claim {
    /// The question that it answers first of all.
    pub fn primary(&self) -> QuestionId {
        self.answers[0]
    }

    /// How it answers a question, where it rates.
    pub fn stance(&self, question: QuestionId) -> Option<Stance> {
        let mut stances = self.stances.iter();
        stances
            .find(|(rated, _)| *rated == question)
            .map(|(_, stance)| *stance)
    }

    /// Whether aggregates count it: drafts, disputed and withdrawn claims count for nothing.
    pub fn counts(&self) -> bool {
        self.status.is_none()
    }

    /// The editors who annotated it, each once.
    pub fn annotators(&self) -> Vec<EditorId> {
        let mut annotators = Vec::new();
        for coding in &self.coding {
            if coding.did == Deed::Annotated && !annotators.contains(&coding.by) {
                annotators.push(coding.by);
            }
        }
        annotators
    }

    /// Whether the voice speaks without a relay.
    pub fn first_hand(&self) -> bool {
        self.mode == Mode::Author
    }
}

/// Whom a claim is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// One side alone.
    Side(SideId),
    /// Several sides together, in the order of the columns.
    Several(Vec<SideId>),
    /// The world.
    World,
}

impl About {
    /// The sides, in the order of the columns; none for the world.
    pub fn sides(&self) -> &[SideId] {
        match self {
            Self::Side(side) => std::slice::from_ref(side),
            Self::Several(sides) => sides,
            Self::World => &[],
        }
    }

    /// The side, where it is about exactly one.
    pub fn single(&self) -> Option<SideId> {
        match self {
            Self::Side(side) => Some(*side),
            Self::Several(_) | Self::World => None,
        }
    }
}

/// What a figure covers.
pub type Scope = About;

/// A number that a claim carries.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What is counted.
    pub measures: Text,
    /// The number.
    pub value: f64,
    /// How the number is bounded.
    pub bound: Bound,
    /// Its unit.
    pub unit: Given<Text>,
    /// The denominator.
    pub of: Given<Text>,
    /// The part of the denominator.
    pub part: Given<Text>,
    /// What it covers.
    pub scope: Given<Scope>,
    /// The date for which it holds.
    pub as_of: Given<Date>,
    /// Who produced it.
    pub producer: Given<VoiceId>,
    /// The number as the source writes it.
    pub verbatim: String,
    /// Markdown for the reader.
    pub note: Option<Text>,
    /// The number, as written.
    pub span: Span,
}

/// A value, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Given<T> {
    /// The value.
    Value(T),
    /// The editor looked, and the source does not give it.
    NotGiven,
    /// Nobody assessed it.
    Absent,
}

impl<T> Given<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::NotGiven | Self::Absent => None,
        }
    }
}

/// What a claim does to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What it does.
    pub kind: RelationKind,
    /// The other claim.
    pub claim: ClaimId,
    /// The reason.
    pub note: Option<Text>,
}

/// An editor's objection.
#[derive(Clone, Debug)]
pub struct Dissent {
    /// Who objects.
    pub by: EditorId,
    /// The objection.
    pub says: Text,
}

/// Who annotated or checked a claim, and when.
#[derive(Clone, Debug)]
pub struct Coding {
    /// Who.
    pub by: EditorId,
    /// When.
    pub on: Option<Date>,
    /// What was done.
    pub did: Deed,
}
