//! What does a change mean? Two states of the content laid next to each other: what was said and is said, which
//! cells and rows turn, what they rest on, and which links would die.

mod markdown;
mod permalink;
mod record;
mod row;
mod words;

pub use markdown::markdown;
pub use permalink::Permalink;
pub use record::{Change, Changed, Renewed};
pub use row::{Conflict, RingTurn, Turn, Weight};

use crate::compile::{World, edition};
use crate::diagnostic::Report;
use crate::export::DataFile;
use crate::site::Bundle;
use crate::source::Sources;
use record::Names;
use serde::Serialize;
use serde_json::Value;

/// One state of the content.
#[derive(Debug)]
pub struct State<'a> {
    /// What it is called: a folder or a revision.
    pub name: &'a str,
    /// Its files.
    pub content: &'a Sources,
    /// What is true in it.
    pub world: &'a World,
    /// Its faults.
    pub report: &'a Report,
    /// The site that is made of it, where that can be.
    pub site: Option<&'a Bundle>,
}

/// What is different between two states.
#[derive(Debug, Serialize)]
pub struct Difference<'a> {
    version: u32,
    old: &'a str,
    new: &'a str,
    /// Errors in the new state.
    pub errors: usize,
    /// Whether nothing was left out of the new state: what is faulty may only seem to be gone.
    pub whole: bool,
    /// Addresses that lead nowhere in the new state.
    pub vanished: Vec<Permalink>,
    /// Claims.
    pub claims: Changed,
    /// Documents.
    pub documents: Changed,
    /// Voices.
    pub voices: Changed,
    /// Terms.
    pub terms: Changed,
    /// Themes, without their questions.
    pub themes: Changed,
    /// Questions.
    pub questions: Changed,
    /// Locks that were written, changed or removed.
    pub locks: Vec<Renewed>,
    /// Rows whose state is another one.
    pub rows: Vec<Turn>,
    /// Cells whose state is another one.
    pub cells: Vec<Turn>,
    /// Rings that were empty or are empty now.
    pub rings: Vec<RingTurn>,
    /// Themes that rest on something else.
    pub balance: Vec<Weight>,
    /// Figures that are at odds now and were not.
    pub conflicts: Vec<Conflict>,
    /// Pages that are written otherwise, of the first language; nothing where a state cannot be built.
    pub pages: Option<Pages>,
}

/// Pages that a change touches.
#[derive(Debug, Serialize)]
pub struct Pages {
    /// Pages that are new.
    pub added: Vec<String>,
    /// Pages that are not there any more.
    pub removed: Vec<String>,
    /// Pages with other words.
    pub changed: Vec<String>,
}

/// Compares two states of some content.
pub fn compare<'a>(old: &State<'a>, new: &State<'a>) -> Difference<'a> {
    let lists = |file: DataFile, key: &str| {
        let list = |state: &State<'_>| records(state, file, key);
        (list(old), list(new))
    };
    let claims = lists(DataFile::Claims, "claims");
    let documents = lists(DataFile::Documents, "documents");
    let voices = lists(DataFile::Voices, "voices");
    let terms = lists(DataFile::Terms, "terms");
    let themes = lists(DataFile::Themes, "themes");
    let questions = (row::questions(&themes.0), row::questions(&themes.1));
    let none = Names::new();
    let of = |lists: &(Vec<Value>, Vec<Value>), homes: &Names| {
        record::renames(&lists.0, &lists.1, homes)
    };
    let (of_documents, of_themes) = (of(&documents, &none), of(&themes, &none));
    let (of_voices, of_terms) = (of(&voices, &none), of(&terms, &none));
    let (of_claims, of_questions) = (of(&claims, &of_documents), of(&questions, &of_themes));
    let kinds = [
        &of_documents,
        &of_themes,
        &of_voices,
        &of_terms,
        &of_claims,
        &of_questions,
    ];
    let all: Names = kinds
        .into_iter()
        .flatten()
        .map(|(was, is)| (was.clone(), is.clone()))
        .collect();
    let changed = |lists: &(Vec<Value>, Vec<Value>), own: &Names| {
        record::changed(&lists.0, &lists.1, own, &all)
    };
    Difference {
        version: 1,
        old: old.name,
        new: new.name,
        errors: new.report.errors(),
        whole: new.world.corpus.whole,
        vanished: permalink::vanished(&old.world.corpus, &new.world.corpus),
        claims: changed(&claims, &of_claims),
        documents: changed(&documents, &of_documents),
        voices: changed(&voices, &of_voices),
        terms: changed(&terms, &of_terms),
        themes: changed(&themes, &of_themes),
        questions: changed(&questions, &of_questions),
        locks: record::locks(old.content, new.content),
        rows: row::rows(&questions.0, &questions.1, &of_questions),
        cells: row::cells(&questions.0, &questions.1, &of_questions),
        rings: row::rings(&questions.0, &questions.1, &of_questions),
        balance: row::weights(old.world, new.world, &of_themes),
        conflicts: row::conflicts(old, new),
        pages: old.site.zip(new.site).map(|(old, new)| pages(old, new)),
    }
}

impl Difference<'_> {
    /// Whether links would die.
    pub fn breaks_links(&self) -> bool {
        !self.vanished.is_empty()
    }
}

/// The records of a file of the data, drafts among them.
fn records(state: &State<'_>, file: DataFile, key: &str) -> Vec<Value> {
    let options = crate::compile::Options {
        drafts: true,
        ..Default::default()
    };
    let edition = edition(state.content, state.world, &options);
    let file: Value = serde_json::from_slice(&file.bytes(&edition)).unwrap_or_default();
    file[key].as_array().cloned().unwrap_or_default()
}

fn pages(old: &Bundle, new: &Bundle) -> Pages {
    let is_page = |path: &&str| path.ends_with(".html");
    let paths = |bundle: &Bundle| -> Vec<String> {
        let paths = bundle.iter().map(|(path, _)| path).filter(is_page);
        paths.map(str::to_owned).collect()
    };
    let (before, after) = (paths(old), paths(new));
    let differs = |path: &&String| old.get(path).is_some_and(|it| Some(it) != new.get(path));
    Pages {
        added: after
            .iter()
            .filter(|it| old.get(it).is_none())
            .cloned()
            .collect(),
        removed: before
            .into_iter()
            .filter(|it| new.get(it).is_none())
            .collect(),
        changed: after.iter().filter(differs).cloned().collect(),
    }
}
