//! Is it good? Judgements on a legal corpus: one rule a file, one table that reads like a
//! specification.

mod about_beyond_quote;
mod allowance;
mod amount;
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
pub use rules::{RULES, Rule};

use crate::compare::Row;
use crate::corpus::{Claim, ClaimId, Corpus};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::quote::{Examination, Pin};
use crate::source::Span;
use crate::translation::Survey;
use rayon::prelude::*;
use wording::{Passage, Wording};

/// What a rule may look at.
#[derive(Debug)]
pub struct Evidence<'a> {
    /// The world.
    pub corpus: &'a Corpus,
    /// Its rows, by question.
    pub rows: &'a [Row],
    /// What is known of the quotations, by document.
    pub examinations: &'a [Examination],
    /// What is known of the translations.
    pub survey: &'a Survey,
    /// What the claims say, taken apart, by claim.
    wordings: Vec<Wording<'a>>,
    /// Every translation with its original, taken apart, text by text.
    versions: Vec<Version<'a>>,
}

impl<'a> Evidence<'a> {
    /// What is known of a world.
    pub fn new(
        corpus: &'a Corpus,
        rows: &'a [Row],
        examinations: &'a [Examination],
        survey: &'a Survey,
        memory: &Memory,
    ) -> Self {
        let languages = corpus.site.languages.len();
        let claims = corpus.claims.par_iter();
        Self {
            corpus,
            rows,
            examinations,
            survey,
            versions: versions(corpus, memory),
            wordings: claims
                .map(|claim| Wording::of(claim, languages, memory))
                .collect(),
        }
    }

    /// Has a memory keep what was taken apart.
    pub fn keep(&self, memory: &mut Memory) {
        let claims = self.wordings.iter();
        let claims = claims.flat_map(|it| it.says.iter().chain(&it.quote));
        let versions = self.versions.iter();
        let versions = versions.flat_map(|it| [&it.original.1, &it.translation.1]);
        memory.keep(claims.chain(versions));
    }

    /// Every claim whose quotation was found, with its place.
    fn pins(&self) -> impl Iterator<Item = (ClaimId, &Pin)> {
        let claims = self.examinations.iter().flat_map(|it| &it.claims);
        claims.filter_map(|(id, found)| Some((*id, found.as_ref().ok()?)))
    }

    /// Every claim with its words.
    fn wordings(&self) -> impl Iterator<Item = (&'a Claim, &Wording<'a>)> {
        self.corpus.claims.iter().zip(&self.wordings)
    }
}

/// A text in the first language of the site and in another.
#[derive(Debug)]
struct Version<'a> {
    /// The original with its tag.
    original: (&'a str, Passage<'a>),
    /// The translation with its tag.
    translation: (&'a str, Passage<'a>),
    /// Where the translation stands.
    place: Span,
}

fn versions<'a>(corpus: &'a Corpus, memory: &Memory) -> Vec<Version<'a>> {
    let languages = &corpus.site.languages;
    let texts = corpus.texts.par_iter();
    let versions = texts.flat_map_iter(|written| {
        let translations = written.translations();
        translations.map(|(language, place, words)| Version {
            original: (languages[0].as_str(), memory.passage(written.text.first())),
            translation: (languages[language.index()].as_str(), memory.passage(words)),
            place,
        })
    });
    versions.collect()
}

/// Holds every rule against the corpus, drops what editors accept, and gives the rest the severity that
/// the site wants.
pub fn check(evidence: &Evidence<'_>, report: &mut Report) {
    let corpus = evidence.corpus;
    let severities = &corpus.site.severities;
    let is_off = |code: &Code| severities.get(code) == Some(&None);
    let found: Vec<Vec<Diagnostic>> = RULES
        .par_iter()
        .filter(|rule| corpus.whole || !rule.needs_whole)
        .filter(|rule| !rule.codes.iter().all(is_off))
        .map(|rule| {
            let mut found = Vec::new();
            (rule.find)(evidence, &mut found);
            found
        })
        .collect();
    allowance::accept(found.concat(), corpus, report);
    report.apply(severities);
}
