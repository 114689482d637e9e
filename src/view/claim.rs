use super::cite::Cite;
use super::documents::documents_link;
use super::figure::Fact;
use super::link::{Link, OutsideLink};
use super::overview::{RowLine, row_line};
use super::piece::{Piece, marked};
use super::{ClaimCard, Frame, Scene, Weight, claim_card};
use crate::compare::{List, ring};
use crate::corpus::{Claim, ClaimId, Coding, Relation, SideId, TermId};
use crate::language::Arguments;
use crate::prose::Html;
use crate::site::{Page, Route, Url, passage_address};
use serde::Serialize;

/// Other claims of one kind that the page of a claim shows.
const MOST_OTHERS: usize = 6;

/// `pages/claim.html`
#[derive(Clone, Debug, Serialize)]
pub struct ClaimPage {
    /// The claim itself.
    pub card: ClaimCard,
    /// Where it is said.
    pub document: Link,
    /// The statement, in pieces, with the terms that it names.
    pub statement: Vec<Piece>,
    /// What is known of it.
    pub facts: Vec<Fact>,
    /// From the speaker to the page, step by step.
    pub chain: Vec<Link>,
    /// The questions that it answers, the primary one first.
    pub answers: Vec<Answer>,
    /// What it does to others, and others to it.
    pub relations: Vec<RelationView>,
    /// Terms that it names.
    pub terms: Vec<TermView>,
    /// Why it was withdrawn.
    pub reason: Option<String>,
    /// Who disputes it and why.
    pub dissent: Vec<Fact>,
    /// Who annotated and who checked.
    pub coding: Vec<String>,
    /// Markdown for the reader.
    pub note_html: Option<Html>,
    /// The passage in the source, where the source is on the web.
    pub passage: Option<OutsideLink>,
    /// The passage in the text, where the text is published here.
    pub reading: Option<Url>,
    /// Its record as the editor wrote it.
    pub record: Option<Url>,
    /// Where to propose a change.
    pub change: Option<OutsideLink>,
    /// How it is cited.
    pub cite: Cite,
    /// The newer versions of the document.
    pub replaced_by: Vec<Link>,
    /// Other claims pinned to the same sentence.
    pub same_sentence: Others,
    /// Other claims that answer the primary question.
    pub other_answers: Others,
    /// Other claims of the document, before and after it in the text.
    pub neighbours: Vec<Neighbour>,
}

/// A question that a claim answers.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// The row.
    pub row: RowLine,
    /// How the claim rates it.
    pub rating: Option<String>,
}

/// What else is said there.
#[derive(Clone, Default, Debug, Serialize)]
pub struct Others {
    /// A few claims.
    pub cards: Vec<Html>,
    /// The way to all, where some are left out.
    pub more: Option<Link>,
}

/// What one claim does to another.
#[derive(Clone, Debug, Serialize)]
pub struct RelationView {
    /// Hook: the word of the relation.
    pub kind: &'static str,
    /// What it does, in words, from the view of this claim.
    pub label: String,
    /// The reason.
    pub note: Option<String>,
    /// The other claim.
    pub card_html: Html,
}

/// A term that a claim names.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its name.
    pub term: Link,
    /// What it is.
    pub definition: Option<String>,
    /// What became of it after the text was written.
    pub later: Vec<String>,
}

/// The claim before or after.
#[derive(Clone, Debug, Serialize)]
pub struct Neighbour {
    /// Which of the two, in words.
    pub label: String,
    /// The claim.
    pub claim: Link,
}

pub fn claim(scene: &Scene<'_>, route: Route, id: ClaimId) -> (Frame, ClaimPage) {
    let corpus = scene.corpus;
    let claim = &corpus[id];
    let card = claim_card(scene, id, Weight::Full);
    let document = scene.document_link(scene.corpus[id].document);
    let speaker = Arguments::new()
        .with("speaker", card.speaker.text.clone())
        .with("document", document.text.clone());
    let frame = scene.frame(
        route,
        scene.words.say_with("claim-about", &speaker),
        vec![
            scene.home_link(),
            documents_link(scene),
            scene.document_link(claim.document),
        ],
    );
    let page = ClaimPage {
        facts: facts(scene, claim),
        chain: chain(scene, claim),
        answers: claim
            .answers
            .iter()
            .map(|&question| Answer {
                row: row_line(scene, question),
                rating: super::card::rating(scene, id, question),
            })
            .collect(),
        relations: relations(scene, id),
        terms: terms(scene, claim),
        reason: scene.text_of(claim.reason.as_ref()),
        dissent: claim
            .dissent
            .iter()
            .map(|dissent| Fact {
                label: scene.text(&corpus[dissent.by].name),
                value: scene.text(&dissent.says),
            })
            .collect(),
        coding: coding(scene, claim),
        note_html: scene.note_of(claim.note.as_ref()),
        passage: passage(scene, id),
        reading: scene.reading_url(id),
        record: scene.record_url(id),
        change: change(scene, claim),
        cite: scene.cite_claim(id),
        replaced_by: scene.replaced_by(claim.document),
        same_sentence: same_sentence(scene, id),
        other_answers: other_answers(scene, id),
        statement: marked(scene, claim),
        neighbours: neighbours(scene, id),
        card,
        document,
    };
    (frame, page)
}

