//! A small invented corpus with everything in it, and the whole site that it becomes.
//!
//! `tests/golden/content` holds three sides, a document with its full text, some with quotations only, and
//! every optional field of every record once given and once absent. `tests/golden/expected` holds the site;
//! it has a style sheet of its own, so that a change of style does not touch every page. With
//! `DIPTYCH_BLESS=1` in the environment the site is written there instead of compared; read what changed
//! before it is committed.

use crate::built::{Built, golden};
use crate::overlay::{files, tests};
use crate::records::{Field, ROOTS, records};
use camino::Utf8PathBuf;
use diptych::vocabulary::{
    Bound, Compare, Deed, Kind, Mode, Publish, RelationKind, Sector, Stance, Status, TermKind,
    VoiceKind,
};
use serde_yaml::Value;
use similar::{ChangeTag, TextDiff};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

#[test]
fn the_site_is_as_it_should_be() {
    let site = golden();
    if std::env::var_os("DIPTYCH_BLESS").is_some_and(|value| value == "1") {
        bless(site);
    }
    let kept: BTreeSet<String> = files(&folder("expected")).into_iter().collect();
    let found: BTreeSet<String> = site
        .bundle
        .iter()
        .map(|(path, _)| path.to_owned())
        .collect();
    let mut wrong = String::new();
    for path in kept.difference(&found) {
        let _ = writeln!(wrong, "{path} is missing");
    }
    for path in found.difference(&kept) {
        let _ = writeln!(wrong, "{path} is not expected");
    }
    for path in kept.intersection(&found) {
        let kept = fs::read(folder("expected").join(path)).unwrap();
        let now = site.bundle.get(path).unwrap();
        if kept != now {
            let _ = writeln!(wrong, "{path}, {}", first_difference(&kept, now));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_field_is_once_given_and_once_absent() {
    let mut instances = Instances::default();
    for (record, pattern) in ROOTS {
        for text in texts(pattern) {
            instances.visit(record, &serde_yaml::from_str(&text).unwrap());
        }
    }
    let mut lacking = Vec::new();
    for (record, fields) in &instances.fields {
        let found = instances
            .found
            .get(record.as_str())
            .map_or(&[][..], Vec::as_slice);
        for field in fields.iter().map(|field| field.name.as_str()) {
            let name = format!("{record}.{field}");
            let given = found.iter().filter(|keys| keys.contains(field)).count();
            let is_required = REQUIRED.split_whitespace().any(|required| required == name);
            if given == 0 && !NEVER.contains(&name.as_str()) {
                lacking.push(format!("{name} is never given"));
            }
            if given == found.len() && given > 1 && !is_required {
                lacking.push(format!("{name} is never absent"));
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn every_word_is_used() {
    let site = golden();
    let corpus = &site.world.corpus;
    let claims = || corpus.claims.iter();
    let figures = || claims().flat_map(|claim| &claim.figures);
    let relations = || claims().flat_map(|claim| &claim.relations);
    let lacking = [
        lacking(Kind::ALL, claims().map(|it| it.kind)),
        lacking(Mode::ALL, claims().map(|it| it.mode)),
        lacking(
            Stance::ALL,
            claims().flat_map(|it| &it.stances).map(|it| it.1),
        ),
        lacking(Status::ALL, claims().filter_map(|it| it.status)),
        lacking(
            Deed::ALL,
            claims().flat_map(|it| &it.coding).map(|it| it.did),
        ),
        lacking(Bound::ALL, figures().map(|it| it.bound)),
        lacking(RelationKind::ALL, relations().map(|it| it.kind)),
        lacking(TermKind::ALL, corpus.terms.iter().map(|it| it.kind)),
        lacking(VoiceKind::ALL, corpus.voices.iter().map(|it| it.kind)),
        lacking(Sector::ALL, corpus.voices.iter().filter_map(|it| it.sector)),
        lacking(Compare::ALL, corpus.questions.iter().map(|it| it.compare)),
        lacking(Publish::ALL, corpus.documents.iter().map(|it| it.publish)),
    ];
    assert!(lacking.concat().is_empty(), "{lacking:?}");
}

/// Fields without which a record is refused.
const REQUIRED: &str = "
    Side.id Side.name Editor.id Editor.name Theme.title Theme.questions Question.id Question.asks
    Question.compare Poles.positive Poles.negative Sentence.text Silence.question Silence.side Silence.note
    Voice.name Voice.kind Term.name Term.kind History.date History.what Document.title Document.kind
    Document.added Document.language Document.rights Rights.licence Rights.publish Repair.printed Repair.read
    Section.label Section.starts Claim.id Claim.says Claim.quote Claim.about Claim.answers Claim.kind
    Figure.measures Figure.value Figure.verbatim Relation.type Relation.claim Dissent.by Dissent.says Coding.by
    Coding.did Page.title";

/// Fields that mean nothing yet: no warning can arise on these records.
const NEVER: [&str; 6] = [
    "Theme.allow",
    "Voice.allow",
    "Term.allow",
    "Document.allow",
    "Claim.allow",
    "Figure.allow",
];

fn folder(name: &str) -> Utf8PathBuf {
    tests().join("golden").join(name)
}

/// Writes the site in place of the one that is kept.
fn bless(site: &Built) {
    let folder = folder("expected");
    for path in files(&folder) {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, bytes) in site.bundle.iter() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The first line in which two texts differ.
fn first_difference(kept: &[u8], now: &[u8]) -> String {
    let [kept, now] = [kept, now].map(String::from_utf8_lossy);
    let diff = TextDiff::from_lines(&kept, &now);
    let changes: Vec<_> = diff.iter_all_changes().collect();
    let is_change = |tag: ChangeTag| tag != ChangeTag::Equal;
    let at = changes.iter().position(|it| is_change(it.tag())).unwrap();
    let line = changes[..at]
        .iter()
        .filter(|it| it.old_index().is_some())
        .count()
        + 1;
    let hunk = changes[at..].iter().take_while(|it| is_change(it.tag()));
    let lines = hunk.map(|it| format!("{}{}", it.tag(), it.value().trim_end()));
    let lines = lines.collect::<Vec<_>>().join("\n");
    format!("line {line}:\n{lines}\n")
}

/// The words of a vocabulary that nothing uses.
fn lacking<T: Copy + PartialEq + std::fmt::Debug>(
    all: &[T],
    used: impl Iterator<Item = T>,
) -> Vec<String> {
    let used: Vec<T> = used.collect();
    let unused = all.iter().filter(|word| !used.contains(word));
    unused.map(|word| format!("{word:?}")).collect()
}

/// The YAML of every file of the corpus whose path holds this.
fn texts(pattern: &str) -> Vec<String> {
    let folder = folder("content");
    let paths = files(&folder)
        .into_iter()
        .filter(|path| path.contains(pattern));
    let texts = paths.map(|path| fs::read_to_string(folder.join(path)).unwrap());
    texts
        .map(|text| match text.strip_prefix("---\n") {
            Some(page) => page.split_once("\n---\n").unwrap().0.to_owned(),
            None => text,
        })
        .collect()
}

/// The structs of `src/record`, and which of their fields each record of the corpus gives.
struct Instances {
    fields: BTreeMap<String, Vec<Field>>,
    found: BTreeMap<String, Vec<BTreeSet<String>>>,
}

impl Default for Instances {
    fn default() -> Self {
        Self {
            fields: records(),
            found: BTreeMap::new(),
        }
    }
}

impl Instances {
    fn visit(&mut self, record: &str, value: &Value) {
        match value {
            Value::Sequence(items) => items.iter().for_each(|item| self.visit(record, item)),
            Value::Mapping(map) => {
                let key = |key: &Value| key.as_str().unwrap().to_owned();
                let keys = map.keys().map(key).collect();
                self.found.entry(record.to_owned()).or_default().push(keys);
                for (name, value) in map {
                    self.within(record, &key(name), value);
                }
            }
            _ => {}
        }
    }

    /// Visits the records that one field holds, if it holds any.
    fn within(&mut self, record: &str, key: &str, value: &Value) {
        let field = self.fields[record].iter().find(|field| field.name == key);
        let field = field.unwrap_or_else(|| panic!("{record} has no field {key}"));
        let Some(inner) = field.record(&self.fields) else {
            return;
        };
        match value {
            Value::Mapping(map) if field.is_by_name() => {
                map.values().for_each(|value| self.visit(&inner, value));
            }
            value => self.visit(&inner, value),
        }
    }
}
