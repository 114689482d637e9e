use super::syntax::{ANCHOR_HELP, TAG_HELP, is_about_tab, syntax};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::source::{FileId, Span};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span as MarkedSpan};

/// Where a value and the values inside it stand.
#[derive(Debug)]
pub struct Place {
    pub span: Span,
    pub parts: Parts,
}

/// The places inside a place.
#[derive(Debug)]
pub enum Parts {
    None,
    Items(Vec<Place>),
    Entries(Vec<(Place, Place)>),
}

/// Deeper nesting than this is refused, as `serde_yaml` does.
const DEPTH_LIMIT: usize = 100;

/// Reads the places of a text; `None` where it is not YAML or uses what annotations may not use, in
/// which case the report says so.
pub fn places(text: &str, base: usize, file: FileId, report: &mut Report) -> Option<Place> {
    Builder {
        parser: Parser::new_from_str(text),
        offsets: Offsets::new(text, base),
        file,
        report,
        usable: true,
    }
    .document()
}

struct Builder<'a, 'r> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    offsets: Offsets<'a>,
    file: FileId,
    report: &'r mut Report,
    usable: bool,
}

impl<'a> Builder<'a, '_> {
    fn document(mut self) -> Option<Place> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(_) if root.is_some() => {
                    let span = self.span(span);
                    self.report.push(
                        Diagnostic::new(Code::YamlSyntax, span, "a second YAML document begins")
                            .help("keep one document in a file and remove the `---` between them"),
                    );
                    return None;
                }
                Event::StreamStart
                | Event::DocumentStart(_)
                | Event::DocumentEnd
                | Event::Nothing => {}
                event => root = Some(self.place(&event, span, 0)?),
            }
        }
        root.filter(|_| self.usable)
    }

    fn next(&mut self) -> Option<(Event<'a>, MarkedSpan)> {
        match self.parser.next()? {
            Ok(event) => Some(event),
            Err(error) => {
                let mut at = self.offsets.byte(error.marker());
                if is_about_tab(error.info()) {
                    let base = self.offsets.base;
                    at = base + indenting_tab(self.offsets.text, at - base);
                }
                let span = Span::new(self.file, at..at);
                self.report.push(syntax(error.info(), span));
                None
            }
        }
    }

    fn place(&mut self, event: &Event<'a>, marks: MarkedSpan, depth: usize) -> Option<Place> {
        let span = self.span(marks);
        if depth > DEPTH_LIMIT {
            let message = format!("nested more than {DEPTH_LIMIT} levels deep");
            self.report.push(
                Diagnostic::new(Code::YamlSyntax, span, message)
                    .help("records are at most a few levels deep: check the indentation"),
            );
            return None;
        }
        match event {
            Event::Alias(_) => {
                self.refuse(
                    Code::YamlAnchor,
                    span,
                    "an alias stands for a value",
                    ANCHOR_HELP,
                );
                Some(Place {
                    span,
                    parts: Parts::None,
                })
            }
            Event::Scalar(words, style, anchor, tag) => {
                self.refuse_decorations(*anchor, tag.is_some(), span);
                if *style == ScalarStyle::Plain && words.contains(' ') {
                    self.doubt_comment(span);
                }
                Some(Place {
                    span: match style {
                        ScalarStyle::Literal | ScalarStyle::Folded => self.block(span),
                        _ => span,
                    },
                    parts: Parts::None,
                })
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_decorations(*anchor, tag.is_some(), span);
                let mut items = Vec::new();
                let end = loop {
                    match self.next()? {
                        (Event::SequenceEnd, end) => break end,
                        (event, marks) => items.push(self.place(&event, marks, depth + 1)?),
                    }
                };
                let last = items.last().map(|item| item.span.range().end);
                Some(Place {
                    span: self.collection(span, end, last),
                    parts: Parts::Items(items),
                })
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_decorations(*anchor, tag.is_some(), span);
                let mut entries = Vec::new();
                let end = loop {
                    match self.next()? {
                        (Event::MappingEnd, end) => break end,
                        (event, marks) => {
                            let key = self.place(&event, marks, depth + 1)?;
                            let (event, marks) = self.next()?;
                            entries.push((key, self.place(&event, marks, depth + 1)?));
                        }
                    }
                };
                let first = entries.first().map(|(key, _)| key.span.range().start);
                let last = entries.last().map(|(_, value)| value.span.range().end);
                let span = Span::new(
                    self.file,
                    first.map_or(span.range().start, |first| first.min(span.range().start))
                        ..span.range().end,
                );
                Some(Place {
                    span: self.collection(span, end, last),
                    parts: Parts::Entries(entries),
                })
            }
            _ => None,
        }
    }

    /// Text that goes on behind ` #` without a space was hardly meant to end there.
    fn doubt_comment(&mut self, span: Span) {
        let end = span.range().end - self.offsets.base;
        let rest = &self.offsets.text[end..];
        let line = rest.lines().next().unwrap_or_default();
        let comment = line.trim_start();
        let begins = comment.strip_prefix('#').and_then(|it| it.chars().next());
        if begins.is_some_and(char::is_alphanumeric) {
            let start = self.offsets.base + end + line.len() - comment.len();
            let place = Span::new(self.file, start..start + comment.trim_end().len());
            let message = "a comment for YAML, and no part of the text before it";
            let help = "put quotation marks around the whole text, or write a space behind the `#` of a comment";
            self.report
                .push(Diagnostic::new(Code::YamlComment, place, message).help(help));
        }
    }

    /// A collection in flow style ends at its bracket, one in block style with its last value.
    fn collection(&mut self, start: Span, end: MarkedSpan, last: Option<usize>) -> Span {
        let start = start.range().start;
        let bracket = self.offsets.byte(&end.end);
        let closed = self.offsets.text[..bracket - self.offsets.base].ends_with([']', '}']);
        let end = if closed {
            bracket
        } else {
            last.unwrap_or(start)
        };
        Span::new(self.file, start..end.max(start))
    }

    /// A block of text ends with its last word; one without words stands at its indicator.
    fn block(&self, span: Span) -> Span {
        let local = |at: usize| at - self.offsets.base;
        let (start, end) = (local(span.range().start), local(span.range().end));
        let words = self.offsets.text[start..end].trim_end();
        let (start, end) = if words.is_empty() {
            let before = self.offsets.text[..start].trim_end();
            (
                before.char_indices().last().map_or(0, |(at, _)| at),
                before.len(),
            )
        } else {
            (start, start + words.len())
        };
        Span::new(
            self.file,
            self.offsets.base + start..self.offsets.base + end,
        )
    }

    /// Anchors and tags stand before a value, where its place begins.
    fn refuse_decorations(&mut self, anchor: usize, tagged: bool, span: Span) {
        if anchor == 0 && !tagged {
            return;
        }
        let start = span.range().start;
        let value = &self.offsets.text[start - self.offsets.base..];
        // Where nothing is blank a word is as long as the file, and each of its values would look through all of it.
        let ends = |it: char| it.is_whitespace() || matches!(it, ',' | '[' | ']' | '{' | '}');
        let word = value.find(ends).unwrap_or(value.len());
        let span = Span::new(self.file, start..start + word);
        if anchor != 0 {
            self.refuse(
                Code::YamlAnchor,
                span,
                "an anchor names a value",
                ANCHOR_HELP,
            );
        }
        if tagged {
            self.refuse(Code::YamlTag, span, "a tag gives a value a type", TAG_HELP);
        }
    }

    /// A value that is named, repeated or typed elsewhere is not what it seems to be here, so a file that
    /// has one is not read further.
    fn refuse(&mut self, code: Code, span: Span, message: &str, help: &str) {
        self.report
            .push(Diagnostic::new(code, span, message).help(help));
        self.usable = false;
    }

    fn span(&mut self, marks: MarkedSpan) -> Span {
        let start = self.offsets.byte(&marks.start);
        let end = self.offsets.byte(&marks.end);
        Span::new(self.file, start..end.max(start))
    }
}

