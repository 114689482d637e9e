use super::annotation::Remark;
use super::form::{Form, Values, slug};
use super::place::{Draft, place};
use crate::compile::World;
use crate::corpus::{Corpus, Document};
use crate::naming::Kind;
use crate::quote::{Search, SourceText, Texts, search, settings, text_of};
use crate::source::Sources;

/// Words before or after a quotation that are enough to tell its place.
const CONTEXT: usize = 4;

/// A claim made of a passage that somebody marked.
#[derive(Debug)]
pub struct Stub {
    /// Its full id.
    pub id: String,
    /// Where it goes.
    pub draft: Draft,
    /// Tags that are no question, side or kind.
    pub unknown: Vec<String>,
}

/// The document whose text lies at an address; fragments and slashes at the end do not matter.
pub fn document_at<'a>(corpus: &'a Corpus, address: &str) -> Option<&'a Document> {
    let bare = |address: &str| {
        let address = address.split('#').next().unwrap_or_default();
        let address = address
            .trim_start_matches("https://")
            .trim_start_matches("http://");
        address.trim_end_matches('/').to_owned()
    };
    let mut documents = corpus.documents.iter();
    documents.find(|document| {
        let url = document.url.as_deref();
        url.is_some_and(|url| bare(url) == bare(address))
    })
}

/// Makes a claim of a passage, with what its tags tell and the rest left open; `content` may hold stubs already.
pub fn stub(
    remark: &Remark,
    document: &Document,
    content: &Sources,
    texts: &Texts,
    world: &World,
) -> Option<Stub> {
    let exact = remark.exact.as_ref()?;
    let corpus = &world.corpus;
    let mut values = Values::from([("quote".to_owned(), vec![exact.clone()])]);
    let text = text_of(document, content, texts);
    let is_unique = text.is_some_and(|(format, text)| {
        let settings = settings(document);
        let found = search(&SourceText::new(text, format, &settings), exact, &settings);
        matches!(found, Search::Found(places) if places.len() == 1)
    });
    if !is_unique {
        let prefix = remark.prefix.as_deref().map(before).unwrap_or_default();
        let suffix = remark.suffix.as_deref().map(after).unwrap_or_default();
        for (key, words) in [("prefix", prefix), ("suffix", suffix)] {
            if !words.is_empty() {
                values.insert(key.to_owned(), vec![words]);
            }
        }
    }
    let mut unknown = Vec::new();
    for tag in &remark.tags {
        let Some((key, value)) = field(tag, corpus) else {
            unknown.push(tag.clone());
            continue;
        };
        let values = values.entry(key.to_owned()).or_default();
        if !values.contains(&value) && (key != "kind" || values.is_empty()) {
            values.push(value);
        }
    }
    let id = format!("{}/{}", document.id, own_id(exact, document, content));
    let own = id.rsplit('/').next().unwrap_or_default();
    let comments = remark
        .comments
        .iter()
        .map(|comment| format!("# {comment}\n"));
    let record: String = comments.collect::<String>() + &Form::of(Kind::Claim).write(own, &values);
    let draft = place(
        Kind::Claim,
        &id,
        &record,
        Some(exact),
        content,
        texts,
        world,
    );
    Some(Stub { id, draft, unknown })
}

/// The field that a tag fills: a question by its path or by an id that no other question has, a side, or a kind.
fn field(tag: &str, corpus: &Corpus) -> Option<(&'static str, String)> {
    let paths: Vec<String> = corpus
        .questions()
        .map(|(id, _)| corpus.question_path(id))
        .collect();
    if paths.iter().any(|path| path == tag) {
        return Some(("answers", tag.to_owned()));
    }
    let end = format!("/{tag}");
    let mut own = paths.iter().filter(|path| path.ends_with(&end));
    if let (Some(path), None) = (own.next(), own.next()) {
        return Some(("answers", path.clone()));
    }
    if corpus.site.sides.values().any(|side| side.id == tag) {
        return Some(("about", tag.to_owned()));
    }
    let mut kinds = crate::vocabulary::Kind::ALL.iter();
    let kind = kinds.find(|kind| kind.word() == tag)?;
    Some(("kind", kind.word().to_owned()))
}

/// An id made of the words of a quotation, which no claim of the document has.
fn own_id(words: &str, document: &Document, content: &Sources) -> String {
    let path = format!("content/documents/{}/claims.yaml", document.id);
    let claims = content
        .find(&path)
        .map_or("", |file| content.file(file).text());
    let stem = Some(slug(words)).filter(|it| !it.is_empty());
    let stem = stem.unwrap_or_else(|| "passage".to_owned());
    let is_taken = |id: &str| {
        claims
            .lines()
            .any(|line| line.trim_end().ends_with(&format!("id: {id}")))
    };
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut ids = std::iter::once(stem.clone()).chain(numbered);
    ids.find(|id| !is_taken(id)).unwrap_or(stem)
}

/// The last whole words of those before a quotation: the first may be cut.
fn before(words: &str) -> String {
    let whole: Vec<&str> = words.split_whitespace().skip(1).collect();
    whole[whole.len().saturating_sub(CONTEXT)..].join(" ")
}

/// The first whole words of those after a quotation: the last may be cut.
fn after(words: &str) -> String {
    let mut whole: Vec<&str> = words.split_whitespace().collect();
    whole.pop();
    whole.truncate(CONTEXT);
    whole.join(" ")
}
