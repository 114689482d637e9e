use crate::source::{Position, Sources, Span};

/// Where something stands, as a program outside wants to know it.
pub struct Place {
    /// The file, from the folder in which the command was given.
    pub path: String,
    /// The first character.
    pub start: Position,
    /// The character after the last.
    pub end: Position,
}

impl Place {
    /// The place of a span in sources that lie below a root, such as `.` or `sites/widgets`.
    pub fn of(span: Span, sources: &Sources, root: &str) -> Self {
        let file = sources.file(span.file);
        let range = span.range();
        let root = root.trim_end_matches('/').trim_start_matches("./");
        Self {
            path: match root {
                "" | "." => file.path().to_owned(),
                _ => format!("{root}/{}", file.path()),
            },
            start: file.position(range.start),
            end: file.position(range.end),
        }
    }
}
