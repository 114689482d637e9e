use super::RenderError;
use super::message::{function, ids, spoken};
use crate::language::Language;
use crate::prose::Html;
use crate::source::Template;
use crate::view::{
    AliasPage, ClaimCard, Feed, Frame, Robots, Shell, Shells, Sitemap, SitemapIndex, Snippet,
    Snippets, View,
};
use serde::Serialize;
use std::sync::Arc;
use tera::{Context, Tera};

/// Bytes of a page that is not long.
const LIKELY_LENGTH: usize = 16 * 1024;

/// The templates in one language.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
}

impl Renderer {
    /// Loads templates; each may use every other.
    ///
    /// # Errors
    ///
    /// Where a template does not parse, refers to what is not there, or asks for a message that the
    /// language does not have.
    pub fn new(templates: &[Template], language: &Arc<Language>) -> Result<Self, RenderError> {
        let is_template = |template: &&Template| !template.name.starts_with("i18n/");
        for template in templates.iter().filter(is_template) {
            if let Some(id) = ids(&template.text).find(|id| !language.has(id)) {
                return Err(RenderError::Message {
                    template: template.name.clone(),
                    id: id.to_owned(),
                    language: language.tag().to_owned(),
                });
            }
        }
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        tera.register_function("message", function(Arc::clone(language)));
        let named = templates.iter().filter(is_template);
        tera.add_raw_templates(named.map(|it| (&it.name, spoken(&it.text, language))))
            .map_err(RenderError::Templates)?;
        Ok(Self { tera })
    }

    /// A page, as the bytes of its text.
    ///
    /// # Errors
    ///
    /// Where its template fails.
    pub fn page(&self, frame: &Frame, view: &View) -> Result<Vec<u8>, RenderError> {
        match view {
            View::Home(page) => self.fill("pages/home.html", frame, page),
            View::Themes(page) => self.fill("pages/themes.html", frame, page),
            View::Theme(page) => self.fill("pages/theme.html", frame, page),
            View::Question(page) => self.fill("pages/question.html", frame, page),
            View::Documents(page) => self.fill("pages/documents.html", frame, page),
            View::Document(page) => self.fill("pages/document.html", frame, page),
            View::Record(page) => self.fill("pages/record.html", frame, page),
            View::Reading(page) => self.fill("pages/reading.html", frame, page),
            View::Voices(page) => self.fill("pages/voices.html", frame, page),
            View::Voice(page) => self.fill("pages/voice.html", frame, page),
            View::Claim(page) => self.fill("pages/claim.html", frame, page),
            View::Terms(page) => self.fill("pages/terms.html", frame, page),
            View::Term(page) => self.fill("pages/term.html", frame, page),
            View::Perspectives(page) => self.fill("pages/perspectives.html", frame, page),
            View::Tensions(page) => self.fill("pages/tensions.html", frame, page),
            View::Figures(page) => self.fill("pages/figures.html", frame, page),
            View::Search(page) => self.fill("pages/search.html", frame, page),
            View::Compare(page) => self.fill("pages/compare.html", frame, page),
            View::Tray(page) => self.fill("pages/tray.html", frame, page),
            View::Embed(page) => self.fill("pages/embed.html", frame, page),
            View::Data(page) => self.fill("pages/data.html", frame, page),
            View::Prose(page) => self.fill("pages/prose.html", frame, page),
            View::NotFound(page) => self.fill("pages/not_found.html", frame, page),
        }
    }

    /// A claim as a card, to be joined into pages.
    ///
    /// # Errors
    ///
    /// Where its component fails.
    pub fn card(&self, card: &ClaimCard) -> Result<Html, RenderError> {
        let mut context = Context::new();
        context.insert("card", card);
        self.component("ClaimCard", &context)
    }

    /// A row, to be copied into other pages.
    ///
    /// # Errors
    ///
    /// Where a component fails.
    pub fn snippets(&self, snippet: &Snippet) -> Result<Snippets, RenderError> {
        let mut context = Context::new();
        context.insert("snippet", snippet);
        let frame = snippet.embed.as_ref();
        let frame = frame.map(|_| self.component("SnippetFrame", &context));
        Ok(Snippets {
            frame: frame.transpose()?,
            table: self.component("SnippetTable", &context)?,
        })
    }

    /// What surrounds pages, to be joined into each of them.
    ///
    /// # Errors
    ///
    /// Where a component fails.
    pub fn shells(&self, shell: &Shell) -> Result<Shells, RenderError> {
        let mut context = Context::new();
        context.insert("shell", shell);
        Ok(Shells {
            ways: self.component("ShellWays", &context)?,
            pages: self.component("ShellPages", &context)?,
        })
    }

    /// The page of a former address.
    ///
    /// # Errors
    ///
    /// Where its template fails.
    pub fn alias(&self, alias: &AliasPage) -> Result<String, RenderError> {
        self.alone("alias.html", alias)
    }

    /// A feed.
    ///
    /// # Errors
    ///
    /// Where its template fails.
    pub fn feed(&self, feed: &Feed) -> Result<String, RenderError> {
        self.alone("feeds/atom.xml", feed)
    }

    /// A site map.
    ///
    /// # Errors
    ///
    /// Where its template fails.
    pub fn sitemap(&self, sitemap: &Sitemap) -> Result<String, RenderError> {
        self.alone("feeds/sitemap.xml", sitemap)
    }

    /// The index of several site maps.
    ///
    /// # Errors
    ///
    /// Where its template fails.
    pub fn sitemap_index(&self, index: &SitemapIndex) -> Result<String, RenderError> {
        self.alone("feeds/sitemap_index.xml", index)
    }

    /// What robots may do.
    ///
    /// # Errors
    ///
    /// Where its template fails.
    pub fn robots(&self, robots: &Robots) -> Result<String, RenderError> {
        self.alone("feeds/robots.txt", robots)
    }

    /// A component by itself, with its arguments as context.
    pub(super) fn component(&self, name: &str, context: &Context) -> Result<Html, RenderError> {
        let markup = self.tera.render_component(name, context, None, true);
        let mut markup = markup.map_err(|cause| failed(name, cause))?;
        // Most of it is kept until the last page that shows it, and a third would be room to grow.
        markup.shrink_to_fit();
        Ok(Html::trusted(markup))
    }

    fn fill(
        &self,
        template: &str,
        frame: &Frame,
        page: &impl Serialize,
    ) -> Result<Vec<u8>, RenderError> {
        let mut context = Context::new();
        context.insert("frame", frame);
        context.insert("page", page);
        let mut markup = Vec::with_capacity(LIKELY_LENGTH);
        let done = self.tera.render_to(template, &context, &mut markup);
        done.map_err(|cause| failed(template, cause))?;
        Ok(markup)
    }

    fn alone(&self, template: &str, page: &impl Serialize) -> Result<String, RenderError> {
        let mut context = Context::new();
        context.insert("page", page);
        let text = self.tera.render(template, &context);
        text.map_err(|cause| failed(template, cause))
    }
}

fn failed(template: &str, cause: tera::Error) -> RenderError {
    RenderError::Page {
        template: template.to_owned(),
        cause,
    }
}
