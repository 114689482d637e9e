use super::{Page, Route};
use crate::corpus::Corpus;
use crate::vocabulary::Status;

/// Every page of the site in every language, the largest kinds first, so that no thread is left with
/// a theme page when the others are done. Drafts have no page unless they are asked for.
pub fn plan(corpus: &Corpus, drafts: bool) -> Vec<Route> {
    let shown = |claim: &crate::corpus::Claim| drafts || claim.status != Some(Status::Draft);
    let mut pages: Vec<Page> = Vec::new();
    pages.extend(corpus.themes().map(|(id, _)| Page::Theme(id)));
    pages.extend(corpus.documents().map(|(id, _)| Page::Document(id)));
    if corpus.site.source_view {
        let annotated = corpus
            .documents()
            .filter(|(_, it)| it.claims_file.is_some());
        pages.extend(annotated.map(|(id, _)| Page::Record(id)));
    }
    let read = corpus.documents().filter(|(_, it)| it.text_file.is_some());
    pages.extend(read.map(|(id, _)| Page::Reading(id)));
    pages.extend([Page::Home, Page::Themes, Page::Documents, Page::Voices]);
    pages.extend(corpus.voices().map(|(id, _)| Page::Voice(id)));
    pages.extend(corpus.questions().map(|(id, _)| Page::Question(id)));
    pages.extend(corpus.pages().map(|(id, _)| Page::Prose(id)));
    let claims = corpus.claims().filter(|(_, claim)| shown(claim));
    pages.extend(claims.map(|(id, _)| Page::Claim(id)));
    let mut routes: Vec<Route> = corpus
        .site
        .languages()
        .flat_map(|(language, _)| pages.iter().map(move |&page| Route { language, page }))
        .collect();
    if corpus.site.base_url.is_some() {
        routes.push(Route {
            language: crate::corpus::LanguageId::FIRST,
            page: Page::NotFound,
        });
    }
    routes
}
