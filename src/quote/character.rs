use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// One character of a text after folding, with the bytes of the original that it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Character {
    pub value: char,
    pub start: usize,
    pub end: usize,
}

/// Folds a stretch of text: quotation marks, hyphens and spaces to one of each, full-width forms and
/// ligatures opened, soft hyphens and other invisible characters dropped. Letter case stays.
pub fn fold(text: &str, range: Range<usize>) -> impl Iterator<Item = Character> + '_ {
    let base = range.start;
    text[range].char_indices().flat_map(move |(at, value)| {
        let start = base + at;
        let end = start + value.len_utf8();
        opened(value)
            .into_iter()
            .flatten()
            .map(move |value| Character { value, start, end })
    })
}

/// What a character stands for: up to three characters, none for one that cannot be seen.
fn opened(value: char) -> [Option<char>; 3] {
    let one = |value| [Some(value), None, None];
    let two = |first, second| [Some(first), Some(second), None];
    match value {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => [None; 3],
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2bc}' | '\u{2032}' => one('\''),
        '\u{2010}' | '\u{2011}' | '\u{fe63}' => one('-'),
        '\u{fb00}' => two('f', 'f'),
        '\u{fb01}' => two('f', 'i'),
        '\u{fb02}' => two('f', 'l'),
        '\u{fb03}' => [Some('f'), Some('f'), Some('i')],
        '\u{fb04}' => [Some('f'), Some('f'), Some('l')],
        '\u{fb05}' | '\u{fb06}' => two('s', 't'),
        '\u{3000}' => one(' '),
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => one(ascii_of(value)),
        '\u{ffe0}' => one('¢'),
        '\u{ffe1}' => one('£'),
        '\u{ffe5}' => one('¥'),
        value => one(value),
    }
}

fn ascii_of(full_width: char) -> char {
    const OFFSET: u32 = 0xfee0;
    char::from_u32(u32::from(full_width) - OFFSET).unwrap_or(full_width)
}

/// Whether a character is a Han character.
pub fn is_han(value: char) -> bool {
    matches!(value,
        '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a character belongs to a word: a letter or a mark on one, but no Han character.
pub fn is_letter(value: char) -> bool {
    (value.is_alphabetic() && !is_han(value)) || is_combining_mark(value)
}

/// Whether a character is a digit of a number; superscripts and circled digits are notes and not.
pub fn is_digit(value: char) -> bool {
    value.is_ascii_digit()
        || (value.is_numeric()
            && !value.is_alphabetic()
            && !is_han(value)
            && !is_fraction(value)
            && !matches!(value,
                '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{209f}' | '\u{2460}'..='\u{24ff}'
                | '\u{2776}'..='\u{2793}' | '\u{3192}'..='\u{3195}' | '\u{3220}'..='\u{32ff}'))
}

/// Whether a character is a fraction, which stands for itself.
pub fn is_fraction(value: char) -> bool {
    matches!(value, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215f}' | '\u{2189}')
}

/// Whether a character is the sign of a currency.
pub fn is_currency(value: char) -> bool {
    matches!(value, '$' | '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}')
}

/// Whether a character is a sign for parts of a hundred or a thousand.
pub fn is_percent(value: char) -> bool {
    matches!(value, '%' | '‰' | '‱')
}

/// A mathematical sign, folded; a hyphen is one only before a number, which the caller sees.
pub fn mathematical(value: char) -> Option<char> {
    match value {
        '+' | '±' | '×' | '÷' | '=' | '<' | '>' | '≤' | '≥' | '≈' | '~' => Some(value),
        '\u{2212}' => Some('-'),
        _ => None,
    }
}

/// Whether a character is a mark of quotation, apostrophes aside.
pub fn is_quotation_mark(value: char) -> bool {
    matches!(
        value,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}
