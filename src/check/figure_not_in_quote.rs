use super::subject::Subject;
use super::wording::Passage;
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::Token;

/// The verbatim words of a figure are not among the words of the quotation.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let claim = subject.claim;
    for figure in &claim.figures {
        let words = Passage::new(&figure.verbatim);
        let is_quoted = |part: &Passage<'_>| {
            let mut windows = part.tokens.windows(words.tokens.len());
            windows.any(|window| window.iter().map(text).eq(words.tokens.iter().map(text)))
        };
        if words.tokens.is_empty() || !subject.wording.quote.iter().any(is_quoted) {
            let message = format!("`{}` is not in the quote", figure.verbatim);
            found.push(
                Diagnostic::new(Code::FigureNotInQuote, figure.span, message)
                    .related(claim.quote[0].span, "the quote")
                    .help("quote the words that hold the number, or correct `verbatim`"),
            );
        }
    }
}

fn text(token: &Token) -> &str {
    &token.text
}
