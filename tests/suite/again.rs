//! A build whose site stands is told and not done again, and whatever differs has it done.

use crate::program::Site;
use std::fs;

const BUILD: [&str; 1] = ["build"];
const WARNING: &str = "unused-voice";

/// A site that was built once.
fn built() -> Site {
    let site = Site::small();
    site.run(&BUILD).ends_with(0);
    site
}

/// Lets the memory say what no build ever said, so that it is seen whether it was asked.
fn mark(site: &Site) {
    let [kept] = &site.remembered()[..] else {
        panic!("{:?}", site.remembered());
    };
    let text = fs::read_to_string(kept).unwrap();
    let body = text.split_once('\n').unwrap().1;
    let marked = body.replace("1 document", "1 remembered document");
    assert_ne!(marked, body);
    let sum = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(&marked));
    fs::write(kept, format!("{sum}\n{marked}")).unwrap();
}

/// Does something to a site that was built, and builds it again.
#[track_caller]
fn is_done_again(site: &Site, change: &str, arguments: &[&str]) {
    let run = site.run(arguments).ends_with(0);
    assert!(
        !run.stdout.contains("remembered"),
        "{change}: {}",
        run.stdout
    );
}

#[test]
fn nothing_changed_is_told_and_not_done() {
    let site = built();
    let before = site.tree("public");
    mark(&site);
    let again = site.run(&BUILD).ends_with(0);
    again.says("1 remembered document, 2 claims in ./public: ");
    again.says(&format!(" 0 files written, {} unchanged", before.len()));
    assert_eq!(site.tree("public"), before);
}

#[test]
fn a_report_is_told_again() {
    let site = Site::small();
    site.write(
        "content/voices/other.yaml",
        "name: Other\nkind: body\nside: hill\n",
    );
    let first = site.run(&BUILD);
    mark(&site);
    let second = site.run(&BUILD);
    assert!(first.stderr.contains(WARNING), "{}", first.stderr);
    assert_eq!(second.stderr, first.stderr);
    second.says("remembered");
}

#[test]
fn what_differs_is_done() {
    type Change = fn(&Site);
    let changes: [(&str, Change, &[&str]); 12] = [
        (
            "a word of a claim",
            |site| {
                let claims = site.read("content/documents/report/claims.yaml");
                let claims = claims.replace("says: Deep.", "says: Deeper.");
                site.write("content/documents/report/claims.yaml", &claims);
            },
            &BUILD,
        ),
        (
            "a new file",
            |site| site.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n"),
            &BUILD,
        ),
        (
            "a template",
            |site| site.write("templates/note.html", "x"),
            &BUILD,
        ),
        (
            "a static file",
            |site| site.write("static/x.txt", "x"),
            &BUILD,
        ),
        (
            "a source text",
            |site| {
                let text = site.read("content/documents/report/text.md");
                site.write("sources/report.md", &text);
            },
            &BUILD,
        ),
        (
            "an address",
            |_| {},
            &["build", "--base-url", "https://example.net/"],
        ),
        ("drafts", |_| {}, &["build", "--drafts"]),
        ("no search", |_| {}, &["build", "--no-search"]),
        ("another folder", |_| {}, &["build", "--out", "elsewhere"]),
        (
            "a page of the same length and time",
            |site| {
                let path = site.root.join("public/index.html");
                let time = fs::metadata(&path).unwrap().modified().unwrap();
                let text = site.read("public/index.html").replace("Canals", "Banals");
                site.write("public/index.html", &text);
                fs::File::options()
                    .append(true)
                    .open(path)
                    .unwrap()
                    .set_modified(time)
                    .unwrap();
            },
            &BUILD,
        ),
        (
            "a missing page",
            |site| fs::remove_file(site.root.join("public/404.html")).unwrap(),
            &BUILD,
        ),
        (
            "damaged memory",
            |site| {
                let kept = &site.remembered()[0];
                let text = fs::read_to_string(kept).unwrap();
                fs::write(kept, text.replace("remembered", "misremembered")).unwrap();
            },
            &BUILD,
        ),
    ];
    for (change, make, arguments) in changes {
        let site = built();
        let before = site.tree("public");
        mark(&site);
        make(&site);
        is_done_again(&site, change, arguments);
        if change.contains("page") || change.contains("memory") {
            assert_eq!(site.tree("public"), before, "{change}");
        }
    }
}

#[test]
fn what_others_put_there_stays_and_is_no_difference() {
    let site = built();
    site.write("public/CNAME", "example.org");
    mark(&site);
    site.run(&BUILD).ends_with(0).says("remembered");
    assert_eq!(site.read("public/CNAME"), "example.org");
}

#[test]
fn a_fault_is_not_remembered() {
    let site = built();
    let sound = site.read("content/documents/report/claims.yaml");
    site.write("content/documents/report/claims.yaml", "- id: one\n");
    site.run(&BUILD).ends_with(1);
    site.run(&BUILD).ends_with(1);
    site.write("content/documents/report/claims.yaml", &sound);
    mark(&site);
    site.run(&BUILD).ends_with(0).says("remembered");
}

#[test]
fn memory_does_not_grow_without_limit() {
    const LIMIT: usize = 32;
    let site = built();
    for number in 0..LIMIT + 3 {
        let out = format!("elsewhere/{number}");
        site.run(&["build", "--out", &out]).ends_with(0);
    }
    assert_eq!(site.remembered().len(), LIMIT);
}
