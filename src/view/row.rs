use super::Scene;
use super::card::{Weight, stance_label};
use super::link::Link;
use super::overview::Panel;
use super::portion::{on_sheet, shares};
use super::state::{cell_label, evidence_label, state_label};
use crate::compare::{Cell, CellState, Ring, Row};
use crate::corpus::{CellRef, ClaimId, QuestionId, Scale, SideId};
use crate::prose::Html;
use crate::site::{Page, SHEET, Url};
use crate::vocabulary::{Compare, Stance};
use serde::Serialize;
use std::collections::BTreeSet;

/// One question with its answers side by side: `components/row.html`.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// Hook: `<theme>/<question>`.
    pub id: String,
    /// Anchor on a page of rows.
    pub anchor: String,
    /// Hook: the word of the state.
    pub state: &'static str,
    /// The state, in words.
    pub state_label: String,
    /// The state as a small diptych, one panel a side.
    pub sign: Vec<Panel>,
    /// The question, which leads to its own page.
    pub question: Link,
    /// Whether a link leads to the row where it stands.
    pub permalink: bool,
    /// What counts as an answer.
    pub definition: Option<String>,
    /// The assertion that voices are for or against.
    pub proposition: Option<String>,
    /// Whether there are columns at all.
    pub has_columns: bool,
    /// One for each side, in the order of the site.
    pub cells: Vec<CellView>,
    /// The words of an empty row about the world.
    pub silence: Option<String>,
    /// What is said of several sides together.
    pub hinge: Group,
    /// What is said of the world, or by voices of no side.
    pub band: Group,
}

/// One column of a row.
#[derive(Clone, Debug, Serialize)]
pub struct CellView {
    /// Hook: id of the side.
    pub side: String,
    /// Place of the side in the order of columns, from 1, which decides its colour.
    pub column: usize,
    /// Name of the side.
    pub side_name: String,
    /// Hook: the word of the state.
    pub state: &'static str,
    /// What it amounts to, in words.
    pub label: String,
    /// Who speaks in it, in words.
    pub evidence: Option<String>,
    /// Claims by ring, from inside outwards; rings without claims are left out.
    pub rings: Vec<RingView>,
    /// The way to all claims, where some are left out.
    pub more: Option<Link>,
    /// Advice and forecasts, which neither fill nor rate.
    pub below: Vec<Group>,
    /// The words of an empty cell.
    pub silence: Option<SilenceView>,
    /// Anchor of the cell; nothing where it may stand on a page more than once.
    pub anchor: Option<String>,
    /// The other answers to the same question, where they have anchors.
    pub others: Vec<Jump>,
}

/// A way to the other side's answer.
#[derive(Clone, Debug, Serialize)]
pub struct Jump {
    /// Words that name the side.
    pub text: String,
    /// Anchor of its cell.
    pub anchor: String,
}

/// The claims of one ring.
#[derive(Clone, Debug, Serialize)]
pub struct RingView {
    /// Hook: the word of the ring.
    pub ring: &'static str,
    /// Who speaks, in words.
    pub label: String,
    /// The claims.
    pub entries: Vec<Entry>,
}

/// Claims under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// The heading.
    pub label: String,
    /// The claims.
    pub entries: Vec<Entry>,
    /// The way to those that are left out here.
    pub more: Option<Link>,
}

/// A claim in a row.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Hook: its stance on this question, where the question is not the claim's primary one.
    pub stance: Option<&'static str>,
    /// How it rates this question, where the question is not the claim's primary one; the card
    /// itself says it there.
    pub rating: Option<String>,
    /// Its card.
    pub card_html: Html,
    /// Where it is said, where the card shows what is said there.
    pub document: Option<Link>,
}

/// An empty cell.
#[derive(Clone, Debug, Serialize)]
pub struct SilenceView {
    /// That nothing is said.
    pub text: String,
    /// What comes near and why it does not count.
    pub note: Option<String>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// On the first page: little more than a taste.
    Lead,
    /// Among others: compact cards, and so many of each list.
    Theme(usize),
    /// On a sheet of its own page: everything, so many of each list on a sheet.
    Question(usize),
    /// By itself, in a frame of another site's page.
    Embedded,
    /// On the page for comparing: slots in place of cards.
    Compared,
    /// There, as one document or one voice alone would make it.
    Alone,
}

/// Claims that one cell shows at most where it stands among others.
pub const CELL_LIMIT: usize = 12;

