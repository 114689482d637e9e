use super::character::is_fixed_space;
use super::token::tokens;

/// Printed words on one line: a break after a hyphen inside a word is dropped, other white space is
/// one space.
pub fn one_line(printed: &str) -> String {
    let mut line = String::with_capacity(printed.len());
    let mut from = 0;
    let tokens = if printed.contains(['\n', '\r']) {
        tokens(printed)
    } else {
        Vec::new()
    };
    for token in tokens.iter().filter(|it| !it.alternatives.is_empty()) {
        spaced(&mut line, &printed[from..token.start]);
        let word = printed[token.start..token.end].chars();
        line.extend(word.filter(|value| !value.is_whitespace()));
        from = token.end;
    }
    spaced(&mut line, &printed[from..]);
    line.trim().to_owned()
}

/// Adds words with single spaces between them; a space inside a number stays the one that it is.
fn spaced(line: &mut String, words: &str) {
    for value in words.chars() {
        let is_seen = !value.is_whitespace() && !value.is_control();
        if is_seen || is_fixed_space(value) {
            line.push(value);
        } else if !line.ends_with(char::is_whitespace) {
            line.push(' ');
        }
    }
}
