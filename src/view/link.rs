use super::Scene;
use crate::corpus::{ClaimId, Document, DocumentId, QuestionId, TermId, ThemeId, VoiceId};
use crate::language::Arguments;
use crate::site::{Page, Url};
use serde::Serialize;

/// Words that lead somewhere.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// The words.
    pub text: String,
    /// Where they lead.
    pub url: Url,
}

/// Words that lead out of the site.
#[derive(Clone, Debug, Serialize)]
pub struct OutsideLink {
    /// The words.
    pub text: String,
    /// Where they lead.
    pub url: String,
}

impl Scene<'_> {
    /// The address of a page in the language of the scene.
    pub fn url(&self, page: Page) -> Url {
        self.route(page).url(self.corpus)
    }

    /// A link to a theme, by its title.
    pub fn theme_link(&self, id: ThemeId) -> Link {
        Link {
            text: self.text(&self.corpus[id].title),
            url: self.url(Page::Theme(id)),
        }
    }

    /// A link to a row, by the question.
    pub fn question_link(&self, id: QuestionId) -> Link {
        Link {
            text: self.text(&self.corpus[id].asks),
            url: self.url(Page::Question(id)),
        }
    }

    /// A link to a document, by its title.
    pub fn document_link(&self, id: DocumentId) -> Link {
        Link {
            text: self.text(&self.corpus[id].title),
            url: self.url(Page::Document(id)),
        }
    }

    /// A document by its kind and authors: "Paper by Chen Chen".
    pub fn short_title(&self, document: &Document) -> String {
        let authors = document.authors.iter();
        let authors: Vec<String> = authors
            .map(|&voice| self.text(&self.corpus[voice].name))
            .collect();
        let kind = format!("document-{}", document.kind.word());
        let arguments = Arguments::new()
            .with("kind", self.words.say(&kind))
            .with("authors", self.words.list(&authors));
        self.words.say_with("short-title", &arguments)
    }

    /// A link to a voice, by its name.
    pub fn voice_link(&self, id: VoiceId) -> Link {
        Link {
            text: self.text(&self.corpus[id].name),
            url: self.url(Page::Voice(id)),
        }
    }

    /// A link to a term, by its name.
    pub fn term_link(&self, id: TermId) -> Link {
        Link {
            text: self.text(&self.corpus[id].name),
            url: self.url(Page::Term(id)),
        }
    }

    /// What a page is called.
    pub fn page_title(&self, page: Page) -> String {
        let corpus = self.corpus;
        let document = |message: &str, id: DocumentId| {
            let title = self.text(&corpus[id].title);
            self.words.say_of(message, "title", title)
        };
        match page {
            Page::Home => self.text(&corpus.site.title),
            Page::Themes => self.words.say("themes"),
            Page::Theme(id) => self.text(&corpus[id].title),
            Page::Question(id) | Page::Embed(id) => self.text(&corpus[id].asks),
            Page::Documents => self.words.say("documents"),
            Page::Document(id) => self.text(&corpus[id].title),
            Page::Record(id) => document("record-of", id),
            Page::Reading(id) => document("text-of", id),
            Page::Voices => self.words.say("voices"),
            Page::Voice(id) => self.text(&corpus[id].name),
            Page::Claim(id) => self.text(&corpus[id].says),
            Page::Terms => self.words.say("terms"),
            Page::Term(id) => self.text(&corpus[id].name),
            Page::Perspectives => self.words.say("perspectives"),
            Page::Tensions => self.words.say("tensions"),
            Page::Figures => self.words.say("figures"),
            Page::Search => self.words.say("search"),
            Page::Compare => self.words.say("compare"),
            Page::Tray => self.words.say("tray"),
            Page::Data => self.words.say("data"),
            Page::Prose(id) => self.text(&corpus[id].title),
            Page::NotFound => self.words.say("not-found"),
        }
    }

    /// A link to a claim, by its statement.
    pub fn claim_link(&self, id: ClaimId) -> Link {
        Link {
            text: self.text(&self.corpus[id].says),
            url: self.url(Page::Claim(id)),
        }
    }
}
