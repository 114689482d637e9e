use super::form::{Form, Values};
use crate::naming::Kind;

/// What somebody filled into the form of an issue.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// The document, where it is named.
    pub document: Option<String>,
    /// The id, where one is proposed.
    pub id: Option<String>,
    /// The fields of the claim.
    pub values: Values,
    /// What has no field: the heading and what stands below it.
    pub rest: Vec<(String, String)>,
}

/// What GitHub writes below a heading where nothing was filled in.
const NOTHING: &str = "_No response_";

/// Reads the body of an issue made with a form whose headings are keys of a claim.
pub fn read_issue(body: &str) -> Issue {
    let form = Form::of(Kind::Claim);
    let mut issue = Issue::default();
    let body = body.replace("\r\n", "\n");
    for section in format!("\n{body}").split("\n### ").skip(1) {
        let (heading, words) = section.split_once('\n').unwrap_or((section, ""));
        let words = words.trim();
        if words.is_empty() || words == NOTHING {
            continue;
        }
        let key: String = heading.to_lowercase();
        let key = key.trim_start_matches('`');
        let end = key.find(|letter: char| !letter.is_ascii_alphabetic() && letter != '_');
        let key = &key[..end.unwrap_or(key.len())];
        match (key, form.blank(key)) {
            ("document", _) => issue.document = Some(words.to_owned()),
            ("id", _) => issue.id = Some(words.to_owned()),
            ("quote", _) => {
                let lines = words
                    .lines()
                    .map(|line| line.trim_start_matches("- ").trim());
                let lines = lines.filter(|line| !line.is_empty()).map(str::to_owned);
                issue.values.insert(key.to_owned(), lines.collect());
            }
            (_, Some(blank)) if blank.takes_several => {
                let several = words.split([',', '\n']).map(str::trim);
                let several = several.filter(|it| !it.is_empty()).map(str::to_owned);
                issue.values.insert(key.to_owned(), several.collect());
            }
            (_, Some(_)) => {
                issue.values.insert(key.to_owned(), vec![words.to_owned()]);
            }
            (_, None) => issue
                .rest
                .push((heading.trim().to_owned(), words.to_owned())),
        }
    }
    issue
}
