use super::character::{
    Character, is_currency, is_digit, is_fixed_space, is_fraction, is_han, is_letter,
    is_mathematical, is_minus, is_percent, is_plain_han,
};
use super::token::{Token, TokenKind};
use unicode_normalization::UnicodeNormalization;

/// Bytes of a word that is not long.
const LIKELY_LENGTH: usize = 16;

/// The tokens of folded characters.
pub fn scan(characters: &[Character]) -> Vec<Token> {
    Scanner {
        characters,
        at: 0,
        tokens: Vec::with_capacity(characters.len() / 5),
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
            } else if is_digit(value) || self.opens_with_point(value) {
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

    fn before(&self, back: usize) -> Option<char> {
        let index = self.at.checked_sub(back)?;
        Some(self.characters[index].value)
    }

    fn letter_at(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(is_letter)
    }

    fn digit_at(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(is_digit)
    }

    fn single(&mut self, value: char, kind: TokenKind) {
        let from = self.at;
        self.at += 1;
        let text = if is_plain_han(value) {
            value.to_string()
        } else {
            value.nfc().collect()
        };
        self.push(from, text, Vec::new(), kind);
    }

    fn push(&mut self, from: usize, text: String, alternatives: Vec<String>, kind: TokenKind) {
        self.tokens.push(Token {
            text,
            alternatives,
            kind,
            start: self.characters[from].start,
            end: self.characters[self.at - 1].end,
        });
    }

    /// Letters with inner apostrophes and hyphens; dotted single letters are one word without dots.
    fn word(&mut self) {
        let from = self.at;
        let mut text = String::with_capacity(LIKELY_LENGTH);
        let mut hyphens_at_breaks = Vec::new();
        // Letters since the last hyphen, and whether dots stood between them.
        let mut letters = 0;
        let mut dotted = false;
        while let Some(value) = self.peek(0) {
            if value.is_ascii_alphabetic() {
                let ahead = self.characters[self.at..].iter().map(|it| it.value);
                let run = ahead.take_while(char::is_ascii_alphabetic);
                let before = text.len();
                text.extend(run.map(|it| it.to_ascii_lowercase()));
                letters += text.len() - before;
                self.at += text.len() - before;
            } else if is_letter(value) {
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
                && let Some(after) = self.letter_after_break(0)
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
        let alternatives = without_hyphens(&text, &hyphens_at_breaks);
        self.push(from, folded(text), alternatives, TokenKind::Word);
    }

    /// How far ahead the next letter stands, where a line ends right after the hyphen at this place.
    fn letter_after_break(&self, hyphen: usize) -> Option<usize> {
        let mut ahead = hyphen + 1;
        let mut broken = false;
        while let Some(value) = self.peek(ahead).filter(|value| value.is_whitespace()) {
            broken |= is_break(value);
            ahead += 1;
        }
        (broken && self.letter_at(ahead) && !self.is_suspended(ahead)).then_some(ahead)
    }

    /// Whether the word ahead shows that the hyphen before it stands for the end of a later word, as in
    /// "medium- and long-term".
    fn is_suspended(&self, ahead: usize) -> bool {
        const BETWEEN: [&str; 3] = ["and", "or", "to"];
        BETWEEN.iter().any(|word| {
            let letters = (ahead..).zip(word.chars());
            let is_word = letters.clone().all(|(at, it)| self.peek(at) == Some(it));
            let after = ahead + word.len();
            let goes_on = self.peek(after) == Some('-') && self.letter_at(after + 1);
            is_word && !self.letter_at(after) && !goes_on
        })
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
        let is_inner_hyphen = || self.letter_at(2) || self.letter_after_break(1).is_some();
        dotted && self.peek(1) == Some('-') && is_inner_hyphen()
    }

    /// Digits with inner points, commas, colons and slashes, or what parts off three digits.
    fn number(&mut self) {
        let from = self.at;
        let mut text = String::new();
        while let Some(value) = self.peek(0) {
            let inner = match value {
                '.' | ',' | ':' | '/' | '·' | '٫' | '٬' => self.digit_at(1),
                '\'' => self.three_digits_next(),
                value if is_fixed_space(value) => self.three_digits_next(),
                value => is_digit(value),
            };
            if !inner {
                break;
            }
            let fixed = is_fixed_space(value);
            text.push(if fixed { '\u{a0}' } else { value });
            self.at += 1;
        }
        self.push(from, text, Vec::new(), TokenKind::Number);
    }

    fn three_digits_next(&self) -> bool {
        (1..=3).all(|ahead| self.digit_at(ahead)) && !self.digit_at(4)
    }

    /// Whether a number begins with its decimal point, so that .5 is not 5.
    fn opens_with_point(&self, value: char) -> bool {
        value == '.' && self.digit_at(1) && self.stands_free() && self.before(1) != Some('.')
    }

    /// A mathematical sign where no more than white space parts it from a number, a minus only where it
    /// touches one and nothing stands before; a row of the same sign is an ornament.
    fn sign(&self, value: char) -> Option<char> {
        let (before, after) = (self.before(1), self.peek(1));
        if is_minus(value) {
            // Two hyphens are a dash as it is typed.
            let is_dashed = before.is_some_and(is_minus);
            let touches = self.stands_free() && !after.is_some_and(char::is_whitespace);
            let is_sign = !is_dashed && (touches || value == '\u{2212}');
            return (is_sign && self.number_ahead(is_other_sign)).then_some('-');
        }
        let in_row = before == Some(value) || after == Some(value);
        (is_mathematical(value) && !in_row && self.has_number()).then_some(value)
    }

    fn has_number(&self) -> bool {
        let mut behind = self.characters[..self.at].iter().rev().map(|it| it.value);
        let behind = behind.find(|it| !it.is_whitespace());
        let ends_number = |it: char| is_digit(it) || is_percent(it) || is_fraction(it);
        behind.is_some_and(ends_number) || self.number_ahead(|it| is_minus(it) || is_other_sign(it))
    }

    /// Whether a number stands ahead with nothing but white space and a few other signs before it.
    fn number_ahead(&self, is_sign: impl Fn(char) -> bool) -> bool {
        const SIGNS: usize = 4;
        let mut signs = 0;
        let mut ahead = 1;
        while let Some(next) = self.peek(ahead) {
            if is_digit(next) || is_fraction(next) {
                return true;
            }
            if next == '.' {
                return self.digit_at(ahead + 1);
            }
            signs += usize::from(is_sign(next));
            if !is_sign(next) && !next.is_whitespace() || signs > SIGNS {
                return false;
            }
            ahead += 1;
        }
        false
    }

    /// Whether what stands here belongs to nothing right before it.
    fn stands_free(&self) -> bool {
        self.before(1).is_none_or(|it| {
            let ends = is_letter(it) || is_digit(it) || is_fraction(it) || is_percent(it);
            !ends && !matches!(it, ')' | ']' | '}')
        })
    }
}

fn is_other_sign(value: char) -> bool {
    is_currency(value) || is_mathematical(value)
}

fn is_break(value: char) -> bool {
    matches!(value, '\n' | '\r')
}

fn is_mark(value: char) -> bool {
    unicode_normalization::char::is_combining_mark(value)
}

/// A word without some or all of the hyphens that stand at these bytes.
fn without_hyphens(word: &str, hyphens: &[usize]) -> Vec<String> {
    // Nobody cuts a word so often; what is beyond that stays or goes with the last.
    const MOST: usize = 4;
    let ways = 1..1_usize << hyphens.len().min(MOST);
    ways.map(|way| {
        let mut joined = String::with_capacity(word.len());
        let mut from = 0;
        for (index, &at) in hyphens.iter().enumerate() {
            let is_dropped = way >> index.min(MOST - 1) & 1 == 1;
            joined.push_str(&word[from..at]);
            from = at + usize::from(is_dropped);
        }
        joined.push_str(&word[from..]);
        folded(joined)
    })
    .collect()
}

/// Unicode NFC in lower case; the sharp and the long s and the final sigma fold as Unicode's case
/// folding has it.
fn folded(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let lower = text.nfc().collect::<String>().to_lowercase();
    let lower = lower.replace('ß', "ss").replace('ς', "σ").replace('ſ', "s");
    lower.nfc().collect()
}
