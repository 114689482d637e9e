use super::index::Definition;
use super::position::Lines;
use super::symbol::{Kind, Symbol};
use super::workspace::Workspace;
use crate::diagnostic::shown;
use lsp_types::{
    DocumentChangeOperation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    PrepareRenameResponse, RenameFile, ResourceOp, TextDocumentEdit, TextDocumentPositionParams,
    TextEdit, WorkspaceEdit,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// The id that would be renamed at a place.
pub fn prepare(
    workspace: &Workspace,
    at: &TextDocumentPositionParams,
) -> Option<PrepareRenameResponse> {
    let spot = workspace.spot(at)?;
    let (symbol, bytes) = spot.symbol()?;
    workspace.definition(&symbol)?;
    Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: Lines::new(spot.text).range(bytes),
        placeholder: symbol.own_id().to_owned(),
    })
}

/// Every edit that gives the record at a place another id and keeps the old one as an address; or, in words,
/// why that cannot be.
pub fn rename(
    workspace: &Workspace,
    at: &TextDocumentPositionParams,
    new: &str,
    may_rename_files: bool,
) -> Result<WorkspaceEdit, String> {
    let spot = workspace.spot(at);
    let symbol = spot.and_then(|spot| spot.symbol());
    let (symbol, _) = symbol.ok_or("here stands no id")?;
    let found = workspace.definition(&symbol);
    let (path, definition) = found.ok_or_else(|| format!("there is no `{}`", symbol.id))?;
    refuse(workspace, &symbol, new, may_rename_files)?;
    let mut edits: BTreeMap<&str, Vec<(Range<usize>, String)>> = BTreeMap::new();
    for (path, file) in workspace.files() {
        let own = file
            .occurrences
            .iter()
            .filter(|(other, _)| *other == symbol);
        let own = own.map(|(_, bytes)| (bytes.clone(), new.to_owned()));
        edits.entry(path).or_default().extend(own);
    }
    if symbol.kind.has_page() {
        let kept = keep_address(workspace.text(path), definition, symbol.own_id());
        edits.entry(path).or_default().push(kept);
    }
    let lock = lock(&symbol);
    if symbol.kind == Kind::Claim {
        let line = |id: &str| format!("{{\"claim\":\"{id}\",");
        let old = line(symbol.own_id());
        let at = workspace.text(&lock).find(&old);
        let edit = at.map(|at| (at..at + old.len(), line(new)));
        edits.entry(&lock).or_default().extend(edit);
    }
    let mut operations = Vec::new();
    for (path, edits) in edits.into_iter().filter(|(_, edits)| !edits.is_empty()) {
        operations.push(DocumentChangeOperation::Edit(file_edit(
            workspace, path, edits,
        )?));
    }
    if symbol.kind.is_file() {
        operations.extend(move_files(workspace, &symbol, new)?);
    }
    Ok(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(operations)),
        ..WorkspaceEdit::default()
    })
}

/// Says why a record cannot have an id.
fn refuse(
    workspace: &Workspace,
    symbol: &Symbol,
    new: &str,
    may_rename_files: bool,
) -> Result<(), String> {
    let right = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if new.is_empty() || new.len() > 64 || !new.bytes().all(right) {
        let new = shown(new);
        return Err(format!(
            "`{new}` cannot be an id: use small letters of a to z, digits and hyphens"
        ));
    }
    let full = match symbol.id.rsplit_once('/') {
        Some((home, _)) => format!("{home}/{new}"),
        None => new.to_owned(),
    };
    if workspace
        .definition(&Symbol::new(symbol.kind, full))
        .is_some()
    {
        return Err(format!("the id `{new}` is taken"));
    }
    if let Some((path, _)) = workspace.files().find(|(_, file)| !file.is_sound) {
        return Err(format!(
            "`{path}` cannot be read; mend it first, so that no place is missed"
        ));
    }
    if symbol.kind.is_file() && !may_rename_files {
        return Err("this editor cannot rename files in one step with their contents".to_owned());
    }
    Ok(())
}

/// The edit that adds a former id to a record.
fn keep_address(text: &str, definition: &Definition, old: &str) -> (Range<usize>, String) {
    let Some(aliases) = &definition.aliases else {
        if definition.id.is_empty() {
            let end = text.trim_end().len();
            return (end..text.len(), format!("\naliases: [{old}]\n"));
        }
        let start = text[..definition.id.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let line = &text[start..definition.id.start];
        let indent = line.find("id:").unwrap_or(line.len());
        let rest = text[definition.id.end..].find('\n');
        let end = rest.map_or(text.len(), |at| definition.id.end + at);
        return (
            end..end,
            format!("\n{}aliases: [{old}]", " ".repeat(indent)),
        );
    };
    let written = text[aliases.clone()].trim_end();
    let end = aliases.start + written.len();
    if let Some(items) = written.strip_prefix('[') {
        let is_empty = items.trim_start().starts_with(']');
        let comma = if is_empty { "" } else { ", " };
        return (end - 1..end - 1, format!("{comma}{old}"));
    }
    if written.starts_with('-') {
        let start = text[..aliases.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = " ".repeat(aliases.start - start);
        return (end..end, format!("\n{indent}- {old}"));
    }
    (aliases.start..end, format!("[{written}, {old}]"))
}

fn lock(symbol: &Symbol) -> String {
    let document = symbol.id.split('/').next().unwrap_or_default();
    format!("content/documents/{document}/quotes.lock")
}

fn file_edit(
    workspace: &Workspace,
    path: &str,
    mut edits: Vec<(Range<usize>, String)>,
) -> Result<TextDocumentEdit, String> {
    edits.sort_by_key(|(bytes, _)| bytes.start);
    let lines = Lines::new(workspace.text(path));
    let edits = edits.into_iter().map(|(bytes, new_text)| {
        let range = lines.range(bytes);
        OneOf::Left(TextEdit { range, new_text })
    });
    Ok(TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier {
            uri: workspace.uri(path).ok_or("the folder has no address")?,
            version: workspace.version(path),
        },
        edits: edits.collect(),
    })
}

/// The file or folder whose name is the id, and the private copy of a document's text.
fn move_files(
    workspace: &Workspace,
    symbol: &Symbol,
    new: &str,
) -> Result<Vec<DocumentChangeOperation>, String> {
    let path = |id: &str| match symbol.kind {
        Kind::Theme => format!("content/themes/{id}.yaml"),
        Kind::Voice => format!("content/voices/{id}.yaml"),
        Kind::Term => format!("content/terms/{id}.yaml"),
        _ => format!("content/documents/{id}"),
    };
    let uri = |path: &str| workspace.uri(path).ok_or("the folder has no address");
    let mut moves = vec![(uri(&path(&symbol.id))?, uri(&path(new))?)];
    let source = workspace.source_text(&symbol.id);
    if let Some((copy, _)) = source.filter(|(copy, _)| copy.file_stem() == Some(&symbol.id)) {
        let other = copy.with_file_name(new);
        let other = other.with_extension(copy.extension().unwrap_or_default());
        moves.push((uri(copy.as_str())?, uri(other.as_str())?));
    }
    let rename = |(old_uri, new_uri)| {
        DocumentChangeOperation::Op(ResourceOp::Rename(RenameFile {
            old_uri,
            new_uri,
            options: None,
            annotation_id: None,
        }))
    };
    Ok(moves.into_iter().map(rename).collect())
}
