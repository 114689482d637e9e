use super::{
    Evidence, about_beyond_quote, contradiction_without_note, document_share, elision_hides,
    figure_incomplete, figure_not_in_quote, figure_value_differs, figures_disagree, loaded_word,
    lock, missing_base_url, mode_against_voice, negation_not_in_quote, not_in_quotation_marks,
    number_not_in_quote, quotation, quote_too_long, relay_ends_elsewhere, side_not_in_quote,
    silence_filled, statement_repeats_quote, summary_cites_uncounted, term_not_linked,
    translation_hedge, translation_missing, translation_number, translation_side,
    translation_stale, unanswered_question, unused, unused_alias,
};
use crate::diagnostic::{Code, Diagnostic};

/// One judgement.
pub struct Rule {
    /// The faults that it finds.
    pub codes: &'static [Code],
    /// Whether it can be held only against a corpus from which no faulty record was left out.
    pub needs_whole: bool,
    /// Finds every instance.
    pub find: fn(&Evidence<'_>, &mut Vec<Diagnostic>),
}

/// A rule on what is there.
const fn of_any(codes: &'static [Code], find: fn(&Evidence<'_>, &mut Vec<Diagnostic>)) -> Rule {
    Rule {
        codes,
        needs_whole: false,
        find,
    }
}

/// A rule on what is not there, which can be said of a whole corpus only.
const fn of_whole(codes: &'static [Code], find: fn(&Evidence<'_>, &mut Vec<Diagnostic>)) -> Rule {
    Rule {
        codes,
        needs_whole: true,
        find,
    }
}

/// Every rule.
pub const RULES: &[Rule] = &[
    // The quotation is in the source.
    of_any(
        &[
            Code::QuoteNotFound,
            Code::QuoteAmbiguous,
            Code::QuoteOutOfOrder,
            Code::QuoteAlteredNumber,
            Code::QuoteTooShort,
            Code::QuoteInBrackets,
            Code::QuoteNotPinned,
        ],
        quotation::find,
    ),
    of_any(&[Code::QuoteTooLong], quote_too_long::find),
    of_any(
        &[Code::LockMissing, Code::LockStale, Code::SectionNotFound],
        lock::find,
    ),
    of_any(&[Code::ElisionHides], elision_hides::find),
    // The statement says no more than the quotation, in other words.
    of_any(&[Code::NumberNotInQuote], number_not_in_quote::find),
    of_any(&[Code::NegationNotInQuote], negation_not_in_quote::find),
    of_any(&[Code::SideNotInQuote], side_not_in_quote::find),
    of_any(&[Code::AboutBeyondQuote], about_beyond_quote::find),
    of_any(
        &[Code::StatementRepeatsQuote],
        statement_repeats_quote::find,
    ),
    of_any(&[Code::LoadedWord], loaded_word::find),
    of_any(&[Code::TermNotLinked], term_not_linked::find),
    // Who speaks, and through whom.
    of_any(&[Code::NotInQuotationMarks], not_in_quotation_marks::find),
    of_any(&[Code::ModeAgainstVoice], mode_against_voice::find),
    of_any(&[Code::RelayEndsElsewhere], relay_ends_elsewhere::find),
    of_any(
        &[Code::ContradictionWithoutNote],
        contradiction_without_note::find,
    ),
    // Numbers.
    of_any(&[Code::FigureNotInQuote], figure_not_in_quote::find),
    of_any(&[Code::FigureValueDiffers], figure_value_differs::find),
    of_any(
        &[Code::FigureWithoutDate, Code::FigureWithoutDenominator],
        figure_incomplete::find,
    ),
    of_any(&[Code::FiguresDisagree], figures_disagree::find),
    // Summaries and silences.
    of_any(&[Code::SilenceFilled], silence_filled::find),
    of_any(
        &[Code::SummaryCitesUncounted],
        summary_cites_uncounted::find,
    ),
    of_whole(&[Code::UnansweredQuestion], unanswered_question::find),
    // Balance.
    of_whole(
        &[Code::SingleSourceTheme, Code::DocumentShare],
        document_share::find,
    ),
    // Leftovers.
    of_whole(&[Code::UnusedVoice, Code::UnusedTerm], unused::find),
    of_any(&[Code::UnusedAlias], unused_alias::find),
    of_whole(&[Code::MissingBaseUrl], missing_base_url::find),
    // A text says the same in every language.
    of_any(&[Code::TranslationMissing], translation_missing::find),
    of_any(&[Code::TranslationStale], translation_stale::find),
    of_any(&[Code::TranslationNumber], translation_number::find),
    of_any(&[Code::TranslationSide], translation_side::find),
    of_any(&[Code::TranslationHedge], translation_hedge::find),
];
