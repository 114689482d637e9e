use super::Scene;
use crate::site::{Page, Route, Url, pins_folder};

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
    /// The page for comparing.
    pub compare: Url,
    /// The tray.
    pub tray: Url,
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
    /// Lays what a reader chooses next to each other.
    pub compare: Url,
    /// Pins statements to the tray, and copies them with their source.
    pub pin: Url,
    /// Shows the tray and lets a reader take it away.
    pub tray: Url,
}

impl Scene<'_> {
    /// The style sheets that a page uses.
    pub fn styles_of(&self, route: Route) -> Vec<Url> {
        let styles = &self.assets.styles;
        let own = match route.page {
            Page::Home => Some(&styles.home),
            Page::Themes | Page::Theme(_) | Page::Question(_) | Page::Embed(_) => {
                Some(&styles.comparison)
            }
            Page::Compare => Some(&styles.compare),
            Page::Tray => Some(&styles.tray),
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
        let own = match route.page {
            // Only the first sheet says how the document is cited.
            Page::Document(_) if route.sheet == 1 => vec![&scripts.filter, &scripts.copy],
            Page::Theme(_) | Page::Document(_) | Page::Voice(_) => vec![&scripts.filter],
            Page::Claim(_) | Page::Question(_) => vec![&scripts.copy],
            Page::Compare => vec![&scripts.compare],
            Page::Tray => vec![&scripts.tray],
            Page::Search if route.sheet == 1 => vec![&scripts.search_index, &scripts.search],
            _ => Vec::new(),
        };
        let pin = shows_cards(route.page).then_some(&scripts.pin);
        // In a frame of another page there is no way to the search.
        let focus = (!matches!(route.page, Page::Embed(_))).then_some(&scripts.focus);
        let all = focus.into_iter().chain(own).chain(pin);
        all.cloned().collect()
    }

    /// The folder of what can be pinned, where a page shows cards.
    pub fn pins_of(&self, route: Route) -> Option<Url> {
        let folder = Url::file(&pins_folder(self.language, self.corpus));
        shows_cards(route.page).then_some(folder)
    }
}

/// Whether claims stand on a page as cards, or come to stand there.
fn shows_cards(page: Page) -> bool {
    match page {
        Page::Home
        | Page::Theme(_)
        | Page::Question(_)
        | Page::Document(_)
        | Page::Voice(_)
        | Page::Claim(_)
        | Page::Term(_)
        | Page::Perspectives
        | Page::Tensions
        | Page::Compare => true,
        Page::Themes
        | Page::Documents
        | Page::Record(_)
        | Page::Reading(_)
        | Page::Voices
        | Page::Terms
        | Page::Figures
        | Page::Search
        | Page::Tray
        | Page::Embed(_)
        | Page::Data
        | Page::Prose(_)
        | Page::NotFound => false,
    }
}
