use super::Scene;
use crate::corpus::{ClaimId, DocumentId, QuestionId, ThemeId, VoiceId};
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

    /// A link to a voice, by its name.
    pub fn voice_link(&self, id: VoiceId) -> Link {
        Link {
            text: self.text(&self.corpus[id].name),
            url: self.url(Page::Voice(id)),
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
