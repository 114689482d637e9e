use super::context::{Customs, Makers, Speaker, Spelt};
use super::marks::{Marks, mark};
use super::term_not_linked::first_word;
use crate::corpus::{Claim, Corpus, DocumentId, TermId, VoiceId};
use std::collections::HashSet;
use std::hash::Hash;

/// What differs between two worlds of all that rules on single claims and texts look things up in.
///
/// It concerns some claims and no text.
#[derive(Debug)]
pub struct Change {
    speakers: HashSet<VoiceId>,
    terms: HashSet<TermId>,
    /// The words with which the spellings of those terms begin, in either world.
    words: Vec<u16>,
    documents: HashSet<DocumentId>,
}

impl Change {
    /// Holds two worlds against each other; nothing where every claim and every text has to be looked at again.
    pub fn between(before: &Corpus, now: &Corpus) -> Option<Self> {
        let languages = now.site.languages.len();
        let voices = now.voices.iter().map(|it| &it.id);
        let terms = now.terms.iter().map(|it| &it.id);
        let is_same = Customs::of(&before.site) == Customs::of(&now.site)
            && voices.eq(before.voices.iter().map(|it| &it.id))
            && terms.eq(before.terms.iter().map(|it| &it.id));
        is_same.then(|| {
            let terms = differing(before.terms(), now.terms(), Spelt::of);
            let both = terms.iter().flat_map(|&id| [&before[id], &now[id]]);
            let spellings = both.flat_map(|it| Spelt::of(it).spellings(languages));
            Self {
                words: spellings
                    .filter_map(first_word)
                    .map(|it| mark(&it))
                    .collect(),
                terms,
                speakers: differing(before.voices(), now.voices(), Speaker::of),
                documents: differing(before.documents(), now.documents(), Makers::of),
            }
        })
    }

    /// Whether it concerns no claim.
    pub fn is_nothing(&self) -> bool {
        self.speakers.is_empty() && self.terms.is_empty() && self.documents.is_empty()
    }

    /// Whether something else may be found of a claim that is the same in both worlds, and has these words.
    pub fn concerns(&self, claim: &Claim, words: &Marks) -> bool {
        self.speakers.contains(&claim.voice)
            || self.documents.contains(&claim.document)
            || claim.terms.iter().any(|it| self.terms.contains(it))
            || words.have_any(&self.words)
    }
}

/// The records of which something else matters than of those in their places before.
fn differing<'a, Id: Eq + Hash, T, Part: PartialEq>(
    before: impl Iterator<Item = (Id, &'a T)>,
    now: impl Iterator<Item = (Id, &'a T)>,
    part: impl Fn(&'a T) -> Part,
) -> HashSet<Id>
where
    T: 'a,
{
    let pairs = before.zip(now);
    let differing = pairs.filter(|((_, one), (_, other))| part(one) != part(other));
    differing.map(|(_, (id, _))| id).collect()
}
