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
            for form in [&term.name].into_iter().chain(&term.forms) {
                for (language, _) in corpus.site.languages() {
                    let Some(form) = form.translation(language) else {
                        continue;
                    };
                    if let Some(first) = tokens(form).first() {
                        let named = names.entry(first.text.clone()).or_default();
                        named.push((id, Name::new(form)));
                    }
                }
            }
        }
        Self(names)
    }
}

/// The statement names a term that the claim does not list.
pub fn find(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (corpus, claim) = (subject.context.corpus, subject.claim);
    let TermNames(names) = &subject.context.terms;
    for says in &subject.wording.says {
        let words = says.words();
        let begun = says
            .tokens
            .iter()
            .filter_map(|token| names.get(&token.text));
        for (term, name) in begun.flatten() {
            // The name of who speaks is linked as the voice.
            let is_voice = corpus[*term].name == corpus[claim.voice].name;
            if claim.terms.contains(term) || is_voice || !words.hold(name) {
                continue;
            }
            let id = &corpus[*term].id;
            let message = format!("the statement names the term `{id}` and does not link it");
            found.push(
                Diagnostic::new(Code::TermNotLinked, claim.statement, message)
                    .help(format!("add `{id}` to `terms`")),
            );
        }
    }
}