impl Setting {
    /// How many claims of each list stand there.
    fn limit(self) -> usize {
        match self {
            Self::Lead => 2,
            Self::Theme(limit) => limit,
            Self::Embedded | Self::Compared => CELL_LIMIT,
            Self::Question(_) | Self::Alone => SHEET,
        }
    }

    /// Whether each cell stands on the page once, so that a link can lead to it.
    fn has_anchors(self) -> bool {
        !matches!(self, Self::Embedded | Self::Compared | Self::Alone)
    }
}

/// A row in a setting.
pub fn row(scene: &Scene<'_>, id: QuestionId, setting: Setting) -> RowView {
    row_of(scene, id, &scene.rows[id.index()], setting)
}

/// What some claims make of a question, in a setting.
pub fn row_of(scene: &Scene<'_>, id: QuestionId, row: &Row, setting: Setting) -> RowView {
    let corpus = scene.corpus;
    let question = &corpus[id];
    let builder = Builder { scene, id, setting };
    let has_columns = question.compare != Compare::World;
    RowView {
        id: corpus.question_path(id),
        anchor: scene.row_anchor(id),
        state: row.state.word(),
        state_label: state_label(scene, id, row),
        sign: super::overview::sign(scene, id, row),
        question: scene.question_link(id),
        permalink: matches!(setting, Setting::Theme(_)),
        definition: scene.text_of(question.definition.as_ref()),
        proposition: match &question.scale {
            Scale::Proposition(text) => Some(scene.text(text)),
            _ => None,
        },
        has_columns,
        cells: if has_columns {
            let cells = row.cells.iter();
            cells.map(|(side, cell)| builder.cell(side, cell)).collect()
        } else {
            Vec::new()
        },
        silence: (!has_columns && row.band.is_empty()).then(|| scene.words.say("silence-world")),
        hinge: builder.group(
            &row.hinge,
            &scene.words.say_of("hinge", "sides", row.cells.count()),
        ),
        band: builder.group(
            &row.band,
            &scene.words.say(match question.compare {
                Compare::About | Compare::World => "band-world",
                Compare::Voice => "band-outside",
            }),
        ),
    }
}

struct Builder<'a> {
    scene: &'a Scene<'a>,
    id: QuestionId,
    setting: Setting,
}

