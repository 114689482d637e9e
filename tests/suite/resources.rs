//! Content that is meant to keep a build busy: it ends, says why, and takes no more than a machine has.
//!
//! The sizes are such that what grows with the square of them would take hours, so the limit of time can be generous.

use crate::program::{PROGRAM, Site};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_secs(90);

/// Kilobytes of addresses that the program may ask for.
const MEMORY: u32 = 3_000_000;

const VOICE: &str = "content/voices/office.yaml";
const DOCUMENT: &str = "content/documents/report/document.yaml";
const PAGE: &str = "content/pages/about.md";
const TEXT: &str = "content/documents/report/text.md";
const SITE: &str = "content/site.yaml";
const THEME: &str = "content/themes/depth.yaml";
const CLAIMS: &str = "content/documents/report/claims.yaml";

/// Checks or builds with more text at the end of a file, within the limits; what is printed.
#[track_caller]
fn bounded(command: &str, path: &str, more: &str, status: i32) -> String {
    let site = Site::small();
    let text = site.read(path);
    site.write(path, &format!("{text}{more}"));
    let printed = site.root.join("printed");
    let mut child = Command::new("sh")
        .args([
            "-c",
            "ulimit -v \"$1\"; shift; exec \"$@\"",
            "sh",
            &MEMORY.to_string(),
        ])
        .args([PROGRAM, command])
        .current_dir(&site.root)
        .stdout(Stdio::null())
        .stderr(File::create(&printed).unwrap())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let ended = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if begun.elapsed() > LIMIT => {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("{command} took more than {LIMIT:?} for {more:.40}");
            }
            None => sleep(Duration::from_millis(20)),
        }
    };
    let words = fs::read_to_string(printed).unwrap();
    assert_eq!(ended.code(), Some(status), "{more:.40}: {words:.2000}");
    assert!(
        words.len() < 1_000_000,
        "{} bytes for {more:.40}",
        words.len()
    );
    words
}

#[test]
fn records_that_cannot_be_read_are_given_up_at_once() {
    let mut bomb = String::new();
    for (one, next) in ('a'..'j').zip('b'..'k') {
        let nine = vec![format!("*{one}"); 9].join(",");
        let _ = writeln!(bomb, "{next}: &{next} [{nine}]");
    }
    for (more, told) in [
        ("[".repeat(200_000), "yaml-syntax"),
        (
            "x: ".to_owned() + &"[".repeat(5_000) + &"]".repeat(5_000),
            "yaml-syntax",
        ),
        ("x: ".to_owned() + &"{a: ".repeat(20_000), "yaml-syntax"),
        (
            "x:\n  ".to_owned() + &"- ".repeat(50_000),
            "nested more than 100 levels deep",
        ),
        (
            format!("a: &a [{}]\n{bomb}", ["x"; 9].join(",")),
            "yaml-anchor",
        ),
        ("# ".to_owned() + &"x".repeat(9_000_000), "file-too-large"),
    ] {
        let words = bounded("check", VOICE, &more, 1);
        assert!(words.contains(told), "{words:.2000}");
    }
}

#[test]
fn thousands_of_faults_are_cut_and_counted() {
    let mut keys = String::new();
    for at in 0..10_000 {
        let _ = writeln!(keys, "k{at}: 1");
    }
    let words = bounded("check", VOICE, &keys, 1);
    assert!(
        words.contains("10000 errors, of which 200 are shown"),
        "{words:.2000}"
    );
    assert_eq!(words.matches("error[").count(), 200);
    for more in [
        "a: 1\n".repeat(100_000),
        "via: &a x\n".repeat(20_000),
        format!("aliases: [{}]\n", vec!["A"; 50_000].join(",")),
        format!("aliases: [{}]\n", vec!["&a A"; 20_000].join(",")),
    ] {
        bounded("check", VOICE, &more, 1);
    }
}

#[test]
fn long_lists_and_long_words_take_their_time_once() {
    let list = |name: &str, count: usize, item: &dyn Fn(usize) -> String| {
        let mut more = format!("{name}:\n");
        for at in 0..count {
            let _ = writeln!(more, "  - {}", item(at));
        }
        more
    };
    for (path, more) in [
        (
            SITE,
            list("loaded_words", 20_000, &|at| format!("word{at}")),
        ),
        (
            SITE,
            "loaded_words: ['(a+)+$', '(.*)*x', '[', '((((', '\\p{L}+', 'a{999}{999}']\n"
                .to_owned(),
        ),
        (
            DOCUMENT,
            list("repairs", 5_000, &|at| {
                format!("{{printed: w{at}, read: v{at}}}")
            }),
        ),
        (
            DOCUMENT,
            list("furniture", 2_000, &|at| format!("line {at}")),
        ),
        (VOICE, format!("note: \"{}\"\n", "\\u0041".repeat(200_000))),
        (VOICE, format!("note: '{}'\n", "a: b".repeat(200_000))),
        (TEXT, "a".repeat(1_000_000)),
        (TEXT, "here the drain is eight feet ".repeat(10_000)),
        (TEXT, "长".repeat(100_000)),
    ] {
        bounded("check", path, &more, 0);
    }
}

