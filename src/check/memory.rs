use super::change::Change;
use super::marks::Marks;
use crate::corpus::{Claim, Corpus, Written};
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// What was found of each claim and each text before, for those who check the content again.
#[derive(Debug, Default)]
pub struct Memory {
    world: Option<Arc<Corpus>>,
    pub(super) claims: Findings<Claim>,
    pub(super) texts: Findings<Written>,
}

impl Memory {
    /// Forgets what may not be found any more in this world of the claims and texts that it shares with the world before.
    pub(super) fn begin(&mut self, world: &Arc<Corpus>) {
        let before = self.world.replace(Arc::clone(world));
        if let Some(change) = before.and_then(|before| Change::between(&before, world)) {
            if !change.is_nothing() {
                self.claims
                    .forget(|claim, words| change.concerns(claim, words));
            }
        } else {
            (self.claims, self.texts) = Default::default();
        }
    }
}

/// What was found of things by rules that look at one and in the context, in the order of the things.
#[derive(Debug)]
pub(super) struct Findings<T> {
    known: Vec<Option<Known<T>>>,
}

/// A thing, kept so that its address stays its own, and what was found of it.
#[derive(Debug)]
struct Known<T>(Arc<T>, Found);

/// What was found of a thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub faults: Vec<Diagnostic>,
    /// The words by which it can name a term.
    pub words: Marks,
}

impl<T> Default for Findings<T> {
    fn default() -> Self {
        Self { known: Vec::new() }
    }
}

impl<T: Send + Sync> Findings<T> {
    /// Has those looked at again of which something else may be found.
    fn forget(&mut self, is_other: impl Fn(&T, &Marks) -> bool + Sync) {
        self.known.par_iter_mut().for_each(|known| {
            let is_other = |Known(thing, found): &Known<T>| is_other(thing, &found.words);
            if known.as_ref().is_some_and(is_other) {
                *known = None;
            }
        });
    }

    /// What is found of all these things; those that are known are not looked at again.
    pub fn of(&mut self, things: &[Arc<T>], find: impl Fn(&T) -> Found + Sync) -> Vec<Diagnostic> {
        // Most things stand where they stood.
        let mut there: Vec<Option<Known<T>>> = things.iter().map(|_| None).collect();
        let mut elsewhere: HashMap<usize, Known<T>> = HashMap::new();
        let known = std::mem::take(&mut self.known).into_iter().enumerate();
        for (place, known) in known.filter_map(|(place, known)| Some((place, known?))) {
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
        self.known = known.map(Some).collect();
        let found = self
            .known
            .iter()
            .flatten()
            .flat_map(|known| &known.1.faults);
        found.cloned().collect()
    }
}

fn address<T>(thing: &Arc<T>) -> usize {
    Arc::as_ptr(thing).addr()
}
