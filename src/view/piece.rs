use super::Scene;
use crate::corpus::{Claim, LanguageId, TermId};
use crate::site::Url;
use serde::Serialize;

/// A piece of a statement: plain words, or words that name a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// The page of the term.
    pub term: Option<Url>,
}

/// The statement of a claim, with the first mention of each term that the claim names.
pub fn marked(scene: &Scene<'_>, claim: &Claim) -> Vec<Piece> {
    let statement = scene.text(&claim.says);
    let is_own = claim.says.translation(scene.language).is_some();
    let language = if is_own {
        scene.language
    } else {
        LanguageId::FIRST
    };
    let mut marks: Vec<(usize, usize, TermId)> = Vec::new();
    for &id in &claim.terms {
        let term = &scene.corpus[id];
        let mut forms: Vec<String> = [&term.name]
            .into_iter()
            .chain(&term.official_name)
            .chain(&term.forms)
            .map(|form| form.get(language).to_owned())
            .collect();
        // A longer form holds more of the name.
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        let free = |&(start, end): &(usize, usize)| {
            let mut others = marks.iter();
            others.all(|&(first, last, _)| end <= first || last <= start)
        };
        let found = forms
            .iter()
            .find_map(|form| mentions(&statement, form).find(free));
        marks.extend(found.map(|(start, end)| (start, end, id)));
    }
    marks.sort_unstable();
    let mut pieces = Vec::new();
    let mut add = |text: &str, term: Option<Url>| {
        if !text.is_empty() {
            let text = text.to_owned();
            pieces.push(Piece { text, term });
        }
    };
    let mut done = 0;
    for (start, end, id) in marks {
        add(&statement[done..start], None);
        add(&statement[start..end], Some(scene.term_link(id).url));
        done = end;
    }
    add(&statement[done..], None);
    pieces
}

/// Where a form stands as whole words; letters count the same in either case.
fn mentions<'a>(statement: &'a str, form: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let starts = statement.char_indices().map(|(start, _)| start);
    starts.filter_map(move |start| {
        let end = start + common(&statement[start..], form)?;
        let before = statement[..start].chars().next_back();
        let after = statement[end..].chars().next();
        (is_boundary(before, form.chars().next()) && is_boundary(form.chars().next_back(), after))
            .then_some((start, end))
    })
}

/// How many bytes of a text a form takes at its beginning, in whatever case.
fn common(text: &str, form: &str) -> Option<usize> {
    let mut letters = text.chars();
    for wanted in form.chars() {
        let letter = letters.next()?;
        if letter != wanted && !letter.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(text.len() - letters.as_str().len())
}

/// Whether a word can end between two characters; between Han characters it always can.
fn is_boundary(before: Option<char>, after: Option<char>) -> bool {
    let in_word = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() && letter.is_ascii() | !is_han(letter))
    };
    !(in_word(before) && in_word(after))
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn a_form_is_found_as_whole_words() {
        let found = |text, form| mentions(text, form).next();
        assert_eq!(found("Under the act, boats pay.", "The Act"), Some((6, 13)));
        assert_eq!(found("Enactment of actors.", "act"), None);
        assert_eq!(found("推动新质生产力发展", "新质生产力"), Some((6, 21)));
    }
}
