//! The words of the interface: every message is there and is used.
//!
//! Rendering fails where a message is missing, but only on the branches that some content takes. Here templates
//! and views are read as text.

use crate::built::golden;
use crate::templates::{read, templates, views};
use crate::walk::name;
use diptych::compare::{CellState, Ring, RowState};
use diptych::export::DataFile;
use diptych::vocabulary::{
    Deed, DocumentKind, Kind, Mode, Publish, RelationKind, Sector, Stance, Status, TermKind,
    Translated, VoiceKind,
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_message_is_there_and_is_used() {
    let messages = messages();
    let mut asked: BTreeSet<String> = BTreeSet::new();
    for (name, text) in templates() {
        for call in calls(&text) {
            let variables = messages
                .get(&call.id)
                .unwrap_or_else(|| panic!("{name}: no message {}", call.id));
            let lacking: Vec<_> = variables.difference(&call.given).collect();
            assert!(
                lacking.is_empty(),
                "{name}: `{}` needs {lacking:?}",
                call.id
            );
            asked.insert(call.id);
        }
    }
    let views = worded();
    for (prefix, words) in families() {
        asked.extend(words.into_iter().map(|word| format!("{prefix}{word}")));
    }
    for place in ["say(", "say_of(", "say_with(", "add(", "message("] {
        for literal in literals_after(&views, place) {
            if place == "say(" {
                assert_eq!(
                    messages.get(&literal),
                    Some(&BTreeSet::new()),
                    "`{literal}` and its variables"
                );
            }
            asked.insert(literal);
        }
    }
    let lacking: Vec<_> = asked
        .iter()
        .filter(|id| !messages.contains_key(*id))
        .collect();
    assert!(lacking.is_empty(), "no such message: {lacking:?}");
    let literals = literals(&views);
    let idle = messages
        .keys()
        .filter(|id| !asked.contains(*id) && !literals.contains(*id));
    let idle: Vec<_> = idle.collect();
    assert!(idle.is_empty(), "nobody uses {idle:?}");
}

/// Messages that views ask for by a word of a vocabulary are all known here.
#[test]
fn every_family_of_messages_is_known() {
    let views = worded();
    let written = views.split("format!(\"").skip(1).filter_map(|rest| {
        let (prefix, rest) = rest.split_once('{')?;
        let is_family =
            prefix.ends_with('-') && (rest.starts_with("}\"") || rest.starts_with("it}\""));
        (is_family || rest.starts_with("field}\"")).then(|| prefix.to_owned())
    });
    let written: BTreeSet<String> = written.collect();
    let known = families().into_iter().map(|(prefix, _)| prefix.to_owned());
    let known: BTreeSet<String> = known
        .filter(|prefix| !prefix.starts_with("relation-"))
        .collect();
    assert_eq!(written, known);
}

/// The source of everything in Rust that has words.
fn worded() -> String {
    let files = ["choices", "pins"].map(|name| read(&format!("src/export/{name}.rs")));
    views() + &files.concat()
}

/// The beginnings of messages, with the words that views add.
fn families() -> Vec<(&'static str, Vec<&'static str>)> {
    macro_rules! words {
        ($name:ident) => {
            $name::ALL
                .iter()
                .map(|word| word.word())
                .collect::<Vec<_>>()
        };
    }
    let told = words!(Mode)
        .into_iter()
        .filter(|mode| *mode != Mode::Author.word());
    let rows = [
        RowState::Contested,
        RowState::Described,
        RowState::Contrast,
        RowState::Alike,
        RowState::Differ,
        RowState::Converge,
    ];
    let cells = [
        CellState::NotCovered,
        CellState::Described,
        CellState::Disputed,
    ];
    vec![
        ("kind-", words!(Kind)),
        ("mode-", told.collect()),
        ("stance-", words!(Stance)),
        ("status-", words!(Status)),
        ("coding-", words!(Deed)),
        ("relation-", words!(RelationKind)),
        ("relation-back-", words!(RelationKind)),
        ("document-", words!(DocumentKind)),
        ("translated-", words!(Translated)),
        ("publish-", words!(Publish)),
        ("voice-", words!(VoiceKind)),
        ("sector-", words!(Sector)),
        ("term-kind-", words!(TermKind)),
        ("ring-word-", words!(Ring)),
        ("state-", rows.iter().map(RowState::word).collect()),
        ("cell-", cells.into_iter().map(CellState::word).collect()),
        ("field-", fields_that_can_be_missing()),
        ("data-", data_words()),
    ]
}

/// The words for what files of the data hold.
fn data_words() -> Vec<&'static str> {
    let files = DataFile::all(&golden().world.corpus);
    files.into_iter().map(DataFile::word).collect()
}

/// The fields of documents and voices that a source may not give or an editor may conclude.
fn fields_that_can_be_missing() -> Vec<&'static str> {
    let fields =
        "affiliation authors country language name published publisher role sector side title url";
    fields.split(' ').collect()
}

/// The messages with the variables that each needs.
fn messages() -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in read("templates/i18n/en.ftl").lines() {
        let head = line.split_once(" =").map(|(id, _)| id);
        if let Some(id) = head.filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase())) {
            id.clone_into(&mut last);
            messages.insert(last.clone(), BTreeSet::new());
        }
        let variables = line.split('$').skip(1).map(name);
        if let Some(message) = messages.get_mut(&last) {
            message.extend(
                variables
                    .filter(|_| !line.starts_with('#'))
                    .map(str::to_owned),
            );
        }
    }
    messages
}

/// A template that asks for a message.
struct Call {
    id: String,
    given: BTreeSet<String>,
}

fn calls(template: &str) -> Vec<Call> {
    let calls = template.split("message(id=\"").skip(1).map(|rest| {
        let (id, rest) = rest.split_once('"').unwrap();
        let (arguments, _) = rest.split_once(')').unwrap();
        let given = arguments
            .split(',')
            .filter_map(|it| Some(it.split_once('=')?.0.trim().to_owned()));
        Call {
            id: id.to_owned(),
            given: given.collect(),
        }
    });
    calls.collect()
}

/// The literals of some source.
fn literals(source: &str) -> BTreeSet<String> {
    source
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The literals that stand first in a call, and second where the call chooses between two.
fn literals_after(source: &str, call: &str) -> Vec<String> {
    let mut literals = Vec::new();
    for (at, _) in source.match_indices(call) {
        let is_whole = !source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let mut rest = source[at + call.len()..].trim_start();
        while let Some((literal, after)) =
            rest.strip_prefix('"').and_then(|rest| rest.split_once('"'))
        {
            if is_whole {
                literals.push(literal.to_owned());
            }
            rest = match after.strip_prefix(',') {
                Some(after) if call == "message(" => after.trim_start(),
                _ => "",
            };
        }
    }
    literals
}
