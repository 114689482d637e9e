use super::Scene;
use crate::site::{Page, Route, Url};

/// Addresses of the scripts, each named for what it lets a reader do.
#[derive(Clone, Debug)]
pub struct Scripts {
    /// Filters the statements of a page.
    pub filter: Url,
    /// Copies what is made to be copied.
    pub copy: Url,
}

impl Scene<'_> {
    /// The scripts that a page uses.
    pub fn scripts_of(&self, route: Route) -> Vec<Url> {
        match route.page {
            // Only the first sheet says how the document is cited.
            Page::Document(_) if route.sheet == 1 => {
                vec![self.scripts.filter.clone(), self.scripts.copy.clone()]
            }
            Page::Theme(_) | Page::Document(_) | Page::Voice(_) => {
                vec![self.scripts.filter.clone()]
            }
            Page::Claim(_) => vec![self.scripts.copy.clone()],
            _ => Vec::new(),
        }
    }
}
