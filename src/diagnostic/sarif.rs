use super::place::Place;
use super::{Code, Diagnostic, Report};
use crate::source::{Sources, Span};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The report after SARIF 2.1.0 (OASIS, 2020), the format of code scanning services, on one line.
pub fn sarif(report: &Report, sources: &Sources, root: &str) -> String {
    let faults = report.diagnostics();
    let codes: BTreeSet<Code> = faults.iter().map(|fault| fault.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let writer = Writer { sources, root };
    let results: Vec<Value> = faults
        .iter()
        .map(|fault| writer.result(fault, &codes))
        .collect();
    let rules: Vec<Value> = codes.iter().map(|&code| rule(code)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Diptych",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
    .to_string()
}

/// What a code means.
fn rule(code: Code) -> Value {
    let explanation = code.explanation();
    let mut paragraphs = explanation.split("\n\n").skip(1);
    let meaning = paragraphs.next().unwrap_or_default().replace('\n', " ");
    json!({
        "id": code.name(),
        "shortDescription": { "text": code.name().replace('-', " ") },
        "fullDescription": { "text": meaning },
        "help": { "text": meaning, "markdown": explanation },
        "defaultConfiguration": { "level": code.severity().to_string() },
    })
}

struct Writer<'a> {
    sources: &'a Sources,
    root: &'a str,
}

impl Writer<'_> {
    fn result(&self, fault: &Diagnostic, codes: &[Code]) -> Value {
        let mut words = fault.message.clone();
        for note in &fault.notes {
            let _ = write!(words, "\nnote: {note}");
        }
        if let Some(help) = &fault.help {
            let _ = write!(words, "\nhelp: {help}");
        }
        let mut result = json!({
            "ruleId": fault.code.name(),
            "ruleIndex": codes.iter().position(|&code| code == fault.code),
            "level": fault.severity.to_string(),
            "message": { "text": words },
            "locations": [{ "physicalLocation": self.place(fault.span) }],
        });
        if !fault.related.is_empty() {
            let related = fault.related.iter().map(|(span, words)| {
                json!({
                    "message": { "text": words },
                    "physicalLocation": self.place(*span),
                })
            });
            result["relatedLocations"] = related.collect();
        }
        if let Some(mend) = &fault.mend {
            let place = self.place(mend.span);
            result["fixes"] = json!([{
                "description": { "text": fault.help.as_deref().unwrap_or("write it so") },
                "artifactChanges": [{
                    "artifactLocation": place["artifactLocation"],
                    "replacements": [{
                        "deletedRegion": place["region"],
                        "insertedContent": { "text": mend.text },
                    }],
                }],
            }]);
        }
        result
    }

    fn place(&self, span: Span) -> Value {
        let Place { path, start, end } = Place::of(span, self.sources, self.root);
        json!({
            "artifactLocation": { "uri": uri(&path) },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        })
    }
}

/// A path as a relative reference after RFC 3986.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_references() {
        assert_eq!(uri("content/a b/中.yaml"), "content/a%20b/%E4%B8%AD.yaml");
    }
}
