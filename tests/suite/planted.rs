//! One run finds every fault of some content, and whoever does what the help says is rid of it.
//!
//! `tests/planted/laid` is laid over the base below `tests/explain/base` and is clean. `faults.yaml` beside
//! it plants one fault of each of many kinds: `wrong` takes the place of `right`, behind the words `behind`.
//! `report.txt` is what `diptych check --format short` prints when all are planted.

use crate::overlay::{Checked, Overlay, tests};
use diptych::diagnostic::short;
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;

#[derive(Deserialize)]
struct Fault {
    code: String,
    file: String,
    #[serde(default)]
    behind: String,
    right: String,
    wrong: String,
}

#[test]
fn clean_content_has_no_fault() {
    assert_eq!(planted(&[]).human(), "");
}

#[test]
fn one_run_finds_every_kind_and_says_what_to_do() {
    let faults = faults();
    let all: Vec<&Fault> = faults.iter().collect();
    let checked = planted(&all);
    let found = codes(&checked);
    let wanted: BTreeSet<String> = faults.iter().map(|it| it.code.clone()).collect();
    assert!(wanted.len() >= 40, "{}", wanted.len());
    assert_eq!(wanted.len(), faults.len());
    assert_eq!(found, wanted);
    let without = checked
        .report
        .diagnostics()
        .iter()
        .find(|it| it.help.is_none());
    assert!(without.is_none(), "{without:?}");
    for fault in checked.report.diagnostics() {
        let meant = fault
            .help
            .as_ref()
            .and_then(|help| help.strip_prefix("did you mean `"));
        if let Some(meant) = meant.and_then(|help| help.strip_suffix("`?")) {
            let code = fault.code.name();
            let planted = faults.iter().find(|it| it.code == code).unwrap();
            assert!(planted.right.contains(meant), "{code}: {meant}");
        }
    }
    let report = short(&checked.report, &checked.sources, ".");
    let path = tests().join("planted/report.txt");
    if std::env::var_os("DIPTYCH_BLESS").is_some_and(|value| value == "1") {
        fs::write(&path, &report).unwrap();
    }
    assert_eq!(report, fs::read_to_string(&path).unwrap());
}

/// What stood there before is what the help says: written again, the fault is gone, the others are found as
/// before, and no new one is.
#[test]
fn who_does_what_the_help_says_is_rid_of_the_fault() {
    let faults = faults();
    faults.par_iter().for_each(|fault| {
        let others: Vec<&Fault> = faults.iter().filter(|it| it.code != fault.code).collect();
        let found = codes(&planted(&others));
        let wanted: BTreeSet<String> = others.iter().map(|it| it.code.clone()).collect();
        assert_eq!(found, wanted, "without {}", fault.code);
    });
}

fn faults() -> Vec<Fault> {
    let text = fs::read_to_string(tests().join("planted/faults.yaml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

fn codes(checked: &Checked) -> BTreeSet<String> {
    let faults = checked.report.diagnostics().iter();
    faults.map(|fault| fault.code.to_string()).collect()
}

fn planted(faults: &[&Fault]) -> Checked {
    let overlay = Overlay::new();
    overlay.lay(&tests().join("planted/laid"));
    for fault in faults {
        let path = overlay.root().join(&fault.file);
        let text = fs::read_to_string(&path).unwrap();
        let behind = text.find(&fault.behind).unwrap() + fault.behind.len();
        let (before, rest) = text.split_at(behind);
        assert!(rest.contains(&fault.right), "{}", fault.code);
        let text = before.to_owned() + &rest.replacen(&fault.right, &fault.wrong, 1);
        overlay.write(&fault.file, text.as_bytes());
    }
    overlay.check()
}
