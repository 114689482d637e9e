use super::node::{Node, Value};
use super::problem::{MAPPING, Problem};
use crate::diagnostic::{Code, Diagnostic, Report, shown};
use crate::source::Span;
use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, SeqDeserializer};
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use std::cell::RefCell;

/// Newtype names by which [`Field`](super::Field) and [`List`](super::List) ask for more than serde
/// knows: the place of a value, and leniency.
pub(super) const FIELD: &str = "diptych::Field";
pub(super) const LIST: &str = "diptych::List";

/// Reads a record from a node; what cannot be read is on the report.
pub fn read<'de, T: Deserialize<'de>>(node: &'de Node, report: &mut Report) -> Option<T> {
    let faults = RefCell::new(std::mem::take(report));
    let reader = Reader {
        node,
        faults: &faults,
    };
    let result = T::deserialize(reader);
    if let Err(problem) = &result {
        reader.report(problem);
    }
    *report = faults.into_inner();
    result.ok()
}

/// A deserialiser over one node that notes faults and goes on.
#[derive(Clone, Copy)]
struct Reader<'de, 'r> {
    node: &'de Node,
    faults: &'r RefCell<Report>,
}

impl<'de> Reader<'de, '_> {
    fn at(self, node: &'de Node) -> Self {
        Self { node, ..self }
    }

    fn report(self, problem: &Problem) {
        let mut fault = problem.fault(self.node.span);
        if let Some(text) = problem.mended(self.node) {
            // Whether it was `true`, `True` or `TRUE` is not known any more.
            fault = match self.node.value {
                Value::Bool(_) => fault.mend(self.node.span, text),
                _ => fault.certain_mend(text),
            };
        }
        self.faults.borrow_mut().push(fault);
    }

    fn invalid<T>(self, expected: &dyn de::Expected) -> Result<T, Problem> {
        let found = match &self.node.value {
            Value::Null => de::Unexpected::Unit,
            Value::Bool(value) => de::Unexpected::Bool(*value),
            Value::Integer(value) => de::Unexpected::Signed(*value),
            Value::Float(value) => de::Unexpected::Float(*value),
            Value::Text(value) => de::Unexpected::Str(value),
            Value::Sequence(_) => de::Unexpected::Seq,
            Value::Mapping(_) => de::Unexpected::Map,
        };
        Err(de::Error::invalid_type(found, expected))
    }
}

impl<'de> Deserializer<'de> for Reader<'de, '_> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Integer(value) => visitor.visit_i64(*value),
            Value::Float(value) => visitor.visit_f64(*value),
            Value::Text(value) => visitor.visit_borrowed_str(value),
            Value::Sequence(items) => visitor.visit_seq(Items {
                reader: self,
                rest: items.iter(),
            }),
            Value::Mapping(entries) => visitor.visit_map(Pairs {
                reader: self,
                known: None,
                rest: entries.iter(),
                value: None,
            }),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Mapping(entries) => visitor.visit_map(Pairs {
                reader: self,
                known: Some(fields),
                rest: entries.iter(),
                value: None,
            }),
            _ => self.invalid(&MAPPING),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match (name, &self.node.value) {
            (FIELD, _) => visitor.visit_map(Placed {
                reader: self,
                step: 0,
            }),
            (LIST, Value::Sequence(items)) => visitor.visit_seq(Items {
                reader: self,
                rest: items.iter(),
            }),
            (LIST, _) => visitor.visit_seq(Items {
                reader: self,
                rest: std::slice::from_ref(self.node).iter(),
            }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Text(word) => visitor.visit_enum(Word(word)),
            _ => self.invalid(&"a word"),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// A unit variant.
struct Word<'de>(&'de str);

impl<'de> EnumAccess<'de> for Word<'de> {
    type Error = Problem;
    type Variant = UnitOnly;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, UnitOnly), Problem> {
        let variant = seed.deserialize(BorrowedStrDeserializer::new(self.0))?;
        Ok((variant, UnitOnly))
    }
}

struct UnitOnly;

