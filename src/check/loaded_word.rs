use super::Evidence;
use super::subject::Subject;
use super::wording::Passage;
use crate::corpus::{Corpus, LanguageId};
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::Name;
use crate::source::Span;

/// The words that a site calls loaded.
pub struct LoadedWords<'a>(Vec<(&'a str, Name)>);

impl<'a> LoadedWords<'a> {
    /// Those of a site.
    pub fn of(corpus: &'a Corpus) -> Self {
        let words = corpus.site.loaded_words.iter();
        let words = words.map(|word| (word.as_str(), Name::new(&word.to_lowercase())));
        Self(words.collect())
    }

    /// What is loaded in some words, which others have taken apart already.
    fn fault(&self, words: &Passage<'_>, place: Span) -> Option<Diagnostic> {
        if self.0.is_empty() {
            None
        } else if words.text.contains(is_mark) {
            fault(&Passage::new(&own_words(words.text)), &self.0, place)
        } else {
            fault(words, &self.0, place)
        }
    }
}

/// A statement has a word of its own that the site calls loaded.
pub fn find_in_statement(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (claim, loaded) = (subject.claim, &subject.context.loaded);
    let says = subject.wording.says.iter();
    found.extend(says.filter_map(|says| loaded.fault(says, claim.statement)));
}

/// A summary has a word of its own that the site calls loaded.
pub fn find_in_summaries(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let themes = evidence.corpus.themes.iter();
    let sentences =
        themes.flat_map(|theme| theme.summary.values().flatten().chain(&theme.contrast));
    let loaded = &evidence.context.loaded;
    let languages = evidence.corpus.site.languages.len();
    let sentences = sentences.filter(|_| !loaded.0.is_empty());
    for sentence in sentences {
        let all = LanguageId::all(languages).filter_map(|it| sentence.text.translation(it));
        let passages = all.map(Passage::new);
        found.extend(passages.filter_map(|words| loaded.fault(&words, sentence.span)));
    }
}

fn fault(passage: &Passage<'_>, loaded: &[(&str, Name)], place: Span) -> Option<Diagnostic> {
    let words = passage.words();
    let (word, _) = loaded.iter().find(|(_, name)| words.hold(name))?;
    let message = format!("`{word}` is among the site's loaded words");
    let help = "choose a neutral word, or put it in quotation marks where it is the source's own";
    Some(Diagnostic::new(Code::LoadedWord, place, message).help(help))
}

fn is_mark(value: char) -> bool {
    matches!(
        value,
        '"' | '“' | '«' | '「' | '『' | '”' | '»' | '」' | '』'
    )
}

/// A text without what stands in quotation marks: that is somebody else's.
fn own_words(words: &str) -> String {
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
}
