use super::failure::Failure;
use super::nearest::{is_number, nearest, one_line};
use super::source_text::SourceText;
use super::token::{Token, TokenKind, tokens, weight};
use std::ops::Range;

/// Half-words that a whole quotation and each part of it have at least.
const LEAST: usize = 8;
const LEAST_OF_PART: usize = 4;
/// Half-words that may stand between two parts: 150 words or 300 Han characters.
const FARTHEST: usize = 300;

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
    let parts = read(quotation)?;
    let places: Vec<Vec<usize>> = parts.iter().map(|part| occurrences(source, part)).collect();
    if let Some(part) = places.iter().position(Vec::is_empty) {
        return Err(missing(source, part, quotation.parts[part], &parts[part]));
    }
    let found = placements(source, &parts, &places);
    if found.is_empty() {
        return Err(misplaced(source, &parts, &places));
    }
    let context = Context {
        prefix: tokens(quotation.prefix.unwrap_or_default()),
        suffix: tokens(quotation.suffix.unwrap_or_default()),
    };
    let mut fitting = found.iter().filter(|place| context.fits(source, place));
    let Some(location) = fitting.next() else {
        return Err(Failure::WrongContext {
            found: surroundings(source, &found[0]),
        });
    };
    if fitting.next().is_some() {
        let fitting = found.iter().filter(|place| context.fits(source, place));
        return Err(Failure::Ambiguous {
            places: fitting.clone().count(),
            around: fitting.take(2).map(|it| surroundings(source, it)).collect(),
        });
    }
    whole_numbers(source, location)?;
    Ok(location.clone())
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
    let is_elided = |part: &&str| {
        let inner = part.contains("[") && part.contains("]");
        inner || part.contains('…') || part.contains("...")
    };
    if let Some(part) = quotation.parts.iter().position(|part| is_elided(&part)) {
        return Err(Failure::InBrackets { part });
    }
    let parts: Vec<Vec<Token>> = quotation.parts.iter().map(|part| tokens(part)).collect();
    if let Some(part) = parts.iter().position(|part| weight(part) < LEAST_OF_PART) {
        return Err(Failure::TooShort { part: Some(part) });
    }
    let whole: usize = parts.iter().map(|part| weight(part)).sum();
    if whole < LEAST {
        return Err(Failure::TooShort { part: None });
    }
    Ok(parts)
}

/// The tokens at which a part stands.
fn occurrences(source: &SourceText<'_>, part: &[Token]) -> Vec<usize> {
    // The rarest token of the part leaves the fewest places to look at.
    let rarest = (0..part.len()).min_by_key(|&at| source.places(&part[at].text).len());
    let Some(rarest) = rarest else {
        return Vec::new();
    };
    let candidates = source.places(&part[rarest].text).iter();
    candidates
        .filter_map(|place| place.checked_sub(rarest))
        .filter(|&start| stands_at(source, part, start))
        .collect()
}

fn stands_at(source: &SourceText<'_>, part: &[Token], start: usize) -> bool {
    let tokens = source.tokens().get(start..start + part.len());
    tokens.is_some_and(|tokens| {
        tokens
            .iter()
            .zip(part)
            .all(|(token, quoted)| token.is(quoted))
    })
}

/// Every way to place the parts in order within reach of each other, as far as two are needed to know
/// that there is more than one, and a few more to tell how many.
fn placements(
    source: &SourceText<'_>,
    parts: &[Vec<Token>],
    places: &[Vec<usize>],
) -> Vec<Location> {
    const ENOUGH: usize = 50;
    let mut found: Vec<Location> = Vec::new();
    let first = parts[0].len();
    for &start in &places[0] {
        found.push(Location {
            parts: vec![start..start + first],
        });
    }
    for (part, places) in parts.iter().zip(places).skip(1) {
        let mut longer = Vec::new();
        for location in &found {
            let end = location.span().end;
            let from = places.partition_point(|&place| place <= end);
            for &place in &places[from..] {
                if source.weight(end..place) > FARTHEST || longer.len() >= ENOUGH {
                    break;
                }
                let mut parts = location.parts.clone();
                parts.push(place..place + part.len());
                longer.push(Location { parts });
            }
        }
        found = longer;
    }
    found
}

/// Why parts that are all there cannot be placed.
fn misplaced(source: &SourceText<'_>, parts: &[Vec<Token>], places: &[Vec<usize>]) -> Failure {
    let mut end = places[0][0] + parts[0].len();
    for part in 1..parts.len() {
        let Some(&place) = places[part].iter().find(|&&place| place >= end) else {
            return Failure::OutOfOrder;
        };
        let between = source.weight(end..place);
        if place == end || between > FARTHEST {
            let words = between.div_ceil(2);
            return Failure::Apart { part, words };
        }
        end = place + parts[part].len();
    }
    Failure::OutOfOrder
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
    fn fits(&self, source: &SourceText<'_>, location: &Location) -> bool {
        let span = location.span();
        let before = span.start.checked_sub(self.prefix.len());
        before.is_some_and(|start| stands_at(source, &self.prefix, start))
            && stands_at(source, &self.suffix, span.end)
    }
}

fn surroundings(source: &SourceText<'_>, location: &Location) -> String {
    const REACH: usize = 5;
    let span = location.span();
    let first = span.start.saturating_sub(REACH);
    let last = (span.end + REACH).min(source.tokens().len());
    one_line(source.printed(first..last))
}

/// No part begins or ends between a number and its sign or its "per cent".
fn whole_numbers(source: &SourceText<'_>, location: &Location) -> Result<(), Failure> {
    let tokens = source.tokens();
    for (part, range) in location.parts.iter().enumerate() {
        for cut in [range.start, range.end] {
            if cut == 0 || cut >= tokens.len() {
                continue;
            }
            if let Some(length) = joined(source, cut) {
                let whole = one_line(source.printed(cut - 1..cut + length));
                return Err(Failure::CutNumber { part, whole });
            }
        }
    }
    Ok(())
}

/// How many tokens after a cut belong to the number before it, or whether the sign before it belongs to
/// the number after it.
fn joined(source: &SourceText<'_>, cut: usize) -> Option<usize> {
    let tokens = source.tokens();
    let (before, after) = (&tokens[cut - 1], &tokens[cut]);
    let near = after.start.saturating_sub(before.end) <= " ".len();
    let signed = matches!(
        (before.kind, after.kind),
        (TokenKind::Number, TokenKind::Sign) | (TokenKind::Sign, TokenKind::Number)
    );
    if signed && near {
        return Some(1);
    }
    if !is_number(before) {
        return None;
    }
    let next = tokens.get(cut + 1);
    match after.text.as_str() {
        "percent" => Some(1),
        "per" if next.is_some_and(|next| next.text == "cent") => Some(2),
        _ => None,
    }
}
