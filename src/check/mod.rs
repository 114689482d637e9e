//! Is it good? Judgements on a legal corpus: one rule a file, one table that reads like a
//! specification.

mod elision_hides;
mod figure_not_in_quote;
mod lock;
mod missing_base_url;
mod not_in_quotation_marks;
mod quotation;
mod quote_too_long;
mod silence_filled;
mod summary_cites_uncounted;
mod unanswered_question;

use crate::compare::Row;
use crate::corpus::{ClaimId, Corpus};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::quote::{Examination, Pin};

/// What a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The world.
    pub corpus: &'a Corpus,
    /// Its rows, by question.
    pub rows: &'a [Row],
    /// What is known of the quotations, by document.
    pub examinations: &'a [Examination],
}

impl Evidence<'_> {
    /// Every claim whose quotation was found, with its place.
    fn pins(&self) -> impl Iterator<Item = (ClaimId, &Pin)> {
        let claims = self.examinations.iter().flat_map(|it| &it.claims);
        claims.filter_map(|(id, found)| Some((*id, found.as_ref().ok()?)))
    }
}

/// One judgement.
pub struct Rule {
    /// The faults that it finds.
    pub codes: &'static [Code],
    /// Whether it can be held only against a corpus from which no faulty record was left out.
    pub needs_whole: bool,
    /// Finds every instance.
    pub find: fn(&Evidence<'_>, &mut Vec<Diagnostic>),
}

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule {
        codes: &[
            Code::QuoteNotFound,
            Code::QuoteAmbiguous,
            Code::QuoteOutOfOrder,
            Code::QuoteAlteredNumber,
            Code::QuoteTooShort,
            Code::QuoteInBrackets,
            Code::QuoteNotPinned,
        ],
        needs_whole: false,
        find: quotation::find,
    },
    Rule {
        codes: &[Code::QuoteTooLong],
        needs_whole: false,
        find: quote_too_long::find,
    },
    Rule {
        codes: &[Code::LockMissing, Code::LockStale, Code::SectionNotFound],
        needs_whole: false,
        find: lock::find,
    },
    Rule {
        codes: &[Code::ElisionHides],
        needs_whole: false,
        find: elision_hides::find,
    },
    Rule {
        codes: &[Code::NotInQuotationMarks],
        needs_whole: false,
        find: not_in_quotation_marks::find,
    },
    Rule {
        codes: &[Code::FigureNotInQuote],
        needs_whole: false,
        find: figure_not_in_quote::find,
    },
    Rule {
        codes: &[Code::SilenceFilled],
        needs_whole: false,
        find: silence_filled::find,
    },
    Rule {
        codes: &[Code::SummaryCitesUncounted],
        needs_whole: false,
        find: summary_cites_uncounted::find,
    },
    Rule {
        codes: &[Code::UnansweredQuestion],
        needs_whole: true,
        find: unanswered_question::find,
    },
    Rule {
        codes: &[Code::MissingBaseUrl],
        needs_whole: true,
        find: missing_base_url::find,
    },
];

/// Holds every rule against the corpus, and gives faults the severity that the site wants.
pub fn check(evidence: &Evidence<'_>, report: &mut Report) {
    let corpus = evidence.corpus;
    let mut found = Vec::new();
    for rule in RULES {
        if corpus.whole || !rule.needs_whole {
            (rule.find)(evidence, &mut found);
        }
    }
    for fault in found {
        report.push(fault);
    }
    report.apply(&corpus.site.severities);
}
