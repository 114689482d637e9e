//! Equal content gives equal bytes, whatever the machine that builds it is like.

use crate::overlay::{Overlay, files, tests};
use crate::program::{PROGRAM, Site};
use diptych::compile::{Options, analyse, build, hand_out};
use diptych::disk;
use diptych::site::Bundle;
use std::fs;
use std::process::Command;
use std::sync::Mutex;
use std::time::SystemTime;

/// The invented corpus, written file by file in one order or in the other, below a folder of this name.
fn corpus(name: &str, is_reversed: bool) -> Site {
    let site = Site::empty();
    let golden = tests().join("golden");
    let mut paths: Vec<String> = files(&golden)
        .into_iter()
        .filter(|path| path.starts_with("content/") || path.starts_with("sources/"))
        .collect();
    if is_reversed {
        paths.reverse();
    }
    for path in paths {
        let text = fs::read_to_string(golden.join(&path)).unwrap();
        site.write(&format!("{name}/{path}"), &text);
    }
    site
}

fn succeeds(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn equal_content_gives_equal_bytes() {
    let one = corpus("site", false);
    succeeds(
        Command::new(PROGRAM)
            .args(["build", "--jobs", "7"])
            .current_dir(one.root.join("site"))
            .env("TZ", "Pacific/Kiritimati")
            .env("LC_ALL", "C")
            .env_remove("SOURCE_DATE_EPOCH"),
    );

    let name = "another place/ü 长";
    let other = corpus(name, true);
    for path in files(&other.root) {
        let file = fs::File::options()
            .append(true)
            .open(other.root.join(path))
            .unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    }
    let out = other.root.join("elsewhere/public");
    succeeds(
        Command::new("sh")
            .args(["-c", "umask 077; exec \"$0\" \"$@\"", PROGRAM])
            .args([
                "build",
                "--jobs",
                "1",
                "--root",
                name,
                "--out",
                out.as_str(),
            ])
            .current_dir(&other.root)
            .env("TZ", "America/Adak")
            .env("LC_ALL", "tr_TR.UTF-8")
            .env("LANG", "zh_CN.UTF-8")
            .env("HOME", "/nonexistent")
            .env("SOURCE_DATE_EPOCH", "1"),
    );

    let (one, other) = (one.tree("site/public"), other.tree("elsewhere/public"));
    assert!(one.len() > 200);
    let paths: Vec<&String> = one.keys().chain(other.keys()).collect();
    let differ: Vec<&&String> = paths
        .iter()
        .filter(|path| one.get(**path) != other.get(**path))
        .collect();
    assert!(differ.is_empty(), "{differ:?}");
}

/// Whoever hands out file by file lets go of records that no page shows; links still lead to the lines where they stood.
#[test]
fn a_site_handed_out_is_the_site_that_is_kept() {
    for shown in ["true", "false"] {
        let site = Overlay::golden();
        let path = site.root().join("content/site.yaml");
        let words = fs::read_to_string(path).unwrap();
        let words = words.replace("source_view: true", &format!("source_view: {shown}"));
        site.write("content/site.yaml", words.as_bytes());

        let inputs = disk::read(site.root()).unwrap();
        let texts = disk::texts(site.root(), None).unwrap();
        let options = Options::default();
        let world = analyse(&inputs.content, &texts, &options).world.unwrap();
        let kept = build(&inputs, &world, &options).unwrap();
        let handed = Mutex::new(Bundle::default());
        hand_out(inputs, &world, &options, &|path, made| {
            handed.lock().unwrap().add(path, made.into_bytes());
        })
        .unwrap();

        let handed = handed.into_inner().unwrap();
        assert_eq!(kept.len(), handed.len());
        let differ: Vec<&str> = kept
            .iter()
            .filter(|(path, bytes)| handed.get(path) != Some(bytes))
            .map(|(path, _)| path)
            .collect();
        assert!(differ.is_empty(), "source_view: {shown}: {differ:?}");
        let record = kept.iter().any(|(path, _)| path.ends_with("record.html"));
        assert_eq!(record.to_string(), shown);
        let lines = kept.iter().filter(|(_, bytes)| {
            let page = String::from_utf8_lossy(bytes);
            page.contains("/claims.yaml#L")
        });
        assert!(lines.count() > 10, "pages name the lines of records");
    }
}
