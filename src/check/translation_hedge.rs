use super::glossary::Glossary;
use super::lexicon::{HEDGES, Sign, hedges};
use super::subject::Version;
use super::wording::Passage;
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::TokenKind;

/// A text is hedged and its translation is not, or the reverse.
pub fn find(version: &Version<'_>, found: &mut Vec<Diagnostic>) {
    let Version {
        original,
        translation,
        ..
    } = version;
    let [(first, original), (second, translation)] = [original, translation];
    let (Some(one), Some(other)) = (hedges(first), hedges(second)) else {
        return;
    };
    let one = (first, held(original, one));
    let other = (second, held(translation, other));
    for ((has, one), (lacks, other)) in [(&one, &other), (&other, &one)] {
        for (own, equal) in one.iter().zip(other) {
            let (Some((_, word)), false) = (own.sure, equal.is_there) else {
                continue;
            };
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

/// What a passage holds of one kind of hedge.
#[derive(Clone, Copy, Default)]
struct Held {
    /// Whether any word of it stands there.
    is_there: bool,
    /// Of those that cannot be anything else the first in the list, with its place there.
    sure: Option<(usize, &'static str)>,
}

impl Held {
    fn take(&mut self, sign: &Sign) {
        self.is_there = true;
        let sure = sign.sure.map(|place| (place, sign.word));
        self.sure = self.sure.into_iter().chain(sure).min();
    }
}

/// The hedges that a passage holds, as whole words or as Han characters in a row.
fn held(passage: &Passage<'_>, hedges: &Glossary<Sign>) -> [Held; HEDGES] {
    let mut held = [Held::default(); HEDGES];
    for token in &passage.tokens {
        if token.kind == TokenKind::Han {
            for sign in hedges.beginnings(&passage.text[token.start..]) {
                held[sign.hedge].take(sign);
            }
        } else {
            for sign in token.parts().flat_map(|it| hedges.meanings(it)) {
                held[sign.hedge].take(sign);
            }
        }
    }
    held
}
