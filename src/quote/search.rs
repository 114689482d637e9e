use super::locate::{Location, Quotation, locate, occurrences};
use super::nearest::nearest;
use super::reading::Format;
use super::source_text::{Settings, SourceText};
use super::token::tokens;
use std::ops::Range;

/// A place where pasted words stand, ready to be quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words as they are to be quoted: as printed, misprints repaired, on one line.
    pub words: String,
    /// Words right before, where without them the place would not be the only one.
    pub prefix: Option<String>,
    /// The first word, counted from 1.
    pub word: usize,
    /// The declared section in which it stands, as an index.
    pub section: Option<usize>,
}

/// What became of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// The places, as far as anybody would read on.
    Found(Vec<Found>),
    /// The words are not there, but a passage has more than half of them.
    Near {
        /// The passage, with the words that differ between `«` and `»`.
        passage: String,
        /// How many of the words it has.
        shared: usize,
    },
    /// Nothing comes near.
    Nothing,
}

/// Looks for words as somebody pasted them: with line breaks, other marks or the misprints of a scan.
pub fn search(source: &SourceText<'_>, pasted: &str, settings: &Settings) -> Search {
    let alike = Settings {
        sections: Vec::new(),
        ..settings.clone()
    };
    let pasted = SourceText::new(pasted, Format::Plain, &alike);
    let words = pasted.tokens();
    let places = occurrences(source, words);
    if places.is_empty() {
        let plain: Vec<&str> = words.iter().map(|token| token.text.as_str()).collect();
        let plain = plain.join(" ");
        let near = nearest(source, &plain, &tokens(&plain)).map(|near| near.passage);
        return match near {
            Some(near) if near.extra.len() * 2 < words.len() => Search::Near {
                shared: words.len() - near.extra.len(),
                passage: near.marked,
            },
            _ => Search::Nothing,
        };
    }
    // Nobody reads more, and each is looked for again.
    const MOST: usize = 20;
    let found = places.iter().take(MOST).map(|&start| {
        let range = start..start + words.len();
        Found {
            words: source.line_as_read(&range),
            prefix: prefix(source, &range),
            word: source.word(start),
            section: source
                .sections()
                .iter()
                .rposition(|section| section.is_some_and(|token| token <= start)),
        }
    });
    Search::Found(found.collect())
}

/// The fewest words before a quotation that make its place the only one; nothing where it is.
fn prefix(source: &SourceText<'_>, range: &Range<usize>) -> Option<String> {
    const MOST: usize = 8;
    let words = source.line_as_read(range);
    let here = |prefix: Option<&str>| {
        let quotation = Quotation {
            parts: &[&words],
            prefix,
            suffix: None,
        };
        let place = Location {
            parts: std::iter::once(range.clone()).collect(),
        };
        locate(source, &quotation) == Ok(place)
    };
    if here(None) {
        return None;
    }
    (1..=MOST.min(range.start))
        .map(|count| source.line_as_read(&(range.start - count..range.start)))
        .find(|prefix| here(Some(prefix)))
}
