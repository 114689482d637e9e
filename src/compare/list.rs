use crate::corpus::ClaimId;

/// One list of a row, as it is read: that of a cell ring by ring, each in the order of the corpus.
#[derive(Clone, Copy, Debug)]
pub struct List<'a>([&'a [ClaimId]; 5]);

impl<'a> List<'a> {
    pub(super) fn of(parts: [&'a [ClaimId]; 5]) -> Self {
        Self(parts)
    }

    pub(super) fn of_one(part: &'a [ClaimId]) -> Self {
        Self([part, &[], &[], &[], &[]])
    }

    /// How many claims stand in it.
    #[expect(clippy::len_without_is_empty, reason = "nobody asks for that")]
    pub fn len(&self) -> usize {
        self.0.iter().map(|part| part.len()).sum()
    }

    /// The claim at a place, from 0.
    pub fn get(&self, mut place: usize) -> Option<ClaimId> {
        for part in self.0 {
            match part.get(place) {
                Some(&id) => return Some(id),
                None => place -= part.len(),
            }
        }
        None
    }

    /// Whether a claim stands in it.
    pub fn holds(&self, id: ClaimId) -> bool {
        self.0.iter().any(|part| part.binary_search(&id).is_ok())
    }
}

impl<'a> IntoIterator for List<'a> {
    type Item = ClaimId;
    type IntoIter = std::iter::Copied<std::iter::Flatten<std::array::IntoIter<&'a [ClaimId], 5>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().flatten().copied()
    }
}
