use super::Scene;
use super::link::Link;
use crate::corpus::{ClaimId, DocumentId, QuestionId, TermId, VoiceId, licence_address};
use crate::prose::Html;
use crate::site::{Page, Route, Url};
use crate::vocabulary::{DocumentKind, VoiceKind};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A thing with what is said of it, its keys in the order of letters.
#[derive(Serialize)]
#[serde(untagged)]
enum Thing<'a> {
    Claim(Claim<'a>),
    Quotation(Quotation<'a>),
    Work(Work<'a>),
    Agent(Agent<'a>),
    Breadcrumbs(Breadcrumbs<'a>),
    /// One of which a site has few.
    Rare(Value),
}

/// The claims and what they come from are most of a site, so they are written down without a tree of values between.
#[derive(Serialize)]
struct Claim<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
    #[serde(rename = "@type")]
    kind: &'static str,
    appearance: Work<'a>,
    author: Maker<'a>,
    #[serde(rename = "isBasedOn")]
    is_based_on: Reference,
    text: String,
    url: &'a str,
}

#[derive(Serialize)]
struct Quotation<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    creator: Maker<'a>,
    #[serde(rename = "inLanguage")]
    in_language: &'a str,
    #[serde(rename = "isPartOf")]
    is_part_of: Work<'a>,
    text: String,
}

#[derive(Clone, Serialize)]
struct Work<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Maker<'a>>,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(rename = "inLanguage")]
    in_language: &'a str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Maker<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// Who made something: a person or an organization, or the words for one that may be neither.
#[derive(Clone, Serialize)]
#[serde(untagged)]
enum Maker<'a> {
    Known(Agent<'a>),
    Named(String),
}

#[derive(Clone, Serialize)]
struct Agent<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Serialize)]
struct Breadcrumbs<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<Breadcrumb<'a>>,
}

#[derive(Serialize)]
struct Breadcrumb<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: String,
    name: &'a str,
    position: usize,
}

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Thing<'a>>,
}

