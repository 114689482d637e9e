use crate::source::is_for_readers;

/// Words on one line, without characters that nobody reads: YAML has no room for most of them.
pub fn one_line(words: &str) -> String {
    let is_gap =
        |letter: char| letter.is_whitespace() || letter == '\u{feff}' || !is_for_readers(letter);
    let parts: Vec<&str> = words
        .split(is_gap)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}
