use super::super::edition::Edition;
use crate::compare::{Ring, ring};
use crate::corpus::{
    Allegiance, ClaimId, Corpus, DocumentId, LanguageId, QuestionId, TermId, Text, ThemeId, VoiceId,
};
use crate::site::{Page, Route};
use crate::vocabulary::{NO_SIDE, Status};
use serde::Serialize;

/// What an entry is, in the order in which entries are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum EntryKind {
    /// A field of comparison.
    Theme,
    /// A row.
    Question,
    /// A source text.
    Document,
    /// Who speaks.
    Voice,
    /// A named thing.
    Term,
    /// A statement.
    Claim,
}

impl EntryKind {
    /// All of them.
    pub(super) const ALL: [Self; 6] = [
        Self::Theme,
        Self::Question,
        Self::Document,
        Self::Voice,
        Self::Term,
        Self::Claim,
    ];
}

/// Something that can be found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Entry {
    /// A field of comparison.
    Theme(ThemeId),
    /// A row.
    Question(QuestionId),
    /// A source text.
    Document(DocumentId),
    /// Who speaks.
    Voice(VoiceId),
    /// A named thing.
    Term(TermId),
    /// A statement.
    Claim(ClaimId),
}

/// A text in each language of the site, in their order; nothing where nobody translated it.
pub(super) type Translated<T> = Vec<Option<T>>;

/// An entry as the search shows it.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    /// The path of its page, below the root of the reader's language.
    url: String,
    /// Its name or what it says.
    title: Translated<&'a str>,
    /// What else helps to recognise it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Translated<String>,
    /// The quotation of a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<String>,
    /// Who speaks in a claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    voice: Translated<&'a str>,
    /// The title of the document of a claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    document: Translated<&'a str>,
    /// For whom that voice speaks; nothing where it is not placed.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaks_for: Option<&'a str>,
    /// BCP 47 tag of the quotation.
    #[serde(skip_serializing_if = "Option::is_none")]
    quoted_in: Option<&'a str>,
    /// What readers must know of the standing of a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    /// The ring of a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    ring: Option<&'static str>,
}

/// Every entry of an edition, kind by kind.
pub(super) fn entries(edition: &Edition<'_>) -> Vec<Entry> {
    let corpus = edition.corpus;
    let mut entries: Vec<Entry> = Vec::new();
    entries.extend(corpus.themes().map(|(id, _)| Entry::Theme(id)));
    entries.extend(corpus.questions().map(|(id, _)| Entry::Question(id)));
    entries.extend(corpus.documents().map(|(id, _)| Entry::Document(id)));
    entries.extend(corpus.voices().map(|(id, _)| Entry::Voice(id)));
    entries.extend(corpus.terms().map(|(id, _)| Entry::Term(id)));
    entries.extend(edition.claims().into_iter().map(Entry::Claim));
    entries
}

impl Entry {
    /// What it is.
    pub(super) fn kind(self) -> EntryKind {
        match self {
            Self::Theme(_) => EntryKind::Theme,
            Self::Question(_) => EntryKind::Question,
            Self::Document(_) => EntryKind::Document,
            Self::Voice(_) => EntryKind::Voice,
            Self::Term(_) => EntryKind::Term,
            Self::Claim(_) => EntryKind::Claim,
        }
    }

    fn page(self) -> Page {
        match self {
            Self::Theme(id) => Page::Theme(id),
            Self::Question(id) => Page::Question(id),
            Self::Document(id) => Page::Document(id),
            Self::Voice(id) => Page::Voice(id),
            Self::Term(id) => Page::Term(id),
            Self::Claim(id) => Page::Claim(id),
        }
    }

    /// Its name, or what it says.
    pub(super) fn title(self, corpus: &Corpus) -> &Text {
        match self {
            Self::Theme(id) => &corpus[id].title,
            Self::Question(id) => &corpus[id].asks,
            Self::Document(id) => &corpus[id].title,
            Self::Voice(id) => &corpus[id].name,
            Self::Term(id) => &corpus[id].name,
            Self::Claim(id) => &corpus[id].says,
        }
    }

    /// The themes that it belongs to.
    pub(super) fn themes(self, corpus: &Corpus) -> Vec<ThemeId> {
        let of = |question: &QuestionId| corpus[*question].theme;
        let mut themes: Vec<ThemeId> = match self {
            Self::Theme(id) => vec![id],
            Self::Question(id) => vec![corpus[id].theme],
            Self::Claim(id) => corpus[id].answers.iter().map(of).collect(),
            Self::Document(_) | Self::Voice(_) | Self::Term(_) => Vec::new(),
        };
        themes.sort();
        themes.dedup();
        themes
    }

    /// What the search shows of it.
    pub(super) fn shown(self, corpus: &Corpus) -> Shown<'_> {
        let route = Route {
            language: LanguageId::FIRST,
            page: self.page(),
            sheet: 1,
        };
        let mut shown = Shown {
            url: route.url(corpus).below(""),
            title: in_all(corpus, self.title(corpus)),
            note: self.note(corpus),
            quote: None,
            voice: Vec::new(),
            document: Vec::new(),
            speaks_for: None,
            quoted_in: None,
            status: None,
            ring: None,
        };
        if let Self::Claim(id) = self {
            let claim = &corpus[id];
            let voice = &corpus[claim.voice];
            let document = &corpus[claim.document];
            let parts: Vec<&str> = claim.quote.iter().map(|part| part.value.as_str()).collect();
            shown.quote = Some(parts.join(" … "));
            shown.voice = in_all(corpus, &voice.name);
            shown.document = in_all(corpus, &document.title);
            shown.speaks_for = match voice.allegiance {
                Allegiance::Side(side) => Some(&corpus[side].id),
                Allegiance::ThirdParty => Some(NO_SIDE),
                Allegiance::Unplaced => None,
            };
            shown.quoted_in = Some(&document.language);
            shown.status = claim.status.map(Status::word);
            shown.ring = ring(claim, corpus).map(Ring::word);
        }
        shown
    }

    /// What else helps to recognise it, in the languages that have all of it; empty where there is nothing to say.
    fn note(self, corpus: &Corpus) -> Translated<String> {
        let parts: Vec<&Text> = match self {
            Self::Theme(id) => corpus[id].definition.iter().collect(),
            Self::Question(id) => vec![&corpus[corpus[id].theme].title],
            Self::Document(id) => {
                let authors = corpus[id].authors.iter();
                authors.map(|&author| &corpus[author].name).collect()
            }
            Self::Voice(id) => {
                let voice = &corpus[id];
                voice.role.iter().chain(&voice.affiliation).collect()
            }
            Self::Term(id) => corpus[id].definition.iter().collect(),
            Self::Claim(_) => Vec::new(),
        };
        if parts.is_empty() {
            return Vec::new();
        }
        let note = |language| {
            let parts = parts.iter().map(|part| part.translation(language));
            let parts: Option<Vec<&str>> = parts.collect();
            parts.map(|parts| parts.join(" · "))
        };
        languages(corpus).map(note).collect()
    }
}

/// A text in all languages.
pub(super) fn in_all<'a>(corpus: &Corpus, text: &'a Text) -> Translated<&'a str> {
    let texts = languages(corpus).map(|language| text.translation(language));
    texts.collect()
}

/// Every language of the site.
pub(super) fn languages(corpus: &Corpus) -> impl Iterator<Item = LanguageId> + use<> {
    LanguageId::all(corpus.site.languages.len())
}
