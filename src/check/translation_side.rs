use super::naming::Naming;
use super::{Evidence, Version};
use crate::diagnostic::{Code, Diagnostic};

/// A side is named in a text and not in its translation, or the reverse.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    let naming = Naming::of(corpus);
    for Version {
        original,
        translation,
        place,
    } in &evidence.versions
    {
        for side in corpus.site.side_ids() {
            let name = corpus[side].name.first();
            for ((has, one), (lacks, other)) in [(original, translation), (translation, original)] {
                if !naming.is_named(side, one) || naming.is_meant(side, other) {
                    continue;
                }
                let message =
                    format!("the words in `{has}` name {name}, and those in `{lacks}` do not");
                found.push(
                    Diagnostic::new(Code::TranslationSide, *place, message)
                        .help("name the same sides in both languages, or allow it with the reason"),
                );
            }
        }
    }
}
