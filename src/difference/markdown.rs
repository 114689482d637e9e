use super::record::{Change, Changed, Renewed};
use super::row::{Rest, RingTurn, Turn, Weight};
use super::words::{escaped, first, names, quotation, shown};
use super::{Conflict, Difference, Pages};
use crate::vocabulary::NO_SIDE;
use serde_json::Value;
use std::fmt::Write as _;

/// Lists longer than this are cut; the whole is in the JSON.
const LONGEST: usize = 40;

/// What is different, for a reviewer to read: what matters most comes first.
pub fn markdown(difference: &Difference<'_>) -> String {
    let mut text = format!(
        "## What changes from `{}` to `{}`\n\n{}\n",
        difference.old,
        difference.new,
        summary(difference)
    );
    let vanished = difference.vanished.iter();
    let vanished = vanished.map(|it| format!("the {} `{}`", it.kind, it.id));
    list(
        &mut text,
        "Links that would die",
        "These addresses lead nowhere now. Give the new record `aliases`, as `diptych rename` does; withdraw a claim \
         with `status: withdrawn`, which keeps its page.",
        vanished.collect(),
    );
    claims(&mut text, &difference.claims);
    turns(&mut text, "Rows that turn", &difference.rows);
    turns(&mut text, "Cells that turn", &difference.cells);
    let rings = difference.rings.iter().map(ring);
    list(&mut text, "Who says so", "", rings.collect());
    balance(&mut text, &difference.balance);
    let conflicts = difference.conflicts.iter().map(conflict);
    list(
        &mut text,
        "Figures now in conflict",
        "",
        conflicts.collect(),
    );
    records(&mut text, "Documents", &difference.documents);
    records(&mut text, "Speakers", &difference.voices);
    records(&mut text, "Themes", &difference.themes);
    records(&mut text, "Questions", &difference.questions);
    records(&mut text, "Terms", &difference.terms);
    let locks = difference.locks.iter().map(lock);
    list(&mut text, "Locks", "", locks.collect());
    if let Some(touched) = &difference.pages {
        pages(&mut text, touched);
    }
    text
}

fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

fn summary(difference: &Difference<'_>) -> String {
    let mut parts = Vec::new();
    let claims = &difference.claims;
    for (list, word) in [
        (&claims.added, "added"),
        (&claims.changed, "changed"),
        (&claims.withdrawn, "withdrawn"),
        (&claims.removed, "removed"),
    ] {
        if !list.is_empty() {
            parts.push(format!("{} {word}", count(list.len(), "statement")));
        }
    }
    for (number, noun) in [
        (difference.rows.len(), "row"),
        (difference.cells.len(), "cell"),
    ] {
        if number > 0 {
            let verb = if number == 1 { "turns" } else { "turn" };
            parts.push(format!("{} {verb}", count(number, noun)));
        }
    }
    if let Some(pages) = &difference.pages {
        let touched = pages.added.len() + pages.removed.len() + pages.changed.len();
        if touched > 0 {
            parts.push(format!("{} touched", count(touched, "page")));
        }
    }
    let mut words = if parts.is_empty() {
        "Nothing changes.".to_owned()
    } else {
        parts.join(" · ")
    };
    if difference.errors > 0 {
        let errors = count(difference.errors, "error");
        let _ = write!(
            words,
            "\n\n**The new state has {errors}**: `diptych check` tells which."
        );
        if !difference.whole {
            words.push_str(
                " A record that has one is left out, and only seems to be removed below.",
            );
        }
    }
    words
}

/// A heading with a list below it; nothing where the list is empty.
fn list(text: &mut String, heading: &str, before: &str, items: Vec<String>) {
    if items.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n### {heading}\n");
    if !before.is_empty() {
        let _ = writeln!(text, "{before}\n");
    }
    let more = items.len().saturating_sub(LONGEST);
    for item in items.into_iter().take(LONGEST) {
        let _ = writeln!(text, "- {item}");
    }
    if more > 0 {
        let _ = writeln!(text, "- and {more} more");
    }
}

fn claims(text: &mut String, claims: &Changed) {
    let added = claims.added.iter().map(|change| {
        let record = &change.record;
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let side = match &record["voice"]["side"] {
            Value::String(side) if side == NO_SIDE => ", a third party".to_owned(),
            Value::String(side) => format!(", speaks for `{side}`"),
            _ => String::new(),
        };
        format!(
            "{} `{}`\n  {} {} on {}, by {}{side}, answers {}\n  > {}",
            escaped(&change.title),
            change.id,
            if record["verified"] == true {
                "verified:"
            } else {
                "**not verified**:"
            },
            word(&record["kind"]),
            names(&record["about"]),
            first(&record["voice"]["name"]),
            names(&record["answers"]),
            quotation(&record["quote"]),
        )
    });
    list(text, "Statements added", "", added.collect());
    list(
        text,
        "Statements changed",
        "",
        claims.changed.iter().map(changed).collect(),
    );
    let withdrawn = claims.withdrawn.iter().map(|change| {
        let reason = first(&change.record["reason"]);
        format!("{} `{}`: {reason}", escaped(&change.title), change.id)
    });
    list(text, "Statements withdrawn", "", withdrawn.collect());
    list(
        text,
        "Statements removed",
        "",
        claims.removed.iter().map(named).collect(),
    );
}

