use super::form::{Form, Values, slug};
use crate::citation::{Foreign, Name};
use crate::corpus::Corpus;
use crate::naming::Kind;
use std::collections::BTreeMap;

/// The voices of a site by their names, with those that are about to be written.
#[derive(Debug, Default)]
pub struct Known {
    ids: BTreeMap<String, String>,
    /// Voices that are not there yet: the id and the record of each.
    pub new: Vec<(String, String)>,
}

impl Known {
    /// The voices of a site.
    pub fn new(corpus: &Corpus) -> Self {
        let voices = corpus.voices.iter();
        let ids = voices.map(|voice| (voice.name.first().to_lowercase(), voice.id.clone()));
        Self {
            ids: ids.collect(),
            new: Vec::new(),
        }
    }

    /// The id of a voice; where there is none of that name it is made, not placed on any side.
    fn id(&mut self, name: &Name) -> String {
        let lower = name.name.to_lowercase();
        if let Some(id) = self.ids.get(&lower) {
            return id.clone();
        }
        let stem = slug(&name.name);
        let stem = if stem.is_empty() {
            "voice".to_owned()
        } else {
            stem
        };
        let is_taken = |id: &String| self.ids.values().any(|known| known == id);
        let mut id = stem.clone();
        let mut number = 2;
        while is_taken(&id) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        let kind = if name.is_person { "person" } else { "body" };
        let values = [("name", name.name.as_str()), ("kind", kind)];
        let values = values.map(|(key, word)| (key.to_owned(), vec![word.to_owned()]));
        let record = Form::of(Kind::Voice).write(&id, &Values::from(values));
        self.new.push((id.clone(), record));
        self.ids.insert(lower, id.clone());
        id
    }
}

impl Known {
    /// Lets go of the voices that were made after so many.
    pub fn forget_after(&mut self, number: usize) {
        for (id, _) in self.new.split_off(number) {
            self.ids.retain(|_, known| *known != id);
        }
    }
}

/// The fields of a document's record that a bibliography tells.
pub fn document_of(work: &Foreign, known: &mut Known) -> Values {
    let mut values = Values::new();
    let mut put = |key: &str, words: Option<String>| {
        if let Some(words) = words {
            values.insert(key.to_owned(), vec![words]);
        }
    };
    put("title", work.title.clone());
    put("kind", work.kind.map(|kind| kind.word().to_owned()));
    put(
        "publisher",
        work.publisher.as_ref().map(|name| known.id(name)),
    );
    put("published", work.published.clone());
    put("language", work.language.clone());
    put("url", work.url.clone());
    let mut authors: Vec<String> = Vec::new();
    for name in &work.authors {
        let id = known.id(name);
        if !authors.contains(&id) {
            authors.push(id);
        }
    }
    if !authors.is_empty() {
        values.insert("authors".to_owned(), authors);
    }
    values
}
