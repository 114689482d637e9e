//! `rename` byte for byte; what people see of it is in `tests/transcripts/rename.txt`.

use crate::program::Site;

/// Records of every layout: in braces, with comments, with Windows line ends, with former ids on lines of their own.
fn site() -> Site {
    let site = Site::small();
    let own = site.read("content/site.yaml") + "severity:\n  unanswered-question: off\n";
    site.write("content/site.yaml", &own);
    site.write(
        "content/themes/depth.yaml",
        "title: Depth # of water\nquestions:\n  # the only one\n  - {id: depth, asks: How deep?, compare: about} # yes\n\n# the end\n",
    );
    site.write(
        "content/voices/office.yaml",
        "name: Office\r\nkind: body\r\naliases:\r\n  - bureau\r\nside: fen # of course\r\n",
    );
    site.write(
        "content/themes/ridge.yaml",
        "title: Hills\naliases: [down, ]\nquestions:\n  - \"id\": hill\n    asks: How high?\n    compare: about\n",
    );
    site.write(
        "content/pages/about.md",
        "---\ntitle: About\n---\nSee depth/depth, office and report.\n",
    );
    site
}

#[test]
fn only_names_change_and_the_old_id_stays_as_an_address() {
    for (old, new, path, wanted) in [
        (
            "depth/depth",
            "deepness",
            "content/themes/depth.yaml",
            "title: Depth # of water\nquestions:\n  # the only one\n  - {aliases: [depth], id: deepness, asks: How deep?, compare: about} # yes\n\n# the end\n",
        ),
        (
            "depth",
            "water",
            "content/themes/water.yaml",
            "title: Depth # of water\nquestions:\n  # the only one\n  - {id: depth, asks: How deep?, compare: about} # yes\n\n# the end\naliases: [depth]\n",
        ),
        (
            "office",
            "canal-office",
            "content/voices/canal-office.yaml",
            "name: Office\r\nkind: body\r\naliases:\r\n  - bureau\r\n  - office\r\nside: fen # of course\r\n",
        ),
        (
            "office",
            "bureau",
            "content/voices/bureau.yaml",
            "name: Office\r\nkind: body\r\naliases:\r\n  - office\r\nside: fen # of course\r\n",
        ),
        (
            "ridge/hill",
            "hilly",
            "content/themes/ridge.yaml",
            "title: Hills\naliases: [down, ]\nquestions:\n  - \"id\": hilly\n    aliases: [hill]\n    asks: How high?\n    compare: about\n",
        ),
        (
            "ridge",
            "ridges",
            "content/themes/ridges.yaml",
            "title: Hills\naliases: [down, ridge ]\nquestions:\n  - \"id\": hill\n    asks: How high?\n    compare: about\n",
        ),
        (
            "about",
            "imprint",
            "content/pages/imprint.md",
            "---\ntitle: About\naliases: [about]\n---\nSee depth/depth, office and report.\n",
        ),
    ] {
        let site = site();
        site.run(&["rename", old, new]).ends_with(0).is_quiet();
        assert_eq!(site.read(path), wanted);
        site.run(&["check"]).ends_with(0).is_quiet();
    }
}

/// There and back again: all that is left is a former id.
#[test]
fn a_round_trip_leaves_an_address() {
    for (old, new, back) in [
        ("report/two", "river", "two"),
        ("report", "survey", "report"),
        ("depth/depth", "deepness", "depth"),
        ("office", "bureau-of-canals", "office"),
        ("fen", "marsh", "fen"),
    ] {
        let site = site();
        site.run(&["build"]).ends_with(0);
        let before = site.tree("public");
        let content = site.tree("content");
        site.run(&["rename", old, new]).ends_with(0);
        let there = match old.rsplit_once('/') {
            Some((home, _)) => format!("{home}/{new}"),
            None => new.to_owned(),
        };
        site.run(&["rename", &there, back]).ends_with(0);
        site.run(&["check"]).ends_with(0).is_quiet();
        let mut changed = 0;
        for (path, bytes) in site.tree("content") {
            let text = String::from_utf8(bytes).unwrap();
            let kept = String::from_utf8(content[&path].clone()).unwrap();
            changed += usize::from(text != kept);
            let without = [
                format!("\n  aliases: [{new}]"),
                format!("aliases: [{new}], "),
                format!("\r\n  - {new}"),
                format!("\naliases: [{new}]"),
            ];
            let text = without
                .iter()
                .fold(text, |text, line| text.replace(line, ""));
            assert_eq!(text, kept, "{path}");
        }
        // A side has no page of its own.
        assert_eq!(changed, usize::from(old != "fen"), "{old}");
        site.run(&["build"]).ends_with(0);
        let after = site.tree("public");
        let gone: Vec<_> = before
            .keys()
            .filter(|path| path.ends_with(".html") && !after.contains_key(*path))
            .collect();
        assert_eq!(gone, Vec::<&String>::new());
    }
}

#[test]
fn whatever_cannot_be_renamed_whole_stays() {
    for (arguments, file, words) in [
        (&["rename", "report/two", "one"][..], "", "is taken"),
        (
            &["rename", "report/two", "x"],
            "content/themes/other.yaml",
            "cannot be read",
        ),
        (&["rename", "about", "themes"], "", "belongs to the site"),
        (
            &["rename", "report", "survey"],
            "content/documents/survey/note.txt",
            "cannot write",
        ),
    ] {
        let site = site();
        if !file.is_empty() {
            site.write(file, "title: [");
        }
        let before = site.tree("content");
        site.run(arguments).ends_with(2).warns(words);
        assert_eq!(site.tree("content"), before, "{arguments:?}");
    }
    let site = site();
    site.write("content/pages/bare.md", "No front matter.\n");
    site.run(&["rename", "bare", "plain"])
        .ends_with(2)
        .warns("nothing has the id");
    site.run(&["rename", "office", "canal-office"])
        .ends_with(2)
        .warns("cannot be read");
    site.write("content/pages/bare.md", "---\ntitle: Bare\n---\n");
    site.run(&["rename", "office", "canal-office"]).ends_with(0);
    site.write(
        "content/voices/other.yaml",
        "name: Other\nkind: body\nside: hill\n",
    );
    site.run(&["rename", "other", "bureau"])
        .ends_with(2)
        .warns("a former one of `canal-office`");
}

/// Only places change: a lock that was good is good with the new id.
#[test]
fn a_side_keeps_its_locks() {
    let site = Site::empty();
    site.run(&["init", "new"]).ends_with(0);
    let lock = "new/content/documents/example/quotes.lock";
    let before = site.read(lock);
    site.run(&["rename", "north", "upland", "--root", "new"])
        .ends_with(0);
    assert_ne!(site.read(lock), before);
    site.run(&["check", "--root", "new", "--deny-warnings"])
        .ends_with(0)
        .is_quiet();
    let now = site.read(lock);
    site.run(&["pin", "--root", "new"]).ends_with(0);
    assert_eq!(site.read(lock), now);
}

/// The private copy of a text follows its document in the folder that is named from where the command is given.
#[test]
fn the_text_follows_its_document() {
    let site = Site::empty();
    site.run(&["init", "new"]).ends_with(0);
    std::fs::rename(site.root.join("new/sources"), site.root.join("texts")).unwrap();
    site.run(&[
        "rename",
        "example",
        "survey",
        "--root",
        "new",
        "--sources",
        "texts",
    ])
    .ends_with(0);
    assert!(!site.read("texts/survey.txt").is_empty());
    assert!(!site.root.join("texts/example.txt").exists());
}
