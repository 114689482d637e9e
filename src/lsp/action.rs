use super::navigation::passage;
use super::position::Lines;
use super::workspace::Workspace;
use crate::diagnostic::{Diagnostic, Mend};
use crate::quote::{Search, SourceText, search, settings, text_of};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Command, Location,
    TextDocumentIdentifier, TextDocumentPositionParams, TextEdit, WorkspaceEdit,
};
use std::collections::HashMap;

/// The command that finds a quotation in the source.
pub const FIND: &str = "diptych.find";

/// What can be done at a place: the mends of its faults, and to look a quotation up.
pub fn actions(workspace: &Workspace, params: &CodeActionParams) -> Vec<CodeActionOrCommand> {
    let mut actions = mends(workspace, params).unwrap_or_default();
    let at = TextDocumentPositionParams {
        text_document: TextDocumentIdentifier::new(params.text_document.uri.clone()),
        position: params.range.start,
    };
    let spot = workspace.spot(&at);
    let is_quote = |path: &[String]| path.last().is_some_and(|key| key == "quote");
    if spot.is_some_and(|spot| is_quote(&spot.cursor.path)) {
        let title = "Find this quote in the source".to_owned();
        let arguments = serde_json::to_value(&at).ok().map(|at| vec![at]);
        let command = Command::new(title, FIND.to_owned(), arguments);
        actions.push(CodeActionOrCommand::Command(command));
    }
    actions
}

/// The mends of the faults at a place, where the file is still what was analysed.
fn mends(workspace: &Workspace, params: &CodeActionParams) -> Option<Vec<CodeActionOrCommand>> {
    let uri = &params.text_document.uri;
    let path = workspace.path(uri)?;
    let known = workspace.known.as_ref()?;
    let file = known.sources.find(&path)?;
    let text = known.sources.file(file).text();
    if text != workspace.text(&path) {
        return None;
    }
    let lines = Lines::new(text);
    let (start, end) = (
        lines.offset(params.range.start),
        lines.offset(params.range.end),
    );
    let touches = |fault: &&Diagnostic| {
        let range = fault.span.range();
        fault.span.file == file && range.start <= end && start <= range.end
    };
    let faults = known.report.diagnostics().iter().filter(touches);
    let mends = faults.filter_map(|fault| fault.mend.as_ref().map(|mend| (fault, mend)));
    let mends = mends.filter(|(_, mend)| mend.span.file == file);
    let action = |(fault, mend): (&Diagnostic, &Mend)| {
        let edit = TextEdit {
            range: lines.range(mend.span.range()),
            new_text: mend.text.clone(),
        };
        let mut given = params.context.diagnostics.iter();
        let own = given.find(|it| it.message.starts_with(&fault.message));
        CodeActionOrCommand::CodeAction(CodeAction {
            title: format!("Write `{}`", mend.text),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: own.map(|own| vec![own.clone()]),
            edit: Some(WorkspaceEdit::new(HashMap::from([(
                uri.clone(),
                vec![edit],
            )]))),
            is_preferred: Some(mend.is_certain),
            ..CodeAction::default()
        })
    };
    Some(mends.map(action).collect())
}

/// What became of looking a quotation up: where it stands, or words on what is there instead.
pub fn find(workspace: &Workspace, at: &TextDocumentPositionParams) -> Result<Location, String> {
    let spot = workspace.spot(at).ok_or("here stands no quotation")?;
    if let Some(place) = passage(workspace, &spot) {
        return Ok(place);
    }
    let known = workspace.known.as_ref();
    let known = known.and_then(|known| Some((&known.world_sources, known.world.as_ref()?)));
    let (sources, world) = known.ok_or("the content was not read yet; try again in a moment")?;
    let mut documents = world.corpus.documents();
    let document = documents.find(|(_, it)| it.id == spot.home);
    let (_, document) = document.ok_or("the record of the document has faults; mend them first")?;
    let texts = workspace.texts();
    let (format, text) = text_of(document, sources, &texts).ok_or_else(|| {
        format!(
            "the text is not at hand; put it into `sources/{}.txt`",
            spot.home
        )
    })?;
    let settings = settings(document);
    let words = quoted(spot.text, spot.offset);
    match search(&SourceText::new(text, format, &settings), words, &settings) {
        Search::Found(found) => Err(match found.as_slice() {
            [only] => format!("the words stand at word {}: “{}”", only.word, only.words),
            several => format!(
                "the words stand at {} places; add a `prefix`",
                several.len()
            ),
        }),
        Search::Near { passage, .. } => Err(format!("the source has: “{passage}”")),
        Search::Nothing => Err("nothing in the source comes near".to_owned()),
    }
}

/// The words of the line at a byte, without its key, its hyphen and its marks.
fn quoted(text: &str, offset: usize) -> &str {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..]
        .find('\n')
        .map_or(text.len(), |at| offset + at);
    let line = text[start..end].trim().trim_start_matches("- ");
    let words = line.strip_prefix("quote:").unwrap_or(line);
    words.trim().trim_matches(['"', '\''])
}
