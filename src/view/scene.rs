use super::{Assets, DataEntry, Highlights, Shells, Snippets, Weight, Words};
use crate::citation::Citations;
use crate::compare::Row;
use crate::corpus::{
    About, Allegiance, Claim, ClaimId, Corpus, LanguageId, QuestionId, Relation, SideId, Text,
};
use crate::prose::{Html, markdown, note};
use crate::quote::{Examination, Pin};
use crate::site::{Index, Page, Route, Url, borrow, foreign};
use crate::source::Sources;
use crate::vocabulary::{NO_SIDE, WORLD};
use std::fmt;
use std::sync::Arc;

/// What every view of one language looks at.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The world.
    pub corpus: &'a Corpus,
    /// Its rows, by question.
    pub rows: &'a [Row],
    /// What is known of the quotations, by document.
    pub examinations: &'a [Arc<Examination>],
    /// The files, for the pages that show them.
    pub sources: &'a Sources,
    /// The language.
    pub language: LanguageId,
    /// Its words.
    pub words: &'a Words<'a>,
    /// The words of every language, in the site's order.
    pub all_words: &'a [Words<'a>],
    /// What stands in which list.
    pub index: &'a Index,
    /// The files of the data.
    pub data: &'a [DataEntry],
    /// How documents and claims are cited.
    pub citations: &'a Citations,
    /// The files of claims as they are shown.
    pub highlights: &'a Highlights,
    /// Addresses of the static files.
    pub assets: &'a Assets,
    /// Whether the site has a search.
    pub has_search: bool,
    /// Where the search begins; known only where the page of the search is made.
    pub search: Option<Url>,
    /// The claims as finished cards.
    pub cards: &'a dyn Cards,
}

/// Claims as finished cards, each drawn once and joined into every page that shows it, and what else is drawn for a page
/// before the page.
pub trait Cards: fmt::Debug + Sync {
    /// The card of a claim.
    fn card(&self, id: ClaimId, weight: Weight) -> Html;
    /// A row, ready to be copied into other pages.
    fn snippets(&self, id: QuestionId) -> Snippets;
    /// What surrounds the pages that lie on a way, by its place in [`WAYS`](super::WAYS), or on none.
    fn shells(&self, on: Option<usize>) -> Shells;
}

/// No cards: what there is while the cards themselves are drawn.
#[derive(Clone, Copy, Debug)]
pub struct NoCards;

impl Cards for NoCards {
    fn card(&self, _: ClaimId, _: Weight) -> Html {
        Html::default()
    }

    fn snippets(&self, _: QuestionId) -> Snippets {
        Snippets::default()
    }

    fn shells(&self, _: Option<usize>) -> Shells {
        Shells::default()
    }
}

/// What a scene is set from; the rest it works out.
#[derive(Clone, Debug)]
pub struct Stage<'a> {
    /// The world.
    pub corpus: &'a Corpus,
    /// Its rows, by question.
    pub rows: &'a [Row],
    /// What is known of the quotations, by document.
    pub examinations: &'a [Arc<Examination>],
    /// The files.
    pub sources: &'a Sources,
    /// The words of every language, in the site's order.
    pub words: &'a [Words<'a>],
    /// What stands in which list.
    pub index: &'a Index,
    /// The files of the data.
    pub data: &'a [DataEntry],
    /// How documents and claims are cited.
    pub citations: &'a Citations,
    /// The files of claims as they are shown.
    pub highlights: &'a Highlights,
    /// Addresses of the static files.
    pub assets: &'a Assets,
    /// Whether the site has a search.
    pub has_search: bool,
    /// Where the search begins; known only where the page of the search is made.
    pub search: Option<Url>,
}

impl<'a> Scene<'a> {
    /// Sets the scene for one language.
    pub fn new(stage: &Stage<'a>, language: LanguageId, cards: &'a dyn Cards) -> Self {
        Self {
            corpus: stage.corpus,
            rows: stage.rows,
            examinations: stage.examinations,
            sources: stage.sources,
            language,
            words: &stage.words[language.index()],
            all_words: stage.words,
            index: stage.index,
            data: stage.data,
            citations: stage.citations,
            highlights: stage.highlights,
            assets: stage.assets,
            has_search: stage.has_search,
            search: stage.search.clone(),
            cards,
        }
    }

