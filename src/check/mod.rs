//! Is it good? Judgements on a legal corpus: one rule a file, one table that reads like a
//! specification.

mod missing_base_url;
mod silence_filled;
mod summary_cites_uncounted;
mod unanswered_question;

use crate::compare::Row;
use crate::corpus::Corpus;
use crate::diagnostic::{Code, Diagnostic, Report};

/// What a rule may look at.
pub struct Evidence<'a> {
    /// The world.
    pub corpus: &'a Corpus,
    /// Its rows, by question.
    pub rows: &'a [Row],
}

/// One judgement.
pub struct Rule {
    /// The fault that it finds.
    pub code: Code,
    /// Whether it can be held against a corpus from which faulty records were left out.
    pub needs_whole: bool,
    /// Finds every instance.
    pub find: fn(&Evidence<'_>, &mut Vec<Diagnostic>),
}

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule {
        code: Code::SilenceFilled,
        needs_whole: false,
        find: silence_filled::find,
    },
    Rule {
        code: Code::SummaryCitesUncounted,
        needs_whole: false,
        find: summary_cites_uncounted::find,
    },
    Rule {
        code: Code::UnansweredQuestion,
        needs_whole: true,
        find: unanswered_question::find,
    },
    Rule {
        code: Code::MissingBaseUrl,
        needs_whole: false,
        find: missing_base_url::find,
    },
];

/// Holds every rule against the corpus, and gives faults the severity that the site wants.
pub fn check(corpus: &Corpus, rows: &[Row], report: &mut Report) {
    let evidence = Evidence { corpus, rows };
    let mut found = Vec::new();
    for rule in RULES {
        if corpus.whole || !rule.needs_whole {
            (rule.find)(&evidence, &mut found);
        }
    }
    for fault in found {
        report.push(fault);
    }
    report.apply(&corpus.site.severities);
}
