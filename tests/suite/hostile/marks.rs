//! Marks around hostile strings, by which they are found again in whatever was written.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// Stands before and after a marked string, and nowhere else.
const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// How much a format may change of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Leeway {
    /// Nothing.
    None,
    /// Runs of blanks become one, as where lines mean something else.
    Blanks,
    /// Blanks, the size of letters and the kind of quotation marks, as in titles in a style.
    Letters,
}

/// Hostile strings with a name each.
pub struct Marks {
    /// Each between its marks, by what a format may change.
    marked: [Vec<String>; 3],
}

impl Marks {
    pub fn new(strings: &[String]) -> Self {
        let marked = |(at, string): (usize, &String)| {
            let name = name(at);
            format!("{OPEN}{name}:{string}:{name}{CLOSE}")
        };
        let whole: Vec<String> = strings.iter().enumerate().map(marked).collect();
        let with = |leeway| {
            whole
                .iter()
                .map(|it| forgiving(it, leeway).into_owned())
                .collect()
        };
        Self {
            marked: [
                with(Leeway::None),
                with(Leeway::Blanks),
                with(Leeway::Letters),
            ],
        }
    }

    /// Every chosen string between its marks.
    pub fn all(&self, is_chosen: impl Fn(usize) -> bool) -> String {
        let marked = self.marked[0].iter().enumerate();
        let chosen = marked
            .filter(|(at, _)| is_chosen(*at))
            .map(|(_, it)| it.as_str());
        chosen.collect::<Vec<_>>().join(" ")
    }

    /// Notes which strings a text holds; `Err` says what became of one that is not as it was.
    pub fn find(
        &self,
        text: &str,
        leeway: Leeway,
        seen: &mut BTreeSet<usize>,
    ) -> Result<(), String> {
        if !text.contains(OPEN) {
            return Ok(());
        }
        let text = forgiving(text, leeway);
        let marked = &self.marked[leeway as usize];
        for (at, _) in text.match_indices(OPEN) {
            let found = &text[at..];
            let begins_alike = |it: &&String| it.chars().take(4).eq(found.chars().take(4));
            let Some(whole) = marked.iter().find(begins_alike) else {
                return Err(format!("no name at {}", excerpt(found, 0)));
            };
            if found.starts_with(whole.as_str()) {
                seen.insert(marked.iter().position(|it| it == whole).unwrap());
                continue;
            }
            // Words that are too long for a place are cut, and an ellipsis says so.
            let same = found
                .chars()
                .zip(whole.chars())
                .take_while(|(one, other)| one == other);
            let same: usize = same.map(|(character, _)| character.len_utf8()).sum();
            if !found[same..].trim_start().starts_with('…') {
                let (found, wanted) = (excerpt(found, same), excerpt(whole, same));
                return Err(format!("{found:?} stands for {wanted:?}"));
            }
        }
        Ok(())
    }

    pub fn count(&self) -> usize {
        self.marked[0].len()
    }
}

/// Two letters, so that no number comes into a text.
fn name(at: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at).unwrap());
    format!("{}{}", letter(at / 26), letter(at % 26))
}

fn forgiving(text: &str, leeway: Leeway) -> Cow<'_, str> {
    match leeway {
        Leeway::None => text.into(),
        Leeway::Blanks => text.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        Leeway::Letters => {
            let text = forgiving(text, Leeway::Blanks).to_uppercase();
            text.replace(['“', '”', '‘', '’'], "'").into()
        }
    }
}

/// The neighbourhood of a place.
fn excerpt(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(30).collect();
    let after = text[at..].chars().take(50);
    before.into_iter().rev().chain(after).collect()
}
