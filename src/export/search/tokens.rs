use crate::quote::is_han;
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that stand everywhere and that no text is found by, in all languages of a site.
#[derive(Clone, Debug, Default)]
pub struct PassedOver {
    words: Vec<String>,
    set: HashSet<String>,
}

impl PassedOver {
    /// The words of lists that are parted by spaces.
    pub fn new(lists: &[String]) -> Self {
        let words = lists.iter().flat_map(|list| list.split_whitespace());
        let mut words: Vec<String> = words.map(str::to_owned).collect();
        words.sort();
        words.dedup();
        let set = words.iter().cloned().collect();
        Self { words, set }
    }

    /// The words, sorted.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    fn has(&self, word: &str) -> bool {
        self.set.contains(word)
    }
}

/// The words by which a text is found, in its order.
///
/// A word is letters and digits, without accents, capitals and widths. An apostrophe or a full stop between two letters is
/// dropped, so that `U.S.` is `us`. Chinese does not part its words, so every two characters that stand together are one,
/// and the last of a row is one by itself: whoever looks for a single character looks for what begins with it.
pub fn tokens(text: &str, passed_over: &PassedOver) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    let mut row: Vec<char> = Vec::new();
    let letters: Vec<char> = text.nfkd().filter(|&it| !is_combining_mark(it)).collect();
    for (at, &letter) in letters.iter().enumerate() {
        if is_han(letter) {
            end_word(&mut word, &mut found, passed_over);
            if passed_over.has(letter.encode_utf8(&mut [0; 4])) {
                end_row(&mut row, &mut found);
            } else {
                row.push(letter);
            }
            continue;
        }
        end_row(&mut row, &mut found);
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        } else if !(is_joint(letter) && is_between_letters(&letters, at)) {
            end_word(&mut word, &mut found, passed_over);
        }
    }
    end_word(&mut word, &mut found, passed_over);
    end_row(&mut row, &mut found);
    found
}

fn is_joint(letter: char) -> bool {
    matches!(letter, '.' | '\'' | '’')
}

fn is_between_letters(letters: &[char], at: usize) -> bool {
    let is_letter = |it: Option<&char>| it.is_some_and(|it| it.is_alphabetic() && !is_han(*it));
    is_letter(at.checked_sub(1).and_then(|before| letters.get(before)))
        && is_letter(letters.get(at + 1))
}

fn end_word(word: &mut String, found: &mut Vec<String>, passed_over: &PassedOver) {
    if !word.is_empty() {
        let word = std::mem::take(word);
        if !passed_over.has(&word) {
            found.push(word);
        }
    }
}

fn end_row(row: &mut Vec<char>, found: &mut Vec<String>) {
    found.extend(row.windows(2).map(|pair| pair.iter().collect()));
    found.extend(row.last().map(char::to_string));
    row.clear();
}
