/// A manual of citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// American Psychological Association, 7th edition.
    Apa,
    /// Chicago Manual of Style, 18th edition, author and date.
    Chicago,
    /// GB/T 7714-2015, the national standard of China, numeric.
    GbT7714,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 3] = [Self::Apa, Self::Chicago, Self::GbT7714];

    /// Every style, as readers of a language look for them: in Chinese the national standard comes first.
    pub fn in_order(language: &str) -> [Self; 3] {
        if is_chinese(language) {
            [Self::GbT7714, Self::Apa, Self::Chicago]
        } else {
            Self::ALL
        }
    }

    /// Its place in [`ALL`](Self::ALL).
    pub(super) fn index(self) -> usize {
        match self {
            Self::Apa => 0,
            Self::Chicago => 1,
            Self::GbT7714 => 2,
        }
    }

    /// Its name, which is the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Chicago => "Chicago",
            Self::GbT7714 => "GB/T 7714",
        }
    }
}

/// Whether a BCP 47 tag names a form of Chinese.
pub(super) fn is_chinese(tag: &str) -> bool {
    tag.split('-').next() == Some("zh")
}
