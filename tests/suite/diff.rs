//! `diff` between revisions of git; what people see of it is in `tests/transcripts/diff.txt`.

use crate::program::{SMALL_CLAIMS, Site};
use serde_json::Value;
use std::process::Command;

fn git(site: &Site, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(&site.root)
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
    let output = git.args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
}

fn repository() -> Site {
    let site = Site::small();
    git(&site, &["init", "--quiet"]);
    git(&site, &["add", "content"]);
    git(&site, &["commit", "--quiet", "--message", "First"]);
    site
}

fn diff(site: &Site, arguments: &[&str], status: i32) -> Value {
    let run = site.run(&[&["diff", "--format", "json"][..], arguments].concat());
    serde_json::from_str(&run.ends_with(status).stdout).unwrap()
}

#[test]
fn revisions_are_compared_without_touching_the_work_tree() {
    let site = repository();
    site.write(
        "content/documents/report/claims.yaml",
        &SMALL_CLAIMS.replace("kind: fact", "kind: assessment"),
    );
    site.write("content/voices/new.yaml", "name: New\nkind: body\n");
    let before = site.tree("content");
    let now = diff(&site, &["HEAD"], 0);
    assert_eq!(
        now["claims"]["changed"][0]["fields"][0],
        serde_json::json!(["kind", "fact", "assessment"])
    );
    assert_eq!(now["voices"]["added"][0]["id"], "new");
    assert_eq!(site.tree("content"), before);
    git(
        &site,
        &["commit", "--quiet", "--all", "--message", "Second"],
    );
    let committed = diff(&site, &["HEAD~1", "HEAD"], 0);
    assert_eq!(committed["claims"], now["claims"]);
    assert!(committed["voices"]["added"].as_array().unwrap().is_empty());
    assert!(
        diff(&site, &["HEAD", "HEAD"], 0)["pages"]["changed"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    site.run(&["diff", "no-such-branch"])
        .ends_with(2)
        .warns("`no-such-branch` is neither");
}

#[test]
fn a_root_below_the_top_of_the_repository_is_compared() {
    let site = repository();
    site.lay("sites/small/content", &site.root.join("content"));
    git(&site, &["add", "sites"]);
    git(&site, &["commit", "--quiet", "--message", "Below"]);
    site.write(
        "sites/small/content/documents/report/claims.yaml",
        &SMALL_CLAIMS.replace("kind: fact", "kind: assessment"),
    );
    let now = diff(&site, &["HEAD", "--root", "sites/small"], 0);
    let changed = now["claims"]["changed"].as_array().unwrap();
    assert_eq!(changed.len(), 1);
    assert_eq!(
        changed[0]["fields"][0],
        serde_json::json!(["kind", "fact", "assessment"])
    );
    assert!(now["voices"]["added"].as_array().unwrap().is_empty());
}

/// A permalink never dies: an id that is gone needs an alias, and a draft never had one.
#[test]
fn an_id_that_vanishes_is_an_error() {
    let two = SMALL_CLAIMS.find("- id: two").unwrap();
    for (claims, status, gone) in [
        (SMALL_CLAIMS[..two].to_owned(), 1, vec!["report/two"]),
        (
            SMALL_CLAIMS.replace("- id: two", "- id: river"),
            1,
            vec!["report/two"],
        ),
        (
            SMALL_CLAIMS.replace("- id: two", "- id: river\n  aliases: [two]"),
            0,
            vec![],
        ),
        (
            SMALL_CLAIMS.replace(
                "- id: two",
                "- id: two\n  status: withdrawn\n  reason: Misread.",
            ),
            0,
            vec![],
        ),
    ] {
        let site = repository();
        site.write("content/documents/report/claims.yaml", &claims);
        let found = diff(&site, &["HEAD"], status);
        let ids = found["vanished"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["id"]);
        assert_eq!(ids.collect::<Vec<_>>(), gone);
    }
    let site = repository();
    site.write(
        "content/documents/report/claims.yaml",
        &SMALL_CLAIMS.replace("- id: two", "- id: two\n  status: draft"),
    );
    git(&site, &["commit", "--quiet", "--all", "--message", "Draft"]);
    site.write("content/documents/report/claims.yaml", &SMALL_CLAIMS[..two]);
    diff(&site, &["HEAD"], 0);
}

/// A record that is left out for its errors is not said to be gone.
#[test]
fn a_faulty_state_is_told_from_a_smaller_one() {
    let site = repository();
    let claims = SMALL_CLAIMS.replacen("kind: ", "kind: un", 1);
    site.write("content/documents/report/claims.yaml", &claims);
    assert_eq!(diff(&site, &["HEAD"], 1)["whole"], false);
    site.run(&["diff", "HEAD"])
        .ends_with(1)
        .says("A record that has one is left out")
        .warns("where a record is only faulty, mend it");
    site.write("content/documents/report/claims.yaml", SMALL_CLAIMS);
    assert_eq!(diff(&site, &["HEAD"], 0)["whole"], true);
}

/// Ids are followed: a record that only has another name, or a home that has, is the same.
#[test]
fn a_rename_is_no_other_change() {
    let site = repository();
    for (old, new) in [
        ("report", "survey"),
        ("survey/two", "river"),
        ("depth", "water"),
        ("water/depth", "deepness"),
        ("office", "canal-office"),
    ] {
        site.run(&["rename", old, new]).ends_with(0);
    }
    let found = diff(&site, &["HEAD"], 0);
    for kind in ["claims", "documents", "voices", "themes", "questions"] {
        for list in ["added", "removed"] {
            assert_eq!(found[kind][list], serde_json::json!([]), "{kind}");
        }
        for change in found[kind]["changed"].as_array().unwrap() {
            assert!(
                change["was"].is_string() && change["fields"].is_null(),
                "{change}"
            );
        }
    }
    assert_eq!(found["claims"]["changed"][1]["was"], "report/two");
    for list in ["rows", "cells", "rings", "vanished"] {
        assert_eq!(found[list], serde_json::json!([]), "{list}");
    }
}

/// What the markdown says first is what a reviewer has to know: a cell turns, a ring is filled.
#[test]
fn cells_rings_and_balance_are_told() {
    let site = repository();
    let two = SMALL_CLAIMS.find("- id: two").unwrap();
    site.write("content/documents/report/claims.yaml", &SMALL_CLAIMS[..two]);
    let back = diff(&site, &["HEAD", "."], 1);
    assert_eq!(back["cells"][0]["before"], "described");
    assert_eq!(back["cells"][0]["after"], "not-covered");
    assert_eq!(back["rows"][0]["after"], "one-sided");
    assert_eq!(back["rings"][0]["is_filled"], false);
    let weight = &back["balance"][0];
    assert_eq!(
        (&weight["before"]["claims"], &weight["after"]["claims"]),
        (&2.into(), &1.into())
    );
    let words = site.run(&["diff", "HEAD"]).ends_with(1);
    words
        .says("### Links that would die")
        .says("| `depth/depth` | hill | described | **not-covered** |");
    assert!(words.stderr.contains("1 id is gone without an alias"));
}
