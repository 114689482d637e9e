use super::Scene;
use super::licence::licence_name;
use super::link::Link;
use super::meta::Meta;
use super::sheets::Sheets;
use super::shell::way_of;
use crate::corpus::LanguageId;
use crate::prose::Html;
use crate::site::{Page, Route, Url};
use serde::Serialize;

/// What every page shows around its own matter.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// BCP 47 tag of the page.
    pub language: String,
    /// Title of the page for the window and for search engines.
    pub window_title: String,
    /// Title of the page.
    pub title: String,
    /// Title of the site.
    pub site_title: String,
    /// The first page.
    pub home: Url,
    /// One sentence for search engines.
    pub description: String,
    /// The address of the page, where the site knows where it lies.
    pub canonical: Option<String>,
    /// What citation managers read.
    pub meta: Vec<Meta>,
    /// What previews of links read.
    pub properties: Vec<Meta>,
    /// What search engines read, as JSON-LD.
    pub json_ld_html: Option<Html>,
    /// Feeds that tell of new documents.
    pub feeds: Vec<Link>,
    /// The way through the sheets of a long list.
    pub sheets: Option<Sheets>,
    /// The page in every language of the site; none where there is only one.
    pub languages: Vec<InLanguage>,
    /// Where search engines find the page in other languages, where the site knows where it lies.
    pub alternates: Vec<Alternate>,
    /// Where words are searched for; nothing on that page itself, which has a larger form, and where the site has no search.
    pub search: Option<Url>,
    /// The main ways through the site, as items of a list.
    pub ways_html: Html,
    /// Where the page stands.
    pub breadcrumbs: Vec<Link>,
    /// Prose pages, the search, the tray and the data, as items of a list.
    pub pages_html: Html,
    /// Address of the style sheet that the page uses.
    pub style: Url,
    /// Address of the icon.
    pub icon: Url,
    /// The folder of what can be pinned, where the page shows cards that can.
    pub pins: Option<Url>,
    /// Addresses of the scripts that the page uses.
    pub scripts: Vec<Url>,
    /// The annotations' licence, as people write it.
    pub licence: Option<String>,
    /// Where changes are proposed.
    pub repository: Option<String>,
    /// Name of this release of the content.
    pub release: Option<String>,
}

/// The same page in a language.
#[derive(Clone, Debug, Serialize)]
pub struct InLanguage {
    /// BCP 47 tag of the language.
    pub tag: String,
    /// What the language calls itself.
    pub name: String,
    /// The page.
    pub url: Url,
    /// Whether it is this one.
    pub current: bool,
}

/// An absolute address of the same page for readers of a language.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// BCP 47 tag of the language, or `x-default`.
    pub tag: String,
    /// The address.
    pub url: String,
}

impl Scene<'_> {
    /// The frame of a page.
    pub fn frame(&self, route: Route, description: String, breadcrumbs: Vec<Link>) -> Frame {
        let site = &self.corpus.site;
        let site_title = self.text(&site.title);
        let title = self.page_title(route.page);
        let canonical = self.canonical(route);
        let languages = self.in_languages(route);
        let sheets = self.sheets(route);
        let shells = self.cards.shells(way_of(route.page));
        let of_sheet = sheets.as_ref().filter(|_| route.sheet > 1);
        let mut window_title = vec![title.clone()];
        window_title.extend(of_sheet.map(|it| it.label.clone()));
        window_title.extend((route.page != Page::Home).then(|| site_title.clone()));
        Frame {
            language: site.languages[self.language.index()].clone(),
            window_title: window_title.join(" · "),
            meta: self.meta(route, &title, &description),
            properties: self.open_graph(route, &title, &description),
            json_ld_html: self.json_ld(route, &description, &breadcrumbs),
            feeds: self.feed_links(route.page),
            alternates: self.alternates(&languages),
            languages,
            sheets,
            title,
            home: self.url(Page::Home),
            description,
            canonical,
            search: self.search_form(route),
            ways_html: shells.ways,
            breadcrumbs,
            pages_html: shells.pages,
            style: self.style_of(route),
            icon: self.assets.icon.clone(),
            pins: self.pins_of(route),
            scripts: self.scripts_of(route),
            licence: site.licence.as_deref().map(licence_name),
            repository: site.repository.clone(),
            release: site.release.clone(),
            site_title,
        }
    }

    fn in_languages(&self, route: Route) -> Vec<InLanguage> {
        let all = LanguageId::all(self.all_words.len()).zip(self.all_words);
        // The page for what is not there stands once for all languages.
        let all = all.filter(|_| self.all_words.len() > 1 && route.page != Page::NotFound);
        all.map(|(language, words)| InLanguage {
            tag: words.tag().to_owned(),
            name: words.say("language-name"),
            url: Route { language, ..route }.url(self.corpus),
            current: language == self.language,
        })
        .collect()
    }

    fn alternates(&self, all: &[InLanguage]) -> Vec<Alternate> {
        let Some(base) = &self.corpus.site.base_url else {
            return Vec::new();
        };
        let default = all
            .first()
            .map(|first| ("x-default".to_owned(), &first.url));
        let tagged = all
            .iter()
            .map(|it| (it.tag.clone(), &it.url))
            .chain(default);
        tagged
            .map(|(tag, url)| Alternate {
                tag,
                url: url.below(base),
            })
            .collect()
    }

    /// The absolute address of a page, where the site knows where it lies.
    pub fn canonical(&self, route: Route) -> Option<String> {
        let base = self.corpus.site.base_url.as_ref()?;
        let page = match route.page {
            Page::NotFound => return None,
            // A row by itself is another form of its page.
            Page::Embed(id) => Page::Question(id),
            page => page,
        };
        Some(Route { page, ..route }.url(self.corpus).below(base))
    }

    fn search_form(&self, route: Route) -> Option<Url> {
        let has_own = route.page == Page::Search && route.sheet == 1;
        (self.has_search && !has_own).then(|| self.url(Page::Search))
    }
}
