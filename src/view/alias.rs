use super::Scene;
use super::link::Link;
use crate::site::Page;
use serde::Serialize;

/// `alias.html`: a former address, which leads on at once.
#[derive(Clone, Debug, Serialize)]
pub struct AliasPage {
    /// BCP 47 tag of the page.
    pub language: String,
    /// The page that has moved.
    pub to: Link,
    /// Its address, where the site knows where it lies.
    pub canonical: Option<String>,
}

/// The page of a former address.
pub fn alias(scene: &Scene<'_>, page: Page) -> AliasPage {
    let site = &scene.corpus.site;
    let url = scene.url(page);
    AliasPage {
        language: site.languages[scene.language.index()].clone(),
        canonical: site.base_url.as_ref().map(|base| url.below(base)),
        to: Link {
            text: scene.page_title(page),
            url,
        },
    }
}
