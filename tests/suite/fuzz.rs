//! What is tried with texts that nobody would write, without anything that leads the way: see `tests/fuzz`.
//!
//! `DIPTYCH_CHANGES` in the environment says how many changes to the seeds of each property are tried.

#[path = "../fuzz/src/property/mod.rs"]
mod property;

use crate::lot::Lot;
use property::{PROPERTIES, findings, seeds};
use std::panic::catch_unwind;

const CHANGES: usize = 200;

/// A place in a text at which it can be cut.
fn cut(text: &str, lot: &mut Lot) -> usize {
    let mut at = lot.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Letters and signs that mean something somewhere.
const TELLING: [&str; 40] = [
    "\0",
    "\u{1}",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffe}",
    "\u{e000}",
    "\u{f0000}",
    "\u{f0001}",
    "\u{f0002}",
    "\u{10ffff}",
    "\"",
    "'",
    "`",
    "\\",
    "#",
    ":",
    "- ",
    "? ",
    "&",
    "*",
    "!",
    "|",
    ">",
    "{",
    "]",
    "%",
    "<script>",
    "9999999999999999999999",
    "=====\n",
];

/// A text with a few changes: words gone, words doubled, words of another text, signs.
fn changed(text: &str, others: &[String], lot: &mut Lot) -> String {
    let mut text = text.to_owned();
    for _ in 0..=lot.below(4) {
        let (one, two) = (cut(&text, lot), cut(&text, lot));
        let range = one.min(two)..one.max(two);
        match lot.below(4) {
            0 => text.replace_range(range, ""),
            1 => {
                let doubled = text[range].to_owned();
                text.insert_str(two, &doubled);
            }
            2 => {
                let other = lot.one_of(others);
                let (from, to) = (cut(other, lot), cut(other, lot));
                text.insert_str(one, &other[from.min(to)..from.max(to)]);
            }
            _ => text.insert_str(one, TELLING[lot.below(TELLING.len())]),
        }
        let mut end = text.len().min(8 * 1024);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
    }
    text
}

/// Tries the seeds of a property, what was ever found, and changes to the seeds.
fn tried(name: &str) {
    let changes = std::env::var("DIPTYCH_CHANGES").ok();
    let changes = changes.map_or(CHANGES, |number| number.parse().unwrap());
    let (_, property) = PROPERTIES.iter().find(|(known, _)| *known == name).unwrap();
    let seeds = seeds(name);
    assert!(seeds.len() > 3, "{} seeds", seeds.len());
    let mut lot = Lot::new(9);
    let change = |_| {
        let seed = lot.one_of(&seeds).clone();
        changed(&seed, &seeds, &mut lot)
    };
    let changes: Vec<String> = (0..changes).map(change).collect();
    for text in seeds.iter().chain(&findings(name)).chain(&changes) {
        assert!(
            catch_unwind(|| property(text)).is_ok(),
            "does not hold for {text:?}"
        );
    }
}

macro_rules! properties {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                tried(stringify!($name));
            }
        )*

        #[test]
        fn every_property_is_tried() {
            assert_eq!(PROPERTIES.map(|(name, _)| name), [$(stringify!($name)),*]);
        }
    };
}

properties! { addresses content dates highlighting imports locks markdown quotations tokens }
