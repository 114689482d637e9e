/// A mould with words in the place of the letters that stand for them.
pub(super) fn filled(mould: &str, words: &[(char, &str)]) -> String {
    let length: usize = words.iter().map(|(_, words)| words.len()).sum();
    let mut text = String::with_capacity(mould.len() + length);
    for part in mould.split_inclusive(|letter| words.iter().any(|(it, _)| *it == letter)) {
        let stood_for = words.iter().find(|(letter, _)| part.ends_with(*letter));
        match stood_for {
            Some((letter, words)) => {
                text.push_str(part.trim_end_matches(*letter));
                text.push_str(words);
            }
            None => text.push_str(part),
        }
    }
    text
}
