use crate::compile::World;
use crate::naming::Kind;
use crate::quote::{Search, SourceText, Texts, search, settings, text_of};
use crate::source::{Contents, SourceFile, Sources};
use std::ops::Range;

/// A record that is about to be written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its file, relative to the root.
    pub path: String,
    /// The whole text of the file.
    pub text: String,
    /// The bytes of the record in it.
    pub record: Range<usize>,
    /// Whether the file is there already.
    pub is_there: bool,
}

impl Draft {
    /// The content with the record in it.
    pub fn laid_over(&self, content: &Sources) -> Sources {
        let others = content.iter().filter(|(_, file)| file.path() != self.path);
        let others = others
            .map(|(_, file)| SourceFile::new(file.path().to_owned(), file.contents().clone()));
        let own = SourceFile::new(self.path.clone(), Contents::Text(self.text.clone()));
        Sources::new(others.chain([own]).collect())
    }
}

/// Where a record belongs; a claim where its quotation stands in the text, if that is known, else at the end.
pub fn place(
    kind: Kind,
    id: &str,
    record: &str,
    quote: Option<&str>,
    content: &Sources,
    texts: &Texts,
    world: &World,
) -> Draft {
    let whole = |folder: &str, name: &str| Draft {
        path: format!("content/{folder}/{name}"),
        text: record.to_owned(),
        record: 0..record.len(),
        is_there: content.find(&format!("content/{folder}/{name}")).is_some(),
    };
    match kind {
        Kind::Theme => whole("themes", &format!("{id}.yaml")),
        Kind::Voice => whole("voices", &format!("{id}.yaml")),
        Kind::Term => whole("terms", &format!("{id}.yaml")),
        Kind::Document => whole("documents", &format!("{id}/document.yaml")),
        _ => {
            let document = id.split('/').next().unwrap_or_default();
            let mut draft = whole("documents", &format!("{document}/claims.yaml"));
            if let Some(file) = content.find(&draft.path) {
                let old = content.file(file).text();
                let at = quote.and_then(|quote| before(document, quote, content, texts, world));
                inserted(&mut draft, old, at);
            }
            draft
        }
    }
}

/// Puts a record into the text of its file, at the beginning of a line or at the end.
fn inserted(draft: &mut Draft, old: &str, at: Option<usize>) {
    let ends = if old.contains("\r\n") { "\r\n" } else { "\n" };
    let record = draft.text.replace('\n', ends);
    let at = at.unwrap_or(old.len());
    let (above, below) = old.split_at(at);
    let mut text = above.to_owned();
    if below.is_empty() && !above.trim().is_empty() {
        text.truncate(above.trim_end().len());
        text += ends;
        text += ends;
    }
    let start = text.len();
    text += &record;
    draft.record = start..text.len();
    if !below.is_empty() {
        text += ends;
    }
    draft.text = text + below;
}

/// The beginning of the first claim whose quotation stands behind some words, with the comment above it.
fn before(
    document: &str,
    quote: &str,
    content: &Sources,
    texts: &Texts,
    world: &World,
) -> Option<usize> {
    let corpus = &world.corpus;
    let (id, record) = corpus.documents().find(|(_, it)| it.id == document)?;
    let (format, text) = text_of(record, content, texts)?;
    let settings = settings(record);
    let Search::Found(found) = search(&SourceText::new(text, format, &settings), quote, &settings)
    else {
        return None;
    };
    let [found] = found.as_slice() else {
        return None;
    };
    let claims = &world.examinations[id.index()].claims;
    let mut behind = claims
        .iter()
        .filter(|(_, pin)| pin.as_ref().is_ok_and(|pin| pin.start() > found.word));
    let (next, _) = behind.next()?;
    let span = corpus[*next].entry;
    let old = content.file(span.file).text();
    let line = |at: usize| old[..at].rfind('\n').map_or(0, |at| at + 1);
    let mut start = line(span.range().start);
    while start > 0 && old[line(start - 1)..start].starts_with('#') {
        start = line(start - 1);
    }
    Some(start)
}
