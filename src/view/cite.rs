use super::Scene;
use crate::citation::{Citation, Foundation, Reference, Style};
use crate::corpus::{ClaimId, DocumentId};
use crate::language::Arguments;
use crate::prose::Html;
use crate::site::Page;
use serde::Serialize;

/// How a page is cited.
#[derive(Clone, Debug, Serialize)]
pub struct Cite {
    /// In each style, the one first that readers of the language look for.
    pub styles: Vec<StyleView>,
    /// BCP 47 tag of the source, where it is not the page's.
    pub language: Option<String>,
    /// What a statement does with the source that it rests on.
    pub label: Option<String>,
    /// Where in the source the words stand.
    pub place: Option<String>,
    /// As entries of BibTeX, to be copied together.
    pub bibtex: String,
}

/// How a page is cited in one style.
#[derive(Clone, Debug, Serialize)]
pub struct StyleView {
    /// The name of the style.
    pub name: &'static str,
    /// The citation.
    pub citation_html: Html,
    /// The source that a statement rests on.
    pub source_html: Option<Html>,
}

impl Scene<'_> {
    /// How a document is cited: the source itself, not its page here.
    pub fn cite_document(&self, id: DocumentId) -> Cite {
        let styles = self.styles().map(|style| StyleView {
            name: style.name(),
            citation_html: markup(self.citations.document(id, style, self.corpus)),
            source_html: None,
        });
        Cite {
            styles: styles.collect(),
            language: self.language_of_source(id),
            label: None,
            place: None,
            bibtex: self.citations.entry(id, self.corpus).to_owned(),
        }
    }

    /// How a statement is cited, with the source that it rests on.
    pub fn cite_claim(&self, id: ClaimId) -> Cite {
        let corpus = self.corpus;
        let document = corpus[id].document;
        let label = self.words.say("cites");
        let place = self.cited_place(id);
        let url = self.canonical(self.route(Page::Claim(id)));
        let mut reference = Reference::statement(id, corpus, self.language, url);
        reference.foundation = Some(Foundation {
            id: corpus[document].id.clone(),
            label: label.clone(),
            place: place.clone(),
        });
        let citations = self.citations;
        let styles = self.styles().map(|style| StyleView {
            name: style.name(),
            citation_html: markup(&citations.statement(
                id,
                &reference,
                self.language,
                corpus,
                style,
            )),
            source_html: Some(markup(citations.document(document, style, corpus))),
        });
        let entry = citations.statement_entry(id, &reference, self.language, corpus);
        Cite {
            styles: styles.collect(),
            language: self.language_of_source(document),
            label: Some(label),
            place,
            bibtex: [entry.as_str(), citations.entry(document, corpus)].join("\n\n"),
        }
    }

    fn language_of_source(&self, id: DocumentId) -> Option<String> {
        let tag = &self.corpus[id].language;
        (tag != self.words.tag()).then(|| tag.clone())
    }

    fn styles(&self) -> impl Iterator<Item = Style> {
        Style::in_order(self.words.tag()).into_iter()
    }

    /// Where the quotation of a claim stands, for a citation.
    pub fn cited_place(&self, id: ClaimId) -> Option<String> {
        let (pin, examination) = self.pin(id)?;
        let section = self.section(id, pin);
        let arguments = Arguments::new()
            .with("sections", if section.is_some() { "one" } else { "none" })
            .with("section", section.unwrap_or_default())
            .with("word", pin.start())
            .with("words", examination.words);
        Some(self.words.say_with("cited-place", &arguments))
    }
}

/// A citation as markup: text, escaped, and italics.
fn markup(citation: &Citation) -> Html {
    let mut markup = String::new();
    for run in &citation.runs {
        let text = Html::escape(&run.text);
        let [start, end] = if run.italic { ["<i>", "</i>"] } else { [""; 2] };
        for part in [start, text.as_str(), end] {
            markup.push_str(part);
        }
    }
    Html::trusted(markup)
}
