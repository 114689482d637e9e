use crate::corpus::Corpus;
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::source::FileId;
use std::collections::BTreeMap;

/// Drops the warnings that editors accept where they stand.
///
/// An allowance that accepts nothing is a fault of its own, unless something kept the rule from looking:
/// a record that was left out, an error in the same place, or the site that has switched the rule off.
pub fn accept(mut found: Vec<Diagnostic>, corpus: &Corpus, report: &mut Report) {
    let mut by_place: BTreeMap<(Code, FileId), Vec<usize>> = BTreeMap::new();
    for (index, allowance) in corpus.allowances.iter().enumerate() {
        let key = (allowance.code, allowance.over.file);
        by_place.entry(key).or_default().push(index);
    }
    let mut used = vec![false; corpus.allowances.len()];
    found.retain(|fault| {
        let there = by_place.get(&(fault.code, fault.span.file));
        let mut is_accepted = false;
        for &index in there.into_iter().flatten() {
            if corpus.allowances[index].covers(fault.code, fault.span) {
                used[index] = true;
                is_accepted = true;
            }
        }
        !is_accepted
    });
    for fault in found {
        report.push(fault);
    }
    if corpus.whole {
        unused(&used, corpus, report);
    }
}

fn unused(used: &[bool], corpus: &Corpus, report: &mut Report) {
    for (allowance, _) in corpus
        .allowances
        .iter()
        .zip(used)
        .filter(|(_, used)| !**used)
    {
        let is_off = corpus.site.severities.get(&allowance.code) == Some(&None);
        let mut faults = report.diagnostics().iter();
        let is_faulty = faults
            .any(|fault| fault.severity == Severity::Error && allowance.over.holds(fault.span));
        if is_off || is_faulty {
            continue;
        }
        let message = format!("nothing here is warned of by `{}`", allowance.code);
        report.push(
            Diagnostic::new(Code::UnusedAllow, allowance.span, message)
                .help("remove the line: what it allowed is not there"),
        );
    }
}
