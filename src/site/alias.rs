use super::Page;
use super::route::within;
use crate::corpus::{Corpus, DocumentId, LanguageId, ThemeId};
use std::slice;

/// A former address, which leads on to a page for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// Where it leads.
    pub page: Page,
    path: String,
}

impl Alias {
    /// The file of the alias in a language, relative to the root of the site.
    pub fn file(&self, language: LanguageId, corpus: &Corpus) -> String {
        within(language, corpus, &self.path)
    }
}

/// Every former address of the pages that readers see. A document's and a theme's carry along those of the
/// claims and questions below them.
pub fn aliases(corpus: &Corpus, is_planned: impl Fn(Page) -> bool) -> Vec<Alias> {
    let mut aliases = Vec::new();
    let mut add = |path: String, page: Page| {
        if is_planned(page) {
            aliases.push(Alias { page, path });
        }
    };
    for (id, theme) in corpus.themes() {
        for alias in &theme.aliases {
            add(format!("themes/{alias}/index.html"), Page::Theme(id));
        }
        questions(corpus, id, &mut add);
    }
    for (id, document) in corpus.documents() {
        for alias in &document.aliases {
            add(format!("documents/{alias}/index.html"), Page::Document(id));
        }
        claims(corpus, id, &mut add);
    }
    for (id, voice) in corpus.voices() {
        for alias in &voice.aliases {
            add(format!("voices/{alias}/index.html"), Page::Voice(id));
        }
    }
    for (id, term) in corpus.terms() {
        for alias in &term.aliases {
            add(format!("terms/{alias}/index.html"), Page::Term(id));
        }
    }
    for (id, page) in corpus.pages() {
        for alias in &page.aliases {
            add(format!("{alias}/index.html"), Page::Prose(id));
        }
    }
    aliases
}

fn questions(corpus: &Corpus, theme: ThemeId, add: &mut impl FnMut(String, Page)) {
    let record = &corpus[theme];
    for id in record.questions() {
        let question = &corpus[id];
        former(
            &record.id,
            &record.aliases,
            &question.id,
            &question.aliases,
            |path| {
                add(format!("themes/{path}/index.html"), Page::Question(id));
            },
        );
    }
}

fn claims(corpus: &Corpus, document: DocumentId, add: &mut impl FnMut(String, Page)) {
    let record = &corpus[document];
    for id in record.claims() {
        let claim = &corpus[id];
        former(
            &record.id,
            &record.aliases,
            &claim.id,
            &claim.aliases,
            |path| {
                add(format!("claims/{path}.html"), Page::Claim(id));
            },
        );
    }
}

/// Every `<outer>/<inner>` of present and former ids but the present one.
fn former(
    outer: &String,
    outer_aliases: &[String],
    inner: &String,
    inner_aliases: &[String],
    mut add: impl FnMut(String),
) {
    // Most have none, and there are many.
    if outer_aliases.is_empty() && inner_aliases.is_empty() {
        return;
    }
    for above in slice::from_ref(outer).iter().chain(outer_aliases) {
        for below in slice::from_ref(inner).iter().chain(inner_aliases) {
            if (above, below) != (outer, inner) {
                add(format!("{above}/{below}"));
            }
        }
    }
}
