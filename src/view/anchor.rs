use super::Scene;
use crate::corpus::{ClaimId, QuestionId, SideId};
use crate::site::{Page, Route, SHEET, Url};

/// Anchors on pages where things of several records stand together. Ids hold no full stop, so no two
/// of these are alike, and the anchors that templates write themselves begin with `page.`.
impl Scene<'_> {
    /// The anchor of a row.
    pub fn row_anchor(&self, id: QuestionId) -> String {
        self.corpus.question_path(id).replace('/', ".")
    }

    /// The anchor of a cell.
    pub fn cell_anchor(&self, id: QuestionId, side: SideId) -> String {
        format!("{}.{}", self.row_anchor(id), self.corpus[side].id)
    }

    /// The anchor of a claim's card.
    pub fn card_anchor(&self, id: ClaimId) -> String {
        self.corpus.claim_path(id).replace('/', ".")
    }

    /// The card of a claim on the page of its document.
    pub fn card_url(&self, id: ClaimId) -> Url {
        let route = Route {
            sheet: self.index.place(id) / SHEET + 1,
            ..self.route(Page::Document(self.corpus[id].document))
        };
        route.url(self.corpus).at(&self.card_anchor(id))
    }

    /// The anchor of a passage in the text that is quoted, where headings have anchors as well.
    pub fn passage_anchor(&self, id: ClaimId) -> String {
        format!("quoted.{}", self.corpus[id].id)
    }
}
