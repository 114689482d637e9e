//! The program as people and machines run it.

use crate::built::root;
use crate::program::{PROGRAM, SMALL_CLAIMS, SMALL_SITE, Site};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

#[test]
fn exit_statuses() {
    let site = Site::small();
    for (arguments, status) in [
        (&["check"][..], 0),
        (&["check", "--format", "json", "--deny-warnings"], 0),
        (&["build"], 0),
        (&["build", "--jobs", "1", "--drafts"], 0),
        (&["explain"], 0),
        (&["explain", "unknown-theme"], 0),
        (&["--help"], 0),
        (&["--version"], 0),
        (&[], 2),
        (&["bild"], 2),
        (&["check", "--formt", "json"], 2),
        (&["check", "--format", "xml"], 2),
        (&["check", "--sources", "nowhere"], 2),
        (&["build", "--base-url", "example.org"], 2),
        (&["build", "--base-url", "https://"], 2),
        (&["build", "--base-url", "https://example.org/?page"], 2),
        (&["build", "--jobs", "many"], 2),
        (&["build", "--jobs", "0"], 2),
        (&["build", "--out", "content"], 2),
        (&["explain", "no-such-code"], 2),
    ] {
        site.run(arguments).ends_with(status);
    }
    site.write(
        "content/site.yaml",
        &SMALL_SITE.replace("base_url: https://example.org/canals/\n", ""),
    );
    site.run(&["check"]).ends_with(0).warns("missing-base-url");
    site.run(&["build"]).ends_with(0).warns("missing-base-url");
    site.run(&["check", "--deny-warnings"]).ends_with(1);
    site.write("content/site.yaml", "title: [");
    site.run(&["check"]).ends_with(1).warns("yaml-syntax");
    site.run(&["build"]).ends_with(1).warns("yaml-syntax");
    site.run(&["explain"]).ends_with(0);
}

#[test]
fn every_command_shows_an_example_and_is_in_the_manual() {
    let site = Site::empty();
    let help = site.run(&["--help"]).ends_with(0).stdout;
    let manual = site.run(&["man"]).ends_with(0).stdout;
    assert!(help.contains("\nExample: diptych init"), "{help}");
    let commands = help.split_once("Commands:").unwrap().1;
    let commands = commands.split_once("Options:").unwrap().0;
    let is_name = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    let names = commands.lines().filter(is_name);
    let names: Vec<&str> = names
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(names.contains(&"check"), "{names:?}");
    for name in names {
        let run = site.run(&[name, "--help"]).ends_with(0);
        run.says(&format!("\nExample: diptych {name}"));
        let heading = format!("\n.SH \"DIPTYCH {}\"\n", name.to_uppercase());
        assert!(manual.contains(&heading), "{name}");
    }
    assert!(manual.contains("\n.SH \"DIPTYCH NEW CLAIM\"\n"), "{manual}");
}

#[test]
fn every_shell_gets_completions() {
    let site = Site::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = site.run(&["completions", shell]).ends_with(0);
        run.says("diptych").says("rename");
    }
    site.run(&["completions", "tcsh"]).ends_with(2);
}

#[test]
fn a_folder_without_content_is_a_fault_of_the_content() {
    let site = Site::empty();
    site.run(&["check"])
        .ends_with(1)
        .warns("there is no `content/site.yaml`");
    site.run(&["build"]).ends_with(1);
    assert_eq!(site.tree("."), BTreeMap::new());
}

#[test]
fn build_counts_on_one_line() {
    let site = Site::small();
    let run = site.run(&["build", "--out", "first"]).ends_with(0);
    let pages = site
        .tree("first")
        .keys()
        .filter(|path| path.ends_with(".html"))
        .count();
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert_eq!(run.stderr, "");
    let (before, time) = run.stdout.trim_end().rsplit_once(" in ").unwrap();
    assert!(before.starts_with("1 document, 2 claims in "), "{before}");
    assert!(
        before.contains(&format!(": {pages} pages, ")),
        "{pages}: {before}"
    );
    let seconds = time
        .strip_suffix(" s")
        .and_then(|time| time.parse::<f64>().ok());
    assert!(seconds.is_some(), "{time}");
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::small();
    site.run(&["build"])
        .ends_with(0)
        .says(" 0 unchanged, 0 removed");
    let before = site.tree("public");
    site.run(&["build", "--jobs", "3"])
        .ends_with(0)
        .says(" 0 files written, ");
    assert_eq!(before, site.tree("public"));
}