impl<'de> de::VariantAccess<'de> for UnitOnly {
    type Error = Problem;

    fn unit_variant(self) -> Result<(), Problem> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Problem> {
        Err(de::Error::custom("expected a word"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Problem> {
        Err(de::Error::custom("expected a word"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Problem> {
        Err(de::Error::custom("expected a word"))
    }
}

struct Items<'de, 'r> {
    reader: Reader<'de, 'r>,
    rest: std::slice::Iter<'de, Node>,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Problem;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Problem> {
        let next = self.rest.next();
        next.map(|node| seed.deserialize(self.reader.at(node)))
            .transpose()
    }

    // A list that grows by doubling would hold up to twice its items as long as the record lives.
    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The entries of a mapping; those that a struct does not know are reported and passed over, those
/// without a value are reported and read as [`Field::Invalid`](super::Field::Invalid).
struct Pairs<'de, 'r> {
    reader: Reader<'de, 'r>,
    known: Option<&'static [&'static str]>,
    rest: std::slice::Iter<'de, (Node, Node)>,
    value: Option<&'de Node>,
}

impl Pairs<'_, '_> {
    fn report_unknown(&self, key: &Node, known: &'static [&'static str]) {
        let message = format!("unknown key `{}`", shown(key.text()));
        let mut fault = Diagnostic::new(Code::UnknownKey, key.span, message)
            .suggest(key.text(), known.iter().copied());
        let remove = || "remove it, or check how far it is indented".to_owned();
        fault.help.get_or_insert_with(remove);
        // A key that is there already cannot be written a second time.
        let Value::Mapping(pairs) = &self.reader.node.value else {
            return;
        };
        let is_there = |name: &str| pairs.iter().any(|(key, _)| key.text() == name);
        fault.mend = fault.mend.filter(|mend| !is_there(&mend.text));
        self.reader.faults.borrow_mut().push(fault);
    }

    fn report_empty(&self, key: &Node) {
        let message = format!("`{}` has no value", key.text());
        self.reader.faults.borrow_mut().push(
            Diagnostic::new(Code::WrongType, key.span, message)
                .help("write a value, or remove the key"),
        );
    }
}

impl<'de> MapAccess<'de> for Pairs<'de, '_> {
    type Error = Problem;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Problem> {
        while let Some((key, value)) = self.rest.next() {
            if let Some(known) = self.known {
                if !known.contains(&key.text()) {
                    self.report_unknown(key, known);
                    continue;
                }
                if matches!(value.value, Value::Null) {
                    self.report_empty(key);
                }
            }
            self.value = Some(value);
            return seed.deserialize(self.reader.at(key)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Problem> {
        let node = self.value.take().expect("a key was asked for before");
        if self.known.is_some() && matches!(node.value, Value::Null) {
            return seed.deserialize(().into_deserializer());
        }
        seed.deserialize(self.reader.at(node))
    }
}

/// A value with its place, handed to [`Field`](super::Field) as the keys `file`, `start`, `end`, `value`.
///
/// A value that cannot be read is reported here, where its place is known.
struct Placed<'de, 'r> {
    reader: Reader<'de, 'r>,
    step: u8,
}

impl<'de> MapAccess<'de> for Placed<'de, '_> {
    type Error = Problem;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Problem> {
        seed.deserialize(self.step.into_deserializer()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Problem> {
        let result = match self.step {
            0 => seed.deserialize(SpanDeserializer(self.reader.node.span)),
            _ if self.reader.node.is_blank() => Err(Problem::Type {
                message: "expected text, found only white space".to_owned(),
                help: Some("write the words, or remove the line"),
            }),
            _ => seed.deserialize(self.reader),
        };
        self.step += 1;
        result.inspect_err(|problem| self.reader.report(problem))
    }
}

/// Hands a place over as a sequence of three numbers.
struct SpanDeserializer(Span);

impl<'de> Deserializer<'de> for SpanDeserializer {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let range = self.0.range();
        let numbers = [self.0.file.index(), range.start, range.end];
        visitor.visit_seq(SeqDeserializer::new(numbers.into_iter()))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
