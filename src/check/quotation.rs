use super::Evidence;
use crate::corpus::Claim;
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::{Failure, Nearest};
use crate::source::{Span, Spanned};
use crate::yaml::scalar;

/// The words of a quotation are not at exactly one place of the source, or nobody has looked.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    for examination in evidence.examinations {
        for (id, result) in &examination.claims {
            if let Err(failure) = result {
                found.push(diagnostic(&evidence.corpus[*id], failure));
            }
        }
    }
}

fn diagnostic(claim: &Claim, failure: &Failure) -> Diagnostic {
    let part = |index: usize| &claim.quote[index];
    let whole = claim.quote[0].span;
    match failure {
        Failure::TooShort {
            part: Some(index),
            beside,
        } => {
            let fault = short(part(*index).span, "this part of the quote");
            let around = beside.iter();
            around.fold(fault, |fault, words| {
                fault.note(format!("the source has: “{words}”"))
            })
        }
        Failure::TooShort { part: None, .. } => short(whole, "the quote"),
        Failure::InBrackets { part: index } => Diagnostic::new(
            Code::QuoteInBrackets,
            part(*index).span,
            "an editor's brackets or dots stand inside the quote",
        )
        .help("copy the words as they are, and leave words out by writing two parts"),
        Failure::NotFound {
            part: index,
            nearest,
        } => {
            let fault = Diagnostic::new(
                Code::QuoteNotFound,
                part(*index).span,
                "these words are not in the source",
            );
            match nearest {
                Some(nearest) => mended(fault, part(*index), nearest),
                None => fault.note("no passage of the source comes near").help(
                    "copy the words from the source, or see whether this is the right document",
                ),
            }
        }
        Failure::AlteredNumber {
            part: index,
            nearest,
        } => mended(
            Diagnostic::new(
                Code::QuoteAlteredNumber,
                part(*index).span,
                "the source has another number here",
            ),
            part(*index),
            nearest,
        ),
        Failure::CutNumber { part: index, whole } => Diagnostic::new(
            Code::QuoteAlteredNumber,
            part(*index).span,
            format!("the quote cuts `{whole}` in two"),
        )
        .help("take the number and its sign together, or neither"),
        Failure::OutOfOrder { found } => Diagnostic::new(
            Code::QuoteOutOfOrder,
            whole,
            "the parts of the quote stand in another order in the source",
        )
        .note(format!("the source has: “{found}”"))
        .help("write the parts in the order of the source"),
        Failure::Apart {
            part: index,
            words: 0,
        } => Diagnostic::new(
            Code::QuoteNotFound,
            part(*index).span,
            "no word is left out before this part",
        )
        .help("write the two parts as one"),
        Failure::Apart { part: index, words } => Diagnostic::new(
            Code::QuoteNotFound,
            part(*index).span,
            format!("{words} words are left out before this part, and at most 150 may be"),
        )
        .help("quote from one place, or write two claims"),
        Failure::Ambiguous { places, around } => {
            let fault = Diagnostic::new(
                Code::QuoteAmbiguous,
                whole,
                format!("these words stand at {places} places of the source"),
            );
            let fault = around
                .iter()
                .fold(fault, |fault, words| fault.note(format!("“{words}”")));
            fault.help("quote more words, or add the words right before as `prefix` or right after as `suffix`")
        }
        Failure::WrongContext { found } => Diagnostic::new(
            Code::QuoteNotFound,
            whole,
            "the words are in the source, but not beside this `prefix` or `suffix`",
        )
        .note(format!("the source has: “{found}”"))
        .help("copy the words right before or right after the quote, or remove the key"),
        Failure::NotPinned => Diagnostic::new(
            Code::QuoteNotPinned,
            whole,
            "nobody has found this quote in the source text yet",
        )
        .help("run `diptych pin` where the source text is at hand, and commit `quotes.lock`"),
    }
}

fn short(span: Span, what: &str) -> Diagnostic {
    let message = format!("{what} has too few words to be found by");
    Diagnostic::new(Code::QuoteTooShort, span, message).help(
        "quote at least four words in all, or eight Han characters, and two words in each part",
    )
}

fn mended(fault: Diagnostic, part: &Spanned<String>, nearest: &Nearest) -> Diagnostic {
    let fault = fault.note(format!("the source has: “{}”", nearest.marked));
    let fault = if nearest.extra.is_empty() {
        fault
    } else {
        let extra: Vec<String> = nearest
            .extra
            .iter()
            .map(|word| format!("`{word}`"))
            .collect();
        fault.note(format!("not in the source here: {}", extra.join(", ")))
    };
    fault
        .help("if this is the passage, quote it as it is")
        .mend(part.span, scalar(&nearest.mended))
}
