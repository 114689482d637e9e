use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use fluent_syntax::parser::ParserError;
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::collections::HashMap;
use unic_langid::LanguageIdentifier;

use super::error::{LanguageError, MessageError, MessageProblem};
use super::fault::{FaultKind, MessageFault};
use super::inspect::inspect;
use super::joined::Joined;
use super::number::Numbers;
use super::{Argument, Arguments};

/// The resolver's plural rules panic on numbers that do not fit into 64 bits.
const UNCOUNTABLE: f64 = 1e15;

/// The messages of one language; every reference among them is known to exist.
pub(super) struct Messages {
    tag: String,
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
    joined: HashMap<String, Joined>,
}

impl Messages {
    /// Reads the messages of a language, or reports every fault among them.
    pub(super) fn new(tag: &str, text: &str) -> Result<Self, LanguageError> {
        let language: LanguageIdentifier = tag.parse().map_err(|_| LanguageError::Tag {
            tag: tag.to_owned(),
        })?;
        let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let mut faults: Vec<_> = errors
            .iter()
            .map(|error| syntax_fault(text, error))
            .collect();
        // What the unreadable entries would have defined is unknown, so names are judged only where all could be read.
        if faults.is_empty() {
            faults = inspect(resource.source(), &resource.entries().collect::<Vec<_>>());
        }
        if !faults.is_empty() {
            faults.sort_by_key(|fault| fault.span.start);
            return Err(LanguageError::Messages {
                tag: tag.to_owned(),
                faults,
            });
        }
        let messages = resource.entries().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        });
        let (mut ids, mut joined) = (Vec::new(), HashMap::new());
        for message in messages {
            let id = message.id.name.to_owned();
            if let Some(pieces) = message.value.as_ref().and_then(Joined::new) {
                joined.insert(id.clone(), pieces);
            }
            ids.push(id);
        }
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(write_value));
        // Both fail only where a name is taken, and that is a fault already.
        let _ = bundle.add_resource(resource);
        let _ = bundle.add_function("NUMBER", with_options);
        Ok(Self {
            tag: tag.to_owned(),
            bundle,
            ids,
            joined,
        })
    }

    /// The ids in the order of the file.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// Whether there is a message with this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The words of a message without variables.
    pub(super) fn constant(&self, id: &str) -> Option<&str> {
        self.joined.get(id)?.constant()
    }

    /// Writes a message with its variables filled in.
    pub(super) fn write(
        &self,
        id: &str,
        arguments: &Arguments<'_>,
        numbers: &Numbers,
    ) -> Result<String, MessageError> {
        if let Some(joined) = self.joined.get(id)
            && arguments.iter().all(|(_, value)| is_countable(value))
            && let Some(words) = joined.write(arguments, numbers)
        {
            return Ok(words);
        }
        let error = |problem| MessageError {
            tag: self.tag.clone(),
            id: id.to_owned(),
            problem,
        };
        let message = self.bundle.get_message(id);
        let pattern = message
            .and_then(|message| message.value())
            .ok_or_else(|| error(MessageProblem::Missing))?;
        let mut variables = FluentArgs::new();
        for (name, value) in arguments.iter() {
            match value {
                Argument::Text(text) => variables.set(name, text.as_ref()),
                Argument::Number(number) if is_countable(value) => {
                    variables.set(name, *number);
                }
                Argument::Number(_) => {
                    return Err(error(MessageProblem::Uncountable(name.to_owned())));
                }
            }
        }
        let mut errors = Vec::new();
        let words = self
            .bundle
            .format_pattern(pattern, Some(&variables), &mut errors);
        if errors.is_empty() {
            return Ok(words.into_owned());
        }
        let mut reasons: Vec<_> = errors.iter().map(reason).collect();
        reasons.dedup();
        Err(error(MessageProblem::Unresolved(reasons)))
    }
}

fn is_countable(value: &Argument<'_>) -> bool {
    match value {
        Argument::Text(_) => true,
        Argument::Number(number) => number.abs() < UNCOUNTABLE,
    }
}

/// The function `NUMBER` of Fluent: the same number with options; text stays the text it is.
fn with_options<'a>(positional: &[FluentValue<'a>], options: &FluentArgs<'_>) -> FluentValue<'a> {
    match positional {
        [FluentValue::Number(number)] => {
            let mut number = number.clone();
            number.options.merge(options);
            FluentValue::Number(number)
        }
        [value] => value.clone(),
        _ => FluentValue::Error,
    }
}

/// Writes the numbers inside messages; everything else is left to Fluent.
fn write_value(value: &FluentValue<'_>, formatters: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    formatters
        .with_try_get::<Numbers, _, _>((), |numbers| {
            numbers.write_with(number.value, &number.options)
        })
        .ok()
}

fn syntax_fault(text: &str, error: &ParserError) -> MessageFault {
    let words = error.kind.to_string().replace('"', "`");
    let mut letters = words.chars();
    let words = letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default();
    // The parser counts bytes, also where it stumbles over a letter of several.
    let (mut start, mut end) = (
        error.pos.start.min(text.len()),
        error.pos.end.min(text.len()),
    );
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    MessageFault::new(text, start..end, FaultKind::Syntax(words))
}

fn reason(error: &FluentError) -> String {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            format!("`${id}` is not given")
        }
        FluentError::ResolverError(ResolverError::Cyclic) => "it refers to itself".to_owned(),
        FluentError::ResolverError(ResolverError::TooManyPlaceables) => {
            "it has more than 100 parts".to_owned()
        }
        other => other.to_string(),
    }
}
