use super::added::added;
use super::character::is_direction;
use super::failure::{Failure, Nearest};
use super::line::one_line;
use super::nearest::nearest;
use super::number::parted;
use super::placement::{first_gap, placements};
use super::source_text::SourceText;
use super::token::{Token, tokens, weight};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Half-words that a whole quotation and each part of it have at least.
const LEAST: usize = 8;
const LEAST_OF_PART: usize = 4;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Quotation<'a> {
    /// Its parts, in the order of the text; at least one.
    pub parts: &'a [&'a str],
    /// Words right before the first part.
    pub prefix: Option<&'a str>,
    /// Words right after the last part.
    pub suffix: Option<&'a str>,
}

/// Where a quotation stands: the tokens of each part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// One range of tokens for each part.
    pub parts: Vec<Range<usize>>,
}

impl Location {
    /// From the first token to the last, with whatever stands between parts.
    pub fn span(&self) -> Range<usize> {
        let first = self.parts.first().map_or(0, |part| part.start);
        let last = self.parts.last().map_or(0, |part| part.end);
        first..last
    }
}

/// Finds a quotation at exactly one place.
///
/// # Errors
///
/// Where it is too short, not there, there more than once, or cuts a number from its sign. A match is
/// never approximate.
pub fn locate(source: &SourceText<'_>, quotation: &Quotation<'_>) -> Result<Location, Failure> {
    let parts = read(quotation).map_err(|failure| with_place(source, quotation, failure))?;
    let places: Vec<Vec<usize>> = parts.iter().map(|part| occurrences(source, part)).collect();
    if let Some(part) = places.iter().position(Vec::is_empty) {
        return Err(missing(source, part, quotation.parts[part], &parts[part]));
    }
    let context = Context {
        prefix: tokens(quotation.prefix.unwrap_or_default()),
        suffix: tokens(quotation.suffix.unwrap_or_default()),
    };
    let fitting = context.fitting(source, &parts, places.clone());
    let found = placements(source, &parts, fitting);
    match found.as_slice() {
        [] => Err(misplaced(source, &parts, &places)),
        [location] => {
            whole_numbers(source, location)?;
            nothing_added(source, location, quotation)?;
            Ok(location.clone())
        }
        [first, second, ..] => Err(Failure::Ambiguous {
            places: found.len(),
            around: [first, second].map(|it| surroundings(source, it)).into(),
        }),
    }
}

/// Whether a quotation has words enough and no editor's marks inside, whatever the text.
///
/// # Errors
///
/// [`Failure::TooShort`] and [`Failure::InBrackets`].
pub fn well_formed(quotation: &Quotation<'_>) -> Result<(), Failure> {
    read(quotation).map(|_| ())
}

/// The tokens of each part, if the quotation has words enough and no editor's marks inside.
fn read(quotation: &Quotation<'_>) -> Result<Vec<Vec<Token>>, Failure> {
    if let Some(part) = quotation.parts.iter().position(|part| is_edited(part)) {
        return Err(Failure::InBrackets { part });
    }
    let parts: Vec<Vec<Token>> = quotation.parts.iter().map(|part| tokens(part)).collect();
    if let Some(part) = parts.iter().position(|part| weight(part) < LEAST_OF_PART) {
        return Err(too_short(Some(part)));
    }
    let whole: usize = parts.iter().map(|part| weight(part)).sum();
    if whole < LEAST {
        return Err(too_short(None));
    }
    Ok(parts)
}

fn too_short(part: Option<usize>) -> Failure {
    Failure::TooShort { part, beside: None }
}

/// Adds to the report of a part that is too short what stands around another one.
fn with_place(source: &SourceText<'_>, quotation: &Quotation<'_>, failure: Failure) -> Failure {
    let Failure::TooShort {
        part: Some(part), ..
    } = failure
    else {
        return failure;
    };
    let others = quotation.parts.iter().map(|part| tokens(part));
    let beside = others
        .filter(|other| weight(other) >= LEAST_OF_PART)
        .find_map(|other| match occurrences(source, &other).as_slice() {
            [place] => {
                let parts = std::iter::once(*place..place + other.len()).collect();
                Some(surroundings(source, &Location { parts }))
            }
            _ => None,
        });
    Failure::TooShort {
        part: Some(part),
        beside,
    }
}

/// Whether an editor's brackets or dots stand in some words.
fn is_edited(words: &str) -> bool {
    let has = |marks: &[char]| words.contains(marks);
    has(&['[', '［']) && has(&[']', '］'])
        || has(&['…', '⋯', '‥'])
        || ["...", ". . .", "。。"]
            .iter()
            .any(|dots| words.contains(dots))
}

