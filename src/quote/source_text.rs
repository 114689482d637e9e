use super::character::{Character, fold};
use super::sentence::sentence_starts;
use super::token::{Token, half_words, scan, tokens};
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As it reads.
    Plain,
    /// Markdown, read without its marks.
    Markdown,
}

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
    text: &'a str,
    tokens: Vec<Token>,
    /// Half-words before each token, and of the whole at the end.
    weights: Vec<usize>,
    /// Where each token stands, by its folded form.
    index: HashMap<String, Vec<usize>>,
    sentences: Vec<usize>,
    sections: Vec<Option<usize>>,
}

impl<'a> SourceText<'a> {
    /// Reads a text: leaves furniture out, makes repairs, finds sections and sentences.
    pub fn new(text: &'a str, format: Format, settings: &Settings) -> Self {
        let characters = characters(text, format, &settings.furniture);
        let printed = scan(&characters);
        let sections = sections(text, &printed, &settings.sections);
        let (tokens, moved) = repair(text, printed, &settings.repairs);
        let sections = sections
            .into_iter()
            .map(|section| section.map(|token| moved[token]))
            .collect();
        let mut weights = Vec::with_capacity(tokens.len() + 1);
        let mut sum = 0;
        let mut index: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, token) in tokens.iter().enumerate() {
            weights.push(sum);
            sum += half_words(token.kind);
            for form in [Some(&token.text), token.alternative.as_ref()]
                .into_iter()
                .flatten()
            {
                match index.get_mut(form.as_str()) {
                    Some(places) => places.push(at),
                    None => {
                        index.insert(form.clone(), vec![at]);
                    }
                }
            }
        }
        weights.push(sum);
        Self {
            sentences: sentence_starts(text, &tokens),
            text,
            tokens,
            weights,
            index,
            sections,
        }
    }

    /// Its tokens, repairs made.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Where a folded form stands, as indexes of tokens.
    pub fn places(&self, form: &str) -> &[usize] {
        self.index.get(form).map_or(&[], Vec::as_slice)
    }

    /// The words of some tokens as printed.
    pub fn printed(&self, tokens: Range<usize>) -> &'a str {
        &self.text[self.bytes(tokens)]
    }

    /// What is printed between a token and the next; nothing within a repair.
    pub fn between(&self, token: usize) -> &'a str {
        let gap = self.tokens[token].end..self.tokens[token + 1].start;
        self.text.get(gap).unwrap_or_default()
    }

    /// The bytes of the text that some tokens stand for; at least one token.
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].start..self.tokens[tokens.end - 1].end
    }

    /// The text between two tokens and a few tokens around them, for a look at its marks.
    pub fn around(&self, tokens: Range<usize>, reach: usize) -> &'a str {
        let first = tokens.start.saturating_sub(reach);
        let last = (tokens.end + reach).min(self.tokens.len());
        let from = if first == 0 {
            0
        } else {
            self.tokens[first].start
        };
        let to = if last == self.tokens.len() {
            self.text.len()
        } else {
            self.tokens[last - 1].end
        };
        &self.text[from..to]
    }

    /// Words of the whole text.
    pub fn words(&self) -> usize {
        self.weights[self.tokens.len()].div_ceil(2)
    }

    /// The word, counted from 1, at which a token stands.
    pub fn word(&self, token: usize) -> usize {
        self.weights[token] / 2 + 1
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
        start..end.unwrap_or(self.tokens.len())
    }

    /// The token with which each declared section begins; nothing for one that is not in the text.
    pub fn sections(&self) -> &[Option<usize>] {
        &self.sections
    }
}

/// The folded characters of a text without its furniture and, in Markdown, without its marks.
fn characters(text: &str, format: Format, furniture: &[String]) -> Vec<Character> {
    let mut characters = Vec::with_capacity(text.len());
    match format {
        Format::Plain => {
            let mut from = 0;
            for line in text.split_inclusive('\n') {
                let to = from + line.len();
                if !furniture.iter().any(|whole| whole.trim() == line.trim()) {
                    characters.extend(fold(text, from..to));
                }
                from = to;
            }
        }
        Format::Markdown => markdown(text, furniture, &mut characters),
    }
    characters
}