fn records(text: &mut String, heading: &str, records: &Changed) {
    let mut items = Vec::new();
    items.extend(records.added.iter().map(|it| format!("new: {}", named(it))));
    items.extend(records.changed.iter().map(changed));
    items.extend(
        records
            .removed
            .iter()
            .map(|it| format!("removed: {}", named(it))),
    );
    list(text, heading, "", items);
}

fn named(change: &Change) -> String {
    format!("{} `{}`", escaped(&change.title), change.id)
}

fn changed(change: &Change) -> String {
    let mut item = named(change);
    if let Some(was) = &change.was {
        let _ = write!(item, ", which was `{was}`");
    }
    for (field, old, new) in &change.fields {
        let _ = write!(item, "\n  - `{field}`: {} → {}", shown(old), shown(new));
    }
    item
}

fn turns(text: &mut String, heading: &str, turns: &[Turn]) {
    if turns.is_empty() {
        return;
    }
    let has_sides = turns.iter().any(|turn| turn.side.is_some());
    let _ = writeln!(text, "\n### {heading}\n");
    let _ = writeln!(
        text,
        "| question |{} before | after |",
        if has_sides { " side |" } else { "" }
    );
    let _ = writeln!(text, "|---|{}---|---|", if has_sides { "---|" } else { "" });
    for turn in turns {
        let side = turn
            .side
            .as_ref()
            .map_or(String::new(), |side| format!(" {side} |"));
        let _ = writeln!(
            text,
            "| `{}` |{side} {} | **{}** |",
            turn.question, turn.before, turn.after
        );
    }
}

fn ring(turn: &RingTurn) -> String {
    let who = match turn.ring.as_str() {
        "own" => "its own speakers",
        "told" => "its own speakers, as told by others",
        "other" => "speakers of other sides",
        "outside" => "third parties",
        _ => "speakers who are not placed",
    };
    let (question, side) = (&turn.question, &turn.side);
    if turn.is_filled {
        format!("`{question}`, {side}: now also by {who}")
    } else {
        format!("`{question}`, {side}: no longer by {who}")
    }
}

fn balance(text: &mut String, weights: &[Weight]) {
    if weights.is_empty() {
        return;
    }
    let heads =
        "| theme | statements | speakers | cells covered | empty | largest document | speak for |";
    let _ = writeln!(
        text,
        "\n### Balance\n\n{heads}\n|---|---|---|---|---|---|---|"
    );
    for weight in weights {
        let pair = |part: fn(&Rest) -> String| {
            let words = |rest: &Option<Rest>| rest.as_ref().map_or("–".to_owned(), part);
            let (before, after) = (words(&weight.before), words(&weight.after));
            if before == after {
                after
            } else {
                format!("{before} → **{after}**")
            }
        };
        let cells = [
            pair(|it| it.claims.to_string()),
            pair(|it| it.voices.to_string()),
            pair(|it| it.covered.to_string()),
            pair(|it| it.empty.to_string()),
            pair(|it| {
                let largest = it.largest.as_ref();
                largest.map_or("–".to_owned(), |(id, share)| format!("{share} % {id}"))
            }),
            pair(|it| {
                let parts = it
                    .speak_for
                    .iter()
                    .map(|(side, count)| format!("{count} {side}"));
                parts.collect::<Vec<_>>().join(", ")
            }),
        ];
        let _ = writeln!(text, "| `{}` | {} |", weight.theme, cells.join(" | "));
    }
}

fn conflict(conflict: &Conflict) -> String {
    format!("`{}`: {}", conflict.claim, conflict.message)
}

fn lock(lock: &Renewed) -> String {
    let mut item = format!("`{}`: {}", lock.document, lock.change);
    if lock.other_text {
        item += ", made from **another text**";
    }
    for (word, ids) in [
        ("newly verified", &lock.added),
        ("verified anew", &lock.changed),
        ("no longer verified", &lock.removed),
    ] {
        if !ids.is_empty() {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            let _ = write!(item, "; {word}: {}", ids.join(", "));
        }
    }
    item
}

fn pages(text: &mut String, pages: &Pages) {
    let groups = [
        ("new", &pages.added),
        ("removed", &pages.removed),
        ("changed", &pages.changed),
    ];
    let whole = groups.iter().map(|(_, list)| list.len()).sum::<usize>();
    if whole == 0 {
        return;
    }
    let _ = writeln!(
        text,
        "\n<details><summary>{}</summary>\n",
        count(whole, "page")
    );
    for (word, paths) in groups {
        for path in paths.iter().take(LONGEST) {
            let _ = writeln!(text, "- {word}: `{path}`");
        }
        if paths.len() > LONGEST {
            let _ = writeln!(text, "- {word}: and {} more", paths.len() - LONGEST);
        }
    }
    let _ = writeln!(text, "\n</details>");
}
