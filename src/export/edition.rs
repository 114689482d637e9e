use crate::compare::Row;
use crate::corpus::{
    About, Allegiance, Claim, ClaimId, Corpus, Date, DocumentId, LanguageId, Section, Text,
};
use crate::quote::{Examination, Pin};
use crate::site::{Page, Route};
use crate::source::Sources;
use crate::vocabulary::{NO_SIDE, Status, WORLD};
use std::ops::Range;
use std::sync::Arc;

/// The world as one build shows it: what every file of data is made of.
#[derive(Debug)]
pub struct Edition<'a> {
    /// The world.
    pub corpus: &'a Corpus,
    /// Its rows, by question.
    pub rows: &'a [Row],
    /// What is known of the quotations, by document.
    pub examinations: &'a [Arc<Examination>],
    /// The files, for the texts that are published.
    pub sources: &'a Sources,
    drafts: bool,
    pins: Vec<Option<&'a Pin>>,
    passages: Vec<&'a [Range<usize>]>,
}

impl<'a> Edition<'a> {
    /// The edition with drafts or without.
    pub fn new(
        corpus: &'a Corpus,
        rows: &'a [Row],
        examinations: &'a [Arc<Examination>],
        sources: &'a Sources,
        drafts: bool,
    ) -> Self {
        let mut pins = vec![None; corpus.claims.len()];
        for (id, found) in examinations.iter().flat_map(|it| &it.claims) {
            pins[id.index()] = found.as_ref().ok();
        }
        let mut passages: Vec<&[Range<usize>]> = vec![&[]; corpus.claims.len()];
        for (id, parts) in examinations.iter().flat_map(|it| &it.passages) {
            passages[id.index()] = parts;
        }
        Self {
            corpus,
            rows,
            examinations,
            sources,
            drafts,
            pins,
            passages,
        }
    }

    /// Whether a claim is in the data: a draft only where drafts are asked for.
    pub fn shows(&self, claim: &Claim) -> bool {
        self.drafts || claim.status != Some(Status::Draft)
    }

    /// The claims that are in the data, in the order of the corpus.
    pub fn claims(&self) -> Vec<ClaimId> {
        let claims = self.corpus.claims();
        let shown = claims.filter(|(_, claim)| self.shows(claim));
        shown.map(|(id, _)| id).collect()
    }

    /// Full ids of those claims that are in the data.
    pub fn claim_paths(&self, claims: &[ClaimId]) -> Vec<String> {
        let claims = claims.iter().copied();
        let shown = claims.filter(|&id| self.shows(&self.corpus[id]));
        shown.map(|id| self.corpus.claim_path(id)).collect()
    }

    /// Where the quotation of a claim was found, and what is known of the text.
    pub fn pin(&self, id: ClaimId) -> Option<(&'a Pin, &'a Examination)> {
        let document = self.corpus[id].document;
        let pin = self.pins[id.index()]?;
        Some((pin, &self.examinations[document.index()]))
    }

    /// The text of a claim's document and the bytes of each part of the quotation in it, where the text
    /// is published.
    pub fn passage(&self, id: ClaimId) -> Option<(&'a str, &'a [Range<usize>])> {
        let text = self.text(self.corpus[id].document)?;
        let parts = self.passages[id.index()];
        (!parts.is_empty()).then_some((text, parts))
    }

    /// The text of a document, where it is published.
    pub fn text(&self, id: DocumentId) -> Option<&'a str> {
        let file = self.corpus[id].text_file?;
        Some(self.sources.file(file).text())
    }

    /// The section in which the quotation of a claim stands, where the document declares sections.
    pub fn section(&self, id: ClaimId) -> Option<&'a Section> {
        let (pin, examination) = self.pin(id)?;
        let document = &self.corpus[self.corpus[id].document];
        document.sections.get(examination.section_of(pin)?)
    }

    /// The address of a page in the first language: absolute where the site knows where it lies, else
    /// relative to its root.
    pub fn url(&self, page: Page) -> String {
        let route = Route {
            language: LanguageId::FIRST,
            page,
            sheet: 1,
        };
        let base = self.corpus.site.base_url.as_deref();
        route.url(self.corpus).below(base.unwrap_or_default())
    }

    /// A text in every language in which somebody wrote it, with the tags, in the order of the site.
    pub fn translations<'t>(&self, text: &'t Text) -> Vec<(&'a str, &'t str)> {
        let languages = self.corpus.site.languages();
        languages
            .filter_map(|(id, tag)| Some((tag, text.translation(id)?)))
            .collect()
    }

    /// Ids of the sides, or `world`.
    pub fn about(&self, about: &About) -> Vec<&'a str> {
        match about {
            About::World => vec![WORLD],
            About::Side(_) | About::Several(_) => {
                let sides = about.sides().iter();
                sides.map(|&side| self.corpus[side].id.as_str()).collect()
            }
        }
    }

    /// Id of the side that a voice speaks for, `none` for a third party, nothing where it is not placed.
    pub fn side(&self, allegiance: Allegiance) -> Option<&'a str> {
        match allegiance {
            Allegiance::Side(side) => Some(&self.corpus[side].id),
            Allegiance::ThirdParty => Some(NO_SIDE),
            Allegiance::Unplaced => None,
        }
    }
}

/// A date as ISO 8601 writes it.
pub fn iso(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}
