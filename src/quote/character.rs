use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// One character of a text after folding, with the bytes of the text that it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Character {
    pub value: char,
    pub start: usize,
    pub end: usize,
}

/// Folds a text: quotation marks, hyphens and spaces to one of each, full-width forms and ligatures
/// opened, marks joined to their letters, invisible characters dropped. Letter case stays.
pub fn fold(text: &str) -> Vec<Character> {
    let mut characters = Vec::with_capacity(text.len());
    for (start, value) in text.char_indices() {
        let end = start + value.len_utf8();
        if value.is_ascii() {
            let value = if value == '`' { '\'' } else { value };
            characters.push(Character { value, start, end });
        } else if is_plain_han(value) {
            characters.push(Character { value, start, end });
        } else if value == SOFT_HYPHEN {
            // One that can be seen, at a line end, is a hyphen like any other.
            if ends_line(&text[end..]) {
                let value = '-';
                characters.push(Character { value, start, end });
            }
        } else if is_combining_mark(value) && !is_invisible(value) {
            mark(&mut characters, Character { value, start, end });
        } else {
            let opened = opened(value).into_iter().flatten();
            characters.extend(opened.map(|value| Character { value, start, end }));
        }
    }
    characters
}

const SOFT_HYPHEN: char = '\u{ad}';

fn ends_line(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\t'])
        .starts_with(['\n', '\r'])
}

/// Joins a mark to what it stands on, as Unicode NFC has it; one that stands on no letter is dropped.
fn mark(characters: &mut Vec<Character>, mark: Character) {
    let Some(base) = characters.last_mut() else {
        return;
    };
    if let Some(composed) = compose(base.value, mark.value) {
        base.value = composed;
        base.end = mark.end;
    } else if is_letter(base.value) {
        characters.push(mark);
    }
}

/// Characters that are not seen: the default-ignorable ones of Unicode.
fn is_invisible(value: char) -> bool {
    matches!(value,
        '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character changes the direction of what is written after it.
pub fn is_direction(value: char) -> bool {
    matches!(value,
        '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a mark stands on something else than a letter, and makes no other character of it.
pub fn is_stray_mark(before: Option<char>, value: char) -> bool {
    let carries = |it: char| is_letter(it) || compose(it, value).is_some();
    is_combining_mark(value) && !is_invisible(value) && !before.is_some_and(carries)
}

/// Whether a character that is part of no token says more than punctuation does: symbols, and letters
/// and digits that are raised, lowered or enclosed.
pub fn is_telling(value: char) -> bool {
    matches!(value,
        '+' | '<' | '=' | '>' | '^' | '|' | '~' | '\\'
        | '\u{a6}' | '\u{a9}' | '\u{ac}' | '\u{ae}'..='\u{b3}' | '\u{b5}' | '\u{b9}' | '\u{d7}' | '\u{f7}'
        | '\u{2070}'..='\u{209f}' | '\u{2100}'..='\u{2bff}' | '\u{3200}'..='\u{33ff}'
        | '\u{e000}'..='\u{f8ff}' | '\u{1f000}'..='\u{1fbff}' | '\u{f0000}'..)
}

/// What a character stands for: up to three characters, none for one that cannot be seen.
pub fn opened(value: char) -> [Option<char>; 3] {
    let one = |value| [Some(value), None, None];
    let two = |first, second| [Some(first), Some(second), None];
    match value {
        value if is_invisible(value) => [None; 3],
        '\u{b4}' | '\u{2018}'..='\u{201b}' | '\u{2bc}' | '\u{2032}' => one('\''),
        '\u{2010}' | '\u{2011}' => one('-'),
        '\u{fb00}' => two('f', 'f'),
        '\u{fb01}' => two('f', 'i'),
        '\u{fb02}' => two('f', 'l'),
        '\u{fb03}' => [Some('f'), Some('f'), Some('i')],
        '\u{fb04}' => [Some('f'), Some('f'), Some('l')],
        '\u{fb05}' | '\u{fb06}' => two('s', 't'),
        '\u{3000}' => one(' '),
        '\u{301c}' | '\u{223c}' => one('~'),
        '\u{2044}' | '\u{2215}' => one('/'),
        '\u{2236}' => one(':'),
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => one(ascii_of(value)),
        // Small and full-width signs, and Han radicals that stand in for the characters.
        '\u{fe50}'..='\u{fe6b}' | '\u{ffe0}'..='\u{ffe6}' | '\u{2e80}'..='\u{2fdf}' => {
            one(std::iter::once(value).nfkc().next().unwrap_or(value))
        }
        value => one(value),
    }
}

fn ascii_of(full_width: char) -> char {
    const OFFSET: u32 = 0xfee0;
    match char::from_u32(u32::from(full_width) - OFFSET) {
        Some('`') => '\'',
        ascii => ascii.unwrap_or(full_width),
    }
}

/// Whether a character is a Han character.
pub fn is_han(value: char) -> bool {
    matches!(value,
        '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a character is one of the Han characters that Unicode has only once, so that each stands for itself.
pub fn is_plain_han(value: char) -> bool {
    matches!(value, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// Whether a character is a letter or a mark on one, but no Han character; subscripts and circled
/// letters are notes and not.
pub fn is_letter(value: char) -> bool {
    if value.is_ascii() {
        return value.is_ascii_alphabetic();
    }
    let is_note = matches!(value,
        '\u{2070}'..='\u{209f}' | '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
    (value.is_alphabetic() && !is_han(value) && !is_note) || is_combining_mark(value)
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
                | '\u{2776}'..='\u{2793}' | '\u{3192}'..='\u{3195}' | '\u{3220}'..='\u{32ff}'
                | '\u{1f100}'..='\u{1f10c}'))
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
    matches!(value, '%' | '‰' | '‱' | '٪')
}

/// Whether a character is a sign of mathematics; hyphens and dashes are [`is_minus`].
pub fn is_mathematical(value: char) -> bool {
    matches!(
        value,
        '+' | '<' | '=' | '>' | '^' | '~' | '±' | '∓' | '×' | '÷' | '∝' | '√' | '∞' | '\u{2243}'
            ..='\u{2271}'
    )
}

/// Whether a character can be a minus: that sign itself, or a hyphen or short dash in its place.
pub fn is_minus(value: char) -> bool {
    matches!(value, '-' | '\u{2012}' | '\u{2013}' | '\u{2212}')
}

/// Whether a character is a space that does not part a number.
pub fn is_fixed_space(value: char) -> bool {
    matches!(value, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

/// Whether a character is a mark of quotation, apostrophes aside.
pub fn is_quotation_mark(value: char) -> bool {
    matches!(value,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂'
        | '\u{301d}'..='\u{301f}' | '\u{fe41}'..='\u{fe44}')
}
