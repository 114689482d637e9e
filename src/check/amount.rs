use super::glossary::Glossary;
use super::wording::Passage;
use crate::quote::{Token, TokenKind};
use std::sync::LazyLock;

/// A number that a passage holds, in digits or in words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount<'a> {
    /// The number.
    pub value: f64,
    /// As written.
    pub words: &'a str,
    /// Whether it is written in digits.
    pub is_digits: bool,
    /// Whether it cannot be anything but a number: `one` and `two` are pronouns as well.
    pub is_certain: bool,
}

/// Words for numbers below a hundred, and for shares and multiples.
const WORDS: &[(f64, &[&str])] = &[
    (0.5, &["half", "halve", "halved", "halves", "halving", "半"]),
    (0.5, &["second"]),
    (1.0 / 3.0, &["third", "thirds"]),
    (0.25, &["quarter", "quarters"]),
    (0.2, &["fifth", "fifths"]),
    (1.0, &["one", "一"]),
    (2.0, &["two", "both", "pair", "二", "两", "兩"]),
    (
        2.0,
        &[
            "double", "doubled", "doubles", "doubling", "twice", "twofold",
        ],
    ),
    (3.0, &["three", "三"]),
    (
        3.0,
        &[
            "triple",
            "tripled",
            "triples",
            "tripling",
            "thrice",
            "threefold",
        ],
    ),
    (4.0, &["four", "quadruple", "quadrupled", "fourfold", "四"]),
    (5.0, &["five", "fivefold", "五"]),
    (6.0, &["six", "六"]),
    (7.0, &["seven", "七"]),
    (8.0, &["eight", "八"]),
    (9.0, &["nine", "九"]),
    (10.0, &["ten", "tenfold"]),
    (11.0, &["eleven"]),
    (12.0, &["twelve", "dozen"]),
    (13.0, &["thirteen"]),
    (14.0, &["fourteen"]),
    (15.0, &["fifteen"]),
    (16.0, &["sixteen"]),
    (17.0, &["seventeen"]),
    (18.0, &["eighteen"]),
    (19.0, &["nineteen"]),
    (20.0, &["twenty"]),
    (30.0, &["thirty"]),
    (40.0, &["forty"]),
    (50.0, &["fifty"]),
    (60.0, &["sixty"]),
    (70.0, &["seventy"]),
    (80.0, &["eighty"]),
    (90.0, &["ninety"]),
];

/// Words among them that need not mean a number.
const UNCERTAIN: &[&str] = &[
    "one", "two", "both", "pair", "second", "third", "thirds", "quarter", "quarters", "fifth",
    "fifths",
];

/// Words that multiply what stands before them.
const SCALES: &[(f64, &[&str])] = &[
    (10.0, &["十"]),
    (100.0, &["hundred", "百"]),
    (1e3, &["thousand", "千"]),
    (1e4, &["万", "萬"]),
    (1e6, &["million"]),
    (1e8, &["亿", "億"]),
    (1e9, &["billion"]),
    (1e12, &["trillion"]),
];

/// The numbers of a passage, in their order.
pub fn amounts<'a>(passage: &Passage<'a>) -> Vec<Amount<'a>> {
    let mut amounts = Vec::new();
    let mut reading: Option<Reading> = None;
    for token in &passage.tokens {
        for word in token.parts() {
            let piece = Piece::of(word, token);
            if let (Some(reading), Some(piece)) = (&mut reading, &piece)
                && reading.take(piece, token)
            {
                continue;
            }
            let next = piece.map(|piece| Reading::begin(&piece, token));
            let before = std::mem::replace(&mut reading, next);
            amounts.extend(before.map(|it| it.amount(passage.text)));
        }
    }
    amounts.extend(reading.map(|it| it.amount(passage.text)));
    amounts
}

/// One word of a number.
#[derive(Clone, Copy)]
enum Piece {
    Digits(f64),
    /// Its value, and whether it may be a pronoun.
    Word(f64, bool),
    Scale(f64),
}

impl Piece {
    fn of(word: &str, token: &Token) -> Option<Self> {
        if token.kind == TokenKind::Number {
            let digits = |c: &char| c.is_ascii_digit() || *c == '.';
            let digits: String = token.text.chars().filter(digits).collect();
            return digits.parse().ok().map(Self::Digits);
        }
        PIECES.meanings(word).next().copied()
    }
}

/// The pieces that are words.
static PIECES: LazyLock<Glossary<Piece>> = LazyLock::new(|| {
    let scales = SCALES.iter().flat_map(|(value, words)| {
        let piece = |&word| (word, Piece::Scale(*value));
        words.iter().map(piece)
    });
    let words = WORDS.iter().flat_map(|(value, words)| {
        let piece = |&word| (word, Piece::Word(*value, UNCERTAIN.contains(&word)));
        words.iter().map(piece)
    });
    Glossary::new(scales.chain(words))
});

