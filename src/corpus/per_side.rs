use super::SideId;
use std::ops::{Index, IndexMut};

/// One value for every side, in the order of the columns, so that no side can be forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerSide<T>(Vec<T>);

impl<T> PerSide<T> {
    /// Makes the value of each of so many sides.
    pub fn new(sides: usize, make: impl FnMut(SideId) -> T) -> Self {
        Self(SideId::all(sides).map(make).collect())
    }

    /// Makes a value for each side from the one that it has here.
    pub fn map<U>(&self, mut make: impl FnMut(SideId, &T) -> U) -> PerSide<U> {
        PerSide(self.iter().map(|(side, value)| make(side, value)).collect())
    }

    /// Each side with its value.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (SideId, &T)> {
        SideId::all(self.0.len()).zip(&self.0)
    }

    /// The values in the order of the columns.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// How many sides there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl<T> Index<SideId> for PerSide<T> {
    type Output = T;

    fn index(&self, side: SideId) -> &T {
        &self.0[side.index()]
    }
}

impl<T> IndexMut<SideId> for PerSide<T> {
    fn index_mut(&mut self, side: SideId) -> &mut T {
        &mut self.0[side.index()]
    }
}
