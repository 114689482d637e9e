use super::{Diagnostic, Mend, Report, Severity};
use crate::source::{FileId, Sources, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Lines are shown up to this many characters wide.
const WIDTH: usize = 140;

/// Stretches of a file are shown up to this many bytes, since each fault lays its stretch out anew.
const LARGEST: usize = 20_000;

/// So many faults are shown; nobody reads more of them at once, and each takes time to lay out.
const MOST: usize = 200;

/// The report as the Rust compiler would print it, with escape codes for colour where wanted. Of very many faults the
/// first are shown, errors before warnings, and the others counted.
pub fn human(report: &Report, sources: &Sources, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(WIDTH).decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for diagnostic in shown_of(report.diagnostics()) {
        out.push_str(&renderer.render(&groups(diagnostic, sources)));
        out.push_str("\n\n");
    }
    out.push_str(&summary(report));
    out
}

fn shown_of(faults: &[Diagnostic]) -> Vec<&Diagnostic> {
    if faults.len() <= MOST {
        return faults.iter().collect();
    }
    let (errors, warnings): (Vec<_>, Vec<_>) = faults
        .iter()
        .partition(|fault| fault.severity == Severity::Error);
    errors.into_iter().chain(warnings).take(MOST).collect()
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
    if report.diagnostics().len() > MOST {
        let _ = write!(
            line,
            ", of which {MOST} are shown; `diptych check --format short` lists all"
        );
    }
    let mut faults = report.diagnostics().iter();
    let worst = (faults.find(|fault| fault.severity == Severity::Error))
        .or_else(|| report.diagnostics().first());
    if let Some(worst) = worst {
        let _ = write!(line, "; `diptych explain {}` tells more", worst.code);
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
    group = group.elements(places(diagnostic.span.file, &here, sources));
    for (file, marks) in by_file {
        group = group.elements(places(file, &marks, sources));
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    let is_short = |mend: &Mend| stretch([mend.span], sources).2.len() <= LARGEST;
    match (&diagnostic.help, &diagnostic.mend) {
        (help, Some(mend)) if !is_told(mend, help.as_deref()) && is_short(mend) => {
            let title = help.as_deref().unwrap_or("write it so");
            let patch = patch(mend, sources);
            vec![group, Level::HELP.secondary_title(title).element(patch)]
        }
        (Some(help), _) => vec![group.element(Level::HELP.message(help.as_str()))],
        (None, _) => vec![group],
    }
}

/// Whether the help has the new text already.
fn is_told(mend: &Mend, help: Option<&str>) -> bool {
    let name = format!("`{}`", mend.text);
    help.is_some_and(|help| help.contains(&name))
}

/// The lines of a place with its new text.
fn patch<'a>(mend: &'a Mend, sources: &'a Sources) -> Snippet<'a, Patch<'a>> {
    let range = mend.span.range();
    let (first, from, text) = stretch([mend.span], sources);
    Snippet::source(text)
        .line_start(first + 1)
        .path(sources.file(mend.span.file).path())
        .patch(Patch::new(
            range.start - from..range.end - from,
            mend.text.as_str(),
        ))
}

/// A place with its words, empty where there are none.
type Mark<'a> = (AnnotationKind, Span, &'a str);

/// The lines of places in one file: together where they lie near each other, else one by one, and only
/// by name where a line is too long.
fn places<'a>(id: FileId, marks: &[Mark<'a>], sources: &'a Sources) -> Vec<Element<'a>> {
    let (first, from, text) = stretch(marks.iter().map(|(_, span, _)| *span), sources);
    match marks {
        _ if text.len() <= LARGEST => vec![snippet(id, marks, sources).into()],
        [(_, span, _)] => {
            let column = text[..span.range().start - from].chars().count() + 1;
            let path = sources.file(id).path();
            vec![
                Origin::path(path)
                    .line(first + 1)
                    .char_column(column)
                    .into(),
            ]
        }
        _ => {
            let one_by_one = marks.chunks(1);
            one_by_one
                .flat_map(|mark| places(id, mark, sources))
                .collect()
        }
    }
}

/// The whole lines from the first to the last of some places in one file, with the index and the offset
/// of the first line.
fn stretch(spans: impl IntoIterator<Item = Span>, sources: &Sources) -> (usize, usize, &str) {
    let mut spans = spans.into_iter();
    let all = spans.next().expect("a fault has a place");
    let all = spans.fold(all, Span::to);
    let file = sources.file(all.file);
    let first = file.line_of(all.range().start);
    let from = file.line_start(first);
    let to = file.line_start(file.line_of(all.range().end) + 1);
    (first, from, &file.text()[from..to])
}

fn snippet<'a>(
    id: FileId,
    marks: &[Mark<'a>],
    sources: &'a Sources,
) -> Snippet<'a, Annotation<'a>> {
    let (first, from, text) = stretch(marks.iter().map(|(_, span, _)| *span), sources);
    let annotations = marks.iter().map(|(kind, span, label)| {
        let range = span.range();
        let annotation = kind.span(range.start - from..range.end - from);
        if label.is_empty() {
            annotation
        } else {
            annotation.label(*label)
        }
    });
    Snippet::source(text)
        .line_start(first + 1)
        .path(sources.file(id).path())
        .annotations(annotations)
}
