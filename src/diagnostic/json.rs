use super::Report;
use crate::source::{Position, Sources, Span};
use serde::Serialize;

/// The report as one JSON object on one line; lines and columns count from 1, the end is exclusive.
pub fn json(report: &Report, sources: &Sources) -> String {
    let diagnostics = report
        .diagnostics()
        .iter()
        .map(|diagnostic| {
            let place = Place::of(diagnostic.span, sources);
            Entry {
                code: diagnostic.code.name(),
                severity: diagnostic.severity.to_string(),
                message: &diagnostic.message,
                file: place.file,
                start: place.start,
                end: place.end,
                notes: &diagnostic.notes,
                help: diagnostic.help.as_deref(),
                mend: diagnostic.mend.as_ref().map(|mend| MendEntry {
                    text: &mend.text,
                    certain: mend.is_certain,
                    place: Place::of(mend.span, sources),
                }),
                related: diagnostic
                    .related
                    .iter()
                    .map(|(span, message)| Related {
                        message,
                        place: Place::of(*span, sources),
                    })
                    .collect(),
            }
        })
        .collect();
    let document = Document {
        diagnostics,
        errors: report.errors(),
        warnings: report.warnings(),
    };
    serde_json::to_string(&document).expect("strings and numbers always serialise")
}

#[derive(Serialize)]
struct Document<'a> {
    diagnostics: Vec<Entry<'a>>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    severity: String,
    message: &'a str,
    file: &'a str,
    start: Point,
    end: Point,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mend: Option<MendEntry<'a>>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct MendEntry<'a> {
    text: &'a str,
    certain: bool,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
}

impl<'a> Place<'a> {
    fn of(span: Span, sources: &'a Sources) -> Self {
        let file = sources.file(span.file);
        let range = span.range();
        Self {
            file: file.path(),
            start: file.position(range.start).into(),
            end: file.position(range.end).into(),
        }
    }
}

impl From<Position> for Point {
    fn from(Position { line, column }: Position) -> Self {
        Self { line, column }
    }
}
