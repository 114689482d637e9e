//! Every fault, reported exactly as an editor sees it.
//!
//! A case is a folder `tests/faults/<code>/<case>/`, and its name says what is wrong. The content that is
//! checked is the base below `tests/explain/base`, over which the case lays its own files:
//!
//! * `input/`: files to add, or to put in place of those of the base
//! * `removed.txt`: paths of files to take away, one a line
//! * `generate.txt`: a file that is no text, or too long to be kept: its path with how often what follows
//!   is repeated, then its contents, in which `\xFF` stands for a byte
//! * `report.txt`: what `diptych check` prints
//! * `report.json`, `report.short.txt`, `report.github.txt`, `report.sarif.json`: what it prints in the
//!   other formats, where the case has them
//!
//! With `DIPTYCH_BLESS=1` in the environment reports are written instead of compared; read them before
//! they are committed.

use crate::overlay::{Checked, Overlay, tests, unescape};
use camino::{Utf8Path, Utf8PathBuf};
use diptych::diagnostic::Code;
use rayon::prelude::*;
use similar::TextDiff;
use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

#[test]
fn reports_are_as_they_should_be() {
    let mut wrong = String::new();
    for (case, checked) in CASES.iter() {
        wrong += &compare(&case.join("report.txt"), &checked.human(), true);
        for (name, words) in checked.for_programs() {
            wrong += &compare(&case.join(name), &words, false);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_code_has_a_case_that_reports_it() {
    let mut lacking: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
    for (case, checked) in CASES.iter() {
        let code = case.parent().and_then(Utf8Path::file_name).unwrap();
        let mut faults = checked.report.diagnostics().iter();
        let found = faults.any(|fault| fault.code.name() == code);
        assert!(found, "{case} does not report {code}");
        lacking.remove(code);
    }
    assert!(lacking.is_empty(), "no case for {lacking:?}");
}

#[test]
fn the_order_of_files_does_not_matter() {
    for (case, checked) in CASES.iter() {
        assert_eq!(checked.reversed().json(), checked.json(), "{case}");
    }
}

/// The folder of each case, and what is wrong there.
pub static CASES: LazyLock<Vec<(Utf8PathBuf, Checked)>> = LazyLock::new(|| {
    let codes = folders(&tests().join("faults"));
    let cases: Vec<_> = codes.iter().flat_map(|code| folders(code)).collect();
    let check = |case: Utf8PathBuf| {
        let checked = overlay(&case).check();
        (case, checked)
    };
    cases.into_par_iter().map(check).collect()
});

/// The folders in a folder, by name.
fn folders(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = folder.read_dir_utf8().unwrap();
    let paths = entries.map(|entry| entry.unwrap().into_path());
    let mut folders: Vec<_> = paths.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn overlay(case: &Utf8Path) -> Overlay {
    let overlay = Overlay::new();
    overlay.lay(&case.join("input"));
    if let Ok(paths) = fs::read_to_string(case.join("removed.txt")) {
        paths.lines().for_each(|path| overlay.remove(path));
    }
    if let Ok(recipe) = fs::read_to_string(case.join("generate.txt")) {
        let (head, contents) = recipe.split_once('\n').unwrap();
        let (path, times) = head.split_once(' ').unwrap();
        let contents = unescape(contents).repeat(times.parse().unwrap());
        overlay.write(path, &contents);
    }
    overlay
}

/// How a report differs from the one that is kept; where none is kept, only one that is `wanted` differs.
fn compare(path: &Utf8Path, found: &str, wanted: bool) -> String {
    if std::env::var_os("DIPTYCH_BLESS").is_some_and(|value| value == "1") {
        if wanted || path.exists() {
            fs::write(path, found).unwrap();
        }
        return String::new();
    }
    if !wanted && !path.exists() {
        return String::new();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    if kept == found {
        return String::new();
    }
    TextDiff::from_lines(kept.as_str(), found)
        .unified_diff()
        .header(path.as_str(), "now")
        .to_string()
}
