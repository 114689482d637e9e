use super::Scene;
use super::card::rating;
use crate::compare::{Ring, ring};
use crate::corpus::{ClaimId, DocumentId, QuestionId, ThemeId};
use crate::site::{Route, SHEET};
use crate::vocabulary::Stance;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What readers can filter the statements of a page by: `components/filter.html`.
#[derive(Clone, Debug, Serialize)]
pub struct Filter {
    /// The properties in which they differ.
    pub choices: Vec<Choice>,
    /// Whether there are more statements than the page shows.
    pub in_part: bool,
}

/// A property of statements.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// Its name in the address.
    pub name: &'static str,
    /// Its name in words.
    pub label: String,
    /// Its values, two or more.
    pub values: Vec<Value>,
}

/// One value of a property.
#[derive(Clone, Debug, Serialize)]
pub struct Value {
    /// How it stands in the address and in the hooks of a card.
    pub value: String,
    /// The value in words.
    pub label: String,
}

/// A claim where it is shown: under a question, or by itself under its primary one.
type Shown = (ClaimId, QuestionId);

/// Statements that a reader takes in at a glance need no filter.
const FEWEST: usize = 5;

/// From a longer list nobody chooses, and it would be most of the page.
const MOST_DOCUMENTS: usize = 50;

impl Scene<'_> {
    /// The filter of a list, for one of its sheets.
    pub fn filter_of_list(&self, claims: &[ClaimId], route: Route) -> Option<Filter> {
        let here = self.on_sheet(claims, route).iter();
        let shown: Vec<Shown> = here.map(|&id| (id, self.corpus[id].primary())).collect();
        self.filter(&shown, claims.len() > SHEET)
    }

    /// The filter of a theme's rows, of which each list shows so many.
    pub fn filter_of_theme(&self, id: ThemeId, limit: usize) -> Option<Filter> {
        let mut shown: Vec<Shown> = Vec::new();
        let mut in_part = false;
        for question in self.corpus[id].questions() {
            for list in self.rows[question.index()].lists() {
                in_part |= list.len() > limit;
                shown.extend(list.into_iter().map(|claim| (claim, question)));
            }
        }
        self.filter(&shown, in_part)
    }

    fn filter(&self, shown: &[Shown], in_part: bool) -> Option<Filter> {
        let claims: BTreeSet<ClaimId> = shown.iter().map(|&(id, _)| id).collect();
        if claims.len() < FEWEST {
            return None;
        }
        let all = [
            ("kind", "filter-kind", self.kinds(&claims)),
            ("ring", "ring", self.rings(&claims)),
            ("document", "filter-document", self.documents(&claims)),
            ("stance", "filter-rating", self.stances(shown)),
        ];
        let choices = all.into_iter().filter(|(_, _, values)| values.len() > 1);
        Some(Filter {
            choices: choices
                .map(|(name, label, values)| Choice {
                    name,
                    label: self.words.say(label),
                    values,
                })
                .collect(),
            in_part,
        })
    }

    fn kinds(&self, claims: &BTreeSet<ClaimId>) -> Vec<Value> {
        let kinds: BTreeSet<_> = claims.iter().map(|&id| self.corpus[id].kind).collect();
        let value = |word: &str| Value {
            value: word.to_owned(),
            label: self.words.say(&format!("kind-{word}")),
        };
        kinds.into_iter().map(|kind| value(kind.word())).collect()
    }

    fn rings(&self, claims: &BTreeSet<ClaimId>) -> Vec<Value> {
        let rings = claims.iter().filter_map(|&id| {
            let claim = &self.corpus[id];
            ring(claim, self.corpus)
        });
        let rings: BTreeSet<Ring> = rings.collect();
        let value = |word: &str| Value {
            value: word.to_owned(),
            label: self.words.say(&format!("legend-{word}")),
        };
        rings.into_iter().map(|ring| value(ring.word())).collect()
    }

    fn documents(&self, claims: &BTreeSet<ClaimId>) -> Vec<Value> {
        let documents: BTreeSet<_> = claims.iter().map(|&id| self.corpus[id].document).collect();
        if documents.len() > MOST_DOCUMENTS {
            return Vec::new();
        }
        let value = |id: DocumentId| Value {
            value: self.corpus[id].id.clone(),
            label: self.document_link(id).text,
        };
        documents.into_iter().map(value).collect()
    }

    /// Ratings, each in the words of all questions that are rated so.
    fn stances(&self, shown: &[Shown]) -> Vec<Value> {
        let mut words: BTreeMap<Stance, BTreeSet<String>> = BTreeMap::new();
        for &(id, question) in shown {
            let claim = &self.corpus[id];
            for question in [question, claim.primary()] {
                if let (Some(stance), Some(label)) =
                    (claim.stance(question), rating(self, id, question))
                {
                    words.entry(stance).or_default().insert(label);
                }
            }
        }
        let value = |(stance, labels): (Stance, BTreeSet<String>)| Value {
            value: stance.word().to_owned(),
            label: labels.into_iter().collect::<Vec<_>>().join(" · "),
        };
        words.into_iter().map(value).collect()
    }
}
