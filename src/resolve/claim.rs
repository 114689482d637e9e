use super::Names;
use super::about::about;
use super::figure::figures;
use super::owner::Owner;
use super::resolver::{Resolver, items};
use super::stance::{Rated, stances};
use crate::corpus::{
    Claim, Coding, Dissent, Document, DocumentId, EditorId, QuestionId, SideId, TermId, VoiceId,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::record;
use crate::source::{Span, Spanned};
use crate::vocabulary::{Kind, Mode, Status};
use crate::yaml::{Field, List};
use std::collections::HashMap;

/// What a claim may name, but other claims. Nothing else of the world decides what it is resolved to.
#[derive(Debug, Default)]
pub struct World {
    pub languages: Vec<String>,
    pub sides: Names<SideId>,
    pub editors: Names<EditorId>,
    pub voices: Names<VoiceId>,
    pub terms: Names<TermId>,
    pub questions: Names<QuestionId>,
    /// By question.
    pub scales: Vec<Rated>,
}

impl World {
    /// Whether every name stands for the same as in another world, and every question takes the same stances.
    pub fn names_as(&self, other: &Self) -> bool {
        let mut pairs = self.scales.iter().zip(&other.scales);
        self.languages == other.languages
            && self.sides == other.sides
            && self.editors == other.editors
            && self.voices == other.voices
            && self.terms == other.terms
            && self.questions == other.questions
            && self.scales.len() == other.scales.len()
            && pairs.all(|(one, other)| one.takes_as(other))
    }
}

/// The id of a claim; one that is not sound names the claim all the same, so that who names it is not
/// told that there is none.
#[derive(Clone, Copy)]
pub struct Id<'a> {
    pub written: &'a Spanned<String>,
    sound: bool,
}

/// The id of a claim, unless it has none or another's.
pub fn id<'a>(
    resolver: &mut Resolver<'_>,
    record: &'a Spanned<record::Claim>,
    spans: &mut HashMap<&'a str, Span>,
) -> Option<Id<'a>> {
    let owner = Owner::new(record.span, "claim");
    let id = resolver.required(&record.value.id, "id", &owner)?;
    let sound = resolver.id(&id.value, id.span);
    if let Some(&first) = spans.get(id.value.as_str()) {
        resolver.duplicate_id(&id.value, id.span, first);
        return None;
    }
    spans.insert(&id.value, id.span);
    Some(Id { written: id, sound })
}

/// A claim without its relations; none where something that it needs is missing or wrong.
pub fn claim(
    resolver: &mut Resolver<'_>,
    record: &Spanned<record::Claim>,
    id: Option<Id<'_>>,
    home: Option<(DocumentId, &Document)>,
    world: &World,
) -> Option<Claim> {
    let entry = record.span;
    let record = &record.value;
    let owner = Owner {
        span: id.map_or(entry, |id| id.written.span),
        noun: "claim",
        not_given: resolver.not_given(
            &record.not_given,
            &[
                ("addressee", !record.addressee.is_absent()),
                ("horizon", !record.horizon.is_absent()),
            ],
        ),
    };
    let says = resolver.required_text(&record.says, "says", &owner);
    let quote = quote(resolver, &record.quote, &owner);
    resolver.required(&record.about, "about", &owner);
    let about = about(resolver, &record.about, &world.sides);
    resolver.required_list(&record.answers, "answers", &owner);
    let answers = resolver.references(
        &record.answers,
        &world.questions,
        Code::UnknownQuestion,
        "question",
    );
    let kind = resolver.required(&record.kind, "kind", &owner);
    let kind = kind.map(|kind| kind.value);
    if kind == Some(Kind::Prediction) {
        resolver.required(&record.horizon, "horizon", &owner.known_as("prediction"));
    }
    if kind == Some(Kind::Recommendation) {
        let owner = owner.known_as("recommendation");
        resolver.required_list(&record.addressee, "addressee", &owner);
    }
    let horizon = resolver.date(&record.horizon);
    let addressee = resolver.references(&record.addressee, &world.sides, Code::UnknownSide, "side");
    let voice = voice(resolver, record, home, world, &owner);
    let mode = voice.and_then(|voice| mode(resolver, record, voice, home, &owner));
    let via = via(resolver, record, mode, home, world);
    let stances = stances(resolver, record, about.as_ref(), answers.as_deref(), world);
    let figures = figures(resolver, &record.figures, world);
    let terms = resolver.references(&record.terms, &world.terms, Code::UnknownTerm, "term");
    standing(resolver, record, &owner);
    let dissent = dissent(resolver, record, world);
    let coding = coding(resolver, record, world);
    resolver.allow(&record.allow, entry);
    let hedge = resolver.text(&record.hedge);
    let reason = resolver.text(&record.reason);
    let note = resolver.text(&record.note);
    let answers = answers.filter(|answers| !answers.is_empty())?;
    let id = id.filter(|id| id.sound)?.written;
    Some(Claim {
        id: id.value.clone(),
        document: home?.0,
        says: says?,
        quote: quote?,
        prefix: record.prefix.value().cloned(),
        suffix: record.suffix.value().cloned(),
        about: about?,
        answers,
        kind: kind?,
        horizon,
        addressee: addressee?,
        stances: stances?,
        hedge,
        voice: voice?,
        mode: mode?,
        via: via?,
        figures: figures?,
        terms: terms?,
        relations: Vec::new(),
        status: record.status.value().copied(),
        reason,
        dissent,
        aliases: Vec::new(),
        coding,
        note,
        not_given: owner.not_given.names(),
        span: id.span,
        statement: record.says.given()?.span,
        entry,
    })
}

