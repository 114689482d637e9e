//! What people see in a terminal: each file of `tests/transcripts` is a session in a copy of the invented corpus.
//!
//! A line that begins with `$ diptych` is run; below it stands what the program prints, data before reports, and
//! `[exit 1]` where it does not end well. `$ cat PATH` shows a file, `$ cp DIR DIR` copies a folder,
//! `$ edit PATH OLD NEW` writes words in the place of others, and `$ rm PATH` removes a
//! file; `$ sh WORDS` leaves the words to a shell, which is done on Linux alone. With `DIPTYCH_BLESS=1` in the environment the sessions are written anew;
//! read what changed before it is committed.

use crate::overlay::{files, tests};
use crate::program::{PROGRAM, Site};
use camino::Utf8Path;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

/// The session of the faults of a machine, which a shell brings about.
const MACHINE: &str = "machine.txt";

#[test]
fn sessions_run_as_they_are_written() {
    let folder = tests().join("transcripts");
    let names = files(&folder);
    assert!(names.iter().any(|name| name == "stats.txt"));
    let mut wrong = String::new();
    for name in names {
        let path = folder.join(&name);
        if name == MACHINE && !cfg!(target_os = "linux") {
            continue;
        }
        let written = fs::read_to_string(&path).unwrap();
        let now = session(&written);
        if std::env::var_os("DIPTYCH_BLESS").is_some_and(|value| value == "1") {
            fs::write(&path, now).unwrap();
        } else if now != written {
            let _ = writeln!(wrong, "{name} is now:\n{now}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Runs every command of a session, one after the other.
fn session(written: &str) -> String {
    let site = Site::empty();
    for folder in ["content", "sources", "static"] {
        site.lay(folder, &tests().join("golden").join(folder));
    }
    site.lay("files", &tests().join("import"));
    let mut now = String::new();
    for command in written.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let _ = writeln!(now, "$ {command}");
        let words = words(command);
        let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
        let arguments = match arguments.as_slice() {
            ["diptych", arguments @ ..] => arguments,
            ["cat", path] => {
                now += &(site.read(path) + "\n");
                continue;
            }
            ["cp", from, to] => {
                site.lay(to, &site.root.join(from));
                now.push('\n');
                continue;
            }
            ["edit", path, old, new] => {
                let text = site.read(path);
                let old = &old.replace("\\n", "\n");
                assert_eq!(text.matches(old.as_str()).count(), 1, "{command}");
                site.write(path, &text.replace(old.as_str(), &new.replace("\\n", "\n")));
                now.push('\n');
                continue;
            }
            ["sh", script] => {
                now += &shell(&site, script);
                continue;
            }
            ["rm", path] => {
                fs::remove_file(site.root.join(path)).unwrap();
                now.push('\n');
                continue;
            }
            _ => panic!("{command}"),
        };
        let run = site.run(arguments);
        now += &without_time(&run.stdout);
        now += &run.stderr;
        if run.status != Some(0) {
            let _ = writeln!(now, "[exit {}]", run.status.unwrap());
        }
        now.push('\n');
    }
    now.truncate(now.trim_end().len());
    now.push('\n');
    now
}

/// What a shell prints that finds the program; the folder is called as in the home of an editor.
fn shell(site: &Site, script: &str) -> String {
    let folder = Utf8Path::new(PROGRAM).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let output = Command::new("sh")
        .args(["-c", script])
        .current_dir(&site.root)
        .env("PATH", format!("{folder}:{path}"))
        .output()
        .unwrap();
    let mut said = String::new();
    for bytes in [&output.stdout, &output.stderr] {
        said += &without_time(&String::from_utf8_lossy(bytes));
    }
    let said = said.replace(site.root.as_str(), "/home/ada/canals");
    match output.status.code() {
        Some(0) => format!("{said}\n"),
        status => format!("{said}[exit {}]\n\n", status.unwrap()),
    }
}

/// What the README says that the program says when the machine fails was said in the session, with anything where it
/// has `…`.
#[test]
fn the_readme_tells_what_is_said() {
    let readme = fs::read_to_string(tests().join("../README.md")).unwrap();
    let (_, drill) = readme.split_once("## When the machine fails\n").unwrap();
    let drill = drill.split("\n## ").next().unwrap();
    let told: Vec<&str> = drill
        .lines()
        .filter_map(|line| line.strip_prefix("| `` ")?.split(" `` |").next())
        .collect();
    assert!(told.len() > 8, "{told:?}");
    let session = fs::read_to_string(tests().join("transcripts").join(MACHINE)).unwrap();
    for words in told {
        let was_said = session.lines().any(|line| {
            let mut rest = line.strip_prefix("error: ").unwrap_or(line);
            words.split('…').all(|part| {
                let found = rest.find(part);
                rest = found.map_or(rest, |at| &rest[at + part.len()..]);
                found.is_some()
            })
        });
        assert!(was_said, "nothing says {words}");
    }
}

/// The words of a command; quotation marks hold several together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut mark = None;
    for letter in command.chars() {
        match (letter, mark) {
            ('"' | '\'', None) => mark = Some(letter),
            (letter, Some(open)) if letter == open => mark = None,
            (' ', None) => words.push(String::new()),
            (letter, _) => words.last_mut().unwrap().push(letter),
        }
    }
    words
}

/// A build says how long it took, which is never the same.
fn without_time(printed: &str) -> String {
    let lines = printed.lines().map(|line| match line.rsplit_once(" in ") {
        Some((before, time)) if time.ends_with(" s") => format!("{before} in …\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}
