//! Which words may an author choose from? The closed vocabularies of the content format.
//!
//! Shared by what an author typed ([`record`](crate::record)) and what is true
//! ([`corpus`](crate::corpus)), so that a word is spelled in one place. No vocabulary has a word for
//! "mixed", "partial", "neutral" or "other": absent means that nobody assessed it.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Declares a vocabulary: an enum, its words in kebab case, what they mean, and the list of them all.
macro_rules! vocabulary {
    (
        $(#[doc = $about:literal])*
        $name:ident { $($(#[doc = $meaning:literal])* $variant:ident $word:literal,)* }
    ) => {
        $(#[doc = $about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
        )]
        pub enum $name { $($(#[doc = $meaning])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every word, in the order in which pages list them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that an author writes.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// What it means, in a sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($meaning),*).trim_ascii()),* }
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let words: Vec<&str> = Self::ALL.iter().map(|it| it.word()).collect();
                let meanings: Vec<&str> = Self::ALL.iter().map(|it| it.meaning()).collect();
                json_schema!({"type": "string", "enum": words, "enumDescriptions": meanings})
            }
        }
    };
}

vocabulary! {
    /// What a claim does.
    Kind {
        /// Reports something that can be looked up.
        Fact "fact",
        /// Judges.
        Assessment "assessment",
        /// Tells what somebody does or did.
        Measure "measure",
        /// Advises.
        Recommendation "recommendation",
        /// Foretells.
        Prediction "prediction",
        /// Warns.
        Risk "risk",
    }
}

vocabulary! {
    /// How a voice comes to speak in a document.
    Mode {
        /// It wrote the document.
        Author "author",
        /// Its words stand in quotation marks.
        Quoted "quoted",
        /// It is named and told indirectly.
        Paraphrased "paraphrased",
        /// It is not named.
        Reported "reported",
        /// It issued a text that the document names.
        CitedDocument "cited-document",
    }
}

vocabulary! {
    /// How a claim answers a question that has poles or a proposition.
    Stance {
        /// The first pole.
        Positive "positive",
        /// The second pole.
        Negative "negative",
        /// Agrees with the proposition.
        For "for",
        /// Disagrees with the proposition.
        Against "against",
    }
}

vocabulary! {
    /// What an editor must tell about a claim that is not simply reviewed.
    Status {
        /// Not yet published.
        Draft "draft",
        /// Editors differ.
        Disputed "disputed",
        /// Taken back; its page stays.
        Withdrawn "withdrawn",
    }
}

vocabulary! {
    /// How the value of a figure is bounded.
    Bound {
        /// The value itself.
        Exactly "exactly",
        /// Around the value.
        About "about",
        /// A little less than the value.
        Nearly "nearly",
        /// The value or more.
        AtLeast "at-least",
        /// The value or less.
        AtMost "at-most",
        /// More than the value.
        MoreThan "more-than",
        /// Less than the value.
        LessThan "less-than",
    }
}

vocabulary! {
    /// What one claim does to another.
    RelationKind {
        /// Gives it a reason.
        Supports "supports",
        /// Cannot stand beside it.
        Contradicts "contradicts",
        /// Limits it.
        Qualifies "qualifies",
        /// Says the same.
        Restates "restates",
        /// Refers to it.
        Cites "cites",
        /// Answers it.
        RespondsTo "responds-to",
        /// Replaces it with something newer.
        Updates "updates",
    }
}

vocabulary! {
    /// What a voice is.
    VoiceKind {
        /// A human being.
        Person "person",
        /// An organisation.
        Body "body",
        /// Somebody whom the source does not name.
        Unnamed "unnamed",
    }
}

vocabulary! {
    /// The part of society from which a voice speaks.
    Sector {
        /// A government or one of its offices.
        Government "government",
        /// A political party.
        Party "party",
        /// Armed forces.
        Military "military",
        /// Research under a government.
        StateResearch "state-research",
        /// Media under a government.
        StateMedia "state-media",
        /// Other media.
        Media "media",
        /// Research on policy outside government.
        ThinkTank "think-tank",
        /// Universities.
        Academia "academia",
        /// A business.
        Company "company",
        /// An association of businesses.
        IndustryBody "industry-body",
        /// A non-governmental organisation.
        Ngo "ngo",
        /// An intergovernmental organisation.
        Igo "igo",
    }
}

vocabulary! {
    /// What a document is.
    DocumentKind {
        /// A scholarly paper.
        Paper "paper",
        /// A news item.
        News "news",
        /// A report.
        Report "report",
        /// A policy brief.
        Brief "brief",
        /// A law.
        Law "law",
        /// A plan.
        Plan "plan",
        /// A speech.
        Speech "speech",
        /// A statement.
        Statement "statement",
        /// A data set.
        Dataset "dataset",
        /// A web page.
        Web "web",
    }
}

vocabulary! {
    /// Who made the translation that was annotated.
    Translated {
        /// The issuer.
        Official "official",
        /// The editors of the site.
        Own "own",
        /// A machine.
        Machine "machine",
    }
}

vocabulary! {
    /// How much of a source text may be published.
    Publish {
        /// Short quotations.
        Quotes "quotes",
        /// All of it.
        Full "full",
    }
}

vocabulary! {
    /// What the columns of a question are.
    Compare {
        /// Claims about each side.
        About "about",
        /// What each side's voices say.
        Voice "voice",
        /// No columns: one band about the world.
        World "world",
    }
}

vocabulary! {
    /// What a term names.
    TermKind {
        /// A law.
        Law "law",
        /// A bill.
        Bill "bill",
        /// A plan.
        Plan "plan",
        /// A programme.
        Programme "programme",
        /// A body.
        Body "body",
        /// An idea.
        Idea "idea",
    }
}

vocabulary! {
    /// What an editor did with a claim.
    Deed {
        /// Wrote the annotation.
        Annotated "annotated",
        /// Checked it against the source.
        Checked "checked",
    }
}

vocabulary! {
    /// What the site makes of a fault.
    Severity {
        /// Nothing is published while it stands.
        Error "error",
        /// It is reported.
        Warning "warning",
        /// It is passed over.
        Off "off",
    }
}

/// The word in the place of a licence: whoever wants to use the text has to ask.
pub const ALL_RIGHTS_RESERVED: &str = "all-rights-reserved";

/// The word in the place of a licence: nobody has to ask.
pub const PUBLIC_DOMAIN: &str = "public-domain";

/// First parts of the site's own addresses, which no prose page may take.
pub const RESERVED_PAGE_IDS: &[&str] = &[
    "404",
    "assets",
    "claims",
    "compare",
    "data",
    "documents",
    "embed",
    "feed",
    "figures",
    "index",
    "perspectives",
    "robots",
    "search",
    "sitemap",
    "tensions",
    "terms",
    "themes",
    "tray",
    "voices",
];

/// Names that Windows gives to devices, with any ending.
pub const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// The word that stands where a side's id could: about no side, but everybody.
pub const WORLD: &str = "world";

/// The word that stands where a side's id could: a voice that speaks for no side.
pub const NO_SIDE: &str = "none";
