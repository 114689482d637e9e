use super::line::one_line;
use super::reading::{Format, Reading};
use super::repair::{Repaired, repair};
use super::sentence::sentence_starts;
use super::token::{Token, tokens};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// What an editor declares of a source before quotations are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Misprints: what is printed, case-sensitive and in whole tokens, and how it is read.
    pub repairs: Vec<(String, String)>,
    /// Whole lines that are not part of the text.
    pub furniture: Vec<String>,
    /// The words with which each section begins a line.
    pub sections: Vec<String>,
}

/// A text made ready for quotations to be found in it.
#[derive(Debug)]
pub struct SourceText<'a> {
    reading: Reading<'a>,
    /// Their bytes are those of the reading.
    repaired: Repaired,
    /// Half-words before each token, and of the whole at the end.
    weights: Vec<usize>,
    index: Index,
    sentences: Vec<usize>,
    sections: Vec<Option<usize>>,
}

impl<'a> SourceText<'a> {
    /// Reads a text: leaves furniture out, makes repairs, finds sections and sentences.
    pub fn new(text: &'a str, format: Format, settings: &Settings) -> Self {
        let reading = Reading::new(text, format, &settings.furniture);
        let words = &reading.words;
        let printed = tokens(words);
        let sections: Vec<_> = sections(words, &printed, format, &settings.sections);
        let repaired = repair(words, printed, &settings.repairs);
        let tokens = &repaired.tokens;
        let mut weights = Vec::with_capacity(tokens.len() + 1);
        let mut sum = 0;
        weights.push(sum);
        weights.extend(tokens.iter().map(|token| {
            sum += token.weight();
            sum
        }));
        Self {
            sections: sections
                .into_iter()
                .map(|it| it.map(|at| repaired.now(at)))
                .collect(),
            sentences: sentence_starts(words, tokens),
            index: Index::new(tokens),
            weights,
            repaired,
            reading,
        }
    }

    /// Its tokens, repairs made.
    pub fn tokens(&self) -> &[Token] {
        &self.repaired.tokens
    }

    /// Where a token stands, in the order of the text.
    pub fn places(&self, token: &Token) -> Vec<usize> {
        let candidates = token.forms().flat_map(|form| self.index.candidates(form));
        let mut places: Vec<usize> = candidates
            .map(|&(_, at)| at)
            .filter(|&at| self.tokens()[at].is(token))
            .collect();
        if !token.alternatives.is_empty() {
            places.sort_unstable();
            places.dedup();
        }
        places
    }

    /// At how many places a token stands, or a few more.
    pub fn frequency(&self, token: &Token) -> usize {
        token
            .forms()
            .map(|form| self.index.candidates(form).len())
            .sum()
    }

    /// Whether some tokens stand here.
    pub fn has(&self, tokens: &[Token], start: usize) -> bool {
        let here = self.tokens().get(start..start + tokens.len());
        here.is_some_and(|here| {
            here.iter()
                .zip(tokens)
                .all(|(token, quoted)| token.is(quoted))
        })
    }

    /// The words of some tokens as printed.
    pub fn printed(&self, tokens: Range<usize>) -> &str {
        &self.reading.words[self.bytes_read(tokens)]
    }

    /// One token as it is read: as printed, or as its repair writes it.
    pub fn as_read(&self, token: usize) -> &str {
        let read = self.repaired.read.get(&token);
        read.map_or_else(|| self.printed(token..token + 1), String::as_str)
    }

    /// Some words as they are read, on one line.
    pub fn line_as_read(&self, tokens: &Range<usize>) -> String {
        let mut words = String::new();
        for at in tokens.clone() {
            if at > tokens.start {
                words.push_str(if self.shares_print(at) {
                    " "
                } else {
                    self.between(at - 1)
                });
            }
            words.push_str(self.as_read(at));
        }
        one_line(&words)
    }

    /// Whether a token stands for the same print as the one before it, as where a repair reads several.
    pub fn shares_print(&self, token: usize) -> bool {
        token > 0 && self.tokens()[token].start == self.tokens()[token - 1].start
    }

    /// What is printed between a token and the next; nothing within a repair.
    pub fn between(&self, token: usize) -> &str {
        let gap = self.tokens()[token].end..self.tokens()[token + 1].start;
        self.reading.words.get(gap).unwrap_or_default()
    }

    /// What is printed before a token and after the one before it, or after the last one.
    pub fn before(&self, token: usize) -> &str {
        let from = token
            .checked_sub(1)
            .map_or(0, |before| self.tokens()[before].end);
        let to = self.tokens().get(token).map(|token| token.start);
        let words = &self.reading.words;
        words
            .get(from..to.unwrap_or(words.len()))
            .unwrap_or_default()
    }

