use fluent_bundle::types::FluentNumberOptions;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale::Locale;
use icu_provider::DataError;
use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

use super::house_locale;

/// Writes the numbers of one language.
pub(super) struct Numbers {
    grouped: DecimalFormatter,
    ungrouped: DecimalFormatter,
}

impl Numbers {
    /// The numbers of a locale; fails where ICU has no data.
    pub(super) fn new(locale: &Locale) -> Result<Self, DataError> {
        let formatter = |strategy| {
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(strategy);
            DecimalFormatter::try_new(locale.into(), options)
        };
        Ok(Self {
            grouped: formatter(GroupingStrategy::Auto)?,
            ungrouped: formatter(GroupingStrategy::Never)?,
        })
    }

    /// Writes a number with all its digits; what is no finite number is written as Rust does.
    pub(super) fn write(&self, number: f64) -> String {
        // The shortest decimal that reads back as the same double is what the editor typed.
        let digits = number.to_string();
        match digits.parse() {
            Ok(decimal) => self.grouped.format_to_string(&decimal),
            Err(_) => digits,
        }
    }

    /// Writes a whole number.
    pub(super) fn write_count(&self, count: usize) -> String {
        self.grouped.format_to_string(&Decimal::from(count))
    }

    /// Writes a number with the options that a message gives it.
    pub(super) fn write_with(&self, number: f64, options: &FluentNumberOptions) -> String {
        let digits = number.to_string();
        let Ok(mut decimal) = digits.parse::<Decimal>() else {
            return digits;
        };
        if let Some(most) = options
            .maximum_fraction_digits
            .and_then(|most| i16::try_from(most).ok())
        {
            decimal.round(-most);
            decimal.absolute.trim_end();
        }
        if let Some(least) = options
            .minimum_fraction_digits
            .and_then(|least| i16::try_from(least).ok())
        {
            decimal.absolute.pad_end(-least);
        }
        let formatter = if options.use_grouping {
            &self.grouped
        } else {
            &self.ungrouped
        };
        formatter.format_to_string(&decimal)
    }
}

impl Memoizable for Numbers {
    type Args = ();
    type Error = DataError;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, DataError> {
        let identifier = icu_locale::LanguageIdentifier::try_from_str(&language.to_string())
            .unwrap_or(icu_locale::LanguageIdentifier::UNKNOWN);
        Self::new(&house_locale(&identifier))
    }
}