fn facts(scene: &Scene<'_>, claim: &Claim) -> Vec<Fact> {
    let words = scene.words;
    let names = |sides: &[SideId]| {
        let names = sides.iter().map(|&side| scene.side_in_text(side));
        words.list(&names.collect::<Vec<_>>())
    };
    let not_given = |field: &str| {
        let named = claim.not_given.iter().any(|name| name == field);
        named.then(|| words.say("not-given"))
    };
    let mut facts = Vec::new();
    let mut add = |label: &str, value: Option<String>| {
        let label = words.say(label);
        facts.extend(value.map(|value| Fact { label, value }));
    };
    add("about", Some(scene.about_label(&claim.about)));
    let ring = ring(claim, scene.corpus);
    add(
        "ring",
        ring.map(|ring| words.say(&format!("ring-word-{}", ring.word()))),
    );
    let horizon = claim.horizon.map(|date| words.date(date));
    add("horizon", horizon.or_else(|| not_given("horizon")));
    let addressee = (!claim.addressee.is_empty()).then(|| names(&claim.addressee));
    add("addressee", addressee.or_else(|| not_given("addressee")));
    let source = &scene.corpus[claim.document].language;
    let in_source = |words: &Option<String>| Some(scene.words_in(source, words.as_ref()?));
    add("prefix", in_source(&claim.prefix));
    add("suffix", in_source(&claim.suffix));
    facts
}

/// The speaker, those through whom it came, and the document.
fn chain(scene: &Scene<'_>, claim: &Claim) -> Vec<Link> {
    let mut chain = vec![scene.voice_link(claim.voice)];
    chain.extend(claim.via.iter().map(|&voice| scene.voice_link(voice)));
    chain.push(scene.document_link(claim.document));
    chain
}

fn relations(scene: &Scene<'_>, id: ClaimId) -> Vec<RelationView> {
    let words = scene.words;
    let view = |other: ClaimId, relation: &Relation, message: &str| RelationView {
        kind: relation.kind.word(),
        label: words.say(&format!("{message}-{}", relation.kind.word())),
        note: scene.text_of(relation.note.as_ref()),
        card_html: scene.compact_card(other),
    };
    let outgoing = scene.corpus[id].relations.iter();
    let outgoing = outgoing.filter(|relation| scene.shows(&scene.corpus[relation.claim]));
    let outgoing = outgoing.map(|relation| view(relation.claim, relation, "relation"));
    let incoming = scene.incoming(id);
    let incoming = incoming.map(|(from, relation)| view(from, relation, "relation-back"));
    outgoing.chain(incoming).collect()
}

fn terms(scene: &Scene<'_>, claim: &Claim) -> Vec<TermView> {
    let document = &scene.corpus[claim.document];
    let written = document.published.or(document.not_before);
    let view = |&id: &TermId| {
        let term = &scene.corpus[id];
        let events = term.history.iter();
        let later = events.filter(|event| written.is_some_and(|date| event.date.is_after(date)));
        TermView {
            term: scene.term_link(id),
            definition: scene.text_of(term.definition.as_ref()),
            later: later
                .map(|event| {
                    let arguments = Arguments::new()
                        .with("date", scene.words.date(event.date))
                        .with("what", scene.text(&event.what));
                    scene.words.say_with("term-changed", &arguments)
                })
                .collect(),
        }
    };
    claim.terms.iter().map(view).collect()
}

