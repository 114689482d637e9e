use super::editor::Editor;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::{Sources, Span};
use camino::Utf8Path;
use serde::Serialize;

/// Faults that a page shows; the terminal has them all.
const SHOWN: usize = 50;

/// A line of a file is shown up to this many characters.
const WIDEST: usize = 200;

/// What is laid over a page: why the site that it shows is not that of the files as they are.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    title: String,
    faults: Vec<Fault>,
    /// Faults that are not shown.
    more: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Fault {
    severity: String,
    /// Absent where templates or the machine are at fault.
    code: Option<&'static str>,
    message: String,
    places: Vec<Place>,
    notes: Vec<String>,
    help: Option<String>,
}

/// A place in a file, with the first of its lines.
#[derive(Clone, Debug, Serialize)]
struct Place {
    /// `content/site.yaml:3:7`
    name: String,
    /// The address that opens it in an editor.
    address: String,
    label: String,
    /// The line before, in and after the place.
    line: [String; 3],
}

impl Notice {
    /// What the report of faulty content says, errors first.
    pub fn of(report: &Report, sources: &Sources, root: &Utf8Path, editor: &Editor) -> Self {
        let mut faults: Vec<&Diagnostic> = report.diagnostics().iter().collect();
        faults.sort_by_key(|fault| fault.severity != Severity::Error);
        let place = |span: Span, label: &str| Place::new(span, label, sources, root, editor);
        let shown = faults.iter().take(SHOWN).map(|fault| {
            let related = fault.related.iter();
            let related = related.map(|(span, label)| place(*span, label));
            Fault {
                severity: fault.severity.to_string(),
                code: Some(fault.code.name()),
                message: fault.message.clone(),
                places: [place(fault.span, &fault.label)]
                    .into_iter()
                    .chain(related)
                    .collect(),
                notes: fault.notes.clone(),
                help: fault.help.clone(),
            }
        });
        let title = match report.errors() {
            1 => "1 error keeps the last good site on show".to_owned(),
            count => format!("{count} errors keep the last good site on show"),
        };
        Self {
            title,
            faults: shown.collect(),
            more: faults.len().saturating_sub(SHOWN),
        }
    }

    /// What a fault of templates, static files or the machine says.
    pub fn about(message: &str) -> Self {
        Self {
            title: "A fault keeps the last good site on show".to_owned(),
            faults: vec![Fault {
                severity: Severity::Error.to_string(),
                code: None,
                message: message.to_owned(),
                places: Vec::new(),
                notes: Vec::new(),
                help: None,
            }],
            more: 0,
        }
    }
}

impl Place {
    fn new(span: Span, label: &str, sources: &Sources, root: &Utf8Path, editor: &Editor) -> Self {
        let file = sources.file(span.file);
        let range = span.range();
        let start = file.position(range.start);
        let line = file.line_start(start.line - 1)..file.line_start(start.line);
        let line = line.start..line.start + file.text()[line].trim_end().len();
        let (from, to) = (range.start.min(line.end), range.end.min(line.end));
        let part = |text: &str| text.chars().take(WIDEST).collect();
        Self {
            name: format!("{}:{}:{}", file.path(), start.line, start.column),
            address: editor.address(root, file.path(), start.line, start.column),
            label: label.to_owned(),
            line: [line.start..from, from..to, to..line.end].map(|it| part(&file.text()[it])),
        }
    }
}
