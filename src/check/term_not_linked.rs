use super::context::Spelt;
use super::subject::Subject;
use crate::corpus::{Corpus, TermId};
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::{Name, tokens};
use std::collections::HashMap;

/// Every spelling of every term, by its first word.
pub struct TermNames(HashMap<String, Vec<(TermId, Name)>>);

impl TermNames {
    /// Those of a world.
    pub fn of(corpus: &Corpus) -> Self {
        let mut names: HashMap<String, Vec<(TermId, Name)>> = HashMap::new();
        for (id, term) in corpus.terms() {
            for form in Spelt::of(term).spellings(corpus.site.languages.len()) {
                if let Some(first) = first_word(form) {
                    let named = names.entry(first).or_default();
                    named.push((id, Name::new(form)));
                }
            }
        }
        Self(names)
    }
}

/// The word of a spelling by which statements that may hold it are found.
pub fn first_word(form: &str) -> Option<String> {
    Some(tokens(form).into_iter().next()?.text)
}

/// The statement names a term that the claim does not list.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (context, claim) = (subject.context, subject.claim);
    let TermNames(names) = &context.terms;
    let voice = context.speaker(claim.voice).name;
    for says in &subject.wording.says {
        let words = says.words();
        let begun = says
            .tokens
            .iter()
            .filter_map(|token| names.get(&token.text));
        for (term, name) in begun.flatten() {
            // The name of who speaks is linked as the voice.
            let Spelt { id, name: own, .. } = context.term(*term);
            let is_voice = own == voice;
            if claim.terms.contains(term) || is_voice || !words.hold(name) {
                continue;
            }
            let message = format!("the statement names the term `{id}` and does not link it");
            found.push(
                Diagnostic::new(Code::TermNotLinked, claim.statement, message)
                    .help(format!("add `{id}` to `terms`")),
            );
        }
    }
}
