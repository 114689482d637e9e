//! Every text of the tables begins with what a spreadsheet would run.

use super::built;
use super::corpus::{Words, corpus};
use diptych::site::Bundle;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Beginnings of formulas, and of what was guarded before.
const BEGINNINGS: [&str; 12] = [
    "=1+1 ", "+1 ", "-1 ", "@SUM(1) ", "\t=1 ", "\r=1 ", "\n=1 ", "＝1 ", "＋1 ", "'=1 ", "''=1 ",
    "' ",
];

/// Columns of text that somebody wrote, one text a cell.
const WRITTEN: [&str; 7] = [
    "says",
    "hedge",
    "voice_name",
    "measures",
    "of",
    "part",
    "note",
];

/// Columns of numbers.
const NUMBERS: [&str; 4] = ["value", "start_word", "end_word", "words"];

fn strings(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::String(text) => {
            found.insert(text.clone());
        }
        Json::Array(items) => items.iter().for_each(|it| strings(it, found)),
        Json::Object(entries) => entries.values().for_each(|it| strings(it, found)),
        _ => {}
    }
}

fn bytes<'a>(bundle: &'a Bundle, path: &str) -> &'a [u8] {
    bundle.iter().find(|(name, _)| *name == path).unwrap().1
}

#[test]
fn no_cell_is_a_formula_and_every_text_comes_back() {
    let (site, _) = corpus(&Words {
        plain: &|text, share| format!("{}{text}", BEGINNINGS[share.first()]),
        quoted: &|text, _| text.to_owned(),
        markdown: &|text, share| format!("{}{text}", BEGINNINGS[share.first()]),
    });
    let bundle = built(&site);
    let mut known = BTreeSet::new();
    let json = serde_json::from_slice(bytes(&bundle, "data/claims.json")).unwrap();
    strings(&json, &mut known);
    let mut begun = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for table in ["claims", "figures", "relations"] {
        let bytes = bytes(&bundle, &format!("data/{table}.csv"));
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut rows = csv::Reader::from_reader(bytes);
        let header = rows.headers().unwrap().clone();
        for row in rows.records() {
            for (name, cell) in header.iter().zip(&row.unwrap()) {
                if NUMBERS.contains(&name) {
                    assert!(cell.is_empty() || cell.parse::<f64>().is_ok(), "{cell:?}");
                    continue;
                }
                let first = cell.chars().next();
                let is_run = first.is_some_and(|it| "=+-@＝＋－＠\t\r\n".contains(it));
                assert!(!is_run, "{table}, {name}: {cell:?}");
                if WRITTEN.contains(&name) && !cell.is_empty() {
                    let text = cell.strip_prefix('\'').unwrap_or(cell);
                    assert!(known.contains(text), "{table}, {name}: {cell:?}");
                    begun.extend(BEGINNINGS.iter().find(|it| text.starts_with(**it)));
                    seen.insert(name.to_owned());
                }
            }
        }
    }
    assert_eq!(seen, WRITTEN.map(str::to_owned).into());
    assert_eq!(begun, BEGINNINGS.iter().collect());
}
