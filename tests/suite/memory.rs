//! What an analysis leaves for the next one changes nothing of what that finds.

use crate::faults::CASES;
use crate::overlay::{Overlay, files};
use diptych::compile::{Analysis, Memory, Options, analyse, analyse_again};
use diptych::disk;
use diptych::quote::Texts;
use diptych::source::{Contents, SourceFile, Sources};

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
