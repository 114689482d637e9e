use super::context::Context;
use super::wording::{Passage, Wording};
use crate::corpus::{Claim, Written};
use crate::source::Span;

/// One claim, as a rule on claims looks at it.
pub struct Subject<'a> {
    /// What rules look things up in.
    pub context: &'a Context<'a>,
    /// The claim.
    pub claim: &'a Claim,
    /// What it says and what that rests on, taken apart.
    pub wording: Wording<'a>,
}

/// A text in the first language of the site and in another.
pub struct Version<'a> {
    /// What rules look things up in.
    pub context: &'a Context<'a>,
    /// The original with its tag.
    pub original: (&'a str, Passage<'a>),
    /// The translation with its tag.
    pub translation: (&'a str, Passage<'a>),
    /// Where the translation stands.
    pub place: Span,
}

impl<'a> Subject<'a> {
    /// A claim, taken apart.
    pub fn of(claim: &'a Claim, context: &'a Context<'a>) -> Self {
        Self {
            context,
            claim,
            wording: Wording::of(claim, context.languages().len()),
        }
    }
}

impl<'a> Version<'a> {
    /// Every translation of a text.
    pub fn of(written: &'a Written, context: &'a Context<'a>) -> impl Iterator<Item = Self> {
        let languages = context.languages();
        let translations = written.translations();
        translations.map(move |(language, place, words)| Self {
            context,
            original: (languages[0].as_str(), Passage::new(written.text.first())),
            translation: (languages[language.index()].as_str(), Passage::new(words)),
            place,
        })
    }
}
