use super::Scene;
use super::link::Link;
use crate::corpus::{ClaimId, DocumentId, QuestionId, TermId, VoiceId};
use crate::prose::Html;
use crate::site::{Page, Route, Url};
use crate::vocabulary::{DocumentKind, VoiceKind};
use serde_json::{Map, Value, json};

impl Scene<'_> {
    /// A page as linked data in the vocabulary of <https://schema.org>, for a data block of JSON-LD; only where
    /// the site knows where it lies.
    pub fn json_ld(&self, route: Route, description: &str, breadcrumbs: &[Link]) -> Option<Html> {
        let base = self.corpus.site.base_url.as_deref()?;
        let address = self.canonical(route)?;
        let mut graph: Vec<Value> = self.subject(route.page, &address, description);
        if !breadcrumbs.is_empty() {
            let items = (1..).zip(breadcrumbs).map(|(position, link): (usize, _)| {
                let item = link.url.below(base);
                json!({"@type": "ListItem", "position": position, "name": link.text, "item": item})
            });
            let items: Vec<Value> = items.collect();
            graph.push(json!({"@type": "BreadcrumbList", "itemListElement": items}));
        }
        if graph.is_empty() {
            return None;
        }
        let data = json!({"@context": "https://schema.org", "@graph": graph});
        // No text may end the script element that holds the block.
        Some(Html::trusted(data.to_string().replace('<', "\\u003c")))
    }

    fn subject(&self, page: Page, address: &str, description: &str) -> Vec<Value> {
        match page {
            Page::Home => vec![self.dataset(address, description)],
            Page::Data => {
                // The same thing as on the first page.
                let home = self.canonical(self.route(Page::Home));
                let mut dataset = self.dataset(home.as_deref().unwrap_or(address), description);
                dataset["distribution"] = Value::from(self.downloads());
                vec![dataset]
            }
            Page::Claim(id) => self.claim_data(id, address),
            Page::Document(id) => vec![self.document_data(id)],
            Page::Question(id) => vec![self.question_data(id, address)],
            Page::Term(id) => vec![self.term_data(id, address)],
            Page::Voice(id) => vec![self.voice_data(id)],
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
            "license": site.licence.as_ref().map(|id| format!("https://spdx.org/licenses/{id}.html")),
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
    fn claim_data(&self, id: ClaimId, address: &str) -> Vec<Value> {
        let claim = &self.corpus[id];
        let voice = self.maker_data(claim.voice);
        let document = self.document_data(claim.document);
        let quotation = format!("{address}#quotation");
        let quote: Vec<&str> = claim.quote.iter().map(|part| part.value.as_str()).collect();
        let quote = json!({
            "@type": "Quotation",
            "@id": quotation,
            "text": quote.join(" … "),
            "inLanguage": self.corpus[claim.document].language,
            "creator": voice,
            "isPartOf": document,
        });
        let statement = json!({
            "@type": "Claim",
            "@id": address,
            "url": address,
            "text": self.text(&claim.says),
            "author": voice,
            "appearance": document,
            "isBasedOn": {"@id": quotation},
        });
        vec![statement, quote]
    }

    fn document_data(&self, id: DocumentId) -> Value {
        let document = &self.corpus[id];
        let kind = match document.kind {
            DocumentKind::Paper => "ScholarlyArticle",
            DocumentKind::News => "NewsArticle",
            DocumentKind::Report | DocumentKind::Brief => "Report",
            DocumentKind::Law => "Legislation",
            DocumentKind::Dataset => "Dataset",
            DocumentKind::Web => "WebPage",
            DocumentKind::Plan | DocumentKind::Speech | DocumentKind::Statement => "CreativeWork",
        };
        let authors = document.authors.iter().filter(|_| document.authors_given);
        let authors: Vec<Value> = authors.map(|&author| self.maker_data(author)).collect();
        complete(json!({
            "@type": kind,
            "@id": self.canonical(self.route(Page::Document(id))),
            "name": self.text(&document.title),
            "author": if authors.is_empty() { Value::Null } else { Value::from(authors) },
            "publisher": document.publisher.map(|voice| self.maker_data(voice)),
            "datePublished": document.published.map(|date| date.to_string()),
            "inLanguage": document.language,
            "url": document.url,
        }))
    }

    /// A voice as author, creator or publisher, which have to be a person or an organization; the words stand
    /// for one that may be neither.
    fn maker_data(&self, id: VoiceId) -> Value {
        let voice = &self.corpus[id];
        match voice.kind {
            VoiceKind::Unnamed => Value::from(self.text(&voice.name)),
            VoiceKind::Person | VoiceKind::Body => self.voice_data(id),
        }
    }

    fn voice_data(&self, id: VoiceId) -> Value {
        let voice = &self.corpus[id];
        let kind = match voice.kind {
            VoiceKind::Person => "Person",
            VoiceKind::Body => "Organization",
            // Nobody knows whether it is one or many.
            VoiceKind::Unnamed => "Thing",
        };
        complete(json!({
            "@type": kind,
            "@id": self.canonical(self.route(Page::Voice(id))),
            "name": self.text(&voice.name),
            "url": voice.url,
        }))
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
