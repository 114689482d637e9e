use std::fmt;

use serde::{Serialize, Serializer};

/// Markup that is safe to place in a page as it is: escaped text, or what this room wrote and sanitised.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Html(String);

impl Html {
    /// Text as markup: what HTML reads as syntax, in content and in quoted attributes, is escaped.
    #[must_use]
    pub fn escape(text: &str) -> Self {
        let mut html = String::with_capacity(text.len() + 16);
        push_escaped(&mut html, text);
        Self(html)
    }

    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same within an element that names its language.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Self {
        let mut html = "<div lang=\"".to_owned();
        push_escaped(&mut html, tag);
        Self(format!("{html}\">{}</div>", self.0))
    }

    /// Markup that was made safe: by this room, or by a template that escapes what it is given.
    pub(crate) fn trusted(markup: String) -> Self {
        Self(markup)
    }
}

impl fmt::Display for Html {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Appends text, escaped for content and for quoted attributes.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    let mut rest = text;
    let is_syntax = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    while let Some(at) = rest.bytes().position(is_syntax) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}
