use super::lexicon::{Hedge, lexicon};
use super::subject::Version;
use super::wording::Passage;
use crate::diagnostic::{Code, Diagnostic};
use std::collections::HashSet;

/// A text is hedged and its translation is not, or the reverse.
pub fn find(version: &Version<'_>, found: &mut Vec<Diagnostic>) {
    let Version {
        original,
        translation,
        ..
    } = version;
    let words = [original, translation].map(|(_, passage)| Parts::of(passage));
    let [(original, _), (translation, _)] = [original, translation];
    let [one, other] = [(original, &words[0]), (translation, &words[1])];
    for ((has, one), (lacks, other)) in [(one, other), (other, one)] {
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

/// A passage by what hedges are looked for in.
struct Parts<'a> {
    /// Its words, and those that hyphens join.
    words: HashSet<&'a str>,
    text: &'a str,
}

impl<'a> Parts<'a> {
    fn of(passage: &'a Passage<'_>) -> Self {
        let tokens = passage.tokens.iter();
        Self {
            words: tokens.flat_map(|it| it.text.split('-')).collect(),
            text: passage.text,
        }
    }

    /// Whether a word stands among them: as a whole one, or as characters in a row.
    fn hold(&self, word: &str) -> bool {
        const FIRST_OF_HAN: char = '\u{2e80}';
        if word.chars().all(|c| c < FIRST_OF_HAN) {
            self.words.contains(word)
        } else {
            self.text.contains(word)
        }
    }
}

/// A word of the passage that cannot be anything but this hedge.
fn sure(hedge: &Hedge, parts: &Parts<'_>) -> Option<&'static str> {
    let words = hedge.sure.iter();
    words.copied().find(|word| parts.hold(word))
}

fn holds_any(hedge: &Hedge, parts: &Parts<'_>) -> bool {
    let mut words = hedge.sure.iter().chain(hedge.other);
    words.any(|word| parts.hold(word))
}
