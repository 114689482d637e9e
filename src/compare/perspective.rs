use crate::corpus::{About, Allegiance, Claim, Corpus, DocumentId, QuestionId, Scale, SideId};
use crate::corpus::{ClaimId, VoiceId};
use crate::vocabulary::{Compare, Stance};
use std::collections::{BTreeMap, BTreeSet};

/// Whom claims are about, as a column of the table of perspectives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// One side alone.
    Side(SideId),
    /// Several sides together.
    Several,
    /// The world.
    World,
}

impl Subject {
    /// The column of a claim.
    pub fn of(about: &About) -> Self {
        match about {
            About::Side(side) => Self::Side(*side),
            About::Several(_) => Self::Several,
            About::World => Self::World,
        }
    }

    /// Every column: the sides, several together, the world.
    pub fn all(corpus: &Corpus) -> Vec<Self> {
        let sides = corpus.site.side_ids().map(Self::Side);
        sides.chain([Self::Several, Self::World]).collect()
    }
}

/// What some claims amount to: how many, by how many voices, and where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// Claims.
    pub claims: usize,
    /// Claims by the author of the document.
    pub first_hand: usize,
    /// Every voice.
    pub voices: BTreeSet<VoiceId>,
    /// Claims by document.
    pub documents: BTreeMap<DocumentId, usize>,
}

impl Amount {
    /// Counts claims.
    pub fn of<'a>(claims: impl Iterator<Item = &'a Claim>) -> Self {
        let mut amount = Self::default();
        claims.for_each(|claim| amount.count(claim));
        amount
    }

    fn count(&mut self, claim: &Claim) {
        self.claims += 1;
        self.first_hand += usize::from(claim.first_hand());
        self.voices.insert(claim.voice);
        *self.documents.entry(claim.document).or_default() += 1;
    }
}

/// Every side, third parties, and voices that nobody could place where one of them says something.
pub fn allegiances(corpus: &Corpus) -> Vec<Allegiance> {
    let sides = corpus.site.side_ids().map(Allegiance::Side);
    let unplaced = |claim: &Claim| corpus[claim.voice].allegiance == Allegiance::Unplaced;
    let has_unplaced = corpus.claims().any(|(_, claim)| unplaced(claim));
    sides
        .chain([Allegiance::ThirdParty])
        .chain(has_unplaced.then_some(Allegiance::Unplaced))
        .collect()
}

/// Who speaks about whom; of the claims that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perspectives {
    /// What the columns are about.
    pub subjects: Vec<Subject>,
    /// Who speaks in each row, and what that amounts to column by column.
    pub rows: Vec<(Allegiance, Vec<Amount>)>,
}

/// Finds out who speaks about whom.
pub fn perspectives(corpus: &Corpus) -> Perspectives {
    let mut amounts: BTreeMap<(Allegiance, Subject), Amount> = BTreeMap::new();
    for (_, claim) in corpus.claims().filter(|(_, claim)| claim.counts()) {
        let place = (corpus[claim.voice].allegiance, Subject::of(&claim.about));
        amounts.entry(place).or_default().count(claim);
    }
    let subjects = Subject::all(corpus);
    let mut row = |voices: Allegiance| {
        let amounts = subjects
            .iter()
            .map(|&subject| amounts.remove(&(voices, subject)).unwrap_or_default());
        (voices, amounts.collect())
    };
    Perspectives {
        rows: allegiances(corpus).into_iter().map(&mut row).collect(),
        subjects,
    }
}

/// Claims that go against the grain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grain {
    /// Voices of a side that rate another side positively.
    pub praise: Vec<ClaimId>,
    /// Voices of a side that rate their own negatively.
    pub criticism: Vec<ClaimId>,
}

/// Finds praise of others and criticism of the own side: only claims that count, about one side alone, by a
/// voice of a side, and only ratings of questions about sides that have poles.
pub fn against_the_grain(corpus: &Corpus) -> Grain {
    let mut grain = Grain::default();
    for (id, claim) in corpus.claims().filter(|(_, claim)| claim.counts()) {
        let (Some(subject), Some(speaker)) =
            (claim.about.single(), corpus[claim.voice].allegiance.side())
        else {
            continue;
        };
        let rates = |question: QuestionId| {
            let question = &corpus[question];
            question.compare == Compare::About && matches!(question.scale, Scale::Poles { .. })
        };
        let ratings = claim.stances.iter().filter(|(it, _)| rates(*it));
        let gives = |wanted: Stance| ratings.clone().any(|(_, stance)| *stance == wanted);
        if speaker != subject && gives(Stance::Positive) {
            grain.praise.push(id);
        }
        if speaker == subject && gives(Stance::Negative) {
            grain.criticism.push(id);
        }
    }
    grain
}
