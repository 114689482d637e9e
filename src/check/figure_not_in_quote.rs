use super::Evidence;
use crate::corpus::Claim;
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::{Token, tokens};

/// The verbatim words of a figure are not among the words of the quotation.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    for claim in &evidence.corpus.claims {
        for figure in &claim.figures {
            let words = tokens(&figure.verbatim);
            if words.is_empty() || !is_quoted(claim, &words) {
                let message = format!("`{}` is not in the quote", figure.verbatim);
                found.push(
                    Diagnostic::new(Code::FigureNotInQuote, figure.span, message)
                        .related(claim.quote[0].span, "the quote")
                        .help("quote the words that hold the number, or correct `verbatim`"),
                );
            }
        }
    }
}

fn is_quoted(claim: &Claim, words: &[Token]) -> bool {
    let forms =
        |tokens: &[Token]| -> Vec<String> { tokens.iter().map(|it| it.text.clone()).collect() };
    let words = forms(words);
    claim.quote.iter().any(|part| {
        let part = forms(&tokens(&part.value));
        part.windows(words.len()).any(|window| window == words)
    })
}