/// The parts of a quote; a flow list is refused, since YAML drops or folds what stands in one.
fn quote(
    resolver: &mut Resolver<'_>,
    field: &Field<List<String>>,
    owner: &Owner<'_>,
) -> Option<Vec<Spanned<String>>> {
    let quote = resolver.required(field, "quote", owner)?;
    if resolver.sources.text(quote.span).starts_with('[') {
        resolver.report.push(
            Diagnostic::new(
                Code::QuoteFlowList,
                quote.span,
                "the parts of a quote stand in brackets",
            )
            .help(
                "write each part on a line of its own, after `- `: in brackets a comma splits it",
            ),
        );
        return None;
    }
    quote.value.whole.then(|| quote.value.items.clone())
}

fn voice(
    resolver: &mut Resolver<'_>,
    record: &record::Claim,
    home: Option<(DocumentId, &Document)>,
    world: &World,
    owner: &Owner<'_>,
) -> Option<VoiceId> {
    if !record.voice.is_absent() {
        let name = record.voice.given()?;
        return resolver.reference(name, &world.voices, Code::UnknownVoice, "voice");
    }
    let (_, document) = home?;
    let author = document.authors.first().copied();
    if author.is_none() {
        let message =
            "the claim has no `voice`, and the document gives neither author nor publisher";
        let span = resolver.first_line(owner.span);
        resolver
            .report
            .push(Diagnostic::new(Code::MissingField, span, message).help("add `voice: …`"));
    }
    author
}

/// Authors speak as authors unless the claim says otherwise; how anybody else comes to speak has to
/// be said.
fn mode(
    resolver: &mut Resolver<'_>,
    record: &record::Claim,
    voice: VoiceId,
    home: Option<(DocumentId, &Document)>,
    owner: &Owner<'_>,
) -> Option<Mode> {
    let (_, document) = home?;
    let is_author = document.authors.contains(&voice);
    match record.mode.given() {
        Some(mode) if mode.value == Mode::Author && !is_author => {
            resolver.report.push(
                Diagnostic::new(
                    Code::MisplacedField,
                    mode.span,
                    "this voice is not an author of the document",
                )
                .help("write how it comes to speak: `quoted`, `paraphrased`, `reported` or `cited-document`"),
            );
            None
        }
        Some(mode) => Some(mode.value),
        None if is_author && record.mode.is_absent() => Some(Mode::Author),
        None if record.mode.is_absent() => {
            let message = "the claim has no `mode`, and its voice is not an author of the document";
            let help = "add `mode: …`: `quoted`, `paraphrased`, `reported` or `cited-document`";
            let span = resolver.first_line(owner.span);
            let fault = Diagnostic::new(Code::MissingField, span, message).help(help);
            resolver.report.push(fault);
            None
        }
        None => None,
    }
}

fn via(
    resolver: &mut Resolver<'_>,
    record: &record::Claim,
    mode: Option<Mode>,
    home: Option<(DocumentId, &Document)>,
    world: &World,
) -> Option<Vec<VoiceId>> {
    let via = resolver.references(&record.via, &world.voices, Code::UnknownVoice, "voice");
    if mode == Some(Mode::Author) {
        resolver.misplaced(
            &record.via,
            "an author speaks without a relay",
            "remove `via`, or write how the voice comes to speak in `mode`",
        );
        return Some(Vec::new());
    }
    if record.via.is_absent() {
        return Some(home?.1.via.clone());
    }
    via
}

/// A withdrawn claim says why, a disputed one who objects; nobody else does.
fn standing(resolver: &mut Resolver<'_>, record: &record::Claim, owner: &Owner<'_>) {
    match record.status.value() {
        Some(Status::Withdrawn) => {
            resolver.required(&record.reason, "reason", &owner.known_as("withdrawn claim"));
        }
        Some(Status::Disputed) => {
            let owner = owner.known_as("disputed claim");
            resolver.required_list(&record.dissent, "dissent", &owner);
        }
        Some(Status::Draft) | None => {}
    }
    if record.status.value() != Some(&Status::Withdrawn) {
        resolver.misplaced(
            &record.reason,
            "a reason stands only with a claim that was withdrawn",
            "remove it, or write `status: withdrawn`",
        );
    }
    if record.status.is_absent() {
        resolver.misplaced(
            &record.dissent,
            "dissent stands only with a claim that is disputed or was",
            "remove it, or write `status: disputed`",
        );
    }
}

fn dissent(resolver: &mut Resolver<'_>, record: &record::Claim, world: &World) -> Vec<Dissent> {
    let mut dissent = Vec::new();
    for objection in items(&record.dissent) {
        let owner = Owner::new(objection.span, "dissent");
        let by = editor(resolver, &objection.value.by, world, &owner);
        let says = resolver.required_text(&objection.value.says, "says", &owner);
        if let (Some(by), Some(says)) = (by, says) {
            dissent.push(Dissent { by, says });
        }
    }
    dissent
}

fn coding(resolver: &mut Resolver<'_>, record: &record::Claim, world: &World) -> Vec<Coding> {
    let mut coding = Vec::new();
    for deed in items(&record.coding) {
        let owner = Owner::new(deed.span, "coding");
        let by = editor(resolver, &deed.value.by, world, &owner);
        let did = resolver.required(&deed.value.did, "did", &owner);
        let on = resolver.date(&deed.value.on);
        if let (Some(by), Some(did)) = (by, did) {
            let did = did.value;
            coding.push(Coding { by, on, did });
        }
    }
    coding
}

fn editor(
    resolver: &mut Resolver<'_>,
    field: &Field<String>,
    world: &World,
    owner: &Owner<'_>,
) -> Option<EditorId> {
    let name = resolver.required(field, "by", owner)?;
    resolver.reference(name, &world.editors, Code::UnknownEditor, "editor")
}
