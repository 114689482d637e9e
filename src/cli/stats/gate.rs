use super::{DocumentLine, Statistics, ThemeLine, UNPLACED, percent, share};
use crate::corpus::Thresholds;
use crate::vocabulary::NO_SIDE;

/// A sentence for each limit that something does not keep.
pub fn broken(statistics: &Statistics<'_>, limits: &Thresholds) -> Vec<String> {
    let thin = limits.coverage.and_then(|least| {
        let thin = |line: &&DocumentLine<'_>| line.coverage.is_some_and(|it| it < least);
        let thin = statistics.documents.iter().filter(thin);
        let thin = thin.map(|line| line.id.to_owned());
        let what = "of these texts is quoted";
        told(
            &format!("less than {}", percent(least)),
            "coverage",
            what,
            thin,
        )
    });
    let too_many = |most: Option<f64>, key, what, part: fn(&ThemeLine<'_>) -> Part| {
        let most = most?;
        let parts = statistics.themes.iter().map(|line| (line.id, part(line)));
        let above = parts.filter(|(_, it)| share(it.count, it.of).is_some_and(|it| it > most));
        let above = above.map(|(id, it)| format!("{id} ({} of {}{})", it.count, it.of, it.whose));
        told(&format!("more than {}", percent(most)), key, what, above)
    };
    let silent = too_many(
        limits.not_covered,
        "not_covered",
        "of the cells of these themes are not covered",
        not_covered,
    );
    let documents = too_many(
        limits.largest_document,
        "largest_document",
        "of the statements of these themes are from one document",
        largest_document,
    );
    let sides = too_many(
        limits.speak_for,
        "speak_for",
        "of the statements of these themes are by speakers for one side",
        largest_side,
    );
    [thin, silent, documents, sides]
        .into_iter()
        .flatten()
        .collect()
}

fn told(limit: &str, key: &str, what: &str, which: impl Iterator<Item = String>) -> Option<String> {
    let which = which.collect::<Vec<_>>().join(", ");
    (!which.is_empty()).then(|| format!("{limit} (`thresholds.{key}`) {what}: {which}"))
}

/// Some of the cells or statements of a theme, and whose they are.
struct Part {
    count: usize,
    of: usize,
    whose: String,
}

fn not_covered(line: &ThemeLine<'_>) -> Part {
    Part {
        count: line.not_covered,
        of: line.covered + line.advice_only + line.not_covered,
        whose: String::new(),
    }
}

fn largest_document(line: &ThemeLine<'_>) -> Part {
    let documents = line.documents.iter().map(|(id, count)| (*id, *count));
    largest(line, documents)
}

fn largest_side(line: &ThemeLine<'_>) -> Part {
    let speakers = line.speak_for.iter().map(|(id, count)| (*id, *count));
    largest(
        line,
        speakers.filter(|(id, _)| ![NO_SIDE, UNPLACED].contains(id)),
    )
}

fn largest<'a>(line: &ThemeLine<'_>, counts: impl Iterator<Item = (&'a str, usize)>) -> Part {
    let (id, count) = counts.max_by_key(|(_, count)| *count).unwrap_or_default();
    Part {
        count,
        of: line.claims,
        whose: format!(", {id}"),
    }
}