/// Where the system lists the threads of a process.
#[cfg(target_os = "linux")]
#[test]
fn as_many_threads_work_as_are_asked_for() {
    let site = Site::small();
    for jobs in [1, 3, 5] {
        let mut build = Command::new(PROGRAM)
            .args(["build", "--jobs", &jobs.to_string()])
            .current_dir(&site.root)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let threads = format!("/proc/{}/task", build.id());
        let mut most = 0;
        while build.try_wait().unwrap().is_none() {
            most = most.max(fs::read_dir(&threads).map_or(0, Iterator::count));
        }
        // The first one waits for the others.
        assert_eq!(most, jobs + 1);
    }
}

#[test]
fn a_page_that_is_gone_is_removed_and_what_others_put_there_stays() {
    let site = Site::small();
    site.run(&["build"]).ends_with(0);
    site.write("public/CNAME", "example.org");
    fs::remove_file(site.root.join("content/pages/about.md")).unwrap();
    site.run(&["build"]).ends_with(0).says(" 1 removed");
    let tree = site.tree("public");
    assert!(!tree.contains_key("about/index.html"));
    assert_eq!(tree["CNAME"], b"example.org");
}

/// Whatever goes wrong, the old site stays byte for byte.
#[test]
fn a_build_that_fails_leaves_the_old_site() {
    for (path, text, status, word) in [
        (
            "content/themes/depth.yaml",
            "title: Depth\n".to_owned(),
            1,
            "missing-field",
        ),
        (
            "content/documents/report/claims.yaml",
            "- id: one\n".to_owned(),
            1,
            "missing-field",
        ),
        (
            "templates/pages/home.html",
            "{{ page.nothing }}".to_owned(),
            2,
            "pages/home.html",
        ),
        (
            "templates/pages/home.html",
            "{% if %}".to_owned(),
            2,
            "home.html",
        ),
        (
            "templates/pages/home.html",
            "{{ <Nothing /> }}".to_owned(),
            2,
            "Nothing",
        ),
        (
            "templates/pages/home.html",
            "{{ message(id=\"nothing\") }}".to_owned(),
            2,
            "`nothing`",
        ),
        (
            "templates/i18n/en.ftl",
            messages_without("skip"),
            2,
            "`skip`",
        ),
        (
            "templates/i18n/en.ftl",
            messages_without("claim-about"),
            2,
            "claim-about",
        ),
        ("templates/i18n/en.ftl", "skip = { $".to_owned(), 2, "en"),
        (
            "static/css/site.css",
            "@import \"nothing.css\";".to_owned(),
            2,
            "nothing.css",
        ),
    ] {
        let site = Site::small();
        site.run(&["build"]).ends_with(0);
        let before = site.tree("public");
        site.write(path, &text);
        site.run(&["build"]).ends_with(status).warns(word);
        assert_eq!(before, site.tree("public"), "{path}: {text}");
        assert_eq!(
            site.folders(),
            site.folders_of(&["content", "public", "static", "templates"]),
            "{path}"
        );
    }
}

#[test]
fn a_folder_of_others_is_not_overwritten() {
    let site = Site::small();
    site.write("public/index.html", "mine");
    site.run(&["build"]).ends_with(2).warns("public");
    assert_eq!(
        site.tree("public"),
        BTreeMap::from([("index.html".to_owned(), b"mine".to_vec())])
    );
}