/// The tab that a parser refused. It noticed where the value before a tab that indents a line begins, or behind it; any other
/// tab is where it noticed.
fn indenting_tab(text: &str, at: usize) -> usize {
    let indents = |tab: &usize| {
        let before = text[..*tab].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    };
    let behind = text[..at].ends_with('\t').then(|| at - 1);
    let ahead = || text[at..].find('\t').map(|tab| at + tab);
    behind.or_else(ahead).filter(indents).unwrap_or(at)
}

/// Turns the parser's character indexes into bytes; asked in nearly ascending order, so it walks on
/// from the last answer.
struct Offsets<'a> {
    text: &'a str,
    base: usize,
    character: usize,
    byte: usize,
}

impl<'a> Offsets<'a> {
    fn new(text: &'a str, base: usize) -> Self {
        Self {
            text,
            base,
            character: 0,
            byte: 0,
        }
    }

    fn byte(&mut self, marker: &Marker) -> usize {
        let target = marker.index();
        let bytes = self.text.as_bytes();
        let is_start = |byte: u8| byte & 0xC0 != 0x80;
        while self.character > target {
            self.byte -= 1;
            if is_start(bytes[self.byte]) {
                self.character -= 1;
            }
        }
        while self.character < target && self.byte < bytes.len() {
            self.byte += 1;
            while self.byte < bytes.len() && !is_start(bytes[self.byte]) {
                self.byte += 1;
            }
            self.character += 1;
        }
        self.base + self.byte
    }
}
