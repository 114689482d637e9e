use super::position::Lines;
use super::workspace::{Spot, Workspace};
use crate::compile::World;
use crate::corpus::{Claim, ClaimId};
use crate::naming::Definition;
use crate::naming::Kind;
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, TextDocumentPositionParams};
use std::ops::Range;

/// What there is to know of the word at a place.
pub fn hover(workspace: &Workspace, at: &TextDocumentPositionParams) -> Option<Hover> {
    let spot = workspace.spot(at)?;
    let (value, bytes) = record(workspace, &spot).or_else(|| word(&spot))?;
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value,
        }),
        range: Some(Lines::new(spot.text).range(bytes)),
    })
}

/// The record that is named here.
fn record(workspace: &Workspace, spot: &Spot<'_>) -> Option<(String, Range<usize>)> {
    let (symbol, bytes) = spot.symbol()?;
    let (_, definition) = workspace.definition(&symbol)?;
    Some((told(workspace, definition), bytes))
}

/// The word of a vocabulary, or the key.
fn word(spot: &Spot<'_>) -> Option<(String, Range<usize>)> {
    let bytes = spot.cursor.word.clone();
    let word = &spot.text[bytes.clone()];
    if spot.cursor.takes_value {
        let mut words = spot.shape.words.iter();
        if let Some((_, meaning)) = words.find(|(known, _)| known == word) {
            return Some((format!("`{word}`: {meaning}"), bytes));
        }
    }
    let key = spot
        .shape
        .keys
        .get(word)
        .filter(|_| spot.cursor.takes_key)?;
    Some((key.about.clone(), bytes))
}

fn told(workspace: &Workspace, definition: &Definition) -> String {
    let Definition { symbol, title, .. } = definition;
    let mut lines = vec![format!("**{title}**")];
    if let Some(quote) = &definition.quote {
        lines.push(format!("> {quote}"));
    }
    if symbol.kind == Kind::Claim {
        let known = workspace.known.as_ref();
        let world = known.and_then(|known| known.world.as_ref());
        lines.extend(world.and_then(|world| place(world, &symbol.id)));
    }
    lines.push(format!("`{}`", symbol.id));
    lines.join("\n\n")
}

/// Who says it, and where it stands in its document.
fn place(world: &World, path: &str) -> Option<String> {
    let (id, claim) = claim(world, path)?;
    let corpus = &world.corpus;
    let document = &corpus[claim.document];
    let mut parts = vec![
        corpus[claim.voice].name.first().to_owned(),
        document.title.first().to_owned(),
    ];
    let examination = &world.examinations[claim.document.index()];
    let mut found = examination.claims.iter();
    match found.find(|(other, _)| *other == id) {
        Some((_, Ok(pin))) => {
            let section = examination.section_of(pin);
            let section = section.and_then(|index| document.sections.get(index));
            parts.extend(section.map(|it| it.label.first().to_owned()));
            parts.push(format!("word {} of {}", pin.start(), examination.words));
        }
        _ => parts.push("not found in the source".to_owned()),
    }
    Some(parts.join(" · "))
}

/// A claim by its full id.
pub fn claim<'a>(world: &'a World, path: &str) -> Option<(ClaimId, &'a Claim)> {
    let (document, claim) = path.split_once('/')?;
    let corpus = &world.corpus;
    let (_, document) = corpus.documents().find(|(_, it)| it.id == document)?;
    let mut ids = document.claims().map(|id| (id, &corpus[id]));
    ids.find(|(_, it)| it.id == claim)
}
