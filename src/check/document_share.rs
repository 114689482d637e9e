use super::Evidence;
use crate::corpus::{Corpus, DocumentId, ThemeId};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::{BTreeMap, BTreeSet};

/// One document alone treats a theme, or gives a greater share of its claims than the site wants.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let counted = corpus.claims.iter().filter(|claim| claim.counts());
    let documents: BTreeSet<DocumentId> = counted.map(|claim| claim.document).collect();
    if documents.len() < 2 {
        return;
    }
    for (theme, documents) in claims_by_document(corpus) {
        let all: usize = documents.values().sum();
        let Some((&document, &most)) = documents.iter().max_by_key(|(_, claims)| **claims) else {
            continue;
        };
        let (theme, id) = (&corpus[theme], &corpus[document].id);
        if documents.len() == 1 {
            let message = format!("every claim of the theme `{}` is from `{id}`", theme.id);
            found.push(
                Diagnostic::new(Code::SingleSourceTheme, theme.span, message)
                    .help("annotate another document on it, or allow it with the reason"),
            );
            continue;
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "a theme has far fewer than 2^53 claims"
        )]
        let share = most as f64 / all as f64;
        let limit = corpus.site.max_document_share;
        if share > limit {
            let message = format!(
                "{most} of {all} claims of the theme `{}` are from `{id}`, and its share may be at most {limit}",
                theme.id
            );
            found.push(
                Diagnostic::new(Code::DocumentShare, theme.span, message)
                    .help("annotate other documents on it, or allow it with the reason"),
            );
        }
    }
}

/// How many claims each document gives to each theme; themes without claims are absent.
fn claims_by_document(corpus: &Corpus) -> BTreeMap<ThemeId, BTreeMap<DocumentId, usize>> {
    let mut themes: BTreeMap<ThemeId, BTreeMap<DocumentId, usize>> = BTreeMap::new();
    for (_, document) in corpus.documents() {
        let claims = document.claims().map(|id| &corpus[id]);
        for claim in claims.filter(|claim| claim.counts()) {
            let of = |place: usize| corpus[claim.answers[place]].theme;
            for place in 0..claim.answers.len() {
                let theme = of(place);
                if (0..place).all(|earlier| of(earlier) != theme) {
                    let documents = themes.entry(theme).or_default();
                    *documents.entry(claim.document).or_default() += 1;
                }
            }
        }
    }
    themes
}
