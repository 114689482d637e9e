//! Is it good? Judgements on a legal corpus: one rule a file, one table that reads like a
//! specification.

mod about_beyond_quote;
mod allowance;
mod amount;
mod context;
mod contradiction_without_note;
mod document_share;
mod elision_hides;
mod figure_incomplete;
mod figure_not_in_quote;
mod figure_value_differs;
mod figures_disagree;
mod lexicon;
mod loaded_word;
mod lock;
mod memory;
mod missing_base_url;
mod mode_against_voice;
mod naming;
mod negation_not_in_quote;
mod not_in_quotation_marks;
mod number_not_in_quote;
mod quotation;
mod quote_too_long;
mod relay_ends_elsewhere;
mod rules;
mod side_not_in_quote;
mod silence_filled;
mod statement_repeats_quote;
mod subject;
mod summary_cites_uncounted;
mod term_not_linked;
mod translation_hedge;
mod translation_missing;
mod translation_number;
mod translation_side;
mod translation_stale;
mod unanswered_question;
mod unused;
mod unused_alias;
mod wording;

pub use memory::Memory;
pub use rules::{Find, RULES, Rule};
pub use subject::{Subject, Version};

use crate::compare::Row;
use crate::corpus::{ClaimId, Corpus};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::quote::{Examination, Pin};
use crate::translation::Survey;
use context::Context;
use rayon::prelude::*;
use std::sync::Arc;

/// What a rule may look at.
pub struct Evidence<'a> {
    /// The world.
    pub corpus: &'a Corpus,
    /// Its rows, by question.
    pub rows: &'a [Row],
    /// What is known of the quotations, by document.
    pub examinations: &'a [Arc<Examination>],
    /// What is known of the translations.
    pub survey: &'a Survey,
    /// What rules look things up in.
    context: Context<'a>,
}

impl<'a> Evidence<'a> {
    /// What is known of a world.
    pub fn new(
        corpus: &'a Corpus,
        rows: &'a [Row],
        examinations: &'a [Arc<Examination>],
        survey: &'a Survey,
    ) -> Self {
        Self {
            corpus,
            rows,
            examinations,
            survey,
            context: Context::of(corpus),
        }
    }

    /// Every claim whose quotation was found, with its place.
    fn pins(&self) -> impl Iterator<Item = (ClaimId, &Pin)> {
        let claims = self.examinations.iter().flat_map(|it| &it.claims);
        claims.filter_map(|(id, found)| Some((*id, found.as_ref().ok()?)))
    }
}

/// Holds every rule against the corpus, drops what editors accept, and gives the rest the severity that
/// the site wants. Claims and texts that the memory knows are not looked at again.
pub fn check(evidence: &Evidence<'_>, memory: &mut Memory, report: &mut Report) {
    let Evidence {
        corpus, context, ..
    } = evidence;
    let severities = &corpus.site.severities;
    let is_off = |code: &Code| severities.get(code) == Some(&None);
    let rules: Vec<Find> = RULES
        .iter()
        .filter(|rule| !rule.codes.iter().all(is_off))
        .map(|rule| rule.find)
        .collect();
    let of_claims = memory.claims.of(&corpus.claims, |claim| {
        let subject = Subject::of(claim, context);
        let mut found = Vec::new();
        for rule in &rules {
            if let Find::InClaim(find) = rule {
                find(&subject, &mut found);
            }
        }
        found
    });
    let of_texts = memory.texts.of(&corpus.texts, |text| {
        let mut found = Vec::new();
        for version in Version::of(text, context) {
            for rule in &rules {
                if let Find::InText(find) = rule {
                    find(&version, &mut found);
                }
            }
        }
        found
    });
    let rest = rules.par_iter().map(|rule| {
        let mut found = Vec::new();
        match rule {
            Find::InAll(find) => find(evidence, &mut found),
            Find::InWhole(find) if corpus.whole => find(evidence, &mut found),
            Find::InWhole(_) | Find::InClaim(_) | Find::InText(_) => {}
        }
        found
    });
    let mut found: Vec<Vec<Diagnostic>> = rest.collect();
    found.extend([of_claims, of_texts]);
    allowance::accept(found.concat(), corpus, report);
    report.apply(severities);
}
