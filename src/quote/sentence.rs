use super::token::{Token, TokenKind};

/// The tokens with which sentences begin, the first among them.
///
/// A sentence ends at a mark that ends sentences and is followed by white space and anything but a
/// small letter, or at a blank line unless a small letter goes on after it, as where a page was cut.
pub fn sentence_starts(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut starts = vec![0];
    for (index, pair) in tokens.windows(2).enumerate() {
        let between = text.get(pair[0].end..pair[1].start).unwrap_or_default();
        let next = text[pair[1].start..].chars().next();
        let small = next.is_some_and(char::is_lowercase);
        if ends_sentence(&pair[0], between, small) {
            starts.push(index + 1);
        }
    }
    starts
}

fn ends_sentence(before: &Token, between: &str, small: bool) -> bool {
    if between.contains(['。', '！', '？']) {
        return true;
    }
    let blank_line = between.matches('\n').count() > 1 && between.contains("\n\n")
        || between.contains("\r\n\r\n");
    if blank_line && !small {
        return true;
    }
    let Some(mark) = between.find(['.', '!', '?']) else {
        return false;
    };
    // A single letter before a stop is an initial or the end of "U.S.".
    let initial = before.kind == TokenKind::Word && before.end - before.start <= 1;
    let dotted = between.starts_with('.') && is_dotted(before);
    between[mark..].contains(char::is_whitespace) && !small && !initial && !dotted
}

/// Whether a token was written with dots between its letters.
fn is_dotted(token: &Token) -> bool {
    token.kind == TokenKind::Word
        && token.alternative.is_none()
        && token.end - token.start > token.text.len()
        && token.text.len() <= 4
}
