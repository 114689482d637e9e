use crate::compile::World;
use crate::naming::Kind;
use crate::quote::{Search, Settings, SourceText, Texts, search, settings, text_of};
use crate::source::{Contents, SourceFile, Sources, Span};
use crate::yaml::entry_begins;
use std::ops::Range;

/// A record that is about to be written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its file, relative to the root.
    pub path: String,
    /// The whole text of the file.
    pub text: String,
    /// The bytes of the record in it; of each, where several are written into one file.
    pub records: Vec<Range<usize>>,
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

    /// Whether something stands within a record, in the content with the draft in it.
    pub fn holds(&self, span: Span, laid: &Sources) -> bool {
        let place = span.range();
        let holds = |record: &Range<usize>| record.start <= place.start && place.end <= record.end;
        laid.file(span.file).path() == self.path && self.records.iter().any(holds)
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
        records: std::iter::once(0..record.len()).collect(),
        is_there: content.find(&format!("content/{folder}/{name}")).is_some(),
    };
    match kind {
        Kind::Theme => whole("themes", &format!("{id}.yaml")),
        Kind::Voice => whole("voices", &format!("{id}.yaml")),
        Kind::Term => whole("terms", &format!("{id}.yaml")),
        Kind::Document => whole("documents", &format!("{id}/document.yaml")),
        _ => {
            let document = id.split('/').next().unwrap_or_default();
            let ground = Ground::new(document, content, texts, world);
            let slot = match (ground, quote) {
                (Some(ground), Some(quote)) => ground.slot(quote),
                _ => Slot::END,
            };
            among(content, document, vec![(slot, record.to_owned())])
        }
    }
}

/// Where a new claim stands among those of its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The byte at which the claim behind it begins, with the comment above that.
    at: usize,
    /// The word of the text with which its quotation begins.
    word: usize,
}

impl Slot {
    /// Behind all others.
    pub const END: Self = Self {
        at: usize::MAX,
        word: usize::MAX,
    };
}

/// The text of a document and the claims whose place in it is known.
#[derive(Debug)]
pub struct Ground<'a> {
    settings: Settings,
    text: Option<SourceText<'a>>,
    /// The word at which each claim begins in the text, and the byte at which it begins in its file.
    claims: Vec<(usize, usize)>,
}

impl<'a> Ground<'a> {
    /// Makes the text of a document ready; nothing where there is no such document.
    pub fn new(
        document: &str,
        content: &'a Sources,
        texts: &'a Texts,
        world: &World,
    ) -> Option<Self> {
        let corpus = &world.corpus;
        let (id, record) = corpus.documents().find(|(_, it)| it.id == document)?;
        let settings = settings(record);
        let text = text_of(record, content, texts);
        let pins = world.examinations[id.index()].claims.iter();
        let claims = pins.filter_map(|(claim, pin)| {
            let entry = corpus[*claim].entry;
            let file = content.file(entry.file).text();
            let begins = entry_begins(file, entry.range().start);
            Some((pin.as_ref().ok()?.start(), begins))
        });
        Some(Self {
            text: text.map(|(format, text)| SourceText::new(text, format, &settings)),
            claims: claims.collect(),
            settings,
        })
    }

    /// The word of the text with which a quotation begins, where it stands there once.
    pub fn word(&self, quote: &str) -> Option<usize> {
        match search(self.text.as_ref()?, quote, &self.settings) {
            Search::Found(found) => match found.as_slice() {
                [found] => Some(found.word),
                _ => None,
            },
            _ => None,
        }
    }

    /// Where a claim with this quotation belongs: before the first whose quotation stands behind it in the text.
    pub fn slot(&self, quote: &str) -> Slot {
        let Some(word) = self.word(quote) else {
            return Slot::END;
        };
        let mut behind = self.claims.iter().filter(|(start, _)| *start > word);
        let at = behind.next().map_or(usize::MAX, |(_, at)| *at);
        Slot { at, word }
    }
}

/// Puts claims into the file of their document. All places are those of the file as it is.
pub fn among(content: &Sources, document: &str, mut claims: Vec<(Slot, String)>) -> Draft {
    let path = format!("content/documents/{document}/claims.yaml");
    let file = content.find(&path);
    let old = file.map_or("", |file| content.file(file).text());
    let ends = if old.contains("\r\n") { "\r\n" } else { "\n" };
    claims.sort_by_key(|(slot, _)| *slot);
    let mut text = String::with_capacity(old.len());
    let mut records = Vec::new();
    let mut written = 0;
    for (slot, claim) in claims {
        let at = slot.at.min(old.len());
        text += &old[written..at];
        written = at;
        if at == old.len() && !text.trim().is_empty() {
            text.truncate(text.trim_end().len());
            text += ends;
            text += ends;
        }
        let start = text.len();
        text += &claim.replace('\n', ends);
        records.push(start..text.len());
        if at < old.len() {
            text += ends;
        }
    }
    text += &old[written..];
    Draft {
        path,
        text,
        records,
        is_there: file.is_some(),
    }
}
