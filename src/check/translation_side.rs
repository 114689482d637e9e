use super::subject::Version;
use crate::diagnostic::{Code, Diagnostic};

/// A side is named in a text and not in its translation, or the reverse.
pub fn find(version: &Version<'_>, found: &mut Vec<Diagnostic>) {
    let Version {
        original,
        translation,
        ..
    } = version;
    let (context, naming) = (version.context, &version.context.naming);
    let words = [original, translation].map(|(_, passage)| passage.words());
    let [(original, _), (translation, _)] = [original, translation];
    let [one, other] = [(original, &words[0]), (translation, &words[1])];
    for (side, record) in context.sides() {
        let name = record.name.first();
        let named = [&one, &other].map(|(_, words)| naming.is_named(side, words));
        let (has, lacks, others) = match named {
            [true, false] => (one.0, other.0, other.1),
            [false, true] => (other.0, one.0, one.1),
            _ => continue,
        };
        if naming.is_meant(side, others) {
            continue;
        }
        let message = format!("the words in `{has}` name {name}, and those in `{lacks}` do not");
        found.push(
            Diagnostic::new(Code::TranslationSide, version.place, message)
                .help("name the same sides in both languages, or allow it with the reason"),
        );
    }
}
