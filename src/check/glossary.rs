/// Words that mean something to a rule, found by their first letter, since most words of a text are none of them.
pub struct Glossary<T>([Vec<(&'static str, T)>; SHELVES]);

/// Letters share a shelf, but no two of ASCII's lower case do.
const SHELVES: usize = 64;

impl<T> Glossary<T> {
    /// A glossary of these words, each with what it means.
    pub fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut shelves = [const { Vec::new() }; SHELVES];
        for (word, meaning) in words {
            shelves[shelf(word)].push((word, meaning));
        }
        Self(shelves)
    }

    /// What a word means, once for each time that it was put in.
    pub fn meanings(&self, word: &str) -> impl Iterator<Item = &T> {
        let entries = self.0[shelf(word)].iter();
        entries.filter_map(move |(known, meaning)| (*known == word).then_some(meaning))
    }

    /// What the words mean with which a text begins.
    pub fn beginnings(&self, text: &str) -> impl Iterator<Item = &T> {
        let entries = self.0[shelf(text)].iter();
        entries.filter_map(move |(known, meaning)| text.starts_with(known).then_some(meaning))
    }
}

fn shelf(word: &str) -> usize {
    let first = word.chars().next().unwrap_or_default();
    first as usize % SHELVES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_or_at_the_beginning() {
        let glossary = Glossary::new([("may", 1), ("might", 2), ("may", 3), ("可能", 4)]);
        let meanings = |word| glossary.meanings(word).copied().collect::<Vec<_>>();
        assert_eq!(meanings("may"), [1, 3]);
        assert!(meanings("mayor").is_empty() && meanings("").is_empty());
        assert_eq!(glossary.beginnings("可能性").collect::<Vec<_>>(), [&4]);
    }
}
