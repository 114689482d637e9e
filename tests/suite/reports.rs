//! Reports for programs, on content with every fault: what they promise holds for each.

use crate::faults::CASES;
use diptych::diagnostic::{Code, github, short};
use serde_json::Value;

#[test]
fn short_reports_have_one_line_a_fault() {
    for (case, checked) in CASES.iter() {
        let report = short(&checked.report, &checked.sources, "sites/widgets/");
        let faults = checked.report.diagnostics();
        assert_eq!(report.lines().count(), faults.len(), "{case}");
        for (line, fault) in report.lines().zip(faults) {
            let (place, words) = line.split_once(": ").unwrap();
            let mut place = place.rsplitn(3, ':');
            let (column, row) = (place.next().unwrap(), place.next().unwrap());
            let path = place.next().unwrap();
            let place = checked.sources.file(fault.span.file);
            assert_eq!(path, format!("sites/widgets/{}", place.path()), "{case}");
            let at = place.position(fault.span.range().start);
            assert_eq!(
                (row, column),
                (&*at.line.to_string(), &*at.column.to_string())
            );
            let head = format!("{}[{}]: ", fault.severity, fault.code);
            assert_eq!(words, head + &fault.message, "{case}");
        }
    }
}

#[test]
fn workflow_commands_are_well_formed_and_counted() {
    for (case, checked) in CASES.iter() {
        let faults = checked.report.diagnostics();
        let report = github(&checked.report, &checked.sources, ".");
        let (notices, commands): (Vec<&str>, Vec<&str>) = report
            .lines()
            .partition(|line| line.starts_with("::notice"));
        assert_eq!(commands.len(), faults.len(), "{case}");
        assert_eq!(notices.len(), usize::from(faults.len() > 10), "{case}");
        for (command, fault) in commands.iter().zip(faults) {
            let rest = command.strip_prefix("::").unwrap();
            let (head, words) = rest.split_once("::").unwrap();
            let (kind, properties) = head.split_once(' ').unwrap();
            assert_eq!(kind, fault.severity.to_string(), "{case}");
            assert!(
                unescape(words).starts_with(&fault.message),
                "{case}: {words}"
            );
            for property in properties.split(',') {
                let (name, value) = property.split_once('=').unwrap();
                let value = unescape(value);
                match name {
                    "file" => assert_eq!(value, checked.sources.file(fault.span.file).path()),
                    "title" => assert_eq!(value, fault.code.name()),
                    "line" | "endLine" | "col" | "endColumn" => {
                        assert!(value.parse::<usize>().unwrap() > 0);
                    }
                    _ => panic!("{case}: GitHub does not know {name}"),
                }
            }
        }
    }
}

fn unescape(words: &str) -> String {
    let words = words.replace("%2C", ",").replace("%3A", ":");
    let words = words.replace("%0A", "\n").replace("%0D", "\r");
    words.replace("%25", "%")
}

/// The parts of SARIF 2.1.0 that are written; `tests/sarif` holds them against the schema itself.
#[test]
fn sarif_is_as_its_schema_wants_it() {
    for (case, checked) in CASES.iter() {
        let log: Value = serde_json::from_str(&checked.sarif()).unwrap();
        let only = |value: &Value, names: &[&str]| {
            let keys = value.as_object().unwrap().keys();
            keys.for_each(|key| assert!(names.contains(&key.as_str()), "{case}: {key}"));
        };
        only(&log, &["$schema", "version", "runs"]);
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        only(run, &["tool", "columnKind", "results"]);
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let driver = &run["tool"]["driver"];
        only(driver, &["name", "version", "rules"]);
        let rules = driver["rules"].as_array().unwrap();
        for rule in rules {
            only(
                rule,
                &[
                    "id",
                    "shortDescription",
                    "fullDescription",
                    "help",
                    "defaultConfiguration",
                ],
            );
            assert!(rule["id"].as_str().unwrap().parse::<Code>().is_ok());
            assert!(!rule["fullDescription"]["text"].as_str().unwrap().is_empty());
            only(&rule["help"], &["text", "markdown"]);
        }
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), checked.report.diagnostics().len(), "{case}");
        for result in results {
            only(
                result,
                &[
                    "ruleId",
                    "ruleIndex",
                    "level",
                    "message",
                    "locations",
                    "relatedLocations",
                    "fixes",
                ],
            );
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"], "{case}");
            assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
            let none = Vec::new();
            let related = result["relatedLocations"].as_array().unwrap_or(&none);
            for location in result["locations"]
                .as_array()
                .unwrap()
                .iter()
                .chain(related)
            {
                only(location, &["physicalLocation", "message"]);
                let place = &location["physicalLocation"];
                only(place, &["artifactLocation", "region"]);
                region(&place["region"]);
            }
            for fix in result["fixes"].as_array().unwrap_or(&none) {
                only(fix, &["description", "artifactChanges"]);
                let change = &fix["artifactChanges"][0];
                only(change, &["artifactLocation", "replacements"]);
                region(&change["replacements"][0]["deletedRegion"]);
            }
        }
    }
}

/// Lines and columns count from 1, and the end does not come before the start.
fn region(region: &Value) {
    let at = |line: &str, column: &str| (region[line].as_u64(), region[column].as_u64());
    let (start, end) = (at("startLine", "startColumn"), at("endLine", "endColumn"));
    assert!(
        start.0 >= Some(1) && start.1 >= Some(1) && start <= end,
        "{region}"
    );
}
