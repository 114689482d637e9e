use super::Evidence;
use super::subject::Subject;
use super::wording::Passage;
use crate::corpus::{Corpus, LanguageId, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::Name;
use crate::source::Span;

/// The words that a site calls loaded.
pub struct LoadedWords<'a> {
    words: Vec<(&'a str, Name)>,
    languages: usize,
}

impl<'a> LoadedWords<'a> {
    /// Those of a site.
    pub fn of(corpus: &'a Corpus) -> Self {
        let words = corpus.site.loaded_words.iter();
        let words = words.map(|word| (word.as_str(), Name::new(&word.to_lowercase())));
        Self {
            words: words.collect(),
            languages: corpus.site.languages.len(),
        }
    }

    fn faults(&self, text: &Text, place: Span) -> Vec<Diagnostic> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let own = own_words(text, self.languages);
        own.filter_map(|words| fault(&Passage::new(&words), &self.words, place))
            .collect()
    }
}

/// A statement has a word of its own that the site calls loaded.
pub fn find_in_statement(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let claim = subject.claim;
    found.extend(subject.context.loaded.faults(&claim.says, claim.statement));
}

/// A summary has a word of its own that the site calls loaded.
pub fn find_in_summaries(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let themes = evidence.corpus.themes.iter();
    let sentences =
        themes.flat_map(|theme| theme.summary.values().flatten().chain(&theme.contrast));
    for sentence in sentences {
        found.extend(
            evidence
                .context
                .loaded
                .faults(&sentence.text, sentence.span),
        );
    }
}

fn fault(passage: &Passage<'_>, loaded: &[(&str, Name)], place: Span) -> Option<Diagnostic> {
    let words = passage.words();
    let (word, _) = loaded.iter().find(|(_, name)| words.hold(name))?;
    let message = format!("`{word}` is among the site's loaded words");
    let help = "choose a neutral word, or put it in quotation marks where it is the source's own";
    Some(Diagnostic::new(Code::LoadedWord, place, message).help(help))
}

/// A text in each language without what stands in quotation marks: that is somebody else's.
fn own_words(text: &Text, languages: usize) -> impl Iterator<Item = String> {
    let all = LanguageId::all(languages).filter_map(|language| text.translation(language));
    all.map(|words| {
        let mut depth = 0_usize;
        let mut straight = false;
        let mut own = String::with_capacity(words.len());
        for value in words.chars() {
            match value {
                '"' => straight = !straight,
                '“' | '«' | '「' | '『' => depth += 1,
                '”' | '»' | '」' | '』' => depth = depth.saturating_sub(1),
                _ if depth == 0 && !straight => own.push(value),
                _ => {}
            }
        }
        own
    })
}