impl Builder<'_> {
    fn cell(&self, side: SideId, cell: &Cell) -> CellView {
        let scene = self.scene;
        let has_anchors = self.setting.has_anchors();
        let others = scene.corpus.site.side_ids();
        let others = others.filter(|&other| has_anchors && other != side);
        CellView {
            side: scene.corpus[side].id.clone(),
            column: side.index() + 1,
            side_name: scene.side_name(side),
            state: cell.state.word(),
            label: cell_label(scene, self.id, cell),
            evidence: evidence_label(scene, &cell.evidence),
            rings: self.rings(side, cell),
            more: self.more_of(cell.rings.claims().count()),
            below: [("advised", &cell.advised), ("forecast", &cell.forecast)]
                .into_iter()
                .filter(|(_, claims)| !claims.is_empty() && self.setting != Setting::Lead)
                .map(|(label, claims)| self.group(claims, &scene.words.say(label)))
                .collect(),
            silence: (!cell.state.is_covered()).then(|| self.silence(side, cell)),
            anchor: has_anchors.then(|| scene.cell_anchor(self.id, side)),
            others: others
                .map(|other| Jump {
                    text: scene.words.say_of("jump", "side", scene.side_short(other)),
                    anchor: scene.cell_anchor(self.id, other),
                })
                .collect(),
        }
    }

    fn rings(&self, side: SideId, cell: &Cell) -> Vec<RingView> {
        let rings = &cell.rings;
        let own = self.scene.side_in_text(side);
        let label = |message: &str| self.scene.words.say_of(message, "side", own.clone());
        let lists = [
            (Ring::Own, label("ring-own"), &rings.own),
            (Ring::Own, label("ring-told"), &rings.told),
            (Ring::Other, self.others_label(&rings.other), &rings.other),
            (Ring::Outside, label("ring-outside"), &rings.outside),
            (Ring::Unplaced, label("ring-unplaced"), &rings.unplaced),
        ];
        let counts = lists.each_ref().map(|(_, _, claims)| claims.len());
        let ranges = match self.setting {
            Setting::Question(sheet) => on_sheet(counts, sheet),
            _ => shares(counts, self.setting.limit()).map(|share| 0..share),
        };
        lists
            .into_iter()
            .zip(ranges)
            .filter(|(_, range)| !range.is_empty())
            .map(|((ring, label, claims), range)| RingView {
                ring: ring.word(),
                label,
                entries: self.entries(&claims[range]),
            })
            .collect()
    }

    /// "Speakers for the north and the south", naming the other sides that speak.
    fn others_label(&self, claims: &[ClaimId]) -> String {
        let corpus = self.scene.corpus;
        let sides: BTreeSet<SideId> = claims
            .iter()
            .filter_map(|&id| corpus[corpus[id].voice].allegiance.side())
            .collect();
        let names: Vec<String> = sides
            .into_iter()
            .map(|side| self.scene.side_in_text(side))
            .collect();
        let words = self.scene.words;
        words.say_of("ring-other", "sides", words.list(&names))
    }

    fn group(&self, claims: &[ClaimId], label: &str) -> Group {
        let range = match self.setting {
            Setting::Question(sheet) => {
                let [range] = on_sheet([claims.len()], sheet);
                range
            }
            _ => 0..claims.len().min(self.setting.limit()),
        };
        Group {
            label: label.to_owned(),
            entries: self.entries(&claims[range]),
            more: self.more_of(claims.len()),
        }
    }

    /// The way to all of so many claims, where they are too many for this setting.
    fn more_of(&self, all: usize) -> Option<Link> {
        let is_whole = matches!(self.setting, Setting::Question(_));
        let too_many = all > self.setting.limit();
        (too_many && !is_whole).then(|| Link {
            text: match self.setting {
                Setting::Alone => self.scene.words.say("all-answers"),
                _ => self.scene.words.say_of("all-statements", "count", all),
            },
            url: self.scene.url(Page::Question(self.id)),
        })
    }

    fn entries(&self, claims: &[ClaimId]) -> Vec<Entry> {
        let card = |id: ClaimId| match self.setting {
            Setting::Lead | Setting::Theme(_) | Setting::Embedded => {
                self.scene.cards.card(id, Weight::Compact)
            }
            Setting::Question(_) => self.scene.cards.card(id, Weight::Full),
            Setting::Compared | Setting::Alone => slot(&self.scene.corpus.claim_path(id)),
        };
        let entry = |&id: &ClaimId| {
            let claim = &self.scene.corpus[id];
            let rated = |question| {
                let stance = claim.stance(question)?;
                Some((stance, stance_label(self.scene, question, stance)))
            };
            // What the card says is not said again.
            let primary = claim.primary();
            let rated = rated(self.id)
                .filter(|here| primary != self.id && rated(primary).as_ref() != Some(here));
            let (stance, rating) = rated.unzip();
            Entry {
                stance: stance.map(Stance::word),
                rating,
                card_html: card(id),
                document: matches!(self.setting, Setting::Question(_))
                    .then(|| self.scene.document_link(claim.document)),
            }
        };
        claims.iter().map(entry).collect()
    }

    fn silence(&self, side: SideId, cell: &Cell) -> SilenceView {
        let scene = self.scene;
        let name = scene.side_in_text(side);
        let question = &scene.corpus[self.id];
        let message = match (question.compare, cell.state) {
            _ if self.setting == Setting::Alone => "silence-alone",
            (Compare::Voice, _) => "silence-voice",
            (_, CellState::AdviceOnly) => "silence-advice",
            _ => "silence-about",
        };
        let here = |cell: &CellRef| cell.question == self.id && cell.side == side;
        let mut notes = scene.corpus[question.theme].silences.iter();
        let note = notes.find(|silence| here(&silence.cell));
        SilenceView {
            text: scene.words.say_of(message, "side", name),
            // The note tells why no document at all fills the cell.
            note: note
                .filter(|_| self.setting != Setting::Alone)
                .map(|silence| scene.text(&silence.note)),
        }
    }
}

/// Claims as full cards, each with its document.
pub fn full_entries(scene: &Scene<'_>, claims: &[ClaimId]) -> Vec<Entry> {
    let cards = scene.full_cards(claims).into_iter().zip(claims);
    cards
        .map(|(card_html, &id)| Entry {
            stance: None,
            rating: None,
            card_html,
            document: Some(scene.document_link(scene.corpus[id].document)),
        })
        .collect()
}

/// The place of a card that stands elsewhere in the same file; ids need no escaping.
fn slot(claim: &str) -> Html {
    Html::trusted(format!("<slot name=\"{claim}\"></slot>"))
}

/// The address of a cell on the page of its theme.
pub fn cell_url(scene: &Scene<'_>, cell: CellRef) -> Url {
    let theme = scene.corpus[cell.question].theme;
    let anchor = scene.cell_anchor(cell.question, cell.side);
    scene.url(Page::Theme(theme)).at(&anchor)
}
