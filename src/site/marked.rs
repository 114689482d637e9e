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

/// Elements whose content is text alone.
const TEXT_ONLY: [&str; 5] = ["option", "script", "style", "textarea", "title"];

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

/// Puts elements in place of the marks of a finished page; `tag` is the site's first language. Attributes, and elements that
/// hold text alone, have the words without them, but a title or an option names the language of all its words itself.
pub fn own_up(markup: String, tag: &str) -> String {
    let Some(first) = markup.find(MARK) else {
        return markup;
    };
    let mut finished = String::with_capacity(markup.len() + markup.len() / 8);
    finished.push_str(&markup[..first]);
    let mut rest = &markup[first..];
    while let Some(marked) = rest.strip_prefix(MARK) {
        let (mark, after) = read(marked);
        rest = after;
        let place = Place::of(&finished);
        match place {
            Place::Text => finished += &mark.element(tag),
            Place::Whole if mark.is_whole(rest) => {
                finished.pop();
                finished += &format!(" lang=\"{}\">", mark.language(tag));
            }
            Place::Whole | Place::Bare => {}
        }
        let next = rest.find(MARK).unwrap_or(rest.len());
        finished.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    finished
}

/// The words alone.
pub fn give_back(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(MARK) {
        words.push_str(&rest[..at]);
        (_, rest) = read(&rest[at + MARK.len_utf8()..]);
    }
    words + rest
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
    fn of(finished: &str) -> Self {
        let Some(start) = finished.rfind('<') else {
            return Self::Text;
        };
        let element = &finished[start + 1..];
        let Some(end) = element.find('>') else {
            return Self::Bare;
        };
        let name = element.split([' ', '>', '\n']).next().unwrap_or_default();
        if !TEXT_ONLY.contains(&name) {
            Self::Text
        } else if end + 1 == element.len() && matches!(name, "option" | "title") {
            Self::Whole
        } else {
            Self::Bare
        }
    }
}

/// A mark without the character that begins it.
enum Mark<'a> {
    Borrowed,
    Foreign(&'a str),
    Time(&'a str),
    SpanEnd,
    TimeEnd,
}

/// The mark at the beginning of a text, and what follows it.
fn read(text: &str) -> (Mark<'_>, &str) {
    let mut letters = text.chars();
    let kind = letters.next();
    let rest = letters.as_str();
    let (value, words) = rest.split_once(PART).unwrap_or((rest, ""));
    match kind {
        Some(FOREIGN) => (Mark::Foreign(value), words),
        Some(TIME) => (Mark::Time(value), words),
        Some(SPAN_END) => (Mark::SpanEnd, rest),
        Some(TIME_END) => (Mark::TimeEnd, rest),
        _ => (Mark::Borrowed, rest),
    }
}

impl Mark<'_> {
    /// The tag that takes its place.
    fn element(&self, first: &str) -> String {
        match self {
            Self::Borrowed | Self::Foreign(_) => {
                format!("<span lang=\"{}\">", self.language(first))
            }
            Self::Time(date) => format!("<time datetime=\"{date}\">"),
            Self::SpanEnd => "</span>".to_owned(),
            Self::TimeEnd => "</time>".to_owned(),
        }
    }

    /// The language of its words.
    fn language<'a>(&'a self, first: &'a str) -> &'a str {
        match self {
            Self::Foreign(tag) => tag,
            _ => first,
        }
    }

    /// Whether its words are all that an element holds.
    fn is_whole(&self, rest: &str) -> bool {
        if !matches!(self, Self::Borrowed | Self::Foreign(_)) {
            return false;
        }
        let end = format!("{MARK}{SPAN_END}");
        let behind = rest.split_once(&end).map(|(_, behind)| behind);
        behind.is_some_and(|behind| behind.starts_with("</"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_their_language() {
        let word = borrow("Tolls");
        let page = format!(
            "<title>{word} – site</title><a title=\"{word}\">{word} &amp; more</a><script>{word}</script><option>{word}</option>{word}"
        );
        let span = "<span lang=\"en\">Tolls</span>";
        assert_eq!(
            own_up(page, "en"),
            format!(
                "<title>Tolls – site</title><a title=\"Tolls\">{span} &amp; more</a><script>Tolls</script><option lang=\"en\">Tolls</option>{span}"
            )
        );
        assert_eq!(
            own_up(format!("<li>{}</li>", foreign("péage", "fr")), "en"),
            "<li><span lang=\"fr\">péage</span></li>"
        );
        assert_eq!(give_back(&foreign("péage", "fr")), "péage");
    }

    #[test]
    fn dates_are_told_to_machines() {
        let date = time("July 1894", "1894-07".parse().unwrap());
        assert_eq!(
            own_up(format!("<p title=\"{date}\">of {date}."), "en"),
            "<p title=\"July 1894\">of <time datetime=\"1894-07\">July 1894</time>."
        );
        assert_eq!(give_back(&format!("of {date}.")), "of July 1894.");
    }
}
