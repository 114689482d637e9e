//! Names that lead elsewhere: what a build is given to read and where it is told to write.
//!
//! Whatever is refused here is refused before anything is written.

use crate::program::{Run, Site};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

/// Ids that cannot be the name of a file everywhere, or lead out of a folder.
const IDS: [&str; 23] = [
    ".",
    "..",
    "../x",
    "../../etc/passwd",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "c:",
    "con",
    "aux",
    "nul",
    "prn",
    "com1",
    "lpt9",
    "a.",
    "a ",
    " a",
    "A",
    "ü",
    "ａ",
    "a\u{200b}",
    "%2e%2e",
    "a\nb",
];

/// Everything that is there, with its bytes; links by where they lead.
fn everything(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(&site.root)
        .into_iter()
        .map(Result::unwrap);
    let bytes = |entry: &walkdir::DirEntry| match entry.file_type() {
        kind if kind.is_symlink() => fs::read_link(entry.path())
            .unwrap()
            .as_os_str()
            .as_bytes()
            .to_vec(),
        kind if kind.is_dir() => Vec::new(),
        _ => fs::read(entry.path()).unwrap(),
    };
    entries
        .map(|it| (it.path().to_string_lossy().into_owned(), bytes(&it)))
        .collect()
}

/// Builds, which has to fail and to leave everything as it was.
#[track_caller]
fn refused(site: &Site, arguments: &[&str], status: i32) -> Run {
    let before = everything(site);
    let run = site.run(arguments).ends_with(status);
    assert!(everything(site) == before, "{arguments:?} wrote something");
    run
}

#[test]
fn an_id_is_a_name_that_every_system_can_have() {
    let long = "a".repeat(65);
    for id in IDS.into_iter().chain([long.as_str()]) {
        let site = Site::small();
        let voice = site.read("content/voices/office.yaml");
        let alias = serde_json::to_string(id).unwrap();
        site.write(
            "content/voices/office.yaml",
            &format!("{voice}aliases: [{alias}]\n"),
        );
        let run = refused(&site, &["build"], 1);
        let is_told = ["invalid-id", "reserved-id"]
            .iter()
            .any(|code| run.stderr.contains(code));
        assert!(is_told, "{id:?}: {}", run.stderr);

        let site = Site::small();
        let claims = site.read("content/documents/report/claims.yaml");
        let claims = claims.replace("- id: two", &format!("- id: {alias}"));
        site.write("content/documents/report/claims.yaml", &claims);
        refused(&site, &["build"], 1);
    }
}

#[test]
fn a_file_has_a_name_that_every_system_can_have() {
    for name in ["con", "nul", "lpt1", "A", "a.", "ü", "a b"] {
        let site = Site::small();
        site.write(
            &format!("content/voices/{name}.yaml"),
            "name: X\nkind: body\n",
        );
        refused(&site, &["build"], 1).warns("-id]: ");
    }
    let site = Site::small();
    let name = std::ffi::OsStr::from_bytes(b"content/voices/\xff.yaml");
    fs::write(site.root.as_std_path().join(name), "name: X\nkind: body\n").unwrap();
    refused(&site, &["build"], 2).warns("is not Unicode");
}

#[test]
fn names_that_differ_in_letter_case_alone_are_told() {
    for (name, twin) in [
        ("a/Logo.png", "a/logo.png"),
        ("A/logo.png", "a/logo.png"),
        ("CSS/site.css", "css/site.css"),
        ("\u{c4}.txt", "\u{e4}.txt"),
    ] {
        let site = Site::small();
        site.write(&format!("static/{name}"), "one");
        site.write(&format!("static/{twin}"), "other");
        refused(&site, &["build"], 2)
            .warns("differ in letter case alone; rename one of them")
            .warns(&format!("`static/{name}` and `static/{twin}`"));
    }
}

