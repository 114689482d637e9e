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

/// What was found of things by rules that look only at one and at what it names, in the order of the things.
///
/// One that is shared with the corpus before is the same with all that it names, so that the same is found.
#[derive(Debug)]
pub(super) struct Findings<T> {
    known: Vec<Known<T>>,
}

/// A thing, kept so that its address stays its own, and what was found of it.
#[derive(Debug)]
struct Known<T>(Arc<T>, Vec<Diagnostic>);

impl<T> Default for Findings<T> {
    fn default() -> Self {
        Self { known: Vec::new() }
    }
}

impl<T: Send + Sync> Findings<T> {
    /// What is found of all these things; those that are known are not looked at again.
    pub fn of(
        &mut self,
        things: &[Arc<T>],
        find: impl Fn(&T) -> Vec<Diagnostic> + Sync,
    ) -> Vec<Diagnostic> {
        // Most things stand where they stood.
        let mut there: Vec<Option<Known<T>>> = things.iter().map(|_| None).collect();
        let mut elsewhere: HashMap<usize, Known<T>> = HashMap::new();
        for (place, known) in std::mem::take(&mut self.known).into_iter().enumerate() {
            let is_same = |thing: &Arc<T>| Arc::ptr_eq(&known.0, thing);
            if things.get(place).is_some_and(is_same) {
                there[place] = Some(known);
            } else {
                elsewhere.insert(address(&known.0), known);
            }
        }
        let known = there.into_par_iter().zip(things).map(|(there, thing)| {
            there.unwrap_or_else(|| {
                let known = elsewhere.get(&address(thing));
                let found = known.map_or_else(|| find(thing), |known| known.1.clone());
                Known(Arc::clone(thing), found)
            })
        });
        self.known = known.collect();
        let found = self.known.iter().flat_map(|known| &known.1);
        found.cloned().collect()
    }
}

fn address<T>(thing: &Arc<T>) -> usize {
    Arc::as_ptr(thing).addr()
}
