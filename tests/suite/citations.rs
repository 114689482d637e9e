//! Documents and statements are cited as the manuals ask, whatever their titles hold.
//!
//! Each file of `tests/citations` is a table of works with what is to be printed of them in each style, where
//! underscores stand around italics, and as BibTeX. With `DIPTYCH_BLESS=1` in the environment what is printed
//! is written there; read what changed before it is committed.

use crate::built::{golden, root};
use crate::overlay::files;
use biblatex::{Bibliography, ChunksExt};
use diptych::citation::{Citation, Citations, Foundation, Reference, Style, Work, bib, cite};
use diptych::corpus::LanguageId;
use diptych::vocabulary::DocumentKind;
use serde::{Deserialize, Serialize};
use std::fs;

#[test]
fn every_work_is_cited_as_the_manuals_ask() {
    let blesses = std::env::var_os("DIPTYCH_BLESS").is_some_and(|value| value == "1");
    let mut wrong = String::new();
    for file in tables() {
        let mut cases = cases(&file);
        for case in &mut cases {
            let printed = case.work.printed();
            if blesses {
                case.printed = printed;
            } else if printed != case.printed {
                wrong += &format!("{file}, {}: {printed:#?}\n", case.name);
            }
        }
        if blesses {
            let text = serde_yaml::to_string(&cases).unwrap();
            fs::write(folder().join(file), text).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What another program reads in an entry is what was put in, whatever it holds.
#[test]
fn no_title_breaks_out_of_its_field() {
    for case in tables().iter().flat_map(|file| cases(file)) {
        let reference = case.work.reference();
        let text = bib(&reference);
        let read = Bibliography::parse(&text).unwrap();
        assert_eq!(read.len(), 1, "{text}");
        let entry = read.get(&reference.id).unwrap();
        let title = entry.get("title").unwrap().format_verbatim();
        assert_eq!(title, reference.title, "{text}");
        let authors = entry.author().map_or(0, |authors| authors.len());
        assert_eq!(authors, reference.authors.len(), "{text}");
    }
}

/// Statements are put into a citation that is made once for many; letter for letter it is what the manual
/// makes of each, but for capitals, which a statement keeps.
#[test]
fn a_statement_is_cited_as_if_it_were_cited_alone() {
    let corpus = &golden().world.corpus;
    let citations = Citations::new(corpus);
    let mut authors = Vec::new();
    for (at, (id, claim)) in corpus.claims().enumerate() {
        if at % 8 > 0 && claim.coding.is_empty() {
            continue;
        }
        let url = Some("https://example.org/canals/claims/x/y.html".to_owned());
        let language = LanguageId::FIRST;
        let reference = Reference::statement(id, corpus, language, url);
        for style in Style::ALL {
            let alone = plain(&cite(&reference, style));
            let poured = citations.statement(id, &reference, language, corpus, style);
            let poured = plain(&poured);
            assert_eq!(poured.to_lowercase(), alone.to_lowercase());
            assert!(poured.contains(reference.title.trim_end_matches('.')));
        }
        authors.push(reference.authors.len());
    }
    assert!(authors.contains(&0) && authors.contains(&1), "{authors:?}");
}

#[test]
fn readers_of_chinese_find_their_standard_first() {
    for (tag, first) in [
        ("en", Style::Apa),
        ("zh-Hans", Style::GbT7714),
        ("zh", Style::GbT7714),
        ("zha", Style::Apa),
    ] {
        assert_eq!(Style::in_order(tag)[0], first, "{tag}");
    }
}

/// A row of a table.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    work: Given,
    #[serde(default)]
    printed: Printed,
}

/// What is known of a work.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Given {
    kind: String,
    title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    authors: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

/// What is printed of it.
#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Printed {
    apa: String,
    chicago: String,
    gb_t_7714: String,
    bibtex: String,
}

impl Given {
    fn printed(&self) -> Printed {
        let reference = self.reference();
        let [apa, chicago, gb_t_7714] = Style::ALL.map(|style| marked(&cite(&reference, style)));
        Printed {
            apa,
            chicago,
            gb_t_7714,
            bibtex: bib(&reference),
        }
    }

    /// A kind that no document has is that of a statement.
    fn reference(&self) -> Reference {
        let mut kinds = DocumentKind::ALL.iter();
        let kind = kinds.find(|kind| kind.word() == self.kind);
        Reference {
            id: "key".to_owned(),
            work: kind.map_or(Work::Statement, |kind| Work::Document(*kind)),
            title: self.title.clone(),
            authors: self.authors.clone(),
            publisher: self.publisher.clone(),
            published: self.published.as_ref().map(|date| date.parse().unwrap()),
            language: self.language.clone().unwrap_or_else(|| "en".to_owned()),
            url: self.url.clone(),
            foundation: kind.is_none().then(|| Foundation {
                id: "source".to_owned(),
                label: "Cites".to_owned(),
                place: self.place.clone(),
            }),
        }
    }
}

fn folder() -> camino::Utf8PathBuf {
    root().join("tests/citations")
}

fn tables() -> Vec<String> {
    files(&folder())
}

fn cases(file: &str) -> Vec<Case> {
    let text = fs::read_to_string(folder().join(file)).unwrap();
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn plain(citation: &Citation) -> String {
    citation.runs.iter().map(|run| run.text.as_str()).collect()
}

fn marked(citation: &Citation) -> String {
    let mut marked = String::new();
    for run in &citation.runs {
        let mark = if run.italic { "_" } else { "" };
        marked += &format!("{mark}{}{mark}", run.text);
    }
    marked
}
