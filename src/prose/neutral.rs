use std::borrow::Cow;

use crate::source::is_for_readers;

/// What a reader sees in place of a character that means nothing: that there was one.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// Markdown without characters that mean nothing to a reader, whether they are written as they are or as numbers. Pages
/// have such characters for signs until they are finished, and no author may forge one.
///
/// Each is replaced and not dropped, so that what stood around it does not become another.
pub(super) fn neutral(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_for_readers) && !text.contains("&#") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, is_fine) = match numbered(rest) {
            Some((length, character)) => (length, character.is_some_and(is_for_readers)),
            None => (first.len_utf8(), is_for_readers(first)),
        };
        if is_fine {
            out.push_str(&rest[..length]);
        } else {
            out.push(REPLACEMENT);
        }
        rest = &rest[length..];
    }
    Cow::Owned(out)
}

/// The length of the numeric character reference that a text begins with, and the character that it means.
fn numbered(text: &str) -> Option<(usize, Option<char>)> {
    let (start, radix) = match text.as_bytes() {
        [b'&', b'#', b'x' | b'X', ..] => ("&#x".len(), 16),
        [b'&', b'#', ..] => ("&#".len(), 10),
        _ => return None,
    };
    let rest = &text[start..];
    let digits = &rest[..rest.find(|it: char| !it.is_digit(radix))?];
    if digits.is_empty() || !rest[digits.len()..].starts_with(';') {
        return None;
    }
    let value = u32::from_str_radix(digits, radix).ok();
    let length = start + digits.len() + ";".len();
    Some((length, value.and_then(char::from_u32)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_is_replaced() {
        for (written, read) in [
            ("a &#38; b&#x41; &amp; &#; &#x; &#xg; &#1", None),
            (
                "a\u{e001}b\u{0}c\u{fffe}",
                Some("a\u{fffd}b\u{fffd}c\u{fffd}"),
            ),
            (
                "&#xE001;&#57345;&#XF0000;&#x00F0000;",
                Some("\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ),
            (
                "&#1;&#0;&#xD800;&#99999999999;",
                Some("\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ),
            ("&#x&#xE001;E001;", Some("&#x\u{fffd}E001;")),
            ("&#xE0\u{e001}01;", Some("&#xE0\u{fffd}01;")),
        ] {
            assert_eq!(neutral(written), read.unwrap_or(written), "{written}");
        }
    }
}
