use super::index::{Definition, FileIndex};
use super::symbol::{Kind, Symbol};
use crate::diagnostic::shown;
use crate::quote::Lock;
use std::collections::BTreeMap;
use std::ops::Range;

/// One file of the content, with what it defines and names.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Its path, relative to the root.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// What it defines and names.
    pub index: &'a FileIndex,
}

/// All that has to change so that a record has another id.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Renaming<'a> {
    /// New words for places, by file; in the order of the places.
    pub edits: BTreeMap<&'a str, Vec<(Range<usize>, String)>>,
    /// Files and folders that have the id as their name: the old path and the new one, relative to the root.
    pub moves: Vec<(String, String)>,
}

/// Gives a record another id, in every file that names it, and keeps the old one as an address; or says, in
/// words, why that cannot be. The files are all of the content, and `sides` are the ids of the sides with all their
/// names, by which locks know them.
///
/// # Errors
///
/// Where the record is not there, the new id cannot be one or is taken, or a file cannot be read.
pub fn rename<'a>(
    files: &[Named<'a>],
    symbol: &Symbol,
    new: &str,
    sides: &[(String, Vec<String>)],
) -> Result<Renaming<'a>, String> {
    let (home, definition) =
        definition(files, symbol).ok_or_else(|| format!("there is no `{}`", symbol.id))?;
    refuse(files, symbol, new)?;
    let mut renaming = Renaming::default();
    for file in files {
        let own = file.index.occurrences.iter();
        let own = own.filter(|(other, _)| other == symbol);
        let mut edits: Vec<_> = own
            .map(|(_, bytes)| (bytes.clone(), new.to_owned()))
            .collect();
        if file.path == home.path && symbol.kind.has_page() {
            edits.push(keep_address(file.text, definition, symbol.own_id(), new));
        }
        if file.path == lock(symbol) && symbol.kind == Kind::Claim {
            edits.extend(locked(file.text, symbol.own_id(), new));
        }
        if symbol.kind == Kind::Side && file.path.ends_with("/quotes.lock") {
            edits.extend(relocked(file.text, symbol.own_id(), new, sides));
        }
        if !edits.is_empty() {
            edits.sort_by_key(|(bytes, _)| bytes.start);
            renaming.edits.insert(file.path, edits);
        }
    }
    renaming.moves = moves(files, symbol, new);
    Ok(renaming)
}

fn definition<'a>(files: &[Named<'a>], symbol: &Symbol) -> Option<(Named<'a>, &'a Definition)> {
    let mut found = files.iter().flat_map(|file| {
        let own = file.index.definitions.iter();
        own.map(move |definition| (*file, definition))
    });
    found.find(|(_, definition)| definition.symbol == *symbol)
}

/// Says why a record cannot have an id.
fn refuse(files: &[Named<'_>], symbol: &Symbol, new: &str) -> Result<(), String> {
    let right = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if new.is_empty() || new.len() > 64 || !new.bytes().all(right) {
        let new = shown(new);
        return Err(format!(
            "`{new}` cannot be an id: use small letters of a to z, digits and hyphens, at most 64 of them"
        ));
    }
    if definition(files, &symbol.with_own_id(new)).is_some() {
        return Err(format!("the id `{new}` is taken"));
    }
    let is_beside = |other: &Symbol| other.with_own_id(symbol.own_id()) == *symbol;
    for file in files {
        let others = file
            .index
            .definitions
            .iter()
            .map(|it| (&it.symbol, &it.aliases));
        let others = others.filter(|(other, _)| *other != symbol && is_beside(other));
        for (other, aliases) in others {
            let former = aliases.as_ref().map(|at| &file.text[at.clone()]);
            if former.is_some_and(|former| listed(former, new).is_some()) {
                let other = &other.id;
                return Err(format!(
                    "the id `{new}` is a former one of `{other}`, to which links lead"
                ));
            }
        }
    }
    if let Some(file) = files.iter().find(|file| !file.index.is_sound) {
        return Err(format!(
            "`{}` cannot be read; mend it first, so that no place is missed",
            file.path
        ));
    }
    Ok(())
}

/// Where an id stands in a list of ids, as it is written.
fn listed(list: &str, id: &str) -> Option<Range<usize>> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let mut found = list.match_indices(id).map(|(at, _)| at..at + id.len());
    found.find(|at| !list[..at.start].ends_with(is_part) && !list[at.end..].starts_with(is_part))
}

