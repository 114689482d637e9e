use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A calendar date of ISO 8601 with reduced precision: a year, a month or a day.
///
/// Ordered by what is known: a year comes before its months, a month before its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

/// Why some words are not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `2025`, `2025-03` or `2025-07-05`.
    Form,
    /// Of that form, but no such day is in the calendar.
    Calendar,
}

impl Date {
    /// The year, from 1 to 9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1 to 31, where it is known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Whether it is certainly later than another: where one of them is only a year, in a later year.
    pub fn is_after(self, other: Self) -> bool {
        let months = self.month.zip(other.month);
        let days = self.day.zip(other.day);
        match (self.year.cmp(&other.year), months, days) {
            (Ordering::Equal, Some((one, two)), _) if one != two => one > two,
            (Ordering::Equal, Some(_), Some((one, two))) => one > two,
            (Ordering::Equal, _, _) => false,
            (order, _, _) => order == Ordering::Greater,
        }
    }

    /// The first day that it can be, as `2025-03-01`.
    pub fn first_day(self) -> String {
        let month = self.month.unwrap_or(1);
        let day = self.day.unwrap_or(1);
        format!("{:04}-{month:02}-{day:02}", self.year)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(words: &str) -> Result<Self, DateError> {
        let mut parts = words.split('-');
        let mut number = |digits: usize| -> Result<Option<u16>, DateError> {
            match parts.next() {
                None => Ok(None),
                Some(part)
                    if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) =>
                {
                    part.parse().map(Some).map_err(|_| DateError::Form)
                }
                Some(_) => Err(DateError::Form),
            }
        };
        let year = number(4)?.ok_or(DateError::Form)?;
        let month = number(2)?;
        let day = number(2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let in_calendar = |part: u16| i8::try_from(part).map_err(|_| DateError::Calendar);
        let checked = jiff::civil::Date::new(
            i16::try_from(year).map_err(|_| DateError::Calendar)?,
            in_calendar(month.unwrap_or(1))?,
            in_calendar(day.unwrap_or(1))?,
        )
        .map_err(|_| DateError::Calendar)?;
        if year == 0 {
            return Err(DateError::Calendar);
        }
        Ok(Self {
            year: checked.year(),
            month: month.map(|_| checked.month().unsigned_abs()),
            day: day.map(|_| checked.day().unsigned_abs()),
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_one_form_and_are_in_the_calendar() {
        for right in ["2025", "2025-03", "2025-07-05", "2024-02-29"] {
            assert_eq!(right.parse::<Date>().unwrap().to_string(), right);
        }
        for wrong in [
            "25",
            "2025-3",
            "2025/03",
            "2025-07-05-01",
            "-2025",
            "",
            "2025-",
        ] {
            assert_eq!(wrong.parse::<Date>(), Err(DateError::Form), "{wrong}");
        }
        for wrong in ["0000", "2025-13", "2025-02-29", "2025-00"] {
            assert_eq!(wrong.parse::<Date>(), Err(DateError::Calendar), "{wrong}");
        }
    }

    #[test]
    fn a_date_is_after_another_only_where_that_is_certain() {
        let is_after = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|date| date.parse::<Date>().unwrap());
            one.is_after(other)
        };
        assert!(is_after("2026", "2025-12-31"));
        assert!(is_after("2025-07-06", "2025-07-05"));
        assert!(is_after("2025-08", "2025-07-05"));
        for (one, other) in [
            ("2025", "2025-03"),
            ("2025-07", "2025-07-05"),
            ("2025", "2025"),
        ] {
            assert!(
                !is_after(one, other) && !is_after(other, one),
                "{one} {other}"
            );
        }
        assert!(!is_after("2025-07-05", "2025-08"));
    }

    #[test]
    fn a_year_comes_before_its_months() {
        let mut dates = ["2025-02", "2025", "2025-01-31", "2024-12"].map(|d| d.parse().unwrap());
        dates.sort();
        assert_eq!(
            dates.map(|date: Date| date.to_string()),
            ["2024-12", "2025", "2025-01-31", "2025-02"]
        );
    }
}
