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

/// The site map of some routes; none where nobody knows at what address the site lies.
pub fn sitemap(scene: &Scene<'_>, routes: &[Route]) -> Option<Sitemap> {
    let base = scene.corpus.site.base_url.as_ref()?;
    let listed = routes.iter().filter(|route| route.page != Page::NotFound);
    let mut pages: Vec<SitemapEntry> = listed
        .map(|route| SitemapEntry {
            url: route.url(scene.corpus).below(base),
            added: added(scene, route.page).map(|date| date.to_string()),
        })
        .collect();
    pages.sort_by(|a, b| a.url.cmp(&b.url));
    Some(Sitemap { pages })
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
