use super::Evidence;
use crate::corpus::{CellRef, Theme};
use crate::diagnostic::{Code, Diagnostic};

/// A summary or a note calls a cell empty that a claim has filled since.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    for cell in evidence.corpus.themes.iter().flat_map(cells) {
        let row = &evidence.rows[cell.question.index()];
        if !row.cells[cell.side].state.is_covered() {
            continue;
        }
        let Some(claim) = row.cells[cell.side].rings.claims().next() else {
            continue;
        };
        let message = format!(
            "the cell `{}/{}` is called empty, but a claim fills it",
            evidence.corpus.question_path(cell.question),
            evidence.corpus[cell.side].id
        );
        found.push(
            Diagnostic::new(Code::SilenceFilled, cell.span, message)
                .related(evidence.corpus[claim].span, "this claim")
                .help("reword the sentence and cite the claim, or remove it"),
        );
    }
}

fn cells(theme: &Theme) -> impl Iterator<Item = &CellRef> {
    let sides = theme.summary.values().flatten();
    let cited = sides.chain(&theme.contrast).flat_map(|it| &it.silent);
    cited.chain(theme.silences.iter().map(|silence| &silence.cell))
}
