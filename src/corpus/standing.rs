use super::{Claim, ClaimId, Corpus, Date, Document, Figure, Given, Relation, Text};
use crate::vocabulary::RelationKind;
use std::sync::Arc;

impl Corpus {
    /// The claims that stand otherwise than those in their places in another corpus; nothing where the two cannot be
    /// held against each other claim by claim.
    ///
    /// Where no claim does, the two differ in words alone, and have the same rows and lists.
    pub fn moved_since(&self, before: &Self) -> Option<Vec<ClaimId>> {
        if !self.has_frame_of(before) {
            return None;
        }
        let pairs = self.claims.iter().zip(&before.claims);
        let moved = ClaimId::all(self.claims.len()).zip(pairs);
        let moved =
            moved.filter(|(_, (one, other))| !Arc::ptr_eq(one, other) && !one.stands_as(other));
        Some(moved.map(|(id, _)| id).collect())
    }

    /// Whether everything between which claims stand is the same, and there are as many of them in each document.
    fn has_frame_of(&self, other: &Self) -> bool {
        let frame = |it: &Document| (it.claims.clone(), it.authors.clone(), it.replaces);
        let documents = self.documents.iter().map(frame);
        self.site.sides.count() == other.site.sides.count()
            && self.claims.len() == other.claims.len()
            && self.terms.len() == other.terms.len()
            && self.questions == other.questions
            && self.voices == other.voices
            && documents.eq(other.documents.iter().map(frame))
    }
}

impl Claim {
    /// Whether it stands wherever another one would, and counts for the same.
    fn stands_as(&self, other: &Self) -> bool {
        // Whoever adds a field has to say whether a row or a list looks at it.
        let Self {
            id,
            document,
            says: _,
            quote: _,
            prefix: _,
            suffix: _,
            about,
            answers,
            kind,
            horizon: _,
            addressee: _,
            stances,
            hedge: _,
            voice,
            mode,
            via,
            figures,
            terms,
            relations,
            status,
            reason: _,
            dissent: _,
            aliases: _,
            coding: _,
            note: _,
            not_given: _,
            span: _,
            statement: _,
            entry: _,
        } = self;
        let figures = figures.iter().map(Figure::axis);
        let relations = relations.iter().map(Relation::end);
        (id, document, about, answers) == (&other.id, &other.document, &other.about, &other.answers)
            && (kind, stances, voice) == (&other.kind, &other.stances, &other.voice)
            && (mode, via, terms) == (&other.mode, &other.via, &other.terms)
            && *status == other.status
            && figures.eq(other.figures.iter().map(Figure::axis))
            && relations.eq(other.relations.iter().map(Relation::end))
    }
}

impl Figure {
    /// All that decides with which other figures it may be compared.
    fn axis(&self) -> (&Text, &Given<Text>, &Given<Text>, &Given<Date>) {
        (&self.measures, &self.of, &self.unit, &self.as_of)
    }
}

impl Relation {
    /// What it does, and to which claim.
    fn end(&self) -> (RelationKind, ClaimId) {
        (self.kind, self.claim)
    }
}
