//! One question as a table that can stand elsewhere: a column for each side and one for what is said
//! beside the sides, a row for the state and for each ring. Rows and states have the words of the data.

mod html;
mod markdown;

pub use markdown::escaped as markdown_words;

use super::csv::{Value, written};
use super::edition::Edition;
use crate::corpus::{ClaimId, QuestionId};
use crate::site::Page;
use crate::vocabulary::Compare;

/// How a question is written as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// For a text in Markdown.
    Markdown,
    /// For a spreadsheet.
    Csv,
    /// For a page.
    Html,
}

/// One question with its answers side by side.
pub fn comparison(edition: &Edition<'_>, id: QuestionId, format: TableFormat) -> Vec<u8> {
    let grid = grid(edition, id);
    match format {
        TableFormat::Markdown => markdown::markdown(&grid).into_bytes(),
        TableFormat::Html => html::html(&grid).into_bytes(),
        TableFormat::Csv => csv(&grid),
    }
}

/// The table before it is written.
struct Grid {
    question: String,
    url: String,
    /// Names of the columns.
    columns: Vec<String>,
    /// What the row amounts to.
    state: &'static str,
    /// What each column amounts to; nothing for what is beside the sides.
    states: Vec<&'static str>,
    /// By ring, for each column its statements.
    rows: Vec<(&'static str, Vec<Vec<Statement>>)>,
}

struct Statement {
    says: String,
    voice: String,
    document: String,
    url: String,
}

/// The column of what is said of several sides together or of none.
const BESIDE: &str = "beside the sides";

fn grid(edition: &Edition<'_>, id: QuestionId) -> Grid {
    let corpus = edition.corpus;
    let row = &edition.rows[id.index()];
    let in_columns = corpus[id].compare != Compare::World;
    let cells: Vec<_> = row.cells.iter().filter(|_| in_columns).collect();
    let names = cells.iter().map(|(side, _)| corpus[*side].name.first());
    let columns: Vec<String> = names.chain([BESIDE]).map(str::to_owned).collect();
    let states = cells.iter().map(|(_, cell)| cell.state.word());
    let states = states.chain([""]).collect();
    let statements = |claims: &[ClaimId]| -> Vec<Statement> {
        claims.iter().map(|&id| statement(edition, id)).collect()
    };
    let mut rows = Vec::new();
    for (ring, claims) in [
        (
            "own",
            cells
                .iter()
                .map(|(_, it)| &it.rings.own)
                .collect::<Vec<_>>(),
        ),
        ("told", cells.iter().map(|(_, it)| &it.rings.told).collect()),
        (
            "other",
            cells.iter().map(|(_, it)| &it.rings.other).collect(),
        ),
        (
            "outside",
            cells.iter().map(|(_, it)| &it.rings.outside).collect(),
        ),
        (
            "unplaced",
            cells.iter().map(|(_, it)| &it.rings.unplaced).collect(),
        ),
        ("advised", cells.iter().map(|(_, it)| &it.advised).collect()),
        (
            "forecast",
            cells.iter().map(|(_, it)| &it.forecast).collect(),
        ),
    ] {
        let mut columns: Vec<_> = claims.into_iter().map(|it| statements(it)).collect();
        columns.push(Vec::new());
        rows.push((ring, columns));
    }
    for (place, claims) in [("hinge", &row.hinge), ("band", &row.band)] {
        let mut columns: Vec<_> = cells.iter().map(|_| Vec::new()).collect();
        columns.push(statements(claims));
        rows.push((place, columns));
    }
    rows.retain(|(_, columns)| columns.iter().any(|it| !it.is_empty()));
    Grid {
        question: corpus[id].asks.first().to_owned(),
        url: edition.url(Page::Question(id)),
        columns,
        state: row.state.word(),
        states,
        rows,
    }
}

fn statement(edition: &Edition<'_>, id: ClaimId) -> Statement {
    let corpus = edition.corpus;
    let claim = &corpus[id];
    Statement {
        says: claim.says.first().to_owned(),
        voice: corpus[claim.voice].name.first().to_owned(),
        document: corpus[claim.document].title.first().to_owned(),
        url: edition.url(Page::Claim(id)),
    }
}

fn csv(grid: &Grid) -> Vec<u8> {
    let text = |words: &str| Value::from(words).field();
    let mut header = vec![text(&grid.question)];
    header.extend(grid.columns.iter().map(|it| text(it)));
    let mut states = vec![format!("state: {}", grid.state)];
    states.extend(grid.states.iter().map(|it| text(it)));
    let mut rows = vec![states];
    for (ring, columns) in &grid.rows {
        let mut row = vec![(*ring).to_owned()];
        row.extend(columns.iter().map(|statements| {
            let lines = statements.iter();
            let lines = lines.map(|it| format!("{} ({}, {})", it.says, it.voice, it.document));
            text(&lines.collect::<Vec<_>>().join("\n"))
        }));
        rows.push(row);
    }
    written(&header, &rows)
}
