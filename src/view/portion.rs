use crate::site::sheet_size;
use std::ops::Range;

/// How many claims of each ring a limited cell shows: at least one of each, the rest from inside
/// outwards.
pub fn shares<const N: usize>(counts: [usize; N], limit: usize) -> [usize; N] {
    let mut shares = counts.map(|count| count.min(1));
    for ring in 0..N {
        let room = limit.saturating_sub(shares.iter().sum());
        shares[ring] += room.min(counts[ring] - shares[ring]);
    }
    shares
}

/// Which claims of each ring stand on a sheet, where the rings of a cell make one list.
pub fn on_sheet<const N: usize>(counts: [usize; N], sheet: usize) -> [Range<usize>; N] {
    let size = sheet_size(counts.iter().sum());
    let (first, end) = ((sheet - 1) * size, sheet * size);
    let mut before = 0;
    counts.map(|count| {
        let here = |limit: usize| limit.clamp(before, before + count) - before;
        let range = here(first)..here(end);
        before += count;
        range
    })
}

#[cfg(test)]
mod tests {
    use super::{on_sheet, shares};

    #[test]
    fn the_rings_of_a_cell_are_cut_as_one_list() {
        assert_eq!(on_sheet([40, 0, 90], 1), [0..40, 0..0, 0..25]);
        assert_eq!(on_sheet([40, 0, 90], 2), [40..40, 0..0, 25..90]);
        assert_eq!(on_sheet([40, 0, 90], 3), [40..40, 0..0, 90..90]);
    }

    #[test]
    fn every_ring_has_a_share() {
        assert_eq!(shares([40, 0, 3, 1], 12), [10, 0, 1, 1]);
        assert_eq!(shares([2, 1, 3, 0], 12), [2, 1, 3, 0]);
        assert_eq!(shares([0, 0, 9, 9], 12), [0, 0, 9, 3]);
    }
}
