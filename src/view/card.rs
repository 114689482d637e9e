use super::Scene;
use super::figure::FigureView;
use super::link::Link;
use super::place::PlaceView;
use crate::compare::{Ring, ring};
use crate::corpus::{Claim, ClaimId, Corpus, QuestionId, Scale, VoiceId};
use crate::site::{Page, Route, Url, sheet_size};
use crate::vocabulary::{Mode, Stance};
use serde::Serialize;

/// How much a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// With quotation and figures.
    Full,
    /// For places where many stand together.
    Compact,
}

/// A claim as it stands wherever claims are shown: `components/claim_card.html`.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimCard {
    /// Full id.
    pub id: String,
    /// Hook: ids of the sides, or `world`.
    pub about: String,
    /// Hook: the word of its kind.
    pub kind: &'static str,
    /// Hook: id of the voice.
    pub voice: String,
    /// Hook: the side that the voice speaks for, `none`, or nothing.
    pub voice_side: String,
    /// Hook: the word of its ring, or nothing.
    pub ring: &'static str,
    /// Hook: its stance on the primary question, or nothing.
    pub stance: &'static str,
    /// The statement, which leads to the page of the claim.
    pub statement: Link,
    /// The parts of the quotation; none on a compact card.
    pub quote: Vec<String>,
    /// BCP 47 tag of the quotation.
    pub quote_language: String,
    /// Who speaks.
    pub speaker: Link,
    /// For whom the speaker speaks.
    pub speaker_side: String,
    /// Place of the speaker's side in the order of columns, from 1; nothing for no side.
    pub speaker_column: Option<usize>,
    /// Through whom it is told, in words; nothing where an author speaks.
    pub relay: Option<String>,
    /// Its kind, in words.
    pub kind_label: String,
    /// How it rates, in the words of its primary question.
    pub rating: Option<String>,
    /// What readers must know of its standing, in words.
    pub status: Option<String>,
    /// The source's own hedge or condition.
    pub hedge: Option<String>,
    /// Its numbers; none on a compact card.
    pub figures: Vec<FigureView>,
    /// Its numbers with bound and unit; only on a compact card.
    pub amounts: Vec<String>,
    /// Where the quotation stands in the source; nothing on a compact card.
    pub place: Option<PlaceView>,
    /// Anchor of the card; nothing on a compact card, which may stand on a page more than once.
    pub anchor: Option<String>,
    /// Whether the card is compact.
    pub compact: bool,
}

/// The card of a claim.
pub fn claim_card(scene: &Scene<'_>, id: ClaimId, weight: Weight) -> ClaimCard {
    let corpus = scene.corpus;
    let claim = &corpus[id];
    let voice = &corpus[claim.voice];
    let compact = weight == Weight::Compact;
    ClaimCard {
        id: corpus.claim_path(id),
        about: scene.about_word(&claim.about),
        kind: claim.kind.word(),
        voice: voice.id.clone(),
        voice_side: scene.allegiance_word(voice.allegiance),
        ring: ring(claim, corpus).map_or("", Ring::word),
        stance: claim.stance(claim.primary()).map_or("", Stance::word),
        statement: scene.claim_link(id),
        quote: if compact {
            Vec::new()
        } else {
            claim.quote.iter().map(|part| part.value.clone()).collect()
        },
        quote_language: corpus[claim.document].language.clone(),
        speaker: scene.voice_link(claim.voice),
        speaker_side: scene.allegiance_label(voice.allegiance),
        speaker_column: voice.allegiance.side().map(|side| side.index() + 1),
        relay: relay(scene, claim),
        kind_label: scene.words.say(&format!("kind-{}", claim.kind.word())),
        rating: rating(scene, id, claim.primary()),
        status: claim
            .status
            .map(|status| scene.words.say(&format!("status-{}", status.word()))),
        hedge: scene.text_of(claim.hedge.as_ref()).filter(|_| !compact),
        figures: if compact {
            Vec::new()
        } else {
            claim.figures.iter().map(|it| scene.figure(it)).collect()
        },
        amounts: if compact {
            claim
                .figures
                .iter()
                .map(|it| scene.figure(it).amount)
                .collect()
        } else {
            Vec::new()
        },
        place: scene.place(id).filter(|_| !compact),
        anchor: (!compact).then(|| scene.card_anchor(id)),
        compact,
    }
}

/// How a claim rates a question, in the question's own words.
pub fn rating(scene: &Scene<'_>, claim: ClaimId, question: QuestionId) -> Option<String> {
    let stance = scene.corpus[claim].stance(question)?;
    Some(stance_label(scene, question, stance))
}

/// A stance in the words of a question.
pub fn stance_label(scene: &Scene<'_>, question: QuestionId, stance: Stance) -> String {
    match (&scene.corpus[question].scale, stance) {
        (Scale::Poles { positive, .. }, Stance::Positive) => scene.text(positive),
        (Scale::Poles { negative, .. }, Stance::Negative) => scene.text(negative),
        (_, stance) => scene.words.say(&format!("stance-{}", stance.word())),
    }
}

/// Through whom a claim is told: "as quoted by Xinhua".
pub fn relay(scene: &Scene<'_>, claim: &Claim) -> Option<String> {
    if claim.mode == Mode::Author {
        return None;
    }
    let tellers = tellers(scene.corpus, claim);
    let names: Vec<String> = tellers
        .iter()
        .map(|&voice| scene.text(&scene.corpus[voice].name))
        .collect();
    let by = scene.words.list(&names);
    let message = format!("mode-{}", claim.mode.word());
    Some(scene.words.say_of(&message, "by", by))
}

/// The relay chain of a claim, or the author of its document where none is named.
fn tellers(corpus: &Corpus, claim: &Claim) -> Vec<VoiceId> {
    if claim.via.is_empty() {
        return corpus[claim.document]
            .authors
            .first()
            .copied()
            .into_iter()
            .collect();
    }
    claim.via.clone()
}

impl Scene<'_> {
    /// The address of a claim's record in the document's source, where it is published.
    pub fn record_url(&self, id: ClaimId) -> Option<Url> {
        let claim = &self.corpus[id];
        let claims = &self.corpus[claim.document].claims;
        let before = id.index() - claims.start;
        let route = Route {
            sheet: before / sheet_size(claims.len()) + 1,
            ..self.route(Page::Record(claim.document))
        };
        let shown = self.corpus.site.source_view;
        shown.then(|| route.url(self.corpus).at(&claim.id))
    }
}
