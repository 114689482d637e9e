use super::locate::Quotation;
use super::pin::Pin;
use super::source_text::Settings;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write as _;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// What was found in a text, without the text: `quotes.lock`.
///
/// The file is JSON Lines: the head first, then one line a claim, in the order of `claims.yaml`. It
/// holds no word that nobody quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// What holds for the whole text.
    pub head: Head,
    /// The claims whose quotations were found.
    pub claims: Vec<LockedClaim>,
}

/// What holds for the whole text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Version of this format.
    pub format: u32,
    /// Version of the rules by which text becomes tokens.
    pub normaliser: u32,
    /// SHA-256 of the text: Unicode NFC, lines that end with LF, no byte order mark.
    pub source: String,
    /// SHA-256 of repairs, furniture and sections.
    pub settings: String,
    /// SHA-256 of the names of the sides.
    pub sides: String,
    /// Words of the text.
    pub words: usize,
    /// The word with which each section begins, counted from 1; nothing for one that was not found.
    pub sections: Vec<Option<usize>>,
}

/// A claim whose quotation was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedClaim {
    /// Its id within the document.
    pub claim: String,
    /// SHA-256 of the source's hash, the parts of the quotation, its prefix and its suffix.
    pub hash: String,
    /// Where it was found.
    #[serde(flatten)]
    pub pin: Pin,
}

/// Why a lock cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockFault {
    /// The line, from 0.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// Version of the format of a lock.
pub const FORMAT: u32 = 1;
/// Version of the rules by which text becomes tokens; raised when a text could give other tokens.
pub const NORMALISER: u32 = 1;

impl Lock {
    /// Reads a lock.
    ///
    /// # Errors
    ///
    /// At the first line that is not as [`Lock::write`] would write it.
    pub fn read(text: &str) -> Result<Self, LockFault> {
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default();
        let at = |line: usize| move |message: String| LockFault { line, message };
        let head: Head = entry(first).and_then(sound_head).map_err(at(0))?;
        let mut known = HashSet::new();
        let mut claims = Vec::new();
        for (line, words) in (1..).zip(lines) {
            let claim: LockedClaim = entry(words).map_err(at(line))?;
            sound_pin(&claim.pin, head.words).map_err(at(line))?;
            if !known.insert(claim.claim.clone()) {
                return Err(at(line)(format!("`{}` stands here twice", claim.claim)));
            }
            claims.push(claim);
        }
        Ok(Self { head, claims })
    }

    /// Knows a side by another id from now on; `sides` are their ids as they were with all their names. Whether the lock
    /// was made for these sides: if not, it stays as it is.
    pub fn rename_side(&mut self, old: &str, new: &str, sides: &[(String, Vec<String>)]) -> bool {
        if self.head.sides != sides_hash(sides) {
            return false;
        }
        let renamed = |id: &str| if id == old { new } else { id }.to_owned();
        let sides: Vec<_> = sides
            .iter()
            .map(|(id, names)| (renamed(id), names.clone()))
            .collect();
        self.head.sides = sides_hash(&sides);
        for claim in &mut self.claims {
            for side in &mut claim.pin.left_out.sides {
                *side = renamed(side);
            }
        }
        true
    }

    /// Writes a lock; equal locks give equal bytes.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let mut line = |words: serde_json::Result<String>| {
            let words = words.expect("numbers and strings always serialise");
            let _ = writeln!(text, "{words}");
        };
        line(serde_json::to_string(&self.head));
        for claim in &self.claims {
            line(serde_json::to_string(claim));
        }
        text
    }
}

/// One line of a lock.
fn entry<T: Serialize + DeserializeOwned>(line: &str) -> Result<T, String> {
    let entry: T = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let written = serde_json::to_string(&entry).map_err(|error| error.to_string())?;
    if written == line {
        Ok(entry)
    } else {
        Err("`diptych pin` would write this otherwise".to_owned())
    }
}

/// Whether the places of a head can be those of a text.
fn sound_head(head: Head) -> Result<Head, String> {
    // More words than any text has would be too many to reckon with.
    let possible = u32::try_from(head.words).is_ok();
    // A section can begin with a sign after the last word.
    let within = |word: &usize| (1..=head.words + 1).contains(word);
    if possible && head.sections.iter().flatten().all(within) {
        Ok(head)
    } else {
        Err("no text has words at such places".to_owned())
    }
}

/// Whether the places of a claim can be those of a quotation in a text of so many words.
fn sound_pin(pin: &Pin, words: usize) -> Result<(), String> {
    let ranges = pin.parts.iter().chain([&pin.sentence]);
    let within = ranges
        .clone()
        .all(|&(first, last)| 1 <= first && first <= last && last <= words);
    let ordered = pin.parts.windows(2).all(|pair| pair[0].1 <= pair[1].0);
    let enclosed = pin.sentence.0 <= pin.start() && pin.end() <= pin.sentence.1;
    let printed = pin.printed.is_empty() || pin.printed.len() == pin.parts.len();
    if within && ordered && enclosed && printed && !pin.parts.is_empty() {
        Ok(())
    } else {
        Err("no quotation has words at such places".to_owned())
    }
}

/// SHA-256 of a text as a lock keeps it.
pub fn source_hash(text: &str) -> String {
    let mut normal = Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text));
    if normal.contains('\r') {
        normal = Cow::Owned(normal.replace("\r\n", "\n").replace('\r', "\n"));
    }
    // Nearly every text is, and to make it so takes longer than to find its quotations.
    if is_nfc_quick(normal.chars()) != IsNormalized::Yes {
        normal = Cow::Owned(normal.nfc().collect());
    }
    hex::encode(Sha256::digest(normal.as_bytes()))
}

/// SHA-256 of what an editor declares of a source.
pub fn settings_hash(settings: &Settings) -> String {
    let mut words: Vec<&str> = Vec::new();
    words.push("repairs");
    for (printed, read) in &settings.repairs {
        words.extend([printed.as_str(), read.as_str()]);
    }
    words.push("furniture");
    words.extend(settings.furniture.iter().map(String::as_str));
    words.push("sections");
    words.extend(settings.sections.iter().map(String::as_str));
    hash(words)
}

/// SHA-256 of the sides' ids and names.
pub fn sides_hash(sides: &[(String, Vec<String>)]) -> String {
    let words = sides.iter().flat_map(|(id, names)| {
        let names = names.iter().map(String::as_str);
        std::iter::once(id.as_str()).chain(names).chain(["/"])
    });
    hash(words)
}

/// SHA-256 of a quotation in a text.
pub fn quotation_hash(source: &str, quotation: &Quotation<'_>) -> String {
    let context = [
        quotation.prefix.unwrap_or_default(),
        quotation.suffix.unwrap_or_default(),
    ];
    hash(
        [source]
            .into_iter()
            .chain(context)
            .chain(quotation.parts.iter().copied()),
    )
}

/// SHA-256 of words, each with its length before it, so that no two lists of words are alike.
pub(super) fn hash<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new();
    for word in words {
        digest.update((word.len() as u64).to_le_bytes());
        digest.update(word.as_bytes());
    }
    hex::encode(digest.finalize())
}
