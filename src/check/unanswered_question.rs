use super::Evidence;
use crate::diagnostic::{Code, Diagnostic};

/// No claim answers a question and no silence explains why it is there.
pub fn find(evidence: &Evidence<'_>, found: &mut Vec<Diagnostic>) {
    let corpus = evidence.corpus;
    for (id, question) in corpus.questions() {
        let row = &evidence.rows[id.index()];
        let below =
            |cell: &crate::compare::Cell| !cell.advised.is_empty() || !cell.forecast.is_empty();
        let answered = row.claims().next().is_some() || row.cells.values().any(below);
        let mut silences = corpus[question.theme].silences.iter();
        if answered || silences.any(|silence| silence.cell.question == id) {
            continue;
        }
        let message = format!("no claim answers `{}`", corpus.question_path(id));
        found.push(
            Diagnostic::new(Code::UnansweredQuestion, question.span, message).help(
                "annotate an answer, note the silence under `silences`, or remove the question",
            ),
        );
    }
}
