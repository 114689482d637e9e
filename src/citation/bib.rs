use super::{Reference, Work};
use crate::vocabulary::DocumentKind;
use biblatex::{Chunk, Chunks, Entry, EntryType, Spanned};

/// An entry of `BibLaTeX`.
pub fn bib(reference: &Reference) -> String {
    printed(entry(reference).to_biblatex_string())
}

/// Words as they stand in a field of an entry.
pub(super) fn in_field(words: &str) -> String {
    printed(Chunk::Normal(sheltered(words)).to_biblatex_string(false))
}

fn printed(mut text: String) -> String {
    for (_, stand_in, command) in STAND_INS {
        if text.contains(stand_in) {
            text = text.replace(stand_in, command);
        }
    }
    text
}

/// Characters that LaTeX does not print where the library writes a backslash before them: it breaks a line, sets
/// an accent, or counts a brace that has no partner; two hyphens that it would print as a dash; what stands for each until
/// the entry is written; and the command that prints it.
const STAND_INS: [(&str, &str, &str); 6] = [
    ("\\", "\u{e011}", "\\textbackslash{}"),
    ("~", "\u{e012}", "\\textasciitilde{}"),
    ("^", "\u{e013}", "\\textasciicircum{}"),
    ("{", "\u{e014}", "\\textbraceleft{}"),
    ("}", "\u{e015}", "\\textbraceright{}"),
    ("--", "-\u{e016}", "-{-}"),
];

fn entry(reference: &Reference) -> Entry {
    let kind = kind(reference);
    let publisher = match kind {
        EntryType::Article => "journaltitle",
        EntryType::Report => "institution",
        EntryType::Dataset => "publisher",
        _ => "organization",
    };
    let is_report = kind == EntryType::Report;
    let mut entry = Entry::new(reference.id.clone(), kind);
    entry.set("title", whole(&reference.title));
    if !reference.authors.is_empty() {
        entry.set("author", names(&reference.authors));
    }
    if let Some(name) = &reference.publisher {
        entry.set(publisher, whole(name));
    }
    if let Some(date) = reference.published {
        entry.set("date", plain(&date.to_string()));
    }
    let genre = reference.genre().or(is_report.then_some("report"));
    if let Some(genre) = genre {
        let field = if is_report { "type" } else { "howpublished" };
        entry.set(field, plain(genre));
    }
    if let Some(url) = &reference.url {
        entry.set("url", address(url));
    }
    if let Some(foundation) = &reference.foundation {
        entry.set("related", plain(&foundation.id));
        entry.set("relatedstring", plain(&foundation.label));
        if let Some(place) = &foundation.place {
            entry.set("note", whole(place));
        }
    }
    entry.set("language", plain(&reference.language));
    entry
}

fn kind(reference: &Reference) -> EntryType {
    let Work::Document(kind) = reference.work else {
        return EntryType::Online;
    };
    match (kind, &reference.publisher) {
        (DocumentKind::Paper | DocumentKind::News, Some(_)) => EntryType::Article,
        (DocumentKind::Report | DocumentKind::Brief | DocumentKind::Plan, Some(_)) => {
            EntryType::Report
        }
        (DocumentKind::Dataset, _) => EntryType::Dataset,
        (DocumentKind::Web, _) => EntryType::Online,
        // An article asks for a periodical, a report for an institution, and laws have no type.
        _ => EntryType::Misc,
    }
}

/// Words that no style may change the case of or cut into names.
fn whole(words: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Verbatim(sheltered(words)))]
}

fn names(names: &[String]) -> Chunks {
    let mut chunks = Chunks::new();
    for name in names {
        if !chunks.is_empty() {
            chunks.push(Spanned::detached(Chunk::Normal(" and ".to_owned())));
        }
        chunks.push(Spanned::detached(Chunk::Verbatim(sheltered(name))));
    }
    chunks
}

fn plain(words: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Normal(sheltered(words)))]
}

fn sheltered(words: &str) -> String {
    let mut words = words.to_owned();
    for (letter, stand_in, _) in STAND_INS {
        if words.contains(letter) {
            words = words.replace(letter, stand_in);
        }
    }
    words
}

/// An address: it is read as it stands, so what would end the field is encoded.
fn address(url: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Normal(encoded(url)))]
}

/// An address as it stands in a field of its own.
pub(super) fn encoded(url: &str) -> String {
    let mut url = url.to_owned();
    for (letter, code) in [('{', "%7B"), ('}', "%7D"), ('\\', "%5C")] {
        if url.contains(letter) {
            url = url.replace(letter, code);
        }
    }
    url
}
