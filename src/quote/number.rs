use super::character::{is_currency, is_fraction, is_minus, is_percent};
use super::source_text::SourceText;
use super::token::{Token, TokenKind};
use std::ops::Range;

const UNITS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];
const TEENS: &[&str] = &[
    "zero",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "half",
];
const TENS: &[&str] = &[
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const SCALES: &[&str] = &[
    "dozen", "hundred", "thousand", "million", "billion", "trillion", "bn", "mn",
];
const SHARES: &[&str] = &["percent", "per-cent", "pct", "percentage"];
const HAN: &str = "〇零一二三四五六七八九十百千万萬亿億兆两兩";

/// Whether a token holds a number: in digits, in words, or in a Han character, but for the most common.
pub fn is_number(token: &Token) -> bool {
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => is_number_word(token),
        TokenKind::Han => token.text != "一" && is_han_number(token),
        TokenKind::Sign => false,
    }
}

fn is_number_word(token: &Token) -> bool {
    let known = [UNITS, TEENS, TENS, SCALES];
    let is_known = |word: &str| known.iter().any(|words| words.contains(&word));
    token.text.split('-').all(is_known)
}

fn is_han_number(token: &Token) -> bool {
    token.kind == TokenKind::Han && HAN.contains(&token.text)
}

/// What a cut before this token would part that belongs together: a number and its sign, its
/// "per cent", its "million" or the rest of its digits.
pub fn parted(source: &SourceText<'_>, cut: usize) -> Option<Range<usize>> {
    if cut == 0 || cut >= source.tokens().len() {
        return None;
    }
    let seam = Seam { source, cut };
    let (back, ahead) = seam
        .digits()
        .or_else(|| seam.sign())
        .or_else(|| seam.share())
        .or_else(|| seam.words())
        .or_else(|| seam.han())?;
    Some(cut - back..cut + ahead)
}

/// Two neighbouring tokens; what is found are the tokens before and after that belong together.
struct Seam<'a> {
    source: &'a SourceText<'a>,
    cut: usize,
}

