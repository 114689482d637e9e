//! Drills of a command that is killed, or meets another one in the same folder. Afterwards all is as it was or all is as it
//! should be, and no stray file remains.

use crate::drill::{everything, refused, site, stray};
use crate::lot::Lot;
use crate::overlay::files;
use crate::permission::permit;
use crate::program::{PROGRAM, Site};
use camino::{Utf8Path, Utf8PathBuf};
use diptych::disk::{AmendError, Amendment, NewText, TakenBack, amend, take_up};
use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The variable that tells a test that it runs in a process of its own.
const TASK: &str = "DIPTYCH_TEST_DRILL";

/// The files of two states that a change leads between: some change, some come and go, a folder gets another name.
fn states() -> [BTreeMap<String, Vec<u8>>; 2] {
    let state = |age: usize| {
        let folder = ["documents/one", "documents/two"][age];
        let mut state = BTreeMap::from([
            ("documents/".to_owned(), Vec::new()),
            (format!("{folder}/"), Vec::new()),
        ]);
        for number in 10..22 {
            state.insert(
                format!("{number}.yaml"),
                format!("text {age}\n").repeat(200).into_bytes(),
            );
        }
        state.insert(format!("{folder}/claims.yaml"), b"[]\n".to_vec());
        state
    };
    [state(0), state(1)]
}

fn text(state: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(state[path].clone()).unwrap()
}

fn change(
    root: &Utf8Path,
    from: &BTreeMap<String, Vec<u8>>,
    to: &BTreeMap<String, Vec<u8>>,
) -> Amendment {
    let content = root.join("content");
    let texts = from
        .keys()
        .filter(|path| !path.contains('/'))
        .map(|path| NewText {
            path: content.join(path),
            old: Some(text(from, path)),
            new: text(to, path),
        });
    let folder = |state: &BTreeMap<String, Vec<u8>>| {
        let name = if state.contains_key("documents/one/") {
            "one"
        } else {
            "two"
        };
        content.join("documents").join(name)
    };
    Amendment {
        texts: texts.collect(),
        made: Vec::new(),
        moves: vec![(folder(from), folder(to))],
    }
}

fn begin(state: &BTreeMap<String, Vec<u8>>) -> Site {
    let site = Site::empty();
    for (path, bytes) in state.iter().filter(|(path, _)| !path.ends_with('/')) {
        site.write(
            &format!("content/{path}"),
            std::str::from_utf8(bytes).unwrap(),
        );
    }
    site
}