fn markdown(text: &str, furniture: &[String], characters: &mut Vec<Character>) {
    let is_furniture = |range: &Range<usize>| {
        let from = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[range.end..]
            .find('\n')
            .map_or(text.len(), |at| range.end + at);
        furniture
            .iter()
            .any(|whole| whole.trim() == text[from..to].trim())
    };
    let space = |value: char, at: usize| Character {
        value,
        start: at,
        end: at,
    };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Text(words) | Event::Code(words) if !is_furniture(&range) => {
                let verbatim = text[range.clone()].find(&*words);
                if let Some(at) = verbatim {
                    let from = range.start + at;
                    characters.extend(fold(text, from..from + words.len()));
                } else {
                    let whole = |value| Character {
                        value,
                        start: range.start,
                        end: range.end,
                    };
                    characters.extend(fold(&words, 0..words.len()).map(|it| whole(it.value)));
                }
            }
            Event::SoftBreak | Event::HardBreak => characters.push(space('\n', range.start)),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock,
            ) => characters.push(space('\n', range.end)),
            _ => {}
        }
    }
}

/// Makes repairs; also says to which token each printed one has come.
fn repair(
    text: &str,
    printed: Vec<Token>,
    repairs: &[(String, String)],
) -> (Vec<Token>, Vec<usize>) {
    struct Repair<'a> {
        printed: Vec<&'a str>,
        read: Vec<Token>,
    }
    let repairs: Vec<Repair<'_>> = repairs
        .iter()
        .map(|(printed, read)| Repair {
            printed: tokens(printed)
                .iter()
                .map(|token| &printed[token.start..token.end])
                .collect(),
            read: tokens(read),
        })
        .filter(|repair| !repair.printed.is_empty())
        .collect();
    if repairs.is_empty() {
        let count = printed.len();
        return (printed, (0..count).collect());
    }
    let mut read = Vec::with_capacity(printed.len());
    let mut moved = Vec::with_capacity(printed.len());
    let mut at = 0;
    while at < printed.len() {
        let fits = |repair: &&Repair<'_>| {
            let here = printed[at..].iter();
            repair.printed.len() <= printed.len() - at
                && repair
                    .printed
                    .iter()
                    .zip(here)
                    .all(|(words, token)| text[token.start..token.end] == **words)
        };
        match repairs
            .iter()
            .filter(fits)
            .max_by_key(|it| it.printed.len())
        {
            Some(repair) => {
                let last = at + repair.printed.len();
                let (start, end) = (printed[at].start, printed[last - 1].end);
                moved.extend(std::iter::repeat_n(read.len(), repair.printed.len()));
                let placed = repair.read.iter().cloned();
                read.extend(placed.map(|token| Token {
                    start,
                    end,
                    ..token
                }));
                at = last;
            }
            None => {
                moved.push(read.len());
                read.push(printed[at].clone());
                at += 1;
            }
        }
    }
    (read, moved)
}

/// Finds each section where its words begin a line, in the order of the text.
fn sections(text: &str, printed: &[Token], starts: &[String]) -> Vec<Option<usize>> {
    let begins_line = |token: &Token| {
        let before = &text[..token.start];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        !line.contains(char::is_alphanumeric)
    };
    let mut from = 0;
    starts
        .iter()
        .map(|words| {
            let words = tokens(words);
            let found = (from..printed.len()).find(|&at| {
                printed.len() - at >= words.len()
                    && !words.is_empty()
                    && printed[at..]
                        .iter()
                        .zip(&words)
                        .all(|(token, word)| token.is(word))
                    && begins_line(&printed[at])
            });
            from = found.map_or(from, |at| at + 1);
            found
        })
        .collect()
}