impl<'a> Seam<'a> {
    /// A token by its distance from the cut, 0 the one after it and -1 the one before it.
    fn token(&self, distance: isize) -> Option<&'a Token> {
        let at = self.cut.checked_add_signed(distance)?;
        self.source.tokens().get(at)
    }

    fn is(&self, distance: isize, test: impl Fn(&Token) -> bool) -> bool {
        self.token(distance).is_some_and(test)
    }

    fn text(&self, distance: isize) -> &'a str {
        self.token(distance).map_or("", |token| &token.text)
    }

    /// What stands between a token and the next; nothing that is seen where there is no next.
    fn gap(&self, distance: isize) -> &'a str {
        let at = self.cut.checked_add_signed(distance);
        let at = at.filter(|at| at + 1 < self.source.tokens().len());
        at.map_or("", |at| self.source.between(at))
    }

    fn touches(&self, distance: isize) -> bool {
        self.gap(distance).is_empty()
    }

    fn is_near(&self, distance: isize) -> bool {
        self.gap(distance).chars().all(char::is_whitespace)
    }

    /// 1 | 500, 1 | ½, 5 | -7 and 5 | bn.
    fn digits(&self) -> Option<(usize, usize)> {
        let number = |token: &Token| token.kind == TokenKind::Number;
        if !self.is(-1, number) {
            return None;
        }
        if self.is(0, |token| token.kind == TokenKind::Word) {
            return self.touches(-1).then_some((1, 1));
        }
        if !self.is(0, number) {
            return None;
        }
        let (before, after) = (self.text(-1), self.text(0));
        let group = before.rsplit(['.', ',', '\u{a0}']).next().unwrap_or(before);
        let three_digits = after.len() == 3 && after.bytes().all(|it| it.is_ascii_digit());
        let fraction = after.contains('/') || after.starts_with(is_fraction);
        let range = |gap: &str| {
            let mut values = gap.chars();
            values.next().is_some_and(is_minus) && values.next().is_none()
        };
        let goes_on = group.len() <= 3 && (three_digits || fraction);
        let belong = self.is_near(-1) && goes_on || range(self.gap(-1));
        belong.then_some((1, 1))
    }

    /// 57 | %, € | 5, - | $5: a sign belongs to the number that it touches, else to both beside it.
    fn sign(&self) -> Option<(usize, usize)> {
        if !self.is_near(-1) {
            return None;
        }
        let sign = |token: &Token| token.kind == TokenKind::Sign;
        let number = |token: &Token| token.kind == TokenKind::Number;
        let word = |token: &Token| token.kind == TokenKind::Word;
        let share = |token: &Token| sign(token) && token.text.starts_with(is_percent);
        let belong = match (self.is(-1, sign), self.is(0, sign)) {
            (false, true) => {
                let leans_ahead = self.is(1, number) && self.touches(0) && !self.is(0, share);
                let is_code = self.is(-1, word) && self.text(0).starts_with(is_currency);
                self.is(-1, number) && (self.touches(-1) || !leans_ahead)
                    || is_code && self.touches(-1)
            }
            (true, false) => {
                let leans_back = self.is(-2, number) && self.touches(-2);
                !self.is(-1, share) && self.is(0, number) && (self.touches(-1) || !leans_back)
            }
            (true, true) => self.touches(-1) || !self.is(-1, share),
            (false, false) => false,
        };
        belong.then_some((1, 1))
    }

    /// 57 | per cent, 57 per | cent, seven | percent.
    fn share(&self) -> Option<(usize, usize)> {
        let is_near = self.is_near(-1);
        if is_near && self.is(-1, is_number) && SHARES.contains(&self.text(0)) {
            return Some((1, 1));
        }
        let is_share =
            |at: isize| self.text(at) == "per" && matches!(self.text(at + 1), "cent" | "mille");
        if is_near && self.is(-1, is_number) && is_share(0) {
            return Some((1, 2));
        }
        (is_near && is_share(-1) && self.is(-2, is_number)).then_some((2, 1))
    }

    /// 5 | million, fifty | seven, one hundred | and fifty.
    fn words(&self) -> Option<(usize, usize)> {
        let word = |distance| self.is(distance, |it| it.kind == TokenKind::Word && is_number(it));
        let among = |distance, words: &[&str]| {
            let last = self.text(distance).rsplit('-').next();
            last.is_some_and(|last| words.contains(&last)) && self.is(distance, is_number)
        };
        let is_near = self.is_near(-1);
        if is_near && self.is(-1, is_number) && among(0, SCALES) {
            return Some((1, 1));
        }
        if is_near && word(0) && (among(-1, SCALES) || among(-1, TENS) && among(0, UNITS)) {
            return Some((1, 1));
        }
        if is_near && among(-1, SCALES) && self.text(0) == "and" && word(1) && self.is_near(0) {
            return Some((1, 2));
        }
        let after_and = self.text(-1) == "and" && among(-2, SCALES) && self.is_near(-2);
        (is_near && after_and && word(0)).then_some((2, 1))
    }

    /// 五 | 百, 5 | 亿, 百分之 | 五, 三 | 点五.
    fn han(&self) -> Option<(usize, usize)> {
        let number = |distance| {
            self.is(distance, |it| {
                it.kind == TokenKind::Number || is_han_number(it)
            })
        };
        let point = |distance| matches!(self.text(distance), "点" | "點");
        let parted = |distance| self.text(distance) == "分" && self.text(distance + 1) == "之";
        if !self.is_near(-1) {
            return None;
        }
        let han_beside = self.is(-1, is_han_number) || self.is(0, is_han_number);
        if han_beside && number(-1) && number(0) {
            return Some((1, 1));
        }
        if number(-1) && parted(0) || number(-1) && point(0) && number(1) {
            return Some((1, 2));
        }
        if number(0) && number(-2) && point(-1) || number(0) && parted(-2) {
            return Some((2, 1));
        }
        (parted(-1) && number(-2)).then_some((2, 1))
    }
}
