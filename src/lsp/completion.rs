use super::position::Lines;
use super::workspace::{Spot, Workspace};
use crate::naming::Definition;
use crate::naming::{Kind, Symbol};
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation,
    TextDocumentPositionParams, TextEdit,
};

/// More than anybody scrolls through; the editor asks again with every letter.
const MOST: usize = 200;

/// What may be written at a place.
pub fn complete(workspace: &Workspace, at: &TextDocumentPositionParams) -> Option<CompletionList> {
    let spot = workspace.spot(at)?;
    let typed = spot.text[spot.cursor.word.start..spot.offset].to_lowercase();
    let mut items = Vec::new();
    if spot.cursor.takes_key {
        items.extend(keys(&spot));
    }
    if spot.cursor.takes_value {
        items.extend(words(&spot));
        if let Some(what) = &spot.shape.names {
            items.extend(names(workspace, what, &typed, &spot));
        }
    } else if let Some(what) = &spot.shape.keys_name {
        items.extend(names(workspace, what, &typed, &spot));
    }
    let is_wanted = |item: &CompletionItem| {
        let text = item.filter_text.as_ref().unwrap_or(&item.label);
        typed.is_empty() || text.to_lowercase().contains(&typed)
    };
    items.retain(is_wanted);
    let is_incomplete = items.len() > MOST;
    items.truncate(MOST);
    let range = Lines::new(spot.text).range(spot.cursor.word.start..spot.offset);
    for item in &mut items {
        let new_text = item
            .insert_text
            .take()
            .unwrap_or_else(|| item.label.clone());
        item.text_edit = Some(CompletionTextEdit::Edit(TextEdit { range, new_text }));
    }
    Some(CompletionList {
        is_incomplete,
        items,
    })
}

fn keys(spot: &Spot<'_>) -> impl Iterator<Item = CompletionItem> {
    spot.shape.keys.iter().map(|(key, shape)| CompletionItem {
        label: key.clone(),
        kind: Some(CompletionItemKind::PROPERTY),
        insert_text: Some(format!("{key}: ")),
        documentation: Some(Documentation::String(shape.about.clone())),
        ..CompletionItem::default()
    })
}

fn words(spot: &Spot<'_>) -> impl Iterator<Item = CompletionItem> {
    spot.shape
        .words
        .iter()
        .map(|(word, meaning)| CompletionItem {
            label: word.clone(),
            kind: Some(CompletionItemKind::ENUM_MEMBER),
            detail: Some(meaning.clone()).filter(|it| !it.is_empty()),
            ..CompletionItem::default()
        })
}

/// The records that may be named, by what schemas call them; found by their titles too.
fn names(workspace: &Workspace, what: &str, typed: &str, spot: &Spot<'_>) -> Vec<CompletionItem> {
    let kind = Kind::named(what).unwrap_or(Kind::Question);
    let definitions = workspace.definitions(kind);
    let wanted = definitions.filter(|(_, definition)| {
        let symbol = &definition.symbol;
        let is_own = what != "own-question" || symbol.id.starts_with(&format!("{}/", spot.home));
        is_own && (what == "cell" || is_meant(definition, typed))
    });
    let items = wanted.map(|(_, definition)| {
        let id = match what {
            "own-question" => definition.symbol.own_id(),
            _ => &definition.symbol.id,
        };
        item(id, &definition.title, definition)
    });
    if what != "cell" {
        return items.take(MOST + 1).collect();
    }
    let sides: Vec<&Symbol> = workspace
        .definitions(Kind::Side)
        .map(|(_, it)| &it.symbol)
        .collect();
    let cells = items.flat_map(|row| {
        let sides = sides.iter();
        sides.map(move |side| {
            let label = format!("{}/{}", row.label, side.id);
            CompletionItem {
                filter_text: Some(format!(
                    "{label} {}",
                    row.detail.as_deref().unwrap_or_default()
                )),
                label,
                ..row.clone()
            }
        })
    });
    cells.collect()
}

fn is_meant(definition: &Definition, typed: &str) -> bool {
    let has = |words: &str| words.to_lowercase().contains(typed);
    typed.is_empty() || has(&definition.symbol.id) || has(&definition.title)
}

fn item(label: &str, title: &str, definition: &Definition) -> CompletionItem {
    let quote = definition.quote.as_ref();
    CompletionItem {
        label: label.to_owned(),
        kind: Some(CompletionItemKind::REFERENCE),
        detail: Some(title.to_owned()),
        filter_text: Some(format!("{label} {title}")),
        documentation: quote.map(|quote| Documentation::String(format!("“{quote}”"))),
        ..CompletionItem::default()
    }
}
