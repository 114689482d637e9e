use super::character::is_quotation_mark;
use super::locate::Location;
use super::pin::LeftOut;
use super::source_text::SourceText;
use super::token::{Token, tokens};
use std::ops::Range;

/// Words that turn a sentence round.
const NEGATIONS: &[&str] = &[
    "not", "no", "non", "never", "without", "neither", "nor", "cannot", "none", "nothing",
    "nobody", "nowhere", "hardly", "scarcely", "barely", "不", "没", "沒", "无", "無", "未", "非",
    "否", "莫", "勿",
];

/// Characters of negation with another after them with which they mean something else.
const HARMLESS: &[(&str, &str)] = &[
    ("未", "来"),
    ("未", "來"),
    ("非", "常"),
    ("非", "洲"),
    ("无", "人"),
    ("無", "人"),
    ("不", "断"),
    ("不", "斷"),
    ("莫", "斯"),
];

/// Whether a mark of quotation stands inside a part of a quotation or within three words of it.
pub fn has_quotation_marks(source: &SourceText<'_>, location: &Location) -> bool {
    const REACH: usize = 6;
    location.parts.iter().any(|part| {
        let around = source.around(part, REACH);
        around.contains(is_quotation_mark) || has_single_marks(around)
    })
}

/// A single mark of quotation stands before a word or between a stop and a space, an apostrophe inside
/// a word, after one, or before the digits of a decade.
fn has_single_marks(words: &str) -> bool {
    let mut rest = words.char_indices();
    let mut before = None;
    rest.any(|(at, value)| {
        let before = before.replace(value);
        let after = &words[at + value.len_utf8()..];
        let opens = || after.starts_with(char::is_alphanumeric) && !begins_decade(after);
        let closes = || {
            let after_stop = before.is_some_and(|it| matches!(it, '.' | ',' | '!' | '?' | ';'));
            after_stop && (after.is_empty() || after.starts_with(char::is_whitespace))
        };
        match value {
            '‘' | '‚' => true,
            '\'' | '’' => !before.is_some_and(char::is_alphanumeric) && (opens() || closes()),
            _ => false,
        }
    })
}

fn begins_decade(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    digits == 2
}

/// What the words between the parts of a quotation hold.
pub fn left_out(
    source: &SourceText<'_>,
    location: &Location,
    sides: &[(String, Vec<String>)],
) -> LeftOut {
    let gaps = location
        .parts
        .windows(2)
        .map(|pair| pair[0].end..pair[1].start);
    let gaps: Vec<Vec<Part<'_>>> = gaps.map(|gap| parts(source, gap)).collect();
    let negation = gaps.iter().any(|gap| holds_negation(gap));
    let named = |names: &[String]| {
        let names = names.iter().map(|name| (name, tokens(name)));
        names.into_iter().any(|(name, words)| {
            let words: Vec<&str> = words.iter().flat_map(hyphen_parts).collect();
            let is_capital = name.starts_with(char::is_uppercase);
            gaps.iter().any(|gap| holds(gap, &words, is_capital))
        })
    };
    LeftOut {
        negation,
        sides: sides
            .iter()
            .filter(|(_, names)| named(names))
            .map(|(id, _)| id.clone())
            .collect(),
    }
}

/// A word between hyphens, or between hyphen and space.
struct Part<'a> {
    word: &'a str,
    /// Whether a capital letter stands in it or in what it is hyphenated with.
    is_capital: bool,
}

fn parts<'a>(source: &'a SourceText<'_>, gap: Range<usize>) -> Vec<Part<'a>> {
    let tokens = gap.map(|at| (&source.tokens()[at], source.as_read(at)));
    let parts = |(token, read): (&'a Token, &str)| {
        let is_capital = read.contains(char::is_uppercase);
        hyphen_parts(token).map(move |word| Part { word, is_capital })
    };
    tokens.flat_map(parts).collect()
}

fn hyphen_parts(token: &Token) -> impl Iterator<Item = &str> {
    token.text.split('-')
}

fn holds_negation(gap: &[Part<'_>]) -> bool {
    let words = gap.iter().map(|part| part.word);
    let next = words.clone().skip(1).map(Some).chain([None]);
    words.zip(next).any(|(word, next)| {
        let is_harmless = next.is_some_and(|next| HARMLESS.contains(&(word, next)));
        (NEGATIONS.contains(&word) || word.ends_with("n't")) && !is_harmless
    })
}

/// Whether a name stands among some words, be it in the genitive; one that is written with a capital
/// letter is not the pronoun that "US" would be without.
fn holds(gap: &[Part<'_>], name: &[&str], is_capital: bool) -> bool {
    let is = |part: &Part<'_>, word: &str| {
        part.word == word || part.word.strip_suffix("'s") == Some(word)
    };
    !name.is_empty()
        && gap.windows(name.len()).any(|window| {
            let alike = window.iter().zip(name).all(|(part, word)| is(part, word));
            alike && (!is_capital || window.iter().any(|part| part.is_capital))
        })
}
