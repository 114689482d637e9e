use std::borrow::Cow;

/// What one variable of a message stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument<'a> {
    /// Words, placed as they are.
    Text(Cow<'a, str>),
    /// A number, written in the message's language and usable to choose a plural.
    Number(f64),
}

/// The variables of one message, by name without the `$`; of two with the same name the later counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arguments<'a>(Vec<(&'a str, Argument<'a>)>);

impl<'a> Arguments<'a> {
    /// No variables yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with one more variable.
    #[must_use]
    pub fn with(mut self, name: &'a str, value: impl Into<Argument<'a>>) -> Self {
        self.0.push((name, value.into()));
        self
    }

    /// The variables in the order given.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &Argument<'a>)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }
}

impl<'a> FromIterator<(&'a str, Argument<'a>)> for Arguments<'a> {
    fn from_iter<I: IntoIterator<Item = (&'a str, Argument<'a>)>>(variables: I) -> Self {
        Self(variables.into_iter().collect())
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<f64> for Argument<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Argument<'_> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of things in memory stay far below 2^53"
    )]
    fn from(count: usize) -> Self {
        Self::Number(count as f64)
    }
}
