use super::token::{Token, tokens};

/// Words that turn a sentence round, by language.
const NEGATIONS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "not", "no", "non", "never", "without", "neither", "nor", "cannot", "none", "nothing",
            "nobody", "nowhere", "hardly", "scarcely", "barely",
        ],
    ),
    (
        "zh",
        &["不", "没", "沒", "无", "無", "未", "非", "否", "莫", "勿"],
    ),
];

/// Words of negation with another after them with which they mean something else.
const HARMLESS: &[(&str, &str)] = &[
    ("未", "来"),
    ("未", "來"),
    ("未", "具"),
    ("非", "常"),
    ("非", "洲"),
    ("无", "人"),
    ("無", "人"),
    ("不", "断"),
    ("不", "斷"),
    ("莫", "斯"),
];

/// The words of a passage, as far as one can say of them what they name and whether they deny.
pub struct Words<'a>(Vec<Part<'a>>);

/// A word between hyphens, or between hyphen and space.
#[derive(Clone, Copy)]
struct Part<'a> {
    word: &'a str,
    /// It with what it is hyphenated with, as the text has them.
    read: &'a str,
}

/// The name of something, by its words.
pub struct Name {
    words: Vec<String>,
    is_capital: bool,
}

impl Name {
    /// A name, as an editor writes it.
    pub fn new(name: &str) -> Self {
        let tokens = tokens(name);
        let words = tokens.iter().flat_map(Token::parts);
        Self {
            words: words.map(str::to_owned).collect(),
            is_capital: name.starts_with(char::is_uppercase),
        }
    }

    /// Whether these words, as many as it has, are its own.
    fn is(&self, window: &[Part<'_>]) -> bool {
        let mut pairs = window.iter().zip(&self.words);
        pairs.all(|(part, word)| part.is(word))
            && (!self.is_capital || window.iter().any(Part::is_capital))
    }
}

impl<'a> Words<'a> {
    /// The words of a text with these tokens.
    pub fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        let read = |token: &'a Token| (token, &text[token.start..token.end]);
        tokens.iter().map(read).collect()
    }

    /// Whether one of them turns the sentence round.
    pub fn has_negation(&self) -> bool {
        let words = self.0.iter().map(|part| part.word);
        let next = words.clone().skip(1).map(Some).chain([None]);
        words.zip(next).any(|(word, next)| {
            let is_harmless = next.is_some_and(|next| HARMLESS.contains(&(word, next)));
            let mut lists = NEGATIONS.iter();
            let is_listed = lists.any(|(_, words)| words.contains(&word));
            (is_listed || word.ends_with("n't")) && !is_harmless
        })
    }

    /// Whether a name stands among them, be it in the genitive; one that is written with a capital letter
    /// is not the pronoun that "US" would be without.
    pub fn hold(&self, name: &Name) -> bool {
        let length = name.words.len();
        length > 0 && self.0.windows(length).any(|window| name.is(window))
    }

    /// The words that are not those of a name.
    #[must_use]
    pub fn without(&self, name: &Name) -> Self {
        let length = name.words.len();
        let mut others = Vec::with_capacity(self.0.len());
        let mut rest = self.0.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            let window = rest.get(..length).filter(|_| length > 0);
            if window.is_some_and(|window| name.is(window)) {
                rest = &rest[length..];
            } else {
                others.push(*first);
                rest = behind;
            }
        }
        Self(others)
    }

    /// Whether one of them begins so.
    pub fn hold_beginning(&self, beginning: &str) -> bool {
        self.0.iter().any(|part| part.word.starts_with(beginning))
    }
}

impl Part<'_> {
    /// Whether it is a word, be it in the genitive.
    fn is(&self, word: &str) -> bool {
        // Most words differ in their first letter.
        if self.word.as_bytes().first() != word.as_bytes().first() {
            return false;
        }
        let rest = self.word.strip_prefix(word);
        matches!(rest, Some("" | "'s"))
    }

    /// Whether a capital letter stands in it or in what it is hyphenated with.
    fn is_capital(&self) -> bool {
        self.read.contains(char::is_uppercase)
    }
}

/// Collects tokens, each with the words of the text that it stands for.
impl<'a> FromIterator<(&'a Token, &'a str)> for Words<'a> {
    fn from_iter<I: IntoIterator<Item = (&'a Token, &'a str)>>(tokens: I) -> Self {
        let tokens = tokens.into_iter();
        // Few are joined by hyphens.
        let mut parts = Vec::with_capacity(tokens.size_hint().0);
        for (token, read) in tokens {
            parts.extend(token.parts().map(|word| Part { word, read }));
        }
        Self(parts)
    }
}
