use super::amount::{Amount, amounts, is_same};
use super::lexicon::{Lexicon, lexicon};
use super::subject::Version;
use super::wording::Passage;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// A number stands in a text and not in its translation, or the reverse.
pub fn find(version: &Version<'_>, found: &mut Vec<Diagnostic>) {
    let [one, other] = [&version.original, &version.translation].map(|(tag, passage)| Numbers {
        tag,
        passage,
        lexicon: lexicon(tag),
        amounts: amounts(passage),
    });
    lacking(&one, &other, version.place, found);
    lacking(&other, &one, version.place, found);
}

/// A text with its numbers.
struct Numbers<'a> {
    tag: &'a str,
    passage: &'a Passage<'a>,
    lexicon: Option<&'static Lexicon>,
    amounts: Vec<Amount<'a>>,
}

/// Reports what one of two texts holds for certain and the other does not hold at all.
fn lacking(one: &Numbers<'_>, other: &Numbers<'_>, place: Span, found: &mut Vec<Diagnostic>) {
    for amount in &one.amounts {
        if !is_comparable(amount, one.lexicon, other.lexicon) || other.tell(amount.value) {
            continue;
        }
        let message = format!(
            "the words in `{}` hold `{}`, and those in `{}` do not",
            one.tag, amount.words, other.tag
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

impl Numbers<'_> {
    /// Whether the text may hold a number, be it as that of a month.
    fn tell(&self, value: f64) -> bool {
        let words = self.lexicon.map(|it| it.numbers).unwrap_or_default();
        let mut words = words.iter().filter(|(number, _)| is_same(*number, value));
        let holds = |word: &str| self.passage.tokens.iter().any(|it| it.text == word);
        self.amounts.iter().any(|it| is_same(it.value, value)) || words.any(|(_, it)| holds(it))
    }
}