#[test]
fn json_has_the_shape_of_the_contract() {
    let site = Site::small();
    let claims = "content/documents/report/claims.yaml";
    let faulty = SMALL_CLAIMS
        .replace("id: two", "id: one")
        .replace("kind: fact", "kind: fatc");
    site.write(claims, &faulty);
    let run = site.run(&["check", "--format", "json"]).ends_with(1);
    assert_eq!(run.stderr, "");
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<BTreeSet<_>>()
    };
    let named = |names: &str| names.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(keys(&report), named("diagnostics errors warnings"));
    assert_eq!(
        (&report["errors"], &report["warnings"]),
        (&2.into(), &0.into())
    );
    let faults = report["diagnostics"].as_array().unwrap();
    assert_eq!(faults.len(), 2);
    for fault in faults {
        let names = match &fault["code"] {
            code if code == "unknown-value" => {
                "code severity message file start end help mend related"
            }
            _ => "code severity message file start end help related",
        };
        assert_eq!(keys(fault), named(names));
        assert_eq!(
            (&fault["file"], &fault["severity"]),
            (&claims.into(), &"error".into())
        );
        assert_eq!(
            (keys(&fault["start"]), keys(&fault["end"])),
            (named("line column"), named("line column"))
        );
        for other in fault["related"].as_array().unwrap() {
            assert_eq!(keys(other), named("message file start end"));
        }
    }
    let kind = faults
        .iter()
        .find(|fault| fault["code"] == "unknown-value")
        .unwrap();
    assert_eq!(place(kind, &faulty), "fatc");
    assert_eq!(keys(&kind["mend"]), named("text certain file start end"));
    assert_eq!(
        (&kind["mend"]["text"], &kind["mend"]["certain"]),
        (&"fact".into(), &true.into())
    );
    let twice = faults
        .iter()
        .find(|fault| fault["code"] == "duplicate-id")
        .unwrap();
    assert_eq!(place(twice, &faulty), "one");
    let lines = |fault: &Value| fault["start"]["line"].as_u64().unwrap();
    assert!(lines(twice) > lines(&twice["related"][0]));
    // Nothing but the report stands on standard output, and one without faults has the same shape.
    site.write(claims, SMALL_CLAIMS);
    let run = site.run(&["check", "--format", "json"]).ends_with(0);
    assert_eq!(
        run.stdout,
        "{\"diagnostics\":[],\"errors\":0,\"warnings\":0}\n"
    );
}

/// Twelve faults in six files of the real content: where, what stands there, what is put in its place, what of
/// it is wrong and how the fault is called.
const PLANTED: [(&str, &str, &str, &str, &str); 12] = [
    (
        "site.yaml",
        "licence: CC",
        "license: CC",
        "license",
        "unknown-key",
    ),
    (
        "site.yaml",
        "coverage: 0.5",
        "coverage: 5",
        "5",
        "invalid-number",
    ),
    (
        "themes/talent.yaml",
        "definition:\n      en: Statements on education",
        "defintion:\n      en: Statements on education",
        "defintion",
        "unknown-key",
    ),
    (
        "themes/talent.yaml",
        "silent: [talent/training/china",
        "silent: [talent/training/chian",
        "talent/training/chian",
        "unknown-side",
    ),
    (
        "voices/irs.yaml",
        "sector: think-tank",
        "sector: thinktank",
        "thinktank",
        "unknown-value",
    ),
    (
        "voices/irs.yaml",
        "country: PK",
        "country: Pakistan",
        "Pakistan",
        "unknown-value",
    ),
    (
        "terms/pcast-report.yaml",
        "side: us",
        "side: usa",
        "usa",
        "unknown-side",
    ),
    (
        "terms/pcast-report.yaml",
        "date: 2024-04",
        "date: 2024-13",
        "2024-13",
        "invalid-date",
    ),
    (
        "documents/chen-miit/document.yaml",
        "publish: quotes",
        "publish: qotes",
        "qotes",
        "unknown-value",
    ),
    (
        "documents/chen-miit/document.yaml",
        "not_before: 2025-03-05",
        "not_before: 2025-02-30",
        "2025-02-30",
        "invalid-date",
    ),
    (
        "documents/irs-spotlight/claims.yaml",
        "kind: risk",
        "kind: peril",
        "peril",
        "unknown-value",
    ),
    (
        "documents/irs-spotlight/claims.yaml",
        "about: [us, china]",
        "about: [us, chnia]",
        "chnia",
        "unknown-side",
    ),
];