impl Scene<'_> {
    /// A page as linked data in the vocabulary of <https://schema.org>, for a data block of JSON-LD; only where
    /// the site knows where it lies.
    pub fn json_ld(&self, route: Route, description: &str, breadcrumbs: &[Link]) -> Option<Html> {
        let base = self.corpus.site.base_url.as_deref()?;
        let address = self.canonical(route)?;
        let mut graph = self.subject(route.page, &address, description);
        if !breadcrumbs.is_empty() {
            let items = (1..).zip(breadcrumbs).map(|(position, link)| Breadcrumb {
                kind: "ListItem",
                item: link.url.below(base),
                name: &link.text,
                position,
            });
            graph.push(Thing::Breadcrumbs(Breadcrumbs {
                kind: "BreadcrumbList",
                items: items.collect(),
            }));
        }
        if graph.is_empty() {
            return None;
        }
        let context = "https://schema.org";
        let data = serde_json::to_string(&Graph { context, graph });
        let data = data.expect("text has a form in JSON");
        // No text may end the script element that holds the block.
        Some(Html::trusted(if data.contains('<') {
            data.replace('<', "\\u003c")
        } else {
            data
        }))
    }

    fn subject<'a>(&'a self, page: Page, address: &'a str, description: &str) -> Vec<Thing<'a>> {
        match page {
            Page::Home => vec![Thing::Rare(self.dataset(address, description))],
            Page::Data => {
                // The same thing as on the first page.
                let home = self.canonical(self.route(Page::Home));
                let mut dataset = self.dataset(home.as_deref().unwrap_or(address), description);
                dataset["distribution"] = Value::from(self.downloads());
                vec![Thing::Rare(dataset)]
            }
            Page::Claim(id) => self.claim_data(id, address),
            Page::Document(id) => vec![Thing::Work(self.document_data(id))],
            Page::Question(id) => vec![Thing::Rare(self.question_data(id, address))],
            Page::Term(id) => vec![Thing::Rare(self.term_data(id, address))],
            Page::Voice(id) => vec![Thing::Agent(self.voice_data(id))],
            _ => Vec::new(),
        }
    }

    fn dataset(&self, address: &str, description: &str) -> Value {
        let site = &self.corpus.site;
        complete(json!({
            "@type": "Dataset",
            "@id": address,
            "url": address,
            "name": self.text(&site.title),
            "description": description,
            "license": site.licence.as_deref().and_then(licence_address),
            "inLanguage": site.languages,
            "version": site.release,
        }))
    }

    /// The files of the data, for those who search for data sets; the home page leaves them out, which is read most.
    fn downloads(&self) -> Vec<Value> {
        let base = self.corpus.site.base_url.as_deref().unwrap_or_default();
        let files = self.data.iter().map(|file| {
            json!({
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": Url::file(&format!("data/{}", file.name)).below(base),
                "encodingFormat": file.media_type,
            })
        });
        files.collect()
    }

    /// The statement and the quotation that it is pinned to.
    fn claim_data<'a>(&'a self, id: ClaimId, address: &'a str) -> Vec<Thing<'a>> {
        let claim = &self.corpus[id];
        let voice = self.maker_data(claim.voice);
        let document = self.document_data(claim.document);
        let quotation = format!("{address}#quotation");
        let quote: Vec<&str> = claim.quote.iter().map(|part| part.value.as_str()).collect();
        let statement = Claim {
            id: address,
            kind: "Claim",
            appearance: document.clone(),
            author: voice.clone(),
            is_based_on: Reference {
                id: quotation.clone(),
            },
            text: self.text(&claim.says),
            url: address,
        };
        let quote = Quotation {
            id: quotation,
            kind: "Quotation",
            creator: voice,
            in_language: &self.corpus[claim.document].language,
            is_part_of: document,
            text: quote.join(" … "),
        };
        // With room for the breadcrumbs.
        let mut graph = Vec::with_capacity(3);
        graph.extend([Thing::Claim(statement), Thing::Quotation(quote)]);
        graph
    }

    fn document_data(&self, id: DocumentId) -> Work<'_> {
        let document = &self.corpus[id];
        let authors = document.authors.iter().filter(|_| document.authors_given);
        Work {
            id: self.canonical(self.route(Page::Document(id))),
            kind: match document.kind {
                DocumentKind::Paper => "ScholarlyArticle",
                DocumentKind::News => "NewsArticle",
                DocumentKind::Report | DocumentKind::Brief => "Report",
                DocumentKind::Law => "Legislation",
                DocumentKind::Dataset => "Dataset",
                DocumentKind::Web => "WebPage",
                DocumentKind::Plan | DocumentKind::Speech | DocumentKind::Statement => {
                    "CreativeWork"
                }
            },
            author: authors.map(|&author| self.maker_data(author)).collect(),
            date_published: document.published.map(|date| date.to_string()),
            in_language: &document.language,
            name: self.text(&document.title),
            publisher: document.publisher.map(|voice| self.maker_data(voice)),
            url: document.url.as_deref(),
        }
    }

    fn maker_data(&self, id: VoiceId) -> Maker<'_> {
        let voice = &self.corpus[id];
        match voice.kind {
            VoiceKind::Unnamed => Maker::Named(self.text(&voice.name)),
            VoiceKind::Person | VoiceKind::Body => Maker::Known(self.voice_data(id)),
        }
    }

    fn voice_data(&self, id: VoiceId) -> Agent<'_> {
        let voice = &self.corpus[id];
        Agent {
            id: self.canonical(self.route(Page::Voice(id))),
            kind: match voice.kind {
                VoiceKind::Person => "Person",
                VoiceKind::Body => "Organization",
                // Nobody knows whether it is one or many.
                VoiceKind::Unnamed => "Thing",
            },
            name: self.text(&voice.name),
            url: voice.url.as_deref(),
        }
    }

    fn question_data(&self, id: QuestionId, address: &str) -> Value {
        let question = &self.corpus[id];
        complete(json!({
            "@type": "Question",
            "@id": address,
            "url": address,
            "name": self.text(&question.asks),
            "text": self.text_of(question.definition.as_ref()),
        }))
    }

    fn term_data(&self, id: TermId, address: &str) -> Value {
        let term = &self.corpus[id];
        complete(json!({
            "@type": "DefinedTerm",
            "@id": address,
            "url": address,
            "name": self.text(&term.name),
            "alternateName": self.text_of(term.official_name.as_ref()),
            "description": self.text_of(term.definition.as_ref()),
            "sameAs": term.url,
        }))
    }
}

/// An object without the members that have no value.
fn complete(object: Value) -> Value {
    match object {
        Value::Object(members) => {
            let given = members.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(given.collect::<Map<_, _>>())
        }
        other => other,
    }
}
