use super::Scene;
use crate::corpus::ClaimId;
use crate::language::Arguments;
use crate::quote::Pin;
use serde::Serialize;

/// Where a quotation stands in its source; computed, never typed.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceView {
    /// The section, where the document declares sections.
    pub section: Option<String>,
    /// "word 812 of 2,914, 28%".
    pub words: String,
}

impl Scene<'_> {
    /// Where the quotation of a claim stands.
    pub fn place(&self, id: ClaimId) -> Option<PlaceView> {
        let (pin, examination) = self.pin(id)?;
        let words = self.words;
        let share = percent(pin.start(), examination.words);
        let arguments = Arguments::new()
            .with("word", pin.start())
            .with("words", examination.words)
            .with("share", words.share(pin.start(), share));
        Some(PlaceView {
            section: self.section(id, pin),
            words: words.say_with("place", &arguments),
        })
    }

    /// The last declared section that begins at or before a quotation.
    pub fn section(&self, id: ClaimId, pin: &Pin) -> Option<String> {
        let document = self.corpus[id].document;
        let begun = self.examinations[document.index()].section_of(pin)?;
        let section = self.corpus[document].sections.get(begun)?;
        Some(self.text(&section.label))
    }
}

/// How far into a text a word stands, in whole hundredths.
fn percent(word: usize, words: usize) -> f64 {
    let hundredths = (word * 100).checked_div(words).unwrap_or(0);
    f64::from(u32::try_from(hundredths).unwrap_or(100))
}
