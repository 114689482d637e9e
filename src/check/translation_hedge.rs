use super::lexicon::{Hedge, lexicon};
use super::subject::Version;
use super::wording::Passage;
use crate::diagnostic::{Code, Diagnostic};

/// A text is hedged and its translation is not, or the reverse.
pub fn find(version: &Version<'_>, found: &mut Vec<Diagnostic>) {
    let Version {
        original,
        translation,
        ..
    } = version;
    for ((has, one), (lacks, other)) in [(original, translation), (translation, original)] {
        let (Some(own), Some(others)) = (lexicon(has), lexicon(lacks)) else {
            continue;
        };
        for (hedge, equal) in own.hedges.iter().zip(&others.hedges) {
            let Some(word) = sure(hedge, one) else {
                continue;
            };
            if holds_any(equal, other) {
                continue;
            }
            let message = format!(
                "the words in `{has}` are hedged by `{word}`, and those in `{lacks}` are not"
            );
            found.push(
                Diagnostic::new(Code::TranslationHedge, version.place, message)
                    .help("hedge as much in both languages, or allow it with the reason"),
            );
        }
    }
}

/// A word of the passage that cannot be anything but this hedge.
fn sure(hedge: &Hedge, passage: &Passage<'_>) -> Option<&'static str> {
    let words = hedge.sure.iter();
    words.copied().find(|word| holds(word, passage))
}

fn holds_any(hedge: &Hedge, passage: &Passage<'_>) -> bool {
    let mut words = hedge.sure.iter().chain(hedge.other);
    words.any(|word| holds(word, passage))
}

/// Whether a word stands in a passage: as a whole one, or as characters in a row.
fn holds(word: &str, passage: &Passage<'_>) -> bool {
    const FIRST_OF_HAN: char = '\u{2e80}';
    if word.chars().all(|c| c < FIRST_OF_HAN) {
        let mut tokens = passage.tokens.iter();
        tokens.any(|token| token.text.split('-').any(|part| part == word))
    } else {
        passage.text.contains(word)
    }
}
