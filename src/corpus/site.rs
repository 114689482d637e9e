use super::{EditorId, LanguageId, PerSide, QuestionId, SideId, Text};
use crate::diagnostic::{Code, Severity};
use crate::source::Span;
use std::collections::BTreeMap;

/// The site: what it compares and how it presents itself.
#[derive(Debug, PartialEq)]
pub struct Site {
    /// Its title.
    pub title: Text,
    /// Absolute address with a slash at the end, where it is known.
    pub base_url: Option<String>,
    /// What the home page says first.
    pub description: Option<Text>,
    /// Where changes are proposed.
    pub repository: Option<String>,
    /// SPDX identifier of the annotations' licence.
    pub licence: Option<String>,
    /// BCP 47 tags; the first is the default.
    pub languages: Vec<String>,
    /// The parties compared, in the order of the columns.
    pub sides: PerSide<Side>,
    /// Longest quotation, in words; two Han characters count as one.
    pub max_quotation_words: f64,
    /// Greatest share of one document in a theme, from 0 to 1.
    pub max_document_share: f64,
    /// Limits that commands hold.
    pub thresholds: Thresholds,
    /// Words that are not neutral in a statement.
    pub loaded_words: Vec<String>,
    /// Rows that the home page shows first.
    pub leads: Vec<QuestionId>,
    /// Who annotates and checks.
    pub editors: Vec<Editor>,
    /// Whether record pages are written.
    pub source_view: bool,
    /// Name of this release of the content.
    pub release: Option<String>,
    /// What the site makes of kinds of fault; `None` takes them off the report.
    pub severities: BTreeMap<Code, Option<Severity>>,
    /// The file.
    pub span: Span,
}

impl Site {
    /// The languages with their ids, the first one first.
    pub fn languages(&self) -> impl Iterator<Item = (LanguageId, &str)> {
        LanguageId::all(self.languages.len()).zip(self.languages.iter().map(String::as_str))
    }

    /// The ids of the sides, in the order of the columns.
    pub fn side_ids(&self) -> impl Iterator<Item = SideId> {
        SideId::all(self.sides.count())
    }

    /// The ids of the editors.
    pub fn editor_ids(&self) -> impl Iterator<Item = EditorId> {
        EditorId::all(self.editors.len())
    }
}

/// Shares from 0 to 1 that the statistics of the content have to keep; absent: any will do.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Thresholds {
    /// Least share of a text that its quotations cover.
    pub coverage: Option<f64>,
    /// Greatest share of the cells of a theme that are not covered.
    pub not_covered: Option<f64>,
    /// Greatest share of one document among the claims of a theme.
    pub largest_document: Option<f64>,
    /// Greatest share of the claims of a theme whose voices speak for one side.
    pub speak_for: Option<f64>,
}

/// A party compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its name within a sentence.
    pub in_text: Text,
    /// Its name where there is little room.
    pub short: Text,
    /// Other words that mean it, in any language.
    pub forms: Vec<String>,
}

/// Somebody who annotates or checks.
#[derive(Debug, PartialEq, Eq)]
pub struct Editor {
    /// Its id.
    pub id: String,
    /// The name that readers see.
    pub name: Text,
}
