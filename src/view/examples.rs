use super::Scene;
use super::link::Link;
use crate::corpus::{LanguageId, Term, TermId};
use crate::site::Page;
use std::cmp::Reverse;

/// Bytes of the longest name that somebody would type: twenty Latin letters or six Chinese characters.
const LONGEST: usize = 20;
/// Examples in the language of the page; there is one in each of the others.
const OWN: usize = 2;

/// Searches that find something: for names of those terms that most statements name.
pub fn examples(scene: &Scene<'_>) -> Vec<Link> {
    let mut terms: Vec<(TermId, &Term)> = scene.corpus.terms().collect();
    terms.sort_by_key(|&(id, _)| Reverse(scene.index.of_term(id).len()));
    let all = scene.corpus.site.languages().map(|(language, _)| language);
    let others = all.filter(|&language| language != scene.language);
    let languages = [scene.language; OWN].into_iter().chain(others);
    let examples = languages.filter_map(|language| {
        let names = terms.iter().map(|&(_, term)| short_name(term, language));
        let (place, name) = names
            .enumerate()
            .find_map(|(place, name)| Some((place, name?)))?;
        terms.remove(place);
        let tag = &scene.corpus.site.languages[language.index()];
        Some(Link {
            text: scene.words_in(tag, name),
            url: scene.url(Page::Search).asking(name),
        })
    });
    examples.collect()
}

fn short_name(term: &Term, language: LanguageId) -> Option<&str> {
    let name = term.name.translation(language)?;
    (name.len() <= LONGEST).then_some(name)
}
