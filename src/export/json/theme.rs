use super::claim::claim;
use super::map::{Map, Words};
use super::{BETWEEN, VERSION, bytes, collection, lines, strings};
use crate::compare::{Cell, Rings, Row};
use crate::corpus::{CellRef, QuestionId, Scale, Sentence, Theme, ThemeId};
use crate::export::edition::Edition;
use crate::export::sink::Sink;
use crate::site::Page;
use crate::vocabulary::{Compare, Kind};
use schemars::JsonSchema;
use serde::Serialize;

/// `themes.json`
pub fn themes(edition: &Edition<'_>, sink: Sink<'_>) {
    let ids: Vec<ThemeId> = edition.corpus.themes().map(|(id, _)| id).collect();
    collection(sink, "themes", &ids, |id| theme(edition, id));
}

/// `themes/<theme>.json`: the theme with every claim that answers one of its questions.
pub fn theme_file(edition: &Edition<'_>, id: ThemeId, sink: Sink<'_>) {
    let corpus = edition.corpus;
    let mut claims = edition.claims();
    claims.retain(|&claim| {
        let mut answers = corpus[claim].answers.iter();
        answers.any(|&question| corpus[question].theme == id)
    });
    sink(format!("{{\"version\":{VERSION},\"theme\":").as_bytes());
    sink(&bytes(&theme(edition, id)));
    sink(BETWEEN);
    lines(sink, "claims", &claims, |id| bytes(&claim(edition, id)));
    sink(b"}\n");
}

/// A field of comparison.
#[derive(Debug, JsonSchema, Serialize)]
pub struct ThemeRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its page on the site.
    url: String,
    /// Its title.
    title: Words<'a>,
    /// What belongs to it.
    definition: Option<Words<'a>>,
    /// Its rows, in the order of reading.
    questions: Vec<QuestionRecord<'a>>,
    /// What its rows amount to, in sentences that cite.
    summary: SummaryRecord<'a>,
    /// Every cell that no claim fills, with the editors' note where there is one.
    silences: Vec<SilenceRecord<'a>>,
    /// Former ids.
    aliases: Vec<&'a str>,
    /// Warnings of the checker that the editor accepts here, by code, each with the reason.
    allow: Map<&'static str, Words<'a>>,
}

/// A row that each column answers.
#[derive(Debug, JsonSchema, Serialize)]
struct QuestionRecord<'a> {
    /// Its full id, `<theme>/<question>`.
    id: String,
    /// Its page on the site.
    url: String,
    /// The question.
    asks: Words<'a>,
    /// What counts as an answer.
    definition: Option<Words<'a>>,
    /// What the columns are.
    compare: Compare,
    /// The words of its ratings, where it has poles.
    poles: Option<PolesRecord<'a>>,
    /// The assertion that voices are for or against, where it has one.
    proposition: Option<Words<'a>>,
    /// Kinds of claim that fill a cell here and elsewhere would not.
    takes: &'a [Kind],
    /// Former ids.
    aliases: Vec<&'a str>,
    /// Warnings of the checker that the editor accepts here, by code, each with the reason.
    allow: Map<&'static str, Words<'a>>,
    /// What the row amounts to; computed.
    state: &'static str,
    /// Its columns, in the order of the sides; none where the question is about the world; computed.
    cells: Vec<CellRecord<'a>>,
    /// Full ids of the claims about several sides together; computed.
    hinge: Vec<String>,
    /// Full ids of the claims beside the columns, about the world or by voices of no side; computed.
    band: Vec<String>,
}

/// The words of a question's ratings.
#[derive(Debug, JsonSchema, Serialize)]
struct PolesRecord<'a> {
    /// The word for `positive`.
    positive: Words<'a>,
    /// The word for `negative`.
    negative: Words<'a>,
}

/// What is said in one column of one row.
#[derive(Debug, JsonSchema, Serialize)]
struct CellRecord<'a> {
    /// Id of the side.
    side: &'a str,
    /// What the cell amounts to.
    state: &'static str,
    /// Full ids of the claims that fill it.
    rings: RingsRecord,
    /// Full ids of recommendations about the side, which neither fill nor rate.
    advised: Vec<String>,
    /// Full ids of predictions about the side, which neither fill nor rate.
    forecast: Vec<String>,
    /// Ids of the voices that speak in it.
    voices: Vec<&'a str>,
    /// Ids of those that speak without a relay at least once.
    first_hand: Vec<&'a str>,
    /// Ids of the voices through whom the rest come.
    through: Vec<&'a str>,
}

/// Claims by the side of their voice.
#[derive(Debug, JsonSchema, Serialize)]
struct RingsRecord {
    /// By the side's own voices, as authors or quoted.
    own: Vec<String>,
    /// By the side's own voices, as told by others.
    told: Vec<String>,
    /// By voices of other sides.
    other: Vec<String>,
    /// By third parties.
    outside: Vec<String>,
    /// By voices that nobody could place.
    unplaced: Vec<String>,
}

/// What a theme's rows amount to, in sentences that cite.
#[derive(Debug, JsonSchema, Serialize)]
struct SummaryRecord<'a> {
    /// Sentences on each side, by its id.
    sides: Map<&'a str, Vec<SentenceRecord<'a>>>,
    /// Sentences on the difference.
    contrast: Vec<SentenceRecord<'a>>,
}

