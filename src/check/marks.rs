use super::wording::Passage;

/// The words of a statement, each by a few bits, so that the statements that may hold a word are found without taking all
/// of them apart again. A word can have the mark of another one.
#[derive(Clone, Debug, Default)]
pub struct Marks(Box<[u16]>);

impl Marks {
    /// Those of a statement in all its languages.
    pub fn of(says: &[Passage<'_>]) -> Self {
        let tokens = says.iter().flat_map(|it| &it.tokens);
        Self(tokens.map(|token| mark(&token.text)).collect())
    }

    /// Whether one of these is among them.
    pub fn have_any(&self, marks: &[u16]) -> bool {
        self.0.iter().any(|it| marks.contains(it))
    }
}

/// The mark of a word: 32 bits after Fowler, Noll and Vo (FNV-1a), folded to 16 as its authors do.
pub fn mark(word: &str) -> u16 {
    let bytes = word.bytes();
    let hash = bytes.fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let [a, b, c, d] = hash.to_be_bytes();
    u16::from_be_bytes([a ^ c, b ^ d])
}
