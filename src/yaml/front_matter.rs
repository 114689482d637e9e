use std::ops::Range;

/// Splits a Markdown file into its YAML front matter, between two lines of `---`, and the rest; as
/// byte ranges. `None` where the file does not begin with front matter.
pub fn front_matter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let is_fence = |line: &str| line.trim_end() == "---";
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| is_fence(line))?;
    let start = first.len();
    let mut at = start;
    for line in lines {
        if is_fence(line) {
            return Some((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_fences() {
        let text = "---\r\ntitle: A\r\n---\r\nBody\n---\n";
        let (head, body) = front_matter(text).unwrap();
        assert_eq!((&text[head], &text[body]), ("title: A\r\n", "Body\n---\n"));
        assert_eq!(front_matter("# No\n---\n"), None);
        assert_eq!(front_matter("---\nopen"), None);
    }
}