    /// Where the quotation of a claim was found, and what is known of the text.
    pub fn pin(&self, id: ClaimId) -> Option<(&'a Pin, &'a Examination)> {
        let document = self.corpus[id].document;
        let examination = &self.examinations[document.index()];
        Some((examination.pin(id)?, examination))
    }

    /// The route of a page in this language.
    pub fn route(&self, page: Page) -> Route {
        Route {
            language: self.language,
            page,
            sheet: 1,
        }
    }

    /// A text in this language; where nobody translated it, borrowed from the first.
    pub fn text(&self, text: &Text) -> String {
        match text.translation(self.language) {
            Some(words) => words.to_owned(),
            None => borrow(text.first()),
        }
    }

    /// An optional text in this language.
    pub fn text_of(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    /// Words in a language of their own, as those of a source are.
    pub fn words_in(&self, tag: &str, words: &str) -> String {
        if tag == self.words.tag() {
            return words.to_owned();
        }
        foreign(words, tag)
    }

    /// A Markdown text in this language; where nobody translated it, that in the first.
    pub fn markdown(&self, text: &Text) -> Html {
        match text.translation(self.language) {
            Some(words) => markdown(words),
            None => markdown(text.first()).in_language(&self.corpus.site.languages[0]),
        }
    }

    /// An optional note in this language; where nobody translated it, that in the first.
    pub fn note_of(&self, text: Option<&Text>) -> Option<Html> {
        let text = text?;
        Some(match text.translation(self.language) {
            Some(words) => note(words),
            None => note(text.first()).in_language(&self.corpus.site.languages[0]),
        })
    }

    /// Whether readers see a claim: drafts only where they are asked for.
    pub fn shows(&self, claim: &Claim) -> bool {
        self.index.shows(claim.status)
    }

    /// The relations that point to a claim, with the claims that they come from.
    pub fn incoming(&self, id: ClaimId) -> impl Iterator<Item = (ClaimId, &Relation)> {
        self.index.incoming(id, self.corpus)
    }

    /// The name of a side.
    pub fn side_name(&self, side: SideId) -> String {
        self.text(&self.corpus[side].name)
    }

    /// The name of a side within a sentence.
    pub fn side_in_text(&self, side: SideId) -> String {
        self.text(&self.corpus[side].in_text)
    }

    /// The name of a side where there is little room.
    pub fn side_short(&self, side: SideId) -> String {
        self.text(&self.corpus[side].short)
    }

    /// For whom a voice speaks, in words.
    pub fn allegiance_label(&self, allegiance: Allegiance) -> String {
        match allegiance {
            Allegiance::Side(side) => self.side_name(side),
            Allegiance::ThirdParty => self.words.say("third-party"),
            Allegiance::Unplaced => self.words.say("unplaced"),
        }
    }

    /// The heading over speakers who speak for a side, or for none.
    pub fn allegiance_heading(&self, allegiance: Allegiance) -> String {
        match allegiance {
            Allegiance::Side(side) => self.side_name(side),
            Allegiance::ThirdParty => self.words.say("third-parties"),
            Allegiance::Unplaced => self.words.say("unplaced-speakers"),
        }
    }

    /// Whom a claim is about, in words.
    pub fn about_label(&self, about: &About) -> String {
        match about {
            About::World => self.words.say("the-world"),
            About::Side(_) | About::Several(_) => {
                let names = about.sides().iter().map(|&side| self.side_in_text(side));
                self.words.list(&names.collect::<Vec<_>>())
            }
        }
    }

    /// Ids of the sides, or `world`, for hooks in the markup.
    pub fn about_word(&self, about: &About) -> String {
        match about {
            About::World => WORLD.to_owned(),
            About::Side(_) | About::Several(_) => {
                let ids = about
                    .sides()
                    .iter()
                    .map(|&side| self.corpus[side].id.as_str());
                ids.collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// Id of the side that a voice speaks for, `none`, or nothing where it is not placed.
    pub fn allegiance_word(&self, allegiance: Allegiance) -> String {
        match allegiance {
            Allegiance::Side(side) => self.corpus[side].id.clone(),
            Allegiance::ThirdParty => NO_SIDE.to_owned(),
            Allegiance::Unplaced => String::new(),
        }
    }
}
