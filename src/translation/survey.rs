use super::PATH;
use super::ledger::{Ledger, Pair, TextHash};
use crate::corpus::{Corpus, LanguageId};
use crate::source::{FileId, Sources, Span};
use std::collections::BTreeSet;

/// What the ledger says of the translations of a corpus.
#[derive(Debug, Default)]
pub struct Survey {
    /// Translations whose original has changed since: the index of the text, and the language.
    pub stale: Vec<(usize, LanguageId)>,
    /// The first line of the ledger that cannot be read.
    pub unreadable: Option<Span>,
}

/// A translation with its original, and where it is.
struct Standing {
    place: (usize, LanguageId),
    pair: Pair,
}

/// Holds the translations of a corpus against its ledger; without one nothing is known of them.
pub fn survey(corpus: &Corpus, content: &Sources) -> Survey {
    let Some(file) = content.find(PATH) else {
        return Survey::default();
    };
    match Ledger::read(content.file(file).text()) {
        Ok(ledger) => {
            let now = standings(corpus);
            let stale = stale(&now, &ledger).into_iter();
            Survey {
                stale: stale.map(|standing| standing.place).collect(),
                unreadable: None,
            }
        }
        Err(fault) => Survey {
            stale: Vec::new(),
            unreadable: Some(line(content.file(file).text(), file, fault.line)),
        },
    }
}

fn line(text: &str, file: FileId, line: usize) -> Span {
    let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let length = text[before..].lines().next().map_or(0, str::len);
    Span::new(file, before..before + length)
}

/// What `pin` makes of a ledger.
#[derive(Debug)]
pub struct Renewal {
    /// The new ledger.
    pub ledger: Ledger,
    /// How many translations it holds for the first time.
    pub new: usize,
    /// How many in it are older than their originals.
    pub stale: usize,
}

/// The ledger of a corpus, made from the former one. A translation that is older than its original stays
/// so, unless somebody `accepts` that all translations fit.
pub fn renew(corpus: &Corpus, former: &Ledger, accepts: bool) -> Renewal {
    let now = standings(corpus);
    let stale = if accepts {
        Vec::new()
    } else {
        stale(&now, former)
    };
    let older: BTreeSet<Half<'_>> = stale.iter().map(|it| half(&it.pair)).collect();
    let is_settled = |pair: &&Pair| former.pairs.contains(pair) || !older.contains(&half(pair));
    let now = now.iter().map(|standing| &standing.pair);
    let mut pairs: BTreeSet<Pair> = now.filter(is_settled).cloned().collect();
    let new = pairs.difference(&former.pairs).count();
    // Of what could not be read nothing is known, and what was known of it stays.
    let keeps = |pair: &&Pair| !corpus.whole || older.contains(&half(pair));
    pairs.extend(former.pairs.iter().filter(keeps).cloned());
    let stale = stale.len();
    Renewal {
        ledger: Ledger { pairs },
        new,
        stale,
    }
}

/// Translations that the ledger knows from another original, which is nowhere any more.
fn stale<'a>(now: &'a [Standing], ledger: &Ledger) -> Vec<&'a Standing> {
    let there: BTreeSet<&Pair> = now.iter().map(|standing| &standing.pair).collect();
    let gone = ledger.pairs.iter().filter(|pair| !there.contains(pair));
    let gone: BTreeSet<Half<'_>> = gone.map(half).collect();
    let is_stale =
        |it: &&Standing| gone.contains(&half(&it.pair)) && !ledger.pairs.contains(&it.pair);
    now.iter().filter(is_stale).collect()
}

/// A translation without its original.
type Half<'a> = (&'a str, TextHash);

fn half(pair: &Pair) -> Half<'_> {
    (&pair.language, pair.translation)
}

fn standings(corpus: &Corpus) -> Vec<Standing> {
    let texts = corpus.texts.iter().enumerate();
    let standings = texts.flat_map(|(index, written)| {
        written.translations().map(move |(language, _, words)| {
            let tag = &corpus.site.languages[language.index()];
            Standing {
                place: (index, language),
                pair: Pair::new(tag, words, written.text.first()),
            }
        })
    });
    standings.collect()
}
