use super::character::is_quotation_mark;
use super::locate::Location;
use super::pin::LeftOut;
use super::source_text::SourceText;
use super::words::{Name, Words};
use std::ops::Range;

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
    let gaps: Vec<Words<'_>> = gaps.map(|gap| words(source, gap)).collect();
    let negation = gaps.iter().any(Words::has_negation);
    let named = |names: &[String]| {
        let mut names = names.iter().map(|name| Name::new(name));
        names.any(|name| gaps.iter().any(|gap| gap.hold(&name)))
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

fn words<'a>(source: &'a SourceText<'_>, gap: Range<usize>) -> Words<'a> {
    gap.map(|at| (&source.tokens()[at], source.as_read(at)))
        .collect()
}
