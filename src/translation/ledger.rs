use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

/// Which translation was made from which original: `translations.lock`.
///
/// The file has a line for each pair, `<language> <translation> <original>`, in which texts stand as the
/// first 16 hexadecimal digits of their SHA-256. It names no place, so that a text may move, and its
/// order is that of the hashes, so that two editors rarely write the same line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Every pair.
    pub pairs: BTreeSet<Pair>,
}

/// A translation with its original.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The language of the translation, a BCP 47 tag.
    pub language: String,
    /// The hash of the translation.
    pub translation: TextHash,
    /// The hash of its original.
    pub original: TextHash,
}

/// The beginning of a text's SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextHash(u64);

/// Why a ledger cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerFault {
    /// The line, from 0.
    pub line: usize,
}

/// Its first line, which says how the others are to be read.
const HEAD: &str = "diptych translations 1";
const DIGITS: usize = 16;

impl Ledger {
    /// Reads a ledger.
    ///
    /// # Errors
    ///
    /// At the first line that is not as [`Ledger::write`] would write it.
    pub fn read(text: &str) -> Result<Self, LedgerFault> {
        let mut lines = (0..).zip(text.lines());
        if lines.next().is_none_or(|(_, line)| line != HEAD) {
            return Err(LedgerFault { line: 0 });
        }
        let pairs = lines.map(|(line, words)| pair(words).ok_or(LedgerFault { line }));
        let pairs = pairs.collect::<Result<_, _>>()?;
        Ok(Self { pairs })
    }

    /// Writes a ledger; equal ledgers give equal bytes.
    pub fn write(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for pair in &self.pairs {
            let Pair {
                language,
                translation,
                original,
            } = pair;
            let _ = writeln!(text, "{language} {translation} {original}");
        }
        text
    }
}

impl Pair {
    /// The pair of two texts.
    pub fn new(language: &str, translation: &str, original: &str) -> Self {
        Self {
            language: language.to_owned(),
            translation: TextHash::of(translation),
            original: TextHash::of(original),
        }
    }
}

fn pair(line: &str) -> Option<Pair> {
    let mut words = line.split(' ');
    let (language, translation, original) = (words.next()?, words.next()?, words.next()?);
    let is_part = |it: u8| it.is_ascii_alphanumeric() || it == b'-';
    let is_tag = !language.is_empty() && language.bytes().all(is_part);
    let is_sound = words.next().is_none() && is_tag;
    let pair = Pair {
        language: language.to_owned(),
        translation: TextHash::read(translation)?,
        original: TextHash::read(original)?,
    };
    is_sound.then_some(pair)
}

impl TextHash {
    /// The hash of a text; how its lines are broken counts for nothing.
    fn of(text: &str) -> Self {
        let mut words = text.split_whitespace();
        let mut line = String::with_capacity(text.len());
        line.extend(words.next());
        for word in words {
            line.push(' ');
            line.push_str(word);
        }
        let digest = Sha256::digest(line.as_bytes());
        let (beginning, _) = digest.split_at(DIGITS / 2);
        Self(
            beginning
                .iter()
                .fold(0, |hash, byte| hash << 8 | u64::from(*byte)),
        )
    }

    fn read(word: &str) -> Option<Self> {
        let is_digit = |it: u8| matches!(it, b'0'..=b'9' | b'a'..=b'f');
        let is_hash = word.len() == DIGITS && word.bytes().all(is_digit);
        let hash = is_hash.then(|| u64::from_str_radix(word, 16).ok())??;
        Some(Self(hash))
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0DIGITS$x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let pairs = [
            Pair::new("zh-Hans", "谷物", "grain"),
            Pair::new("fr", "blé", "corn"),
        ];
        let ledger = Ledger {
            pairs: pairs.into_iter().collect(),
        };
        assert_eq!(Ledger::read(&ledger.write()), Ok(ledger));
        let broken = format!("{HEAD}\nfr 12 34\n");
        assert_eq!(Ledger::read(&broken), Err(LedgerFault { line: 1 }));
    }

    #[test]
    fn line_breaks_count_for_nothing() {
        assert_eq!(TextHash::of("two\n  words"), TextHash::of("two words"));
    }
}
