use super::position::Lines;
use super::workspace::Workspace;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{FileId, Sources, Span};
use lsp_types::{
    Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, PublishDiagnosticsParams,
};
use std::collections::{BTreeMap, BTreeSet};

/// The faults of the last analysis by file, and nothing for each file that had some before.
pub fn reports(
    workspace: &Workspace,
    told: &mut BTreeSet<String>,
) -> Vec<PublishDiagnosticsParams> {
    let Some(known) = &workspace.known else {
        return Vec::new();
    };
    let mut by_file: BTreeMap<FileId, Vec<&Diagnostic>> = BTreeMap::new();
    for fault in known.report.diagnostics() {
        by_file.entry(fault.span.file).or_default().push(fault);
    }
    let sources: &Sources = &known.sources;
    let mut reports: BTreeMap<String, Vec<Shown>> = BTreeMap::new();
    for path in std::mem::take(told) {
        reports.insert(path, Vec::new());
    }
    for (file, faults) in by_file {
        let file = sources.file(file);
        let lines = Lines::new(file.text());
        let shown = faults
            .iter()
            .map(|fault| shown(fault, &lines, workspace, sources));
        reports.insert(file.path().to_owned(), shown.collect());
        told.insert(file.path().to_owned());
    }
    let reports = reports.into_iter().filter_map(|(path, diagnostics)| {
        let version = workspace.version(&path);
        Some(PublishDiagnosticsParams::new(
            workspace.uri(&path)?,
            diagnostics,
            version,
        ))
    });
    reports.collect()
}

fn shown(fault: &Diagnostic, lines: &Lines<'_>, workspace: &Workspace, sources: &Sources) -> Shown {
    let mut message = fault.message.clone();
    for words in [&fault.label]
        .into_iter()
        .filter(|it| !it.is_empty())
        .chain(&fault.notes)
    {
        message.push_str(&format!("\n{words}"));
    }
    if let Some(help) = &fault.help {
        message.push_str(&format!("\nhelp: {help}"));
    }
    let related = fault.related.iter().filter_map(|(span, words)| {
        let location = location(*span, workspace, sources)?;
        let message = words.clone();
        Some(DiagnosticRelatedInformation { location, message })
    });
    let related: Vec<_> = related.collect();
    Shown {
        range: lines.range(fault.span.range()),
        severity: Some(match fault.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(fault.code.name().to_owned())),
        source: Some("diptych".to_owned()),
        message,
        related_information: Some(related).filter(|it| !it.is_empty()),
        ..Shown::default()
    }
}

fn location(span: Span, workspace: &Workspace, sources: &Sources) -> Option<Location> {
    let file = sources.file(span.file);
    let range = Lines::new(file.text()).range(span.range());
    Some(Location::new(workspace.uri(file.path())?, range))
}
