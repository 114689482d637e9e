use super::LanguageId;

/// Words in the languages of the site; the first language is always there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    first: String,
    others: Vec<(LanguageId, String)>,
}

impl Text {
    /// Words in the first language and, where there are any, in others.
    pub fn new(first: String, others: Vec<(LanguageId, String)>) -> Self {
        Self { first, others }
    }

    /// The words in a language, or those in the first language where nobody translated them.
    pub fn get(&self, language: LanguageId) -> &str {
        self.translation(language).unwrap_or(&self.first)
    }

    /// The words in the first language.
    pub fn first(&self) -> &str {
        &self.first
    }

    /// The words in a language, if somebody wrote them.
    pub fn translation(&self, language: LanguageId) -> Option<&str> {
        if language == LanguageId::FIRST {
            return Some(&self.first);
        }
        let mut others = self.others.iter();
        others
            .find(|(other, _)| *other == language)
            .map(|(_, words)| words.as_str())
    }
}
