//! What a text needs once it is known where it will lie: addresses from there, and elements in place of marks. It works on
//! bytes, since templates write them, and to look for letters in all pages again would cost more than this does.

use super::ROOT;
use super::marked::{Mark, PRIVATE, strip};

/// Elements whose content is text alone.
const TEXT_ONLY: [&[u8]; 5] = [b"option", b"script", b"style", b"textarea", b"title"];

/// Finishes a page: puts the way from it to the root of the site in place of every [`ROOT`], and elements in place of the
/// marks; `first` is the site's first language. Attributes, and elements that hold text alone, have the words without them,
/// but a title or an option names the language of all its words itself.
pub fn settle(markup: &[u8], way: &str, first: &str) -> Vec<u8> {
    settled(markup, way, |finished, mark, rest| {
        match Place::of(finished) {
            Place::Text => mark.write_tag(first, finished),
            Place::Whole => {
                if let Some(language) = mark.language_of_whole(first, rest) {
                    finished.pop();
                    for part in [b" lang=\"", language, b"\">"] {
                        finished.extend_from_slice(part);
                    }
                }
            }
            Place::Bare => {}
        }
    })
}

/// Finishes what is no page: puts the way to the root in place of every [`ROOT`], and leaves the words alone of what is
/// marked.
pub fn settle_text(text: &str, way: &str) -> Vec<u8> {
    settled(text.as_bytes(), way, |_, _, _| {})
}

/// Puts the way in place of every [`ROOT`], and has something written in place of every mark, which is told what is finished
/// before it and what follows.
fn settled(
    text: &[u8],
    way: &str,
    mut write: impl FnMut(&mut Vec<u8>, Mark<'_>, &[u8]),
) -> Vec<u8> {
    // A page has some hundred addresses, so it grows by less than an eighth.
    let mut finished = Vec::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(at) = memchr::memchr(PRIVATE, rest) {
        finished.extend_from_slice(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = strip(rest, ROOT) {
            finished.extend_from_slice(way.as_bytes());
            rest = after;
        } else if let Some((mark, after)) = Mark::read(rest) {
            write(&mut finished, mark, after);
            rest = after;
        } else {
            finished.push(PRIVATE);
            rest = &rest[1..];
        }
    }
    finished.extend_from_slice(rest);
    finished
}

/// Where a mark stands.
enum Place {
    /// Where elements may stand.
    Text,
    /// At the beginning of an element that holds text alone and may name its language.
    Whole,
    /// In a tag, or in the midst of text alone.
    Bare,
}

impl Place {
    /// The place at the end of what is finished; text holds no `<` that is not a tag's.
    fn of(finished: &[u8]) -> Self {
        let Some(start) = memchr::memrchr(b'<', finished) else {
            return Self::Text;
        };
        let element = &finished[start + 1..];
        let Some(end) = memchr::memchr(b'>', element) else {
            return Self::Bare;
        };
        let ends_name = |byte: &u8| matches!(byte, b' ' | b'>' | b'\n');
        let name = element.split(ends_name).next().unwrap_or_default();
        if !TEXT_ONLY.contains(&name) {
            Self::Text
        } else if end + 1 == element.len() && matches!(name, b"option" | b"title") {
            Self::Whole
        } else {
            Self::Bare
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{borrow, foreign, time};

    fn page(markup: &str) -> String {
        String::from_utf8(settle(markup.as_bytes(), "../", "en")).unwrap()
    }

    fn text(text: &str) -> String {
        String::from_utf8(settle_text(text, "../")).unwrap()
    }

    #[test]
    fn words_name_their_language() {
        let word = borrow("Tolls");
        let span = "<span lang=\"en\">Tolls</span>";
        assert_eq!(
            page(&format!(
                "<title>{word} – site</title><a title=\"{word}\">{word} &amp; more</a><script>{word}</script><option>{word}</option>{word}"
            )),
            format!(
                "<title>Tolls – site</title><a title=\"Tolls\">{span} &amp; more</a><script>Tolls</script><option lang=\"en\">Tolls</option>{span}"
            )
        );
        let word = foreign("péage", "fr");
        assert_eq!(
            page(&format!("<li>{word}</li>")),
            "<li><span lang=\"fr\">péage</span></li>"
        );
        assert_eq!(text(&word), "péage");
    }

    #[test]
    fn dates_are_told_to_machines() {
        let date = time("July 1894", "1894-07".parse().unwrap());
        assert_eq!(
            page(&format!("<p title=\"{date}\">of {date}.")),
            "<p title=\"July 1894\">of <time datetime=\"1894-07\">July 1894</time>."
        );
        assert_eq!(text(&format!("of {date}.")), "of July 1894.");
    }

    #[test]
    fn addresses_begin_where_the_page_lies() {
        let link = format!("<a href={ROOT}themes/>");
        assert_eq!(page(&link), "<a href=../themes/>");
        assert_eq!(text(&link), "<a href=../themes/>");
    }

    #[test]
    fn other_letters_of_private_use_stay() {
        assert_eq!(page("\u{e010}, \u{e123}"), "\u{e010}, \u{e123}");
    }
}
