use super::{Index, Page, Route};
use crate::compare::Row;
use crate::corpus::{Claim, Corpus, LanguageId};

/// How many entries of a list stand on one sheet at most: as many statements with their quotations, in Chinese, as a
/// server sends in the first ten packets of a connection (RFC 6928), compressed, with what stands above them.
pub const SHEET: usize = 80;

/// How many entries of a list stand on each of its sheets. They share it evenly, so that the last is no stub and the
/// first no heavier than it has to be.
pub fn sheet_size(entries: usize) -> usize {
    entries.div_ceil(sheets_of(entries)).max(1)
}

fn sheets_of(entries: usize) -> usize {
    entries.div_ceil(SHEET).max(1)
}

/// Every page that the site has in each language, the largest kinds first, so that no thread is left with a theme page when
/// the others are done. Claims have one where readers see them.
pub fn pages(corpus: &Corpus, is_shown: impl Fn(&Claim) -> bool) -> Vec<Page> {
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
    pages.extend([
        Page::Home,
        Page::Themes,
        Page::Documents,
        Page::Voices,
        Page::Terms,
        Page::Perspectives,
        Page::Tensions,
        Page::Figures,
        Page::Search,
        Page::Compare,
        Page::Tray,
        Page::Data,
    ]);
    pages.extend(corpus.voices().map(|(id, _)| Page::Voice(id)));
    pages.extend(corpus.terms().map(|(id, _)| Page::Term(id)));
    pages.extend(corpus.questions().map(|(id, _)| Page::Question(id)));
    pages.extend(corpus.questions().map(|(id, _)| Page::Embed(id)));
    pages.extend(corpus.pages().map(|(id, _)| Page::Prose(id)));
    let claims = corpus.claims().filter(|(_, it)| is_shown(it));
    pages.extend(claims.map(|(id, _)| Page::Claim(id)));
    pages
}

/// Every page of the site in every language, sheet by sheet. Drafts have no page unless they are asked for.
pub fn plan(corpus: &Corpus, rows: &[Row], index: &Index) -> Vec<Route> {
    let pages = pages(corpus, |claim| index.shows(claim.status));
    let sheets: Vec<(Page, usize)> = pages
        .into_iter()
        .map(|page| (page, sheets(page, corpus, rows, index)))
        .collect();
    let mut routes: Vec<Route> = Vec::new();
    for (language, _) in corpus.site.languages() {
        for &(page, sheets) in &sheets {
            routes.extend((1..=sheets).map(|sheet| Route {
                language,
                page,
                sheet,
            }));
        }
    }
    if corpus.site.base_url.is_some() {
        routes.push(Route {
            language: LanguageId::FIRST,
            page: Page::NotFound,
            sheet: 1,
        });
    }
    routes
}

/// How many sheets a page has: as many as its longest list needs.
pub fn sheets(page: Page, corpus: &Corpus, rows: &[Row], index: &Index) -> usize {
    let longest = match page {
        Page::Documents => corpus.documents.len(),
        Page::Voices => corpus.voices.len(),
        Page::Terms => corpus.terms.len(),
        Page::Document(id) => index.of_document(id).len(),
        Page::Record(id) => corpus[id].claims.len(),
        Page::Voice(id) => index.of_voice(id).len(),
        Page::Term(id) => index.of_term(id).len(),
        Page::Question(id) => {
            let lists = rows[id.index()].lists().map(|list| list.len());
            lists.chain([index.uncounted(id).len()]).max().unwrap_or(0)
        }
        Page::Figures => index.figures.alone.len().max(index.figures.axes.len()),
        Page::Tensions => index.threads.len(),
        Page::Search => corpus.documents.len() + corpus.voices.len() + corpus.terms.len(),
        Page::Perspectives => {
            let grain = &index.grain;
            grain.praise.len().max(grain.criticism.len())
        }
        Page::Home
        | Page::Themes
        | Page::Theme(_)
        | Page::Reading(_)
        | Page::Claim(_)
        | Page::Compare
        | Page::Tray
        | Page::Embed(_)
        | Page::Data
        | Page::Prose(_)
        | Page::NotFound => 1,
    };
    sheets_of(longest)
}

#[cfg(test)]
mod tests {
    use super::{SHEET, sheet_size, sheets_of};

    #[test]
    fn sheets_share_a_list_evenly() {
        for (entries, size) in [(0, 1), (1, 1), (80, 80), (81, 41), (161, 54), (250, 63)] {
            assert_eq!(sheet_size(entries), size, "{entries}");
        }
        for entries in 1..30_000 {
            let size = sheet_size(entries);
            assert!(size <= SHEET);
            assert_eq!(entries.div_ceil(size), sheets_of(entries), "{entries}");
        }
    }
}
