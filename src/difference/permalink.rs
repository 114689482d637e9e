use crate::corpus::Corpus;
use crate::vocabulary::Status;
use serde::Serialize;
use std::collections::BTreeSet;

/// An address that was promised to last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Permalink {
    /// What it leads to.
    pub kind: &'static str,
    /// Its full id, the present one or a former one.
    pub id: String,
}

/// Every address of the old world that the new one does not have, neither as an id nor as an alias.
pub fn vanished(old: &Corpus, new: &Corpus) -> Vec<Permalink> {
    let new = permalinks(new);
    permalinks(old)
        .into_iter()
        .filter(|it| !new.contains(it))
        .collect()
}

/// Every address of a world; drafts have none.
fn permalinks(corpus: &Corpus) -> BTreeSet<Permalink> {
    let mut all = BTreeSet::new();
    let mut add = |kind: &'static str, ids: Vec<String>| {
        all.extend(ids.into_iter().map(|id| Permalink { kind, id }));
    };
    for (_, theme) in corpus.themes() {
        let above = names(&theme.id, &theme.aliases);
        for question in theme.questions().map(|id| &corpus[id]) {
            add(
                "question",
                pairs(&above, &names(&question.id, &question.aliases)),
            );
        }
        add("theme", above);
    }
    for (_, document) in corpus.documents() {
        let above = names(&document.id, &document.aliases);
        let claims = document.claims().map(|id| &corpus[id]);
        for claim in claims.filter(|claim| claim.status != Some(Status::Draft)) {
            add("claim", pairs(&above, &names(&claim.id, &claim.aliases)));
        }
        add("document", above);
    }
    for (_, voice) in corpus.voices() {
        add("voice", names(&voice.id, &voice.aliases));
    }
    for (_, term) in corpus.terms() {
        add("term", names(&term.id, &term.aliases));
    }
    for (_, page) in corpus.pages() {
        add("page", names(&page.id, &page.aliases));
    }
    all
}

fn names(id: &str, aliases: &[String]) -> Vec<String> {
    let own = [id.to_owned()].into_iter();
    own.chain(aliases.iter().cloned()).collect()
}

fn pairs(above: &[String], below: &[String]) -> Vec<String> {
    let outer = above.iter();
    outer
        .flat_map(|above| below.iter().map(move |below| format!("{above}/{below}")))
        .collect()
}
