use crate::export::markdown_words;
use serde_json::Value;

/// Words without a sign that Markdown would take for its own; a name after `@` calls nobody.
pub fn escaped(words: &str) -> String {
    markdown_words(words).replace('@', "@\u{200b}")
}

/// Words of a text in its first language.
pub fn first(text: &Value) -> String {
    let words = match text {
        Value::Object(languages) => languages.values().next().and_then(Value::as_str),
        other => other.as_str(),
    };
    escaped(words.unwrap_or_default())
}

/// Ids, each as one; nobody's are the world's.
pub fn names(list: &Value) -> String {
    let names = list.as_array().into_iter().flatten();
    let names = names.filter_map(|name| Some(format!("`{}`", name.as_str()?)));
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        "the world".to_owned()
    } else {
        names.join(", ")
    }
}

/// The parts of a quotation.
pub fn quotation(parts: &Value) -> String {
    let parts = parts
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    escaped(&parts.collect::<Vec<_>>().join(" … "))
}

/// A value as it stands in a difference: words as they are, the rest as data.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Null => "*nothing*".to_owned(),
        Value::String(words) => escaped(words),
        Value::Array(items) if items.is_empty() => "*nothing*".to_owned(),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            let items = items.iter().filter_map(Value::as_str).map(escaped);
            items.collect::<Vec<_>>().join(", ")
        }
        Value::Object(languages)
            if languages.len() == 1 && languages.values().all(Value::is_string) =>
        {
            first(value)
        }
        Value::Object(map) => {
            let is_empty = |it: &Value| it.is_null() || it.as_array().is_some_and(Vec::is_empty);
            let pairs = map.iter().filter(|(_, it)| !is_empty(it));
            let pairs = pairs.map(|(key, it)| format!("{key} {}", shown(it)));
            pairs.collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}
