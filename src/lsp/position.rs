use lsp_types::{Position, Range};
use std::ops;

/// A text with the beginnings of its lines; a protocol counts columns in UTF-16, we count in bytes.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    pub fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    /// The byte of a position; behind the end of a line, its end.
    pub fn offset(&self, position: Position) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        let Some(&start) = self.starts.get(line) else {
            return self.text.len();
        };
        let end = self.starts.get(line + 1).copied();
        let words = &self.text[start..end.unwrap_or(self.text.len())];
        let words = words.trim_end_matches(['\n', '\r']);
        let mut left = usize::try_from(position.character).unwrap_or(usize::MAX);
        for (at, character) in words.char_indices() {
            if left < character.len_utf16() {
                return start + at;
            }
            left -= character.len_utf16();
        }
        start + words.len()
    }

    /// The position of a byte.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        let column: usize = before.chars().map(char::len_utf16).sum();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position::new(number(line), number(column))
    }

    /// The range of some bytes.
    pub fn range(&self, bytes: ops::Range<usize>) -> Range {
        Range::new(self.position(bytes.start), self.position(bytes.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_as_the_protocol_does() {
        let text = "中文: 𝕏y\r\nend";
        let lines = Lines::new(text);
        for (needle, line, column) in [("文", 0, 1), ("y", 0, 6), ("\r", 0, 7), ("nd", 1, 1)] {
            let offset = text.find(needle).unwrap();
            let position = Position::new(line, column);
            assert_eq!(lines.position(offset), position);
            assert_eq!(lines.offset(position), offset);
        }
        assert_eq!(lines.offset(Position::new(0, 99)), text.find('\r').unwrap());
        assert_eq!(lines.offset(Position::new(9, 0)), text.len());
    }
}
