use super::position::Lines;
use super::workspace::Workspace;
use crate::naming::{self, Kind, Named, Renaming};
use crate::quote::sides;
use lsp_types::{
    DocumentChangeOperation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    PrepareRenameResponse, RenameFile, ResourceOp, TextDocumentEdit, TextDocumentPositionParams,
    TextEdit, WorkspaceEdit,
};
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
    if symbol.kind.is_file() && !may_rename_files {
        return Err("this editor cannot rename files in one step with their contents".to_owned());
    }
    let files = workspace.files().map(|(path, index)| Named {
        path,
        text: workspace.text(path),
        index,
    });
    let files: Vec<Named<'_>> = files.collect();
    let world = workspace
        .known
        .as_ref()
        .and_then(|known| known.world.as_ref());
    let sides = world.map(|world| sides(&world.corpus)).unwrap_or_default();
    let Renaming { edits, mut moves } = naming::rename(&files, &symbol, new, &sides)?;
    if symbol.kind == Kind::Document {
        moves.extend(source_text(workspace, &symbol.id, new));
    }
    let mut operations = Vec::new();
    for (path, edits) in edits {
        operations.push(DocumentChangeOperation::Edit(file_edit(
            workspace, path, edits,
        )?));
    }
    for (old, new) in moves {
        operations.push(DocumentChangeOperation::Op(move_file(
            workspace, &old, &new,
        )?));
    }
    Ok(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(operations)),
        ..WorkspaceEdit::default()
    })
}

fn file_edit(
    workspace: &Workspace,
    path: &str,
    edits: Vec<(Range<usize>, String)>,
) -> Result<TextDocumentEdit, String> {
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

fn move_file(workspace: &Workspace, old: &str, new: &str) -> Result<ResourceOp, String> {
    let uri = |path: &str| workspace.uri(path).ok_or("the folder has no address");
    Ok(ResourceOp::Rename(RenameFile {
        old_uri: uri(old)?,
        new_uri: uri(new)?,
        options: None,
        annotation_id: None,
    }))
}

/// The private copy of a document's text, where it has the document's name, and its new path.
fn source_text(workspace: &Workspace, document: &str, new: &str) -> Option<(String, String)> {
    let (copy, _) = workspace.source_text(document)?;
    let copy = Some(copy).filter(|copy| copy.file_stem() == Some(document))?;
    let other = copy.with_file_name(new);
    let other = other.with_extension(copy.extension().unwrap_or_default());
    Some((copy.into_string(), other.into_string()))
}
