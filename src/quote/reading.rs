use pulldown_cmark::{Event, Options, Parser, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As it reads.
    Plain,
    /// Markdown, read without its marks.
    Markdown,
}

/// A text as it is read, without furniture and, in Markdown, without its marks; with the way back to
/// the bytes of the original.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The words.
    pub words: Cow<'a, str>,
    /// The ways back, the last step first.
    maps: Vec<Map>,
}

/// Where pieces of a text come from, in the order of both texts.
type Map = Vec<Piece>;

#[derive(Debug)]
struct Piece {
    /// Where it begins.
    at: usize,
    /// The bytes that it stands for.
    origin: Range<usize>,
    /// Whether it stands there byte by byte.
    is_verbatim: bool,
}

impl<'a> Reading<'a> {
    /// Reads a text, whole lines of furniture left out.
    pub fn new(text: &'a str, format: Format, furniture: &[String]) -> Self {
        let (lines, map) = without_furniture(text, furniture);
        match format {
            Format::Plain => Self {
                words: lines,
                maps: vec![map],
            },
            Format::Markdown => {
                let page = Page::read(&lines);
                Self {
                    words: Cow::Owned(page.words),
                    maps: vec![page.map, map],
                }
            }
        }
    }

    /// The bytes of the original that some bytes of the reading stand for.
    pub fn origin(&self, bytes: Range<usize>) -> Range<usize> {
        self.maps
            .iter()
            .fold(bytes, |bytes, map| origin(map, bytes))
    }
}

fn origin(map: &Map, bytes: Range<usize>) -> Range<usize> {
    let piece = |at: usize| {
        let index = map.partition_point(|piece| piece.at <= at);
        index.checked_sub(1).and_then(|index| map.get(index))
    };
    let start = piece(bytes.start).map_or(0, |piece| {
        let inside = if piece.is_verbatim {
            bytes.start - piece.at
        } else {
            0
        };
        piece.origin.start + inside
    });
    let end = piece(bytes.end.saturating_sub(1)).map_or(start, |piece| {
        if piece.is_verbatim {
            piece.origin.start + bytes.end - piece.at
        } else {
            piece.origin.end
        }
    });
    start..end
}

/// Leaves out a byte order mark and the lines that are furniture.
fn without_furniture<'a>(text: &'a str, furniture: &[String]) -> (Cow<'a, str>, Map) {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.len() - body.len();
    let furniture: Vec<&str> = furniture
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    let piece = |at: usize, origin: Range<usize>| Piece {
        at,
        origin,
        is_verbatim: true,
    };
    if furniture.is_empty() {
        return (Cow::Borrowed(body), vec![piece(0, first..text.len())]);
    }
    let mut words = String::with_capacity(text.len());
    let mut map = Map::new();
    let mut from = first;
    for line in body.split_inclusive(['\n', '\r']) {
        let to = from + line.len();
        if !furniture.contains(&line.trim()) {
            map.push(piece(words.len(), from..to));
            words.push_str(line);
        }
        from = to;
    }
    (Cow::Owned(words), map)
}

/// The words of a Markdown text, as the prose of this site shows them.
#[derive(Default)]
struct Page {
    words: String,
    map: Map,
    /// What ends the tag or comment of HTML in which we are.
    tag_until: Option<&'static str>,
}

impl Page {
    fn read(text: &str) -> Self {
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        let mut page = Self::default();
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Text(words) | Event::Code(words) => page.push(text, &words, range),
                Event::Html(tags) | Event::InlineHtml(tags) => {
                    page.between_tags(text, &tags, &range);
                }
                Event::SoftBreak | Event::HardBreak => page.part("\n", range.start),
                Event::Start(tag) if !is_inline(tag.to_end()) => page.part("\n\n", range.start),
                Event::End(tag) if !is_inline(tag) => {
                    page.tag_until = None;
                    page.part("\n\n", range.end);
                }
                Event::Rule => page.part("\n\n", range.start),
                _ => {}
            }
        }
        page
    }

    fn push(&mut self, text: &str, words: &str, range: Range<usize>) {
        let verbatim = text[range.clone()].find(words);
        let origin = verbatim.map_or(range.clone(), |at| {
            let from = range.start + at;
            from..from + words.len()
        });
        self.piece(words, origin, verbatim.is_some());
    }

    /// What stands between tags; a comment is a tag, and one that breaks a line does so.
    fn between_tags(&mut self, text: &str, tags: &str, range: &Range<usize>) {
        let is_verbatim = text[range.clone()] == *tags;
        let mut rest = tags;
        while !rest.is_empty() {
            if let Some(close) = self.tag_until {
                let after = rest.split_once(close).map(|(_, after)| after);
                self.tag_until = after.is_none().then_some(close);
                rest = after.unwrap_or_default();
                continue;
            }
            let (words, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            if !words.is_empty() {
                let from = range.start + tags.len() - rest.len();
                let bytes = from..from + words.len();
                let origin = if is_verbatim { bytes } else { range.clone() };
                self.piece(words, origin, is_verbatim);
            }
            let name = tag.get(1..3).unwrap_or_default();
            if name.eq_ignore_ascii_case("br") {
                self.part("\n", range.start);
            }
            let is_comment = tag.starts_with("<!--");
            let close = if is_comment { "-->" } else { ">" };
            self.tag_until = (!tag.is_empty()).then_some(close);
            rest = tag;
        }
    }

    /// White space that stands for no byte of its own.
    fn part(&mut self, space: &str, at: usize) {
        if !self.words.ends_with(space) {
            self.piece(space, at..at, false);
        }
    }

    fn piece(&mut self, words: &str, origin: Range<usize>, is_verbatim: bool) {
        self.map.push(Piece {
            at: self.words.len(),
            origin,
            is_verbatim,
        });
        self.words.push_str(words);
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}