/// A number of which some words have been read.
struct Reading {
    /// Thousands, millions and so on that are complete.
    whole: f64,
    /// What the next of them multiplies.
    part: f64,
    /// The last digit word, which a Chinese scale multiplies.
    unit: f64,
    start: usize,
    end: usize,
    pieces: usize,
    is_digits: bool,
    is_pronoun: bool,
    is_han: bool,
}

impl Reading {
    fn begin(piece: &Piece, token: &Token) -> Self {
        let mut reading = Self {
            whole: 0.0,
            part: 0.0,
            unit: 0.0,
            start: token.start,
            end: token.end,
            pieces: 1,
            is_digits: false,
            is_pronoun: false,
            is_han: token.kind == TokenKind::Han,
        };
        match piece {
            Piece::Digits(value) => {
                reading.unit = *value;
                reading.is_digits = true;
            }
            Piece::Word(value, is_pronoun) => {
                reading.unit = *value;
                reading.is_pronoun = *is_pronoun;
            }
            // "A hundred", and 十; the plural, which is vague, is no scale.
            Piece::Scale(value) => {
                reading.part = *value;
                reading.is_pronoun = true;
            }
        }
        reading
    }

    /// Whether the word goes on with this number; if so, it has been taken.
    fn take(&mut self, piece: &Piece, token: &Token) -> bool {
        let goes_on = match piece {
            Piece::Digits(_) => false,
            Piece::Word(value, _) => {
                let fits = self.unit == 0.0 || (self.unit >= 20.0 && *value < 10.0);
                fits && *value >= 1.0 && !self.is_digits
            }
            Piece::Scale(_) => true,
        };
        if !goes_on || (self.is_han && token.start != self.end) {
            return false;
        }
        match piece {
            Piece::Digits(_) => {}
            Piece::Word(value, _) => self.unit += value,
            Piece::Scale(scale) if *scale < 1e3 || (self.is_han && *scale < 1e4) => {
                self.part += if self.unit == 0.0 { 1.0 } else { self.unit } * scale;
                self.unit = 0.0;
            }
            Piece::Scale(scale) => {
                self.whole += (self.part + self.unit) * scale;
                (self.part, self.unit) = (0.0, 0.0);
            }
        }
        self.end = token.end;
        self.pieces += 1;
        true
    }

    fn amount(self, text: &str) -> Amount<'_> {
        let value = self.whole + self.part + self.unit;
        let words = &text[self.start..self.end];
        // 万一 and 千万 are adverbs, and one Chinese numeral alone is mostly part of another word.
        let is_adverb = matches!(words, "万一" | "千万" | "一一" | "萬一" | "千萬");
        let is_word = if self.is_han {
            self.pieces > 1 && !is_adverb
        } else {
            self.pieces > 1 || !self.is_pronoun
        };
        Amount {
            value,
            words,
            is_digits: self.is_digits,
            is_certain: self.is_digits || is_word,
        }
    }
}

/// Whether two numbers are one, be it once as a share and once in per cent.
pub fn is_same(one: f64, other: f64) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    near(one, other)
        || (one < 1.0 && near(one * 100.0, other))
        || (other < 1.0 && near(one, other * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certain(text: &str) -> Vec<f64> {
        let passage = Passage::new(text);
        let amounts = amounts(&passage).into_iter();
        amounts
            .filter(|it| it.is_certain)
            .map(|it| it.value)
            .collect()
    }

    #[test]
    fn numbers_are_read_in_digits_and_words() {
        for (text, values) in [
            ("57 per cent of 1,400 firms", vec![57.0, 1400.0]),
            ("12 million and 3.5 billion", vec![12e6, 3.5e9]),
            ("nine strategies, twenty-five firms", vec![9.0, 25.0]),
            ("three hundred thousand", vec![300_000.0]),
            ("two hundred forty", vec![240.0]),
            ("doubled by 2030, then half", vec![2.0, 2030.0, 0.5]),
            ("one of the two sides, both one-sided, a hundred", vec![]),
            ("thousands of firms", vec![]),
            ("三千五百家, 五十七", vec![3500.0, 57.0]),
            ("3000万人", vec![3e7]),
            ("一个国家, 万一, 十分", vec![]),
        ] {
            assert_eq!(certain(text), values, "{text}");
        }
    }

    #[test]
    fn a_share_is_the_same_in_per_cent() {
        assert!(is_same(0.5, 50.0) && is_same(50.0, 0.5) && is_same(7.0, 7.0));
        assert!(!is_same(7.0, 57.0) && !is_same(5.0, 500.0));
    }
}
