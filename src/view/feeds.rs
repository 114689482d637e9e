use super::Scene;
use crate::corpus::Date;
use crate::site::{Page, Route};
use serde::Serialize;

/// `feeds/sitemap.xml`
#[derive(Clone, Debug, Serialize)]
pub struct Sitemap {
    /// Every page, by address.
    pub pages: Vec<SitemapEntry>,
}

/// A page of the site map.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapEntry {
    /// Its absolute address.
    pub url: String,
    /// The day on which its document joined the site, after ISO 8601.
    pub added: Option<String>,
}

/// `feeds/robots.txt`
#[derive(Clone, Debug, Serialize)]
pub struct Robots {
    /// Absolute address of the site map.
    pub sitemap: Option<String>,
}

/// `feeds/sitemap_index.xml`
#[derive(Clone, Debug, Serialize)]
pub struct SitemapIndex {
    /// Absolute addresses of the site maps.
    pub sitemaps: Vec<String>,
}

/// The site maps of some routes, each with as many pages as the protocol allows; none where nobody knows at
/// what address the site lies.
pub fn sitemaps(scene: &Scene<'_>, routes: &[Route]) -> Vec<Sitemap> {
    /// After <https://www.sitemaps.org/protocol.html>.
    const MOST: usize = 50_000;
    let Some(base) = &scene.corpus.site.base_url else {
        return Vec::new();
    };
    let listed = routes
        .iter()
        .filter(|route| !matches!(route.page, Page::NotFound | Page::Embed(_)));
    let mut pages: Vec<SitemapEntry> = listed
        .map(|route| SitemapEntry {
            url: route.url(scene.corpus).below(base),
            added: added(scene, route.page).map(|date| date.to_string()),
        })
        .collect();
    pages.sort_by(|a, b| a.url.cmp(&b.url));
    let count = pages.len().div_ceil(MOST);
    let mut pages = pages.into_iter();
    (0..count)
        .map(|_| Sitemap {
            pages: pages.by_ref().take(MOST).collect(),
        })
        .collect()
}

/// The index of so many site maps, which lie beside it.
pub fn sitemap_index(scene: &Scene<'_>, count: usize) -> SitemapIndex {
    let base = scene.corpus.site.base_url.as_deref().unwrap_or_default();
    let sitemaps = (1..=count).map(|number| format!("{base}{}", sitemap_file(number)));
    SitemapIndex {
        sitemaps: sitemaps.collect(),
    }
}

/// The file of a site map that stands in an index, by its number from 1.
pub fn sitemap_file(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// What robots may do: everything.
pub fn robots(scene: &Scene<'_>) -> Robots {
    let base = scene.corpus.site.base_url.as_ref();
    Robots {
        sitemap: base.map(|base| format!("{base}sitemap.xml")),
    }
}

fn added(scene: &Scene<'_>, page: Page) -> Option<Date> {
    let document = match page {
        Page::Document(id) | Page::Record(id) | Page::Reading(id) => id,
        Page::Claim(id) => scene.corpus[id].document,
        _ => return None,
    };
    Some(scene.corpus[document].added)
}
