use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::{DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter};
use icu_locale::Locale;

use crate::corpus::Date;

/// Writes the dates of one language in the Gregorian calendar, in which sources print them.
pub(super) struct Dates {
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    year: FixedCalendarDateTimeFormatter<Gregorian, Y>,
}

impl Dates {
    /// The dates of a locale; fails where ICU has no data.
    pub(super) fn new(locale: &Locale) -> Result<Self, DateTimeFormatterLoadError> {
        Ok(Self {
            day: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::long())?,
            month: FixedCalendarDateTimeFormatter::try_new(locale.into(), YM::long())?,
            year: FixedCalendarDateTimeFormatter::try_new(locale.into(), Y::long())?,
        })
    }

    /// Writes a date as precisely as it is known.
    pub(super) fn write(&self, date: Date) -> String {
        let (month, day) = (date.month(), date.day());
        let Ok(gregorian) = icu_calendar::Date::try_new_gregorian(
            date.year().into(),
            month.unwrap_or(1),
            day.unwrap_or(1),
        ) else {
            return date.to_string();
        };
        match (month, day) {
            (Some(_), Some(_)) => self.day.format(&gregorian).to_string(),
            (Some(_), None) => self.month.format(&gregorian).to_string(),
            (None, _) => self.year.format(&gregorian).to_string(),
        }
    }
}
