//! What claims amount to: the files below `tests/compare` are a table of cases, one file a part of the
//! rules.
//!
//! ```yaml
//! - case: the sentence of the rules that the case holds
//!   sides: [north, south, west]     # absent: north and south
//!   question: about rated           # about, voice or world; rated; taking recommendation
//!   claims:
//!     a: n1 on north positive
//!     b: s1 quoted by t1 via t2 on north+south fact draft contradicts a
//!   row: one-sided north
//!   cells:
//!     north: positive | own a | by n1, first-hand n1
//!     south: not-covered
//!   hinge: [b]                      # absent: nothing; band likewise
//!   not-on: [south]                 # absent: not compared
//! ```
//!
//! The first letter of a voice says for whom it speaks: `n`, `s` and `w` for the sides, `t` for none (a third
//! party), `u` for nobody knows whom. A claim stands in a document by its voice, or by whoever tells it. It
//! answers the row of the case, unless it says `elsewhere` (another row), `secondly` (another row and then
//! this one, so that its stance belongs to the other) or `here` (the same, with its stance on this one). Of a
//! cell the state has to be written, what stands where and by whom it is said may.

use crate::overlay::tests;
use diptych::compare::{Cell, CellState, Row, RowState};
use diptych::compile::{Options, World, analyse};
use diptych::corpus::{ClaimId, Corpus, VoiceId};
use diptych::diagnostic::human;
use diptych::quote::Texts;
use diptych::source::{SourceFile, Sources};
use diptych::vocabulary::{Kind, Mode, RelationKind, Stance, Status};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Case {
    #[serde(rename = "case")]
    rule: String,
    #[serde(default = "two_sides")]
    sides: Vec<String>,
    question: String,
    #[serde(default)]
    claims: BTreeMap<String, String>,
    row: String,
    cells: BTreeMap<String, String>,
    #[serde(default)]
    hinge: Vec<String>,
    #[serde(default)]
    band: Vec<String>,
    not_on: Option<Vec<String>>,
}

