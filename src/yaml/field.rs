use super::reader::{FIELD, LIST};
use crate::source::{FileId, Span, Spanned};
use serde::Deserialize;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// The value of a key, read leniently: a value that cannot be read is on the report already.
#[derive(Clone, Debug, Default)]
pub enum Field<T> {
    /// The key is not there.
    #[default]
    Absent,
    /// The key is there and its value could not be read.
    Invalid,
    /// The value and its place.
    Given(Spanned<T>),
}

impl<T> Field<T> {
    /// The value with its place, if it was given and could be read.
    pub fn given(&self) -> Option<&Spanned<T>> {
        match self {
            Self::Given(spanned) => Some(spanned),
            Self::Absent | Self::Invalid => None,
        }
    }

    /// The value, if it was given and could be read.
    pub fn value(&self) -> Option<&T> {
        self.given().map(|spanned| &spanned.value)
    }

    /// Whether the key is not there at all.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(FIELD, FieldVisitor(PhantomData))
    }
}

struct FieldVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Field<T>, E> {
        Ok(Field::Invalid)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Field<T>, A::Error> {
        let (_, (file, start, end)) = parts
            .next_entry::<IgnoredAny, (u32, usize, usize)>()?
            .ok_or_else(|| de::Error::custom("a place comes first"))?;
        let span = Span::new(FileId::new(file), start..end);
        parts.next_key::<IgnoredAny>()?;
        Ok(match parts.next_value::<T>() {
            Ok(value) => Field::Given(Spanned::new(value, span)),
            Err(_) => Field::Invalid,
        })
    }
}

/// One value or a list of values, each with its place.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// Those that could be read.
    pub items: Vec<Spanned<T>>,
    /// Whether all could be read, so that what is not among them is truly not there.
    pub whole: bool,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(LIST, ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or a list of values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<List<T>, A::Error> {
        let mut list = List {
            items: Vec::with_capacity(items.size_hint().unwrap_or(0)),
            whole: true,
        };
        while let Some(item) = items.next_element::<Field<T>>()? {
            match item {
                Field::Given(item) => list.items.push(item),
                Field::Absent | Field::Invalid => list.whole = false,
            }
        }
        Ok(list)
    }
}

/// A mapping with free keys, in the order of the file.
#[derive(Clone, Debug)]
pub struct Entries<T> {
    /// Those that could be read.
    pub pairs: Vec<(Spanned<String>, Spanned<T>)>,
    /// Whether all could be read, so that what is not among them is truly not there.
    pub whole: bool,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping of keys to values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Entries<T>, A::Error> {
        let mut entries = Entries {
            pairs: Vec::new(),
            whole: true,
        };
        while let Some(pair) = pairs.next_entry::<Field<String>, Field<T>>()? {
            match pair {
                (Field::Given(key), Field::Given(value)) => entries.pairs.push((key, value)),
                _ => entries.whole = false,
            }
        }
        Ok(entries)
    }
}

/// A word or a whole number as text, for dates: `2025` is a number to YAML and a year to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar(pub String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl Visitor<'_> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Scalar, E> {
        Ok(Scalar(value.to_string()))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Scalar, E> {
        Ok(Scalar(value.to_owned()))
    }
}
