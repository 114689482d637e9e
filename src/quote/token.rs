use super::character::{
    Character, fold, is_currency, is_digit, is_fraction, is_han, is_letter, is_percent,
    mathematical,
};
use unicode_normalization::UnicodeNormalization;

/// A word, number, Han character or sign, with the bytes of the text that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its folded form, by which tokens are compared: Unicode NFC, in lower case.
    pub text: String,
    /// Its form without the hyphens at which lines end, where there are any.
    pub alternative: Option<String>,
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
    /// Whether this token of a source is that token of a quotation.
    pub fn is(&self, quoted: &Self) -> bool {
        self.text == quoted.text || self.alternative.as_ref() == Some(&quoted.text)
    }
}

/// Half-words of some tokens: a word or a number is two, a Han character one, a sign none.
pub fn weight(tokens: &[Token]) -> usize {
    tokens.iter().map(|token| half_words(token.kind)).sum()
}

/// Half-words of a kind of token.
pub(super) fn half_words(kind: TokenKind) -> usize {
    match kind {
        TokenKind::Word | TokenKind::Number => 2,
        TokenKind::Han => 1,
        TokenKind::Sign => 0,
    }
}

/// The tokens of plain text.
pub fn tokens(text: &str) -> Vec<Token> {
    let characters: Vec<Character> = fold(text, 0..text.len()).collect();
    scan(&characters)
}

/// The tokens of folded characters.
pub(super) fn scan(characters: &[Character]) -> Vec<Token> {
    Scanner {
        characters,
        at: 0,
        tokens: Vec::with_capacity(characters.len() / 6),
    }
    .run()
}

struct Scanner<'a> {
    characters: &'a [Character],
    at: usize,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn run(mut self) -> Vec<Token> {
        while let Some(value) = self.peek(0) {
            if is_han(value) {
                self.single(value, TokenKind::Han);
            } else if is_letter(value) {
                self.word();
            } else if is_digit(value) {
                self.number();
            } else if is_fraction(value) {
                self.single(value, TokenKind::Number);
            } else if is_currency(value) || is_percent(value) {
                self.single(value, TokenKind::Sign);
            } else if let Some(sign) = self.sign(value) {
                self.single(sign, TokenKind::Sign);
            } else {
                self.at += 1;
            }
        }
        self.tokens
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        let character = self.characters.get(self.at + ahead)?;
        Some(character.value)
    }

    fn before(&self) -> Option<char> {
        let index = self.at.checked_sub(1)?;
        Some(self.characters[index].value)
    }

    /// A mathematical sign where it touches a number; a hyphen is a minus where nothing stands before.
    fn sign(&self, value: char) -> Option<char> {
        let opens = self
            .peek(1)
            .is_some_and(|next| is_digit(next) || is_currency(next));
        let before = self.before();
        if value == '-' {
            let free = before.is_none_or(|before| !is_letter(before) && !is_digit(before));
            return (opens && free).then_some('-');
        }
        let touches = opens || before.is_some_and(is_digit);
        mathematical(value).filter(|_| touches)
    }

    fn single(&mut self, value: char, kind: TokenKind) {
        let from = self.at;
        self.at += 1;
        self.push(from, value.nfc().collect(), None, kind);
    }

    fn push(&mut self, from: usize, text: String, alternative: Option<String>, kind: TokenKind) {
        self.tokens.push(Token {
            text,
            alternative,
            kind,
            start: self.characters[from].start,
            end: self.characters[self.at - 1].end,
        });
    }

    /// Letters with inner apostrophes and hyphens; dotted single letters are one word without dots.
    fn word(&mut self) {
        let from = self.at;
        let mut text = String::new();
        let mut hyphens_at_breaks = Vec::new();
        // Letters since the last hyphen, and whether dots stood between them.
        let mut letters = 0;
        let mut dotted = false;
        while let Some(value) = self.peek(0) {
            if is_letter(value) {
                if dotted && letters > 0 && self.before() != Some('.') && !is_mark(value) {
                    break;
                }
                text.push(value);
                letters += usize::from(!is_mark(value));
                self.at += 1;
            } else if value == '\'' && self.letter_at(1) && !dotted {
                text.push('\'');
                self.at += 1;
            } else if value == '-' && self.letter_at(1) {
                text.push('-');
                (letters, dotted) = (0, false);
                self.at += 1;
            } else if value == '-'
                && let Some(after) = self.letter_after_break()
            {
                hyphens_at_breaks.push(text.len());
                text.push('-');
                (letters, dotted) = (0, false);
                self.at += after;
            } else if value == '.' && self.continues_dotted(letters, dotted) {
                dotted = true;
                self.at += 1;
            } else {
                break;
            }
        }
        let alternative = (!hyphens_at_breaks.is_empty()).then(|| {
            let mut joined = text.clone();
            for &at in hyphens_at_breaks.iter().rev() {
                joined.remove(at);
            }
            folded(&joined)
        });
        self.push(from, folded(&text), alternative, TokenKind::Word);
    }

    fn letter_at(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(is_letter)
    }

    /// How far ahead the next letter stands, where a line ends right after a hyphen.
    fn letter_after_break(&self) -> Option<usize> {
        let mut ahead = 1;
        let mut broken = false;
        while let Some(value) = self.peek(ahead).filter(|value| value.is_whitespace()) {
            broken |= value == '\n' || value == '\r';
            ahead += 1;
        }
        (broken && self.letter_at(ahead)).then_some(ahead)
    }

    /// Whether a dot stands between single letters, or closes them before a hyphen.
    fn continues_dotted(&self, letters: usize, dotted: bool) -> bool {
        let single = letters == 1 || dotted;
        if !single {
            return false;
        }
        if self.letter_at(1) {
            let after = self.peek(2);
            return !after.is_some_and(|after| is_letter(after) || after == '\'');
        }
        dotted && self.peek(1) == Some('-') && self.letter_at(2)
    }

    /// Digits with inner points, commas, colons and slashes, or a fixed space before three digits.
    fn number(&mut self) {
        let from = self.at;
        let mut text = String::new();
        while let Some(value) = self.peek(0) {
            let digit_next = self.peek(1).is_some_and(is_digit);
            let inner = match value {
                '.' | ',' | ':' | '/' => digit_next,
                '\u{a0}' | '\u{2009}' | '\u{202f}' => self.three_digits_next(),
                _ => is_digit(value),
            };
            if !inner {
                break;
            }
            text.push(if value.is_whitespace() {
                '\u{a0}'
            } else {
                value
            });
            self.at += 1;
        }
        self.push(from, text, None, TokenKind::Number);
    }

    fn three_digits_next(&self) -> bool {
        let digit = |ahead| self.peek(ahead).is_some_and(is_digit);
        digit(1) && digit(2) && digit(3) && !digit(4)
    }
}

fn is_mark(value: char) -> bool {
    unicode_normalization::char::is_combining_mark(value)
}

/// Unicode NFC in lower case; the sharp s and the final sigma fold as Unicode's case folding has it.
fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = text.nfc().collect::<String>().to_lowercase();
    lower.replace('ß', "ss").replace('ς', "σ").nfc().collect()
}
