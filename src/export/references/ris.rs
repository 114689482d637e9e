use super::references;
use crate::citation::{Reference, Work};
use crate::corpus::Date;
use crate::export::edition::Edition;
use crate::vocabulary::DocumentKind;

/// `references.ris`
pub fn ris(edition: &Edition<'_>) -> Vec<u8> {
    let references = references(edition);
    let records: Vec<String> = references.iter().map(record).collect();
    records.join("\r\n").into_bytes()
}

fn record(reference: &Reference) -> String {
    let publisher = if reference.is_part() { "T2" } else { "PB" };
    let mut lines = vec![
        ("TY", kind(reference.work).to_owned()),
        ("ID", reference.id.clone()),
    ];
    lines.push(("TI", reference.title.clone()));
    lines.extend(reference.authors.iter().map(|name| ("AU", name.clone())));
    lines.extend(reference.publisher.iter().map(|it| (publisher, it.clone())));
    if let Some(date) = reference.published {
        lines.push(("PY", date.year().to_string()));
        lines.push(("DA", slashed(date)));
    }
    lines.extend(reference.genre().map(|genre| ("M3", genre.to_owned())));
    lines.extend(reference.url.iter().map(|url| ("UR", url.clone())));
    lines.push(("LA", reference.language.clone()));
    lines.push(("ER", String::new()));
    let mut record = String::new();
    for (tag, value) in lines {
        record.push_str(&format!("{tag}  - {value}\r\n"));
    }
    record
}

fn kind(work: Work) -> &'static str {
    let Work::Document(kind) = work else {
        return "ELEC";
    };
    match kind {
        DocumentKind::Paper => "JOUR",
        DocumentKind::News => "NEWS",
        DocumentKind::Report | DocumentKind::Brief | DocumentKind::Plan => "RPRT",
        DocumentKind::Law => "STAT",
        DocumentKind::Speech | DocumentKind::Statement => "GEN",
        DocumentKind::Dataset => "DATA",
        DocumentKind::Web => "ELEC",
    }
}

/// Year, month and day with slashes between, what is not known left empty.
fn slashed(date: Date) -> String {
    let part = |part: Option<u8>| part.map_or_else(String::new, |it| format!("{it:02}"));
    format!(
        "{:04}/{}/{}",
        date.year(),
        part(date.month()),
        part(date.day())
    )
}
