//! A row by itself, as it stands in a frame of another site's page.

use crate::built::{golden, real};
use diptych::site::{Page, Route};

#[test]
fn every_row_can_stand_elsewhere() {
    for site in [real(), golden()] {
        let corpus = &site.world.corpus;
        let text = |file: &str| String::from_utf8_lossy(site.bundle.get(file).expect(file));
        let base = corpus.site.base_url.as_deref().unwrap();
        let sitemap = text("sitemap.xml");
        for (language, _) in corpus.site.languages() {
            for (id, _) in corpus.questions() {
                let route = |page| Route {
                    language,
                    page,
                    sheet: 1,
                };
                let (alone, whole) = (route(Page::Embed(id)), route(Page::Question(id)));
                let page = text(&alone.file(corpus));
                assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
                let canonical = whole.url(corpus).below(base);
                let link = format!("<link rel=\"canonical\" href=\"{canonical}\">");
                assert!(page.contains(&link), "{link}");
                assert!(!page.contains("<script"));
                for claim in site.world.rows[id.index()].filling().take(1) {
                    let hook = format!("data-claim=\"{}\"", corpus.claim_path(claim));
                    assert!(page.contains(&hook), "{hook}");
                }
                let address = alone.url(corpus).below(base);
                assert!(!sitemap.contains(&address), "{address} is in the site map");
                assert!(text(&whole.file(corpus)).contains(&format!("src=&quot;{address}&quot;")));
            }
        }
    }
}
