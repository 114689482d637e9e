use super::character::fold;
use super::scanner::scan;

/// A word, number, Han character or sign, with the bytes of the text that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its folded form, by which tokens are compared: Unicode NFC, in lower case.
    pub text: String,
    /// Its forms without some of the hyphens at which lines end, or without all.
    pub alternatives: Vec<String>,
    /// What it is.
    pub kind: TokenKind,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and marks.
    Word,
    /// Digits.
    Number,
    /// One Han character.
    Han,
    /// A sign of currency, of a share, or of mathematics.
    Sign,
}

impl Token {
    /// Its forms: with the hyphens at which lines end, and without.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.text.as_str()).chain(self.alternatives.iter().map(String::as_str))
    }

    /// Whether two tokens are the same, be it without the hyphens at which lines end.
    pub fn is(&self, other: &Self) -> bool {
        self.text == other.text
            || !(self.alternatives.is_empty() && other.alternatives.is_empty())
                && self.forms().any(|form| other.forms().any(|it| it == form))
    }

    /// What hyphens join in it.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let most = match self.kind {
            TokenKind::Han => 1,
            _ => usize::MAX,
        };
        self.text.splitn(most, '-')
    }

    /// Half-words: a word or a number is two, a Han character one, a sign none.
    pub(super) fn weight(&self) -> usize {
        match self.kind {
            TokenKind::Word | TokenKind::Number => 2,
            TokenKind::Han => 1,
            TokenKind::Sign => 0,
        }
    }
}

/// Half-words of some tokens: a word or a number is two, a Han character one, a sign none.
pub fn weight(tokens: &[Token]) -> usize {
    tokens.iter().map(Token::weight).sum()
}

/// The tokens of plain text.
pub fn tokens(text: &str) -> Vec<Token> {
    scan(&fold(text))
}
