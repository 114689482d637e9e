use super::Evidence;
use crate::corpus::Document;
use crate::diagnostic::{Code, Diagnostic, shown};
use crate::quote::{Examination, Proof, Stale, StaleProblem};

/// A document has neither text nor lock, a lock does not fit, or a section is not in the text.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(place) = evidence.survey.unreadable {
        let message = "`diptych pin` would write this otherwise";
        found.push(
            Diagnostic::new(Code::LockStale, place, message)
                .help("take the file from the last commit, or remove it and run `diptych pin`"),
        );
    }
    let documents = evidence.corpus.documents.iter();
    for (document, examination) in documents.zip(evidence.examinations) {
        if examination.proof == Proof::Nothing
            && examination.stale.is_empty()
            && !document.claims.is_empty()
        {
            found.push(missing(document));
        }
        found.extend(
            examination
                .stale
                .iter()
                .map(|stale| self::stale(stale, document)),
        );
        if examination.proof != Proof::Nothing {
            sections(document, examination, found);
        }
    }
}

fn missing(document: &Document) -> Diagnostic {
    let message = format!(
        "nothing shows that the quotes of `{}` are in its source",
        document.id
    );
    Diagnostic::new(Code::LockMissing, document.span, message)
        .help("run `diptych pin` where the source text is at hand, and commit `quotes.lock`")
}

fn stale(stale: &Stale, document: &Document) -> Diagnostic {
    let message = match &stale.problem {
        StaleProblem::Unreadable(words) => format!("the lock cannot be read: {words}"),
        StaleProblem::Version => "the lock was written by another version of Diptych".to_owned(),
        StaleProblem::Source => {
            "the source text is not the one that the lock was made from".to_owned()
        }
        StaleProblem::Settings => {
            "repairs, furniture or sections have changed since the lock was made".to_owned()
        }
        StaleProblem::Sides => {
            "the names of the sides have changed since the lock was made".to_owned()
        }
        StaleProblem::UnknownClaim(id) => format!("the lock has `{id}`, and the document does not"),
        StaleProblem::Differs(Some(id)) => {
            format!("what the lock says of `{id}` is not what the source says")
        }
        StaleProblem::Differs(None) => {
            "what the lock says of the source is not what the source says".to_owned()
        }
    };
    let help = format!(
        "run `diptych pin {}` where the source text is at hand",
        document.id
    );
    Diagnostic::new(Code::LockStale, stale.place, message).help(help)
}

fn sections(document: &Document, examination: &Examination, found: &mut Vec<Diagnostic>) {
    for (index, (section, start)) in (0..).zip(document.sections.iter().zip(&examination.sections))
    {
        if start.is_none() {
            let after = if index == 0 {
                ""
            } else {
                " after the section before"
            };
            let words = shown(&section.starts);
            let message = format!("no line of the source{after} begins with `{words}`");
            found.push(
                Diagnostic::new(Code::SectionNotFound, section.span, message)
                    .help("copy the words with which the section begins, in the order of the text"),
            );
        }
    }
}