#[test]
fn claims_amount_to_what_the_rules_say() {
    let mut wrong = String::new();
    for (file, case) in cases() {
        for fault in faults(&case) {
            let _ = writeln!(wrong, "{file}: {}\n    {fault}", case.rule);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A side of which nothing is said changes nothing for the others.
#[test]
fn one_more_side_changes_nothing() {
    let mut wrong = String::new();
    for (file, mut case) in cases() {
        if case.sides == two_sides() {
            case.sides.push("west".to_owned());
            case.cells
                .insert("west".to_owned(), "not-covered |".to_owned());
            case.not_on = case
                .not_on
                .map(|sides| [sides, vec!["west".to_owned()]].concat());
            for fault in faults(&case) {
                let _ = writeln!(wrong, "{file}: {}\n    {fault}", case.rule);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every state that a row or a cell can have occurs, with two sides and with three.
#[test]
fn every_state_has_a_case() {
    for count in [2, 3] {
        let cases: Vec<Case> = cases().into_iter().map(|(_, case)| case).collect();
        let cases = cases.iter().filter(|case| case.sides.len() == count);
        let mut found: BTreeSet<&str> = BTreeSet::new();
        for case in cases {
            let rows = [case.row.as_str()].into_iter();
            let states = rows.chain(case.cells.values().map(String::as_str));
            found.extend(states.filter_map(|state| state.split(' ').next()));
        }
        let cells = [
            CellState::NotCovered,
            CellState::AdviceOnly,
            CellState::Disputed,
        ];
        let cells = cells.into_iter().map(CellState::word);
        let stances = Stance::ALL.iter().map(|stance| stance.word());
        let rows = [
            RowState::Beside,
            RowState::Silent,
            RowState::Contested,
            RowState::Described,
            RowState::Contrast,
            RowState::Alike,
            RowState::Differ,
            RowState::Converge,
        ];
        let rows = rows.iter().map(RowState::word).chain(["one-sided"]);
        for state in cells.chain(stances).chain(rows) {
            assert!(
                found.contains(state),
                "no case is {state} with {count} sides"
            );
        }
    }
}

fn two_sides() -> Vec<String> {
    ["north", "south"].map(str::to_owned).into()
}

/// Every case with the file in which it stands.
fn cases() -> Vec<(String, Case)> {
    let mut cases = Vec::new();
    for entry in tests().join("compare").read_dir_utf8().unwrap() {
        let path = entry.unwrap().into_path();
        let text = fs::read_to_string(&path).unwrap();
        let read: Vec<Case> = serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
        let name = path.file_name().unwrap();
        cases.extend(read.into_iter().map(|case| (name.to_owned(), case)));
    }
    cases.sort_by(|(a, _), (b, _)| a.cmp(b));
    cases
}

/// In what the program's answer differs from the one that the case expects.
fn faults(case: &Case) -> Vec<String> {
    let sources = content(case);
    let analysis = analyse(&sources, &Texts::new(), &Options::default());
    if analysis.report.errors() > 0 {
        return vec![human(&analysis.report, &sources, false)];
    }
    let World { corpus, rows, .. } = analysis.world.unwrap();
    let (id, _) = corpus.questions().find(|(_, it)| it.id == "row").unwrap();
    let row = &rows[id.index()];
    let mut faults = Vec::new();
    let mut hold = |what: &str, expected: String, found: String| {
        if expected != found {
            faults.push(format!("{what}: expected `{expected}`, found `{found}`"));
        }
    };
    hold("row", case.row.clone(), row_state(row, &corpus));
    hold("hinge", case.hinge.join(" "), claims(&row.hinge, &corpus));
    hold("band", case.band.join(" "), claims(&row.band, &corpus));
    if let Some(not_on) = &case.not_on {
        let found: Vec<&str> = row
            .uncovered()
            .map(|side| corpus[side].id.as_str())
            .collect();
        hold("not-on", not_on.join(" "), found.join(" "));
    }
    for (side, cell) in row.cells.iter() {
        let side = &corpus[side].id;
        let expected = case.cells.get(side).map_or("nothing", String::as_str);
        let expected: Vec<&str> = expected.split('|').map(str::trim).collect();
        let found = [
            cell.state.word().to_owned(),
            places(cell, &corpus),
            speakers(cell, &corpus),
        ];
        let found = found[..expected.len()].join(" | ");
        hold(side, expected.join(" | "), found);
    }
    hold(
        "cells",
        case.cells.len().to_string(),
        row.cells.count().to_string(),
    );
    faults
}

fn row_state(row: &Row, corpus: &Corpus) -> String {
    match row.state {
        RowState::OneSided(side) => format!("one-sided {}", corpus[side].id),
        _ => row.state.word().to_owned(),
    }
}

/// What stands where in a cell.
fn places(cell: &Cell, corpus: &Corpus) -> String {
    let rings = &cell.rings;
    let lists = [
        ("own", &rings.own),
        ("told", &rings.told),
        ("other", &rings.other),
        ("outside", &rings.outside),
        ("unplaced", &rings.unplaced),
        ("advised", &cell.advised),
        ("forecast", &cell.forecast),
    ];
    named(lists.map(|(name, list)| (name, claims(list, corpus))))
}

/// By whom a cell is said, and through whom.
fn speakers(cell: &Cell, corpus: &Corpus) -> String {
    let evidence = &cell.evidence;
    let lists = [
        ("by", &evidence.voices),
        ("first-hand", &evidence.first_hand),
        ("through", &evidence.through),
    ];
    named(lists.map(|(name, list)| (name, voices(list, corpus))))
}

fn named<const N: usize>(lists: [(&str, String); N]) -> String {
    let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
    let lists: Vec<_> = lists.map(|(name, list)| format!("{name} {list}")).collect();
    lists.join(", ")
}

/// The ids of claims, by the alphabet.
fn claims(ids: &[ClaimId], corpus: &Corpus) -> String {
    let mut ids: Vec<&str> = ids.iter().map(|&id| corpus[id].id.as_str()).collect();
    ids.sort_unstable();
    ids.join(" ")
}

fn voices(ids: &[VoiceId], corpus: &Corpus) -> String {
    let ids: Vec<&str> = ids.iter().map(|&id| corpus[id].id.as_str()).collect();
    ids.join(" ")
}

/// The content that a case stands for.
fn content(case: &Case) -> Sources {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut site = "title: Cases\ndescription: Cases.\nlanguages: [en]\n".to_owned();
    site += "editors: [{id: ed, name: Ed}]\nsides:\n";
    for side in &case.sides {
        let _ = writeln!(site, "  - {{id: {side}, name: {side}}}");
    }
    files.insert("site.yaml".to_owned(), site);
    files.insert("themes/theme.yaml".to_owned(), theme(&case.question));
    for (id, line) in &case.claims {
        let claim = Claim::parse(line);
        for voice in claim.via.iter().copied().chain([claim.voice, claim.teller]) {
            files.insert(format!("voices/{voice}.yaml"), voice_record(voice));
        }
        let folder = format!("documents/by-{}", claim.teller);
        files.insert(format!("{folder}/document.yaml"), document(claim.teller));
        let mut append = |name: &str, text: &str| {
            *files.entry(format!("{folder}/{name}")).or_default() += text;
        };
        append("claims.yaml", &claim.record(id, &case.claims));
        append("text.md", &format!("“{}”\n\n", words_of(id)));
    }
    let files = files.into_iter();
    let files =
        files.map(|(path, text)| SourceFile::from_bytes(format!("content/{path}"), text.into()));
    Sources::new(files.collect())
}

/// A theme with the row of the case and another of the same kind.
fn theme(question: &str) -> String {
    let mut words = question.split(' ');
    let compare = words.next().unwrap();
    let mut rest = String::new();
    while let Some(word) = words.next() {
        match (compare, word) {
            ("about", "rated") => rest += "\n    poles: {positive: much, negative: little}",
            ("voice", "rated") => rest += "\n    proposition: So it is.",
            (_, "taking") => {
                let _ = write!(rest, "\n    takes: [{}]", words.next().unwrap());
            }
            _ => panic!("`{question}` is not a question"),
        }
    }
    let row = |id: &str| format!("  - id: {id}\n    asks: What?\n    compare: {compare}{rest}\n");
    format!("title: Theme\nquestions:\n{}{}", row("row"), row("other"))
}

fn voice_record(voice: &str) -> String {
    let side = match &voice[..1] {
        "n" => "side: north\n",
        "s" => "side: south\n",
        "w" => "side: west\n",
        "t" => "side: none\n",
        "u" => "",
        _ => panic!("`{voice}` is not a voice"),
    };
    format!("name: {voice}\nkind: body\n{side}")
}

fn document(author: &str) -> String {
    format!(
        "title: By {author}\nkind: report\nauthors: [{author}]\nnot_given: [publisher]\npublished: 2025\n\
         added: 2026-01-01\nlanguage: en\nrights: {{licence: CC0-1.0, publish: full}}\n"
    )
}

fn words_of(claim: &str) -> String {
    format!("the words of {claim} stand here")
}

/// A claim in the notation of the cases.
struct Claim<'a> {
    voice: &'a str,
    mode: Mode,
    /// The author of its document.
    teller: &'a str,
    via: Vec<&'a str>,
    about: &'a str,
    kind: Kind,
    stance: Option<Stance>,
    status: Option<Status>,
    relations: Vec<(RelationKind, &'a str)>,
    place: Option<&'a str>,
}

impl<'a> Claim<'a> {
    fn parse(line: &'a str) -> Self {
        let mut words = line.split(' ').peekable();
        let voice = words.next().unwrap();
        let mut claim = Self {
            voice,
            mode: Mode::Author,
            teller: voice,
            via: Vec::new(),
            about: "",
            kind: Kind::Assessment,
            stance: None,
            status: None,
            relations: Vec::new(),
            place: None,
        };
        while let Some(word) = words.next() {
            let is = |known: &str| known == word;
            if let Some(&mode) = Mode::ALL.iter().find(|it| is(it.word())) {
                assert_eq!(words.next(), Some("by"), "{line}");
                claim.mode = mode;
                claim.teller = words.next().unwrap();
            } else if let Some(&kind) = Kind::ALL.iter().find(|it| is(it.word())) {
                claim.kind = kind;
            } else if let Some(&stance) = Stance::ALL.iter().find(|it| is(it.word())) {
                claim.stance = Some(stance);
            } else if let Some(&status) = Status::ALL.iter().find(|it| is(it.word())) {
                claim.status = Some(status);
            } else if let Some(&relation) = RelationKind::ALL.iter().find(|it| is(it.word())) {
                claim.relations.push((relation, words.next().unwrap()));
            } else if is("via") {
                while let Some(voice) = words.next_if(|&word| word != "on") {
                    claim.via.push(voice);
                }
            } else if is("on") {
                claim.about = words.next().unwrap();
            } else if ["elsewhere", "secondly", "here"].contains(&word) {
                claim.place = Some(word);
            } else {
                panic!("`{word}` in `{line}`");
            }
        }
        claim
    }

    /// The claim as an editor writes it.
    fn record(&self, id: &str, all: &BTreeMap<String, String>) -> String {
        let answers = match self.place {
            None => "theme/row",
            Some("elsewhere") => "theme/other",
            Some(_) => "theme/other, theme/row",
        };
        let mut record = format!(
            "- id: {id}\n  says: What {id} says.\n  quote: {}\n  about: [{}]\n  answers: [{answers}]\n  kind: {}\n  \
             voice: {}\n  mode: {}\n",
            words_of(id),
            self.about.replace('+', ", "),
            self.kind.word(),
            self.voice,
            self.mode.word(),
        );
        let mut add = |line: String| record += &format!("  {line}\n");
        match self.kind {
            Kind::Recommendation => add("addressee: [north]".to_owned()),
            Kind::Prediction => add("horizon: 2030".to_owned()),
            _ => {}
        }
        if !self.via.is_empty() {
            add(format!("via: [{}]", self.via.join(", ")));
        }
        match (self.stance.map(Stance::word), self.place) {
            (Some(stance), Some("here")) => add(format!("stance: {{theme/row: {stance}}}")),
            (Some(stance), _) => add(format!("stance: {stance}")),
            (None, _) => {}
        }
        if let Some(status) = self.status {
            add(format!("status: {}", status.word()));
            match status {
                Status::Draft => {}
                Status::Disputed => add("dissent: [{by: ed, says: No.}]".to_owned()),
                Status::Withdrawn => add("reason: It was wrong.".to_owned()),
            }
        }
        for (relation, other) in &self.relations {
            let home = Claim::parse(&all[*other]).teller;
            let relation = relation.word();
            add(format!(
                "relations: [{{type: {relation}, claim: by-{home}/{other}}}]"
            ));
        }
        record
    }
}
