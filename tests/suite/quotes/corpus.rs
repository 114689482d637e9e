//! The corpus of `tests/quotes/corpus`, in memory, with edits.

use crate::overlay::{files, tests};
use diptych::compile::{Options, World, analyse, build};
use diptych::diagnostic::{Code, Severity};
use diptych::disk;
use diptych::quote::{Examination, Format, Proof, StaleProblem, Texts, lock_of};
use diptych::source::{Inputs, SourceFile, Sources};
use std::collections::BTreeMap;
use std::fs;

/// Words of the texts that nobody quotes.
pub const SECRETS: [&str; 6] = ["MILL", "timber", "weavers", "drawn up", "forbids", "half"];

/// Files below `content` by path, and texts by document.
#[derive(Clone)]
pub struct Content {
    files: BTreeMap<String, String>,
    texts: Texts,
}

/// What is known of a content, and what is wrong with it.
pub struct Findings {
    world: World,
    sources: Sources,
    /// Code, place and message of each fault.
    faults: Vec<(Code, String)>,
    errors: usize,
}

impl Content {
    pub fn read() -> Self {
        let folder = tests().join("quotes/corpus");
        let read = |path: &str| fs::read_to_string(folder.join(path)).unwrap();
        let content = files(&folder.join("content")).into_iter();
        let texts = [
            ("report", Format::Plain, "sources/report.txt"),
            ("brief", Format::Markdown, "sources/brief.md"),
            ("letter", Format::Plain, "sources/letter.txt"),
        ];
        let text = |(document, format, path): (&str, Format, &str)| {
            (document.to_owned(), (format, read(path)))
        };
        Self {
            files: content
                .map(|path| (path.clone(), read(&format!("content/{path}"))))
                .collect(),
            texts: texts.map(text).into(),
        }
    }

    pub fn without_texts(mut self) -> Self {
        self.texts.clear();
        self
    }

    pub fn with_texts(mut self, change: impl Fn(&str) -> String) -> Self {
        for (_, text) in self.texts.values_mut() {
            *text = change(text);
        }
        self
    }

    pub fn with_edit(mut self, path: &str, from: &str, to: &str) -> Self {
        let text = self.files.get_mut(path).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        *text = text.replacen(from, to, 1);
        self
    }

    pub fn with_lock(mut self, document: &str, lock: &str) -> Self {
        self.files
            .insert(format!("documents/{document}/quotes.lock"), lock.to_owned());
        self
    }

    /// With a lock of each document that can have one, as `pin` writes it.
    pub fn pinned(self) -> Self {
        let found = self.check();
        let documents = found.world.corpus.documents();
        let locks = documents.filter_map(|(id, document)| {
            let lock = lock_of(id, &found.world.corpus, &found.sources, &self.texts)?;
            Some((document.id.clone(), lock.write()))
        });
        let locks: Vec<_> = locks.collect();
        locks.into_iter().fold(self, |content, (document, lock)| {
            content.with_lock(&document, &lock)
        })
    }

    /// The locks by document.
    pub fn locks(&self) -> BTreeMap<String, String> {
        let document = |path: &str| {
            let document = path
                .strip_prefix("documents/")?
                .strip_suffix("/quotes.lock")?;
            Some(document.to_owned())
        };
        let files = self.files.iter();
        files
            .filter_map(|(path, text)| Some((document(path)?, text.clone())))
            .collect()
    }

    pub fn check(&self) -> Findings {
        let sources = self.sources();
        let analysis = analyse(&sources, &self.texts, &Options::default());
        let diagnostics = analysis.report.diagnostics().iter();
        let faults = diagnostics.clone().map(|fault| {
            let file = sources.file(fault.span.file);
            let start = file.position(fault.span.range().start);
            let (path, line, column) = (file.path(), start.line, start.column);
            (
                fault.code,
                format!("{path}:{line}:{column} {}", fault.message),
            )
        });
        Findings {
            faults: faults.collect(),
            errors: diagnostics
                .filter(|fault| fault.severity == Severity::Error)
                .count(),
            world: analysis.world.unwrap(),
            sources,
        }
    }

    /// Makes every page, whatever is wrong.
    pub fn build(&self) {
        let built_in = disk::read(&tests().join("quotes/corpus")).unwrap();
        let inputs = Inputs {
            content: self.sources(),
            ..built_in
        };
        let world = analyse(&inputs.content, &self.texts, &Options::default())
            .world
            .unwrap();
        build(&inputs, &world, &Options::default()).unwrap();
    }

    fn sources(&self) -> Sources {
        let file = |(path, text): (&String, &String)| {
            SourceFile::from_bytes(format!("content/{path}"), text.clone().into_bytes())
        };
        Sources::new(self.files.iter().map(file).collect())
    }
}

impl Findings {
    pub fn has(&self, code: Code) -> bool {
        self.faults.iter().any(|fault| fault.0 == code)
    }

    /// How many errors there are.
    pub fn faults(&self) -> usize {
        self.errors
    }

    /// Faults of some codes, with their places.
    pub fn lines(&self, of: impl Fn(Code) -> bool) -> Vec<String> {
        let faults = self.faults.iter().filter(|fault| of(fault.0));
        faults
            .map(|(code, fault)| format!("{code} {fault}"))
            .collect()
    }

    /// What is known of each document, by its id.
    pub fn examinations(&self) -> impl Iterator<Item = (&str, &Examination)> {
        let ids = self.world.corpus.documents.iter().map(|it| it.id.as_str());
        ids.zip(self.world.examinations.iter().map(AsRef::as_ref))
    }

    pub fn examination(&self, document: &str) -> &Examination {
        self.examinations().find(|it| it.0 == document).unwrap().1
    }

    pub fn proof(&self, document: &str) -> Proof {
        self.examination(document).proof
    }

    /// What is wrong with a lock, with the line.
    pub fn stale(&self, document: &str) -> Vec<(usize, StaleProblem)> {
        let stale = self.examination(document).stale.iter();
        let line = |it: &diptych::quote::Stale| {
            let file = self.sources.file(it.place.file);
            file.position(it.place.range().start).line
        };
        stale.map(|it| (line(it), it.problem.clone())).collect()
    }
}