#[test]
fn twelve_faults_in_six_files_are_reported_at_their_lines() {
    let site = Site::empty();
    site.lay("content", &root().join("content"));
    site.write("public/index.html", "the old site");
    let mut expected = BTreeSet::new();
    for (path, old, new, wrong, code) in PLANTED {
        let path = format!("content/{path}");
        let text = site.read(&path);
        let at = text
            .find(old)
            .unwrap_or_else(|| panic!("{path} has no {old}"));
        site.write(&path, &text.replacen(old, new, 1));
        let line = text[..at].matches('\n').count() + 1;
        expected.insert((path, line as u64, code.to_owned(), wrong.to_owned()));
    }
    let run = site.run(&["check", "--format", "json"]).ends_with(1);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let faults = report["diagnostics"].as_array().unwrap().iter();
    let found = faults.filter(|fault| fault["severity"] == "error");
    let found = found.map(|fault| {
        let file = fault["file"].as_str().unwrap().to_owned();
        let line = fault["start"]["line"].as_u64().unwrap();
        let code = fault["code"].as_str().unwrap().to_owned();
        let words = place(fault, &site.read(&file));
        (file, line, code, words)
    });
    assert_eq!(found.collect::<BTreeSet<_>>(), expected);
    assert_eq!(report["errors"], 12);
    let run = site.run(&["check"]).ends_with(1);
    for (path, line, code, _) in &expected {
        run.warns(&format!("[{code}]"))
            .warns(&format!("{path}:{line}:"));
    }
    site.run(&["build"]).ends_with(1);
    assert_eq!(
        site.tree("public"),
        BTreeMap::from([("index.html".to_owned(), b"the old site".to_vec())])
    );
}

#[test]
fn the_base_url_can_be_given() {
    let site = Site::small();
    let canonical = |out: &str| {
        let home = site.read(&format!("{out}/themes/index.html"));
        let link = home.split("<link rel=\"canonical\" href=\"").nth(1);
        link.map(|rest| rest.split_once('"').unwrap().0.to_owned())
    };
    site.run(&["build", "--out", "own"]).ends_with(0);
    assert_eq!(
        canonical("own").as_deref(),
        Some("https://example.org/canals/themes/")
    );
    let given = ["--base-url", "https://preview.example.org/7"];
    site.run(&[&["build", "--out", "given"], &given[..]].concat())
        .ends_with(0);
    assert_eq!(
        canonical("given").as_deref(),
        Some("https://preview.example.org/7/themes/")
    );
    assert!(site.read("given/404.html").contains("\"/7/themes/\""));
    assert!(
        site.read("given/robots.txt")
            .contains("https://preview.example.org/7/sitemap.xml")
    );

    // Without one everything that needs it is left out, which is said once.
    site.write(
        "content/site.yaml",
        &SMALL_SITE.replace("base_url: https://example.org/canals/\n", ""),
    );
    let run = site.run(&["build", "--out", "none"]).ends_with(0);
    assert_eq!(
        run.stderr.matches("missing-base-url").count(),
        1 + usize::from(run.stderr.contains("explain"))
    );
    assert_eq!(canonical("none"), None);
    let tree = site.tree("none");
    assert!(!tree.contains_key("404.html") && !tree.contains_key("sitemap.xml"));
    let words = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("canals/");
    assert!(!tree.values().any(words), "an address of the site is left");
    // One that is given takes the warning away.
    site.run(&[&["build", "--out", "last"], &given[..]].concat())
        .ends_with(0)
        .is_quiet();
}

#[test]
fn the_root_can_be_elsewhere() {
    let site = Site::small();
    let elsewhere = Site::empty();
    let root = site.root.as_str();
    elsewhere.run(&["--root", root, "check"]).ends_with(0);
    elsewhere.run(&["check", "--root", root]).ends_with(0);
    elsewhere.run(&["build", "--root", root]).ends_with(0);
    assert!(
        site.root.join("public/index.html").is_file(),
        "the output belongs to the root"
    );
    assert_eq!(elsewhere.tree("."), BTreeMap::new());
    site.write("content/voices/office.yaml", "nmae: Office");
    let here = site.run(&["check"]).ends_with(1);
    let there = elsewhere.run(&["check", "--root", root]).ends_with(1);
    assert_eq!(here.stderr, there.stderr, "places are relative to the root");
}