/// A sentence of a summary and what it rests on.
#[derive(Debug, JsonSchema, Serialize)]
struct SentenceRecord<'a> {
    /// The sentence.
    text: Words<'a>,
    /// Full ids of the claims that it rests on.
    from: Vec<String>,
    /// The empty cells that it rests on, `<theme>/<question>/<side>`.
    silent: Vec<String>,
}

/// A cell that no claim fills.
#[derive(Debug, JsonSchema, Serialize)]
struct SilenceRecord<'a> {
    /// Full id of the question.
    question: String,
    /// Id of the side.
    side: &'a str,
    /// What the cell amounts to: `not-covered` or `advice-only`.
    state: &'static str,
    /// What comes near and why it does not count.
    note: Option<Words<'a>>,
}

fn theme<'a>(edition: &Edition<'a>, id: ThemeId) -> ThemeRecord<'a> {
    let theme = &edition.corpus[id];
    ThemeRecord {
        id: &theme.id,
        url: edition.url(Page::Theme(id)),
        title: edition.words(&theme.title),
        definition: edition.words_of(theme.definition.as_ref()),
        questions: theme.questions().map(|id| question(edition, id)).collect(),
        summary: SummaryRecord {
            sides: Map(theme
                .summary
                .iter()
                .map(|(side, list)| {
                    let side = edition.corpus[side].id.as_str();
                    (side, sentences(edition, list))
                })
                .collect()),
            contrast: sentences(edition, &theme.contrast),
        },
        silences: silences(edition, theme),
        aliases: strings(&theme.aliases),
        allow: edition.allowed(theme.span, None),
    }
}

fn question<'a>(edition: &Edition<'a>, id: QuestionId) -> QuestionRecord<'a> {
    let question = &edition.corpus[id];
    let row = &edition.rows[id.index()];
    let (poles, proposition) = match &question.scale {
        Scale::None => (None, None),
        Scale::Poles { positive, negative } => {
            let [positive, negative] = [positive, negative].map(|it| edition.words(it));
            (Some(PolesRecord { positive, negative }), None)
        }
        Scale::Proposition(proposition) => (None, Some(edition.words(proposition))),
    };
    QuestionRecord {
        id: edition.corpus.question_path(id),
        url: edition.url(Page::Question(id)),
        asks: edition.words(&question.asks),
        definition: edition.words_of(question.definition.as_ref()),
        compare: question.compare,
        poles,
        proposition,
        takes: &question.takes,
        aliases: strings(&question.aliases),
        allow: edition.allowed(question.span, Some(edition.corpus[question.theme].span)),
        state: row.state.word(),
        cells: cells(edition, id, row),
        hinge: edition.claim_paths(&row.hinge),
        band: edition.claim_paths(&row.band),
    }
}

fn cells<'a>(edition: &Edition<'a>, id: QuestionId, row: &Row) -> Vec<CellRecord<'a>> {
    if edition.corpus[id].compare == Compare::World {
        return Vec::new();
    }
    let cells = row.cells.iter();
    cells
        .map(|(side, cell)| self::cell(edition, &edition.corpus[side].id, cell))
        .collect()
}

fn cell<'a>(edition: &Edition<'a>, side: &'a str, cell: &Cell) -> CellRecord<'a> {
    CellRecord {
        side,
        state: cell.state.word(),
        rings: rings(edition, &cell.rings),
        advised: edition.claim_paths(&cell.advised),
        forecast: edition.claim_paths(&cell.forecast),
        voices: edition.voice_ids(&cell.evidence.voices),
        first_hand: edition.voice_ids(&cell.evidence.first_hand),
        through: edition.voice_ids(&cell.evidence.through),
    }
}

fn rings(edition: &Edition<'_>, rings: &Rings) -> RingsRecord {
    RingsRecord {
        own: edition.claim_paths(&rings.own),
        told: edition.claim_paths(&rings.told),
        other: edition.claim_paths(&rings.other),
        outside: edition.claim_paths(&rings.outside),
        unplaced: edition.claim_paths(&rings.unplaced),
    }
}

fn sentences<'a>(edition: &Edition<'a>, sentences: &'a [Sentence]) -> Vec<SentenceRecord<'a>> {
    sentences
        .iter()
        .map(|sentence| SentenceRecord {
            text: edition.words(&sentence.text),
            from: edition.claim_paths(&sentence.from),
            silent: sentence
                .silent
                .iter()
                .map(|cell| cell_path(edition, cell))
                .collect(),
        })
        .collect()
}

fn silences<'a>(edition: &Edition<'a>, theme: &'a Theme) -> Vec<SilenceRecord<'a>> {
    let corpus = edition.corpus;
    let mut silences = Vec::new();
    for id in theme.questions() {
        if corpus[id].compare == Compare::World {
            continue;
        }
        let row = &edition.rows[id.index()];
        for side in row.uncovered() {
            let mut noted = theme.silences.iter();
            let noted = noted.find(|it| it.cell.question == id && it.cell.side == side);
            silences.push(SilenceRecord {
                question: corpus.question_path(id),
                side: &corpus[side].id,
                state: row.cells[side].state.word(),
                note: edition.words_of(noted.map(|it| &it.note)),
            });
        }
    }
    silences
}

fn cell_path(edition: &Edition<'_>, cell: &CellRef) -> String {
    let question = edition.corpus.question_path(cell.question);
    format!("{question}/{}", edition.corpus[cell.side].id)
}
