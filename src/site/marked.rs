//! What a page says of some of its words: that they are in another language, which a reader has to see and a screen reader
//! to say, or that they are a date. Such words are marked where they are chosen, so that views and templates need not know.

use crate::corpus::Date;

/// Begins every mark. A private-use character, as for [`ROOT`](super::ROOT), as are those that follow it.
const MARK: char = '\u{e001}';
/// Before words in the site's first language.
const BORROWED: char = '\u{e002}';
/// Before a language and, behind [`PART`], words in it.
const FOREIGN: char = '\u{e003}';
/// Before a date for machines and, behind [`PART`], its words.
const TIME: char = '\u{e004}';
/// Between a language or a date and its words.
const PART: char = '\u{e005}';
/// Behind words in another language.
const SPAN_END: char = '\u{e006}';
/// Behind a date.
const TIME_END: char = '\u{e007}';

/// Words of the site's first language that stand in for a translation that nobody wrote.
pub fn borrow(words: &str) -> String {
    format!("{MARK}{BORROWED}{words}{MARK}{SPAN_END}")
}

/// Words in a language that is not the page's.
pub fn foreign(words: &str, tag: &str) -> String {
    format!("{MARK}{FOREIGN}{tag}{PART}{words}{MARK}{SPAN_END}")
}

/// A date in the words of the page's language.
pub fn time(words: &str, date: Date) -> String {
    format!("{MARK}{TIME}{date}{PART}{words}{MARK}{TIME_END}")
}

/// A mark of finished text.
#[derive(Clone, Copy)]
pub(super) enum Mark<'a> {
    /// Words in the site's first language begin.
    Borrowed,
    /// Words in this language begin.
    Foreign(&'a [u8]),
    /// The words of this date begin.
    Time(&'a [u8]),
    /// Words in another language end.
    SpanEnd,
    /// The words of a date end.
    TimeEnd,
}

impl<'a> Mark<'a> {
    /// The mark with which a text begins, and what follows it.
    pub(super) fn read(text: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let kind = strip(text, MARK)?;
        if let Some(rest) = strip(kind, SPAN_END) {
            Some((Self::SpanEnd, rest))
        } else if let Some(rest) = strip(kind, TIME_END) {
            Some((Self::TimeEnd, rest))
        } else if let Some(rest) = strip(kind, BORROWED) {
            Some((Self::Borrowed, rest))
        } else if let Some(rest) = strip(kind, FOREIGN) {
            let (tag, words) = parted(rest)?;
            Some((Self::Foreign(tag), words))
        } else {
            let (date, words) = parted(strip(kind, TIME)?)?;
            Some((Self::Time(date), words))
        }
    }

    /// Writes the tag that takes its place; `first` is the site's first language.
    pub(super) fn write_tag(self, first: &'a str, text: &mut Vec<u8>) {
        let parts: [&[u8]; 3] = match self {
            Self::Borrowed => [b"<span lang=\"", first.as_bytes(), b"\">"],
            Self::Foreign(tag) => [b"<span lang=\"", tag, b"\">"],
            Self::Time(date) => [b"<time datetime=\"", date, b"\">"],
            Self::SpanEnd => [b"</span>", b"", b""],
            Self::TimeEnd => [b"</time>", b"", b""],
        };
        for part in parts {
            text.extend_from_slice(part);
        }
    }

    /// The language of words that are all that an element holds, from what follows the mark.
    pub(super) fn language_of_whole(self, first: &'a str, rest: &[u8]) -> Option<&'a [u8]> {
        let language = match self {
            Self::Borrowed => first.as_bytes(),
            Self::Foreign(tag) => tag,
            Self::Time(_) | Self::SpanEnd | Self::TimeEnd => return None,
        };
        let mut ends = memchr::memchr_iter(PRIVATE, rest).map(|at| &rest[at..]);
        let behind = ends.find_map(|end| strip(strip(end, MARK)?, SPAN_END))?;
        behind.starts_with(b"</").then_some(language)
    }
}

/// The first byte of the private-use characters that are in use here, and of no others that a text is likely to hold.
pub(super) const PRIVATE: u8 = 0xee;

/// What follows a character.
pub(super) fn strip(text: &[u8], letter: char) -> Option<&[u8]> {
    text.strip_prefix(letter.encode_utf8(&mut [0; 4]).as_bytes())
}

/// What stands before and behind [`PART`].
fn parted(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = memchr::memchr(PRIVATE, text)?;
    Some((&text[..at], strip(&text[at..], PART)?))
}
