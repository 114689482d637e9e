//! What may one template know, in which order? One plain struct for each template: sorted, formatted,
//! linked, and nothing that a template could query.
//!
//! A struct here has the name of its template: [`ThemePage`] fills `pages/theme.html`. Fields that
//! hold markup are of type [`Html`](crate::prose::Html) and their names end in `_html`; everything
//! else is text, which templates escape.

mod alias;
mod anchor;
mod assets;
mod atom;
mod balance;
mod card;
mod cite;
mod claim;
mod compare;
mod comparison;
mod data;
mod document;
mod documents;
mod embed;
mod examples;
mod feeds;
mod figure;
mod figures;
mod filter;
mod frame;
mod highlights;
mod home;
mod licence;
mod link;
mod linked_data;
mod meta;
mod not_found;
mod overview;
mod passage_map;
mod perspectives;
mod piece;
mod place;
mod portion;
mod prose;
mod question;
mod reading;
mod record;
mod row;
mod scene;
mod search;
mod sheets;
mod shell;
mod snippet;
mod state;
mod tensions;
mod term;
mod terms;
mod theme;
mod themes;
mod tray;
mod voice;
mod voices;
mod words;

pub use alias::{AliasPage, alias};
pub use assets::{Assets, Scripts, Styles};
pub use atom::{Feed, feed};
pub use card::{ClaimCard, Weight, claim_card, rating, relay};
pub use claim::ClaimPage;
pub use compare::ComparePage;
pub use comparison::{ComparedRow, Comparison, LensView, compared_row, comparison};
pub use data::{DataEntry, DataPage, DataPart};
pub use document::DocumentPage;
pub use documents::DocumentsPage;
pub use embed::EmbedPage;
pub use feeds::{Robots, Sitemap, SitemapIndex, robots, sitemap_file, sitemap_index, sitemaps};
pub use figures::FiguresPage;
pub use frame::Frame;
pub use highlights::Highlights;
pub use home::HomePage;
pub use not_found::NotFoundPage;
pub use perspectives::PerspectivesPage;
pub use prose::ProsePage;
pub use question::QuestionPage;
pub use reading::ReadingPage;
pub use record::RecordPage;
pub use row::RowView;
pub use scene::{Cards, NoCards, Scene, Stage};
pub use search::{SearchPage, passed_over};
pub use shell::{Shell, Shells, WAYS, shell};
pub use snippet::{Snippet, Snippets, snippet};
pub use tensions::TensionsPage;
pub use term::TermPage;
pub use terms::TermsPage;
pub use theme::ThemePage;
pub use themes::ThemesPage;
pub use tray::TrayPage;
pub use voice::VoicePage;
pub use voices::VoicesPage;
pub use words::Words;

use crate::site::{Page, Route};

/// The view of a page, with what its template is called.
#[derive(Debug)]
pub enum View {
    /// `pages/home.html`
    Home(HomePage),
    /// `pages/themes.html`
    Themes(ThemesPage),
    /// `pages/theme.html`
    Theme(ThemePage),
    /// `pages/question.html`
    Question(QuestionPage),
    /// `pages/documents.html`
    Documents(DocumentsPage),
    /// `pages/document.html`
    Document(DocumentPage),
    /// `pages/record.html`
    Record(RecordPage),
    /// `pages/reading.html`
    Reading(ReadingPage),
    /// `pages/voices.html`
    Voices(VoicesPage),
    /// `pages/voice.html`
    Voice(VoicePage),
    /// `pages/claim.html`
    Claim(ClaimPage),
    /// `pages/terms.html`
    Terms(TermsPage),
    /// `pages/term.html`
    Term(TermPage),
    /// `pages/perspectives.html`
    Perspectives(PerspectivesPage),
    /// `pages/tensions.html`
    Tensions(TensionsPage),
    /// `pages/figures.html`
    Figures(FiguresPage),
    /// `pages/search.html`
    Search(SearchPage),
    /// `pages/compare.html`
    Compare(ComparePage),
    /// `pages/tray.html`
    Tray(TrayPage),
    /// `pages/embed.html`
    Embed(EmbedPage),
    /// `pages/data.html`
    Data(DataPage),
    /// `pages/prose.html`
    Prose(ProsePage),
    /// `pages/not_found.html`
    NotFound(NotFoundPage),
}

/// What the template of a page may know: the frame that all pages share, and its own view.
pub fn view(scene: &Scene<'_>, route: Route) -> (Frame, View) {
    match route.page {
        Page::Home => pair(home::home(scene, route), View::Home),
        Page::Themes => pair(themes::themes(scene, route), View::Themes),
        Page::Theme(id) => pair(theme::theme(scene, route, id), View::Theme),
        Page::Question(id) => pair(question::question(scene, route, id), View::Question),
        Page::Documents => pair(documents::documents(scene, route), View::Documents),
        Page::Document(id) => pair(document::document(scene, route, id), View::Document),
        Page::Record(id) => pair(record::record(scene, route, id), View::Record),
        Page::Reading(id) => pair(reading::reading(scene, route, id), View::Reading),
        Page::Voices => pair(voices::voices(scene, route), View::Voices),
        Page::Voice(id) => pair(voice::voice(scene, route, id), View::Voice),
        Page::Claim(id) => pair(claim::claim(scene, route, id), View::Claim),
        Page::Terms => pair(terms::terms(scene, route), View::Terms),
        Page::Term(id) => pair(term::term(scene, route, id), View::Term),
        Page::Perspectives => pair(perspectives::perspectives(scene, route), View::Perspectives),
        Page::Tensions => pair(tensions::tensions(scene, route), View::Tensions),
        Page::Figures => pair(figures::figures(scene, route), View::Figures),
        Page::Search => pair(search::search(scene, route), View::Search),
        Page::Compare => pair(compare::compare(scene, route), View::Compare),
        Page::Tray => pair(tray::tray(scene, route), View::Tray),
        Page::Embed(id) => pair(embed::embed(scene, route, id), View::Embed),
        Page::Data => pair(data::data(scene, route), View::Data),
        Page::Prose(id) => pair(prose::prose(scene, route, id), View::Prose),
        Page::NotFound => pair(not_found::not_found(scene, route), View::NotFound),
    }
}

fn pair<T>((frame, page): (Frame, T), wrap: impl FnOnce(T) -> View) -> (Frame, View) {
    (frame, wrap(page))
}
