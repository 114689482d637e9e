use crate::corpus::Date;
use crate::vocabulary::DocumentKind;
use biblatex::{Bibliography, ChunksExt, Entry, EntryType, Person};
use serde_json::{Map, Value};

/// A work as another program's bibliography tells it; what it does not say is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreign {
    /// Its key there.
    pub key: String,
    /// Its title.
    pub title: Option<String>,
    /// What it is, where the type there tells.
    pub kind: Option<DocumentKind>,
    /// Who wrote it.
    pub authors: Vec<Name>,
    /// Who issued it; of an article the periodical.
    pub publisher: Option<Name>,
    /// When it was issued: a date as an author of this site writes it.
    pub published: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What has no place in a document's record, each with what it says.
    pub rest: Vec<(String, String)>,
}

/// A name, and whether it is a human being's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The whole name, given name first.
    pub name: String,
    /// Whether it is cut into given and family names, as only people's are.
    pub is_person: bool,
}

impl Name {
    fn body(name: String) -> Self {
        Self {
            name,
            is_person: false,
        }
    }
}

/// Reads works from `BibTeX` or `BibLaTeX`.
///
/// # Errors
///
/// Where it is neither, in words.
pub fn read_bib(text: &str) -> Result<Vec<Foreign>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let works = Bibliography::parse(text).map_err(|error| error.to_string())?;
    if works.is_empty() {
        return Err("there is no entry in it".to_owned());
    }
    Ok(works.iter().map(of_entry).collect())
}

fn of_entry(entry: &Entry) -> Foreign {
    let mut left = entry.fields.clone();
    let mut words = |keys: &[&str]| {
        keys.iter().find_map(|key| {
            let words = left.remove(*key)?.format_verbatim();
            Some(one_line(&words)).filter(|words| !words.is_empty())
        })
    };
    let publisher = words(match entry.entry_type {
        EntryType::Article => &["journaltitle", "journal"],
        _ => &[
            "institution",
            "organization",
            "publisher",
            "school",
            "howpublished",
        ],
    });
    let mut foreign = Foreign {
        key: entry.key.clone(),
        kind: kind_of_entry(&entry.entry_type),
        publisher: publisher.map(Name::body),
        language: words(&["langid", "language"]).and_then(|it| language(&it)),
        url: words(&["url"]).or_else(|| words(&["doi"]).map(|doi| resolver(&doi))),
        title: words(&["title"]),
        ..Foreign::default()
    };
    if let Some(subtitle) = words(&["subtitle"]) {
        foreign.title = foreign.title.map(|title| format!("{title}: {subtitle}"));
    }
    let date = words(&["date"]).or_else(|| {
        let year = words(&["year"])?;
        let month = words(&["month"]).and_then(|it| month(&it));
        let day = words(&["day"]);
        let day = day
            .and_then(|it| it.parse::<u8>().ok())
            .filter(|_| month.is_some());
        let parts = [month, day].into_iter().flatten();
        Some(parts.fold(year, |date, part| format!("{date}-{part:02}")))
    });
    foreign.published = date.clone().filter(|it| it.parse::<Date>().is_ok());
    if let (None, Some(date)) = (&foreign.published, date) {
        foreign.rest.push(("date".to_owned(), date));
    }
    let authors = entry.author().unwrap_or_default();
    foreign.authors = authors.iter().map(person).collect();
    // So a bibliography says that there are more authors than it names.
    if foreign
        .authors
        .pop_if(|last| last.name == "others")
        .is_some()
    {
        foreign
            .rest
            .push(("author".to_owned(), "and others".to_owned()));
    }
    left.remove("author");
    let rest = left
        .iter()
        .map(|(key, value)| (key.clone(), one_line(&value.format_verbatim())));
    foreign.rest.extend(rest);
    foreign
}

fn kind_of_entry(kind: &EntryType) -> Option<DocumentKind> {
    Some(match kind {
        EntryType::Article
        | EntryType::InProceedings
        | EntryType::Proceedings
        | EntryType::Thesis
        | EntryType::MastersThesis
        | EntryType::PhdThesis
        | EntryType::Unpublished => DocumentKind::Paper,
        EntryType::Report | EntryType::TechReport => DocumentKind::Report,
        EntryType::Dataset => DocumentKind::Dataset,
        EntryType::Online => DocumentKind::Web,
        _ => return None,
    })
}

fn person(person: &Person) -> Name {
    let parts = [
        &person.given_name,
        &person.prefix,
        &person.name,
        &person.suffix,
    ];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    Name {
        name: one_line(&parts.join(" ")),
        is_person: !person.given_name.is_empty(),
    }
}

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
        language: words(&["language"]).and_then(|it| language(&it)),
        url: words(&["URL"]).or_else(|| words(&["DOI"]).map(|doi| resolver(&doi))),
        title: words(&["title"]),
        ..Foreign::default()
    };
    let issued = item.remove("issued");
    foreign.published = issued.as_ref().and_then(date);
    if let (None, Some(issued)) = (&foreign.published, issued) {
        foreign.rest.push(("issued".to_owned(), issued.to_string()));
    }
    if let Some(Value::Array(names)) = item.remove("author") {
        foreign.authors = names.iter().filter_map(name).collect();
    }
    let rest = item.into_iter().map(|(key, value)| {
        let value = plain(&value).unwrap_or_else(|| value.to_string());
        (key, one_line(&value))
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

/// The address to which the name of a digital object leads.
fn resolver(doi: &str) -> String {
    let bare = doi.trim_start_matches("https://doi.org/");
    format!("https://doi.org/{bare}")
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

/// The number of a month by its number, its name or the first letters of it.
fn month(written: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = written.to_lowercase();
    let named = MONTHS
        .iter()
        .zip(1..)
        .find(|(name, _)| lower.starts_with(*name));
    let number = named
        .map(|(_, number)| number)
        .or_else(|| lower.parse().ok());
    number.filter(|number| (1..=12).contains(number))
}

/// The tag of a language by its tag or its name in bibliographies.
fn language(written: &str) -> Option<String> {
    let named = [
        ("english", "en"),
        ("american", "en-US"),
        ("british", "en-GB"),
        ("chinese", "zh"),
        ("french", "fr"),
        ("german", "de"),
        ("ngerman", "de"),
        ("spanish", "es"),
        ("russian", "ru"),
        ("japanese", "ja"),
    ];
    let lower = written.to_lowercase();
    if let Some((_, tag)) = named.iter().find(|(name, _)| *name == lower) {
        return Some((*tag).to_owned());
    }
    let mut parts = written.split('-');
    let is_first =
        |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|it| it.is_ascii_alphabetic());
    let is_other = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric())
    };
    (parts.next().is_some_and(is_first) && parts.all(is_other)).then(|| written.to_owned())
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
