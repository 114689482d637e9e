//! An editor cannot publish words that the source does not have.
//!
//! Each file of `tests/quotes` is a table of texts with quotations and what is to be said of them: `found` with
//! the first and the last word of each part, or `fails` with why and, where it is given, what the report has
//! to say. In a text, `{150*pebble}` stands for a word so many times.

mod bounds;
mod corpus;
mod locks;
mod pinning;
mod properties;

use crate::overlay::{files, tests};
use diptych::quote::{Failure, Format, Nearest, Pin, Quotation, Settings, SourceText, locate};
use serde::Deserialize;
use std::fmt::Write as _;
use std::fs;

#[test]
fn every_quotation_gets_its_verdict() {
    let mut wrong = String::new();
    for (file, group) in groups() {
        let text = expanded(&group.text);
        let source = SourceText::new(&text, group.format(), &group.settings());
        for case in &group.cases {
            let found = case.examine(&source);
            if let Err(difference) = case.compare(&found) {
                let about = &group.about;
                let name = &case.name;
                let _ = writeln!(wrong, "{file}, {about}, {name}: {difference}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_is_offered_as_a_mend_is_in_the_source() {
    let mut offered = 0;
    for (file, group) in groups() {
        let text = expanded(&group.text);
        let source = SourceText::new(&text, group.format(), &group.settings());
        for case in &group.cases {
            let Some((part, mend)) = case.examine(&source).mend() else {
                continue;
            };
            let mut parts = case.parts();
            parts[part] = &mend;
            let found = locate(&source, &case.quotation(&parts));
            let again = matches!(
                found,
                Err(Failure::NotFound { part: other, .. } | Failure::AlteredNumber { part: other, .. })
                    if other == part
            );
            assert!(!again, "{file}, {}: {mend} is not found", case.name);
            offered += 1;
        }
    }
    assert!(offered > 20, "only {offered} mends are offered");
}

#[test]
fn there_are_tables_enough() {
    let cases: usize = groups().iter().map(|(_, group)| group.cases.len()).sum();
    assert!(cases >= 150, "{cases}");
}

/// A text with what an editor declares of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    about: String,
    text: String,
    #[serde(default)]
    format: String,
    #[serde(default)]
    repairs: Vec<(String, String)>,
    #[serde(default)]
    furniture: Vec<String>,
    #[serde(default)]
    sections: Vec<String>,
    cases: Vec<Case>,
}

/// A quotation, and what is to be said of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    quote: Parts,
    prefix: Option<String>,
    suffix: Option<String>,
    found: Option<String>,
    fails: Option<String>,
    part: Option<usize>,
    nearest: Option<String>,
    mend: Option<String>,
    whole: Option<String>,
    words: Option<usize>,
    places: Option<usize>,
    around: Option<Vec<String>>,
    printed: Option<Vec<String>>,
    marks: Option<bool>,
    left_out: Option<Vec<String>>,
    sentence: Option<String>,
    sections: Option<Vec<Option<usize>>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Parts {
    One(String),
    Several(Vec<String>),
}

/// What is said of a quotation, in the words of the tables.
#[derive(Default)]
struct Verdict {
    found: Option<String>,
    fails: Option<String>,
    part: Option<usize>,
    nearest: Option<Nearest>,
    whole: Option<String>,
    words: Option<usize>,
    places: Option<usize>,
    around: Vec<String>,
    pin: Option<Pin>,
    sections: Vec<Option<usize>>,
}

fn groups() -> Vec<(String, Group)> {
    let folder = tests().join("quotes");
    let tables = files(&folder)
        .into_iter()
        .filter(|file| !file.contains('/'));
    let read = |file: String| {
        let text = fs::read_to_string(folder.join(&file)).unwrap();
        let groups: Vec<Group> =
            serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        groups.into_iter().map(move |group| (file.clone(), group))
    };
    tables.flat_map(read).collect()
}

/// A text in which `{3*ab}` is written out: with spaces, unless it is a Han character.
fn expanded(text: &str) -> String {
    let mut parts = text.split('{');
    let mut expanded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inner, rest) = part.split_once('}').unwrap();
        let (times, word) = inner.split_once('*').unwrap();
        let space = if word.is_ascii() { " " } else { "" };
        let words = vec![word; times.parse().unwrap()];
        expanded += &words.join(space);
        expanded += rest;
    }
    expanded
}

impl Group {
    fn format(&self) -> Format {
        match self.format.as_str() {
            "" => Format::Plain,
            "markdown" => Format::Markdown,
            other => panic!("there is no format {other}"),
        }
    }

    fn settings(&self) -> Settings {
        Settings {
            repairs: self.repairs.clone(),
            furniture: self.furniture.clone(),
            sections: self.sections.clone(),
        }
    }
}

impl Case {
    fn parts(&self) -> Vec<&str> {
        match &self.quote {
            Parts::One(part) => vec![part],
            Parts::Several(parts) => parts.iter().map(String::as_str).collect(),
        }
    }

    fn quotation<'a>(&'a self, parts: &'a [&'a str]) -> Quotation<'a> {
        Quotation {
            parts,
            prefix: self.prefix.as_deref(),
            suffix: self.suffix.as_deref(),
        }
    }

    fn examine(&self, source: &SourceText<'_>) -> Verdict {
        let parts = self.parts();
        let mut verdict = match locate(source, &self.quotation(&parts)) {
            Ok(location) => {
                let pin = Pin::new(source, &location, &parts, &sides());
                Verdict {
                    found: Some(ranges(&pin.parts)),
                    pin: Some(pin),
                    ..Verdict::default()
                }
            }
            Err(failure) => Verdict::of(failure),
        };
        let sections = source.sections().iter();
        verdict.sections = sections.map(|it| it.map(|at| source.word(at))).collect();
        verdict
    }

    fn compare(&self, verdict: &Verdict) -> Result<(), String> {
        fn same<T: PartialEq + std::fmt::Debug>(
            wanted: Option<&T>,
            found: Option<&T>,
        ) -> Result<(), String> {
            match (wanted, found) {
                (Some(wanted), found) if found != Some(wanted) => {
                    Err(format!("wanted {wanted:?}, found {found:?}"))
                }
                _ => Ok(()),
            }
        }
        if (&self.found, &self.fails) != (&verdict.found, &verdict.fails) {
            let wanted = (&self.found, &self.fails);
            let found = (&verdict.found, &verdict.fails, &verdict.nearest);
            return Err(format!("wanted {wanted:?}, found {found:?}"));
        }
        let nearest = verdict.nearest.as_ref();
        let pin = verdict.pin.as_ref();
        let left_out = pin.map(|pin| {
            let negation = pin.left_out.negation.then(|| "negation".to_owned());
            negation
                .into_iter()
                .chain(pin.left_out.sides.clone())
                .collect()
        });
        same(self.part.as_ref(), verdict.part.as_ref())?;
        same(self.nearest.as_ref(), nearest.map(|it| &it.marked))?;
        same(self.mend.as_ref(), nearest.map(|it| &it.mended))?;
        same(self.whole.as_ref(), verdict.whole.as_ref())?;
        same(self.words.as_ref(), verdict.words.as_ref())?;
        same(self.places.as_ref(), verdict.places.as_ref())?;
        same(self.around.as_ref(), Some(&verdict.around))?;
        same(self.printed.as_ref(), pin.map(|pin| &pin.printed))?;
        same(self.marks.as_ref(), pin.map(|pin| &pin.marks))?;
        same(self.left_out.as_ref(), left_out.as_ref())?;
        same(
            self.sentence.as_ref(),
            pin.map(|pin| ranges(&[pin.sentence])).as_ref(),
        )?;
        same(self.sections.as_ref(), Some(&verdict.sections))
    }
}

