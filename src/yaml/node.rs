use super::place::{Parts, Place, places};
use super::syntax::syntax;
use crate::diagnostic::{Code, Diagnostic, Report, shown};
use crate::source::{FileId, Sources, Span, is_for_readers};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

/// A YAML value at its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it holds.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

impl Node {
    /// The text that it holds, empty for anything but text.
    pub fn text(&self) -> &str {
        match &self.value {
            Value::Text(text) => text,
            _ => "",
        }
    }

    /// Whether it holds text without a word in it.
    pub fn is_blank(&self) -> bool {
        matches!(&self.value, Value::Text(text) if text.trim().is_empty())
    }
}

/// A YAML value; keys are text and stand once, in the order of the file.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing was written.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text.
    Text(String),
    /// Items.
    Sequence(Vec<Node>),
    /// Keys with values.
    Mapping(Vec<(Node, Node)>),
}

/// Parses one stretch of a file as one YAML document; `None` where it cannot be read, which the
/// report then says.
pub fn parse(
    file: FileId,
    range: Range<usize>,
    sources: &Sources,
    report: &mut Report,
) -> Option<Node> {
    let text = &sources.file(file).text()[range.clone()];
    if let Some(fault) = unseen(text, range.start, file) {
        report.push(fault);
        return None;
    }
    let place = places(text, range.start, file, report)?;
    match serde_yaml::from_str::<Tree>(text) {
        Ok(tree) => join(tree, place, report),
        Err(error) => {
            let at = error.location().map_or(0, |location| location.index());
            let at = range.start + text.floor_char_boundary(at);
            let refusal = without_places(&error.to_string());
            report.push(syntax(&refusal, Span::new(file, at..at)));
            None
        }
    }
}

/// The first character that nobody reads, or that the two parsers behind this room refuse or take differently: strange
/// line breaks, byte order marks inside the text.
fn unseen(text: &str, base: usize, file: FileId) -> Option<Diagnostic> {
    let is_odd = |it: char| matches!(it, '\u{2028}' | '\u{2029}' | '\u{feff}');
    let mut characters = text.char_indices();
    let (at, found) = characters.find(|(_, it)| !is_for_readers(*it) || is_odd(*it))?;
    let span = Span::new(file, base + at..base + at + found.len_utf8());
    Some(unreadable(found, span))
}

fn unreadable(found: char, span: Span) -> Diagnostic {
    let message = format!("an unseen character U+{:04X}", u32::from(found));
    let help = "delete it, or write a space or an ordinary line break in its place";
    Diagnostic::new(Code::YamlSyntax, span, message).help(help)
}

/// Takes the lines and columns out of a message of `serde_yaml`: they count from the beginning of the
/// stretch, and the report names the place anyway.
fn without_places(message: &str) -> String {
    let is_digit = |character: char| character.is_ascii_digit();
    let mut parts = message.split(" at line ");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(is_digit);
        let rest = rest.strip_prefix(" column ").unwrap_or(rest);
        words.push_str(rest.trim_start_matches(is_digit));
    }
    words
}

/// Lays values over places. Both come from the same text, so they have the same shape, except for
/// oddities such as `[?a]`, which are text to one parser and a mapping to the other.
fn join(tree: Tree, place: Place, report: &mut Report) -> Option<Node> {
    let span = place.span;
    let value = match (tree, place.parts) {
        (Tree::Sequence(values), Parts::Items(places)) if values.len() == places.len() => {
            let pairs = values.into_iter().zip(places);
            let items = pairs.map(|(value, place)| join(value, place, report));
            Value::Sequence(items.collect::<Option<_>>()?)
        }
        (Tree::Mapping(values), Parts::Entries(places)) if values.len() == places.len() => {
            Value::Mapping(entries(values, places, report)?)
        }
        (Tree::Null, _) => Value::Null,
        (Tree::Bool(value), _) => Value::Bool(value),
        (Tree::Integer(value), _) => Value::Integer(value),
        (Tree::Float(value), _) => Value::Float(value),
        (Tree::Text(value), _) => {
            // Written as an escape it has not been seen yet.
            if let Some(found) = value.chars().find(|it| !is_for_readers(*it)) {
                report.push(unreadable(found, span));
                return None;
            }
            Value::Text(value)
        }
        (Tree::Sequence(_) | Tree::Mapping(_), _) => {
            report.push(
                Diagnostic::new(
                    Code::YamlSyntax,
                    span,
                    "not valid YAML: this can be read in two ways",
                )
                .help("put quotation marks around it"),
            );
            return None;
        }
    };
    Some(Node { value, span })
}

fn entries(
    values: Vec<(Tree, Tree)>,
    places: Vec<(Place, Place)>,
    report: &mut Report,
) -> Option<Vec<(Node, Node)>> {
    let mut first: HashMap<String, Span> = HashMap::with_capacity(values.len());
    let mut entries = Vec::with_capacity(values.len());
    for ((key, value), (key_place, value_place)) in values.into_iter().zip(places) {
        let span = key_place.span;
        let key = match key {
            Tree::Text(key) => key,
            Tree::Integer(key) => key.to_string(),
            Tree::Float(key) => key.to_string(),
            Tree::Bool(key) => key.to_string(),
            Tree::Null | Tree::Sequence(_) | Tree::Mapping(_) => {
                report.push(
                    Diagnostic::new(Code::WrongType, span, "a key that is not text")
                        .help("write a plain word before the colon"),
                );
                continue;
            }
        };
        if let Some(&earlier) = first.get(&key) {
            report.push(
                Diagnostic::new(
                    Code::DuplicateKey,
                    span,
                    format!("`{}` is written twice", shown(&key)),
                )
                .related(earlier, "first written here")
                .help("keep one of the two"),
            );
            continue;
        }
        first.insert(key.clone(), span);
        let key = Node {
            value: Value::Text(key),
            span,
        };
        entries.push((key, join(value, value_place, report)?));
    }
    Some(entries)
}

/// What `serde_yaml` reads, with duplicate keys still in, so that one does not hide the rest.
enum Tree {
    Null,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    Sequence(Vec<Tree>),
    Mapping(Vec<(Tree, Tree)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

/// A whole number; one that is too large to be counted in loses its last digits.
fn integer<N: TryInto<i64> + Copy + fmt::Display>(value: N) -> Tree {
    let float = || value.to_string().parse().unwrap_or(f64::INFINITY);
    value
        .try_into()
        .map_or_else(|_| Tree::Float(float()), Tree::Integer)
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Integer(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Tree, E> {
        Ok(integer(value))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Tree, E> {
        Ok(integer(value))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Tree, E> {
        Ok(integer(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Float(value))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut values = Vec::new();
        while let Some(item) = items.next_element()? {
            values.push(item);
        }
        Ok(Tree::Sequence(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut values = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            values.push(entry);
        }
        Ok(Tree::Mapping(values))
    }
}
