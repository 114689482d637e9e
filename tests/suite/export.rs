//! `diptych export`: the same bytes as the files, and one question as a table.

use crate::built::{golden, root};
use crate::html;
use crate::program::{PROGRAM, Site};
use std::process::{Command, Output};

#[test]
fn export_gives_the_bytes_of_every_file() {
    let site = golden();
    let mut count = 0;
    for (path, bytes) in site.bundle.iter() {
        let name = path.strip_prefix("data/");
        if let Some(name) = name.filter(|name| *name != "index.html") {
            let output = export(&[name]);
            assert!(output.status.success(), "{name}");
            assert!(output.stdout == bytes, "{name}");
            count += 1;
        }
    }
    assert!(count > 15);
}

#[test]
fn a_file_is_written_where_it_is_asked_for() {
    let site = Site::small();
    let printed = site.run(&["export", "claims.csv"]).ends_with(0).stdout;
    let run = site.run(&["export", "claims.csv", "--out", "here.csv"]);
    assert_eq!(run.ends_with(0).stdout, "");
    assert_eq!(site.read("here.csv"), printed);
}

#[test]
fn a_wrong_name_is_told_with_a_near_one() {
    for (arguments, told) in [
        (&["claim.json"][..], "did you mean `claims.json`?"),
        (&["theme/water.json"], "did you mean `themes/water.json`?"),
        (&["tabel"], "did you mean `table`?"),
        (&["table", "water/dept"], "did you mean `water/depth`?"),
        (&["table"], "<QUESTION>"),
        (&["claims.json", "water/depth"], "takes no question"),
        (&["claims.json", "--base-url", "here"], "not an address"),
    ] {
        let output = export(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(told), "{said}");
        assert!(output.stdout.is_empty());
    }
    let site = Site::empty();
    site.run(&["export", "claims.json"]).ends_with(1);
}

/// Every statement of the row stands in the table once, whatever the format.
#[test]
fn a_table_holds_the_whole_row() {
    let world = &golden().world;
    let corpus = &world.corpus;
    for (id, _) in corpus.questions() {
        let path = corpus.question_path(id);
        let row = &world.rows[id.index()];
        let below = row
            .cells
            .values()
            .flat_map(|it| it.advised.iter().chain(&it.forecast));
        let claims: Vec<_> = row.claims().chain(below.copied()).collect();
        let table = |format| {
            let output = export(&["table", &path, "--format", format]);
            assert!(output.status.success(), "{path}");
            String::from_utf8(output.stdout).unwrap()
        };
        let [markdown, csv, page] = ["markdown", "csv", "html"].map(table);
        let columns: Vec<usize> = markdown
            .lines()
            .map(|it| it.matches(" |").count())
            .collect();
        assert!(columns.iter().all(|it| *it == columns[0]), "{markdown}");
        let page = html::parse(&format!("<!doctype html><title>Row</title>{page}"));
        assert!(page.errors.is_empty(), "{:?}", page.errors);
        assert_eq!(page.named("li").count(), claims.len(), "{path}");
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let cells: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let lines = cells.iter().flatten().flat_map(str::lines);
        let lines: Vec<&str> = lines.filter(|it| it.ends_with(')')).collect();
        assert_eq!(lines.len(), claims.len(), "{path}: {csv}");
        for id in claims {
            let says = corpus[id].says.first();
            let url = format!("/claims/{}.html)", corpus.claim_path(id));
            assert_eq!(markdown.matches(&url).count(), 1, "{path}: {markdown}");
            assert!(lines.iter().any(|it| it.starts_with(says)), "{path}: {csv}");
        }
    }
}

fn export(arguments: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.arg("export").args(arguments);
    command.current_dir(root().join("tests/golden"));
    command.output().unwrap()
}
