//! `init`: what it writes is whole, checks clean and builds at once.

use crate::program::Site;
use diptych::compile::{Options, analyse};
use diptych::disk;
use diptych::quote::Texts;

#[test]
fn a_new_comparison_checks_clean_and_builds_at_once() {
    for (title, sides, ids) in [
        (
            "North and South on widgets",
            "The North,The South",
            vec!["north", "south"],
        ),
        (
            "Tea: \"green\" # or black?",
            "tea=Tea & \"herbs\": all,Coffee,Cocoa",
            vec!["tea", "coffee", "cocoa"],
        ),
        ("茶与咖啡", "cha=茶党,咖啡党", vec!["cha", "ka-pei-dang"]),
        ("Two years", "2020,2024", vec!["2020", "2024"]),
        ("The few", "The 1%,Łódź", vec!["1", "lodz"]),
        (
            "Who acts",
            "Group of 77,Tram No",
            vec!["group-of-77", "tram-no"],
        ),
    ] {
        let site = Site::empty();
        site.run(&["init", "new", "--title", title, "--sides", sides])
            .ends_with(0)
            .says("wrote a comparison of")
            .is_quiet();
        site.run(&["check", "--root", "new", "--deny-warnings"])
            .ends_with(0)
            .is_quiet();
        site.run(&[
            "check",
            "--root",
            "new",
            "--sources",
            "new/sources",
            "--deny-warnings",
        ])
        .ends_with(0)
        .is_quiet();
        site.run(&["build", "--root", "new"])
            .ends_with(0)
            .is_quiet();
        // The lock alone is enough for whoever has no copy of the text.
        let root = site.root.join("new");
        let content = disk::read(&root).unwrap().content;
        let analysis = analyse(&content, &Texts::new(), &Options::default());
        assert_eq!(analysis.report.diagnostics().len(), 0);
        let world = analysis.world.unwrap();
        let corpus = &world.corpus;
        assert_eq!(corpus.site.title.first(), title);
        let found: Vec<&str> = corpus
            .site
            .sides
            .values()
            .map(|side| side.id.as_str())
            .collect();
        assert_eq!(found, ids);
        let lock = site.read("new/content/documents/example/quotes.lock");
        assert_eq!(lock.lines().count(), 1 + corpus.claims.len());
        site.run(&["pin", "--root", "new"]).ends_with(0);
        assert_eq!(site.read("new/content/documents/example/quotes.lock"), lock);
        for path in [
            "README.md",
            ".gitignore",
            ".vscode/schema/claims.schema.json",
            ".github/workflows/site.yml",
        ] {
            assert!(!site.read(&format!("new/{path}")).is_empty(), "{path}");
        }
        assert!(
            site.tree("new/public")
                .contains_key("themes/crossing/index.html")
        );
    }
}

#[test]
fn nothing_is_overwritten() {
    let site = Site::empty();
    site.run(&["init", "new"]).ends_with(0);
    let before = site.tree("new");
    site.run(&["init", "new"])
        .ends_with(2)
        .warns("is not empty");
    assert_eq!(site.tree("new"), before);
    for sides in ["The North", "World,Other", "茶党,…", "A,a", "a b=A,B"] {
        site.run(&["init", "other", "--sides", sides]).ends_with(2);
        assert!(!site.root.join("other").exists(), "{sides}");
    }
    site.run(&["init"]).ends_with(2);
}

/// What is ejected is what was built in: the site stays the same, and own files stay as they are.
#[test]
fn ejected_files_change_nothing_until_they_are_changed() {
    let site = Site::small();
    site.run(&["build", "--out", "before"]).ends_with(0);
    site.write("static/css/note.css", "/* ours */");
    site.run(&["init", "--eject", "templates"])
        .ends_with(0)
        .says("files into `./templates`");
    site.run(&["init", "--eject", "static"]).ends_with(0);
    site.run(&["init", "--eject", "static"])
        .ends_with(0)
        .warns("which is there already")
        .says("wrote 0 of");
    site.run(&["build", "--out", "after"]).ends_with(0);
    assert_eq!(site.read("static/css/note.css"), "/* ours */");
    let pages = |out: &str| {
        let mut tree = site.tree(out);
        tree.retain(|path, _| path.ends_with(".html") || path.ends_with(".xml"));
        tree
    };
    assert_eq!(pages("before"), pages("after"));
}
