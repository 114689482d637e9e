//! Is it good? Judgements on a legal corpus: one rule a file, one table that reads like a
//! specification.

mod about_beyond_quote;
mod allowance;
mod amount;
mod change;
mod context;
mod contradiction_without_note;
mod dead_link;
mod document_share;
mod elision_hides;
mod figure_incomplete;
mod figure_not_in_quote;
mod figure_value_differs;
mod figures_disagree;
mod glossary;
mod lexicon;
mod loaded_word;
mod lock;
mod marks;
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
mod text_without_licence;
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
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::quote::{Examination, Pin};
use crate::translation::Survey;
use context::Context;
use memory::Found;
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// What a rule may look at.
pub struct Evidence<'a> {
    /// The world.
    pub corpus: &'a Arc<Corpus>,
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
        corpus: &'a Arc<Corpus>,
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
    check_grave(evidence, memory, report);
    check_rest(evidence, report);
}

/// Does the part of [`check`] in which every error is found: the rest only warns.
pub fn check_grave(evidence: &Evidence<'_>, memory: &mut Memory, report: &mut Report) {
    let Evidence {
        corpus, context, ..
    } = evidence;
    memory.begin(corpus);
    let rules = rules(corpus, true);
    let of_claims = memory.claims.of(&corpus.claims, |claim| {
        let subject = Subject::of(claim, context);
        let mut found = Vec::new();
        for rule in &rules {
            if let Find::InClaim(find) = rule {
                find(&subject, &mut found);
            }
        }
        Found {
            faults: found,
            words: context.marks(&subject.wording),
        }
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
        Found {
            faults: found,
            ..Found::default()
        }
    });
    let mut found = in_all(evidence, &rules);
    found.extend(of_claims);
    found.extend(of_texts);
    allowance::accept(found, corpus, report);
    report.apply(&corpus.site.severities);
}

/// Does the part of [`check`] that can only warn, and of which no editor accepts anything.
pub fn check_rest(evidence: &Evidence<'_>, report: &mut Report) {
    let corpus = evidence.corpus;
    let mut warnings = Report::default();
    for fault in in_all(evidence, &rules(corpus, false)) {
        warnings.push(fault);
    }
    warnings.apply(&corpus.site.severities);
    report.append(warnings);
}

/// The rules that the site has not switched off: those that are grave, or the rest.
///
/// Grave are those that find errors, and those whose warnings an editor accepts somewhere, since to accept what is
/// not there is an error. The rules on single claims and texts count among them: those look only at what is new.
fn rules(corpus: &Corpus, grave: bool) -> Vec<Find> {
    let severity = |code: &Code| match corpus.site.severities.get(code) {
        Some(wanted) => *wanted,
        None => Some(code.severity()),
    };
    let accepted: HashSet<Code> = corpus.allowances.iter().map(|it| it.code).collect();
    let is_grave = |rule: &&Rule| {
        let codes = &mut rule.codes.iter();
        matches!(rule.find, Find::InClaim(_) | Find::InText(_))
            || codes.any(|code| severity(code) == Some(Severity::Error) || accepted.contains(code))
    };
    let is_on = |rule: &&Rule| rule.codes.iter().any(|code| severity(code).is_some());
    let rules = RULES.iter().filter(is_on);
    let rules = rules.filter(|rule| is_grave(rule) == grave);
    rules.map(|rule| rule.find).collect()
}

/// What the rules find that look at everything.
fn in_all(evidence: &Evidence<'_>, rules: &[Find]) -> Vec<Diagnostic> {
    let found = rules.par_iter().map(|rule| {
        let mut found = Vec::new();
        match rule {
            Find::InAll(find) => find(evidence, &mut found),
            Find::InWhole(find) if evidence.corpus.whole => find(evidence, &mut found),
            Find::InWhole(_) | Find::InClaim(_) | Find::InText(_) => {}
        }
        found
    });
    let found: Vec<Vec<Diagnostic>> = found.collect();
    found.into_iter().flatten().collect()
}
