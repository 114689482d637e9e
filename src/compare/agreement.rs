use crate::corpus::{About, Claim, Corpus, SideId};
use crate::vocabulary::WORLD;
use serde::Serialize;
use std::collections::BTreeMap;

/// How far two codings of the same claims agree in one field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// The field.
    pub field: &'static str,
    /// Claims that both coded.
    pub claims: usize,
    /// Those to which both gave the same value.
    pub same: usize,
    /// Krippendorff's alpha for nominal data; none where all values are the same, so that nothing can be told.
    pub alpha: Option<f64>,
}

/// A field, and the value of a claim in it; what is not given is a value too, for the editor saw nothing to give.
type Coded = (&'static str, fn(&Corpus, &Claim) -> String);

/// The fields in which an editor decides.
const FIELDS: [Coded; 6] = [
    ("about", about),
    ("answers", |corpus, claim| {
        corpus.question_path(claim.primary())
    }),
    ("kind", |_, claim| claim.kind.word().to_owned()),
    ("stance", |_, claim| {
        let stance = claim.stance(claim.primary());
        stance.map_or(String::new(), |stance| stance.word().to_owned())
    }),
    ("voice", |corpus, claim| corpus[claim.voice].id.clone()),
    ("mode", |_, claim| claim.mode.word().to_owned()),
];

fn about(corpus: &Corpus, claim: &Claim) -> String {
    match &claim.about {
        About::World => WORLD.to_owned(),
        sides => {
            let ids = sides
                .sides()
                .iter()
                .map(|&side: &SideId| corpus[side].id.as_str());
            ids.collect::<Vec<_>>().join(", ")
        }
    }
}

/// How far two codings agree, field by field: over the claims that have the same full id in both.
pub fn agreement(one: &Corpus, other: &Corpus) -> Vec<Agreement> {
    let claims = other
        .claims()
        .map(|(id, claim)| (other.claim_path(id), claim));
    let others: BTreeMap<String, &Claim> = claims.collect();
    let pairs = one
        .claims()
        .filter_map(|(id, claim)| Some((claim, *others.get(&one.claim_path(id))?)));
    let pairs: Vec<(&Claim, &Claim)> = pairs.collect();
    let fields = FIELDS.iter().map(|(field, value)| {
        let units = pairs
            .iter()
            .map(|(first, second)| vec![value(one, first), value(other, second)]);
        let units: Vec<Vec<String>> = units.collect();
        Agreement {
            field,
            claims: units.len(),
            same: units.iter().filter(|unit| unit[0] == unit[1]).count(),
            alpha: alpha(&units),
        }
    });
    fields.collect()
}

/// Krippendorff's alpha for nominal data, of units with the values that coders gave them; a unit with fewer than
/// two values says nothing. After K. Krippendorff, “Computing Krippendorff's Alpha-Reliability”, 2011,
/// <https://repository.upenn.edu/handle/20.500.14332/2089>.
#[expect(clippy::cast_precision_loss, reason = "nobody codes 2^53 claims")]
pub fn alpha<T: AsRef<str>>(units: &[Vec<T>]) -> Option<f64> {
    let mut totals: BTreeMap<&str, f64> = BTreeMap::new();
    let mut observed = 0.0;
    for unit in units.iter().filter(|unit| unit.len() > 1) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for value in unit {
            *counts.entry(value.as_ref()).or_default() += 1;
            *totals.entry(value.as_ref()).or_default() += 1.0;
        }
        let size = unit.len();
        let differing: usize = counts.values().map(|count| count * (size - count)).sum();
        observed += differing as f64 / (size - 1) as f64;
    }
    let all: f64 = totals.values().sum();
    let expected: f64 = totals.values().map(|total| total * (all - total)).sum();
    (expected > 0.0).then(|| 1.0 - (all - 1.0) * observed / expected)
}

#[cfg(test)]
mod tests {
    use super::alpha;

    /// The examples of the paper: two coders with two values, and four with five values and gaps.
    #[test]
    fn alpha_is_that_of_the_paper() {
        let cases: [(&[&str], f64); 2] = [
            (&["0100000010", "1110010000"], 0.095),
            (
                &[
                    "123321412...",
                    "1233224125.3",
                    ".33323422 51.",
                    "12332441251.",
                ],
                0.743,
            ),
        ];
        for (coders, wanted) in cases {
            let coders: Vec<Vec<char>> = coders
                .iter()
                .map(|values| values.chars().filter(|value| *value != ' ').collect())
                .collect();
            let units: Vec<Vec<String>> = (0..coders[0].len())
                .map(|unit| {
                    let values = coders.iter().map(|values| values[unit]);
                    values
                        .filter(|value| *value != '.')
                        .map(String::from)
                        .collect()
                })
                .collect();
            let found = alpha(&units).unwrap();
            assert!((found - wanted).abs() < 0.0005, "{found}");
        }
    }

    #[test]
    fn values_that_never_differ_tell_nothing() {
        assert_eq!(alpha(&[vec!["a", "a"], vec!["a", "a"]]), None);
        assert_eq!(alpha::<&str>(&[]), None);
        assert_eq!(alpha(&[vec!["a", "a"], vec!["b", "b"]]), Some(1.0));
    }
}
