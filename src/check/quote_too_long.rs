use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::{tokens, weight};

/// A quotation has more words than the site allows; two Han characters count as one word.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let most = evidence.corpus.site.max_quotation_words;
    for claim in &evidence.corpus.claims {
        let half_words: usize = claim
            .quote
            .iter()
            .map(|part| weight(&tokens(&part.value)))
            .sum();
        let words = half_words.div_ceil(2);
        #[expect(
            clippy::cast_precision_loss,
            reason = "a quotation has far fewer than 2^53 words"
        )]
        let too_long = words as f64 > most;
        if too_long {
            let message = format!("the quote has {words} words, and at most {most} may be quoted");
            found.push(
                Diagnostic::new(Code::QuoteTooLong, claim.quote[0].span, message).help(
                    "quote the words that carry the statement, in parts where others stand between",
                ),
            );
        }
    }
}
