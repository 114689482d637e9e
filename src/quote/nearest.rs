use super::failure::Nearest;
use super::source_text::SourceText;
use super::token::{Token, TokenKind};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;
use std::ops::Range;

/// A passage that comes near, and whether what differs is a number.
pub struct Near {
    pub passage: Nearest,
    pub differs_in_number: bool,
}

/// The passage that shares the most words with a part, in nearly the same order.
pub fn nearest(source: &SourceText<'_>, words: &str, part: &[Token]) -> Option<Near> {
    const SLACK: usize = 4;
    let at = best_alignment(source, part)?;
    let from = at.saturating_sub(SLACK);
    let to = (at + part.len() + SLACK).min(source.tokens().len());
    let window: Vec<&str> = source.tokens()[from..to]
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let quoted: Vec<&str> = part.iter().map(|token| token.text.as_str()).collect();
    let changes = capture_diff_slices(Algorithm::Myers, &quoted, &window);
    let passage = passage(&changes, quoted.len(), window.len())?;
    let differing: Vec<Range<usize>> = changes
        .iter()
        .filter(|change| !matches!(change, DiffOp::Equal { .. }))
        .map(DiffOp::new_range)
        .map(|range| range.start.max(passage.start)..range.end.min(passage.end))
        .filter(|range| range.start < range.end)
        .map(|range| range.start + from..range.end + from)
        .collect();
    let extra: Vec<&Token> = changes
        .iter()
        .filter(|change| !matches!(change, DiffOp::Equal { .. }))
        .flat_map(|change| &part[change.old_range()])
        .collect();
    let is_numeric = |token: &Token| is_number(token) || token.kind == TokenKind::Sign;
    let changed = differing
        .iter()
        .flat_map(|range| &source.tokens()[range.clone()]);
    let differs_in_number =
        extra.iter().any(|token| is_numeric(token)) || changed.clone().any(is_numeric);
    let whole = passage.start + from..passage.end + from;
    let mut as_quoted = HashMap::new();
    for change in &changes {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = *change
        {
            let pairs = (old_index..old_index + len).zip(new_index + from..);
            as_quoted.extend(pairs.map(|(old, new)| (new, &words[part[old].start..part[old].end])));
        }
    }
    Some(Near {
        passage: Nearest {
            mended: mended(source, &whole, &as_quoted),
            marked: marked(source, &whole, &differing),
            extra: extra.iter().map(|token| token.text.clone()).collect(),
        },
        differs_in_number: differs_in_number && extra.len() <= part.len() / 2,
    })
}

/// Whether a token holds a number, in digits or in words that stand for few.
pub fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

/// The printed words on one line.
pub fn one_line(printed: &str) -> String {
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each token of the part votes, at each of its places, for where the part would begin.
fn best_alignment(source: &SourceText<'_>, part: &[Token]) -> Option<usize> {
    let mut votes: HashMap<usize, usize> = HashMap::new();
    for (index, token) in part.iter().enumerate() {
        // A word that is everywhere says nothing, and would make this slow.
        const COMMON: usize = 400;
        let places = source.places(&token.text);
        for &place in places.iter().take(COMMON) {
            if let Some(start) = place.checked_sub(index) {
                *votes.entry(start).or_default() += 1;
            }
        }
    }
    // Neighbouring beginnings count together, since a word more or less moves what follows.
    let near = |start: usize| -> usize {
        let from = start.saturating_sub(2);
        (from..=start + 2).filter_map(|it| votes.get(&it)).sum()
    };
    let best = votes
        .keys()
        .copied()
        .max_by_key(|&start| (near(start), votes[&start], std::cmp::Reverse(start)))?;
    (near(best) >= 2 && near(best) * 3 >= part.len()).then_some(best)
}

/// The stretch of the window that the part stands for: from the first common word to the last, and as
/// many words more as the part has before and after them.
fn passage(changes: &[DiffOp], quoted: usize, window: usize) -> Option<Range<usize>> {
    let common = || {
        changes
            .iter()
            .filter(|it| matches!(it, DiffOp::Equal { .. }))
    };
    let first = common().next()?;
    let last = common().next_back()?;
    let lead = first.old_range().start;
    let tail = quoted - last.old_range().end;
    let start = first.new_range().start.saturating_sub(lead);
    let end = (last.new_range().end + tail).min(window);
    Some(start..end)
}

/// The passage as it should be quoted: the words that the quotation has right stay as the editor wrote
/// them, since a repaired misprint should not come back.
fn mended(
    source: &SourceText<'_>,
    whole: &Range<usize>,
    as_quoted: &HashMap<usize, &str>,
) -> String {
    let mut words = String::new();
    for at in whole.clone() {
        if at > whole.start {
            words.push_str(source.between(at - 1));
        }
        words.push_str(
            as_quoted
                .get(&at)
                .copied()
                .unwrap_or_else(|| source.printed(at..at + 1)),
        );
    }
    one_line(&words)
}

fn marked(source: &SourceText<'_>, whole: &Range<usize>, differing: &[Range<usize>]) -> String {
    let mut words = String::new();
    for at in whole.clone() {
        let opens = differing.iter().any(|range| range.start == at);
        let closes = differing.iter().any(|range| range.end == at + 1);
        if at > whole.start {
            let gap = source.tokens()[at - 1].end..source.tokens()[at].start;
            words.push_str(if gap.is_empty() { "" } else { " " });
        }
        words.push_str(if opens { "«" } else { "" });
        words.push_str(&one_line(source.printed(at..at + 1)));
        words.push_str(if closes { "»" } else { "" });
    }
    words
}
