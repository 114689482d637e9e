use crate::corpus::{Claim, LanguageId, Text};
use crate::quote::{Token, Words, tokens};
use std::sync::OnceLock;

/// What a claim says and what that rests on, taken apart once for all rules.
#[derive(Debug)]
pub struct Wording<'a> {
    /// The statement, in each language in which it is written.
    pub says: Vec<Passage<'a>>,
    /// The quotation, part by part.
    pub quote: Vec<Passage<'a>>,
    /// What the editor gives beside it.
    texts: Vec<&'a str>,
    /// The same, taken apart when a rule first asks: few do, and notes are long.
    beside: OnceLock<Vec<Passage<'a>>>,
}

/// Some words with their tokens.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// The words.
    pub text: &'a str,
    /// Their tokens.
    pub tokens: Vec<Token>,
}

impl<'a> Wording<'a> {
    /// The wording of a claim on a site of so many languages.
    pub fn of(claim: &'a Claim, languages: usize) -> Self {
        let all = |text: &'a Text| {
            LanguageId::all(languages).filter_map(|language| text.translation(language))
        };
        let context = [&claim.prefix, &claim.suffix];
        let texts = [&claim.hedge, &claim.note];
        let parts = claim.quote.iter();
        let context = context.into_iter().flatten().map(String::as_str);
        let texts = texts.into_iter().flatten().flat_map(all);
        Self {
            says: all(&claim.says).map(Passage::new).collect(),
            quote: parts.map(|part| Passage::new(&part.value)).collect(),
            texts: context.chain(texts).collect(),
            beside: OnceLock::new(),
        }
    }

    /// What the statement rests on: the quotation and what is given beside it.
    pub fn ground(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.quote.iter().chain(self.beside())
    }

    /// What the editor gives beside the quotation: the words around it, the hedge and the note.
    pub fn beside(&self) -> &[Passage<'a>] {
        let texts = || self.texts.iter().copied();
        self.beside
            .get_or_init(|| texts().map(Passage::new).collect())
    }
}

impl<'a> Passage<'a> {
    /// Takes some words apart.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            tokens: tokens(text),
        }
    }

    /// Its words, as far as one can say what they name.
    pub fn words(&self) -> Words<'_> {
        Words::new(self.text, &self.tokens)
    }
}
