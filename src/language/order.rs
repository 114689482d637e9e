//! In which order names stand, and under which letter.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::{Locale, subtags};
use icu_provider::DataError;
use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

/// The first characters of a dictionary for each letter with which a reading in pinyin can begin, as the Unicode CLDR gives
/// them for Chinese indexes.
const PINYIN: [(char, &str); 23] = [
    ('A', "阿"),
    ('B', "八"),
    ('C', "嚓"),
    ('D', "哒"),
    ('E', "妸"),
    ('F', "发"),
    ('G', "旮"),
    ('H', "哈"),
    ('J', "讥"),
    ('K', "咔"),
    ('L', "垃"),
    ('M', "妈"),
    ('N', "拏"),
    ('O', "噢"),
    ('P', "妑"),
    ('Q', "七"),
    ('R', "呥"),
    ('S', "仨"),
    ('T', "他"),
    ('W', "屲"),
    ('X', "夕"),
    ('Y', "丫"),
    ('Z', "帀"),
];

/// The order of a language.
pub(super) struct Order {
    collator: CollatorBorrowed<'static>,
    is_pinyin: bool,
}

impl Order {
    pub(super) fn new(locale: &Locale) -> Result<Self, DataError> {
        Ok(Self {
            collator: Collator::try_new(locale.into(), CollatorOptions::default())?,
            is_pinyin: locale.id.language == subtags::language!("zh"),
        })
    }

    pub(super) fn arrange<T>(&self, things: &mut Vec<T>, name: impl Fn(&T) -> &str) {
        let all = std::mem::take(things).into_iter();
        // To find a letter takes several comparisons, so each is found once.
        let mut lettered: Vec<_> = all.map(|it| (self.initial(name(&it)), it)).collect();
        lettered.sort_by(|(one_letter, one), (other_letter, other)| {
            let by_letter = one_letter.cmp(other_letter);
            by_letter.then_with(|| {
                let [one, other] = [one, other].map(|it| plain(name(it)));
                self.collator.compare(one, other)
            })
        });
        things.extend(lettered.into_iter().map(|(_, it)| it));
    }

    pub(super) fn initial(&self, name: &str) -> Option<char> {
        let first = plain(name).chars().next()?;
        let base = std::iter::once(first).nfkd().next()?;
        if base.is_ascii() {
            return base
                .is_ascii_alphabetic()
                .then(|| base.to_ascii_uppercase());
        }
        if !self.is_pinyin {
            return base.is_alphabetic().then(|| base.to_uppercase().next())?;
        }
        let first = first.to_string();
        let begun = PINYIN.partition_point(|(_, start)| {
            self.collator.compare(start, &first) != Ordering::Greater
        });
        let (letter, _) = PINYIN.get(begun.checked_sub(1)?)?;
        Some(*letter)
    }
}

/// A name without the marks before its first letter.
fn plain(name: &str) -> &str {
    name.trim_start_matches(|letter: char| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(tag: &str) -> Order {
        Order::new(&tag.parse().unwrap()).unwrap()
    }

    #[test]
    fn names_stand_under_the_letter_that_readers_expect() {
        for (tag, name, expected) in [
            ("en", "export controls", Some('E')),
            ("en", "Évian", Some('E')),
            ("en", "“Small yard”", Some('S')),
            ("en", "5G", None),
            ("en", "", None),
            ("zh-Hans", "“小院高墙”", Some('X')),
            ("zh-Hans", "安全", Some('A')),
            ("zh-Hans", "中国", Some('Z')),
            ("zh-Hans", "MIT", Some('M')),
        ] {
            assert_eq!(order(tag).initial(name), expected, "{name}");
        }
    }

    #[test]
    fn names_stand_in_the_order_of_the_language() {
        // Below one letter Chinese names come before Latin ones.
        let mut names = vec!["中国", "zebra", "安全", "“东数西算”", "5G", "Amazon"];
        order("zh-Hans").arrange(&mut names, |name| name);
        assert_eq!(
            names,
            ["5G", "安全", "Amazon", "“东数西算”", "中国", "zebra"]
        );
    }
}
