use super::loaded_word::LoadedWords;
use super::marks::Marks;
use super::naming::Naming;
use super::term_not_linked::TermNames;
use super::wording::Wording;
use crate::corpus::{
    Allegiance, Corpus, Date, Document, DocumentId, LanguageId, PerSide, Side, SideId, Site, Term,
    TermId, Text, Voice, VoiceId,
};
use crate::diagnostic::{Code, Severity};
use crate::vocabulary::VoiceKind;
use std::collections::BTreeMap;

/// What rules on single claims and texts look things up in.
///
/// They see nothing of the world but what this shows, so that it can be told where they would find something else after
/// a change.
pub struct Context<'a> {
    corpus: &'a Corpus,
    /// By which words each side is known.
    pub naming: Naming,
    /// By which words each term is known.
    pub terms: TermNames,
    /// Words that the site calls loaded.
    pub loaded: LoadedWords<'a>,
}

impl<'a> Context<'a> {
    /// The context of a world.
    pub fn of(corpus: &'a Corpus) -> Self {
        Self {
            corpus,
            naming: Naming::of(corpus),
            terms: TermNames::of(corpus),
            loaded: LoadedWords::of(corpus),
        }
    }

    /// The languages of the site, the first one first.
    pub fn languages(&self) -> &'a [String] {
        &self.corpus.site.languages
    }

    /// The most words that a quotation may have.
    pub fn max_quotation_words(&self) -> f64 {
        self.corpus.site.max_quotation_words
    }

    /// The sides, in the order of the columns.
    pub fn sides(&self) -> impl Iterator<Item = (SideId, &'a Side)> + use<'a> {
        self.corpus.site.sides.iter()
    }

    /// A side.
    pub fn side(&self, id: SideId) -> &'a Side {
        &self.corpus[id]
    }

    /// The id of any voice.
    pub fn voice_id(&self, id: VoiceId) -> &'a str {
        &self.corpus[id].id
    }

    /// The voice of a claim.
    pub fn speaker(&self, id: VoiceId) -> Speaker<'a> {
        Speaker::of(&self.corpus[id])
    }

    /// A term that a claim lists, or of which its statement holds a spelling.
    pub fn term(&self, id: TermId) -> Spelt<'a> {
        Spelt::of(&self.corpus[id])
    }

    /// The words by which a statement can name a term.
    pub fn marks(&self, wording: &Wording<'_>) -> Marks {
        if self.corpus.terms.is_empty() {
            return Marks::default();
        }
        Marks::of(&wording.says)
    }

    /// The document of a claim.
    pub fn makers(&self, id: DocumentId) -> Makers<'a> {
        Makers::of(&self.corpus[id])
    }
}

/// What is the same for every claim and text.
#[derive(PartialEq)]
pub struct Customs<'a> {
    pub languages: &'a [String],
    pub sides: &'a PerSide<Side>,
    pub max_quotation_words: f64,
    pub loaded_words: &'a [String],
    /// They decide which rules are asked at all.
    pub severities: &'a BTreeMap<Code, Option<Severity>>,
}

impl<'a> Customs<'a> {
    /// Those of a site.
    pub fn of(site: &'a Site) -> Self {
        Self {
            languages: &site.languages,
            sides: &site.sides,
            max_quotation_words: site.max_quotation_words,
            loaded_words: &site.loaded_words,
            severities: &site.severities,
        }
    }
}

/// What matters of a voice to the claims in which it speaks.
#[derive(PartialEq)]
pub struct Speaker<'a> {
    pub name: &'a Text,
    pub kind: VoiceKind,
    pub allegiance: Allegiance,
}

impl<'a> Speaker<'a> {
    /// A voice.
    pub fn of(voice: &'a Voice) -> Self {
        Self {
            name: &voice.name,
            kind: voice.kind,
            allegiance: voice.allegiance,
        }
    }
}

/// What matters of a term to the claims that list or name it.
#[derive(PartialEq)]
pub struct Spelt<'a> {
    pub id: &'a str,
    pub name: &'a Text,
    pub official_name: Option<&'a Text>,
    pub forms: &'a [Text],
    /// Those of its history.
    pub dates: Vec<Date>,
}

impl<'a> Spelt<'a> {
    /// A term.
    pub fn of(term: &'a Term) -> Self {
        Self {
            id: &term.id,
            name: &term.name,
            official_name: term.official_name.as_ref(),
            forms: &term.forms,
            dates: term.history.iter().map(|event| event.date).collect(),
        }
    }

    /// All that marks it in a statement.
    pub fn spellings(&self, languages: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        let texts = [self.name].into_iter().chain(self.forms);
        texts.flat_map(move |text| {
            LanguageId::all(languages).filter_map(|language| text.translation(language))
        })
    }
}

/// Who made a document.
#[derive(PartialEq)]
pub struct Makers<'a> {
    pub authors: &'a [VoiceId],
    pub publisher: Option<VoiceId>,
}

impl<'a> Makers<'a> {
    /// Those of a document.
    pub fn of(document: &'a Document) -> Self {
        Self {
            authors: &document.authors,
            publisher: document.publisher,
        }
    }
}
