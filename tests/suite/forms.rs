//! What people fill in on GitHub: the fields of the form are those of a claim, and what it says is understood.

use crate::built::root;
use diptych::draft::{Form, read_issue};
use diptych::naming::Kind;
use serde_yaml::Value;
use std::fs;

#[test]
fn the_form_for_a_statement_has_the_fields_of_a_claim() {
    let path = root().join(".github/ISSUE_TEMPLATE/claim.yml");
    let form: Value = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let claim = Form::of(Kind::Claim);
    let mut body = String::new();
    let mut ids = Vec::new();
    for field in form["body"].as_sequence().unwrap() {
        let Some(id) = field["id"].as_str() else {
            continue;
        };
        let label = field["attributes"]["label"].as_str().unwrap();
        let options = field["attributes"]["options"].as_sequence();
        for option in options.into_iter().flatten() {
            let words = &claim.blank(id).unwrap().words;
            assert!(
                words
                    .iter()
                    .any(|(word, _)| word == option.as_str().unwrap()),
                "{id}"
            );
        }
        body += &format!("### {label}\r\n\r\nsome-{id}\r\n\r\n");
        ids.push(id);
    }
    let issue = read_issue(&body);
    assert_eq!(issue.rest, []);
    assert_eq!(issue.document.as_deref(), Some("some-document"));
    for id in ids.iter().filter(|id| **id != "document") {
        assert_eq!(issue.values[*id], [format!("some-{id}")], "{id}");
    }
    for needed in claim.needed(&issue.values) {
        assert!(ids.contains(&needed.key.as_str()), "{}", needed.key);
    }
}

#[test]
fn what_was_not_filled_in_is_left_open() {
    let issue = read_issue(
        "### says\n\n_No response_\n\n### quote: words\n\n- one part\n\nanother part\n\n### about\n\nus, china\n",
    );
    assert_eq!(issue.values.get("says"), None);
    assert_eq!(issue.values["quote"], ["one part", "another part"]);
    assert_eq!(issue.values["about"], ["us", "china"]);
    assert_eq!(read_issue("No headings at all."), read_issue(""));
}
