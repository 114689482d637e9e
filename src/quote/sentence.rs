use super::token::{Token, TokenKind};

/// The tokens with which sentences begin, the first among them.
///
/// A sentence ends at a mark that ends sentences and is followed by white space and anything but a
/// small letter, or at a blank line unless a small letter goes on after it, as where a page was cut.
pub fn sentence_starts(text: &str, tokens: &[Token]) -> Vec<usize> {
    let gap = |at: usize| {
        let next = tokens.get(at + 1)?;
        text.get(tokens[at].end..next.start)
    };
    let mut starts = vec![0];
    for (index, pair) in tokens.windows(2).enumerate() {
        let seam = Seam {
            text,
            before: &pair[0],
            between: gap(index).unwrap_or_default(),
            after: &pair[1],
            after_next: gap(index + 1).unwrap_or_default(),
        };
        // A number stuck to the stop before it is what is left of a footnote.
        let stop_before = index.checked_sub(1).and_then(gap);
        let is_note = seam.before.kind == TokenKind::Number
            && stop_before.is_some_and(|gap| matches!(gap, "." | ".”" | ".\"" | ".’" | ".'"))
            && tokens[index - 1].kind == TokenKind::Word;
        if seam.ends_sentence(is_note) {
            starts.push(index + 1);
        }
    }
    starts
}

/// What stands between two neighbouring tokens.
struct Seam<'a> {
    text: &'a str,
    before: &'a Token,
    between: &'a str,
    after: &'a Token,
    after_next: &'a str,
}

impl Seam<'_> {
    fn ends_sentence(&self, has_stop: bool) -> bool {
        if self.between.contains(['。', '！', '？']) {
            return true;
        }
        if self.printed(self.after).starts_with(char::is_lowercase) {
            return false;
        }
        if has_blank_line(self.between) {
            return true;
        }
        let stop = self.between.find(['.', '!', '?']);
        let rest = match stop {
            Some(stop) => &self.between[stop + 1..],
            None if has_stop => self.between,
            None => return false,
        };
        // White space parts sentences, and so does what is left of a footnote or a mark of quotation.
        let parts = |value: char| value.is_whitespace() || !matches!(value, '.' | ',' | '-' | '/');
        let is_abbreviated = self.between.starts_with('.') && self.is_abbreviation();
        rest.contains(parts) && !is_abbreviated
    }

    /// Whether the stop belongs to an initial or another abbreviation and need not end a sentence.
    fn is_abbreviation(&self) -> bool {
        const TITLES: [&str; 10] = [
            "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "vs",
        ];
        const OPENERS: [&str; 20] = [
            "the", "this", "that", "these", "those", "it", "he", "she", "they", "we", "in", "on",
            "at", "as", "but", "and", "if", "when", "while", "however",
        ];
        if self.before.kind != TokenKind::Word {
            return false;
        }
        let initial = |token: &Token| {
            token.kind == TokenKind::Word && self.printed(token).chars().count() == 1
        };
        let dotted = self.printed(self.before).contains('.');
        let opens = OPENERS.contains(&self.after.text.as_str());
        TITLES.contains(&self.before.text.as_str())
            || (initial(self.before) || dotted) && !opens
            || initial(self.after) && self.after_next.starts_with('.')
    }

    fn printed(&self, token: &Token) -> &str {
        &self.text[token.start..token.end]
    }
}

/// Whether a line with nothing on it stands in what is between two tokens.
fn has_blank_line(between: &str) -> bool {
    let mut breaks = 0;
    for value in between.replace("\r\n", "\n").chars() {
        match value {
            '\n' | '\r' => breaks += 1,
            value if value.is_whitespace() => {}
            _ => breaks = 0,
        }
        if breaks > 1 {
            return true;
        }
    }
    false
}
