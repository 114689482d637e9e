use super::row::compare_but;
use super::{Row, compare};
use crate::corpus::{ClaimId, Corpus, QuestionId};
use std::collections::HashSet;
use std::sync::Arc;

/// The rows of a corpus, for those who compare what follows it.
#[derive(Debug, Default)]
pub struct Memory(Option<(Arc<Corpus>, Arc<[Row]>)>);

/// Does what [`compare`] does, and answers anew only the questions whose claims stand otherwise than before.
pub fn compare_again(corpus: &Arc<Corpus>, memory: &mut Memory) -> Arc<[Row]> {
    let rows = match &memory.0 {
        Some((before, rows)) => match corpus.moved_since(before) {
            Some(moved) if moved.is_empty() => Arc::clone(rows),
            Some(moved) => {
                let concerned = concerned(&moved, [before, corpus]);
                let known = |id: QuestionId| {
                    let is_known = !concerned.contains(&id);
                    is_known.then(|| rows[id.index()].clone())
                };
                compare_but(corpus, known).into()
            }
            None => compare(corpus).into(),
        },
        None => compare(corpus).into(),
    };
    memory.0 = Some((Arc::clone(corpus), Arc::clone(&rows)));
    rows
}

/// The questions that these claims answer in one of the two.
fn concerned(claims: &[ClaimId], both: [&Arc<Corpus>; 2]) -> HashSet<QuestionId> {
    let answers = both.map(|corpus| claims.iter().flat_map(|&id| &corpus[id].answers));
    answers.into_iter().flatten().copied().collect()
}
