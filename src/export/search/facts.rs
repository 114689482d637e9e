use super::code;
use super::entry::Entry;
use crate::corpus::{About, Corpus, SideId};
use crate::vocabulary::WORLD;
use serde::Serialize;

/// What entries can be chosen by.
#[derive(Serialize)]
pub(super) struct Facts {
    /// Whom a claim is about, for whom a voice speaks, to whom a term belongs.
    side: Fact,
    /// The themes of a question or a claim.
    theme: Fact,
    /// The kind of a claim.
    kind: Fact,
    /// The document of a claim.
    document: Fact,
}

/// One of them, for all entries.
#[derive(Default, Serialize)]
struct Fact {
    /// Every set of values that occurs.
    sets: Vec<Vec<String>>,
    /// For each entry, which of the sets it has.
    of: String,
}

impl Fact {
    fn add(&mut self, values: Vec<String>) {
        let known = self.sets.iter().rposition(|set| *set == values);
        let place = known.unwrap_or_else(|| {
            self.sets.push(values);
            self.sets.len() - 1
        });
        code::push(&mut self.of, place);
    }
}

impl Facts {
    pub(super) fn new(entries: &[Entry], corpus: &Corpus) -> Self {
        let mut facts = Self {
            side: Fact::default(),
            theme: Fact::default(),
            kind: Fact::default(),
            document: Fact::default(),
        };
        for &entry in entries {
            let themes = entry.themes(corpus).into_iter();
            facts.side.add(sides(entry, corpus));
            facts
                .theme
                .add(themes.map(|it| corpus[it].id.clone()).collect());
            facts.kind.add(kind(entry, corpus));
            facts.document.add(document(entry, corpus));
        }
        facts
    }
}

fn sides(entry: Entry, corpus: &Corpus) -> Vec<String> {
    let ids = |sides: &[SideId]| sides.iter().map(|&it| corpus[it].id.clone()).collect();
    match entry {
        Entry::Voice(id) => ids(corpus[id].allegiance.side().as_slice()),
        Entry::Term(id) => ids(corpus[id].side.as_slice()),
        Entry::Claim(id) => match &corpus[id].about {
            About::World => vec![WORLD.to_owned()],
            about => ids(about.sides()),
        },
        Entry::Theme(_) | Entry::Question(_) | Entry::Document(_) => Vec::new(),
    }
}

fn kind(entry: Entry, corpus: &Corpus) -> Vec<String> {
    match entry {
        Entry::Claim(id) => vec![corpus[id].kind.word().to_owned()],
        _ => Vec::new(),
    }
}

fn document(entry: Entry, corpus: &Corpus) -> Vec<String> {
    match entry {
        Entry::Document(id) => vec![corpus[id].id.clone()],
        Entry::Claim(id) => vec![corpus[corpus[id].document].id.clone()],
        _ => Vec::new(),
    }
}
