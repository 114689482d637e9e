use super::examine::Examination;
use super::source_text::SourceText;
use std::ops::Range;

impl Examination {
    /// How many words of the text stand in a sentence that a quotation touches.
    pub fn words_covered(&self) -> usize {
        let pins = self.claims.iter().filter_map(|(_, pin)| pin.as_ref().ok());
        let mut sentences: Vec<(usize, usize)> = pins.map(|pin| pin.sentence).collect();
        sentences.sort_unstable();
        let mut covered = 0;
        let mut counted = 0;
        for (first, last) in sentences {
            let first = first.max(counted + 1);
            covered += (last + 1).saturating_sub(first);
            counted = counted.max(last);
        }
        covered
    }
}

/// The bytes of every sentence of a text that none of the quoted passages touches.
pub fn uncovered(source: &SourceText<'_>, passages: &[Range<usize>]) -> Vec<Range<usize>> {
    let touched = |sentence: &Range<usize>| {
        let mut passages = passages.iter();
        passages.any(|quoted| quoted.start < sentence.end && sentence.start < quoted.end)
    };
    let mut sentences = Vec::new();
    let mut next = 0;
    while next < source.tokens().len() {
        let sentence = source.sentence(&(next..next + 1));
        next = sentence.end.max(next + 1);
        let bytes = source.bytes(sentence);
        if !touched(&bytes) {
            sentences.push(bytes);
        }
    }
    sentences
}
