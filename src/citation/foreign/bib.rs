use super::{Foreign, Name, bounds, language, resolver};
use crate::corpus::Date;
use crate::source::one_line;
use crate::vocabulary::DocumentKind;
use biblatex::{ChunksExt, Entry, EntryType, Person};

/// Reads works from `BibTeX` or `BibLaTeX`.
///
/// # Errors
///
/// Where it is neither, in words.
pub fn read_bib(text: &str) -> Result<Vec<Foreign>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let works = bounds::read(text)?;
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
        key: one_line(&entry.key),
        kind: kind_of_entry(&entry.entry_type),
        publisher: publisher.map(Name::body),
        url: words(&["url"]).or_else(|| words(&["doi"]).map(|doi| resolver(&doi))),
        title: words(&["title"]),
        ..Foreign::default()
    };
    let mut unread = Vec::new();
    if foreign.kind.is_none() {
        unread.push(("type", entry.entry_type.to_string()));
    }
    if let Some(tag) = words(&["langid", "language"]) {
        foreign.language = language(&tag);
        unread.extend(foreign.language.is_none().then_some(("language", tag)));
    }
    if let Some(subtitle) = words(&["subtitle"]) {
        foreign.title = foreign.title.map(|title| format!("{title}: {subtitle}"));
    }
    let date = words(&["date"]).or_else(|| {
        let year = words(&["year"])?;
        let mut part = |key, read: &dyn Fn(&str) -> Option<u8>| {
            let written = words(&[key])?;
            let number = read(&written);
            unread.extend(number.is_none().then_some((key, written)));
            number
        };
        let month = part("month", &month);
        let day = part("day", &|day| day.parse().ok().filter(|_| month.is_some()));
        let parts = [month, day].into_iter().flatten();
        Some(parts.fold(year, |date, part| format!("{date}-{part:02}")))
    });
    foreign.published = date.clone().filter(|it| it.parse::<Date>().is_ok());
    if let (None, Some(date)) = (&foreign.published, date) {
        unread.push(("date", date));
    }
    let unread = unread.into_iter();
    foreign
        .rest
        .extend(unread.map(|(key, words)| (key.to_owned(), words)));
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
        .map(|(key, value)| (one_line(key), one_line(&value.format_verbatim())));
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