#[test]
fn the_site_can_be_written_elsewhere() {
    let site = Site::small();
    let elsewhere = Site::empty();
    let out = elsewhere.root.join("deep/below/site");
    site.run(&["build", "--out", out.as_str()]).ends_with(0);
    site.run(&["build", "--out", "inside/it"]).ends_with(0);
    assert_eq!(elsewhere.tree("deep/below/site"), site.tree("inside/it"));
    assert!(!site.root.join("public").exists());
}

#[test]
fn drafts_are_shown_when_asked_for() {
    let site = Site::small();
    let claims = SMALL_CLAIMS.replace(
        "- id: two\n",
        "# Nine feet, or so ab thinks.\n- id: two\n  status: draft\n",
    );
    site.write("content/documents/report/claims.yaml", &claims);
    let shown = format!("{}source_view: true\n", site.read("content/site.yaml"));
    site.write("content/site.yaml", &shown);
    site.run(&["build", "--out", "without"]).ends_with(0);
    site.run(&["build", "--out", "with", "--drafts"])
        .ends_with(0);
    let (without, with) = (site.tree("without"), site.tree("with"));
    assert!(
        !without.contains_key("claims/report/two.html")
            && with.contains_key("claims/report/two.html")
    );
    for words in ["It is nine feet deep", "or so ab thinks"] {
        let has = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains(words);
        assert!(!without.values().any(has), "{words}");
        assert!(with.values().any(has), "{words}");
    }
}

#[test]
fn an_unknown_code_suggests_a_near_one() {
    let site = Site::empty();
    site.run(&["explain", "unknown-thme"])
        .ends_with(2)
        .warns("did you mean")
        .warns("`unknown-theme`");
    site.run(&["explain", "zzzzzz"])
        .ends_with(2)
        .warns("`diptych explain`");
    let run = site.run(&["explain", "unknown-theme"]).ends_with(0);
    assert!(run.stdout.lines().count() > 3, "{}", run.stdout);
    let list = site.run(&["explain"]).ends_with(0);
    assert!(
        list.stdout
            .lines()
            .any(|line| line == "unknown-theme (error)"),
        "{}",
        list.stdout
    );
}

/// The templates and static files of a root are its own, and those that it does not have are built in.
#[test]
fn own_templates_and_static_files_override_their_namesakes() {
    let site = Site::small();
    site.run(&["build", "--out", "before"]).ends_with(0);
    site.write(
        "templates/pages/voices.html",
        "<title>{{ frame.title }}, our own</title>",
    );
    site.write("static/css/site.css", "body { margin: 7px }");
    site.write("static/extra.txt", "extra");
    site.run(&["build", "--out", "after"]).ends_with(0);
    assert_eq!(
        site.read("after/voices/index.html"),
        "<title>Speakers, our own</title>"
    );
    let styles = |out: &str| site.named(out, "assets/css/pages/comparison.");
    assert!(site.read(&styles("after")).starts_with("body{margin:7px}"));
    assert_ne!(styles("before"), styles("after"));
    assert_eq!(site.read(&site.named("after", "assets/extra.")), "extra");
    let (before, after) = (
        site.read("before/themes/index.html"),
        site.read("after/themes/index.html"),
    );
    let name = |out: &str| styles(out).rsplit('/').next().unwrap().to_owned();
    assert_eq!(
        before.replace(&name("before"), &name("after")),
        after,
        "other pages stay"
    );
}

#[test]
fn nothing_but_words_goes_into_a_pipe() {
    let site = Site::small();
    site.write("content/site.yaml", "title: Faulty");
    let run = site.run(&["check"]).ends_with(1);
    assert!(!run.stderr.contains('\u{1b}'), "{}", run.stderr);
}

