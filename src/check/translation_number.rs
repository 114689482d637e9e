use super::amount::{Amount, amounts, is_same};
use super::lexicon::{Lexicon, lexicon};
use super::subject::Version;
use super::wording::Passage;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// A number stands in a text and not in its translation, or the reverse.
pub fn find(version: &Version<'_>, found: &mut Vec<Diagnostic>) {
    let Version {
        original,
        translation,
        ..
    } = version;
    lacking(original, translation, version.place, found);
    lacking(translation, original, version.place, found);
}

/// Reports what one of two texts holds for certain and the other does not hold at all.
fn lacking(
    (has, one): &(&str, Passage<'_>),
    (lacks, other): &(&str, Passage<'_>),
    place: Span,
    found: &mut Vec<Diagnostic>,
) {
    let known = known(other, lexicon(lacks));
    for amount in amounts(one) {
        let is_told = known.iter().any(|&value| is_same(value, amount.value));
        if is_told || !is_comparable(&amount, lexicon(has), lexicon(lacks)) {
            continue;
        }
        let message = format!(
            "the words in `{has}` hold `{}`, and those in `{lacks}` do not",
            amount.words
        );
        found.push(
            Diagnostic::new(Code::TranslationNumber, place, message)
                .help("say the same number in both languages, or allow it with the reason"),
        );
    }
}

/// In a language whose number words nobody listed a number can stand unseen; few do so above twelve.
fn is_comparable(amount: &Amount<'_>, has: Option<&Lexicon>, lacks: Option<&Lexicon>) -> bool {
    const LAST_IN_WORDS: f64 = 12.0;
    let is_digits_alone = amount.is_digits && amount.value > LAST_IN_WORDS;
    amount.is_certain && (is_digits_alone || (has.is_some() && lacks.is_some()))
}

/// Every number that a passage may hold, with those of its months.
fn known(passage: &Passage<'_>, lexicon: Option<&Lexicon>) -> Vec<f64> {
    let mut known: Vec<f64> = amounts(passage).iter().map(|it| it.value).collect();
    for token in &passage.tokens {
        let words = lexicon.map(|it| it.numbers).unwrap_or_default();
        let words = words.iter().filter(|(_, word)| *word == token.text);
        known.extend(words.map(|(value, _)| value));
    }
    known
}
