/// The byte at which the line of an entry begins, or the first of the comment lines right above it: what is said there
/// belongs to the entry. A comment that is indented further belongs to what stands above it.
pub fn entry_begins(text: &str, entry: usize) -> usize {
    let line = |at: usize| text[..at].rfind('\n').map_or(0, |at| at + 1);
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut start = line(entry);
    let own = indentation(&text[start..]);
    while start > 0 {
        let above = line(start - 1);
        let comment = &text[above..start];
        if !comment.trim_start().starts_with('#') || indentation(comment) > own {
            break;
        }
        start = above;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::entry_begins;

    #[test]
    fn a_comment_belongs_to_what_stands_below() {
        let text = "# head\n\n- id: a\n  # of a\n# of b\n# more\n- id: b\n";
        let begins = |entry: &str| &text[entry_begins(text, text.find(entry).unwrap())..];
        assert!(begins("- id: a").starts_with("- id: a"));
        assert!(begins("id: b").starts_with("# of b\n"));
    }
}
