use super::{Foreign, Name, language, resolver};
use crate::corpus::Date;
use crate::source::one_line;
use crate::vocabulary::DocumentKind;
use serde_json::{Map, Value};

/// Reads works from CSL-JSON: a list of items, or one.
///
/// # Errors
///
/// Where it is not, in words.
pub fn read_csl(text: &str) -> Result<Vec<Foreign>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let items = match value {
        Value::Array(items) => items,
        Value::Object(mut whole) => match whole.remove("items") {
            Some(Value::Array(items)) => items,
            _ => vec![Value::Object(whole)],
        },
        _ => return Err("expected a list of items".to_owned()),
    };
    let works = items.into_iter().map(|item| match item {
        Value::Object(item) if item.contains_key("type") => Ok(of_item(item)),
        _ => Err("an item of CSL-JSON has a `type`".to_owned()),
    });
    works.collect()
}

fn of_item(mut item: Map<String, Value>) -> Foreign {
    let mut words = |keys: &[&str]| {
        keys.iter().find_map(|key| {
            let words = plain(item.get(*key)?)?;
            item.remove(*key);
            Some(one_line(&words)).filter(|words| !words.is_empty())
        })
    };
    let kind = words(&["type"]).unwrap_or_default();
    let is_article = kind.starts_with("article") || kind == "paper-conference";
    let publisher = words(if is_article {
        &["container-title", "publisher"]
    } else {
        &["publisher", "container-title", "authority"]
    });
    let mut foreign = Foreign {
        key: key(words(&["citation-key"]), words(&["id"])),
        kind: kind_of_item(&kind),
        publisher: publisher.map(Name::body),
        url: words(&["URL"]).or_else(|| words(&["DOI"]).map(|doi| resolver(&doi))),
        title: words(&["title"]),
        ..Foreign::default()
    };
    if foreign.kind.is_none() {
        foreign.rest.push(("type".to_owned(), kind));
    }
    if let Some(tag) = words(&["language"]) {
        foreign.language = language(&tag);
        let unknown = foreign.language.is_none().then_some(tag);
        let unknown = unknown.map(|tag| ("language".to_owned(), tag));
        foreign.rest.extend(unknown);
    }
    let issued = item.remove("issued");
    foreign.published = issued.as_ref().and_then(date);
    if let (None, Some(issued)) = (&foreign.published, issued) {
        foreign.rest.push(("issued".to_owned(), issued.to_string()));
    }
    if let Some(Value::Array(names)) = item.remove("author") {
        for written in names {
            match name(&written) {
                Some(name) => foreign.authors.push(name),
                None => foreign
                    .rest
                    .push(("author".to_owned(), one_line(&written.to_string()))),
            }
        }
    }
    let rest = item.into_iter().map(|(key, value)| {
        let value = plain(&value).unwrap_or_else(|| value.to_string());
        (one_line(&key), one_line(&value))
    });
    foreign.rest.extend(rest);
    foreign
}

/// The key that a person gave, else the last part of the id, which may be an address.
fn key(given: Option<String>, id: Option<String>) -> String {
    let id = id.unwrap_or_default();
    let last = id.rsplit('/').next().unwrap_or_default();
    given.unwrap_or_else(|| last.to_owned())
}

fn kind_of_item(kind: &str) -> Option<DocumentKind> {
    Some(match kind {
        "article" | "article-journal" | "paper-conference" | "thesis" | "chapter" => {
            DocumentKind::Paper
        }
        "article-newspaper" | "article-magazine" => DocumentKind::News,
        "report" => DocumentKind::Report,
        "legislation" | "bill" | "regulation" | "treaty" => DocumentKind::Law,
        "speech" => DocumentKind::Speech,
        "dataset" => DocumentKind::Dataset,
        "webpage" | "post" | "post-weblog" => DocumentKind::Web,
        _ => return None,
    })
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn name(value: &Value) -> Option<Name> {
    let part = |key: &str| value[key].as_str().unwrap_or_default();
    if let Some(literal) = value["literal"].as_str() {
        return Some(Name::body(one_line(literal)));
    }
    let keys = [
        "given",
        "dropping-particle",
        "non-dropping-particle",
        "family",
        "suffix",
    ];
    let parts = keys.map(part);
    let name = one_line(&parts.join(" "));
    (!name.is_empty()).then(|| Name {
        name,
        is_person: !part("given").is_empty(),
    })
}

fn date(value: &Value) -> Option<String> {
    let parts = value["date-parts"][0].as_array();
    let number = |part: &Value| part.as_u64().or_else(|| part.as_str()?.parse().ok());
    let written = match parts {
        Some(parts) => {
            let mut numbers = parts.iter().map_while(number);
            let year = format!("{:04}", numbers.next()?);
            numbers.fold(year, |date, part| format!("{date}-{part:02}"))
        }
        None => ["raw", "literal"]
            .iter()
            .find_map(|key| value[*key].as_str())?
            .to_owned(),
    };
    written.parse::<Date>().ok().map(|_| written)
}