/// On a terminal there is colour, and none where nobody wants it.
#[cfg(target_os = "linux")]
#[test]
fn colour_is_for_terminals_that_want_it() {
    let site = Site::small();
    site.write("content/site.yaml", "title: Faulty");
    let on_terminal = |refused: Option<&str>| {
        let check = format!("{PROGRAM} check");
        let mut command = Command::new("script");
        command.args(["--quiet", "--return", "--command", &check, "/dev/null"]);
        command
            .current_dir(&site.root)
            .env("TERM", "xterm")
            .env_remove("NO_COLOR");
        command.envs(refused.map(|value| ("NO_COLOR", value)));
        let output = command.output().expect("`script`, which every Linux has");
        assert_eq!(output.status.code(), Some(1));
        let words = String::from_utf8(output.stdout).unwrap();
        assert!(words.contains("missing-field"), "{words}");
        words.contains('\u{1b}')
    };
    assert!(on_terminal(None));
    assert!(on_terminal(Some("")));
    assert!(!on_terminal(Some("1")));
}

/// On a terminal `new` asks, offers what there is, refuses what cannot be at once, and asks again.
#[cfg(target_os = "linux")]
#[test]
fn new_asks_at_a_terminal() {
    let site = Site::small();
    let answers = "report/river-nine\nIt is nine feet deep.\nand the river nine feet\nhil\nhill\ndepth/deth\ndepth/depth\n\noffice\n\n";
    let mut command = Command::new("script");
    let new = format!("{PROGRAM} new claim");
    command.args(["--quiet", "--return", "--command", &new, "/dev/null"]);
    command.current_dir(&site.root).env("NO_COLOR", "1");
    command.stdin(std::process::Stdio::piped());
    command.stdout(std::process::Stdio::piped());
    let mut child = command.spawn().expect("`script`, which every Linux has");
    let mut input = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, answers.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{words}");
    for said in [
        "did you mean `hill`?",
        "did you mean `depth/depth`?",
        "How deep?",
        "left to fill in:",
        "then: diptych pin report",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let claims = site.read("content/documents/report/claims.yaml");
    let wanted = "\n- id: river-nine\n  says: It is nine feet deep.\n  quote: and the river nine feet\n  about: hill\n  answers: depth/depth\n  kind:\n  voice: office\n";
    assert_eq!(claims, format!("{SMALL_CLAIMS}{wanted}"));
}

/// The words to which a fault points.
fn place(fault: &Value, text: &str) -> String {
    let at = |point: &Value| {
        let number = |key: &str| usize::try_from(point[key].as_u64().unwrap()).unwrap();
        let lines = text.split_inclusive('\n').take(number("line") - 1);
        lines.map(|line| line.chars().count()).sum::<usize>() + number("column") - 1
    };
    let (start, end) = (at(&fault["start"]), at(&fault["end"]));
    text.chars().skip(start).take(end - start).collect()
}

/// The messages of the repository without one of them.
fn messages_without(id: &str) -> String {
    let messages = fs::read_to_string(root().join("templates/i18n/en.ftl")).unwrap();
    let line = messages
        .lines()
        .find(|line| line.starts_with(&format!("{id} =")))
        .unwrap();
    messages.replace(&format!("{line}\n"), "")
}

/// A line break in a name could end a line of a report and begin one that a stranger wrote.
#[cfg(unix)]
#[test]
fn a_name_with_a_line_break_is_refused() {
    let site = Site::small();
    for folder in [
        "content/pages",
        "content/documents/report",
        "static",
        "sources",
    ] {
        let path = format!("{folder}/a\n::error::b.md");
        site.write(&path, "a");
        let run = site.run(&["check", "--format", "short"]).ends_with(2);
        assert_eq!(run.stdout, "");
        assert_eq!(
            run.stderr,
            format!(
                "error: the name of `./{folder}/a\\n::error::b.md` has a character that controls a terminal; rename it\n"
            )
        );
        std::fs::remove_file(site.root.join(&path)).unwrap();
    }
    site.run(&["check"]).ends_with(0);
}