/// The tokens at which a part stands.
pub fn occurrences(source: &SourceText<'_>, part: &[Token]) -> Vec<usize> {
    // The rarest token of the part leaves the fewest places to look at.
    let rarest = (0..part.len()).min_by_key(|&at| source.frequency(&part[at]));
    let Some(rarest) = rarest else {
        return Vec::new();
    };
    let candidates = source.places(&part[rarest]).into_iter();
    candidates
        .filter_map(|place| place.checked_sub(rarest))
        .filter(|&start| source.has(part, start))
        .collect()
}

/// Why parts that are all there cannot be placed.
fn misplaced(source: &SourceText<'_>, parts: &[Vec<Token>], places: &[Vec<usize>]) -> Failure {
    if let Some(found) = placements(source, parts, places.to_vec()).first() {
        return Failure::WrongContext {
            found: surroundings(source, found),
        };
    }
    if let Some((part, half_words)) = first_gap(source, parts, places) {
        let words = half_words.div_ceil(2);
        return Failure::Apart { part, words };
    }
    let mut found: Vec<Range<usize>> = parts
        .iter()
        .zip(places)
        .map(|(part, places)| places[0]..places[0] + part.len())
        .collect();
    found.sort_by_key(|part| (part.start, part.end));
    Failure::OutOfOrder {
        found: printed(source, found),
    }
}

fn missing(source: &SourceText<'_>, part: usize, words: &str, tokens: &[Token]) -> Failure {
    match nearest(source, words, tokens) {
        Some(nearest) if nearest.differs_in_number => Failure::AlteredNumber {
            part,
            nearest: nearest.passage,
        },
        nearest => Failure::NotFound {
            part,
            nearest: nearest.map(|it| it.passage),
        },
    }
}

struct Context {
    prefix: Vec<Token>,
    suffix: Vec<Token>,
}

impl Context {
    /// The places of the first part right after the prefix, and of the last right before the suffix.
    fn fitting(
        &self,
        source: &SourceText<'_>,
        parts: &[Vec<Token>],
        mut places: Vec<Vec<usize>>,
    ) -> Vec<Vec<usize>> {
        if let (Some(first), false) = (places.first_mut(), self.prefix.is_empty()) {
            first.retain(|place| {
                let start = place.checked_sub(self.prefix.len());
                start.is_some_and(|start| source.has(&self.prefix, start))
            });
        }
        if let (Some(places), Some(part), false) =
            (places.last_mut(), parts.last(), self.suffix.is_empty())
        {
            places.retain(|place| source.has(&self.suffix, place + part.len()));
        }
        places
    }
}

/// The parts as printed, with a few words before the first and after the last.
fn surroundings(source: &SourceText<'_>, location: &Location) -> String {
    const REACH: usize = 5;
    let mut parts = location.parts.clone();
    if let Some(first) = parts.first_mut() {
        first.start = first.start.saturating_sub(REACH);
    }
    if let Some(last) = parts.last_mut() {
        last.end = (last.end + REACH).min(source.tokens().len());
    }
    printed(source, parts)
}

fn printed(source: &SourceText<'_>, parts: Vec<Range<usize>>) -> String {
    let printed = parts.into_iter().map(|part| one_line(source.printed(part)));
    printed.collect::<Vec<_>>().join(" … ")
}

/// No part begins or ends inside a number, or between it and its sign or its "per cent".
fn whole_numbers(source: &SourceText<'_>, location: &Location) -> Result<(), Failure> {
    for (part, range) in location.parts.iter().enumerate() {
        for cut in [range.start, range.end] {
            if let Some(whole) = parted(source, cut) {
                let whole = one_line(source.printed(whole));
                return Err(Failure::CutNumber { part, whole });
            }
        }
    }
    Ok(())
}

/// No part has a sign that the passage does not have.
fn nothing_added(
    source: &SourceText<'_>,
    location: &Location,
    quotation: &Quotation<'_>,
) -> Result<(), Failure> {
    for (part, range) in location.parts.iter().enumerate() {
        let added = added(source, range, quotation.parts[part]);
        if !added.is_empty() {
            let nearest = Some(Nearest {
                mended: source.line_as_read(range),
                marked: one_line(source.printed(range.clone())),
                extra: added.into_iter().map(shown).collect(),
            });
            return Err(Failure::NotFound { part, nearest });
        }
    }
    Ok(())
}

/// A sign, by its number where it cannot be seen by itself.
fn shown(sign: char) -> String {
    if is_direction(sign) || is_combining_mark(sign) {
        format!("U+{:04X}", u32::from(sign))
    } else {
        sign.to_string()
    }
}
