use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::weight;

/// A quotation has more words than the site allows; two Han characters count as one word.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let most = subject.context.max_quotation_words();
    let parts = subject.wording.quote.iter();
    let half_words: usize = parts.map(|part| weight(&part.tokens)).sum();
    let words = half_words.div_ceil(2);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a quotation has far fewer than 2^53 words"
    )]
    let too_long = words as f64 > most;
    if too_long {
        let message = format!("the quote has {words} words, and at most {most} may be quoted");
        found.push(
            Diagnostic::new(Code::QuoteTooLong, subject.claim.quote[0].span, message).help(
                "quote the words that carry the statement, in parts where others stand between",
            ),
        );
    }
}
