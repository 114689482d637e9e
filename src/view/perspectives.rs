use super::link::Link;
use super::{Frame, Scene};
use crate::compare::{Amount, Perspectives, Subject};
use crate::corpus::{Allegiance, ClaimId};
use crate::language::Arguments;
use crate::prose::Html;
use crate::site::Route;
use serde::Serialize;

/// `pages/perspectives.html`
#[derive(Clone, Debug, Serialize)]
pub struct PerspectivesPage {
    /// Whom the columns are about.
    pub subjects: Vec<Head>,
    /// Who speaks, for each side and for none.
    pub rows: Vec<PerspectiveRow>,
    /// Speakers for a side who rate another side well.
    pub praise: Vec<Html>,
    /// Speakers for a side who rate their own badly.
    pub criticism: Vec<Html>,
}

/// The head of a row or a column.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// The words.
    pub label: String,
    /// Place of the side in the order of columns, from 1; nothing for several or none.
    pub column: Option<usize>,
}

/// What speakers for one side, or for none, say.
#[derive(Clone, Debug, Serialize)]
pub struct PerspectiveRow {
    /// Who speaks.
    pub head: Head,
    /// What they say about each subject.
    pub cells: Vec<PerspectiveCell>,
}

/// What some speakers say about one subject.
#[derive(Clone, Debug, Serialize)]
pub struct PerspectiveCell {
    /// How many statements.
    pub claims: usize,
    /// How many of them first-hand, and by how many speakers, in words.
    pub label: String,
    /// Thousandths of the fullest cell.
    pub width: usize,
    /// Thousandths of the fullest cell that are first-hand.
    pub first_hand: usize,
    /// The share of each document, the greatest first.
    pub documents: Vec<DocumentShare>,
    /// How many further documents there are, in words.
    pub further: Option<String>,
}

/// What a document contributes.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentShare {
    /// The document.
    pub document: Link,
    /// Its share, in words.
    pub share: String,
}

pub fn perspectives(scene: &Scene<'_>, route: Route) -> (Frame, PerspectivesPage) {
    let frame = scene.frame(
        route,
        scene.words.say("perspectives-about"),
        vec![scene.home_link()],
    );
    let Perspectives { subjects, rows } = scene.index.perspectives(scene.corpus);
    let counts = rows
        .iter()
        .flat_map(|(_, row)| row.iter().map(|it| it.claims));
    let fullest = counts.max().unwrap_or(0);
    let grain = &scene.index.grain;
    let cards = |list: &[ClaimId]| {
        let here = scene.on_sheet(list, route).iter();
        here.map(|&id| scene.compact_card(id)).collect()
    };
    let page = PerspectivesPage {
        subjects: subjects.iter().map(|&it| subject(scene, it)).collect(),
        rows: rows
            .iter()
            .map(|(voices, row)| PerspectiveRow {
                head: Head {
                    label: speakers(scene, *voices),
                    column: voices.side().map(|side| side.index() + 1),
                },
                cells: row.iter().map(|it| cell(scene, it, fullest)).collect(),
            })
            .collect(),
        praise: cards(&grain.praise),
        criticism: cards(&grain.criticism),
    };
    (frame, page)
}

fn speakers(scene: &Scene<'_>, voices: Allegiance) -> String {
    match voices {
        Allegiance::Side(side) => {
            let name = scene.side_in_text(side);
            scene.words.say_of("ring-own", "side", name)
        }
        Allegiance::ThirdParty => scene.words.say("ring-outside"),
        Allegiance::Unplaced => scene.words.say("ring-unplaced"),
    }
}

fn subject(scene: &Scene<'_>, subject: Subject) -> Head {
    match subject {
        Subject::Side(side) => Head {
            label: scene.side_in_text(side),
            column: Some(side.index() + 1),
        },
        Subject::Several => Head {
            label: scene
                .words
                .say_of("several", "sides", scene.corpus.site.sides.count()),
            column: None,
        },
        Subject::World => Head {
            label: scene.words.say("world"),
            column: None,
        },
    }
}

fn cell(scene: &Scene<'_>, amount: &Amount, fullest: usize) -> PerspectiveCell {
    const MOST: usize = 3;
    let words = scene.words;
    let scale = |claims: usize| (claims * 1000).checked_div(fullest).unwrap_or(0);
    let mut documents: Vec<_> = amount.documents.iter().collect();
    documents.sort_by_key(|&(id, count)| (std::cmp::Reverse(*count), *id));
    let further = documents.len().saturating_sub(MOST);
    let arguments = Arguments::new()
        .with("voices", amount.voices.len())
        .with("firsthand", amount.first_hand);
    PerspectiveCell {
        claims: amount.claims,
        label: words.say_with("perspective", &arguments),
        width: scale(amount.claims),
        first_hand: scale(amount.first_hand),
        documents: documents
            .into_iter()
            .take(MOST)
            .map(|(&id, &count)| DocumentShare {
                document: Link {
                    text: scene.short_title(&scene.corpus[id]),
                    ..scene.document_link(id)
                },
                share: words.share(count, hundredths(count, amount.claims)),
            })
            .collect(),
        further: (further > 0).then(|| words.say_of("further-documents", "count", further)),
    }
}

/// A share in whole hundredths, rounded to the nearest.
pub fn hundredths(part: usize, whole: usize) -> f64 {
    let share = (part * 200 + whole).checked_div(whole * 2).unwrap_or(0);
    f64::from(u32::try_from(share).unwrap_or(100))
}
