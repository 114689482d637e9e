use super::Evidence;
use super::wording::Passage;
use crate::corpus::{LanguageId, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::quote::Name;
use crate::source::Span;

/// A statement or a summary has a word of its own that the site calls loaded.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let loaded: Vec<(&str, Name)> = corpus
        .site
        .loaded_words
        .iter()
        .map(|word| (word.as_str(), Name::new(&word.to_lowercase())))
        .collect();
    if loaded.is_empty() {
        return;
    }
    let claims = corpus.claims.iter().map(|it| (&it.says, it.statement));
    let themes = corpus.themes.iter();
    let sentences =
        themes.flat_map(|theme| theme.summary.values().flatten().chain(&theme.contrast));
    for (text, place) in claims.chain(sentences.map(|it| (&it.text, it.span))) {
        for words in own_words(text, corpus.site.languages.len()) {
            let passage = Passage::new(&words);
            found.extend(fault(&passage, &loaded, place));
        }
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
