use crate::quote::Lock;
use crate::source::Sources;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Present ids by former ones.
pub type Names = BTreeMap<String, String>;

/// What became of the records of a kind.
#[derive(Debug, Default, Serialize)]
pub struct Changed {
    /// Records that are new.
    pub added: Vec<Change>,
    /// Records with other fields; of one with another id, `was` is the former one.
    pub changed: Vec<Change>,
    /// Claims that were taken back; their pages stay.
    pub withdrawn: Vec<Change>,
    /// Records that are not there any more.
    pub removed: Vec<Change>,
}

impl Changed {
    /// Whether nothing became of them.
    pub fn is_empty(&self) -> bool {
        let lists = [&self.added, &self.changed, &self.withdrawn, &self.removed];
        lists.iter().all(|list| list.is_empty())
    }
}

/// What became of a record.
#[derive(Debug, Serialize)]
pub struct Change {
    /// Its id.
    pub id: String,
    /// Its former id, where it has another one now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What readers call it.
    pub title: String,
    /// Its fields that changed: the name, the old value and the new one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<(String, Value, Value)>,
    /// The record, where it is new.
    #[serde(skip)]
    pub record: Value,
}

/// A lock that changed.
#[derive(Debug, Serialize)]
pub struct Renewed {
    /// The document.
    pub document: String,
    /// `added`, `changed` or `removed`.
    pub change: &'static str,
    /// Whether the source text is another one.
    pub other_text: bool,
    /// Claims newly verified.
    pub added: Vec<String>,
    /// Claims verified anew.
    pub changed: Vec<String>,
    /// Claims no longer verified.
    pub removed: Vec<String>,
}

/// Fields that follow from others, or that another part of a difference tells.
const FOLLOWING: [&str; 16] = [
    "id",
    "url",
    "position",
    "ring",
    "first_hand",
    "claims",
    "words",
    "aliases",
    "questions",
    "state",
    "cells",
    "hinge",
    "band",
    "rows",
    "sides",
    "document",
];

fn id(record: &Value) -> &str {
    record["id"].as_str().unwrap_or_default()
}

/// Compares the records of a kind, of which some have another id now; `all` leads from the former ids of every kind.
pub fn changed(old: &[Value], new: &[Value], own: &Names, all: &Names) -> Changed {
    let by_id: BTreeMap<&str, &Value> = new.iter().map(|record| (id(record), record)).collect();
    let mut changed = Changed::default();
    let mut kept: BTreeSet<&str> = BTreeSet::new();
    for record in old {
        let was = id(record);
        let is = own.get(was).map_or(was, String::as_str);
        let now = by_id.get(is).copied();
        let Some(now) = now else {
            changed.removed.push(change(record, None, Vec::new()));
            continue;
        };
        kept.insert(id(now));
        let was = (is != was).then(|| was.to_owned());
        let fields = fields(record, now, all);
        let is_withdrawn = |it: &Value| it["status"] == "withdrawn";
        if is_withdrawn(now) && !is_withdrawn(record) {
            changed.withdrawn.push(change(now, was, fields));
        } else if was.is_some() || !fields.is_empty() {
            changed.changed.push(change(now, was, fields));
        }
    }
    let added = new.iter().filter(|record| !kept.contains(id(record)));
    changed.added = added
        .map(|record| change(record, None, Vec::new()))
        .collect();
    changed
}

/// The present ids by the former ones, of the records of a kind that have another id now, or a home that has: the
/// document of a claim, the theme of a question.
pub fn renames(old: &[Value], new: &[Value], homes: &Names) -> Names {
    let former = former(new);
    let before: BTreeSet<&str> = old.iter().map(id).collect();
    let after: BTreeSet<&str> = new.iter().map(id).collect();
    let is_there = |name: &str| after.contains(name).then(|| name.to_owned());
    let lead = |name: &str| is_there(name).or_else(|| former.get(name).map(|it| id(it).to_owned()));
    let mut names = Names::new();
    for was in before.iter().filter(|was| !after.contains(*was)) {
        let home = was
            .split_once('/')
            .and_then(|(home, own)| Some((homes.get(home)?, own)));
        let moved = home.map(|(home, own)| format!("{home}/{own}"));
        let is = lead(was).or_else(|| lead(&moved?));
        if let Some(is) = is.filter(|is| !before.contains(is.as_str())) {
            names.insert((*was).to_owned(), is);
        }
    }
    names
}

/// The records by their former full ids.
fn former(records: &[Value]) -> BTreeMap<String, &Value> {
    let mut former = BTreeMap::new();
    for record in records {
        for alias in record["aliases"].as_array().into_iter().flatten() {
            let alias = alias.as_str().unwrap_or_default();
            let full = match id(record).rsplit_once('/') {
                Some((home, _)) if !alias.contains('/') => format!("{home}/{alias}"),
                _ => alias.to_owned(),
            };
            former.insert(full, record);
        }
    }
    former
}

