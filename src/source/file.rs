use std::sync::OnceLock;

/// One file as it was found, with a path relative to the root and `/` between its parts.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    contents: Contents,
    /// Byte offset at which each line begins; made when the first place is asked for.
    lines: OnceLock<Box<[u32]>>,
    /// Characters before every so many bytes; made when the first column is asked for.
    characters: OnceLock<Box<[usize]>>,
}

/// What was found at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    /// UTF-8, without a byte order mark.
    Text(String),
    /// There is no such file, and there has to be one.
    Missing,
    /// Not UTF-8: the text up to the first wrong byte.
    NotUtf8(String),
    /// More bytes than a file of annotations may have; it was not read.
    TooLarge(u64),
    /// A symbolic link, which may lead anywhere; it was not followed.
    Link,
}

/// A line and a column, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line in the file.
    pub line: usize,
    /// Character in the line.
    pub column: usize,
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.contents == other.contents
    }
}

// Said, so that a file shared by two is known to be one without a look at its text.
impl Eq for SourceFile {}

impl SourceFile {
    /// Files above this size, in bytes, are not read.
    pub const SIZE_LIMIT: u64 = 8 * 1024 * 1024;

    /// A file whose contents the disk has sorted out.
    pub fn new(path: String, contents: Contents) -> Self {
        Self {
            path,
            contents,
            lines: OnceLock::new(),
            characters: OnceLock::new(),
        }
    }

    /// A file from its bytes: a byte order mark is dropped, wrong UTF-8 is noted.
    pub fn from_bytes(path: String, bytes: Vec<u8>) -> Self {
        let contents = match String::from_utf8(bytes) {
            Ok(mut text) => {
                if text.starts_with('\u{feff}') {
                    text.drain(..'\u{feff}'.len_utf8());
                }
                Contents::Text(text)
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                Contents::NotUtf8(String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned())
            }
        };
        Self::new(path, contents)
    }

    /// Path relative to the root.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was found there.
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// The text, or what there is of it.
    pub fn text(&self) -> &str {
        match &self.contents {
            Contents::Text(text) | Contents::NotUtf8(text) => text,
            Contents::Missing | Contents::TooLarge(_) | Contents::Link => "",
        }
    }

    /// The same file without its text, which still knows in which line something stood.
    #[must_use]
    pub fn without_text(&self) -> Self {
        self.lines();
        Self {
            path: self.path.clone(),
            contents: Contents::Text(String::new()),
            lines: self.lines.clone(),
            characters: OnceLock::new(),
        }
    }

    /// The line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.line_of(offset);
        let start = self.line_start(line);
        Position {
            line: line + 1,
            column: self.characters_before(offset) - self.characters_before(start) + 1,
        }
    }

    /// How many characters stand before a byte offset. A file can be one long line with thousands of faults in it, so
    /// that they are not counted from its beginning each time.
    fn characters_before(&self, offset: usize) -> usize {
        const STRETCH: usize = 1024;
        let bytes = self.text().as_bytes();
        let count = |bytes: &[u8]| bytes.iter().filter(|byte| is_first(**byte)).count();
        let stretches = self.characters.get_or_init(|| {
            let mut before = 0;
            let stretches = bytes.chunks(STRETCH).map(|stretch| {
                before += count(stretch);
                before
            });
            std::iter::once(0).chain(stretches).collect()
        });
        let whole = offset / STRETCH;
        stretches[whole] + count(&bytes[whole * STRETCH..offset])
    }

    /// The index, from 0, of the line that holds a byte offset.
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines()
            .partition_point(|&start| start as usize <= offset)
            - 1
    }

    /// The byte offset at which the line of this index begins; past the last line, the end of the text.
    pub fn line_start(&self, line: usize) -> usize {
        self.lines()
            .get(line)
            .map_or(self.text().len(), |&start| start as usize)
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = self.text().bytes().zip(1u32..);
            std::iter::once(0)
                .chain(breaks.filter(|&(byte, _)| byte == b'\n').map(|(_, at)| at))
                .collect()
        })
    }
}

/// Whether a byte of UTF-8 is the first of its character.
fn is_first(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_far_down_a_line() {
        let long = format!("first\n{}x", "一b".repeat(2000));
        let file = SourceFile::new("a".into(), Contents::Text(long.clone()));
        for (at, _) in long.char_indices().filter(|(at, _)| *at >= "first\n".len()) {
            let column = long["first\n".len()..at].chars().count() + 1;
            assert_eq!(file.position(at), Position { line: 2, column });
        }
    }

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::from_bytes("a".into(), "\u{feff}一: x\r\ny: é!".as_bytes().to_vec());
        let at = |needle: &str| file.position(file.text().find(needle).unwrap());
        assert_eq!(at("x"), Position { line: 1, column: 4 });
        assert_eq!(at("!"), Position { line: 2, column: 5 });
    }

    #[test]
    fn text_ends_where_utf8_ends() {
        let file = SourceFile::from_bytes("a".into(), b"ok\nbad \xff rest".to_vec());
        assert!(matches!(file.contents(), Contents::NotUtf8(text) if text == "ok\nbad "));
    }
}