/// Kills a process a moment after it has written the plan of a change.
fn kill_midway(mut child: Child, root: &Utf8Path, lot: &mut Lot) {
    let begun = || {
        let entries = root.join("content").read_dir_utf8().unwrap().flatten();
        entries
            .into_iter()
            .any(|entry| entry.path().join("plan.json").exists())
    };
    let end = Instant::now() + Duration::from_secs(5);
    while !begun() && Instant::now() < end {
        thread::sleep(Duration::from_micros(20));
    }
    thread::sleep(Duration::from_micros(lot.below(400) as u64));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// In the process of its own, changes the files to and fro until somebody kills it.
fn change_until_killed(states: &[BTreeMap<String, Vec<u8>>; 2]) {
    if std::env::var_os(TASK).is_none() {
        return;
    }
    for round in 0.. {
        let (from, to) = (&states[round % 2], &states[(round + 1) % 2]);
        amend(Utf8Path::new("."), &change(Utf8Path::new("."), from, to)).unwrap();
    }
}

/// Starts this test again in a process of its own.
fn again(place: &Utf8Path) -> Child {
    let name = thread::current().name().unwrap().to_owned();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", &name])
        .env(TASK, "change")
        .current_dir(place);
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn a_change_that_is_killed_is_made_or_taken_back() {
    let states = states();
    change_until_killed(&states);
    let mut lot = Lot::new(13);
    let mut taken_back = 0;
    for _ in 0..40 {
        let site = begin(&states[0]);
        kill_midway(again(&site.root), &site.root, &mut lot);
        let content = site.root.join("content");
        // However it was killed, no file is half written.
        for (path, bytes) in everything(&content)
            .into_iter()
            .filter(|(path, _)| !path.contains('/'))
        {
            assert!(states.iter().any(|state| state[&path] == bytes), "{path}");
        }
        let taken = take_up(&site.root).unwrap();
        taken_back += usize::from(!taken.is_empty());
        assert!(taken.iter().all(|it| matches!(it, TakenBack::Restored(_))));
        let now = everything(&content);
        assert!(states.contains(&now), "{:?}", now.keys());
        assert!(take_up(&site.root).unwrap().is_empty());
        let (from, to) = if now == states[0] { (0, 1) } else { (1, 0) };
        amend(&site.root, &change(&site.root, &states[from], &states[to])).unwrap();
        assert_eq!(everything(&content), states[to]);
    }
    assert!(taken_back > 5, "{taken_back} were killed in the middle");
}

#[test]
fn the_next_command_says_what_it_took_back() {
    let states = states();
    change_until_killed(&states);
    let mut lot = Lot::new(14);
    for _ in 0..200 {
        let site = begin(&states[0]);
        kill_midway(again(&site.root), &site.root, &mut lot);
        let files = everything(&site.root.join("content"));
        let is_mixed = |text: &[u8]| {
            files
                .iter()
                .any(|(path, it)| !path.contains('/') && it == text)
        };
        if !states.iter().all(|state| is_mixed(&state["17.yaml"])) {
            continue;
        }
        // What somebody wrote since is theirs.
        site.write("content/21.yaml", "mine\n");
        let run = site.run(&["check"]);
        run.warns("took back the change of `./content/");
        run.warns("kept `./content/21.yaml`, which was changed since\n");
        run.warns("a command was stopped before it had written all; run it again\n");
        assert_eq!(site.read("content/21.yaml"), "mine\n");
        assert_eq!(stray(&site.root), Vec::<String>::new());
        assert!(
            !site
                .run(&["check"])
                .stderr
                .contains("a command was stopped")
        );
        return;
    }
    panic!("none of 200 was killed in the middle");
}

/// A stranger's content can hold what a killed command leaves, with a plan that moves any file of the reader's.
#[test]
fn a_plan_that_came_with_the_content_is_not_followed() {
    let site = Site::small();
    site.write("content/pages/payload.md", "---\ntitle: x\n---\nx\n");
    site.write("precious", "mine\n");
    for home in [".", "content"] {
        let up = if home == "." { "" } else { "../" };
        let content = if home == "." { "content/" } else { "" };
        let plan = format!(
            r#"{{"texts":[],"folders":[],"moves":[["{up}planted","{content}pages/payload.md"],["{root}/gone","{root}/precious"]]}}"#,
            root = site.root
        );
        site.write(&format!("{home}/.diptych-change-evil/plan.json"), &plan);
    }
    let before = everything(&site.root);
    for command in ["check", "stats", "pin"] {
        let run = site.run(&[command]);
        for home in ["./.", "./content/."] {
            run.warns(&format!(
                "left `{home}diptych-change-evil` alone, which you did not begin here; look who brought it, then remove it\n"
            ));
        }
        assert!(
            !run.stderr.contains("a command was stopped"),
            "{}",
            run.stderr
        );
    }
    assert_eq!(everything(&site.root), before);
}

#[test]
fn a_change_that_fails_midway_is_taken_back() {
    let states = states();
    let site = begin(&states[0]);
    let before = everything(&site.root);
    let mut change = change(&site.root, &states[0], &states[1]);
    change.texts.push(NewText {
        path: site.root.join("content/terms/new.yaml"),
        old: None,
        new: "name: New\n".to_owned(),
    });
    // The last of all: there is no such folder.
    change.moves.push((
        site.root.join("content/documents/two/claims.yaml"),
        site.root.join("content/nowhere/claims.yaml"),
    ));
    let failure = amend(&site.root, &change).unwrap_err();
    assert!(matches!(failure, AmendError::Write(_)), "{failure}");
    let said = failure.to_string();
    assert!(
        said.contains("content/nowhere/claims.yaml") && said.ends_with("; nothing was changed"),
        "{said}"
    );
    assert_eq!(everything(&site.root), before);
}

/// What is written anew may be read by whom it could be read before.
#[test]
fn a_file_keeps_who_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = site();
    let mode = |path: &str| {
        let found = fs::metadata(site.root.join(path)).unwrap();
        found.permissions().mode() & 0o777
    };
    let voice = "content/voices/hill-herald.yaml";
    let lock = "content/documents/sallow-gazette/quotes.lock";
    site.run(&["pin", "sallow-gazette"]);
    // Written in place, they stay the files that they are.
    site.write(lock, "version: 0\n");
    for path in [voice, lock] {
        permit(&site.root.join(path), 0o640);
    }
    let before = [voice, lock].map(|path| site.read(path));
    site.run(&["check", "--fix"]);
    site.run(&["pin", "sallow-gazette"]);
    assert!([voice, lock].map(|path| site.read(path)) != before);
    assert_eq!([voice, lock].map(mode), [0o640, 0o640]);
    let new = "new voice harbour-club --name Club --kind body";
    site.run(&new.split(' ').collect::<Vec<_>>()).ends_with(0);
    assert_eq!(mode("content/voices/harbour-club.yaml"), 0o644);
}

#[test]
fn two_commands_at_once_are_kept_apart() {
    let site = site();
    let before = everything(&site.root);
    let content = fs::File::open(site.root.join("content")).unwrap();
    rustix::fs::flock(&content, rustix::fs::FlockOperation::LockExclusive).unwrap();
    let new = [
        "new",
        "voice",
        "harbour-club",
        "--name",
        "Club",
        "--kind",
        "body",
    ];
    let run = site.run(&new).ends_with(2);
    run.warns("another diptych is writing to `./content`");
    run.warns("wait until it has finished, then run the command again");
    assert_eq!(everything(&site.root), before);
    drop(content);
    site.run(&new).ends_with(0);
}

#[test]
fn two_builds_at_once_leave_one_of_both() {
    let sites = [Site::small(), Site::small()];
    sites[1].write(
        "content/pages/about.md",
        "---\ntitle: About\n---\nOther words.\n",
    );
    let whole = sites.each_ref().map(|site| {
        site.run(&["build", "--no-search"]).ends_with(0);
        everything(&site.root.join("public"))
    });
    for round in 0..6 {
        let place = Site::empty();
        let out: Utf8PathBuf = place.root.join("public");
        if round % 2 == 1 {
            sites[0]
                .run(&["build", "--no-search", "--out", out.as_str()])
                .ends_with(0);
        }
        let begun = sites.each_ref().map(|site| {
            let mut command = Command::new(PROGRAM);
            command
                .args(["build", "--no-search", "--out", out.as_str()])
                .current_dir(&site.root);
            command
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        });
        let ended = begun.map(|child| child.wait_with_output().unwrap());
        assert!(ended.iter().any(|output| output.status.success()));
        for output in ended.iter().filter(|output| !output.status.success()) {
            refused(
                output,
                &[
                    "another diptych is publishing to `",
                    "wait until it has finished",
                ],
            );
        }
        assert!(whole.contains(&everything(&out)), "round {round}");
        sites[1]
            .run(&["build", "--no-search", "--out", out.as_str()])
            .ends_with(0);
        assert_eq!(everything(&out), whole[1]);
        assert_eq!(
            files(&place.root).len(),
            whole[1].keys().filter(|path| !path.ends_with('/')).count()
        );
        assert_eq!(place.root.read_dir().unwrap().count(), 1, "round {round}");
    }
}

#[test]
fn what_a_killed_write_left_is_cleared_away() {
    let site = Site::empty();
    let left = ["dead", "alive"].map(|name| format!("schemas/.claims.schema.json.diptych-{name}"));
    for path in &left {
        site.write(path, "half a sche");
    }
    let alive = fs::File::open(site.root.join(&left[1])).unwrap();
    rustix::fs::flock(&alive, rustix::fs::FlockOperation::LockExclusive).unwrap();
    site.run(&["schema", "--out", "schemas"]).ends_with(0);
    assert!(site.read("schemas/claims.schema.json").ends_with('\n'));
    let there = left.map(|path| site.root.join(path).exists());
    assert_eq!(there, [false, true]);
}