fn change(record: &Value, was: Option<String>, fields: Vec<(String, Value, Value)>) -> Change {
    let named = ["says", "asks", "title", "name"].iter();
    let title = named
        .map(|key| &record[*key])
        .find(|words| !words.is_null());
    let title = title.and_then(|words| words.as_object()?.values().next()?.as_str());
    Change {
        id: id(record).to_owned(),
        was,
        title: title.unwrap_or_default().to_owned(),
        fields,
        record: record.clone(),
    }
}

/// The fields that differ, those within others by a path; `names` leads from former ids to present ones.
fn fields(old: &Value, new: &Value, names: &Names) -> Vec<(String, Value, Value)> {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else {
        return Vec::new();
    };
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let keys = keys
        .into_iter()
        .filter(|key| !FOLLOWING.contains(&key.as_str()));
    let mut found = Vec::new();
    for key in keys {
        let value = |record: &Map<String, Value>| plain(record.get(key).unwrap_or(&Value::Null));
        leaves(key.clone(), &value(old), &value(new), names, &mut found);
    }
    found
}

/// Goes down to the values that differ.
fn leaves(
    path: String,
    old: &Value,
    new: &Value,
    names: &Names,
    found: &mut Vec<(String, Value, Value)>,
) {
    if old == new || renamed(old, names) == *new {
        return;
    }
    match (old, new) {
        (Value::Object(before), Value::Object(after)) => {
            let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            for key in keys {
                let at = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
                leaves(
                    format!("{path}.{key}"),
                    &at(before),
                    &at(after),
                    names,
                    found,
                );
            }
        }
        (Value::Array(before), Value::Array(after))
            if before.iter().chain(after).any(Value::is_object) =>
        {
            let is_kept =
                |item: &&Value| after.contains(item) || after.contains(&renamed(item, names));
            let kept: Vec<Value> = before
                .iter()
                .filter(is_kept)
                .map(|it| renamed(it, names))
                .collect();
            let gone = before.iter().filter(|item| !is_kept(item));
            found.extend(gone.map(|item| (path.clone(), item.clone(), Value::Null)));
            let come = after
                .iter()
                .filter(|item| !kept.contains(item) && !before.contains(item));
            found.extend(come.map(|item| (path.clone(), Value::Null, item.clone())));
        }
        _ => found.push((path, old.clone(), new.clone())),
    }
}

/// A value in which a voice that stands in another record is only named.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(map) if map.contains_key("id") && map.contains_key("side") => {
            map["id"].clone()
        }
        Value::Object(map) => {
            let pairs = map.iter().map(|(key, value)| (key.clone(), plain(value)));
            Value::Object(pairs.collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(plain).collect()),
        other => other.clone(),
    }
}

/// A value with the present ids in place of former ones.
fn renamed(value: &Value, names: &Names) -> Value {
    match value {
        Value::String(words) => Value::String(names.get(words).unwrap_or(words).clone()),
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| renamed(item, names)).collect())
        }
        Value::Object(map) => {
            let pairs = map.iter().map(|(key, value)| {
                let key = names.get(key).unwrap_or(key).clone();
                (key, renamed(value, names))
            });
            Value::Object(pairs.collect())
        }
        other => other.clone(),
    }
}

/// Compares the locks of all documents.
pub fn locks(old: &Sources, new: &Sources) -> Vec<Renewed> {
    let (old, new) = (read(old), read(new));
    let documents: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let renewed = documents.into_iter().filter_map(|document| {
        let (before, after) = (old.get(document), new.get(document));
        if before == after {
            return None;
        }
        let claims = |lock: Option<&Lock>| -> BTreeMap<String, _> {
            let claims = lock.into_iter().flat_map(|lock| lock.claims.clone());
            claims.map(|entry| (entry.claim.clone(), entry)).collect()
        };
        let (then, now) = (claims(before), claims(after));
        let lacks = |other: &BTreeMap<String, _>, id: &&String| !other.contains_key(*id);
        let differs = |id: &&String| then.get(*id).is_some_and(|it| Some(it) != now.get(*id));
        Some(Renewed {
            document: document.clone(),
            change: match (before, after) {
                (None, _) => "added",
                (_, None) => "removed",
                _ => "changed",
            },
            other_text: before
                .zip(after)
                .is_some_and(|(old, new)| old.head.source != new.head.source),
            added: now.keys().filter(|id| lacks(&then, id)).cloned().collect(),
            changed: now.keys().filter(differs).cloned().collect(),
            removed: then.keys().filter(|id| lacks(&now, id)).cloned().collect(),
        })
    });
    renewed.collect()
}

/// Every lock that can be read, by its document.
fn read(content: &Sources) -> BTreeMap<String, Lock> {
    let locks = content.iter().filter_map(|(_, file)| {
        let inside = file.path().strip_prefix("content/documents/")?;
        let document = inside.strip_suffix("/quotes.lock")?;
        Some((document.to_owned(), Lock::read(file.text()).ok()?))
    });
    locks.collect()
}