#[test]
fn a_link_is_named_and_not_followed() {
    const TOLD: &str = "is a symbolic link, which is not followed";
    for (link, status) in [
        ("content/voices/other.yaml", 1),
        ("content/pages/other.md", 1),
        ("content/documents/other", 1),
        ("content/documents/report/quotes.lock", 1),
        ("content/other", 1),
        ("static/other.css", 2),
        ("static/other", 2),
        ("templates/other.html", 2),
        ("templates/i18n", 2),
        ("sources/report.txt", 2),
    ] {
        let site = Site::small();
        site.write("elsewhere/secret", "title: Secret\n");
        let path = site.root.join(link);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        symlink(site.root.join("elsewhere"), &path).unwrap();
        refused(&site, &["build"], status).warns(TOLD).warns(link);
        fs::remove_file(&path).unwrap();
        symlink(site.root.join("elsewhere/secret"), &path).unwrap();
        refused(&site, &["build"], status).warns(TOLD);
        refused(&site, &["check"], status).warns(TOLD);
    }
}

/// In the place of a whole folder too; what somebody names on the command line may be one.
#[test]
fn a_link_instead_of_a_folder_is_not_followed() {
    let elsewhere = Site::small();
    elsewhere.write("sources/report.txt", "Here the drain is eight feet deep.\n");
    for folder in ["content", "static", "templates", "sources"] {
        let site = Site::small();
        let path = site.root.join(folder);
        if path.exists() {
            fs::remove_dir_all(&path).unwrap();
        }
        for target in [elsewhere.root.join(folder), "nowhere".into()] {
            symlink(&target, &path).unwrap();
            for command in ["build", "check", "pin"] {
                let told = format!("`./{folder}` is a symbolic link, which is not followed");
                refused(&site, &[command], 2).warns(&told);
            }
            fs::remove_file(&path).unwrap();
        }
    }
    let site = Site::small();
    symlink(elsewhere.root.join("sources"), site.root.join("texts")).unwrap();
    site.run(&["check", "--sources", "texts"]).ends_with(0);
}

#[test]
fn a_file_that_nobody_can_have_written_is_not_read() {
    const MEGABYTE: u64 = 1024 * 1024;
    for (path, most) in [
        ("static/large.png", 32 * MEGABYTE),
        ("templates/large.html", 8 * MEGABYTE),
        ("sources/report.txt", 8 * MEGABYTE),
    ] {
        let site = Site::small();
        site.write(path, "");
        let file = fs::File::options()
            .write(true)
            .open(site.root.join(path))
            .unwrap();
        // Holes take no place on a disk.
        file.set_len(most + 1).unwrap();
        let told = format!("has {} bytes, and at most {most} are read", most + 1);
        for command in ["build", "check"] {
            let run = site.run(&[command, "--root", "."]).ends_with(2);
            run.warns(path).warns(&told);
        }
        assert!(!site.root.join("public").exists());
        file.set_len(MEGABYTE).unwrap();
        let words = site.run(&["check"]).stderr;
        assert!(!words.contains("at most"), "{path}: {words}");
    }
}

#[test]
fn the_output_lies_apart_from_what_is_read() {
    let site = Site::small();
    for folder in ["static", "sources", "mine"] {
        site.write(&format!("{folder}/note.txt"), "mine");
    }
    symlink(site.root.join("content"), site.root.join("link")).unwrap();
    for out in [
        ".",
        "",
        "..",
        "content",
        "content/",
        "content/public",
        "content/voices/new",
        "static",
        "static/public",
        "templates",
        "templates/public",
        "sources/public",
        "mine/../content/public",
        "link/public",
        "link",
        "../../../../../../../../..",
    ] {
        refused(&site, &["build", "--out", out], 2).warns("lie in each other");
    }
    refused(
        &site,
        &["build", "--out", "mine/public", "--sources", "mine"],
        2,
    )
    .warns("lie in each other");
    for (out, told) in [
        ("mine", "is not empty and was not made by diptych"),
        ("mine/note.txt", "is not a folder"),
        ("mine/note.txt/public", "Not a directory"),
    ] {
        refused(&site, &["build", "--out", out], 2).warns(told);
    }
    let home = site.root.join("mine");
    symlink(&home, site.root.join("home")).unwrap();
    refused(&site, &["build", "--out", "home"], 2).warns("is a symbolic link");
    // A folder beside them is fine, by whatever way.
    site.run(&["build", "--out", "mine/../public"]).ends_with(0);
    site.run(&["build", "--out", "contents"]).ends_with(0);
}
