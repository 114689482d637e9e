use super::{Code, Diagnostic, Severity};
use std::collections::BTreeMap;

/// All faults of one run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Puts a fault on the report.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes over the faults of another report.
    pub fn append(&mut self, mut other: Self) {
        self.diagnostics.append(&mut other.diagnostics);
    }

    /// Gives codes the severity that the site wants; `None` takes their faults off the report.
    pub fn apply(&mut self, severities: &BTreeMap<Code, Option<Severity>>) {
        self.diagnostics
            .retain_mut(|diagnostic| match severities.get(&diagnostic.code) {
                Some(Some(severity)) => {
                    diagnostic.severity = *severity;
                    true
                }
                Some(None) => false,
                None => true,
            });
    }

    /// Takes the faults of these codes off the report.
    pub fn drop_codes(&mut self, codes: &[Code]) {
        self.diagnostics
            .retain(|fault| !codes.contains(&fault.code));
    }

    /// Sorts by place, then by code, and drops what was found twice.
    pub fn sort(&mut self) {
        self.diagnostics
            .sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
        self.diagnostics
            .dedup_by(|a, b| (a.span, a.code, &a.message) == (b.span, b.code, &b.message));
    }

    /// Every fault, in the order of the last sort.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many faults forbid publishing.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many faults only warn.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        let of_severity = |diagnostic: &&Diagnostic| diagnostic.severity == severity;
        self.diagnostics.iter().filter(of_severity).count()
    }
}
