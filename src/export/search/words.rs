use super::code;
use std::cmp::Ordering;
use std::collections::HashMap;

/// How much a word says about an entry that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// It stands in what surrounds the entry.
    Aside,
    /// It stands in the entry.
    Body,
    /// It names the entry.
    Name,
}

impl Weight {
    const COUNT: usize = 3;
}

/// Every word with the entries that have it.
#[derive(Debug, Default)]
pub(super) struct Words {
    places: HashMap<String, Vec<(usize, Weight)>>,
}

/// A word as its file has it.
#[derive(Debug)]
pub(super) struct Written {
    word: String,
    /// The word with its entries.
    json: String,
}

/// Words that stand in one file.
#[derive(Debug)]
pub(super) struct WordFile {
    /// The first of them.
    pub first: String,
    /// Each with its entries.
    pub json: Vec<u8>,
    /// Those that a reader can mistype.
    letters: Vec<String>,
}

/// Shorter words are too near to too many others.
const SHORTEST: usize = 4;

impl Words {
    /// Adds the words of an entry; its number is higher than those before.
    pub(super) fn add(&mut self, number: usize, words: &[(String, Weight)]) {
        for (word, weight) in words {
            let places = match self.places.get_mut(word) {
                Some(places) => places,
                None => self.places.entry(word.clone()).or_default(),
            };
            match places.last_mut() {
                Some((last, best)) if *last == number => *best = (*best).max(*weight),
                _ => places.push((number, *weight)),
            }
        }
    }

    /// Each as its file has it, in the order of the words as scripts compare them, by units of UTF-16.
    pub(super) fn written(self) -> Vec<Written> {
        let mut words: Vec<_> = self.places.into_iter().collect();
        words.sort_unstable_by(|(one, _), (other, _)| by_units(one, other));
        let written = words.into_iter().map(|(word, places)| Written {
            json: format!("\"{word}\":\"{}\"", coded(&places)),
            word,
        });
        written.collect()
    }

    /// How many bytes all of them take.
    pub(super) fn size(written: &[Written]) -> usize {
        written.iter().map(|it| it.json.len() + 1).sum()
    }

    /// The files, each of which ends after so many bytes.
    pub(super) fn files(written: Vec<Written>, enough: usize) -> Vec<WordFile> {
        let mut files: Vec<WordFile> = Vec::new();
        for word in written {
            match files.last_mut() {
                Some(file) if file.json.len() + word.json.len() < enough => {
                    file.json.push(b',');
                    file.add(word);
                }
                _ => {
                    let mut file = WordFile {
                        first: word.word.clone(),
                        json: b"{".to_vec(),
                        letters: Vec::new(),
                    };
                    file.add(word);
                    files.push(file);
                }
            }
        }
        for file in &mut files {
            file.json.push(b'}');
        }
        files
    }

    /// The words that a reader can mistype, parted by spaces.
    pub(super) fn vocabulary(files: &[WordFile]) -> String {
        let letters = files.iter().flat_map(|file| &file.letters);
        let letters: Vec<&str> = letters.map(String::as_str).collect();
        letters.join(" ")
    }
}

impl WordFile {
    fn add(&mut self, Written { word, json }: Written) {
        self.json.extend_from_slice(json.as_bytes());
        let is_typed = |letter: char| letter.is_alphabetic() && !crate::quote::is_han(letter);
        if word.chars().count() >= SHORTEST && word.chars().all(is_typed) {
            self.letters.push(word);
        }
    }
}

/// The order by units of UTF-16, which is that of the bytes but for characters that take two units.
fn by_units(one: &str, other: &str) -> Ordering {
    /// Begins the first characters above those of which units of two are made.
    const FIRST_ABOVE: u8 = 0xee;
    let mut bytes = one.bytes().zip(other.bytes());
    match bytes.find(|(one, other)| one != other) {
        Some((one_byte, other_byte)) if one_byte.max(other_byte) >= FIRST_ABOVE => {
            one.encode_utf16().cmp(other.encode_utf16())
        }
        Some((one, other)) => one.cmp(&other),
        None => one.len().cmp(&other.len()),
    }
}

/// The entries of a word: for each how far it stands behind the one before, together with its weight.
fn coded(places: &[(usize, Weight)]) -> String {
    let mut text = String::new();
    let mut before = 0;
    for &(number, weight) in places {
        code::push(
            &mut text,
            (number - before) * Weight::COUNT + weight as usize,
        );
        before = number;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_scripts_compare_them() {
        let words = [
            "", "a", "ab", "é", "中", "中国", "\u{ff21}", "𠀀", "𠀁", "𠀀a",
        ];
        for one in words {
            for other in words {
                let units = one.encode_utf16().cmp(other.encode_utf16());
                assert_eq!(by_units(one, other), units, "{one} {other}");
            }
        }
    }
}
