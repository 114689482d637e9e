use std::collections::BTreeMap;
use std::ops::Range;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Message, Pattern,
    PatternElement, Term, VariantKey,
};

use super::fault::{FaultKind, MessageFault, line_at};

/// Plural rules hold an integer of 64 bits; a double holds 15 decimal digits exactly.
const LONGEST_NUMBER: usize = 15;

/// The one function that messages may call; names of functions share the namespace of messages and terms.
const FUNCTION: &str = "NUMBER";

/// Finds what the Fluent parser lets pass and the Fluent resolver would only notice, or print as it is, when a message is
/// used.
pub(super) fn inspect<'a>(text: &'a str, entries: &[&'a Entry<&'a str>]) -> Vec<MessageFault> {
    let mut inspector = Inspector {
        text,
        definitions: BTreeMap::new(),
        in_term: false,
        faults: Vec::new(),
    };
    for entry in entries {
        inspector.define(entry);
    }
    for entry in entries {
        inspector.entry(entry);
    }
    inspector.faults
}

/// The walk through the messages; slices of the syntax tree point into the text, which gives their places.
struct Inspector<'a> {
    text: &'a str,
    definitions: BTreeMap<&'a str, &'a Entry<&'a str>>,
    in_term: bool,
    faults: Vec<MessageFault>,
}

impl<'a> Inspector<'a> {
    fn define(&mut self, entry: &'a Entry<&'a str>) {
        let name = match entry {
            Entry::Message(Message { id, .. }) | Entry::Term(Term { id, .. }) => id.name,
            _ => return,
        };
        if name == FUNCTION {
            self.fault(name, FaultKind::Reserved(name.to_owned()));
        } else if let Some(first) = self.definitions.get(name) {
            let first_line = match first {
                Entry::Message(Message { id, .. }) | Entry::Term(Term { id, .. }) => {
                    line_at(self.text, self.span(id.name).start)
                }
                _ => 1,
            };
            self.fault(
                name,
                FaultKind::Duplicate {
                    name: name.to_owned(),
                    first_line,
                },
            );
        } else {
            self.definitions.insert(name, entry);
        }
    }

    fn entry(&mut self, entry: &'a Entry<&'a str>) {
        let (value, attributes) = match entry {
            Entry::Message(message) => {
                if message.value.is_none() {
                    self.fault(
                        message.id.name,
                        FaultKind::NoText(message.id.name.to_owned()),
                    );
                }
                (message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (Some(&term.value), &term.attributes),
            _ => return,
        };
        self.in_term = matches!(entry, Entry::Term(_));
        for pattern in value
            .into_iter()
            .chain(attributes.iter().map(|attribute| &attribute.value))
        {
            self.pattern(pattern);
        }
    }

    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => {
                self.printed_in_term(inline);
                self.inline(inline);
            }
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    if let VariantKey::NumberLiteral { value } = variant.key {
                        self.number(value);
                    }
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::VariableReference { .. } => {
            }
            InlineExpression::NumberLiteral { value } => self.number(value),
            InlineExpression::MessageReference { id, attribute } => {
                self.reference("", id, attribute.as_ref());
            }
            InlineExpression::TermReference { id, attribute, .. } => {
                self.reference("-", id, attribute.as_ref());
            }
            InlineExpression::FunctionReference { id, arguments } => self.call(id.name, arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    /// A term sees only the arguments of its own reference, and where it prints one that is not there the resolver
    /// prints the variable's name and reports nothing. Choosing by a variable is safe: there is a default.
    fn printed_in_term(&mut self, inline: &InlineExpression<&'a str>) {
        if !self.in_term {
            return;
        }
        let (prefix, name) = match inline {
            InlineExpression::VariableReference { id } => ("$", id.name),
            InlineExpression::MessageReference { id, .. }
            | InlineExpression::FunctionReference { id, .. } => ("", id.name),
            _ => return,
        };
        self.fault(name, FaultKind::VariableInTerm(format!("{prefix}{name}")));
    }

    fn reference(
        &mut self,
        prefix: &str,
        id: &Identifier<&'a str>,
        attribute: Option<&Identifier<&'a str>>,
    ) {
        let attributes = match (self.definitions.get(id.name), prefix) {
            (Some(Entry::Message(message)), "") => Some(&message.attributes),
            (Some(Entry::Term(term)), "-") => Some(&term.attributes),
            _ => None,
        };
        match (attributes, attribute) {
            (Some(_), None) => {}
            (Some(attributes), Some(wanted))
                if attributes.iter().any(|found| found.id == *wanted) => {}
            (_, None) => self.fault(
                id.name,
                FaultKind::UnknownReference(format!("{prefix}{}", id.name)),
            ),
            (_, Some(wanted)) => {
                self.fault(
                    id.name,
                    FaultKind::UnknownReference(format!("{prefix}{}.{}", id.name, wanted.name)),
                );
            }
        }
    }

    fn call(&mut self, name: &'a str, arguments: &'a CallArguments<&'a str>) {
        if name != FUNCTION {
            self.fault(name, FaultKind::UnknownFunction(name.to_owned()));
            return;
        }
        match arguments.positional.as_slice() {
            [InlineExpression::VariableReference { .. }] => {}
            [InlineExpression::NumberLiteral { value }] => self.number(value),
            _ => self.fault(name, FaultKind::BadNumberCall),
        }
        for option in &arguments.named {
            let known = match (option.name.name, &option.value) {
                ("type", InlineExpression::StringLiteral { value }) => {
                    matches!(*value, "cardinal" | "ordinal")
                }
                ("useGrouping", InlineExpression::StringLiteral { value }) => {
                    matches!(*value, "true" | "false")
                }
                (
                    "minimumFractionDigits" | "maximumFractionDigits",
                    InlineExpression::NumberLiteral { value },
                ) => {
                    matches!(value.as_bytes(), [b'0'..=b'9'])
                }
                _ => false,
            };
            if !known {
                self.fault(
                    option.name.name,
                    FaultKind::BadNumberOption(option.name.name.to_owned()),
                );
            }
        }
    }

    fn number(&mut self, digits: &'a str) {
        if digits.len() > LONGEST_NUMBER {
            self.fault(digits, FaultKind::LongNumber(digits.to_owned()));
        }
    }

    fn fault(&mut self, at: &str, kind: FaultKind) {
        let span = self.span(at);
        self.faults.push(MessageFault::new(self.text, span, kind));
    }

    fn span(&self, part: &str) -> Range<usize> {
        let start = part
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr());
        start..start + part.len()
    }
}
