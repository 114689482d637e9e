use super::{Diagnostic, Mend, Report, Severity};
use crate::source::{FileId, Sources, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Lines are shown up to this many characters wide.
const WIDTH: usize = 140;

/// The report as the Rust compiler would print it, with escape codes for colour where wanted.
pub fn human(report: &Report, sources: &Sources, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(WIDTH).decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for diagnostic in report.diagnostics() {
        out.push_str(&renderer.render(&groups(diagnostic, sources)));
        out.push_str("\n\n");
    }
    out.push_str(&summary(report));
    out
}

/// One line that counts the faults, empty where there are none.
fn summary(report: &Report) -> String {
    let count = |number: usize, noun: &str| match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{number} {noun}s")),
    };
    let counts = [
        count(report.errors(), "error"),
        count(report.warnings(), "warning"),
    ];
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    if counts.is_empty() {
        return String::new();
    }
    let mut line = counts.join(" and ");
    if let Some(first) = report.diagnostics().first() {
        let _ = write!(line, "; `diptych explain {}` tells more", first.code);
    }
    line.push('\n');
    line
}

fn groups<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name());
    let mut group = Group::with_title(title);

    let mut by_file: BTreeMap<FileId, Vec<Mark<'a>>> = BTreeMap::new();
    for (span, label) in &diagnostic.related {
        let mark = (AnnotationKind::Context, *span, label.as_str());
        by_file.entry(span.file).or_default().push(mark);
    }
    let mut here = vec![(
        AnnotationKind::Primary,
        diagnostic.span,
        diagnostic.label.as_str(),
    )];
    here.extend(by_file.remove(&diagnostic.span.file).unwrap_or_default());
    group = group.element(snippet(diagnostic.span.file, &here, sources));
    for (file, marks) in by_file {
        group = group.element(snippet(file, &marks, sources));
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    match (&diagnostic.help, &diagnostic.mend) {
        (help, Some(mend)) => {
            let title = help.as_deref().unwrap_or("write it so");
            let patch = patch(mend, sources);
            vec![group, Level::HELP.secondary_title(title).element(patch)]
        }
        (Some(help), None) => vec![group.element(Level::HELP.message(help.as_str()))],
        (None, None) => vec![group],
    }
}

/// The lines of a place with its new text.
fn patch<'a>(mend: &'a Mend, sources: &'a Sources) -> Snippet<'a, Patch<'a>> {
    let file = sources.file(mend.span.file);
    let range = mend.span.range();
    let first = file.line_of(range.start);
    let from = file.line_start(first);
    let to = file.line_start(file.line_of(range.end) + 1);
    Snippet::source(&file.text()[from..to])
        .line_start(first + 1)
        .path(file.path())
        .patch(Patch::new(
            range.start - from..range.end - from,
            mend.text.as_str(),
        ))
}

/// A place with its words, empty where there are none.
type Mark<'a> = (AnnotationKind, Span, &'a str);

/// The lines from the first to the last place, so that a long file is not laid out for one word.
fn snippet<'a>(
    id: FileId,
    marks: &[Mark<'a>],
    sources: &'a Sources,
) -> Snippet<'a, Annotation<'a>> {
    let file = sources.file(id);
    let places = marks.iter().map(|(_, span, _)| span.range());
    let start = places.clone().map(|range| range.start).min().unwrap_or(0);
    let end = places.map(|range| range.end).max().unwrap_or(0);
    let first = file.line_of(start);
    let from = file.line_start(first);
    let to = file.line_start(file.line_of(end) + 1);
    let annotations = marks.iter().map(|(kind, span, label)| {
        let range = span.range();
        let annotation = kind.span(range.start - from..range.end - from);
        if label.is_empty() {
            annotation
        } else {
            annotation.label(*label)
        }
    });
    Snippet::source(&file.text()[from..to])
        .line_start(first + 1)
        .path(file.path())
        .annotations(annotations)
}
