use super::entry::{Entry, languages};
use super::tokens::{PassedOver, tokens};
use super::words::Weight;
use crate::corpus::{Corpus, Text};

/// The words by which an entry is found.
pub(super) struct Found {
    /// Each word with what it says about the entry; one may stand there more than once.
    pub words: Vec<(String, Weight)>,
    /// How many words name the entry, in a language.
    pub length: usize,
}

impl Found {
    /// The words of an entry in all languages, so that each finds what another says.
    pub(super) fn new(entry: Entry, corpus: &Corpus, passed_over: &PassedOver) -> Self {
        let mut found = Finder {
            corpus,
            passed_over,
            words: Vec::new(),
        };
        found.text(Weight::Name, entry.title(corpus));
        let length = found.words.len().div_ceil(corpus.site.languages.len());
        found.entry(entry);
        Self {
            words: found.words,
            length,
        }
    }
}

struct Finder<'a> {
    corpus: &'a Corpus,
    passed_over: &'a PassedOver,
    words: Vec<(String, Weight)>,
}

impl Finder<'_> {
    /// What an entry has besides its title.
    fn entry(&mut self, entry: Entry) {
        let corpus = self.corpus;
        match entry {
            Entry::Theme(id) => self.texts(Weight::Aside, &corpus[id].definition),
            Entry::Question(id) => self.texts(Weight::Aside, &corpus[id].definition),
            Entry::Document(id) => {
                let document = &corpus[id];
                let people = document.authors.iter().chain(&document.publisher);
                self.plain(Weight::Body, &document.id);
                self.texts(Weight::Body, people.map(|&voice| &corpus[voice].name));
                self.texts(Weight::Aside, &document.summary);
            }
            Entry::Voice(id) => {
                let voice = &corpus[id];
                self.plain(Weight::Body, &voice.id);
                self.texts(Weight::Body, voice.role.iter().chain(&voice.affiliation));
            }
            Entry::Term(id) => {
                let term = &corpus[id];
                self.texts(Weight::Name, term.forms.iter().chain(&term.official_name));
                self.texts(Weight::Aside, &term.definition);
            }
            Entry::Claim(id) => {
                let claim = &corpus[id];
                for part in &claim.quote {
                    self.plain(Weight::Body, &part.value);
                }
                self.texts(Weight::Body, &claim.hedge);
                self.text(Weight::Aside, &corpus[claim.voice].name);
                for &side in claim.about.sides() {
                    let side = &corpus[side];
                    self.texts(Weight::Aside, [&side.name, &side.short]);
                }
            }
        }
    }

    fn plain(&mut self, weight: Weight, text: &str) {
        let words = tokens(text, self.passed_over);
        self.words
            .extend(words.into_iter().map(|word| (word, weight)));
    }

    fn text(&mut self, weight: Weight, text: &Text) {
        for language in languages(self.corpus) {
            if let Some(text) = text.translation(language) {
                self.plain(weight, text);
            }
        }
    }

    fn texts<'t>(&mut self, weight: Weight, texts: impl IntoIterator<Item = &'t Text>) {
        for text in texts {
            self.text(weight, text);
        }
    }
}
