use super::subject::Subject;
use super::wording::Passage;
use crate::diagnostic::{Code, Diagnostic};

/// What denies without being a word of negation.
struct Denials {
    words: &'static [&'static str],
    beginnings: &'static [&'static str],
    endings: &'static [&'static str],
}

const ENGLISH: Denials = Denials {
    words: &[
        "against",
        "avoid",
        "avoided",
        "avoids",
        "away",
        "ban",
        "banned",
        "bans",
        "beyond",
        "despite",
        "end",
        "ended",
        "ends",
        "except",
        "exempt",
        "far",
        "few",
        "fewer",
        "free",
        "hard",
        "instead",
        "less",
        "little",
        "only",
        "prevent",
        "prevented",
        "prevents",
        "rather",
        "refuse",
        "refused",
        "refuses",
        "reject",
        "rejected",
        "rejects",
        "save",
        "short",
        "still",
        "too",
        "yet",
    ],
    beginnings: &[
        "absen", "block", "denial", "denie", "deny", "disag", "disap", "discon", "dispu", "disreg",
        "exclu", "fail", "forb", "halt", "illeg", "impos", "imper", "inab", "inadeq", "incap",
        "incomp", "ineff", "insuff", "invis", "irrel", "irresp", "lack", "miss", "neglect",
        "oppos", "prohib", "stop", "unab", "unaf", "unav", "uncl", "unf", "unl", "unn", "unp",
        "unr", "uns", "unw",
    ],
    endings: &["less"],
};

const CHINESE: Denials = Denials {
    words: &["缺", "难", "難", "禁", "拒", "反", "只", "少"],
    beginnings: &[],
    endings: &[],
};

/// The statement denies something, and neither the quote nor the note does.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Subject {
        context,
        claim,
        wording,
    } = subject;
    let mut says = wording.says.iter();
    if !says.any(|passage| context.naming.is_denied(&passage.words())) {
        return;
    }
    let denies = |passage: &Passage<'_>| passage.words().has_negation();
    if wording
        .ground()
        .any(|passage| denies(passage) || may_deny(passage))
    {
        return;
    }
    found.push(
        Diagnostic::new(
            Code::NegationNotInQuote,
            claim.statement,
            "the statement denies something, and neither quote nor note does",
        )
        .related(claim.quote[0].span, "the quote")
        .help("say it without the negation, quote the words that deny it, or tell the reason in `note`"),
    );
}

fn may_deny(passage: &Passage<'_>) -> bool {
    let mut words = passage.tokens.iter().flat_map(|it| it.text.split('-'));
    words.any(|word| {
        [ENGLISH, CHINESE].iter().any(|denials| {
            let begins = |it: &&str| word.len() > it.len() + 2 && word.starts_with(it);
            let ends = |it: &&str| word.len() > it.len() + 1 && word.ends_with(it);
            denials.words.contains(&word)
                || denials.beginnings.iter().any(begins)
                || denials.endings.iter().any(ends)
        })
    })
}
