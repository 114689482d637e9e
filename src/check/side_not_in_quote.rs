use super::subject::Subject;
use super::wording::Passage;
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::Words;

/// The statement names a side that it is not about and that neither quote nor note names.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Subject {
        context,
        claim,
        wording,
    } = subject;
    let speaker = context.speaker(claim.voice);
    let naming = &context.naming;
    let says: Vec<Words<'_>> = wording.says.iter().map(Passage::words).collect();
    for (side, record) in context.sides() {
        let is_concerned = claim.about.sides().contains(&side)
            || claim.addressee.contains(&side)
            || speaker.allegiance.side() == Some(side);
        if is_concerned || !says.iter().any(|it| naming.is_named(side, it)) {
            continue;
        }
        if wording
            .ground()
            .any(|it| naming.is_meant(side, &it.words()))
        {
            continue;
        }
        let name = record.name.first();
        let message = format!("the statement names {name}, and neither quote nor note does");
        found.push(
            Diagnostic::new(Code::SideNotInQuote, claim.statement, message)
                .related(claim.quote[0].span, "the quote")
                .help(
                    "quote the words that name it, tell in `note` why it is meant, or leave it out",
                ),
        );
    }
}
