use super::annotation::Remark;
use super::form::{Form, Values, slug};
use super::place::{Draft, Ground, Slot, among};
use crate::compile::World;
use crate::corpus::{Corpus, Document};
use crate::diagnostic::Report;
use crate::naming::Kind;
use crate::quote::Texts;
use crate::source::{Sources, one_line};
use crate::yaml::{Value, parse};
use std::collections::BTreeSet;

/// Words before or after a quotation that are enough to tell its place.
const CONTEXT: usize = 4;

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

/// Passages of one document that somebody marked, made into claims.
#[derive(Debug)]
pub struct Stubs<'a> {
    document: &'a Document,
    content: &'a Sources,
    corpus: &'a Corpus,
    ground: Option<Ground<'a>>,
    ids: BTreeSet<String>,
    quotes: BTreeSet<String>,
    claims: Vec<(Slot, String)>,
}

/// A claim made of a passage.
#[derive(Debug)]
pub struct Stub {
    /// Its full id.
    pub id: String,
    /// Tags that are no question, side or kind.
    pub unknown: Vec<String>,
}

impl<'a> Stubs<'a> {
    /// Looks at what the document has already, claims that are not filled in among it.
    pub fn new(
        document: &'a Document,
        content: &'a Sources,
        texts: &'a Texts,
        world: &'a World,
    ) -> Self {
        let mut stubs = Self {
            document,
            content,
            corpus: &world.corpus,
            ground: Ground::new(&document.id, content, texts, world),
            ids: BTreeSet::new(),
            quotes: BTreeSet::new(),
            claims: Vec::new(),
        };
        let file = content.find(&format!("content/documents/{}/claims.yaml", document.id));
        let node = file.and_then(|file| {
            let whole = 0..content.file(file).text().len();
            parse(file, whole, content, &mut Report::default())
        });
        let entries = match node.map(|node| node.value) {
            Some(Value::Sequence(entries)) => entries,
            _ => Vec::new(),
        };
        for entry in &entries {
            let Value::Mapping(fields) = &entry.value else {
                continue;
            };
            for (key, value) in fields {
                match (key.text(), &value.value) {
                    ("id", _) => stubs.ids.extend([value.text().to_owned()]),
                    ("aliases", Value::Sequence(all)) => {
                        let aliases = all.iter().map(|alias| alias.text().to_owned());
                        stubs.ids.extend(aliases);
                    }
                    ("quote", _) => stubs.quotes.extend([one_line(value.text())]),
                    _ => {}
                }
            }
        }
        stubs
    }

    /// Whether a claim quotes these words and no others.
    pub fn quotes(&self, words: &str) -> bool {
        self.quotes.contains(words)
    }

    /// Makes a claim of a passage, with what its tags tell and the rest left open.
    pub fn add(&mut self, remark: &Remark, exact: &str) -> Stub {
        let mut values = Values::from([("quote".to_owned(), vec![exact.to_owned()])]);
        let slot = self.ground.as_ref().map(|ground| ground.slot(exact));
        let slot = slot.unwrap_or(Slot::END);
        if slot == Slot::END {
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
            let Some((key, value)) = field(tag, self.corpus) else {
                unknown.push(tag.clone());
                continue;
            };
            let values = values.entry(key.to_owned()).or_default();
            if !values.contains(&value) && (key != "kind" || values.is_empty()) {
                values.push(value);
            }
        }
        let own = self.free_id(exact);
        let comments = remark.comments.iter();
        let comments = comments.map(|comment| format!("# {}\n", one_line(comment)));
        let record = comments.collect::<String>() + &Form::of(Kind::Claim).write(&own, &values);
        self.claims.push((slot, record));
        self.quotes.insert(exact.to_owned());
        let id = format!("{}/{own}", self.document.id);
        self.ids.insert(own);
        Stub { id, unknown }
    }

    /// The file of the claims with the new ones in it; nothing where there are none.
    pub fn draft(self) -> Option<Draft> {
        let some = !self.claims.is_empty();
        some.then(|| among(self.content, &self.document.id, self.claims))
    }

    /// An id made of the words of a quotation, which no claim of the document has.
    fn free_id(&self, words: &str) -> String {
        let stem = Some(slug(words)).filter(|it| !it.is_empty());
        let stem = stem.unwrap_or_else(|| "passage".to_owned());
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let mut ids = std::iter::once(stem.clone()).chain(numbered);
        ids.find(|id| !self.ids.contains(id)).unwrap_or(stem)
    }
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
