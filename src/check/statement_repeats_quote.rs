use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::Token;

/// The statement holds the quote word for word.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Subject { claim, wording, .. } = subject;
    let repeats = wording.says.iter().any(|says| {
        let mut rest = &says.tokens[..];
        wording
            .quote
            .iter()
            .all(|part| match after(rest, &part.tokens) {
                Some(after) => {
                    rest = after;
                    true
                }
                None => false,
            })
    });
    if repeats {
        found.push(
            Diagnostic::new(
                Code::StatementRepeatsQuote,
                claim.statement,
                "the statement repeats the quote word for word",
            )
            .related(claim.quote[0].span, "the quote")
            .help("say it in your own words, so that readers learn what the words mean here"),
        );
    }
}

/// What stands behind some words.
fn after<'a>(text: &'a [Token], words: &[Token]) -> Option<&'a [Token]> {
    let alike = |window: &[Token]| window.iter().zip(words).all(|(one, other)| one.is(other));
    let at = text.windows(words.len().max(1)).position(alike)?;
    Some(&text[at + words.len()..])
}
