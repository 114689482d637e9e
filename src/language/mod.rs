//! In which words? Messages in Fluent; numbers, dates and lists by ICU; one [`Language`] for each language of a site.
//!
//! A language is its tag and one file of messages, so adding one adds no line of code. Everything that can be wrong with
//! the file is reported when it is loaded; what can be wrong with a call is a [`MessageError`].

mod argument;
mod date;
mod error;
mod fallback;
mod fault;
mod inspect;
mod joined;
mod message;
mod number;
mod order;

use std::fmt;

use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale::{LanguageIdentifier, Locale, LocaleDirectionality, subtags};

use crate::corpus::Date;
use date::Dates;
use message::Messages;
use number::Numbers;
use order::Order;

pub use argument::{Argument, Arguments};
pub use error::{LanguageError, MessageError, MessageProblem};
pub use fallback::fallbacks;
pub use fault::{FaultKind, MessageFault};

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right, `ltr` in HTML.
    LeftToRight,
    /// From right to left, `rtl` in HTML.
    RightToLeft,
}

/// One language of the site: its messages and its way to write numbers, dates and lists.
pub struct Language {
    tag: String,
    direction: Direction,
    messages: Messages,
    numbers: Numbers,
    dates: Dates,
    lists: ListFormatter,
    order: Order,
}

impl Language {
    /// Makes the language of a BCP 47 tag such as `zh-Hans` from its messages, the text of `templates/i18n/<tag>.ftl`.
    ///
    /// # Errors
    ///
    /// Where the tag is none, where ICU has no data at all for it, or with every fault of the messages.
    pub fn new(tag: &str, messages: &str) -> Result<Self, LanguageError> {
        let identifier = LanguageIdentifier::try_from_str(tag).map_err(|_| LanguageError::Tag {
            tag: tag.to_owned(),
        })?;
        let tag = identifier.to_string();
        let no_data = || LanguageError::NoData { tag: tag.clone() };
        let locale = house_locale(&identifier);
        let numbers = Numbers::new(&locale).map_err(|_| no_data())?;
        let dates = Dates::new(&locale).map_err(|_| no_data())?;
        let wide = ListFormatterOptions::default().with_length(ListLength::Wide);
        let lists = ListFormatter::try_new_and((&locale).into(), wide).map_err(|_| no_data())?;
        let order = Order::new(&locale).map_err(|_| no_data())?;
        let messages = Messages::new(&tag, messages)?;
        let direction = if LocaleDirectionality::new_common().is_right_to_left(&identifier) {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        Ok(Self {
            tag,
            direction,
            messages,
            numbers,
            dates,
            lists,
            order,
        })
    }

    /// The BCP 47 tag in its usual capitals, for `lang` and for addresses.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The direction of the writing, for `dir`.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The ids of all messages in the order of their file; private terms are not among them.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.messages.ids()
    }

    /// Whether there is a message with this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.messages.has(id)
    }

    /// The words of a message that says the same whatever its variables are.
    #[must_use]
    pub fn constant(&self, id: &str) -> Option<&str> {
        self.messages.constant(id)
    }

    /// Writes the message with its variables filled in; numbers among them are written as [`Language::number`] does.
    ///
    /// The text is plain: whoever places it in HTML escapes it.
    ///
    /// # Errors
    ///
    /// Where no message has this id, a variable is not given, or a number among them is not one that can be counted with.
    pub fn message(&self, id: &str, arguments: &Arguments<'_>) -> Result<String, MessageError> {
        self.messages.write(id, arguments, &self.numbers)
    }

    /// Writes a date as precisely as it is known: `5 July 2025`, `July 2025`, `2025`.
    ///
    /// A date that the Gregorian calendar does not have stays as it is in ISO 8601.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.dates.write(date)
    }

    /// Writes a number with the language's digits, grouping and decimal sign, every digit as given and none rounded away.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        self.numbers.write(number)
    }

    /// Writes how many there are of something.
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        self.numbers.write_count(count)
    }

    /// Writes a percentage, 57 and not 0.57 for 57%, unrounded.
    ///
    /// A language that writes it otherwise than `57%` says so in a message `percent` with the variable `$number`.
    #[must_use]
    pub fn percent(&self, percentage: f64) -> String {
        let arguments = Arguments::new().with("number", percentage);
        self.messages
            .write("percent", &arguments, &self.numbers)
            .unwrap_or_else(|_| format!("{}%", self.number(percentage)))
    }

    /// Writes a list as a phrase: `A, B and C`.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.lists.format_to_string(items.iter().map(AsRef::as_ref))
    }

    /// Puts things into the order in which their names stand in an index; those without a letter come first, and those with
    /// one name stay in the order that they have.
    pub fn arrange<T>(&self, things: &mut Vec<T>, name: impl Fn(&T) -> &str) {
        self.order.arrange(things, name);
    }

    /// The letter under which a name stands in an index: in Chinese that of its reading; none for a number.
    #[must_use]
    pub fn initial(&self, name: &str) -> Option<char> {
        self.order.initial(name)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Language")
            .field("tag", &self.tag)
            .finish_non_exhaustive()
    }
}

impl Direction {
    /// The value of HTML's `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// The locale by which ICU writes: English without a region is British, so that the day comes before the month and no
/// comma before the last "and".
fn house_locale(identifier: &LanguageIdentifier) -> Locale {
    let mut locale = Locale::from(identifier.clone());
    if locale.id.language == subtags::language!("en") && locale.id.region.is_none() {
        locale.id.region = Some(subtags::region!("GB"));
    }
    locale
}
