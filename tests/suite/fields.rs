//! Whatever an editor can write, a reader can see: every field of the invented corpus stands on a page of its
//! own record, or the list below says why not. The pages that print a record as it was written do not count.

use crate::built::{Built, golden};
use crate::html::parse;
use crate::overlay::{files, tests};
use diptych::corpus::{Corpus, Date, Text};
use diptych::language::{Arguments, Language};
use serde_yaml::Value;
use std::fs;

/// Fields that no page shows, each with the reason.
const UNSEEN: [(&str, &str); 18] = [
    ("aliases", "they are addresses of their own"),
    ("id", "it is the address"),
    ("languages", "they are the addresses of the languages"),
    ("base_url", "it is the beginning of every address"),
    ("max_words", "it binds editors"),
    ("max_document_share", "it binds editors"),
    ("coverage", "it binds editors"),
    ("not_covered", "it binds editors"),
    ("largest_document", "it binds editors"),
    ("speak_for", "it binds editors"),
    ("severity", "it binds editors"),
    ("loaded_words", "it binds editors"),
    ("allow", "it answers to those who review"),
    ("source_view", "whether pages are there"),
    ("compare", "it decides which columns a row has"),
    ("takes", "it decides what fills a cell"),
    (
        "site.forms",
        "by them the checker knows a side in a sentence",
    ),
    (
        "starts",
        "it is where a section begins, whose label is shown",
    ),
];

/// Vocabularies whose words have a message: the field, within which record, and the prefix of the messages.
const WORDS: [(&str, &str, &str); 13] = [
    ("kind", "claims", "kind-"),
    ("kind", "documents", "document-"),
    ("kind", "voices", "voice-"),
    ("kind", "terms", "term-kind-"),
    ("sector", "voices", "sector-"),
    ("status", "claims", "status-"),
    ("publish", "documents", "publish-"),
    ("translated", "documents", "translated-"),
    ("type", "claims", "relation-"),
    ("bound", "claims", "figure-amount"),
    ("mode", "claims", "mode-"),
    ("did", "claims", "coding-"),
    ("stance", "claims", "stance-"),
];

#[test]
fn every_field_is_on_a_page() {
    let mut reader = Reader::new(golden());
    let content = tests().join("golden/content");
    for path in files(&content) {
        let text = fs::read_to_string(content.join(&path)).unwrap();
        let parts: Vec<&str> = path.split('/').collect();
        let read = || serde_yaml::from_str::<Value>(&text).unwrap();
        match parts.as_slice() {
            ["site.yaml"] => reader.record("site", "", &read()),
            ["documents", document, "claims.yaml"] => {
                for claim in read().as_sequence().unwrap() {
                    let id = claim["id"].as_str().unwrap();
                    if claim.get("status").and_then(Value::as_str) != Some("draft") {
                        let page = format!("claims/{document}/{id}.html");
                        reader.record("claims", &page, claim);
                    }
                }
            }
            ["documents", id, "document.yaml"] => {
                reader.record("documents", &format!("documents/{id}/index.html"), &read());
            }
            [kind @ ("themes" | "voices" | "terms"), file] => {
                let id = file.strip_suffix(".yaml").unwrap();
                reader.record(kind, &format!("{kind}/{id}/"), &read());
            }
            ["pages", file] => {
                let (head, _) = text[4..].split_once("\n---\n").unwrap();
                let id = file.strip_suffix(".md").unwrap();
                let head = serde_yaml::from_str(head).unwrap();
                reader.record("pages", &format!("{id}/index.html"), &head);
            }
            _ => {}
        }
    }
    assert!(reader.unseen.is_empty(), "{:#?}", reader.unseen);
    assert!(reader.seen > 700, "{}", reader.seen);
}

/// A field that no page shows is noticed.
#[test]
fn what_is_not_there_is_noticed() {
    let mut reader = Reader::new(golden());
    let claim = "{says: Nobody says this., horizon: 1999, voice: canal-office, kind: prediction}";
    let claim: Value = serde_yaml::from_str(claim).unwrap();
    reader.record(
        "claims",
        "claims/waterways-report/drain-eight-feet.html",
        &claim,
    );
    let fields: Vec<&str> = reader
        .unseen
        .iter()
        .map(|it| it.split(": ").nth(1).unwrap())
        .collect();
    assert_eq!(fields, ["says", "horizon", "kind"]);
}

