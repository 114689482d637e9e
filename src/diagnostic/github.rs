use super::place::Place;
use super::{Diagnostic, Report};
use crate::source::Sources;
use std::fmt::Write as _;

/// GitHub shows so many annotations of a kind for one step, and the rest only in the log.
const SHOWN: usize = 10;

/// The report as workflow commands of GitHub Actions, which become annotations at the lines; where there
/// are more than GitHub shows, a notice at the end counts them.
pub fn github(report: &Report, sources: &Sources, root: &str) -> String {
    let mut out = String::new();
    for fault in report.diagnostics() {
        out += &command(fault, sources, root);
    }
    if report.diagnostics().len() > SHOWN {
        let _ = writeln!(
            out,
            "::notice title=diptych::{} errors, {} warnings; GitHub shows the first {SHOWN} of each at their lines, and all stand in the log",
            report.errors(),
            report.warnings()
        );
    }
    out
}

fn command(fault: &Diagnostic, sources: &Sources, root: &str) -> String {
    let Place { path, start, end } = Place::of(fault.span, sources, root);
    let mut properties = format!("file={},line={}", property(&path), start.line);
    // Columns stand only with places on one line.
    if start.line == end.line {
        let _ = write!(properties, ",col={}", start.column);
        if end.column > start.column {
            let _ = write!(properties, ",endColumn={}", end.column);
        }
    } else {
        let _ = write!(properties, ",endLine={}", end.line);
    }
    let mut words = fault.message.clone();
    for note in &fault.notes {
        let _ = write!(words, "\nnote: {note}");
    }
    if let Some(help) = &fault.help {
        let _ = write!(words, "\nhelp: {help}");
    }
    if let Some(mend) = fault.mend.as_ref().filter(|mend| !mend.is_certain) {
        let _ = write!(words, "\nwrite: {}", mend.text);
    }
    let title = property(fault.code.name());
    format!(
        "::{} {properties},title={title}::{}\n",
        fault.severity,
        data(&words)
    )
}

/// Words behind a command: what would end it is escaped.
fn data(words: &str) -> String {
    words
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Words in a property: what would end it is escaped as well.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("50%: a,\r\nb"), "50%25: a,%0D%0Ab");
        assert_eq!(property("50%: a,\r\nb"), "50%25%3A a%2C%0D%0Ab");
    }
}
