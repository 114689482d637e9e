use super::hover::claim;
use super::position::Lines;
use super::workspace::{Spot, Workspace};
use lsp_types::{Location, TextDocumentPositionParams, Url};

/// Where the record at a place is written; at a quotation, where its words stand in the source.
pub fn definition(workspace: &Workspace, at: &TextDocumentPositionParams) -> Option<Location> {
    let spot = workspace.spot(at)?;
    if spot.cursor.path.last().is_some_and(|key| key == "quote") {
        return passage(workspace, &spot);
    }
    let (symbol, _) = spot.symbol()?;
    let (path, definition) = workspace.definition(&symbol)?;
    workspace.location(path, definition.id.clone())
}

/// Every place that names the record at a place.
pub fn references(
    workspace: &Workspace,
    at: &TextDocumentPositionParams,
    with_definition: bool,
) -> Option<Vec<Location>> {
    let (symbol, _) = workspace.spot(at)?.symbol()?;
    let own = workspace
        .definition(&symbol)
        .map(|(path, it)| (path, it.id.clone()));
    let mut found = Vec::new();
    for (path, file) in workspace.files() {
        let text = workspace.text(path);
        let mut lines = None;
        for (_, bytes) in file
            .occurrences
            .iter()
            .filter(|(other, _)| *other == symbol)
        {
            let is_own = own
                .as_ref()
                .is_some_and(|(own, id)| *own == path && id == bytes);
            if is_own && !with_definition {
                continue;
            }
            let lines = lines.get_or_insert_with(|| Lines::new(text));
            found.push(Location::new(
                workspace.uri(path)?,
                lines.range(bytes.clone()),
            ));
        }
    }
    Some(found)
}

/// The words of a quotation in the source text, where the last analysis found them.
pub fn passage(workspace: &Workspace, spot: &Spot<'_>) -> Option<Location> {
    let world = workspace.known.as_ref()?.world.as_ref()?;
    let (id, claim) = claim(world, &claim_at(workspace, spot)?)?;
    let passages = &world.examinations[claim.document.index()].passages;
    let (_, parts) = passages.iter().find(|(other, _)| *other == id)?;
    let bytes = parts.first()?.start..parts.last()?.end;
    let (path, text) = workspace.source_text(&spot.home)?;
    // The text may have changed since.
    text.get(bytes.clone())?;
    let uri = Url::from_file_path(path).ok()?;
    Some(Location::new(uri, Lines::new(text).range(bytes)))
}

/// The full id of the claim in which a place lies.
fn claim_at(workspace: &Workspace, spot: &Spot<'_>) -> Option<String> {
    let definitions = &workspace.file(&spot.path)?.definitions;
    let mut around = definitions
        .iter()
        .filter(|it| it.record.contains(&spot.offset));
    around.next().map(|definition| definition.symbol.id.clone())
}
