use super::PARTING;
use super::base::laid;
use diptych::compile::{Options, analyse};
use diptych::diagnostic::{github, human, json, mended, sarif, short};
use diptych::naming::{FileIndex, Shapes};
use diptych::quote::Texts;
use std::sync::LazyLock;

/// A file of content: every fault has a place, every format of a report can be written, what is mended can be read, and
/// who names whom is found at places that are there.
pub fn content(input: &str) {
    let (path, text) = input
        .split_once(PARTING)
        .unwrap_or(("content/site.yaml", input));
    // The reader of files refuses them.
    if path.contains(char::is_control) {
        return;
    }
    let content = laid(path, text);
    let texts = Texts::new();
    let report = analyse(&content, &texts, &Options::default()).report;
    for fault in report.diagnostics() {
        assert!(
            content
                .file(fault.span.file)
                .text()
                .get(fault.span.range())
                .is_some(),
            "{fault:?}"
        );
        assert!(!fault.message.contains('\n'), "{fault:?}");
    }
    let words = [
        human(&report, &content, false),
        short(&report, &content, "."),
    ];
    assert_eq!(
        words.iter().all(String::is_empty),
        report.diagnostics().is_empty()
    );
    for data in [json(&report, &content), sarif(&report, &content, ".")] {
        serde_json::from_str::<serde_json::Value>(&data)
            .expect("a report for programs can be read");
    }
    // A command of a workflow is one line, so a fault cannot begin another.
    let commands = github(&report, &content, ".");
    assert!(
        commands.lines().all(|line| line.starts_with("::")),
        "{commands}"
    );
    for mend in mended(&report, &content) {
        assert_ne!(content.file(mend.file).text(), mend.text);
    }
    static SHAPES: LazyLock<Shapes> = LazyLock::new(Shapes::all);
    let index = FileIndex::new(path, text, &SHAPES);
    for (_, place) in &index.occurrences {
        assert!(text.get(place.clone()).is_some(), "{place:?}");
    }
}
