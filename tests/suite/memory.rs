//! What an analysis leaves for the next one changes nothing of what that finds.

use crate::faults::CASES;
use crate::lot::Lot;
use crate::overlay::{Overlay, files, tests};
use diptych::compare::{self, compare_again};
use diptych::compile::{Analysis, Memory, Options, World, analyse, analyse_again};
use diptych::disk;
use diptych::quote::Texts;
use diptych::site::Index;
use diptych::source::{Contents, SourceFile, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

/// A save of a file below `content/`: some words of it give way to others, all of it where none are named; without words
/// to come the file goes.
#[derive(Deserialize)]
struct Save {
    file: String,
    replace: Option<String>,
    by: Option<String>,
}

/// One memory for the content of every fault: whatever was known before, the same is found.
#[test]
fn other_content_is_found_as_if_it_were_the_first() {
    let mut memory = Memory::default();
    for (case, checked) in CASES.iter() {
        let again = again(&checked.sources, checked.texts(), &mut memory);
        assert_eq!(again, fresh(&checked.sources, checked.texts()), "{case}");
    }
}

/// Lines of every file of the invented corpus, one after the other, are taken away and put back.
#[test]
fn after_each_edit_the_same_is_found() {
    const EDITS: usize = 200;
    let site = Overlay::golden();
    let mut memory = Memory::default();
    let texts = disk::texts(site.root(), None).unwrap();
    let content = disk::read(site.root()).unwrap().content;
    let paths = files(&site.root().join("content"));
    for edit in 0..EDITS {
        let path = format!("content/{}", paths[edit % paths.len()]);
        let sources = without_a_line(&content, &path, edit * 7);
        let again = again(&sources, &texts, &mut memory);
        assert_eq!(again, fresh(&sources, &texts), "edit {edit} of {path}");
    }
}

/// Every file in `tests/memory` is a day's work on the invented corpus. Beside it stands, save by save, how many claims
/// were taken over, whether all rows were, and which kinds of fault came and went.
#[test]
fn after_each_save_the_same_is_found() {
    let site = Overlay::golden();
    let texts = disk::texts(site.root(), None).unwrap();
    let golden = by_path(&disk::read(site.root()).unwrap().content);
    let folder = tests().join("memory");
    for path in files(&folder).iter().filter(|it| it.ends_with(".yaml")) {
        let saves = fs::read_to_string(folder.join(path)).unwrap();
        let saves: Vec<Save> = serde_yaml::from_str(&saves).unwrap();
        let mut states = vec![golden.clone()];
        for save in &saves {
            let mut state = states.last().unwrap().clone();
            save.apply(&mut state);
            states.push(state);
        }
        let mut memory = Memory::default();
        let mut told = String::new();
        let mut before: Option<Analysis> = None;
        // What was done is undone in the end, step by step.
        for (step, state) in states.iter().chain(states.iter().rev().skip(1)).enumerate() {
            let sources = sources(state);
            let now = analyse_again(&sources, &texts, &Options::default(), &mut memory);
            assert_eq!(
                self::told(&now),
                fresh(&sources, &texts),
                "{path}, step {step}"
            );
            if let (Some(before), Some(save)) = (before, saves.get(step.wrapping_sub(1))) {
                let _ = writeln!(told, "{}: {}", save.file, difference(&before, &now));
            }
            before = Some(now);
        }
        let expected = folder.join(path.replace(".yaml", ".txt"));
        if std::env::var_os("DIPTYCH_BLESS").is_some_and(|value| value == "1") {
            fs::write(&expected, &told).unwrap();
        }
        assert_eq!(
            told,
            fs::read_to_string(&expected).unwrap_or_default(),
            "{path}"
        );
    }
}

impl Save {
    fn apply(&self, content: &mut BTreeMap<String, String>) {
        let path = format!("content/{}", self.file);
        let Some(by) = &self.by else {
            content.remove(&path).unwrap();
            return;
        };
        let text = match &self.replace {
            Some(words) => {
                let text = &content[&path];
                assert!(text.contains(words.as_str()), "{path} has no `{words}`");
                text.replacen(words.as_str(), by, 1)
            }
            None => by.clone(),
        };
        content.insert(path, text);
    }
}

/// What was taken over, and which kinds of fault came and went.
fn difference(before: &Analysis, now: &Analysis) -> String {
    let mut told = match (&before.world, &now.world) {
        (Some(before), Some(now)) => {
            let old = &before.corpus.claims;
            let claims = &now.corpus.claims;
            let is_old = |claim: &&Arc<_>| old.iter().any(|it| Arc::ptr_eq(it, claim));
            let kept = claims.iter().filter(is_old).count();
            let rows = if Arc::ptr_eq(&before.rows, &now.rows) {
                "all"
            } else {
                "not all"
            };
            format!("{kept} of {} claims, {rows} rows", claims.len())
        }
        _ => "no world".to_owned(),
    };
    let mut faults: BTreeMap<&str, i32> = BTreeMap::new();
    for (analysis, count) in [(before, -1), (now, 1)] {
        for fault in analysis.report.diagnostics() {
            *faults.entry(fault.code.name()).or_default() += count;
        }
    }
    for (code, count) in faults.iter().filter(|(_, count)| **count != 0) {
        let _ = write!(told, ", {count:+} {code}");
    }
    told
}

/// Values of the same key change places between lines that a lot picks, and stay where they are.
#[test]
fn after_values_are_exchanged_the_same_is_found() {
    const EXCHANGES: usize = 300;
    let site = Overlay::golden();
    let texts = disk::texts(site.root(), None).unwrap();
    let golden = by_path(&disk::read(site.root()).unwrap().content);
    let mut memory = Memory::default();
    let mut lot = Lot::new(3);
    let mut content = golden.clone();
    let mut sound = 0;
    for exchange in 0..EXCHANGES {
        // Faults pile up, and with many nothing is whole any more.
        if exchange % 6 == 0 {
            content = golden.clone();
        }
        let values = values(&content);
        let (path, line, key, own) = lot.one_of(&values);
        let alike: Vec<_> = values
            .iter()
            .filter(|it| it.2 == *key && it.3 != *own)
            .collect();
        let Some(&&(_, _, _, other)) = (!alike.is_empty()).then(|| lot.one_of(&alike)) else {
            continue;
        };
        let changed = line.replace(own, other);
        let (path, text) = ((*path).clone(), content[*path].replacen(*line, &changed, 1));
        content.insert(path, text);
        let sources = sources(&content);
        let now = analyse_again(&sources, &texts, &Options::default(), &mut memory);
        sound += usize::from(now.report.errors() == 0);
        assert_eq!(told(&now), fresh(&sources, &texts), "exchange {exchange}");
    }
    assert!(sound > EXCHANGES / 4, "{sound} were sound");
}

/// Every line `key: value` of records other than claims, with its file, its key and its value.
fn values(content: &BTreeMap<String, String>) -> Vec<(&String, &str, &str, &str)> {
    let files = content.iter().filter(|(path, _)| path.ends_with(".yaml"));
    let files = files.filter(|(path, _)| !path.ends_with("claims.yaml"));
    let lines = files.flat_map(|(path, text)| text.lines().map(move |line| (path, line)));
    let values = lines.filter_map(|(path, line)| {
        let (key, value) = line.trim_start_matches([' ', '-']).split_once(": ")?;
        Some((path, line, key, value))
    });
    values.collect()
}

fn by_path(content: &Sources) -> BTreeMap<String, String> {
    let files = content.iter();
    let files = files.map(|(_, file)| (file.path().to_owned(), file.text().to_owned()));
    files.collect()
}

fn sources(content: &BTreeMap<String, String>) -> Sources {
    let files = content.iter();
    let files =
        files.map(|(path, text)| SourceFile::new(path.clone(), Contents::Text(text.clone())));
    Sources::new(files.collect())
}

/// Each line of the claims in turn is taken away: rows and lists that are taken over are those that would be made.
#[test]
fn what_is_taken_over_is_what_would_be_made() {
    let site = Overlay::golden();
    let content = disk::read(site.root()).unwrap().content;
    let before = world(&content);
    let index = Arc::new(index(&before));
    let known = (&index, &*before.corpus, &before.examinations[..]);
    let (mut kept, mut made) = (0, 0);
    for (_, file) in content.iter() {
        let lines = file.text().lines().count();
        for line in (0..lines).filter(|_| file.path().ends_with("claims.yaml")) {
            let now = world(&without_a_line(&content, file.path(), line));
            let mut memory = compare::Memory::default();
            compare_again(&before.corpus, &mut memory);
            let rows = compare_again(&now.corpus, &mut memory);
            let place = format!("{}:{}", file.path(), line + 1);
            assert_eq!(rows[..], compare::compare(&now.corpus)[..], "{place}");
            let after = Index::after(Some(known), &now.corpus, &rows, &now.examinations, false);
            assert_eq!(
                format!("{after:?}"),
                format!("{:?}", self::index(&now)),
                "{place}"
            );
            *(if Arc::ptr_eq(&after, &index) {
                &mut kept
            } else {
                &mut made
            }) += 1;
        }
    }
    assert!(kept > 20 && made > 20, "{kept} kept, {made} made");
}

fn world(content: &Sources) -> World {
    let analysis = analyse(content, &Texts::default(), &Options::default());
    analysis.world.unwrap()
}

fn index(world: &World) -> Index {
    Index::new(&world.corpus, &world.rows, &world.examinations, false)
}

fn without_a_line(content: &Sources, path: &str, line: usize) -> Sources {
    let files = content.iter().map(|(_, file)| {
        let mut lines: Vec<&str> = file.text().split_inclusive('\n').collect();
        if file.path() == path && !lines.is_empty() {
            lines.remove(line % lines.len());
        }
        SourceFile::new(file.path().to_owned(), Contents::Text(lines.concat()))
    });
    Sources::new(files.collect())
}

fn again(sources: &Sources, texts: &Texts, memory: &mut Memory) -> String {
    told(&analyse_again(sources, texts, &Options::default(), memory))
}

fn fresh(sources: &Sources, texts: &Texts) -> String {
    told(&analyse(sources, texts, &Options::default()))
}

/// All that was found.
fn told(analysis: &Analysis) -> String {
    format!("{analysis:?}")
}
