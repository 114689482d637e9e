use crate::corpus::{
    ClaimId, Corpus, DocumentId, LanguageId, PageId, QuestionId, TermId, ThemeId, VoiceId,
};
use serde::Serialize;
use std::fmt;

/// Stands before every address inside the site until a page is finished, when it gives way to the
/// way from that page to the root. A private-use character, since no document uses it.
pub const ROOT: char = '\u{e000}';

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// The first page.
    Home,
    /// All themes.
    Themes,
    /// One theme.
    Theme(ThemeId),
    /// One row.
    Question(QuestionId),
    /// All documents.
    Documents,
    /// One document.
    Document(DocumentId),
    /// The claims of one document as the editor wrote them.
    Record(DocumentId),
    /// The text of one document, with the quoted passages marked.
    Reading(DocumentId),
    /// All voices.
    Voices,
    /// One voice.
    Voice(VoiceId),
    /// One claim.
    Claim(ClaimId),
    /// All terms.
    Terms,
    /// One term.
    Term(TermId),
    /// Who speaks about whom.
    Perspectives,
    /// The statements at odds.
    Tensions,
    /// Every figure.
    Figures,
    /// The search, and an index of everything.
    Search,
    /// Any two or three things next to each other, as a reader chooses.
    Compare,
    /// The statements that a reader keeps.
    Tray,
    /// One row by itself, to stand in a frame of another site's page.
    Embed(QuestionId),
    /// The data, file by file.
    Data,
    /// Prose.
    Prose(PageId),
    /// What a server shows where there is no page.
    NotFound,
}

/// A sheet of a page in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// The language.
    pub language: LanguageId,
    /// The page.
    pub page: Page,
    /// The number of the sheet, from 1; only long lists have more than one.
    pub sheet: usize,
}

/// An address inside the site, relative to its root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Url(String);

impl Url {
    /// The address of a published file.
    pub fn file(path: &str) -> Self {
        Self(format!("{ROOT}{path}"))
    }

    /// The same page at a place in it.
    #[must_use]
    pub fn at(&self, fragment: &str) -> Self {
        Self(format!("{}#{fragment}", self.0))
    }

    /// The address below an absolute one that ends with a slash.
    pub fn below(&self, base: &str) -> String {
        self.0.replacen(ROOT, base, 1)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Route {
    /// The file of the page, relative to the root of the site.
    pub fn file(self, corpus: &Corpus) -> String {
        let mut path = self.path(corpus);
        if path.is_empty() || path.ends_with('/') {
            path.push_str("index.html");
        }
        path
    }

    /// The address of the page.
    pub fn url(self, corpus: &Corpus) -> Url {
        Url::file(&self.path(corpus))
    }

    /// The path of the page; one that ends with a slash is a folder with an `index.html`.
    fn path(self, corpus: &Corpus) -> String {
        let path = match self.page {
            Page::Home => String::new(),
            Page::Themes => "themes/".to_owned(),
            Page::Theme(id) => format!("themes/{}/", corpus[id].id),
            Page::Question(id) => format!("themes/{}/", corpus.question_path(id)),
            Page::Documents => "documents/".to_owned(),
            Page::Document(id) => format!("documents/{}/", corpus[id].id),
            Page::Record(id) => format!("documents/{}/record.html", corpus[id].id),
            Page::Reading(id) => format!("documents/{}/text.html", corpus[id].id),
            Page::Voices => "voices/".to_owned(),
            Page::Voice(id) => format!("voices/{}/", corpus[id].id),
            Page::Claim(id) => format!("claims/{}.html", corpus.claim_path(id)),
            Page::Terms => "terms/".to_owned(),
            Page::Term(id) => format!("terms/{}/", corpus[id].id),
            Page::Perspectives => "perspectives/".to_owned(),
            Page::Tensions => "tensions/".to_owned(),
            Page::Figures => "figures/".to_owned(),
            Page::Search => "search/".to_owned(),
            Page::Compare => "compare/".to_owned(),
            Page::Tray => "tray/".to_owned(),
            Page::Embed(id) => format!("embed/{}.html", corpus.question_path(id)),
            Page::Data => "data/".to_owned(),
            Page::Prose(id) => format!("{}/", corpus[id].id),
            // A server has one page for this, in every language.
            Page::NotFound => return "404.html".to_owned(),
        };
        within(self.language, corpus, &self.sheet_path(path))
    }

    /// `voices/ada/` becomes `voices/ada/2.html`, and `record.html` becomes `record-2.html`.
    fn sheet_path(self, first: String) -> String {
        let number = self.sheet;
        match (number, first.strip_suffix(".html")) {
            (..=1, _) => first,
            (_, Some(stem)) => format!("{stem}-{number}.html"),
            (_, None) => format!("{first}{number}.html"),
        }
    }
}

/// The file of the feed of the site, or of one theme.
pub fn feed_file(language: LanguageId, theme: Option<ThemeId>, corpus: &Corpus) -> String {
    let path = match theme {
        None => "feed.xml".to_owned(),
        Some(id) => format!("themes/{}/feed.xml", corpus[id].id),
    };
    within(language, corpus, &path)
}

/// The file that the page for comparing loads first, or for one theme.
pub fn comparison_file(language: LanguageId, theme: Option<ThemeId>, corpus: &Corpus) -> String {
    let path = match theme {
        None => "compare/choices.json".to_owned(),
        Some(id) => format!("compare/themes/{}.json", corpus[id].id),
    };
    within(language, corpus, &path)
}

/// The folder of what the tray loads.
pub fn pins_folder(language: LanguageId, corpus: &Corpus) -> String {
    within(language, corpus, "tray/documents/")
}

/// The path of what has this path in every language.
pub(super) fn within(language: LanguageId, corpus: &Corpus, path: &str) -> String {
    if language == LanguageId::FIRST {
        return path.to_owned();
    }
    let tag = &corpus.site.languages[language.index()];
    let mut whole = String::with_capacity(tag.len() + 1 + path.len());
    whole.extend(tag.chars().map(|letter| letter.to_ascii_lowercase()));
    whole.push('/');
    whole.push_str(path);
    whole
}

/// Puts the way from a finished page to the root of the site in place of every [`ROOT`] in it.
///
/// A server shows the page for what is not there at any address, so that page alone needs the
/// absolute path of the site.
pub fn settle(markup: &str, page: Page, file: &str, base_url: Option<&str>) -> String {
    let way = match (page, base_url) {
        (Page::NotFound, Some(base)) => absolute_path(base).to_owned(),
        _ => match file.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        },
    };
    // A page has some hundred addresses, so it grows by less than an eighth.
    let mut settled = String::with_capacity(markup.len() + markup.len() / 8);
    for (number, part) in markup.split(ROOT).enumerate() {
        if number > 0 {
            settled += &way;
        }
        settled += part;
    }
    settled
}

fn absolute_path(base: &str) -> &str {
    let after_scheme = base.split_once("://").map_or(base, |(_, rest)| rest);
    after_scheme
        .find('/')
        .map_or("/", |slash| &after_scheme[slash..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_root_depends_on_depth() {
        let link = format!("<a href={ROOT}themes/>");
        let base = Some("https://example.org/any/path/");
        assert_eq!(
            settle(&link, Page::Home, "index.html", base),
            "<a href=./themes/>"
        );
        assert_eq!(
            settle(&link, Page::Voices, "voices/index.html", None),
            "<a href=../themes/>"
        );
        assert_eq!(
            settle(&link, Page::NotFound, "404.html", base),
            "<a href=/any/path/themes/>"
        );
    }
}