struct Reader<'a> {
    site: &'a Built,
    language: Language,
    unseen: Vec<String>,
    seen: usize,
}

impl<'a> Reader<'a> {
    fn new(site: &'a Built) -> Self {
        let messages =
            fs::read_to_string(crate::built::root().join("templates/i18n/en.ftl")).unwrap();
        Self {
            site,
            language: Language::new("en", &messages).unwrap(),
            unseen: Vec::new(),
            seen: 0,
        }
    }

    /// Holds every field of a record against the page, or the pages below a folder.
    fn record(&mut self, record: &str, place: &str, value: &Value) {
        let page = self.words_of(place);
        self.walk(record, place, "", value, &page);
    }

    /// The words of a page and the addresses to which it leads, with single blanks.
    fn words_of(&self, place: &str) -> String {
        let pages = self.site.bundle.iter().filter(|(path, _)| {
            path.ends_with(".html") && !path.ends_with("record.html") && path.starts_with(place)
        });
        let words = pages.map(|(_, bytes)| {
            let html = parse(std::str::from_utf8(bytes).unwrap());
            let text: Vec<String> = html.named("html").map(crate::html::Element::text).collect();
            let links: Vec<&str> = html.values("href").collect();
            format!("{} {}", text.join(" "), links.join(" "))
        });
        plain(&words.collect::<Vec<_>>().join(" "))
    }

    fn walk(&mut self, record: &str, place: &str, key: &str, value: &Value, page: &str) {
        let in_record = format!("{record}.{key}");
        if UNSEEN
            .iter()
            .any(|(field, _)| *field == key || *field == in_record)
        {
            return;
        }
        match value {
            Value::Mapping(fields) => {
                for (field, value) in fields {
                    let name = field.as_str().unwrap();
                    // A text by language and a map by id keep the name of the field.
                    let is_id = !matches!(name, "id" | "name" | "in_text" | "short" | "forms")
                        && !matches!(name, "text" | "from" | "silent");
                    let by_id = matches!(key, "stance" | "sides" | "inferred") && is_id;
                    let is_name = by_id || name == "en";
                    self.walk(record, place, if is_name { key } else { name }, value, page);
                }
            }
            Value::Sequence(items) => {
                for item in items {
                    self.walk(record, place, key, item, page);
                }
            }
            Value::Null => {}
            scalar => {
                let written = match scalar {
                    Value::String(text) => text.clone(),
                    Value::Number(number) => number.to_string(),
                    other => format!("{other:?}"),
                };
                let shown = self.shown(record, key, &written);
                if shown.iter().any(|words| page.contains(&plain(words))) {
                    self.seen += 1;
                } else {
                    self.unseen
                        .push(format!("{record} {place}: {key}: {written}: {shown:?}"));
                }
            }
        }
    }

