use super::subject::{Subject, Version};
use super::{
    Evidence, about_beyond_quote, contradiction_without_note, dead_link, document_share,
    elision_hides, figure_incomplete, figure_not_in_quote, figure_value_differs, figures_disagree,
    loaded_word, lock, missing_base_url, mode_against_voice, negation_not_in_quote,
    not_in_quotation_marks, number_not_in_quote, quotation, quote_too_long, relay_ends_elsewhere,
    side_not_in_quote, silence_filled, statement_repeats_quote, summary_cites_uncounted,
    term_not_linked, text_without_licence, translation_hedge, translation_missing,
    translation_number, translation_side, translation_stale, unanswered_question, unused,
    unused_alias,
};
use crate::diagnostic::{Code, Diagnostic};
use Find::{InAll, InClaim, InText, InWhole};

/// One judgement.
pub struct Rule {
    /// The faults that it finds.
    pub codes: &'static [Code],
    /// Finds every instance.
    pub find: Find,
}

/// How a rule looks, which tells what has to be looked at again after a change.
#[derive(Clone, Copy)]
pub enum Find {
    /// At one claim, and at what the context shows.
    InClaim(fn(&Subject<'_>, &mut Vec<Diagnostic>)),
    /// At one text in two languages, and at what the context shows of the site.
    InText(fn(&Version<'_>, &mut Vec<Diagnostic>)),
    /// At everything that is there.
    InAll(fn(&Evidence<'_>, &mut Vec<Diagnostic>)),
    /// At what is not there, which can be said only of a corpus from which no faulty record was left out.
    InWhole(fn(&Evidence<'_>, &mut Vec<Diagnostic>)),
}

const fn rule(codes: &'static [Code], find: Find) -> Rule {
    Rule { codes, find }
}

/// Every rule.
pub const RULES: &[Rule] = &[
    // The quotation is in the source.
    rule(
        &[
            Code::QuoteNotFound,
            Code::QuoteAmbiguous,
            Code::QuoteOutOfOrder,
            Code::QuoteAlteredNumber,
            Code::QuoteTooShort,
            Code::QuoteInBrackets,
            Code::QuoteNotPinned,
        ],
        InAll(quotation::find),
    ),
    rule(&[Code::QuoteTooLong], InClaim(quote_too_long::find)),
    rule(
        &[Code::LockMissing, Code::LockStale, Code::SectionNotFound],
        InAll(lock::find),
    ),
    rule(&[Code::ElisionHides], InAll(elision_hides::find)),
    // The statement says no more than the quotation, in other words.
    rule(
        &[Code::NumberNotInQuote],
        InClaim(number_not_in_quote::find),
    ),
    rule(
        &[Code::NegationNotInQuote],
        InClaim(negation_not_in_quote::find),
    ),
    rule(&[Code::SideNotInQuote], InClaim(side_not_in_quote::find)),
    rule(&[Code::AboutBeyondQuote], InClaim(about_beyond_quote::find)),
    rule(
        &[Code::StatementRepeatsQuote],
        InClaim(statement_repeats_quote::find),
    ),
    rule(&[Code::LoadedWord], InClaim(loaded_word::find_in_statement)),
    rule(&[Code::LoadedWord], InAll(loaded_word::find_in_summaries)),
    rule(&[Code::TermNotLinked], InClaim(term_not_linked::find)),
    // Who speaks, and through whom.
    rule(
        &[Code::NotInQuotationMarks],
        InAll(not_in_quotation_marks::find),
    ),
    rule(&[Code::ModeAgainstVoice], InClaim(mode_against_voice::find)),
    rule(
        &[Code::RelayEndsElsewhere],
        InClaim(relay_ends_elsewhere::find),
    ),
    rule(
        &[Code::ContradictionWithoutNote],
        InAll(contradiction_without_note::find),
    ),
    // Numbers.
    rule(
        &[Code::FigureNotInQuote],
        InClaim(figure_not_in_quote::find),
    ),
    rule(
        &[Code::FigureValueDiffers],
        InClaim(figure_value_differs::find),
    ),
    rule(
        &[Code::FigureWithoutDate, Code::FigureWithoutDenominator],
        InClaim(figure_incomplete::find),
    ),
    rule(&[Code::FiguresDisagree], InAll(figures_disagree::find)),
    // Summaries and silences.
    rule(&[Code::SilenceFilled], InAll(silence_filled::find)),
    rule(
        &[Code::SummaryCitesUncounted],
        InAll(summary_cites_uncounted::find),
    ),
    rule(
        &[Code::UnansweredQuestion],
        InWhole(unanswered_question::find),
    ),
    // Balance.
    rule(
        &[Code::SingleSourceTheme, Code::DocumentShare],
        InWhole(document_share::find),
    ),
    // Leftovers.
    rule(
        &[Code::UnusedVoice, Code::UnusedTerm],
        InWhole(unused::find),
    ),
    rule(&[Code::UnusedAlias], InClaim(unused_alias::find)),
    // Pages.
    rule(
        &[Code::DeadLink, Code::PictureNotShown],
        InWhole(dead_link::find),
    ),
    // Rights.
    rule(
        &[Code::TextWithoutLicence],
        InAll(text_without_licence::find),
    ),
    rule(&[Code::MissingBaseUrl], InWhole(missing_base_url::find)),
    // A text says the same in every language.
    rule(
        &[Code::TranslationMissing],
        InAll(translation_missing::find),
    ),
    rule(&[Code::TranslationStale], InAll(translation_stale::find)),
    rule(&[Code::TranslationNumber], InText(translation_number::find)),
    rule(&[Code::TranslationSide], InText(translation_side::find)),
    rule(&[Code::TranslationHedge], InText(translation_hedge::find)),
];
