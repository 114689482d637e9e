use crate::corpus::{Claim, Written};
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// What was found of each claim and each text before, for those who check the content again.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) claims: Findings<Claim>,
    pub(super) texts: Findings<Written>,
}

/// What was found of things by rules that look only at one and at what it names.
///
/// One that is shared with the corpus before is the same with all that it names, so that the same is found.
#[derive(Debug)]
pub(super) struct Findings<T> {
    known: HashMap<usize, Known<T>>,
}

/// A thing, kept so that its address stays its own, and what was found of it.
#[derive(Debug)]
struct Known<T>(Arc<T>, Vec<Diagnostic>);

impl<T> Default for Findings<T> {
    fn default() -> Self {
        Self {
            known: HashMap::new(),
        }
    }
}

impl<T: Send + Sync> Findings<T> {
    /// What is found of all these things; those that are known are not looked at again.
    pub fn of(
        &mut self,
        things: &[Arc<T>],
        find: impl Fn(&T) -> Vec<Diagnostic> + Sync,
    ) -> Vec<Diagnostic> {
        let known = &self.known;
        let new: Vec<Known<T>> = things
            .par_iter()
            .filter(|thing| !known.contains_key(&address(thing)))
            .map(|thing| Known(Arc::clone(thing), find(thing)))
            .collect();
        let new = new.into_iter().map(|known| (address(&known.0), known));
        self.known.extend(new);
        // Those that nobody has any more are forgotten once they are the greater part.
        if self.known.len() > 2 * things.len() {
            self.known
                .retain(|_, known| Arc::strong_count(&known.0) > 1);
        }
        let found = things.iter().flat_map(|it| &self.known[&address(it)].1);
        found.cloned().collect()
    }
}

fn address<T>(thing: &Arc<T>) -> usize {
    Arc::as_ptr(thing).addr()
}
