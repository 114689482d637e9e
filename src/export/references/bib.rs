use super::{Reference, references};
use crate::export::edition::Edition;
use crate::vocabulary::DocumentKind;
use biblatex::{Bibliography, Chunk, Chunks, Entry, EntryType, Spanned};

/// `references.bib`
pub fn bib(edition: &Edition<'_>) -> Vec<u8> {
    let mut bibliography = Bibliography::new();
    for reference in references(edition) {
        bibliography.insert(entry(&reference));
    }
    bibliography.to_biblatex_string().trim_start().into()
}

fn entry(reference: &Reference<'_>) -> Entry {
    let kind = match (reference.kind, &reference.publisher) {
        (DocumentKind::Paper | DocumentKind::News, Some(_)) => EntryType::Article,
        (DocumentKind::Report | DocumentKind::Brief | DocumentKind::Plan, Some(_)) => {
            EntryType::Report
        }
        (DocumentKind::Dataset, _) => EntryType::Dataset,
        (DocumentKind::Web, _) => EntryType::Online,
        // An article asks for a periodical, a report for an institution, and laws have no type.
        _ => EntryType::Misc,
    };
    let publisher = match kind {
        EntryType::Article => "journaltitle",
        EntryType::Report => "institution",
        EntryType::Dataset => "publisher",
        _ => "organization",
    };
    let is_report = kind == EntryType::Report;
    let mut entry = Entry::new(reference.id.to_owned(), kind);
    entry.set("title", whole(&reference.title));
    if !reference.authors.is_empty() {
        entry.set("author", names(&reference.authors));
    }
    if let Some(name) = &reference.publisher {
        entry.set(publisher, whole(name));
    }
    if let Some(date) = reference.published {
        entry.set("date", plain(date.to_string()));
    }
    let genre = reference.genre().or(is_report.then_some("report"));
    if let Some(genre) = genre {
        let field = if is_report { "type" } else { "howpublished" };
        entry.set(field, plain(genre.to_owned()));
    }
    if let Some(url) = reference.url {
        entry.set("url", plain(url.to_owned()));
    }
    entry.set("language", plain(reference.language.to_owned()));
    entry
}

/// Words that no style may change the case of or cut into names.
fn whole(words: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Verbatim(words.to_owned()))]
}

fn names(names: &[String]) -> Chunks {
    let mut chunks = Chunks::new();
    for name in names {
        if !chunks.is_empty() {
            chunks.push(Spanned::detached(Chunk::Normal(" and ".to_owned())));
        }
        chunks.push(Spanned::detached(Chunk::Verbatim(name.clone())));
    }
    chunks
}

fn plain(words: String) -> Chunks {
    vec![Spanned::detached(Chunk::Normal(words))]
}
