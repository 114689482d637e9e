//! Drills of what a machine can do to a command: the disk is full or may not be written. Afterwards all is as it was or
//! all is as it should be, and no stray file remains.

use crate::overlay::tests;
use crate::permission::is_superuser;
use crate::program::{PROGRAM, Site};
use camino::Utf8Path;
use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};

/// A site, in whose content every command finds something to write.
pub fn site() -> Site {
    let site = Site::empty();
    for folder in ["content", "sources"] {
        site.lay(folder, &tests().join("golden").join(folder));
    }
    site.lay("files", &tests().join("import"));
    let voice = "content/voices/hill-herald.yaml";
    site.write(voice, &(site.read(voice) + "contry: NO\n"));
    site
}

/// Every file with its bytes, hidden ones too, and every folder with a slash.
pub fn everything(folder: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in folder.read_dir_utf8().unwrap() {
        let path = entry.unwrap().into_path();
        let name = path.file_name().unwrap().to_owned();
        if path.is_dir() {
            let below = everything(&path).into_iter();
            all.extend(below.map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
            all.insert(format!("{name}/"), Vec::new());
        } else {
            all.insert(name, fs::read(&path).unwrap());
        }
    }
    all
}

/// Commands that write, each with what it names when it cannot.
const WRITING: [(&str, &str); 9] = [
    (
        "pin sallow-gazette",
        "content/documents/sallow-gazette/quotes.lock",
    ),
    ("check --fix", "content/voices/hill-herald.yaml"),
    ("rename fen fenland-side --kind side", "content/"),
    (
        "new voice harbour-club --name Club --kind body",
        "content/voices/harbour-club.yaml",
    ),
    (
        "import csl-json files/csl-json/zotero.json --added 2026-03-01",
        "content/",
    ),
    ("init elsewhere", "elsewhere"),
    ("init --eject templates", "templates"),
    ("schema --out schemas", "schemas"),
    ("export claims.json --out claims.json", "claims.json"),
];

fn shell(site: &Site, script: &str) -> Output {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", script])
        .current_dir(&site.root)
        .env("DIPTYCH", PROGRAM);
    shell.output().unwrap()
}

#[track_caller]
pub fn refused(output: &Output, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    let told = format!("{said}{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(output.status.code(), Some(2), "{told}");
    for word in words {
        assert!(said.contains(word), "no `{word}` in {told}");
    }
}

/// No file may have a byte, as on a disk without room; a file without bytes can still be made.
#[test]
fn where_there_is_no_room_nothing_is_changed() {
    for (command, path) in WRITING {
        let site = site();
        if command.starts_with("export") {
            site.run(&["check", "--fix"]);
        }
        let before = everything(&site.root);
        let output = shell(
            &site,
            &format!("trap '' XFSZ; ulimit -f 0; exec \"$DIPTYCH\" {command}"),
        );
        refused(
            &output,
            &[
                "error: cannot write `",
                path,
                "File too large (os error 27)",
            ],
        );
        assert!(
            !String::from_utf8_lossy(&output.stderr).contains(".diptych-"),
            "{command}"
        );
        let mut after = everything(&site.root);
        // Folders that were made for files, of a command that writes them one by one.
        after.retain(|path, _| {
            !["elsewhere/", "schemas/", "templates/"]
                .iter()
                .any(|folder| path.starts_with(folder) && path.ends_with('/'))
        });
        assert_eq!(after, before, "{command}");
        // Where there is room again, the same command does its work.
        let run = site.run(&command.split(' ').collect::<Vec<_>>());
        assert!(run.status != Some(2), "{command}: {}", run.stderr);
        assert_ne!(everything(&site.root), before, "{command}");
    }
}

#[test]
fn where_there_is_no_room_the_old_site_stays() {
    let site = Site::small();
    site.run(&["build"]).ends_with(0);
    let before = everything(&site.root.join("public"));
    site.write(
        "content/pages/about.md",
        "---\ntitle: About\n---\nOther words.\n",
    );
    // Small files have room, and the first large one has none.
    let output = shell(&site, "trap '' XFSZ; ulimit -f 1; exec \"$DIPTYCH\" build");
    refused(
        &output,
        &["error: cannot write `", "File too large", "nothing is lost"],
    );
    assert_eq!(everything(&site.root.join("public")), before);
    site.run(&["build"]).ends_with(0);
    assert_ne!(everything(&site.root.join("public")), before);
    assert_eq!(stray(&site.root), Vec::<String>::new());
}

/// What nobody put there.
pub fn stray(root: &Utf8Path) -> Vec<String> {
    let all = everything(root).into_keys();
    all.filter(|path| path.contains(".diptych-") && !path.ends_with(".diptych-manifest"))
        .collect()
}

/// Runs a script in a namespace of its own, in which `disk` is a small one; nothing where the machine allows none.
fn on_a_small_disk(site: &Site, script: &str) -> Option<Output> {
    fs::create_dir_all(site.root.join("disk")).unwrap();
    let mount = "mount -t tmpfs -o size=1m none disk";
    let inside = |script: &str| {
        let script = format!("set -e; {mount}; {script}");
        let mut unshare = Command::new("unshare");
        unshare.args(["--mount", "--map-root-user", "sh", "-c", &script]);
        unshare
            .current_dir(&site.root)
            .env("DIPTYCH", PROGRAM)
            .output()
    };
    let can = inside("true").is_ok_and(|output| output.status.success());
    if !can {
        eprintln!("passed over: this machine mounts no small disk for a test");
        return None;
    }
    Some(inside(script).unwrap())
}

#[test]
fn on_a_full_disk_the_old_site_stays() {
    let site = Site::small();
    let script = "
        \"$DIPTYCH\" build --no-search --out disk/public >&2
        cp -r disk/public before
        sed -i 's/About\\./Other words./' content/pages/about.md
        dd if=/dev/zero of=disk/full bs=4k 2>&1 || true
        status=0; \"$DIPTYCH\" build --no-search --out disk/public 2>said || status=$?
        diff -r disk/public before
        ls -A disk
        cat said
        rm disk/full
        \"$DIPTYCH\" build --no-search --out disk/public >&2
        grep -q 'Other words' disk/public/about/index.html
        ls -A disk
        exit $status";
    let Some(output) = on_a_small_disk(&site, script) else {
        return;
    };
    let printed = String::from_utf8_lossy(&output.stdout);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{printed}{said}");
    let (_, told) = printed
        .split_once("\nfull\npublic\n")
        .unwrap_or_else(|| panic!("{printed}{said}"));
    assert!(told.starts_with("error: cannot write"), "{told}");
    assert!(told.contains("No space left on device"), "{told}");
    assert!(told.ends_with("nothing is lost\npublic\n"), "{told}");
}

#[test]
fn on_a_disk_that_may_not_be_written_the_old_site_stays() {
    let site = Site::small();
    let script = "
        \"$DIPTYCH\" build --no-search --out disk/public >&2
        cp -r disk/public before
        sed -i 's/About\\./Other words./' content/pages/about.md
        mount -o remount,ro disk
        status=0; \"$DIPTYCH\" build --no-search --out disk/public 2>said || status=$?
        diff -r disk/public before
        cat said
        mount -o remount,rw disk
        \"$DIPTYCH\" build --no-search --out disk/public >&2
        grep -q 'Other words' disk/public/about/index.html
        ls -A disk
        exit $status";
    let Some(output) = on_a_small_disk(&site, script) else {
        return;
    };
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(
        output.status.code(),
        Some(2),
        "{told}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        told.starts_with("error: cannot write in `") && told.contains("disk/public"),
        "{told}"
    );
    assert!(told.contains("read-only file"), "{told}");
    assert!(told.ends_with("nothing is lost\npublic\n"), "{told}");
}

/// A mount point cannot change places with another folder: it stays, and its files change one by one.
#[test]
fn a_mount_point_is_published_to() {
    let site = Site::small();
    let script = "
        mount -o remount,size=16m disk
        \"$DIPTYCH\" build --no-search --out disk >&2
        stat -c %i,%d disk > stood
        sed -i 's/About\\./Other words./' content/pages/about.md
        rm content/documents/report/claims.yaml
        \"$DIPTYCH\" build --no-search --out disk >&2
        stat -c %i,%d disk | diff - stood
        grep -q 'Other words' disk/about/index.html
        \"$DIPTYCH\" build --no-search --out fresh >&2
        diff -r fresh disk
        ls -A . disk | grep diptych";
    let Some(output) = on_a_small_disk(&site, script) else {
        return;
    };
    let told = String::from_utf8_lossy(&output.stdout);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}{said}");
    assert_eq!(told, ".diptych-manifest\n", "{said}");
}

/// A folder of somebody else's stays theirs, which an exchange would make the builder's.
#[test]
fn the_owner_of_the_folder_stays() {
    use std::os::unix::fs::MetadataExt as _;
    const ANOTHER: u32 = 65534;
    if !is_superuser() {
        eprintln!("passed over: only the superuser can give a folder to another user");
        return;
    }
    let site = Site::small();
    site.run(&["build", "--no-search"]).ends_with(0);
    let public = site.root.join("public");
    std::os::unix::fs::chown(&public, Some(ANOTHER), Some(ANOTHER)).unwrap();
    let text = "---\ntitle: About\n---\nOther words.\n";
    site.write("content/pages/about.md", text);
    site.run(&["build", "--no-search"]).ends_with(0);
    let found = fs::metadata(&public).unwrap();
    assert_eq!((found.uid(), found.gid()), (ANOTHER, ANOTHER));
    let page = site.read("public/about/index.html");
    assert!(page.contains("Other words."));
    assert_eq!(stray(&site.root), Vec::<String>::new());
}
