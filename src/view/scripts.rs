use super::Scene;
use crate::site::{Page, Url};

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
    pub fn scripts_of(&self, page: Page) -> Vec<Url> {
        match page {
            Page::Theme(_) | Page::Document(_) | Page::Voice(_) => {
                vec![self.scripts.filter.clone()]
            }
            Page::Claim(_) => vec![self.scripts.copy.clone()],
            _ => Vec::new(),
        }
    }
}
