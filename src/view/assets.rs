use super::Scene;
use crate::site::{Page, Route, Url};

/// The published static files that pages refer to.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The style sheets.
    pub styles: Styles,
    /// The scripts.
    pub scripts: Scripts,
    /// The icon of the site.
    pub icon: Url,
    /// The picture that previews of links show, 1200 by 630 pixels.
    pub preview: Url,
}

/// Addresses of the style sheets: one for every page, and one more for pages of a kind.
#[derive(Clone, Debug)]
pub struct Styles {
    /// What all pages share.
    pub site: Url,
    /// The first page.
    pub home: Url,
    /// Pages with rows.
    pub comparison: Url,
    /// Documents and voices.
    pub document: Url,
    /// Pages of one statement.
    pub claim: Url,
    /// What is counted or drawn over all documents.
    pub survey: Url,
    /// Prose, terms and the data.
    pub prose: Url,
    /// The search.
    pub search: Url,
}

/// Addresses of the scripts, each named for what it lets a reader do.
#[derive(Clone, Debug)]
pub struct Scripts {
    /// Filters the statements of a page.
    pub filter: Url,
    /// Copies what is made to be copied.
    pub copy: Url,
    /// Leads a key to the field where words are searched for.
    pub focus: Url,
    /// Finds entries by words.
    pub search_index: Url,
    /// Shows what is found.
    pub search: Url,
}

impl Scene<'_> {
    /// The style sheets that a page uses.
    pub fn styles_of(&self, route: Route) -> Vec<Url> {
        let styles = &self.assets.styles;
        let own = match route.page {
            Page::Home => Some(&styles.home),
            Page::Themes | Page::Theme(_) | Page::Question(_) => Some(&styles.comparison),
            Page::Documents
            | Page::Document(_)
            | Page::Record(_)
            | Page::Reading(_)
            | Page::Voices
            | Page::Voice(_) => Some(&styles.document),
            Page::Claim(_) => Some(&styles.claim),
            Page::Perspectives | Page::Tensions | Page::Figures => Some(&styles.survey),
            Page::Terms | Page::Term(_) | Page::Data | Page::Prose(_) => Some(&styles.prose),
            Page::Search => Some(&styles.search),
            Page::NotFound => None,
        };
        [&styles.site].into_iter().chain(own).cloned().collect()
    }

    /// The scripts that a page uses.
    pub fn scripts_of(&self, route: Route) -> Vec<Url> {
        let scripts = &self.assets.scripts;
        let own: &[&Url] = match route.page {
            // Only the first sheet says how the document is cited.
            Page::Document(_) if route.sheet == 1 => &[&scripts.filter, &scripts.copy],
            Page::Theme(_) | Page::Document(_) | Page::Voice(_) => &[&scripts.filter],
            Page::Claim(_) => &[&scripts.copy],
            Page::Search if route.sheet == 1 => &[&scripts.search_index, &scripts.search],
            _ => &[],
        };
        let all = std::iter::once(&scripts.focus).chain(own.iter().copied());
        all.cloned().collect()
    }
}