/// Claims whose quotations stand in the same sentence of the source, the nearest ones on both sides.
fn same_sentence(scene: &Scene<'_>, id: ClaimId) -> Others {
    let Some((pin, _)) = scene.pin(id) else {
        return Others::default();
    };
    let in_sentence = |other: &&ClaimId| {
        let sentence = scene.pin(**other).map(|(pin, _)| pin.sentence);
        sentence.is_some_and(|(first, last)| first <= pin.sentence.1 && pin.sentence.0 <= last)
    };
    // In the order of the text they stand next to each other.
    let all = scene.index.of_document(scene.corpus[id].document);
    let (before, after) = all.split_at(scene.index.place(id));
    let nearest = |claims: &mut dyn Iterator<Item = &ClaimId>| {
        let claims = claims.take_while(in_sentence).copied();
        claims.take(MOST_OTHERS + 1).collect::<Vec<ClaimId>>()
    };
    let before = nearest(&mut before.iter().rev());
    let after = nearest(&mut after.iter().skip(1));
    let count = before.len() + after.len();
    let few_after = after.len().min(MOST_OTHERS / 2);
    let few_before = before.len().min(MOST_OTHERS - few_after);
    let shown = before[..few_before].iter().rev().chain(&after);
    Others {
        cards: shown
            .take(MOST_OTHERS)
            .map(|&id| scene.compact_card(id))
            .collect(),
        more: (count > MOST_OTHERS).then(|| Link {
            text: scene.words.say("same-sentence-all"),
            url: scene.card_url(id),
        }),
    }
}

/// Claims in the row of the primary question, those of the other cells first.
fn other_answers(scene: &Scene<'_>, id: ClaimId) -> Others {
    let question = scene.corpus[id].primary();
    let lists = || scene.rows[question.index()].lists();
    let all: usize = lists().map(|list| list.len()).sum();
    let (here, elsewhere): (Vec<_>, Vec<_>) = lists().partition(|list| list.holds(id));
    // A row can be long, and every claim of it has a page.
    let count = all - here.len();
    // One of each list in turn, so that no side is crowded out.
    let longest = elsewhere.iter().map(List::len).max().unwrap_or(0);
    let in_turn =
        (0..longest).flat_map(|place| elsewhere.iter().filter_map(move |it| it.get(place)));
    let same = here.into_iter().flatten().filter(|&other| other != id);
    let others = in_turn.chain(same).take(MOST_OTHERS);
    Others {
        cards: others.map(|id| scene.compact_card(id)).collect(),
        more: (count > MOST_OTHERS).then(|| Link {
            text: scene.words.say_of("all-statements", "count", count + 1),
            url: scene.url(Page::Question(question)),
        }),
    }
}

fn coding(scene: &Scene<'_>, claim: &Claim) -> Vec<String> {
    let line = |coding: &Coding| {
        let date = coding.on.map(|date| scene.words.date(date));
        let arguments = Arguments::new()
            .with("by", scene.text(&scene.corpus[coding.by].name))
            .with("dated", if date.is_some() { "yes" } else { "no" })
            .with("date", date.unwrap_or_default());
        scene
            .words
            .say_with(&format!("coding-{}", coding.did.word()), &arguments)
    };
    claim.coding.iter().map(line).collect()
}

/// The way to the words of a claim in its source.
fn passage(scene: &Scene<'_>, id: ClaimId) -> Option<OutsideLink> {
    let claim = &scene.corpus[id];
    let url = scene.corpus[claim.document].url.as_ref()?;
    let (pin, _) = scene.pin(id)?;
    let quoted: Vec<&str> = claim.quote.iter().map(|part| part.value.as_str()).collect();
    let address = if pin.printed.is_empty() {
        passage_address(url, &quoted)
    } else {
        passage_address(url, &pin.printed)
    };
    Some(OutsideLink {
        text: scene.words.say("passage-in-source"),
        url: address?,
    })
}

/// The file of the claim in the repository, at its line.
fn change(scene: &Scene<'_>, claim: &Claim) -> Option<OutsideLink> {
    let repository = scene.corpus.site.repository.as_ref()?;
    let file = scene.sources.file(claim.entry.file);
    let line = file.line_of(claim.entry.range().start) + 1;
    let repository = repository.trim_end_matches('/');
    Some(OutsideLink {
        text: scene.words.say("propose-change"),
        url: format!("{repository}/blob/HEAD/{}#L{line}", file.path()),
    })
}

fn neighbours(scene: &Scene<'_>, id: ClaimId) -> Vec<Neighbour> {
    let all = scene.index.of_document(scene.corpus[id].document);
    let here = scene.index.place(id);
    let before = here.checked_sub(1).and_then(|place| all.get(place));
    [("before-it", before), ("after-it", all.get(here + 1))]
        .into_iter()
        .filter_map(|(label, claim)| {
            Some(Neighbour {
                label: scene.words.say(label),
                claim: scene.claim_link(*claim?),
            })
        })
        .collect()
}
