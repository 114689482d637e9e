use super::Scene;
use super::link::Link;
use crate::prose::Html;
use crate::site::{Page, Url};
use serde::Serialize;

/// What surrounds a page and is the same on all pages of a language that lie on one way: `components/shell.html`.
#[derive(Clone, Debug, Serialize)]
pub struct Shell {
    /// The main ways through the site.
    pub ways: Vec<Way>,
    /// Prose pages, the search, the tray and the data.
    pub pages: Vec<Link>,
}

/// One of the main ways through the site.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub url: Url,
    /// Whether the page lies on it.
    pub current: bool,
}

/// A shell, drawn once for all pages that it surrounds.
#[derive(Clone, Debug, Default)]
pub struct Shells {
    /// The main ways, as items of a list.
    pub ways: Html,
    /// The pages, as items of a list.
    pub pages: Html,
}

/// The main ways, each with its message and where it begins.
pub const WAYS: [(&str, Page); 8] = [
    ("themes", Page::Themes),
    ("compare", Page::Compare),
    ("documents", Page::Documents),
    ("voices", Page::Voices),
    ("terms", Page::Terms),
    ("figures", Page::Figures),
    ("tensions", Page::Tensions),
    ("perspectives", Page::Perspectives),
];

/// What surrounds the pages that lie on a way, by its place in [`WAYS`], or on none.
pub fn shell(scene: &Scene<'_>, on: Option<usize>) -> Shell {
    let ways = (0..).zip(WAYS).map(|(place, (message, page))| Way {
        text: scene.words.say(message),
        url: scene.url(page),
        current: on == Some(place),
    });
    let prose = scene.corpus.pages().map(|(id, _)| Page::Prose(id));
    let search = scene.has_search.then_some(Page::Search);
    let pages = prose.chain(search).chain([Page::Tray, Page::Data]);
    let pages = pages.map(|page| Link {
        text: scene.page_title(page),
        url: scene.url(page),
    });
    Shell {
        ways: ways.collect(),
        pages: pages.collect(),
    }
}

/// The way on which a page lies, by its place in [`WAYS`].
pub fn way_of(page: Page) -> Option<usize> {
    let begins = match page {
        Page::Theme(_) | Page::Question(_) => Page::Themes,
        Page::Document(_) | Page::Record(_) | Page::Reading(_) | Page::Claim(_) => Page::Documents,
        Page::Voice(_) => Page::Voices,
        Page::Term(_) => Page::Terms,
        page => page,
    };
    WAYS.iter().position(|(_, page)| *page == begins)
}
