//! `pin`, as an editor runs it.

use crate::overlay::tests;
use crate::program::Site;

#[test]
fn pin_writes_locks_and_says_what_changed() {
    let site = site();
    let lock = "content/documents/brief/quotes.lock";
    site.run(&["pin", "brief"])
        .ends_with(0)
        .says("brief: 2 of 2 quotes found\n  newly verified: board-owns, by-night\n");
    let first = site.read(lock);
    site.run(&["pin", "brief"])
        .ends_with(0)
        .says("brief: 2 of 2 quotes found\n");
    assert_eq!(site.read(lock), first);

    edit(
        &site,
        "The board of the upper valley owns",
        "board of the upper valley owns half",
    );
    edit(&site, "Its looms turn by night", "Its looms turn by day");
    let run = site.run(&["pin", "brief"]).ends_with(1);
    run.says("brief: 1 of 2 quotes found, 1 not\n  verified anew: board-owns\n  no longer verified: by-night\n");
    run.warns("the source has: “Its looms turn by”")
        .warns("not in the source here: `day`");
    let second = site.read(lock);
    assert!(second.contains("board-owns") && !second.contains("by-night"));
}

#[test]
fn check_says_the_same_after_pin_with_the_text_and_without() {
    let site = site();
    site.run(&["check", "--sources", "sources"]).ends_with(0);
    site.run(&["check", "--sources", "content"])
        .ends_with(1)
        .warns("lock-missing");
    site.run(&["pin", "--sources", "sources"]).ends_with(0);
    for sources in ["sources", "content"] {
        let run = site.run(&["check", "--sources", sources]).ends_with(0);
        run.warns("not-in-quotation-marks");
    }
    edit(&site, "Its looms turn by night", "Its looms turn by");
    site.run(&["check", "--sources", "content"])
        .ends_with(1)
        .warns("quote-not-pinned");
    site.run(&["check", "--sources", "sources"])
        .ends_with(1)
        .warns("quote-not-pinned");
    site.run(&["pin"]).ends_with(0);
    site.run(&["check", "--sources", "content"]).ends_with(0);
}

#[test]
fn pin_needs_a_text() {
    let site = site();
    let run = site
        .run(&["pin", "brief", "--sources", "content"])
        .ends_with(2);
    run.warns("the text of `brief` is not at hand");
    site.run(&["pin", "--sources", "content"])
        .ends_with(2)
        .warns("no source text is at hand");
    site.run(&["pin", "breef"])
        .ends_with(2)
        .warns("there is no document `breef`");
    site.run(&["pin", "--sources", "nowhere"])
        .ends_with(2)
        .warns("there is no folder `nowhere`");
}

/// The corpus with two documents only: one with its text, and one whose quotations are all found.
fn site() -> Site {
    let site = Site::empty();
    let corpus = tests().join("quotes/corpus");
    for folder in [
        "content/voices",
        "content/themes",
        "content/documents/brief",
        "content/documents/empty",
        "sources",
    ] {
        site.lay(folder, &corpus.join(folder));
    }
    let settings = std::fs::read_to_string(corpus.join("content/site.yaml")).unwrap();
    site.write("content/site.yaml", &settings);
    site
}

fn edit(site: &Site, from: &str, to: &str) {
    let path = "content/documents/brief/claims.yaml";
    let text = site.read(path);
    assert!(text.contains(from));
    site.write(path, &text.replace(from, to));
}
