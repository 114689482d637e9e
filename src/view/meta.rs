use super::Scene;
use crate::corpus::{ClaimId, DocumentId, VoiceId};
use crate::site::{Page, Route};
use serde::Serialize;

/// A meta element of a page: its name, or in previews of links its property.
#[derive(Clone, Debug, Serialize)]
pub struct Meta {
    /// The name.
    pub name: &'static str,
    /// The content.
    pub content: String,
}

impl Scene<'_> {
    /// What citation managers read: for a document the names that Google Scholar and Zotero know (Highwire
    /// Press), for a claim those of Dublin Core. Only where the site knows where it lies.
    pub fn meta(&self, route: Route, title: &str, description: &str) -> Vec<Meta> {
        let Some(address) = self.canonical(route) else {
            return Vec::new();
        };
        match route.page {
            Page::Document(id) => self.document_meta(id, title),
            Page::Claim(id) => self.claim_meta(id, title, description, address),
            _ => Vec::new(),
        }
    }

    fn document_meta(&self, id: DocumentId, title: &str) -> Vec<Meta> {
        let document = &self.corpus[id];
        let name = |voice: VoiceId| self.text(&self.corpus[voice].name);
        let mut all = vec![meta("citation_title", title)];
        if document.authors_given {
            let authors = document.authors.iter();
            all.extend(authors.map(|&author| meta("citation_author", name(author))));
        }
        // Slashes between the parts are the form that Google Scholar asks for.
        let date = document
            .published
            .map(|date| date.to_string().replace('-', "/"));
        let publisher = document.publisher.map(name);
        all.extend(date.map(|date| meta("citation_publication_date", date)));
        all.extend(publisher.map(|name| meta("citation_publisher", name)));
        all.push(meta("citation_language", &document.language));
        let url = document.url.as_ref();
        all.extend(url.map(|url| meta("citation_public_url", url)));
        all
    }

    fn claim_meta(
        &self,
        id: ClaimId,
        title: &str,
        description: &str,
        address: String,
    ) -> Vec<Meta> {
        let corpus = self.corpus;
        let claim = &corpus[id];
        let editors = claim.coding.iter().map(|coding| coding.by);
        let mut creators: Vec<_> = editors.collect();
        creators.sort_unstable();
        creators.dedup();
        let mut all = vec![meta("DC.title", title), meta("DC.identifier", address)];
        let names = creators
            .iter()
            .map(|&editor| self.text(&corpus[editor].name));
        all.extend(names.map(|name| meta("DC.creator", name)));
        all.extend([
            meta("DC.publisher", self.text(&corpus.site.title)),
            meta("DC.date", corpus[claim.document].added.to_string()),
            meta("DC.source", self.text(&corpus[claim.document].title)),
            meta("DC.description", description),
            meta("DC.language", &corpus.site.languages[self.language.index()]),
        ]);
        let licence = corpus.site.licence.as_ref();
        all.extend(licence.map(|licence| meta("DC.rights", licence)));
        all
    }

    /// What previews of links read, after the Open Graph protocol; only where the site knows where it lies.
    pub fn open_graph(&self, route: Route, title: &str, description: &str) -> Vec<Meta> {
        let Some(address) = self.canonical(route) else {
            return Vec::new();
        };
        let kind = match route.page {
            Page::Home => "website",
            _ => "article",
        };
        let site = &self.corpus.site;
        let locale = site.languages[self.language.index()].replace('-', "_");
        let mut all = vec![
            meta("og:type", kind),
            meta("og:title", title),
            meta("og:url", address),
            meta("og:site_name", self.text(&site.title)),
            meta("og:locale", locale),
        ];
        if !description.is_empty() {
            all.push(meta("og:description", description));
        }
        let base = site.base_url.as_deref().unwrap_or_default();
        all.push(meta("og:image", self.assets.preview.below(base)));
        all
    }
}

fn meta(name: &'static str, content: impl Into<String>) -> Meta {
    let content = content.into();
    Meta { name, content }
}
