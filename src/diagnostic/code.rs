use std::fmt;
use std::str::FromStr;

/// How grave a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published while it stands.
    Error,
    /// Published, but somebody should look.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// Declares every code with its name, its severity and, by the name, the file that explains it.
macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident;)*) => {
        /// The kind of a fault; its name is part of the contract with editors and their tools.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`: see `diptych explain ", $name, "`.")] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the stages that find them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name that reports and configuration use.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// How grave it is unless the site says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),* }
            }

            /// Whether an editor may accept it at a place, and a site may make less of it: every warning,
            /// and errors that are found by comparing words, whose sense only a reader knows.
            pub fn is_judgement(self) -> bool {
                let compares_words = matches!(
                    self,
                    Self::TranslationNumber | Self::TranslationSide | Self::TranslationHedge
                );
                self.severity() == Severity::Warning || compares_words
            }

            /// The Markdown text that `diptych explain` prints.
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => include_str!(concat!("explanations/", $name, ".md"))),*
                }
            }
        }
    };
}

codes! {
    // Files
    MissingFile "missing-file" Error;
    UnexpectedFile "unexpected-file" Error;
    InvalidUtf8 "invalid-utf8" Error;
    EmptyFile "empty-file" Error;
    FileTooLarge "file-too-large" Error;
    // YAML
    YamlSyntax "yaml-syntax" Error;
    YamlAnchor "yaml-anchor" Error;
    YamlTag "yaml-tag" Error;
    YamlComment "yaml-comment" Warning;
    DuplicateKey "duplicate-key" Error;
    UnknownKey "unknown-key" Error;
    WrongType "wrong-type" Error;
    UnknownValue "unknown-value" Error;
    QuoteFlowList "quote-flow-list" Error;
    MissingFrontMatter "missing-front-matter" Error;
    // Words and numbers
    MissingField "missing-field" Error;
    MisplacedField "misplaced-field" Error;
    InvalidId "invalid-id" Error;
    DuplicateId "duplicate-id" Error;
    ReservedId "reserved-id" Error;
    InvalidDate "invalid-date" Error;
    InvalidUrl "invalid-url" Error;
    InvalidNumber "invalid-number" Error;
    UnknownLicence "unknown-licence" Warning;
    InvalidLanguage "invalid-language" Error;
    UnknownLanguage "unknown-language" Error;
    MissingLanguage "missing-language" Error;
    // References
    UnknownSide "unknown-side" Error;
    UnknownTheme "unknown-theme" Error;
    UnknownQuestion "unknown-question" Error;
    UnknownDocument "unknown-document" Error;
    UnknownVoice "unknown-voice" Error;
    UnknownClaim "unknown-claim" Error;
    UnknownTerm "unknown-term" Error;
    UnknownEditor "unknown-editor" Error;
    UnknownField "unknown-field" Error;
    UnknownCode "unknown-code" Error;
    TwiceInList "twice-in-list" Error;
    RelationToItself "relation-to-itself" Error;
    TooMany "too-many" Error;
    // What a record may say
    StanceNotTaken "stance-not-taken" Error;
    StanceWithoutSide "stance-without-side" Error;
    ScaleMismatch "scale-mismatch" Error;
    SummaryCitesNothing "summary-cites-nothing" Error;
    GivenAndNotGiven "given-and-not-given" Error;
    SeverityFixed "severity-fixed" Error;
    // Quotations
    QuoteNotFound "quote-not-found" Error;
    QuoteAmbiguous "quote-ambiguous" Error;
    QuoteOutOfOrder "quote-out-of-order" Error;
    QuoteAlteredNumber "quote-altered-number" Error;
    QuoteTooShort "quote-too-short" Error;
    QuoteTooLong "quote-too-long" Error;
    QuoteInBrackets "quote-in-brackets" Error;
    QuoteNotPinned "quote-not-pinned" Error;
    LockMissing "lock-missing" Error;
    LockStale "lock-stale" Error;
    SectionNotFound "section-not-found" Error;
    ElisionHides "elision-hides" Warning;
    NotInQuotationMarks "not-in-quotation-marks" Warning;
    FigureNotInQuote "figure-not-in-quote" Warning;
    // Judgements
    NumberNotInQuote "number-not-in-quote" Warning;
    NegationNotInQuote "negation-not-in-quote" Warning;
    SideNotInQuote "side-not-in-quote" Warning;
    AboutBeyondQuote "about-beyond-quote" Warning;
    StatementRepeatsQuote "statement-repeats-quote" Warning;
    LoadedWord "loaded-word" Warning;
    TermNotLinked "term-not-linked" Warning;
    ModeAgainstVoice "mode-against-voice" Warning;
    RelayEndsElsewhere "relay-ends-elsewhere" Warning;
    ContradictionWithoutNote "contradiction-without-note" Warning;
    FigureValueDiffers "figure-value-differs" Warning;
    FigureWithoutDate "figure-without-date" Warning;
    FigureWithoutDenominator "figure-without-denominator" Warning;
    FiguresDisagree "figures-disagree" Warning;
    SilenceFilled "silence-filled" Error;
    SummaryCitesUncounted "summary-cites-uncounted" Warning;
    UnansweredQuestion "unanswered-question" Warning;
    SingleSourceTheme "single-source-theme" Warning;
    DocumentShare "document-share" Warning;
    UnusedVoice "unused-voice" Warning;
    UnusedTerm "unused-term" Warning;
    UnusedAlias "unused-alias" Warning;
    UnusedAllow "unused-allow" Error;
    TextWithoutLicence "text-without-licence" Warning;
    DeadLink "dead-link" Warning;
    PictureNotShown "picture-not-shown" Warning;
    MissingBaseUrl "missing-base-url" Warning;
    // Languages
    TranslationMissing "translation-missing" Warning;
    TranslationStale "translation-stale" Warning;
    TranslationNumber "translation-number" Error;
    TranslationSide "translation-side" Error;
    TranslationHedge "translation-hedge" Error;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Code {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let found = Self::ALL.iter().find(|code| code.name() == name);
        found.copied().ok_or(())
    }
}
