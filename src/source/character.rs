/// Whether a character means something to a reader. Controls and noncharacters mean nothing to anybody, and what the
/// private-use areas hold is agreed on by none but those who agreed; below, they stand for what is put in later.
pub fn is_for_readers(character: char) -> bool {
    // Every text is looked through by this, more than once, and nearly all of it is of these.
    if matches!(character, ' '..='~') {
        return true;
    }
    let code = u32::from(character);
    let is_noncharacter = code & 0xfffe == 0xfffe || matches!(code, 0xfdd0..=0xfdef);
    let is_private = matches!(code, 0xe000..=0xf8ff | 0xf_0000..);
    let is_control = character.is_control() && !matches!(character, '\t' | '\n' | '\r');
    !(is_noncharacter || is_private || is_control)
}

/// Words on one line, without characters that nobody reads: neither YAML nor a terminal has room for them.
pub fn one_line(words: &str) -> String {
    let is_gap =
        |letter: char| letter.is_whitespace() || letter == '\u{feff}' || !is_for_readers(letter);
    let parts: Vec<&str> = words
        .split(is_gap)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}