    /// The words as which a field can stand on a page.
    fn shown(&self, record: &str, key: &str, written: &str) -> Vec<String> {
        let corpus = &self.site.world.corpus;
        let word = WORDS
            .iter()
            .find(|(field, of, _)| (*field, *of) == (key, record));
        if let Some((_, _, prefix)) = word {
            return self.word(prefix, written);
        }
        match key {
            "published" | "not_before" | "added" | "date" | "on" | "as_of" | "horizon" => {
                let date: Date = written.parse().unwrap();
                vec![self.language.date(date)]
            }
            "country" => {
                let code = Arguments::new().with("code", written);
                vec![self.language.message("name-of-country", &code).unwrap()]
            }
            "licence" if written == "all-rights-reserved" => vec![self.say("rights-reserved")],
            // Those of Creative Commons, as people write them.
            "licence" => vec![written.to_owned(), written.replace('-', " ")],
            // One that is the name but for a capital stands in the name.
            "forms" => {
                let (first, rest) =
                    written.split_at(written.chars().next().map_or(0, char::len_utf8));
                vec![written.to_owned(), first.to_uppercase() + rest]
            }
            "value" => vec![self.language.number(written.parse().unwrap())],
            // Where no author is given, the publisher stands in and the page says so.
            "not_given" => vec![self.say("not-given"), self.say("publisher-as-author")],
            "side" if written == "none" => vec![self.say("no-side")],
            "about" | "scope" if written == "world" => vec![self.say("the-world")],
            "about" | "addressee" | "scope" | "side" => names(corpus.site.sides.values(), written),
            "voice" | "via" | "authors" | "publisher" | "producer" => {
                let voices = corpus.voices.iter();
                named(voices.map(|it| (it.id.as_str(), &it.name)), written)
            }
            "replaces" => {
                let documents = corpus.documents.iter();
                named(documents.map(|it| (it.id.as_str(), &it.title)), written)
            }
            "terms" => {
                let terms = corpus.terms.iter();
                named(terms.map(|it| (it.id.as_str(), &it.name)), written)
            }
            "themes" => {
                let themes = corpus.themes.iter();
                named(themes.map(|it| (it.id.as_str(), &it.title)), written)
            }
            "by" => {
                let editors = corpus.site.editors.iter();
                named(editors.map(|it| (it.id.as_str(), &it.name)), written)
            }
            "answers" | "question" | "leads" => questions(corpus, written),
            "silent" => questions(corpus, written.rsplit_once('/').unwrap().0),
            "from" => vec![format!("claims/{written}.html")],
            "claim" => vec![format!("{written}.html")],
            _ => vec![written.to_owned()],
        }
    }

    /// The beginning of the message for a word of a vocabulary.
    fn word(&self, prefix: &str, written: &str) -> Vec<String> {
        match prefix {
            // The words of a question's own poles stand in its place.
            "stance-" => self.poles(written),
            "mode-" if written == "author" => vec![String::new()],
            "figure-amount" if written == "exactly" => vec![String::new()],
            "figure-amount" => vec![written.replace('-', " ")],
            "mode-" | "coding-" => {
                let arguments = Arguments::new()
                    .with("by", "~")
                    .with("dated", "no")
                    .with("date", "");
                let message = self
                    .language
                    .message(&format!("{prefix}{written}"), &arguments);
                let message = message.unwrap();
                vec![message.split('~').next().unwrap().to_owned()]
            }
            _ => vec![self.say(&format!("{prefix}{written}"))],
        }
    }

    fn poles(&self, written: &str) -> Vec<String> {
        use diptych::corpus::Scale;
        let questions = self.site.world.corpus.questions.iter();
        let poles = questions.filter_map(|question| match (&question.scale, written) {
            (Scale::Poles { positive, .. }, "positive") => Some(positive.first().to_owned()),
            (Scale::Poles { negative, .. }, "negative") => Some(negative.first().to_owned()),
            _ => None,
        });
        poles
            .chain([self.say(&format!("stance-{written}"))])
            .collect()
    }

    fn say(&self, id: &str) -> String {
        self.language.message(id, &Arguments::new()).unwrap()
    }
}

fn names<'a>(sides: impl Iterator<Item = &'a diptych::corpus::Side>, written: &str) -> Vec<String> {
    let side = sides.into_iter().find(|side| side.id == written).unwrap();
    [&side.in_text, &side.name]
        .map(|name| name.first().to_owned())
        .to_vec()
}

fn named<'a>(records: impl Iterator<Item = (&'a str, &'a Text)>, written: &str) -> Vec<String> {
    let mut records = records.into_iter();
    let record = records.find(|(id, _)| *id == written).unwrap();
    vec![record.1.first().to_owned()]
}

fn questions(corpus: &Corpus, written: &str) -> Vec<String> {
    let all = corpus.questions();
    let wanted =
        all.filter(|(id, question)| corpus.question_path(*id) == written || question.id == written);
    wanted
        .map(|(_, question)| question.asks.first().to_owned())
        .collect()
}

/// Words with single blanks, without the marks of Markdown and the bounds that isolate directions.
fn plain(text: &str) -> String {
    let mut links = text.split("](");
    let first = links.next().unwrap_or_default().to_owned();
    let text = links.fold(first, |text, rest| {
        text + rest.split_once(')').map_or(rest, |(_, rest)| rest)
    });
    let text: String = text
        .chars()
        .filter(|it| !matches!(it, '*' | '`' | '[' | '\u{2068}' | '\u{2069}'))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
