//! Messages that only join words and variables. Most are of this kind, and they need no resolver.

use super::number::Numbers;
use super::{Argument, Arguments};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::borrow::Cow;

/// The resolver refuses messages with more.
const MOST_PLACEABLES: usize = 100;

/// Bytes of a message that is not long.
const LIKELY_LENGTH: usize = 64;

/// A message that only joins words and variables.
pub(super) struct Joined(Vec<Piece>);

enum Piece {
    /// Words that are always the same.
    Words(String),
    /// The name of a variable.
    Variable(String),
}

impl Joined {
    /// A pattern of this kind; nothing for one that chooses, calls or refers.
    pub(super) fn new(pattern: &Pattern<&str>) -> Option<Self> {
        let mut pieces = vec![Piece::Words(String::new())];
        let mut placeables = 0;
        for element in &pattern.elements {
            let words = match element {
                PatternElement::TextElement { value } => Cow::Borrowed(*value),
                PatternElement::Placeable { expression } => {
                    placeables += 1;
                    match expression {
                        Expression::Inline(InlineExpression::StringLiteral { value }) => {
                            unescape_unicode_to_string(value)
                        }
                        Expression::Inline(InlineExpression::VariableReference { id }) => {
                            pieces.push(Piece::Variable(id.name.to_owned()));
                            continue;
                        }
                        _ => return None,
                    }
                }
            };
            match pieces.last_mut() {
                Some(Piece::Words(before)) => before.push_str(&words),
                _ => pieces.push(Piece::Words(words.into_owned())),
            }
        }
        (placeables <= MOST_PLACEABLES).then_some(Self(pieces))
    }

    /// Its words, where it has no variables.
    pub(super) fn constant(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Piece::Words(words)] => Some(words),
            _ => None,
        }
    }

    /// The message with its variables filled in; nothing where one of them is not given.
    pub(super) fn write(&self, arguments: &Arguments<'_>, numbers: &Numbers) -> Option<String> {
        if let Some(words) = self.constant() {
            return Some(words.to_owned());
        }
        let mut written = String::with_capacity(LIKELY_LENGTH);
        for piece in &self.0 {
            match piece {
                Piece::Words(words) => written.push_str(words),
                Piece::Variable(wanted) => {
                    let (_, value) = arguments.iter().find(|(name, _)| name == wanted)?;
                    match value {
                        Argument::Text(text) => written.push_str(text),
                        Argument::Number(number) => written.push_str(&numbers.write(*number)),
                    }
                }
            }
        }
        Some(written)
    }
}
