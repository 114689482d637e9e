use super::Scene;
use super::licence::licence_name;
use super::link::Link;
use crate::corpus::{About, ClaimId, DocumentId, ThemeId};
use crate::site::{Page, Url, feed_file};
use serde::Serialize;

/// `feeds/atom.xml`: the documents that joined the site last, after RFC 4287.
#[derive(Clone, Debug, Serialize)]
pub struct Feed {
    /// BCP 47 tag of the feed.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What it tells of.
    pub subtitle: String,
    /// Its own absolute address, which is its id for ever.
    pub id: String,
    /// Absolute address of the page that it belongs to.
    pub url: String,
    /// When the newest document joined the site.
    pub updated: String,
    /// Name of the site, which answers for the annotations.
    pub author: String,
    /// The annotations' licence, as people write it.
    pub licence: Option<String>,
    /// The documents, the newest first.
    pub entries: Vec<FeedEntry>,
}

/// A document that joined the site.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// Absolute address of the document, which is its id for ever.
    pub id: String,
    /// The document.
    pub title: String,
    /// When it joined the site.
    pub updated: String,
    /// What it says about each side, in numbers and first statements.
    pub summary: String,
}

/// The feed of the site or of one theme; none where nobody knows at what address the site lies.
pub fn feed(scene: &Scene<'_>, theme: Option<ThemeId>) -> Option<Feed> {
    const MOST: usize = 100;
    let corpus = scene.corpus;
    let site = &corpus.site;
    let base = site.base_url.as_deref()?;
    let absolute = |page: Page| scene.url(page).below(base);
    let mut documents: Vec<(DocumentId, Vec<ClaimId>)> = corpus
        .documents()
        .map(|(id, _)| (id, claims(scene, id, theme)))
        .filter(|(_, claims)| theme.is_none() || !claims.is_empty())
        .collect();
    documents.sort_by_key(|&(id, _)| (std::cmp::Reverse(corpus[id].added), id));
    documents.truncate(MOST);
    // A feed must have a date; one without documents has never changed.
    let updated = documents.first().map(|&(id, _)| instant(scene, id));
    let site_title = scene.text(&site.title);
    Some(Feed {
        language: site.languages[scene.language.index()].clone(),
        title: match theme {
            None => site_title.clone(),
            Some(id) => format!("{site_title} · {}", scene.text(&corpus[id].title)),
        },
        subtitle: scene.words.say("feed-about"),
        id: format!("{base}{}", feed_file(scene.language, theme, corpus)),
        url: absolute(theme.map_or(Page::Home, Page::Theme)),
        updated: updated.unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned()),
        author: site_title,
        licence: site.licence.as_deref().map(licence_name),
        entries: documents
            .iter()
            .map(|(id, claims)| FeedEntry {
                id: absolute(Page::Document(*id)),
                title: scene.text(&corpus[*id].title),
                updated: instant(scene, *id),
                summary: summary(scene, claims),
            })
            .collect(),
    })
}

/// The beginning of the day on which a document joined the site.
fn instant(scene: &Scene<'_>, id: DocumentId) -> String {
    format!("{}T00:00:00Z", scene.corpus[id].added.first_day())
}

/// The claims of a document that count, all or those of a theme.
fn claims(scene: &Scene<'_>, id: DocumentId, theme: Option<ThemeId>) -> Vec<ClaimId> {
    let corpus = scene.corpus;
    let of_theme = |id: &ClaimId| {
        let mut answers = corpus[*id].answers.iter();
        theme.is_none_or(|theme| answers.any(|&question| corpus[question].theme == theme))
    };
    let counted = scene.index.of_document(id).iter().copied();
    counted
        .filter(|&id| corpus[id].counts())
        .filter(of_theme)
        .collect()
}

/// For each side how many statements there are about it, with the first of them; then those on several sides
/// or the world.
fn summary(scene: &Scene<'_>, claims: &[ClaimId]) -> String {
    let corpus = scene.corpus;
    let line = |label: String, wanted: &dyn Fn(&About) -> bool| {
        let about: Vec<ClaimId> = claims
            .iter()
            .copied()
            .filter(|&id| wanted(&corpus[id].about))
            .collect();
        let count = scene.words.say_of("statements", "count", about.len());
        let first = about.first().map(|&id| scene.text(&corpus[id].says));
        format!("{label}: {count}. {}", first.unwrap_or_default())
            .trim_end()
            .to_owned()
    };
    let sides = corpus
        .site
        .side_ids()
        .map(|side| line(scene.side_name(side), &|about| about.single() == Some(side)));
    let others = line(scene.words.say("others"), &|about| about.single().is_none());
    sides.chain([others]).collect::<Vec<_>>().join("\n")
}

impl Scene<'_> {
    /// The feeds that belong to a page; none where the site does not know where it lies.
    pub fn feed_links(&self, page: Page) -> Vec<Link> {
        if self.corpus.site.base_url.is_none() {
            return Vec::new();
        }
        let link = |theme: Option<ThemeId>, text: String| Link {
            text,
            url: Url::file(&feed_file(self.language, theme, self.corpus)),
        };
        let theme = match page {
            Page::Theme(id) => Some(id),
            Page::Question(id) => Some(self.corpus[id].theme),
            _ => None,
        };
        let title = |theme: ThemeId| self.text(&self.corpus[theme].title);
        [link(None, self.text(&self.corpus.site.title))]
            .into_iter()
            .chain(theme.map(|theme| link(Some(theme), title(theme))))
            .collect()
    }
}
