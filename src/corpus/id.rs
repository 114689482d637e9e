/// Declares an index type of its own for each kind of record, so that no two can be mixed up.
macro_rules! ids {
    ($($(#[$about:meta])* $name:ident;)*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the record at this index; a site has fewer than 2³² records of a kind.
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("fewer than 2^32 records of a kind"))
            }

            /// The index of its record.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The ids of so many records, in order.
            pub fn all(count: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
                (0..count).map(Self::new)
            }
        }
    )*};
}

ids! {
    /// A side, by its place in the order of the columns.
    SideId;
    /// A theme, by its place in the order of reading.
    ThemeId;
    /// A question, by its place in the order of reading.
    QuestionId;
    /// A document.
    DocumentId;
    /// A voice.
    VoiceId;
    /// A term.
    TermId;
    /// A claim.
    ClaimId;
    /// A prose page.
    PageId;
    /// An editor.
    EditorId;
    /// A language of the site, by its place in the site's order.
    LanguageId;
}

impl LanguageId {
    /// The site's first language, which lives at the root.
    pub const FIRST: Self = Self(0);
}
