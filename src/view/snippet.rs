use super::Scene;
use super::state::{cell_label, state_label};
use crate::compare::Cell;
use crate::corpus::{ClaimId, QuestionId};
use crate::prose::Html;
use crate::site::Page;
use crate::vocabulary::Compare;
use serde::Serialize;

/// What readers copy to show a row elsewhere: `components/snippet.html`.
#[derive(Clone, Debug, Serialize)]
pub struct Snippet {
    /// The question.
    pub question: String,
    /// Its page, where the site knows where it lies.
    pub url: Option<String>,
    /// The row as a page by itself, where the site knows where it lies.
    pub embed: Option<String>,
    /// What the row amounts to, in words.
    pub state: String,
    /// The columns: one for each side, and one for what is said beside them.
    pub columns: Vec<SnippetColumn>,
}

/// A column of the table.
#[derive(Clone, Debug, Serialize)]
pub struct SnippetColumn {
    /// Its name.
    pub name: String,
    /// What it amounts to, in words.
    pub state: Option<String>,
    /// What stands in it.
    pub statements: Vec<SnippetStatement>,
}

/// A statement in the table.
#[derive(Clone, Debug, Serialize)]
pub struct SnippetStatement {
    /// The statement.
    pub says: String,
    /// Its page, where the site knows where it lies.
    pub url: Option<String>,
    /// Who speaks.
    pub speaker: String,
    /// For whom.
    pub side: String,
}

/// A row, ready to be copied.
#[derive(Clone, Debug, Default)]
pub struct Snippets {
    /// A frame that shows the page of the row, where the site knows where it lies.
    pub frame: Option<Html>,
    /// A table without style.
    pub table: Html,
}

/// What readers copy of a row.
pub fn snippet(scene: &Scene<'_>, id: QuestionId) -> Snippet {
    let corpus = scene.corpus;
    let row = &scene.rows[id.index()];
    let has_columns = corpus[id].compare != Compare::World;
    let cells = row.cells.iter().filter(|_| has_columns);
    let mut columns: Vec<SnippetColumn> = cells
        .map(|(side, cell)| SnippetColumn {
            name: scene.side_name(side),
            state: Some(cell_label(scene, id, cell)),
            statements: statements(scene, said(cell)),
        })
        .collect();
    let beside = statements(scene, row.beside().collect());
    if !beside.is_empty() {
        columns.push(SnippetColumn {
            name: scene.words.say("others"),
            state: None,
            statements: beside,
        });
    }
    Snippet {
        question: scene.text(&corpus[id].asks),
        url: scene.canonical(scene.route(Page::Question(id))),
        embed: scene.embed_address(id),
        state: state_label(scene, id, row),
        columns,
    }
}

fn said(cell: &Cell) -> Vec<ClaimId> {
    cell.rings.claims().collect()
}

fn statements(scene: &Scene<'_>, claims: Vec<ClaimId>) -> Vec<SnippetStatement> {
    /// A table that stands elsewhere shows no more of a cell; its caption leads to the rest.
    const MOST: usize = 12;
    let claims = claims.into_iter().take(MOST);
    let statement = |id: ClaimId| {
        let voice = &scene.corpus[scene.corpus[id].voice];
        SnippetStatement {
            says: scene.text(&scene.corpus[id].says),
            url: scene.canonical(scene.route(Page::Claim(id))),
            speaker: scene.text(&voice.name),
            side: scene.allegiance_label(voice.allegiance),
        }
    };
    claims.map(statement).collect()
}
