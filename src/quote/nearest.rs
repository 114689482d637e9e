use super::failure::Nearest;
use super::line::one_line;
use super::number::{is_number, parted};
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
    // Longer than any quotation should be, and too long to be compared with everything.
    const LONGEST: usize = 300;
    if part.len() > LONGEST {
        return None;
    }
    let at = best_alignment(source, part)?;
    let slacks = (0..=SLACK).flat_map(|before| (0..=SLACK).map(move |after| (before, after)));
    let alignments = slacks.filter_map(|(before, after)| {
        let from = at.saturating_sub_unsigned(before).max(0).cast_unsigned();
        let to = at.saturating_add_unsigned(part.len() + after).max(0);
        let to = to.cast_unsigned().min(source.tokens().len());
        Alignment::new(source, part, from..to.max(from))
    });
    let alignment = alignments.min_by_key(Alignment::differences)?;
    let extra = &alignment.extra;
    Some(Near {
        passage: Nearest {
            mended: mended(source, words, &alignment),
            marked: marked(source, &alignment),
            extra: extra.iter().map(|token| token.text.clone()).collect(),
        },
        differs_in_number: alignment.differs_in_number && extra.len() <= part.len() / 2,
    })
}

/// A part beside a passage.
struct Alignment<'a> {
    /// The tokens of the passage.
    whole: Range<usize>,
    /// Those that the part has too, with the tokens of the part.
    as_quoted: HashMap<usize, &'a Token>,
    /// Tokens of the part that the passage does not have.
    extra: Vec<&'a Token>,
    differs_in_number: bool,
}

impl<'a> Alignment<'a> {
    fn new(source: &SourceText<'_>, part: &'a [Token], window: Range<usize>) -> Option<Self> {
        let from = window.start;
        let (quoted, here) = (forms(part), forms(&source.tokens()[window]));
        let changes = capture_diff_slices(Algorithm::Myers, &quoted, &here);
        let whole = passage(&changes, quoted.len(), here.len())?;
        let mut alignment = Self {
            whole: uncut(source, whole.start + from..whole.end + from),
            as_quoted: HashMap::new(),
            extra: Vec::new(),
            differs_in_number: false,
        };
        for change in &changes {
            let old = &part[change.old_range()];
            let here = change.new_range().start + from..change.new_range().end + from;
            if matches!(change, DiffOp::Equal { .. }) {
                alignment.as_quoted.extend(here.zip(old));
            } else {
                let whole = &alignment.whole;
                let here = here.start.max(whole.start)..here.end.min(whole.end);
                let new = source.tokens().get(here).unwrap_or_default();
                alignment.differs_in_number |= is_change_of_number(old, new);
                alignment.extra.extend(old);
            }
        }
        Some(alignment)
    }

    /// How many tokens one of the two has and the other has not.
    fn differences(&self) -> usize {
        self.extra.len() + self.whole.len() - self.as_quoted.len()
    }
}

/// Whether a number gives way to another, or a number or its sign to a word or two, or to nothing.
fn is_change_of_number(old: &[Token], new: &[Token]) -> bool {
    const FEW: usize = 2;
    let is_numeric = |token: &Token| is_number(token) || token.kind == TokenKind::Sign;
    let (before, after) = (old.iter().any(is_numeric), new.iter().any(is_numeric));
    before && after || (before || after) && old.len() <= FEW && new.len() <= FEW
}

fn forms(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(|token| token.text.as_str()).collect()
}

/// Each token of the part votes, at each of its places, for where the part would begin.
fn best_alignment(source: &SourceText<'_>, part: &[Token]) -> Option<isize> {
    // A word that is everywhere says nothing, and would make this slow.
    const COMMON: usize = 400;
    let mut votes: HashMap<isize, usize> = HashMap::new();
    for (index, token) in part.iter().enumerate() {
        for place in source.places(token).into_iter().take(COMMON) {
            let start = place.cast_signed() - index.cast_signed();
            *votes.entry(start).or_default() += 1;
        }
    }
    // Neighbouring beginnings count together, since a word more or less moves what follows.
    let near = |start: isize| -> usize {
        let around = start - 2..=start + 2;
        around.filter_map(|it| votes.get(&it)).sum()
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
    let mut common = changes
        .iter()
        .filter(|it| matches!(it, DiffOp::Equal { .. }));
    let first = common.next()?;
    let last = common.next_back().unwrap_or(first);
    let lead = first.old_range().start;
    let tail = quoted - last.old_range().end;
    let start = first.new_range().start.saturating_sub(lead);
    let end = (last.new_range().end + tail).min(window);
    Some(start..end)
}

/// A stretch made longer until it cuts no number from its sign.
fn uncut(source: &SourceText<'_>, mut tokens: Range<usize>) -> Range<usize> {
    while let Some(whole) = parted(source, tokens.start) {
        tokens.start = whole.start;
    }
    while let Some(whole) = parted(source, tokens.end) {
        tokens.end = whole.end;
    }
    tokens
}

/// The passage as it should be quoted: the words that the quotation has right stay as the editor wrote
/// them, since a repaired misprint should not come back.
fn mended(source: &SourceText<'_>, words: &str, alignment: &Alignment<'_>) -> String {
    let whole = &alignment.whole;
    let mut mended = String::new();
    for at in whole.clone() {
        if at > whole.start {
            let shared = source.shares_print(at);
            mended.push_str(if shared { " " } else { source.between(at - 1) });
        }
        mended.push_str(match alignment.as_quoted.get(&at) {
            Some(token) => &words[token.start..token.end],
            None => source.as_read(at),
        });
    }
    one_line(&mended)
}

/// The passage as printed, with what the quotation does not have between `«` and `»`.
fn marked(source: &SourceText<'_>, alignment: &Alignment<'_>) -> String {
    let Alignment {
        whole, as_quoted, ..
    } = alignment;
    let differs = |at: usize| whole.contains(&at) && !as_quoted.contains_key(&at);
    let mut words = String::new();
    for at in whole.clone() {
        if at > whole.start {
            let is_apart = !source.between(at - 1).is_empty();
            words.push_str(if is_apart { " " } else { "" });
        }
        if differs(at) && (at == whole.start || !differs(at - 1)) {
            words.push('«');
        }
        if at == whole.start || !source.shares_print(at) {
            words.push_str(&one_line(source.printed(at..at + 1)));
        }
        if differs(at) && !differs(at + 1) {
            words.push('»');
        }
    }
    words
}
