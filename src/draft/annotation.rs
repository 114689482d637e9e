use crate::source::one_line;
use serde_json::Value;

/// A passage that somebody marked with another program. All words are on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// What it is called there.
    pub id: String,
    /// The address of the text.
    pub source: String,
    /// The words that were marked.
    pub exact: Option<String>,
    /// Words before.
    pub prefix: Option<String>,
    /// Words after.
    pub suffix: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// What somebody wrote about it, and who, where that is told.
    pub comments: Vec<String>,
}

/// Reads the answer of the search of the Hypothesis API, or one annotation, after
/// <https://h.readthedocs.io/en/latest/api-reference/v1/>.
///
/// # Errors
///
/// Where it is neither, in words.
pub fn read_hypothesis(text: &str) -> Result<Vec<Remark>, String> {
    let whole = json(text)?;
    let rows = match &whole {
        Value::Array(rows) => rows.clone(),
        Value::Object(map) if map.contains_key("rows") => list(&whole["rows"]),
        Value::Object(map) if map.contains_key("target") => vec![whole.clone()],
        _ => return Err("expected `rows`, as the search of the Hypothesis API answers".to_owned()),
    };
    let remarks = rows.iter().map(|row| {
        let mut remark = Remark {
            id: words(&row["id"]),
            source: words(&row["uri"]),
            tags: list(&row["tags"]).iter().map(words).collect(),
            ..Remark::default()
        };
        let comment = words(&row["text"]);
        if !comment.is_empty() {
            let user = words(&row["user"]);
            let user = user
                .trim_start_matches("acct:")
                .split('@')
                .next()
                .unwrap_or_default();
            remark.comments.push(format!("{user}: {comment}"));
        }
        for target in list(&row["target"]) {
            select(&mut remark, &target["selector"]);
        }
        remark
    });
    Ok(remarks.collect())
}

/// Reads annotations, a page of them or a collection in JSON-LD, after <https://www.w3.org/TR/annotation-model/>.
///
/// # Errors
///
/// Where there are none, in words.
pub fn read_web_annotations(text: &str) -> Result<Vec<Remark>, String> {
    let whole = json(text)?;
    let mut remarks = Vec::new();
    gather(&whole, &mut remarks);
    if remarks.is_empty() {
        return Err("there is no `Annotation` of the W3C model in it".to_owned());
    }
    Ok(remarks)
}

fn gather(value: &Value, remarks: &mut Vec<Remark>) {
    if let Value::Array(items) = value {
        for item in items {
            gather(item, remarks);
        }
    } else if list(&value["type"]).iter().any(|kind| kind == "Annotation") {
        remarks.push(annotation(value));
    } else if value.is_object() {
        for key in ["items", "first", "@graph"] {
            gather(&value[key], remarks);
        }
    }
}

fn annotation(value: &Value) -> Remark {
    let mut remark = Remark {
        id: words(&value["id"]),
        ..Remark::default()
    };
    let creator = &value["creator"];
    let creator = creator["name"].as_str().or(creator["nickname"].as_str());
    let by = creator.map_or(String::new(), |name| format!("{}: ", one_line(name)));
    let mut comment = |words: &str| {
        let words = one_line(words);
        if !words.is_empty() {
            remark.comments.push(format!("{by}{words}"));
        }
    };
    comment(&words(&value["bodyValue"]));
    for body in list(&value["body"]) {
        let text = body["value"].as_str().or(body.as_str()).unwrap_or_default();
        if body["purpose"] == "tagging" {
            remark.tags.push(one_line(text));
        } else {
            comment(text);
        }
    }
    for target in list(&value["target"]) {
        let source = &target["source"];
        let source = source["id"]
            .as_str()
            .or(source.as_str())
            .or(target.as_str());
        if remark.source.is_empty() {
            remark.source = one_line(source.unwrap_or_default());
        }
        select(&mut remark, &target["selector"]);
    }
    remark
}

/// Takes the words of the first selector that has some.
fn select(remark: &mut Remark, selector: &Value) {
    for selector in list(selector) {
        let is_quote = selector["type"] == "TextQuoteSelector";
        if is_quote && remark.exact.is_none() {
            let part = |key: &str| {
                let words = words(&selector[key]);
                (!words.is_empty()).then_some(words)
            };
            remark.exact = part("exact");
            remark.prefix = part("prefix");
            remark.suffix = part("suffix");
        }
        if selector["refinedBy"].is_object() {
            select(remark, &selector["refinedBy"]);
        }
    }
}

fn json(text: &str) -> Result<Value, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The items of a list; one that stands alone is a list of one.
fn list(value: &Value) -> Vec<Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.clone(),
        one => vec![one.clone()],
    }
}

fn words(value: &Value) -> String {
    one_line(value.as_str().unwrap_or_default())
}
