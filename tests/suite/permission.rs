//! Drills of a command that may not write, from the beginning or from a moment in the middle. Afterwards all is as it was or
//! all is as it should be, no stray file remains, and what stopped it is said.

use crate::drill::{everything, refused, site, stray};
use crate::lot::Lot;
use crate::program::{PROGRAM, Site};
use camino::{Utf8Path, Utf8PathBuf};
use std::fs;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn without_permission_nothing_is_changed() {
    for (command, path, folders) in [
        (
            "check --fix",
            "content/voices/hill-herald.yaml",
            &["content/voices"][..],
        ),
        (
            "pin sallow-gazette",
            "quotes.lock",
            &["content/documents/sallow-gazette"],
        ),
        ("pin", "quotes.lock", &["content/documents/toll-act"]),
        (
            "rename fen fenland-side --kind side",
            "content/",
            &["content/voices"],
        ),
        (
            "rename waterways-report report",
            "content/",
            &["content/documents"],
        ),
        (
            "new voice harbour-club --name Club --kind body",
            "harbour-club.yaml",
            &["content/voices"],
        ),
        (
            "import csl-json files/csl-json/zotero.json --added 2026-03-01",
            "content/",
            &["content/voices"],
        ),
        ("build", ".tmp", &["."]),
    ] {
        let site = site();
        if command == "build" {
            site.run(&["check", "--fix"]);
            site.run(&["pin"]);
        }
        as_an_editor(&site, "--version").output().unwrap();
        let before = everything(&site.root);
        for folder in folders {
            permit(&site.root.join(folder), 0o555);
        }
        let output = as_an_editor(&site, command).output().unwrap();
        refused(&output, &["error: cannot ", path, "ermission denied"]);
        assert_eq!(everything(&site.root), before, "{command}");
        for folder in folders {
            permit(&site.root.join(folder), 0o755);
        }
        let output = as_an_editor(&site, command).output().unwrap();
        assert_ne!(
            output.status.code(),
            Some(2),
            "{command}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(stray(&site.root), Vec::<String>::new(), "{command}");
    }
}

/// The right to write is taken away while a build writes, in the folder, beside it, or where new files wait.
#[test]
fn where_permission_is_lost_midway_one_site_stays_whole() {
    let mut lot = Lot::new(15);
    let mut failed = 0;
    for round in 0..12 {
        let site = Site::small();
        site.run(&["build", "--no-search"]).ends_with(0);
        let old = everything(&site.root.join("public"));
        site.write(
            "content/pages/about.md",
            "---\ntitle: About\n---\nOther words.\n",
        );
        site.run(&["build", "--no-search", "--out", "new"])
            .ends_with(0);
        let new = everything(&site.root.join("new"));
        let child = as_an_editor(&site, "build --no-search").spawn().unwrap();
        let end = Instant::now() + Duration::from_secs(5);
        let stage = loop {
            let entries = site.root.read_dir_utf8().unwrap().flatten();
            let mut paths = entries.into_iter().map(camino::Utf8DirEntry::into_path);
            if let Some(stage) = paths.find(|path| path.as_str().contains("/.public.diptych-")) {
                break stage;
            }
            assert!(Instant::now() < end, "no file was made ready");
        };
        thread::sleep(Duration::from_micros(lot.below(10_000) as u64));
        let lost = [&stage, &site.root, &site.root.join("public")][round % 3].clone();
        let mode = |mode| {
            use std::os::unix::fs::PermissionsExt as _;
            // It may be gone.
            let _ = fs::set_permissions(&lost, fs::Permissions::from_mode(mode));
        };
        mode(0o555);
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let now = everything(&site.root.join("public"));
        if output.status.success() {
            assert!(now == new, "{lost}: {said}");
        } else {
            failed += 1;
            refused(
                &output,
                &["error: ", site.root.as_str(), "ermission denied"],
            );
            assert!(now == old || now == new, "{lost}: {said}");
        }
        mode(0o755);
        // The two may have changed places before.
        let entries = site.root.read_dir_utf8().unwrap().flatten();
        for folder in entries.filter(|it| it.file_name().starts_with(".public.diptych-")) {
            permit(folder.path(), 0o755);
        }
        // The next one mends all, and clears away.
        let output = as_an_editor(&site, "build --no-search").output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        assert!(everything(&site.root.join("public")) == new, "{lost}");
        assert_eq!(stray(&site.root), Vec::<String>::new(), "{lost}: {said}");
    }
    eprintln!("{failed} of 12 failed");
    assert!(failed > 0, "no build failed");
}

/// Commands that write content, each with a folder that it writes into.
const AMENDING: [(&str, &str); 5] = [
    ("check --fix", "voices"),
    ("pin", "documents/toll-act"),
    ("rename fen fenland-side --kind side", "voices"),
    ("new voice harbour-club --name Club --kind body", "voices"),
    (
        "import csl-json files/csl-json/zotero.json --added 2026-03-01",
        "voices",
    ),
];

/// The right to write is taken away while a command writes: where its files wait, above that, or where they will stand.
#[test]
fn where_permission_is_lost_midway_every_file_is_whole() {
    let mut lot = Lot::new(16);
    let (mut failed, mut halfway) = (0, 0);
    for (command, folder) in AMENDING {
        let twin = amendable();
        let before = everything(&twin.root.join("content"));
        let output = as_an_editor(&twin, command).output().unwrap();
        assert_ne!(
            output.status.code(),
            Some(2),
            "{command}: {}",
            said(&output)
        );
        let after = everything(&twin.root.join("content"));
        // The one that changes most is tried until it was met halfway.
        let rounds = if command.starts_with("rename") { 60 } else { 3 };
        for round in 0..rounds {
            if round > 2 && halfway > 0 {
                break;
            }
            let site = amendable();
            let content = site.root.join("content");
            let mut child = as_an_editor(&site, command).spawn().unwrap();
            // When a moment has passed since it began, or as soon as it puts files into their places.
            let file = if round < 3 { "" } else { "plan.json" };
            let Some(journal) = begun(&content, file, &mut child) else {
                continue;
            };
            if round < 3 {
                thread::sleep(Duration::from_micros(lot.below(5_000) as u64));
            }
            let lost = &[journal, content.clone(), content.join(folder)][round % 3];
            try_to_permit(lost, 0o555);
            let output = child.wait_with_output().unwrap();
            let said = said(&output);
            let mut now = everything(&content);
            now.retain(|path, _| !path.starts_with(".diptych-change-"));
            let is_whole = |bytes| before.values().chain(after.values()).any(|it| it == bytes);
            assert!(now.values().all(is_whole), "{command}: {said}");
            if output.status.code() == Some(2) {
                failed += 1;
                refused(
                    &output,
                    &["error: cannot write `", "content", "ermission denied"],
                );
                if said.contains("; nothing was changed") {
                    assert!(now == before, "{command}: {said}");
                } else {
                    halfway += 1;
                    assert!(
                        said.contains("; run the command again when both can be written"),
                        "{said}"
                    );
                }
            } else {
                assert!(now == after, "{command}: {said}");
            }
            try_to_permit(lost, 0o755);
            // The next one takes back what was begun, does it all, and clears away.
            let is_done = now == after;
            let next = if is_done { "check" } else { command };
            let output = as_an_editor(&site, next).output().unwrap();
            assert_ne!(
                output.status.code(),
                Some(2),
                "{next}: {}",
                self::said(&output)
            );
            assert!(everything(&content) == after, "{command}: {said}");
        }
    }
    eprintln!("{failed} failed, {halfway} of them halfway");
    assert!(failed > halfway && halfway > 0);
}

/// A site in which some of these commands change so many files that there is a middle to be met.
fn amendable() -> Site {
    let site = site();
    for number in 10..50 {
        site.write(
            &format!("content/voices/lock-keeper-{number}.yaml"),
            "name: A keeper of locks\nkind: person\nside: fen\ncontry: NO\n",
        );
    }
    site
}

/// The folder in which a command gathers its change, as soon as this file is in it; nothing where that was over too soon.
fn begun(content: &Utf8Path, file: &str, child: &mut Child) -> Option<Utf8PathBuf> {
    while child.try_wait().unwrap().is_none() {
        let entries = content.read_dir_utf8().unwrap().flatten();
        let mut paths = entries.into_iter().map(camino::Utf8DirEntry::into_path);
        let journal = paths.find(|path| path.as_str().contains("/.diptych-change-"));
        if let Some(journal) = journal.filter(|it| it.join(file).exists()) {
            return Some(journal);
        }
        thread::sleep(Duration::from_micros(20));
    }
    None
}

/// The program as somebody who owns the folder and is nobody's superuser.
fn as_an_editor(site: &Site, command: &str) -> Command {
    let mut editor = Command::new("sh");
    let is_root = is_superuser();
    let script = if is_root {
        format!("exec setpriv --reuid 65534 --regid 65534 --clear-groups \"$DIPTYCH\" {command}")
    } else {
        format!("exec \"$DIPTYCH\" {command}")
    };
    if is_root {
        let own = Command::new("chown")
            .args(["-R", "65534:65534", site.root.as_str()])
            .status();
        assert!(own.unwrap().success());
    }
    editor.args(["-c", &script]).current_dir(&site.root);
    // The folder of a build may be its owner's alone.
    let program = site.root.join(".program");
    if !program.exists() && fs::hard_link(PROGRAM, &program).is_err() {
        fs::copy(PROGRAM, &program).unwrap();
    }
    editor
        .env("DIPTYCH", program)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    editor
}

/// Whom permissions do not bind.
pub fn is_superuser() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    Site::empty().root.metadata().unwrap().uid() == 0
}

pub fn permit(path: &Utf8Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Permits what may be gone by now; a mark that a folder carries stays.
fn try_to_permit(path: &Utf8Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    let Ok(found) = fs::metadata(path) else {
        return;
    };
    let mark = found.permissions().mode() & 0o1000;
    let _ = fs::set_permissions(path, fs::Permissions::from_mode(mark | mode));
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
