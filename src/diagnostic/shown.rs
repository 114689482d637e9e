/// Words of an author as a message shows them: on one line, at most 60 characters, with an escape in
/// place of what cannot be seen.
pub fn shown(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::with_capacity(words.len());
    for (at, character) in words.chars().enumerate() {
        if at == LONGEST {
            out.push('…');
            break;
        }
        match character {
            '"' | '\'' | '\\' => out.push(character),
            _ => out.extend(character.escape_debug()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(shown("a\u{200b}b\n"), "a\\u{200b}b\\n");
        assert_eq!(shown("C:\\“部件”'s 🧵"), "C:\\“部件”'s 🧵");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(shown(&"长".repeat(60)), "长".repeat(60));
        assert_eq!(shown(&"长".repeat(61)), format!("{}…", "长".repeat(60)));
    }
}
