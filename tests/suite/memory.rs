//! What an analysis leaves for the next one changes nothing of what that finds.

use crate::faults::CASES;
use crate::overlay::{Overlay, files};
use diptych::compare::{self, compare_again};
use diptych::compile::{Analysis, Memory, Options, World, analyse, analyse_again};
use diptych::disk;
use diptych::quote::Texts;
use diptych::site::Index;
use diptych::source::{Contents, SourceFile, Sources};
use std::sync::Arc;

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
