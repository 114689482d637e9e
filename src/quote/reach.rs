use super::character::is_quotation_mark;
use super::locate::Location;
use super::pin::LeftOut;
use super::source_text::SourceText;
use super::token::{Token, tokens};

/// Words that turn a sentence round.
const NEGATIONS: &[&str] = &[
    "not", "no", "never", "without", "neither", "nor", "cannot", "none", "nothing", "nobody", "不",
    "没", "无", "未", "非", "否", "莫", "勿",
];

/// Whether a mark of quotation stands inside a quotation or within three words of it.
pub fn has_quotation_marks(source: &SourceText<'_>, location: &Location) -> bool {
    const REACH: usize = 3;
    let around = source.around(location.span(), REACH);
    around.contains(is_quotation_mark) || has_single_marks(around)
}

/// A single mark of quotation stands at the edge of a word, an apostrophe inside one.
fn has_single_marks(words: &str) -> bool {
    let characters: Vec<char> = words.chars().collect();
    let letter = |at: Option<usize>| {
        let value = at.and_then(|at| characters.get(at));
        value.is_some_and(|value| value.is_alphanumeric())
    };
    characters
        .iter()
        .enumerate()
        .any(|(at, value)| match value {
            '‘' | '‚' => true,
            '\'' | '’' => {
                letter(at.checked_sub(1)) != letter(Some(at + 1)) && !letter(at.checked_sub(1))
            }
            _ => false,
        })
}

/// What the words between the parts of a quotation hold.
pub fn left_out(
    source: &SourceText<'_>,
    location: &Location,
    sides: &[(String, Vec<String>)],
) -> LeftOut {
    let gaps = location
        .parts
        .windows(2)
        .map(|pair| pair[0].end..pair[1].start);
    let gaps: Vec<&[Token]> = gaps.map(|gap| &source.tokens()[gap]).collect();
    let negation = gaps.iter().any(|gap| gap.iter().any(is_negation));
    let named = |names: &[String]| {
        names
            .iter()
            .any(|name| gaps.iter().any(|gap| holds(gap, name)))
    };
    LeftOut {
        negation,
        sides: sides
            .iter()
            .filter(|(_, names)| named(names))
            .map(|(id, _)| id.clone())
            .collect(),
    }
}

fn is_negation(token: &Token) -> bool {
    NEGATIONS.contains(&token.text.as_str()) || token.text.ends_with("n't")
}

/// Whether a name stands among some tokens; a short one also as part of a hyphenated word.
fn holds(tokens_between: &[Token], name: &str) -> bool {
    let name = tokens(name);
    if name.is_empty() {
        return false;
    }
    let whole = tokens_between
        .windows(name.len())
        .any(|window| window.iter().zip(&name).all(|(token, word)| token.is(word)));
    let [word] = name.as_slice() else {
        return whole;
    };
    whole
        || tokens_between
            .iter()
            .any(|it| it.text.split('-').any(|part| part == word.text))
}
