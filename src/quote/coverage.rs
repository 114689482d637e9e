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
    let mut passages: Vec<&Range<usize>> = passages.iter().collect();
    passages.sort_by_key(|quoted| quoted.start);
    let mut passages = passages.into_iter().peekable();
    // Where the last ends of those that begin before the sentence does.
    let mut reach = 0;
    let mut touched = |sentence: &Range<usize>| {
        while let Some(quoted) = passages.next_if(|quoted| quoted.start < sentence.end) {
            reach = reach.max(quoted.end);
        }
        sentence.start < reach
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