/// The edit that adds a former id to a record; where the new id is a former one of its own, the two change
/// places.
fn keep_address(
    text: &str,
    definition: &Definition,
    old: &str,
    new: &str,
) -> (Range<usize>, String) {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let record = definition.record.clone();
    let Some(aliases) = &definition.aliases else {
        if text[record.clone()].starts_with('{') {
            let inside = record.start + 1;
            return (inside..inside, format!("aliases: [{old}], "));
        }
        if definition.id.is_empty() {
            let end = record.start + text[record.clone()].trim_end().len();
            let last = if end == text.len() { line_end } else { "" };
            return (end..end, format!("{line_end}aliases: [{old}]{last}"));
        }
        let line = text[..record.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = record.start - line;
        let rest = text[definition.id.end..].find(['\r', '\n']);
        let end = rest.map_or(text.len(), |at| definition.id.end + at);
        let indent = " ".repeat(indent);
        return (end..end, format!("{line_end}{indent}aliases: [{old}]"));
    };
    let written = text[aliases.clone()].trim_end();
    if let Some(at) = listed(written, new) {
        return (
            aliases.start + at.start..aliases.start + at.end,
            old.to_owned(),
        );
    }
    let end = aliases.start + written.len();
    if let Some(items) = written.strip_prefix('[') {
        let items = items.trim_end_matches(']').trim_end();
        let end = aliases.start + '['.len_utf8() + items.len();
        let gap = match items.chars().last() {
            None => "",
            Some(',') => " ",
            Some(_) => ", ",
        };
        return (end..end, format!("{gap}{old}"));
    }
    if written.starts_with('-') {
        let start = text[..aliases.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = " ".repeat(aliases.start - start);
        return (end..end, format!("{line_end}{indent}- {old}"));
    }
    (aliases.start..end, format!("[{written}, {old}]"))
}

/// The lock of the document of a claim.
fn lock(symbol: &Symbol) -> String {
    let document = symbol.id.split('/').next().unwrap_or_default();
    format!("content/documents/{document}/quotes.lock")
}

/// The edit of the line of a claim in a lock.
fn locked(text: &str, old: &str, new: &str) -> Option<(Range<usize>, String)> {
    let line = |id: &str| format!("{{\"claim\":\"{id}\",");
    let old = line(old);
    let at = text.find(&old)?;
    Some((at..at + old.len(), line(new)))
}

/// A lock that knows a side by its new id; nothing where it was made for other sides.
fn relocked(
    text: &str,
    old: &str,
    new: &str,
    sides: &[(String, Vec<String>)],
) -> Option<(Range<usize>, String)> {
    let mut lock = Lock::read(text).ok()?;
    let is_known = lock.rename_side(old, new, sides);
    is_known.then(|| (0..text.len(), lock.write()))
}

/// The files and folders whose names are the id.
fn moves(files: &[Named<'_>], symbol: &Symbol, new: &str) -> Vec<(String, String)> {
    let old = symbol.id.as_str();
    let path = |folder: &str, end: &str| {
        let whole = |id: &str| format!("content/{folder}/{id}{end}");
        vec![(whole(old), whole(new))]
    };
    match symbol.kind {
        Kind::Theme => path("themes", ".yaml"),
        Kind::Voice => path("voices", ".yaml"),
        Kind::Term => path("terms", ".yaml"),
        Kind::Document => path("documents", ""),
        Kind::Page => {
            let before = format!("content/pages/{old}.");
            let ends = files.iter().filter_map(|it| it.path.strip_prefix(&before));
            ends.flat_map(|end| path("pages", &format!(".{end}")))
                .collect()
        }
        Kind::Side | Kind::Editor | Kind::Question | Kind::Claim => Vec::new(),
    }
}
