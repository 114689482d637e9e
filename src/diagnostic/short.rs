use super::Report;
use super::place::Place;
use crate::source::Sources;

/// The report for editors and their problem matchers, one line a fault:
/// `file:line:column: severity[code]: message`.
pub fn short(report: &Report, sources: &Sources, root: &str) -> String {
    let lines = report.diagnostics().iter().map(|fault| {
        let Place { path, start, .. } = Place::of(fault.span, sources, root);
        format!(
            "{path}:{}:{}: {}[{}]: {}\n",
            start.line, start.column, fault.severity, fault.code, fault.message
        )
    });
    lines.collect()
}
