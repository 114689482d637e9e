use crate::corpus::Date;
use crate::language::{Argument, Arguments, Language, MessageError};
use crate::site::time;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The words of the interface in one language, for views.
///
/// A message that cannot be written leaves its id on the page and is remembered: a build with such a
/// fault publishes nothing.
#[derive(Debug)]
pub struct Words<'a> {
    language: &'a Language,
    faults: Mutex<BTreeMap<String, MessageError>>,
}

impl<'a> Words<'a> {
    /// The words of a language.
    pub fn new(language: &'a Language) -> Self {
        Self {
            language,
            faults: Mutex::default(),
        }
    }

    /// A message without variables.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &Arguments::new())
    }

    /// A message with one variable.
    pub fn say_of<'v>(
        &self,
        id: &str,
        variable: &'v str,
        value: impl Into<Argument<'v>>,
    ) -> String {
        self.say_with(id, &Arguments::new().with(variable, value))
    }

    /// A message with variables.
    pub fn say_with(&self, id: &str, arguments: &Arguments<'_>) -> String {
        self.language
            .message(id, arguments)
            .unwrap_or_else(|error| {
                let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
                faults.insert(id.to_owned(), error);
                id.to_owned()
            })
    }

    /// A date as a reader would write it, marked as one.
    pub fn date(&self, date: Date) -> String {
        time(&self.language.date(date), date)
    }

    /// The name of a language.
    pub fn language_name(&self, tag: &str) -> String {
        self.say_of("name-of-language", "tag", tag)
    }

    /// A number with the separators of the language.
    pub fn number(&self, number: f64) -> String {
        self.language.number(number)
    }

    /// A share in whole hundredths; one of something that is less than the first is "under 1%".
    pub fn share(&self, part: usize, hundredths: f64) -> String {
        if part > 0 && hundredths < 1.0 {
            return self.say_of("share-under", "share", self.percent(1.0));
        }
        self.percent(hundredths)
    }

    /// A share of a hundred.
    pub fn percent(&self, hundredths: f64) -> String {
        self.language.percent(hundredths)
    }

    /// Names in a sentence.
    pub fn list(&self, names: &[String]) -> String {
        self.language.list(names)
    }

    /// Puts things into the order in which their names stand in an index.
    pub fn arrange<T>(&self, things: &mut Vec<T>, name: impl Fn(&T) -> &str) {
        self.language.arrange(things, name);
    }

    /// The letter under which a name stands in an index; none for a number.
    pub fn initial(&self, name: &str) -> Option<char> {
        self.language.initial(name)
    }

    /// BCP 47 tag of the language.
    pub fn tag(&self) -> &str {
        self.language.tag()
    }

    /// Messages that could not be written, by id.
    pub fn faults(&self) -> Vec<MessageError> {
        let faults = self.faults.lock();
        let faults = faults.unwrap_or_else(PoisonError::into_inner);
        faults.values().cloned().collect()
    }
}
