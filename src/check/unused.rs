use super::Evidence;
use crate::corpus::{Corpus, TermId, VoiceId};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::BTreeSet;

/// Nobody refers to a voice or a term.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let voices = voices(corpus);
    for (_, voice) in corpus.voices().filter(|(id, _)| !voices.contains(id)) {
        let message = format!("no claim and no document names the voice `{}`", voice.id);
        found.push(
            Diagnostic::new(Code::UnusedVoice, voice.span, message)
                .help("remove the file, or name the voice where it speaks"),
        );
    }
    let terms: BTreeSet<TermId> = corpus
        .claims
        .iter()
        .flat_map(|it| it.terms.clone())
        .collect();
    for (id, term) in corpus.terms() {
        if !terms.contains(&id) {
            let message = format!("no claim lists the term `{}`", term.id);
            found.push(
                Diagnostic::new(Code::UnusedTerm, term.span, message)
                    .help("remove the file, or list the term in the claims that name it"),
            );
        }
    }
}

fn voices(corpus: &Corpus) -> BTreeSet<VoiceId> {
    let documents = corpus.documents.iter().flat_map(|document| {
        let named = document.authors.iter().chain(&document.publisher);
        named.chain(&document.via)
    });
    let claims = corpus.claims.iter().flat_map(|claim| {
        let producers = claim.figures.iter().filter_map(|it| it.producer.value());
        [&claim.voice]
            .into_iter()
            .chain(&claim.via)
            .chain(producers)
    });
    documents.chain(claims).copied().collect()
}
