/// Words on one line, without characters that nobody sees: YAML has no room for most of them.
pub fn one_line(words: &str) -> String {
    let is_gap = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    let parts: Vec<&str> = words
        .split(is_gap)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}
