use super::Scene;
use crate::corpus::{ClaimId, QuestionId, SideId};
use crate::site::{Page, Route, Url, sheet_size};

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
        let document = self.corpus[id].document;
        let size = sheet_size(self.index.of_document(document).len());
        let route = Route {
            sheet: self.index.place(id) / size + 1,
            ..self.route(Page::Document(document))
        };
        route.url(self.corpus).at(&self.card_anchor(id))
    }

    /// The anchor of a passage in the text that is quoted, where headings have anchors as well.
    pub fn passage_anchor(&self, id: ClaimId) -> String {
        format!("quoted.{}", self.corpus[id].id)
    }
}
