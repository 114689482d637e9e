//! `check --fix`: what is certain is mended, and no byte besides.
//!
//! A case is a folder `tests/mends/<case>/`: `before/` and `after/` hold the files that are laid over the base
//! below `tests/explain/base`, and `said.txt` what the program says that it did. Files may have a byte order
//! mark, Windows line ends and anything else that a text can have.

use crate::faults::CASES;
use crate::overlay::{Checked, Overlay, files, tests};
use crate::program::PROGRAM;
use camino::Utf8Path;
use diptych::diagnostic::mended;
use std::fs;
use std::process::Command;

#[test]
fn files_are_mended_byte_for_byte() {
    let cases = tests().join("mends");
    let mut count = 0;
    for entry in cases.read_dir_utf8().unwrap() {
        let case = entry.unwrap().into_path();
        let overlay = Overlay::new();
        overlay.lay(&case.join("before"));
        let said = fix(overlay.root());
        let wanted = fs::read_to_string(case.join("said.txt")).unwrap();
        assert_eq!(said, wanted, "{case}");
        for path in files(&case.join("after")) {
            let found = fs::read(overlay.root().join(&path)).unwrap();
            let wanted = fs::read(case.join("after").join(&path)).unwrap();
            assert_eq!(
                String::from_utf8_lossy(&found),
                String::from_utf8_lossy(&wanted),
                "{case} {path}"
            );
        }
        // Whoever asks a second time is told the same, and nothing is mended twice.
        let again = fix(overlay.root());
        let mut lines = wanted.lines().filter(|line| !line.starts_with("mended "));
        assert!(again.lines().eq(lines.by_ref()), "{case}: {again}");
        count += 1;
    }
    assert!(count > 2);
}

/// What `check --fix --format short` prints, on both streams.
fn fix(root: &Utf8Path) -> String {
    let mut command = Command::new(PROGRAM);
    command.args(["check", "--fix", "--format", "short"]);
    let output = command.current_dir(root).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    text(output.stderr) + &text(output.stdout)
}

/// On the content of every fault: a mend changes its own place alone, and what it mends is gone.
#[test]
fn a_certain_mend_takes_its_fault_away() {
    let mut count = 0;
    for (case, checked) in CASES.iter() {
        for file in mended(&checked.report, &checked.sources) {
            let old = checked.sources.file(file.file);
            let mut rest = file.text.as_str();
            let mut kept = 0;
            for change in &file.changes {
                let place = change.span.range();
                let same = &old.text()[kept..place.start];
                rest = rest.strip_prefix(same).unwrap();
                rest = rest.strip_prefix(change.text.as_str()).unwrap();
                kept = place.end;
                count += 1;
            }
            assert_eq!(rest, &old.text()[kept..], "{case}");
            let after = checked.with(old.path(), &file.text);
            let certain = checked.report.diagnostics().iter().filter(|fault| {
                let mend = fault.mend.as_ref();
                let span = mend.filter(|it| it.is_certain).map(|it| it.span);
                file.changes.iter().any(|change| Some(change.span) == span)
            });
            for fault in certain {
                let count = |checked: &Checked| {
                    let mut faults = checked.report.diagnostics().to_vec();
                    faults.retain(|it| {
                        (it.code, &it.message, it.span.file)
                            == (fault.code, &fault.message, file.file)
                    });
                    faults.len()
                };
                assert!(count(&after) < count(checked), "{case}: {}", fault.message);
            }
        }
    }
    assert!(count > 20, "{count}");
}
