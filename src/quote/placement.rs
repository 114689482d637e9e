use super::locate::Location;
use super::source_text::SourceText;
use super::token::Token;

/// Half-words that may stand between two parts: 150 words or 300 Han characters.
const FARTHEST: usize = 300;

/// The ways to place the parts of a quotation in order, each at one of its places, with at least a
/// token and at most [`FARTHEST`] half-words between them; as many as tell that there are many.
pub fn placements(
    source: &SourceText<'_>,
    parts: &[Vec<Token>],
    mut places: Vec<Vec<usize>>,
) -> Vec<Location> {
    const ENOUGH: usize = 50;
    // Places from which no way leads to the end are left out first, so that none is tried in vain.
    for part in (1..parts.len()).rev() {
        let (before, after) = places.split_at_mut(part);
        let length = parts[part - 1].len();
        before[part - 1].retain(|place| {
            let end = place + length;
            next(&after[0], end).is_some_and(|next| source.weight(end..next) <= FARTHEST)
        });
    }
    // Each step of a way knows the step before it.
    let mut steps: Vec<Vec<(usize, usize)>> = Vec::with_capacity(parts.len());
    for (part, places) in places.iter().enumerate() {
        let Some(before) = part.checked_sub(1).map(|before| &steps[before]) else {
            steps.push(
                places
                    .iter()
                    .map(|&place| (place, 0))
                    .take(ENOUGH)
                    .collect(),
            );
            continue;
        };
        let ways = before.iter().enumerate().flat_map(|(way, (place, _))| {
            let end = place + parts[part - 1].len();
            let from = places.partition_point(|&place| place <= end);
            let near = places[from..].iter();
            near.take_while(move |&&place| source.weight(end..place) <= FARTHEST)
                .map(move |&place| (place, way))
        });
        let ways = ways.take(ENOUGH).collect();
        steps.push(ways);
    }
    let ways = steps.last().map_or(0, Vec::len);
    (0..ways).map(|way| location(&steps, parts, way)).collect()
}

fn location(steps: &[Vec<(usize, usize)>], parts: &[Vec<Token>], mut way: usize) -> Location {
    let mut ranges = Vec::with_capacity(parts.len());
    for (step, part) in steps.iter().zip(parts).rev() {
        let (place, before) = step[way];
        ranges.push(place..place + part.len());
        way = before;
    }
    ranges.reverse();
    Location { parts: ranges }
}

fn next(places: &[usize], end: usize) -> Option<usize> {
    places
        .get(places.partition_point(|&place| place <= end))
        .copied()
}

/// The first part that stands after all before it, but with nothing or too much between, and how
/// many half-words that are; nothing where a part only stands before others.
pub fn first_gap(
    source: &SourceText<'_>,
    parts: &[Vec<Token>],
    places: &[Vec<usize>],
) -> Option<(usize, usize)> {
    let mut reached = places[0].clone();
    for part in 1..parts.len() {
        let length = parts[part - 1].len();
        let ends: Vec<usize> = reached.iter().map(|place| place + length).collect();
        // The last end before a place leaves the fewest words between.
        let gap = |place: usize| {
            let before = ends.partition_point(|&end| end < place).checked_sub(1)?;
            Some(source.weight(ends[before]..place))
        };
        let fits = |place: &usize| gap(*place).is_some_and(|words| words <= FARTHEST);
        reached = places[part].iter().copied().filter(fits).collect();
        if reached.is_empty() {
            let here = places[part].iter();
            let adjacent = here.clone().any(|place| ends.binary_search(place).is_ok());
            let least = here.filter_map(|&place| gap(place)).min();
            return if adjacent { Some(0) } else { least }.map(|words| (part, words));
        }
    }
    None
}
