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

/// Addresses of the style sheets, each for pages of a kind and with what all pages share.
#[derive(Clone, Debug)]
pub struct Styles {
    /// Pages that need no more than what all share.
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
    /// All that can be done on a page with cards: filters and pins statements, copies, leads a key to the search.
    pub cards: Url,
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
    /// The style sheet that a page uses.
    pub fn style_of(&self, route: Route) -> Url {
        let styles = &self.assets.styles;
        let style = match route.page {
            Page::Home => &styles.home,
            Page::Themes | Page::Theme(_) | Page::Question(_) | Page::Embed(_) => {
                &styles.comparison
            }
            Page::Compare => &styles.compare,
            Page::Tray => &styles.tray,
            Page::Documents
            | Page::Document(_)
            | Page::Record(_)
            | Page::Reading(_)
            | Page::Voices
            | Page::Voice(_) => &styles.document,
            Page::Claim(_) => &styles.claim,
            Page::Perspectives | Page::Tensions | Page::Figures => &styles.survey,
            Page::Terms | Page::Term(_) | Page::Data | Page::Prose(_) => &styles.prose,
            Page::Search => &styles.search,
            Page::NotFound => &styles.site,
        };
        style.clone()
    }

    /// The scripts that a page uses.
    pub fn scripts_of(&self, route: Route) -> Vec<Url> {
        let scripts = &self.assets.scripts;
        let all = match route.page {
            Page::Compare => vec![&scripts.focus, &scripts.compare, &scripts.pin],
            Page::Tray => vec![&scripts.focus, &scripts.tray],
            Page::Search if route.sheet == 1 => {
                vec![&scripts.focus, &scripts.search_index, &scripts.search]
            }
            // In a frame of another page there is no way to the search.
            Page::Embed(_) => Vec::new(),
            page if shows_cards(page) => vec![&scripts.cards],
            _ => vec![&scripts.focus],
        };
        all.into_iter().cloned().collect()
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
