use super::Html;
use super::markdown::signed_markdown;
use super::neutral::neutral;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

/// A stretch of a Markdown text that is marked and leads somewhere.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Where it leads.
    pub href: String,
    /// The number that the link shows; stretches of one passage share it.
    pub number: usize,
    /// What it leads to, in words.
    pub label: String,
    /// Anchor of its beginning; stretches of one passage share it, and the first one has it.
    pub anchor: Option<String>,
}

/// Private-use characters that stand for the beginning and the end of a mark while Markdown is
/// rendered: no syntax of Markdown or HTML knows them.
const OPEN: char = '\u{f0000}';
const CLOSE: char = '\u{f0001}';
const STOP: char = '\u{f0002}';

/// Markdown as safe markup with stretches marked; where marks overlap, each keeps its own link.
///
/// Each mark is a `<mark>`, cut where an element begins or ends inside it, and closes with a small
/// link.
pub fn passages(text: &str, marks: &[Mark]) -> Html {
    let mut cuts: Vec<(usize, char, usize)> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        cuts.push((mark.range.start, OPEN, index));
        cuts.push((mark.range.end, CLOSE, index));
    }
    // At one place what ends comes before what begins.
    cuts.sort_by_key(|&(at, sign, index)| (at, std::cmp::Reverse(sign), index));
    let mut signed = String::with_capacity(text.len() + cuts.len() * 8);
    let mut from = 0;
    for (at, sign, index) in cuts {
        signed.push_str(&neutral(&text[from..at]));
        let _ = write!(signed, "{sign}{index}{STOP}");
        from = at;
    }
    signed.push_str(&neutral(&text[from..]));
    Html::trusted(Weaver::new(marks).weave(signed_markdown(&signed).as_str()))
}

/// Turns signs in finished markup into elements.
struct Weaver<'a> {
    marks: &'a [Mark],
    open: BTreeSet<usize>,
    /// Whether a `<mark>` is open right now.
    inside: bool,
    out: String,
}

impl<'a> Weaver<'a> {
    fn new(marks: &'a [Mark]) -> Self {
        Self {
            marks,
            open: BTreeSet::new(),
            inside: false,
            out: String::new(),
        }
    }

    fn weave(mut self, markup: &str) -> String {
        let mut rest = markup;
        while let Some(at) = rest.find([OPEN, CLOSE, '<']) {
            self.words(&rest[..at]);
            rest = &rest[at..];
            let end = if rest.starts_with('<') {
                let end = rest.find('>').map_or(rest.len(), |end| end + 1);
                self.leave();
                self.out.push_str(&rest[..end]);
                end
            } else {
                let end = rest
                    .find(STOP)
                    .map_or(rest.len(), |end| end + STOP.len_utf8());
                self.sign(&rest[..end]);
                end
            };
            rest = &rest[end..];
        }
        self.words(rest);
        self.leave();
        self.out
    }

    fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let blank = words.trim().is_empty();
        if !self.open.is_empty() && !self.inside && !blank {
            self.out.push_str("<mark>");
            self.inside = true;
        }
        self.out.push_str(words);
    }

    fn leave(&mut self) {
        if self.inside {
            self.out.push_str("</mark>");
            self.inside = false;
        }
    }

    fn sign(&mut self, sign: &str) {
        let number = sign.trim_matches([OPEN, CLOSE, STOP]);
        let Some((index, mark)) = number
            .parse()
            .ok()
            .and_then(|index: usize| Some((index, self.marks.get(index)?)))
        else {
            return;
        };
        self.leave();
        if sign.starts_with(OPEN) {
            if let Some(anchor) = &mark.anchor {
                let _ = write!(self.out, "<span id=\"{}\"></span>", Html::escape(anchor));
            }
            self.open.insert(index);
        } else if self.open.remove(&index) {
            let (href, label) = (Html::escape(&mark.href), Html::escape(&mark.label));
            let number = mark.number;
            let _ = write!(
                self.out,
                "<a class=\"passage-link\" href=\"{href}\" title=\"{label}\" aria-label=\"{label}\">{number}</a>"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(range: Range<usize>, name: &str) -> Mark {
        Mark {
            range,
            href: format!("#{name}"),
            number: usize::from(name.as_bytes()[0] - b'a') + 1,
            label: name.to_uppercase(),
            anchor: Some(name.to_owned()),
        }
    }

    fn link(name: &str, number: usize) -> String {
        let label = name.to_uppercase();
        format!(
            "<a class=\"passage-link\" href=\"#{name}\" title=\"{label}\" aria-label=\"{label}\">{number}</a>"
        )
    }

    #[test]
    fn overlapping_marks_keep_their_links() {
        let html = passages("one two three four", &[mark(4..13, "a"), mark(8..18, "b")]);
        let expected = format!(
            "<p>one <span id=\"a\"></span><mark>two </mark><span id=\"b\"></span><mark>three</mark>{}<mark> four</mark>{}</p>\n",
            link("a", 1),
            link("b", 2)
        );
        assert_eq!(html.as_str(), expected);
    }

    #[test]
    fn marks_are_cut_at_elements() {
        let html = passages("one *two* three\n\nfour", &[mark(0..21, "a")]);
        let expected = format!(
            "<p><span id=\"a\"></span><mark>one </mark><em><mark>two</mark></em><mark> three</mark></p>\n<p><mark>four</mark>{}</p>\n",
            link("a", 1)
        );
        assert_eq!(html.as_str(), expected);
    }

    #[test]
    fn text_cannot_forge_a_mark() {
        let whole = passages("a b", &[mark(0..1, "a")]);
        for forged in [
            format!("a {OPEN}0{STOP}b{CLOSE}0{STOP} <b>c</b>"),
            "a &#xF0000;0&#xF0002;b&#983041;0&#983042; <mark>c</mark>".to_owned(),
        ] {
            let html = passages(&forged, &[mark(0..1, "a")]);
            let count = |html: &Html, tag: &str| html.as_str().matches(tag).count();
            for tag in ["<mark>", "<b>", "<span", "<a "] {
                assert_eq!(count(&html, tag), count(&whole, tag), "{html}");
            }
        }
    }
}
