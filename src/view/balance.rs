use super::Scene;
use super::perspectives::hundredths;
use crate::compare::balance;
use crate::corpus::ThemeId;
use crate::site::{Page, Url};
use serde::Serialize;

/// What a theme rests on: `components/balance.html`.
#[derive(Clone, Debug, Serialize)]
pub struct BalanceView {
    /// How many claims there are, in words.
    pub about: String,
    /// The shares of documents and of speakers.
    pub strips: Vec<Strip>,
}

/// Shares of a whole as a strip, with the same as a table.
#[derive(Clone, Debug, Serialize)]
pub struct Strip {
    /// Anchor of the heading on the page.
    pub anchor: &'static str,
    /// What is divided.
    pub label: String,
    /// The shares, in order.
    pub segments: Vec<Segment>,
}

/// One share of a strip.
#[derive(Clone, Debug, Serialize)]
pub struct Segment {
    /// Whose it is.
    pub label: String,
    /// Where that leads, if anywhere.
    pub url: Option<Url>,
    /// Place of the side in the order of columns, from 1; nothing for a document or no side.
    pub column: Option<usize>,
    /// Statements.
    pub count: usize,
    /// Its share, in words.
    pub share: String,
    /// Thousandths of the whole before it.
    pub x: usize,
    /// Thousandths of the whole.
    pub width: usize,
}

/// What a theme rests on; nothing where no claim counts.
pub fn theme_balance(scene: &Scene<'_>, id: ThemeId) -> Option<BalanceView> {
    /// Documents that are told apart; the rest is one segment.
    const MOST: usize = 8;
    let balance = balance(scene.corpus, scene.rows, id);
    let all = balance.amount.claims;
    if all == 0 {
        return None;
    }
    let words = scene.words;
    let mut documents: Vec<_> = balance.amount.documents.iter().collect();
    documents.sort_by_key(|&(id, count)| (std::cmp::Reverse(*count), *id));
    let rest = documents.split_off(documents.len().min(MOST));
    let mut parts: Vec<Part> = documents
        .into_iter()
        .map(|(&id, &count)| {
            let link = scene.document_link(id);
            Part::new(link.text, count).leading_to(link.url)
        })
        .collect();
    if !rest.is_empty() {
        let label = words.say_of("balance-rest", "count", rest.len());
        let count = rest.iter().map(|(_, count)| **count).sum();
        parts.push(Part::new(label, count).leading_to(scene.url(Page::Documents)));
    }
    let speakers = balance
        .allegiances
        .iter()
        .map(|(&allegiance, &count)| Part {
            column: allegiance.side().map(|side| side.index() + 1),
            ..Part::new(scene.allegiance_heading(allegiance), count)
        });
    Some(BalanceView {
        about: words.say_of("balance-about", "claims", all),
        strips: vec![
            Strip {
                anchor: "page.balance-documents",
                label: words.say("balance-documents"),
                segments: segments(scene, parts, all),
            },
            Strip {
                anchor: "page.balance-speakers",
                label: words.say("balance-speakers"),
                segments: segments(scene, speakers.collect(), all),
            },
        ],
    })
}

struct Part {
    label: String,
    url: Option<Url>,
    column: Option<usize>,
    count: usize,
}

impl Part {
    fn new(label: String, count: usize) -> Self {
        Self {
            label,
            url: None,
            column: None,
            count,
        }
    }

    fn leading_to(self, url: Url) -> Self {
        Self {
            url: Some(url),
            ..self
        }
    }
}

fn segments(scene: &Scene<'_>, parts: Vec<Part>, all: usize) -> Vec<Segment> {
    let mut before = 0;
    let segment = |part: Part| {
        let x = before * 1000 / all;
        before += part.count;
        Segment {
            label: part.label,
            url: part.url,
            column: part.column,
            count: part.count,
            share: scene.words.share(part.count, hundredths(part.count, all)),
            x,
            width: before * 1000 / all - x,
        }
    };
    parts.into_iter().map(segment).collect()
}
