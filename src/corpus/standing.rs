use super::{
    Claim, ClaimId, Corpus, Date, Document, Figure, Given, Question, Relation, Scale, Text,
};
use crate::vocabulary::{Compare, Kind, RelationKind};
use std::mem::{Discriminant, discriminant};
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
        let sides = |it: &Self| -> Vec<_> { it.voices.iter().map(|it| it.allegiance).collect() };
        let (sides, former) = (sides(self), sides(before));
        let keep_sides = sides == former;
        let is_same = |(one, other): (&Arc<Claim>, &Arc<Claim>)| {
            (Arc::ptr_eq(one, other) || one.stands_as(other))
                && (keep_sides || sides[one.voice.index()] == former[other.voice.index()])
        };
        let moved = moved.filter(|(_, pair)| !is_same(*pair));
        Some(moved.map(|(id, _)| id).collect())
    }

    /// Whether everything between which claims stand is the same, and there are as many of them in each document. The
    /// words of questions and voices are no part of it: no row and no list looks at them.
    fn has_frame_of(&self, other: &Self) -> bool {
        let frame = |it: &Document| (it.claims.clone(), it.authors.clone(), it.replaces);
        let documents = self.documents.iter().map(frame);
        let mut pairs = self.questions.iter().zip(&other.questions);
        self.site.sides.count() == other.site.sides.count()
            && self.claims.len() == other.claims.len()
            && self.terms.len() == other.terms.len()
            && self.voices.len() == other.voices.len()
            && self.questions.len() == other.questions.len()
            && pairs.all(|(one, other)| one.answer() == other.answer())
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

impl Question {
    /// All that decides where a claim stands in its row.
    fn answer(&self) -> (Compare, &[Kind], Discriminant<Scale>) {
        (self.compare, &self.takes, discriminant(&self.scale))
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
