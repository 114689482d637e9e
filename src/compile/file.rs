//! How one file is made in a scene.

use crate::corpus::{DocumentId, ThemeId};
use crate::export::{Sink, choices, pins};
use crate::render::{RenderError, Renderer};
use crate::site::{Alias, Page, Route, settle, settle_text, way_to_root};
use crate::view::{
    Feed, Scene, alias, compared_row, comparison, robots, sitemap_file, sitemap_index, sitemaps,
    view,
};

pub(super) fn page(
    scene: &Scene<'_>,
    renderer: &Renderer,
    route: Route,
) -> Result<Vec<u8>, RenderError> {
    let (frame, view) = view(scene, route);
    let markup = renderer.page(&frame, &view)?;
    let base_url = scene.corpus.site.base_url.as_deref();
    let way = way_to_root(route.page, &route.file(scene.corpus), base_url);
    Ok(settle(&markup, &way, first_language(scene)))
}

pub(super) fn former_address(
    scene: &Scene<'_>,
    renderer: &Renderer,
    former: &Alias,
) -> Result<Vec<u8>, RenderError> {
    let file = former.file(scene.language, scene.corpus);
    let markup = renderer.alias(&alias(scene, former.page))?;
    let base_url = scene.corpus.site.base_url.as_deref();
    let way = way_to_root(former.page, &file, base_url);
    Ok(settle(markup.as_bytes(), &way, first_language(scene)))
}

/// A feed has no place for the language of some words, and no address but whole ones.
pub(super) fn finished_feed(renderer: &Renderer, feed: &Feed) -> Result<Vec<u8>, RenderError> {
    Ok(settle_text(&renderer.feed(feed)?, ""))
}

/// Writes what the page for comparing loads of a theme, with addresses as that page needs them.
pub(super) fn compared(
    scene: &Scene<'_>,
    renderer: &Renderer,
    theme: ThemeId,
    sink: Sink<'_>,
) -> Result<(), RenderError> {
    let way = way_from(scene, Page::Compare);
    let questions = scene.corpus[theme].questions();
    let rows = questions.map(|it| compared_row(scene, it));
    let comparison = comparison(scene, theme);
    let cards = comparison.standing.iter();
    let cards = cards.map(|(path, &id)| (path.clone(), scene.compact_card(id)));
    renderer.comparison(&comparison, rows, cards, &mut |part| {
        sink(&settle_text(part, &way));
    })
}

/// What that page can compare, with addresses as it needs them.
pub(super) fn comparable(scene: &Scene<'_>) -> Vec<u8> {
    settle_text(&choices(scene).json(), &way_from(scene, Page::Compare))
}

/// What the tray loads of a document, with addresses as its page needs them.
pub(super) fn pinnable(scene: &Scene<'_>, document: DocumentId) -> Vec<u8> {
    let json = pins(scene, document).json();
    settle_text(&json, &way_from(scene, Page::Tray))
}

fn way_from(scene: &Scene<'_>, page: Page) -> String {
    way_to_root(page, &scene.route(page).file(scene.corpus), None)
}

/// The language of words that stand in for a translation.
fn first_language<'a>(scene: &Scene<'a>) -> &'a str {
    &scene.corpus.site.languages[0]
}

const SITEMAP: &str = "sitemap.xml";
const ROBOTS: &str = "robots.txt";

pub(super) fn is_for_robots(path: &str) -> bool {
    path == ROBOTS || path.starts_with("sitemap")
}

/// What robots may do, and the site maps; an index where there are several.
pub(super) fn for_robots(
    scene: &Scene<'_>,
    renderer: &Renderer,
    routes: &[Route],
) -> Result<Vec<(String, String)>, RenderError> {
    let mut files = vec![(ROBOTS.to_owned(), renderer.robots(&robots(scene))?)];
    let sitemaps = sitemaps(scene, routes);
    match sitemaps.as_slice() {
        [] => {}
        [only] => files.push((SITEMAP.to_owned(), renderer.sitemap(only)?)),
        several => {
            let index = sitemap_index(scene, several.len());
            files.push((SITEMAP.to_owned(), renderer.sitemap_index(&index)?));
            for (number, sitemap) in (1..).zip(sitemaps) {
                files.push((sitemap_file(number), renderer.sitemap(&sitemap)?));
            }
        }
    }
    Ok(files)
}
