use super::Scene;
use super::link::Link;
use super::place::PlaceView;
use crate::corpus::{ClaimId, DocumentId};
use serde::Serialize;

/// A strip that shows where each claim stands in the text: `components/passage_map.html`.
#[derive(Clone, Debug, Serialize)]
pub struct PassageMap {
    /// What it shows, in one sentence.
    pub description: String,
    /// The beginnings of sections.
    pub sections: Vec<SectionMark>,
    /// The claims, in the order of the text.
    pub passages: Vec<Passage>,
    /// Those of this sheet, as a table.
    pub rows: Vec<PassageRow>,
}

/// The beginning of a section.
#[derive(Clone, Debug, Serialize)]
pub struct SectionMark {
    /// Thousandths of the text before it.
    pub x: usize,
    /// Its name.
    pub label: String,
}

/// A claim in the text.
#[derive(Clone, Debug, Serialize)]
pub struct Passage {
    /// Thousandths of the text before it.
    pub x: usize,
    /// Thousandths of the text from its first word to its last, at least enough to be seen.
    pub width: usize,
    /// Place of the side that it is about in the order of columns, from 1; nothing for several or none.
    pub column: Option<usize>,
}

/// A claim in the table beside the map.
#[derive(Clone, Debug, Serialize)]
pub struct PassageRow {
    /// Its statement, which leads to its card on the page of the document.
    pub card: Link,
    /// Where it stands, in words.
    pub place: PlaceView,
}

impl Scene<'_> {
    /// The passage map of a document; nothing where no place is known.
    pub fn passage_map(&self, id: DocumentId, here: &[ClaimId]) -> Option<PassageMap> {
        const WHOLE: usize = 1000;
        const VISIBLE: usize = 3;
        let document = &self.corpus[id];
        let examination = &self.examinations[id.index()];
        let scale = |word: usize| (word.saturating_sub(1) * WHOLE) / examination.words.max(1);
        let passages: Vec<Passage> = self
            .index
            .of_document(id)
            .iter()
            .filter_map(|&id| {
                let (pin, _) = self.pin(id)?;
                let x = scale(pin.start());
                let about = self.corpus[id].about.single();
                Some(Passage {
                    x,
                    width: (scale(pin.end() + 1) - x).max(VISIBLE),
                    column: about.map(|side| side.index() + 1),
                })
            })
            .collect();
        if passages.is_empty() {
            return None;
        }
        let sections = document.sections.iter().zip(&examination.sections);
        Some(PassageMap {
            description: self
                .words
                .say_of("passage-map-about", "count", passages.len()),
            sections: sections
                .filter_map(|(section, start)| {
                    Some(SectionMark {
                        x: scale((*start)?),
                        label: self.text(&section.label),
                    })
                })
                .collect(),
            passages,
            rows: here
                .iter()
                .filter_map(|&id| {
                    Some(PassageRow {
                        card: Link {
                            url: self.card_url(id),
                            ..self.claim_link(id)
                        },
                        place: self.place(id)?,
                    })
                })
                .collect(),
        })
    }
}
