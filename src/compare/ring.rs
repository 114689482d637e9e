use super::List;
use crate::corpus::{Allegiance, Claim, ClaimId, Corpus, SideId};
use crate::vocabulary::Mode;

/// Through whose eyes a side is described: the side of the voice, never that of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ring {
    /// A voice of the side itself.
    Own,
    /// A voice of another side.
    Other,
    /// A third party.
    Outside,
    /// A voice that nobody could place.
    Unplaced,
}

impl Ring {
    /// From inside outwards.
    pub const ALL: [Self; 4] = [Self::Own, Self::Other, Self::Outside, Self::Unplaced];

    /// The word that pages and data use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Other => "other",
            Self::Outside => "outside",
            Self::Unplaced => "unplaced",
        }
    }

    /// The ring in which a voice stands around a side.
    pub fn around(side: SideId, voice: Allegiance) -> Self {
        match voice {
            Allegiance::Side(own) if own == side => Self::Own,
            Allegiance::Side(_) => Self::Other,
            Allegiance::ThirdParty => Self::Outside,
            Allegiance::Unplaced => Self::Unplaced,
        }
    }
}

/// The ring of a claim; none unless it is about exactly one side.
pub fn ring(claim: &Claim, corpus: &Corpus) -> Option<Ring> {
    let side = claim.about.single()?;
    Some(Ring::around(side, corpus[claim.voice].allegiance))
}

/// The claims of a cell, by ring, each list in the order of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rings {
    /// Its own voices, as authors or quoted.
    pub own: Vec<ClaimId>,
    /// Its own voices, as told by others.
    pub told: Vec<ClaimId>,
    /// Voices of other sides.
    pub other: Vec<ClaimId>,
    /// Third parties.
    pub outside: Vec<ClaimId>,
    /// Voices that nobody could place.
    pub unplaced: Vec<ClaimId>,
}

impl Rings {
    pub(super) fn add(&mut self, id: ClaimId, side: SideId, corpus: &Corpus) {
        let claim = &corpus[id];
        let list = match Ring::around(side, corpus[claim.voice].allegiance) {
            Ring::Own if matches!(claim.mode, Mode::Author | Mode::Quoted) => &mut self.own,
            Ring::Own => &mut self.told,
            Ring::Other => &mut self.other,
            Ring::Outside => &mut self.outside,
            Ring::Unplaced => &mut self.unplaced,
        };
        list.push(id);
    }

    /// Every claim, from the inner ring outwards.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.list().into_iter()
    }

    /// The rings as one list.
    pub(super) fn list(&self) -> List<'_> {
        List::of([
            &self.own,
            &self.told,
            &self.other,
            &self.outside,
            &self.unplaced,
        ])
    }

    /// Whether there is no claim at all.
    pub fn is_empty(&self) -> bool {
        self.claims().next().is_none()
    }
}
