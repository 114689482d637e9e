use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// A text has changed since it was translated.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    for &(index, language) in &evidence.survey.stale {
        let written = &corpus.texts[index];
        let there = |(other, _): &&(_, Span)| *other == language;
        let Some(&(_, place)) = written.translations.iter().find(there) else {
            continue;
        };
        let message = format!(
            "the words in `{}` have changed since they were translated",
            corpus.site.languages[0]
        );
        found.push(
            Diagnostic::new(Code::TranslationStale, place, message)
                .help("mend the translation, or run `diptych pin --translations` where all of them still fit"),
        );
    }
}