    /// The bytes of the text that some tokens stand for; at least one token.
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.reading.origin(self.bytes_read(tokens))
    }

    fn bytes_read(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens()[tokens.start].start..self.tokens()[tokens.end - 1].end
    }

    /// What is printed from so many half-words before some tokens to as many after them, with the
    /// marks that stand around.
    pub fn around(&self, tokens: &Range<usize>, reach: usize) -> &str {
        let least = self.weights[tokens.start].saturating_sub(reach);
        let most = self.weights[tokens.end] + reach;
        let first = self.weights.partition_point(|&weight| weight < least);
        let last = self.weights.partition_point(|&weight| weight <= most) - 1;
        let from = first
            .checked_sub(1)
            .map_or(0, |before| self.tokens()[before].end);
        let to = self.tokens().get(last).map(|after| after.start);
        let words = &self.reading.words;
        words
            .get(from..to.unwrap_or(words.len()))
            .unwrap_or_default()
    }

    /// Words of the whole text.
    pub fn words(&self) -> usize {
        self.weights[self.tokens().len()].div_ceil(2)
    }

    /// The word, counted from 1, at which a token stands.
    pub fn word(&self, token: usize) -> usize {
        self.weights[token] / 2 + 1
    }

    /// The first and the last word of some tokens, counted from 1.
    pub fn word_range(&self, tokens: &Range<usize>) -> (usize, usize) {
        let first = self.word(tokens.start);
        // A sign at the end is part of the word before it.
        (first, self.weights[tokens.end].div_ceil(2).max(first))
    }

    /// Half-words between two tokens, the first counted and the second not.
    pub fn weight(&self, tokens: Range<usize>) -> usize {
        self.weights[tokens.end] - self.weights[tokens.start]
    }

    /// The tokens of the sentences in which some tokens stand.
    pub fn sentence(&self, tokens: &Range<usize>) -> Range<usize> {
        let first = self
            .sentences
            .partition_point(|&start| start <= tokens.start);
        let last = self.sentences.partition_point(|&start| start < tokens.end);
        let start = self.sentences[first.saturating_sub(1)];
        let end = self.sentences.get(last).copied();
        start..end.unwrap_or(self.tokens().len())
    }

    /// The token with which each declared section begins; nothing for one that is not in the text.
    pub fn sections(&self) -> &[Option<usize>] {
        &self.sections
    }
}

/// Each form of each token by its hash, with its place; sorted.
#[derive(Debug)]
struct Index(Vec<(u64, usize)>);

impl Index {
    fn new(tokens: &[Token]) -> Self {
        let places = tokens.iter().enumerate();
        let mut entries: Vec<(u64, usize)> = places
            .flat_map(|(at, token)| token.forms().map(move |form| (hash(form), at)))
            .collect();
        entries.sort_unstable();
        Self(entries)
    }

    /// Places of a form, and of whatever else has its hash.
    fn candidates(&self, form: &str) -> &[(u64, usize)] {
        let hash = hash(form);
        let first = self.0.partition_point(|entry| entry.0 < hash);
        let count = self.0[first..].partition_point(|entry| entry.0 == hash);
        &self.0[first..first + count]
    }
}

fn hash(form: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    form.hash(&mut hasher);
    hasher.finish()
}

/// Finds each section where its words begin a line, in the order of the text; an editor may have copied
/// them with the marks of Markdown or without.
fn sections(
    words: &str,
    printed: &[Token],
    format: Format,
    starts: &[String],
) -> Vec<Option<usize>> {
    let begins_line = |at: usize| {
        let before = at.checked_sub(1).map(|before| printed[before].end);
        let gap = before.map(|before| &words[before..printed[at].start]);
        gap.is_none_or(|gap| gap.contains(['\n', '\r']))
    };
    let stands_at = |start: &[Token], at: usize| {
        let here = printed[at..].iter().zip(start);
        !start.is_empty()
            && printed.len() - at >= start.len()
            && here.clone().all(|(token, word)| token.is(word))
            && begins_line(at)
    };
    let mut from = 0;
    starts
        .iter()
        .map(|start| {
            let forms = [
                tokens(start),
                tokens(&Reading::new(start, format, &[]).words),
            ];
            let places = || from..printed.len();
            let found = forms
                .iter()
                .find_map(|form| places().find(|&at| stands_at(form, at)));
            from = found.map_or(from, |at| at + 1);
            found
        })
        .collect()
}
