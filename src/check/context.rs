use super::loaded_word::LoadedWords;
use super::naming::Naming;
use super::term_not_linked::TermNames;
use crate::corpus::Corpus;

/// What rules on single claims and texts look things up in: all of it comes from the site, its voices and its
/// terms.
pub struct Context<'a> {
    /// The world.
    pub corpus: &'a Corpus,
    /// By which words each side is known.
    pub naming: Naming,
    /// By which words each term is known.
    pub terms: TermNames,
    /// Words that the site calls loaded.
    pub loaded: LoadedWords<'a>,
}

impl<'a> Context<'a> {
    /// The context of a world.
    pub fn of(corpus: &'a Corpus) -> Self {
        Self {
            corpus,
            naming: Naming::of(corpus),
            terms: TermNames::of(corpus),
            loaded: LoadedWords::of(corpus),
        }
    }
}
