use crate::corpus::{Corpus, SideId};
use crate::quote::{Name, Words, sides};

/// By which words each side is known.
pub struct Naming {
    names: Vec<Vec<Name>>,
    /// Other words that mean it.
    forms: Vec<Vec<Name>>,
    /// How words derived from its names begin, such as `chin` for China.
    stems: Vec<Vec<String>>,
}

impl Naming {
    /// The names that the site gives.
    pub fn of(corpus: &Corpus) -> Self {
        let all = sides(corpus);
        let names =
            |(_, names): &(String, Vec<String>)| names.iter().map(|name| Name::new(name)).collect();
        let sides = corpus.site.sides.values();
        let forms = sides.map(|side| side.forms.iter().map(|form| Name::new(form)).collect());
        let stems = |(_, names): &(String, Vec<String>)| {
            names.iter().filter_map(|name| stem(name)).collect()
        };
        Self {
            names: all.iter().map(names).collect(),
            forms: forms.collect(),
            stems: all.iter().map(stems).collect(),
        }
    }

    /// Whether the words of a passage name a side.
    pub fn is_named(&self, side: SideId, words: &Words<'_>) -> bool {
        self.names[side.index()].iter().any(|name| words.hold(name))
    }

    /// Whether one of them denies something and is not part of the name of a side.
    pub fn is_denied(&self, words: &Words<'_>) -> bool {
        if !words.has_negation() {
            return false;
        }
        let names = self.names.iter().flatten();
        let others = names.fold(None, |others: Option<Words<'_>>, name| {
            Some(others.as_ref().unwrap_or(words).without(name))
        });
        others.as_ref().unwrap_or(words).has_negation()
    }

    /// Whether they name a side, or one of them means it or is derived from its name.
    pub fn is_meant(&self, side: SideId, words: &Words<'_>) -> bool {
        let mut stems = self.stems[side.index()].iter();
        let mut forms = self.forms[side.index()].iter();
        self.is_named(side, words)
            || forms.any(|form| words.hold(form))
            || stems.any(|stem| words.hold_beginning(stem))
    }
}

/// The beginning that a name of one word shares with the words derived from it: all but its ending.
fn stem(name: &str) -> Option<String> {
    const SHORTEST: usize = 4;
    let name = name.trim_start_matches("The ").trim_start_matches("the ");
    let is_word = name.chars().all(|c| c.is_ascii_alphabetic());
    let stem = name
        .trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y'])
        .to_lowercase();
    (is_word && stem.len() >= SHORTEST).then_some(stem)
}
