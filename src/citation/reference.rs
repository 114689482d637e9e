use crate::corpus::{ClaimId, Corpus, Date, Document, LanguageId, VoiceId};
use crate::source::one_line;
use crate::vocabulary::DocumentKind;

/// What there is to say of a work that is cited.
///
/// Voices have one name each, which nobody may cut into given and family names, so it stands whole in every
/// format.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Its key in a bibliography.
    pub id: String,
    /// What it is.
    pub work: Work,
    /// Its title.
    pub title: String,
    /// Who wrote it, where that is given.
    pub authors: Vec<String>,
    /// Who issued it; of an article the periodical, of a statement the site.
    pub publisher: Option<String>,
    /// When it was issued, where that is given.
    pub published: Option<Date>,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// What it rests on.
    pub foundation: Option<Foundation>,
}

/// A kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A source text.
    Document(DocumentKind),
    /// A statement of this site.
    Statement,
}

/// The work that a statement rests on.
#[derive(Clone, Debug)]
pub struct Foundation {
    /// The key of that work.
    pub id: String,
    /// What the statement does with it, in words: "Cites".
    pub label: String,
    /// Where in it the words stand that the statement is pinned to, in words.
    pub place: Option<String>,
}

impl Reference {
    /// A source text, under the names that the site gives in its first language.
    pub fn document(document: &Document, corpus: &Corpus) -> Self {
        let name = |id: VoiceId| one_line(corpus[id].name.first());
        let authors = document.authors.iter().filter(|_| document.authors_given);
        Self {
            id: document.id.clone(),
            work: Work::Document(document.kind),
            title: one_line(document.title.first()),
            authors: authors.map(|&id| name(id)).collect(),
            publisher: document.publisher.map(name),
            published: document.published,
            language: document.language.clone(),
            url: document.url.clone(),
            foundation: None,
        }
    }

    /// A statement of the site in one of its languages, with the address where it stands.
    ///
    /// Its authors are the editors who annotated it, and its date is that on which its document joined the site.
    pub fn statement(
        id: ClaimId,
        corpus: &Corpus,
        language: LanguageId,
        url: Option<String>,
    ) -> Self {
        let claim = &corpus[id];
        let document = &corpus[claim.document];
        let site = &corpus.site;
        let annotators = claim.annotators().into_iter();
        Self {
            id: format!("{}:{}", document.id, claim.id),
            work: Work::Statement,
            title: one_line(claim.says.get(language)),
            authors: annotators
                .map(|id| one_line(corpus[id].name.get(language)))
                .collect(),
            publisher: Some(one_line(site.title.get(language))),
            published: Some(document.added),
            language: site.languages[language.index()].clone(),
            url,
            foundation: None,
        }
    }

    /// The title without the full stop at its end, which the styles put there themselves.
    pub(super) fn sentence(&self) -> &str {
        self.title.trim_end_matches(['.', '。'])
    }

    /// Whether it is part of something larger that its publisher stands for: a periodical, or the site.
    pub fn is_part(&self) -> bool {
        let article = [DocumentKind::Paper, DocumentKind::News];
        match self.work {
            Work::Document(kind) => article.contains(&kind),
            Work::Statement => true,
        }
    }

    /// What it is, where the type of a format does not tell.
    pub fn genre(&self) -> Option<&'static str> {
        let Work::Document(kind) = self.work else {
            return None;
        };
        match kind {
            DocumentKind::Brief => Some("policy brief"),
            DocumentKind::Plan => Some("plan"),
            DocumentKind::Speech => Some("speech"),
            DocumentKind::Statement => Some("statement"),
            DocumentKind::Paper
            | DocumentKind::News
            | DocumentKind::Report
            | DocumentKind::Law
            | DocumentKind::Dataset
            | DocumentKind::Web => None,
        }
    }
}