impl Verdict {
    fn of(failure: Failure) -> Self {
        let mut verdict = Self::default();
        let name = match failure {
            Failure::TooShort { part, beside } => {
                verdict.part = part;
                verdict.around.extend(beside);
                "too-short"
            }
            Failure::InBrackets { part } => {
                verdict.part = Some(part);
                "in-brackets"
            }
            Failure::NotFound { part, nearest } => {
                verdict.part = Some(part);
                verdict.nearest = nearest;
                "not-found"
            }
            Failure::AlteredNumber { part, nearest } => {
                verdict.part = Some(part);
                verdict.nearest = Some(nearest);
                "altered-number"
            }
            Failure::OutOfOrder { found } => {
                verdict.around.push(found);
                "out-of-order"
            }
            Failure::Apart { part, words } => {
                verdict.part = Some(part);
                verdict.words = Some(words);
                "apart"
            }
            Failure::CutNumber { part, whole } => {
                verdict.part = Some(part);
                verdict.whole = Some(whole);
                "cut-number"
            }
            Failure::Ambiguous { places, around } => {
                verdict.places = Some(places);
                verdict.around = around;
                "ambiguous"
            }
            Failure::NotPinned => "not-pinned",
            Failure::WrongContext { found } => {
                verdict.around.push(found);
                "wrong-context"
            }
        };
        // Tables count parts from 1.
        verdict.part = verdict.part.map(|part| part + 1);
        verdict.fails = Some(name.to_owned());
        verdict
    }

    /// What is offered in place of which part, from 0.
    fn mend(&self) -> Option<(usize, String)> {
        let nearest = self.nearest.as_ref()?;
        Some((self.part? - 1, nearest.mended.clone()))
    }
}

/// "1-3 5-9".
fn ranges(ranges: &[(usize, usize)]) -> String {
    let words: Vec<String> = ranges
        .iter()
        .map(|(first, last)| format!("{first}-{last}"))
        .collect();
    words.join(" ")
}

/// The sides of the tables, with all their names.
fn sides() -> Vec<(String, Vec<String>)> {
    let side = |id: &str, names: &[&str]| {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        (id.to_owned(), names)
    };
    vec![
        side("us", &["US", "United States", "美国"]),
        side("china", &["China", "中国"]),
    ]
}
