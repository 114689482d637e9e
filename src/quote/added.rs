use super::character::{is_direction, is_minus, is_stray_mark, is_telling, opened};
use super::source_text::SourceText;
use super::token::tokens;
use std::ops::Range;

/// Characters of a quotation that are no words, but say something or change how it reads, and are not
/// printed at the same place of the passage: nobody may add them.
pub fn added(source: &SourceText<'_>, passage: &Range<usize>, quoted: &str) -> Vec<char> {
    let tokens = tokens(quoted);
    let mut added = Vec::new();
    let mut from = 0;
    for (at, token) in passage.clone().zip(&tokens) {
        let gap = &quoted[from..token.start];
        added.extend(foreign(gap, source.before(at), true));
        let word = &quoted[token.start..token.end];
        added.extend(foreign(word, source.printed(at..at + 1), false));
        from = token.end;
    }
    added.extend(foreign(&quoted[from..], source.before(passage.end), true));
    added
}

/// What the first says beside its letters and the second does not; between tokens, symbols too.
fn foreign(quoted: &str, printed: &str, between_tokens: bool) -> Vec<char> {
    let mut there = telling(printed, between_tokens);
    telling(quoted, between_tokens)
        .filter(|value| !there.any(|other| other == *value))
        .collect()
}

fn telling(words: &str, between_tokens: bool) -> impl Iterator<Item = char> {
    let mut before = None;
    words.chars().filter(move |&value| {
        let is_stray = is_stray_mark(before.replace(value), value);
        let is_symbol = || opened(value)[0].is_some_and(is_telling) && !is_minus(value);
        is_direction(value) || is_stray || between_tokens && is_symbol()
    })
}