/// What stands in many places at once: each has its limit, or its place on a page for a few.
#[test]
fn a_short_file_does_not_make_a_long_site() {
    let lines =
        |count: usize, line: &dyn Fn(usize) -> String| -> String { (0..count).map(line).collect() };
    let sides = |count| lines(count, &|at| format!("  - {{id: s{at}, name: S{at}}}\n"));
    let question = |at| format!("  - {{id: q{at}, asks: How {at}?, compare: about}}\n");
    let alias = |at| format!("  - a{at}\n");
    for (path, more) in [
        (SITE, sides(3_000)),
        (THEME, lines(3_000, &question)),
        (VOICE, "aliases:\n".to_owned() + &lines(100_000, &alias)),
    ] {
        let words = bounded("build", path, &more, 1);
        assert!(words.contains("error[too-many]"), "{words:.2000}");
    }
    // The most that there can be of each.
    bounded("build", SITE, &sides(48), 0);
    bounded("build", THEME, &lines(199, &question), 0);
}

/// Statements pinned to one sentence show a few of each other, so that their pages grow with their number alone.
#[test]
fn a_page_shows_a_few_of_many_that_belong_together() {
    let site = Site::small();
    let claims = (0..40).map(|at| {
        format!(
            "- {{id: c{at}, says: Deep., quote: the drain is eight feet deep, about: fen, \
             answers: depth/depth, kind: fact}}\n"
        )
    });
    site.write(CLAIMS, &claims.collect::<String>());
    site.run(&["build", "--no-search"]).ends_with(0);
    for (id, neighbours) in [
        ("c0", ["c1", "c6"]),
        ("c20", ["c17", "c23"]),
        ("c39", ["c33", "c38"]),
    ] {
        let page = site.read(&format!("public/claims/report/{id}.html"));
        let (_, rest) = page.split_once("From the same sentence").unwrap();
        let (section, _) = rest.split_once("</section>").unwrap();
        assert_eq!(section.matches("<article").count(), 6, "{id}: {section}");
        for other in neighbours {
            assert!(
                section.contains(&format!("{other}.html\"")),
                "{id}: {section}"
            );
        }
        assert!(
            section.contains(&format!("#report.{id}\"")),
            "{id}: {section}"
        );
    }
}

/// Which was meant is looked for only as long as somebody would wait.
#[test]
fn thousands_of_wrong_names_are_told_at_once() {
    let mut more = String::new();
    for at in 0..4_000 {
        let _ = writeln!(
            more,
            "- {{id: c{at}, says: Deep., quote: the drain is eight feet deep, about: fen, \
             answers: depth/depth, kind: fact, relations: [{{type: cites, claim: report/c{at}x}}]}}"
        );
    }
    // Two long names would take the product of their lengths.
    let (long, longer) = ("a".repeat(50_000), "b".repeat(60_000));
    let _ = writeln!(
        more,
        "- {{id: {long}, says: Deep., quote: the drain is eight feet deep, about: fen, \
         answers: depth/depth, kind: fact, relations: [{{type: cites, claim: report/{longer}}}]}}"
    );
    let words = bounded("check", CLAIMS, &more, 1);
    assert!(words.contains("did you mean `report/c0`?"), "{words:.2000}");
    assert!(
        words.contains("add the claim, or name one that is there"),
        "{words:.2000}"
    );
}

/// Each is looked for once, however long the text is.
#[test]
fn a_source_may_be_as_long_as_a_file_may_be() {
    let more = "some words of a line\n".repeat(100_000);
    bounded("check", TEXT, &more, 0);
    bounded("check", TEXT, &"的".repeat(500_000), 0);
}

#[test]
fn markdown_grows_no_faster_than_its_text() {
    for unit in [
        "- ",
        "1. ",
        "> ",
        "> - ",
        "*a **b _c ",
        "[",
        "![",
        "[a](",
        "`",
        "<a ",
        "<!--",
        "[^a]",
        "~~a",
        "&",
    ] {
        let more = unit.repeat(20_000) + "x\n";
        bounded("build", PAGE, &more, 0);
    }
    let address = "a=b&".repeat(200_000);
    let more = format!("[a](https://example.org/?{address})\n");
    bounded("build", PAGE, &more, 0);
}

#[test]
fn a_figure_is_finite_and_no_longer_than_a_number() {
    for (value, status) in [
        ("1e400", 1),
        ("-1e400", 1),
        (".inf", 1),
        (".nan", 1),
        (&"1".repeat(10_000), 1),
        ("1.7e308", 0),
        ("5e-324", 0),
        (&"1".repeat(300), 0),
        ("0xFFFFFFFFFFFFFFFFFFFFFFFF", 0),
    ] {
        let more = format!("  figures:\n    - {{measures: x, value: {value}, verbatim: nine}}\n");
        bounded("build", CLAIMS, &more, status);
    }
}
