use super::place::Draft;
use crate::compile::{Options, analyse};
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::quote::Texts;
use crate::source::Sources;

/// What the analysis says of a record that is about to be written.
#[derive(Debug)]
pub struct Verdict {
    /// The content with the record in it.
    pub content: Sources,
    /// What is wrong in it, and not only left open.
    pub wrong: Report,
    /// What the record lacks besides what stands in it without a value: each message, with what to do.
    pub missing: Vec<String>,
    /// What somebody should look at.
    pub doubtful: Report,
}

/// Analyses the content with a record in it, and tells what is wrong from what is left open.
pub fn judge(draft: &Draft, content: &Sources, texts: &Texts) -> Verdict {
    let laid = draft.laid_over(content);
    let known = analyse(content, texts, &Options::default()).report;
    let found = analyse(&laid, texts, &Options::default()).report;
    let is_known = |fault: &Diagnostic| {
        let mut known = known.diagnostics().iter();
        known.any(|it| (it.code, &it.message) == (fault.code, &fault.message))
    };
    let (mut wrong, mut doubtful) = (Report::default(), Report::default());
    let mut missing = Vec::new();
    for fault in found.diagnostics() {
        let is_own = draft.holds(fault.span, &laid);
        if is_own && fault.code == Code::MissingField {
            let help = fault.help.as_deref().unwrap_or_default();
            missing.push(format!("{}; {help}", fault.message));
        }
        if is_open(fault, draft, is_own) || !is_own && is_known(fault) {
            continue;
        }
        match fault.severity {
            Severity::Error => wrong.push(fault.clone()),
            Severity::Warning if is_own => doubtful.push(fault.clone()),
            Severity::Warning => {}
        }
    }
    Verdict {
        content: laid,
        wrong,
        missing,
        doubtful,
    }
}

/// Whether a fault is only that something is not there yet.
fn is_open(fault: &Diagnostic, draft: &Draft, is_own: bool) -> bool {
    let to_come = [
        Code::MissingField,
        Code::QuoteNotPinned,
        Code::LockMissing,
        Code::LockStale,
        Code::UnusedVoice,
        Code::UnusedTerm,
        Code::UnansweredQuestion,
    ];
    if to_come.contains(&fault.code) {
        return true;
    }
    let place = fault.span.range();
    let here = draft.text.get(place.clone()).unwrap_or_default();
    let rest = draft.text.get(place.end..).unwrap_or_default();
    let after_key = rest.strip_prefix(':');
    let rest = after_key.unwrap_or(rest).lines().next();
    let has_no_value =
        (here.is_empty() || after_key.is_some()) && rest.is_none_or(|line| line.trim().is_empty());
    is_own && fault.code == Code::WrongType && has_no_value
}
