//! What `diptych explain` tells of every fault is true: its wrong example has the fault, its right one has
//! none.
//!
//! An example is a block of code whose info string names a file of the base below `tests/explain/base`, in
//! whose place it stands. Behind the name may stand what text cannot show: `escaped`, where `\xFF` stands
//! for a byte, `repeat=2`, where the block is repeated that often, and `absent`, where there is no file.

use crate::overlay::{Overlay, unescape};
use diptych::diagnostic::Code;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

#[test]
fn the_base_is_clean() {
    assert_eq!(report(&[]), (String::new(), Vec::new()));
}

#[test]
fn wrong_examples_have_the_fault_and_right_ones_none() {
    let mut lies = String::new();
    for &code in Code::ALL {
        let explanation = Explanation::of(code);
        let (words, codes) = report(&explanation.wrong);
        if codes.is_empty() || codes.iter().any(|&found| found != code) {
            lies += &format!("the wrong example of {code} has these faults:\n{words}\n");
        }
        let (words, _) = report(&explanation.right);
        if !words.is_empty() {
            lies += &format!("the right example of {code} has faults:\n{words}\n");
        }
    }
    assert!(lies.is_empty(), "{lies}");
}

/// What is told of a fault: `# <code>`, one or two paragraphs, `## Wrong`, examples, `## Right`, examples.
struct Explanation {
    wrong: Vec<Example>,
    right: Vec<Example>,
}

/// A file of the base, as an example changes it.
struct Example {
    path: String,
    options: Vec<String>,
    text: String,
}

impl Explanation {
    /// Reads it, and insists on its shape.
    fn of(code: Code) -> Self {
        let mut titles = Vec::new();
        let mut paragraphs = 0;
        let mut examples: Vec<Vec<Example>> = vec![Vec::new()];
        let mut text = String::new();
        for event in Parser::new(code.explanation()) {
            match event {
                Event::Start(Tag::Heading { .. } | Tag::Paragraph) => text.clear(),
                Event::End(TagEnd::Heading(_)) => {
                    titles.push(text.clone());
                    examples.push(Vec::new());
                }
                Event::End(TagEnd::Paragraph) => paragraphs += 1,
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    text.clear();
                    let mut words = info.split(' ').skip(1).map(str::to_owned);
                    examples.last_mut().unwrap().push(Example {
                        path: words.next().unwrap(),
                        options: words.collect(),
                        text: String::new(),
                    });
                }
                Event::End(TagEnd::CodeBlock) => {
                    let example = examples.last_mut().unwrap().last_mut().unwrap();
                    example.text.clone_from(&text);
                }
                Event::Text(words) | Event::Code(words) => text += &words,
                _ => {}
            }
        }
        assert_eq!(titles, [code.name(), "Wrong", "Right"], "{code}");
        assert!((1..=2).contains(&paragraphs), "{code}");
        let (right, wrong) = (examples.pop().unwrap(), examples.pop().unwrap());
        assert!(
            examples.iter().all(Vec::is_empty) && !right.is_empty(),
            "{code}"
        );
        Self { wrong, right }
    }
}

/// The report on the base with these examples laid over it, in words and as codes.
fn report(examples: &[Example]) -> (String, Vec<Code>) {
    let overlay = Overlay::new();
    for example in examples {
        let mut bytes = example.text.clone().into_bytes();
        for option in &example.options {
            match option.split_once('=') {
                None if option == "escaped" => bytes = unescape(&example.text),
                None if option == "absent" => {}
                Some(("repeat", times)) => bytes = bytes.repeat(times.parse().unwrap()),
                _ => panic!("{option} is no option of an example"),
            }
        }
        if example.options.iter().any(|option| option == "absent") {
            overlay.remove(&example.path);
        } else {
            overlay.write(&example.path, &bytes);
        }
    }
    let checked = overlay.check();
    let faults = checked.report.diagnostics().iter();
    let codes = faults.map(|fault| fault.code).collect();
    (checked.human(), codes)
}
