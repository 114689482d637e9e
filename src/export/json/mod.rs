//! The records as JSON: plain structs of their own, so that the model may change and the format not.
//!
//! Every record has every key; `null` and `[]` mean that nobody assessed it. A text is an object from
//! BCP 47 tag to words. Each record stands on a line of its own, so that two releases can be compared
//! line by line.

mod claim;
mod document;
mod figure;
mod map;
mod number;
mod schema;
mod term;
mod theme;
mod voice;

pub use claim::claims;
pub use document::documents;
pub use figure::not_given;
pub use schema::schema;
pub use term::terms;
pub use theme::{theme_file, themes};
pub use voice::voices;

use super::edition::Edition;
use super::sink::{PORTION, Sink};
use crate::corpus::{EditorId, Text, VoiceId};
use crate::source::Span;
use map::{Map, Words};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

/// Version of the format: it grows when a key goes or changes its meaning, not when one is added.
const VERSION: u32 = 1;

/// `{"version":1,"<name>":[…]}`, a record a line.
fn collection<I: Copy + Sync, R: Serialize>(
    sink: Sink<'_>,
    name: &str,
    ids: &[I],
    record: impl Fn(I) -> R + Sync,
) {
    sink(format!("{{\"version\":{VERSION},").as_bytes());
    lines(sink, name, ids, |id| bytes(&record(id)));
    sink(b"}\n");
}

/// `"<name>":[…]`, what is made of each id on a line of its own.
pub fn lines<I: Copy + Sync>(
    sink: Sink<'_>,
    name: &str,
    ids: &[I],
    line: impl Fn(I) -> Vec<u8> + Sync,
) {
    sink(format!("\"{name}\":[").as_bytes());
    let mut between: &[u8] = b"\n";
    for portion in ids.chunks(PORTION) {
        let lines: Vec<Vec<u8>> = portion.par_iter().map(|&id| line(id)).collect();
        let length = lines.iter().map(|line| line.len() + BETWEEN.len()).sum();
        let mut part = Vec::with_capacity(length);
        for line in lines {
            part.extend(between);
            part.extend(line);
            between = BETWEEN;
        }
        sink(&part);
    }
    sink(b"\n]");
}

/// What stands between two records.
pub const BETWEEN: &[u8] = b",\n";

/// A record as JSON.
pub fn bytes(record: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(record).expect("a struct with text as keys can be written as JSON")
}

/// A voice where it is named.
#[derive(Debug, JsonSchema, Serialize)]
struct VoiceName<'a> {
    /// Its id.
    id: &'a str,
    /// Its name.
    name: Words<'a>,
    /// The side that it speaks for, `none` for a third party, `null` where nobody could place it.
    side: Option<&'a str>,
}

/// An editor where one is named.
#[derive(Debug, JsonSchema, Serialize)]
struct EditorName<'a> {
    /// Its id.
    id: &'a str,
    /// The name that readers see.
    name: Words<'a>,
}

impl<'a> Edition<'a> {
    fn words(&self, text: &'a Text) -> Words<'a> {
        Map(self.translations(text))
    }

    fn words_of(&self, text: Option<&'a Text>) -> Option<Words<'a>> {
        text.map(|text| self.words(text))
    }

    fn voice_name(&self, id: VoiceId) -> VoiceName<'a> {
        let voice = &self.corpus[id];
        VoiceName {
            id: &voice.id,
            name: self.words(&voice.name),
            side: self.side(voice.allegiance),
        }
    }

    fn editor_name(&self, id: EditorId) -> EditorName<'a> {
        let editor = &self.corpus[id];
        EditorName {
            id: &editor.id,
            name: self.words(&editor.name),
        }
    }

    fn voice_ids(&self, voices: &[VoiceId]) -> Vec<&'a str> {
        let voices = voices.iter();
        voices.map(|&id| self.corpus[id].id.as_str()).collect()
    }

    /// Fields that the editor concluded, each with the ground.
    fn grounds(&self, inferred: &'a [(String, Text)]) -> Map<&'a str, Words<'a>> {
        let grounds = inferred.iter();
        Map(grounds
            .map(|(field, ground)| (field.as_str(), self.words(ground)))
            .collect())
    }

    /// Warnings that the editor accepts at what stands at a place, each with the reason, but not those that are
    /// accepted for all that it lies `within`.
    fn allowed(&self, at: Span, within: Option<Span>) -> Map<&'static str, Words<'a>> {
        let allowances = self.corpus.allowances.iter();
        let here = allowances
            .filter(|it| it.over.holds(at) && within.is_none_or(|within| !it.over.holds(within)));
        Map(here
            .map(|it| (it.code.name(), self.words(&it.reason)))
            .collect())
    }
}

fn strings(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}
