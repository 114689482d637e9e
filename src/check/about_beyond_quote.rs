use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic};

/// `about` has several sides, and the quote names some of them but not all.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Subject {
        context,
        claim,
        wording,
    } = subject;
    let naming = &context.naming;
    let sides = claim.about.sides();
    if sides.len() < 2 {
        return;
    }
    let (named, others): (Vec<_>, Vec<_>) = sides.iter().partition(|&&side| {
        wording
            .quote
            .iter()
            .any(|it| naming.is_meant(side, &it.words()))
    });
    if named.is_empty() {
        return;
    }
    let names: Vec<&str> = named
        .iter()
        .map(|&&side| context.side(side).name.first())
        .collect();
    for &side in others {
        if wording
            .beside()
            .iter()
            .any(|it| naming.is_meant(side, &it.words()))
        {
            continue;
        }
        let message = format!(
            "the claim is about `{}` too, and the quote names only {}",
            context.side(side).id,
            names.join(" and ")
        );
        found.push(
            Diagnostic::new(Code::AboutBeyondQuote, claim.quote[0].span, message).help(
                "remove the side from `about`, quote the words that name it, or tell in `note` why it is meant",
            ),
        );
    }
}
