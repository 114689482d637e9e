use super::Scene;
use crate::corpus::{ClaimId, DocumentId, SideId};
use crate::language::Arguments;
use crate::quote::Examination;
use crate::site::Url;
use serde::Serialize;
use std::collections::BTreeMap;

/// The width of the picture.
const WHOLE: usize = 1000;
/// The least width of a passage that can be seen.
const VISIBLE: usize = 3;
/// Where the tenths of a text begin, in hundredths; the table has them where there are no sections.
const TENTHS: [u8; 10] = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90];

/// A strip that shows where each claim stands in the text: `components/passage_map.html`.
#[derive(Clone, Debug, Serialize)]
pub struct PassageMap {
    /// What it shows, in one sentence.
    pub description: String,
    /// The beginnings of sections, as the `d` of a path.
    pub sections: String,
    /// The claims, those about each side as one shape.
    pub passages: Vec<Passages>,
    /// How many claims stand in each part of the text.
    pub parts: Vec<TextPart>,
}

/// Claims about one side in the text.
#[derive(Clone, Debug, Serialize)]
pub struct Passages {
    /// Place of the side in the order of columns, from 1; nothing for several or none.
    pub column: Option<usize>,
    /// Whom they are about, in words.
    pub label: String,
    /// A stroke for each, as the `d` of a path.
    pub strokes: String,
}

/// A section of the text, or a tenth where it has none.
#[derive(Clone, Debug, Serialize)]
pub struct TextPart {
    /// Its name.
    pub label: String,
    /// How many claims stand in it.
    pub count: usize,
    /// The first of them on the page of the document.
    pub first: Option<Url>,
}

impl Scene<'_> {
    /// The passage map of a document; nothing where no place is known.
    pub fn passage_map(&self, id: DocumentId) -> Option<PassageMap> {
        let examination = &self.examinations[id.index()];
        let claims = self.index.of_document(id);
        let placed: Vec<ClaimId> = claims
            .iter()
            .copied()
            .filter(|&id| self.pin(id).is_some())
            .collect();
        if placed.is_empty() {
            return None;
        }
        let starts = examination.sections.iter().flatten();
        let starts = starts.map(|&start| format!("M{} 2v36", scale(start, examination)));
        Some(PassageMap {
            description: self
                .words
                .say_of("passage-map-about", "count", placed.len()),
            sections: starts.collect(),
            passages: self.passages(&placed, examination),
            parts: self.parts(id, &placed),
        })
    }

    fn passages(&self, claims: &[ClaimId], examination: &Examination) -> Vec<Passages> {
        let mut strokes: BTreeMap<Option<SideId>, (String, usize)> = BTreeMap::new();
        for &id in claims {
            let Some((pin, _)) = self.pin(id) else {
                continue;
            };
            let side = self.corpus[id].about.single();
            let x = scale(pin.start(), examination);
            let width = (scale(pin.end() + 1, examination) - x).max(VISIBLE);
            let (strokes, end) = strokes
                .entry(side)
                .or_insert_with(|| ("M0 20".to_owned(), 0));
            // From the end of the one before, since small numbers pack well.
            *strokes += &format!("m{} 0h{width}", x.cast_signed() - end.cast_signed());
            *end = x + width;
        }
        let strokes = strokes.into_iter();
        strokes
            .map(|(side, (strokes, _))| Passages {
                column: side.map(|side| side.index() + 1),
                label: side.map_or_else(|| self.words.say("others"), |side| self.side_name(side)),
                strokes,
            })
            .collect()
    }

    fn parts(&self, id: DocumentId, claims: &[ClaimId]) -> Vec<TextPart> {
        let sections = &self.corpus[id].sections;
        let part_of = |id: &ClaimId| {
            let (pin, examination) = self.pin(*id)?;
            if sections.is_empty() {
                return Some(scale(pin.start(), examination) * TENTHS.len() / WHOLE);
            }
            examination.section_of(pin)
        };
        let labels: Vec<String> = if sections.is_empty() {
            TENTHS.iter().map(|&from| self.tenth(from)).collect()
        } else {
            let labels = sections.iter().map(|section| self.text(&section.label));
            labels.collect()
        };
        let before = claims.iter().any(|id| part_of(id).is_none());
        let before = before.then(|| (None, self.words.say("before-sections")));
        let named = labels.into_iter().enumerate();
        let named = named.map(|(part, label)| (Some(part), label));
        let parts = before.into_iter().chain(named);
        parts
            .map(|(part, label)| {
                let within: Vec<_> = claims.iter().filter(|id| part_of(id) == part).collect();
                TextPart {
                    label,
                    count: within.len(),
                    first: within.first().map(|&&id| self.card_url(id)),
                }
            })
            .collect()
    }

    /// "20% to 30%".
    fn tenth(&self, from: u8) -> String {
        let percent = |hundredths: u8| self.words.percent(f64::from(hundredths));
        let arguments = Arguments::new()
            .with("from", percent(from))
            .with("to", percent(from + 10));
        self.words.say_with("part-of-text", &arguments)
    }
}

/// How many thousandths of a text stand before a word.
fn scale(word: usize, examination: &Examination) -> usize {
    (word.saturating_sub(1) * WHOLE) / examination.words.max(1)
}
