//! What is true? The immutable, resolved world that every later room reads.
//!
//! Only [`resolve`](crate::resolve) makes a [`Corpus`]. Its ids are indexes of their own types, so a
//! look-up returns a reference and never an `Option`; every list is in an order that content decides:
//! sides and questions as the site states them, claims by document in the order of the text, the rest
//! by id. Nothing here knows what an author typed.

mod address;
mod allowance;
mod claim;
mod date;
mod document;
mod id;
mod licence;
mod page;
mod per_side;
mod site;
mod standing;
mod term;
mod text;
mod theme;
mod voice;
mod written;

pub use address::{base_address, is_address};
pub use allowance::Allowance;
pub use claim::{About, Claim, Coding, Dissent, Figure, Given, Relation, Scope};
pub use date::{Date, DateError};
pub use document::{Document, Repair, Section};
pub use id::{
    ClaimId, DocumentId, EditorId, LanguageId, PageId, QuestionId, SideId, TermId, ThemeId, VoiceId,
};
pub use licence::{is_licence, licence_address, licences};
pub use page::Page;
pub use per_side::PerSide;
pub use site::{Editor, Side, Site, Thresholds};
pub use term::{History, Term};
pub use text::Text;
pub use theme::{CellRef, Question, Scale, Sentence, Silence, Theme};
pub use voice::{Allegiance, Voice};
pub use written::{Form, Written};

use std::ops::Index;
use std::sync::Arc;

/// The resolved world.
#[derive(Debug)]
pub struct Corpus {
    /// The site and its sides.
    pub site: Site,
    /// Themes in the order of reading.
    pub themes: Vec<Theme>,
    /// Questions, theme by theme, in the order of their rows.
    pub questions: Vec<Question>,
    /// Documents by id.
    pub documents: Vec<Document>,
    /// Voices by id.
    pub voices: Vec<Voice>,
    /// Terms by id.
    pub terms: Vec<Term>,
    /// Claims, document by document, in the order of the file.
    ///
    /// One that is shared with an earlier corpus is the same there and here, and its ids stand for records of the same
    /// names; those may say something else.
    pub claims: Vec<Arc<Claim>>,
    /// Prose pages by id.
    pub pages: Vec<Page>,
    /// Texts that have translations or could have, file by file; none on a site of one language.
    pub texts: Vec<Arc<Written>>,
    /// Warnings that editors accept, in no order that matters.
    pub allowances: Vec<Allowance>,
    /// Whether every record is in it; where faults kept some out, nothing can be said of what is
    /// absent.
    pub whole: bool,
}

macro_rules! indexed {
    ($($id:ident $field:ident $item:ident;)*) => {$(
        impl Index<$id> for Corpus {
            type Output = $item;

            fn index(&self, id: $id) -> &$item {
                &self.$field[id.index()]
            }
        }
    )*};
}

indexed! {
    ThemeId themes Theme;
    QuestionId questions Question;
    DocumentId documents Document;
    VoiceId voices Voice;
    TermId terms Term;
    ClaimId claims Claim;
    PageId pages Page;
}

impl Index<SideId> for Corpus {
    type Output = Side;

    fn index(&self, id: SideId) -> &Side {
        &self.site.sides[id]
    }
}

impl Index<EditorId> for Corpus {
    type Output = Editor;

    fn index(&self, id: EditorId) -> &Editor {
        &self.site.editors[id.index()]
    }
}

impl Corpus {
    /// Every claim with its id.
    pub fn claims(&self) -> impl Iterator<Item = (ClaimId, &Claim)> {
        let claims = self.claims.iter().map(Arc::as_ref);
        ClaimId::all(self.claims.len()).zip(claims)
    }

    /// Every theme with its id.
    pub fn themes(&self) -> impl Iterator<Item = (ThemeId, &Theme)> {
        ThemeId::all(self.themes.len()).zip(&self.themes)
    }

    /// Every question with its id.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionId, &Question)> {
        QuestionId::all(self.questions.len()).zip(&self.questions)
    }

    /// Every document with its id.
    pub fn documents(&self) -> impl Iterator<Item = (DocumentId, &Document)> {
        DocumentId::all(self.documents.len()).zip(&self.documents)
    }

    /// Every voice with its id.
    pub fn voices(&self) -> impl Iterator<Item = (VoiceId, &Voice)> {
        VoiceId::all(self.voices.len()).zip(&self.voices)
    }

    /// Every term with its id.
    pub fn terms(&self) -> impl Iterator<Item = (TermId, &Term)> {
        TermId::all(self.terms.len()).zip(&self.terms)
    }

    /// Every prose page with its id.
    pub fn pages(&self) -> impl Iterator<Item = (PageId, &Page)> {
        PageId::all(self.pages.len()).zip(&self.pages)
    }

    /// Whether every record has the id of the record in its place in another corpus, and the languages are
    /// the same, so that ids and addresses mean the same in both.
    pub fn has_ids_of(&self, other: &Self) -> bool {
        let is_claim = |(one, other): (&Arc<Claim>, &Arc<Claim>)| {
            Arc::ptr_eq(one, other) || (one.document, &one.id) == (other.document, &other.id)
        };
        self.claims.len() == other.claims.len()
            && self.claims.iter().zip(&other.claims).all(is_claim)
            && self.site.languages == other.site.languages
            && alike(&self.themes, &other.themes, |it| it.id.as_str())
            && alike(&self.questions, &other.questions, |it| {
                (it.theme, it.id.as_str())
            })
            && alike(&self.documents, &other.documents, |it| it.id.as_str())
            && alike(&self.voices, &other.voices, |it| it.id.as_str())
            && alike(&self.terms, &other.terms, |it| it.id.as_str())
            && alike(&self.pages, &other.pages, |it| it.id.as_str())
    }

    /// `<theme>/<question>`.
    pub fn question_path(&self, id: QuestionId) -> String {
        let question = &self[id];
        format!("{}/{}", self[question.theme].id, question.id)
    }

    /// `<document>/<claim>`, the full id of a claim.
    pub fn claim_path(&self, id: ClaimId) -> String {
        let claim = &self[id];
        format!("{}/{}", self[claim.document].id, claim.id)
    }
}

fn alike<'a, T, Id: PartialEq>(some: &'a [T], others: &'a [T], id: impl Fn(&'a T) -> Id) -> bool {
    some.iter().map(&id).eq(others.iter().map(&id))
}
