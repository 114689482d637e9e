use super::passage::encoded;
use crate::corpus::{
    ClaimId, Corpus, DocumentId, LanguageId, PageId, QuestionId, TermId, ThemeId, VoiceId,
};
use serde::Serialize;
use std::fmt;

/// Stands before every address inside the site until a page is finished, when it gives way to the
/// way from that page to the root. A private-use character, since no document uses it.
pub const ROOT: char = '\u{e000}';

/// Bytes of an address that is not long.
const LIKELY_LENGTH: usize = 80;

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
        let mut url = String::with_capacity(ROOT.len_utf8() + path.len());
        url.push(ROOT);
        url.push_str(path);
        Self(url)
    }

    /// The same page at a place in it.
    #[must_use]
    pub fn at(&self, fragment: &str) -> Self {
        Self(format!("{}#{fragment}", self.0))
    }

    /// The same page with words to look for in its form.
    #[must_use]
    pub fn asking(&self, words: &str) -> Self {
        Self(format!("{}?q={}", self.0, encoded(words)))
    }

    /// The address below an absolute one that ends with a slash.
    pub fn below(&self, base: &str) -> String {
        let path = self.0.trim_start_matches(ROOT);
        [base, path].concat()
    }
}

/// The file of the first sheet of a page, where a file is named as a later sheet is: `voices/ada/index.html` for
/// `voices/ada/2.html`.
pub fn first_sheet(file: &str) -> Option<String> {
    let numbered = file.strip_suffix(".html")?;
    let stem = numbered.trim_end_matches(|it: char| it.is_ascii_digit());
    if stem.len() == numbered.len() {
        return None;
    }
    match stem.strip_suffix('-') {
        Some(stem) => Some(format!("{stem}.html")),
        None => (stem.is_empty() || stem.ends_with('/')).then(|| format!("{stem}index.html")),
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
        let mut path = String::with_capacity(LIKELY_LENGTH);
        self.push_path(corpus, &mut path);
        if path.is_empty() || path.ends_with('/') {
            path.push_str("index.html");
        }
        path
    }

    /// The address of the page.
    pub fn url(self, corpus: &Corpus) -> Url {
        let mut url = String::with_capacity(LIKELY_LENGTH);
        url.push(ROOT);
        self.push_path(corpus, &mut url);
        Url(url)
    }

    /// Adds the path of the page; one that ends with a slash is a folder with an `index.html`. A page has some hundred
    /// addresses, so they are put together where they are needed.
    fn push_path(self, corpus: &Corpus, whole: &mut String) {
        // A server has one page for what is not there, in every language.
        if self.page != Page::NotFound {
            push_folder(self.language, corpus, whole);
        }
        let start = whole.len();
        for part in self.page.path(corpus) {
            whole.push_str(part);
        }
        if self.sheet > 1 {
            let first = whole.split_off(start);
            whole.push_str(&self.sheet_path(&first));
        }
    }

    /// `voices/ada/` becomes `voices/ada/2.html`, and `record.html` becomes `record-2.html`.
    fn sheet_path(self, first: &str) -> String {
        let number = self.sheet;
        match first.strip_suffix(".html") {
            Some(stem) => format!("{stem}-{number}.html"),
            None => format!("{first}{number}.html"),
        }
    }
}

impl Page {
    /// The path of its first sheet in the first language, in parts.
    fn path(self, corpus: &Corpus) -> [&str; 5] {
        let alone = |path| [path, "", "", "", ""];
        let folder = |folder, id| [folder, id, "/", "", ""];
        match self {
            Self::Home => alone(""),
            Self::Themes => alone("themes/"),
            Self::Theme(id) => folder("themes/", &corpus[id].id),
            Self::Question(id) => {
                let [theme, question] = question_ids(id, corpus);
                ["themes/", theme, "/", question, "/"]
            }
            Self::Documents => alone("documents/"),
            Self::Document(id) => folder("documents/", &corpus[id].id),
            Self::Record(id) => ["documents/", &corpus[id].id, "/record.html", "", ""],
            Self::Reading(id) => ["documents/", &corpus[id].id, "/text.html", "", ""],
            Self::Voices => alone("voices/"),
            Self::Voice(id) => folder("voices/", &corpus[id].id),
            Self::Claim(id) => {
                let claim = &corpus[id];
                let document = &corpus[claim.document].id;
                ["claims/", document, "/", &claim.id, ".html"]
            }
            Self::Terms => alone("terms/"),
            Self::Term(id) => folder("terms/", &corpus[id].id),
            Self::Perspectives => alone("perspectives/"),
            Self::Tensions => alone("tensions/"),
            Self::Figures => alone("figures/"),
            Self::Search => alone("search/"),
            Self::Compare => alone("compare/"),
            Self::Tray => alone("tray/"),
            Self::Embed(id) => {
                let [theme, question] = question_ids(id, corpus);
                ["embed/", theme, "/", question, ".html"]
            }
            Self::Data => alone("data/"),
            Self::Prose(id) => folder("", &corpus[id].id),
            Self::NotFound => alone("404.html"),
        }
    }
}

fn question_ids(id: QuestionId, corpus: &Corpus) -> [&str; 2] {
    let question = &corpus[id];
    [&corpus[question.theme].id, &question.id]
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
    let mut whole = String::with_capacity(LIKELY_LENGTH);
    push_folder(language, corpus, &mut whole);
    whole.push_str(path);
    whole
}

/// Adds the folder of what is in a language; the first has none.
fn push_folder(language: LanguageId, corpus: &Corpus, whole: &mut String) {
    if language != LanguageId::FIRST {
        let start = whole.len();
        whole.push_str(&corpus.site.languages[language.index()]);
        whole[start..].make_ascii_lowercase();
        whole.push('/');
    }
}

/// The way from a page to the root of the site.
///
/// A server shows the page for what is not there at any address, so that page alone needs the
/// absolute path of the site.
pub fn way_to_root(page: Page, file: &str, base_url: Option<&str>) -> String {
    match (page, base_url) {
        (Page::NotFound, Some(base)) => absolute_path(base).to_owned(),
        _ => match file.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        },
    }
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
        let base = Some("https://example.org/any/path/");
        assert_eq!(way_to_root(Page::Home, "index.html", base), "./");
        assert_eq!(way_to_root(Page::Voices, "voices/index.html", None), "../");
        assert_eq!(way_to_root(Page::NotFound, "404.html", base), "/any/path/");
    }
}
