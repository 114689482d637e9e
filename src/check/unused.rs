use super::Evidence;
use crate::corpus::Corpus;
use crate::diagnostic::{Code, Diagnostic};

/// Nobody refers to a voice or a term.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let has_voice = used_voices(corpus);
    for (id, voice) in corpus.voices() {
        if !has_voice[id.index()] {
            let message = format!("no claim and no document names the voice `{}`", voice.id);
            found.push(
                Diagnostic::new(Code::UnusedVoice, voice.span, message)
                    .help("remove the file, or name the voice where it speaks"),
            );
        }
    }
    let mut has_term = vec![false; corpus.terms.len()];
    for term in corpus.claims.iter().flat_map(|it| &it.terms) {
        has_term[term.index()] = true;
    }
    for (id, term) in corpus.terms() {
        if !has_term[id.index()] {
            let message = format!("no claim lists the term `{}`", term.id);
            found.push(
                Diagnostic::new(Code::UnusedTerm, term.span, message)
                    .help("remove the file, or list the term in the claims that name it"),
            );
        }
    }
}

/// Of each voice, whether a document or a claim names it.
fn used_voices(corpus: &Corpus) -> Vec<bool> {
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
    let mut used = vec![false; corpus.voices.len()];
    for voice in documents.chain(claims) {
        used[voice.index()] = true;
    }
    used
}
