use std::ops::Range;

/// A record that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A party compared.
    Side,
    /// Somebody who annotates.
    Editor,
    /// A theme.
    Theme,
    /// A question, `<theme>/<question>`.
    Question,
    /// A voice.
    Voice,
    /// A term.
    Term,
    /// A document.
    Document,
    /// A claim, `<document>/<claim>`.
    Claim,
    /// A page of prose.
    Page,
}

impl Kind {
    /// The kind that a schema calls by this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "side" => Self::Side,
            "editor" => Self::Editor,
            "theme" => Self::Theme,
            "question" | "own-question" => Self::Question,
            "voice" => Self::Voice,
            "term" => Self::Term,
            "document" => Self::Document,
            "claim" => Self::Claim,
            "page" => Self::Page,
            _ => return None,
        })
    }

    /// Every kind, in the order in which people look for a record.
    pub const ALL: [Self; 9] = [
        Self::Claim,
        Self::Document,
        Self::Voice,
        Self::Question,
        Self::Theme,
        Self::Term,
        Self::Side,
        Self::Page,
        Self::Editor,
    ];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Editor => "editor",
            Self::Theme => "theme",
            Self::Question => "question",
            Self::Voice => "voice",
            Self::Term => "term",
            Self::Document => "document",
            Self::Claim => "claim",
            Self::Page => "page",
        }
    }

    /// Whether its id is the name of a file or a folder.
    pub fn is_file(self) -> bool {
        matches!(
            self,
            Self::Theme | Self::Voice | Self::Term | Self::Document | Self::Page
        )
    }

    /// Whether its former ids are kept as addresses.
    pub fn has_page(self) -> bool {
        !matches!(self, Self::Side | Self::Editor)
    }
}

/// A record, by its full id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Symbol {
    /// What it is.
    pub kind: Kind,
    /// Its full id.
    pub id: String,
}

impl Symbol {
    /// A record.
    pub fn new(kind: Kind, id: impl Into<String>) -> Self {
        Self {
            kind,
            id: id.into(),
        }
    }

    /// The record of the same kind and home that has another id of its own.
    #[must_use]
    pub fn with_own_id(&self, own: &str) -> Self {
        let id = match self.id.rsplit_once('/') {
            Some((home, _)) => format!("{home}/{own}"),
            None => own.to_owned(),
        };
        Self::new(self.kind, id)
    }

    /// The last part of its id, which is its own.
    pub fn own_id(&self) -> &str {
        self.id.rsplit('/').next().unwrap_or_default()
    }
}

/// The records that a value names, each with its bytes in the value: `<theme>/<question>` names two. `home`
/// is the document or the theme of the file, to which a short name belongs.
pub fn named(what: &str, value: &str, home: &str) -> Vec<(Symbol, Range<usize>)> {
    let slashes: Vec<usize> = value.match_indices('/').map(|(at, _)| at).collect();
    let whole = 0..value.len();
    match (what, slashes.as_slice()) {
        ("question", [slash]) => pair(Kind::Theme, Kind::Question, value, *slash),
        ("claim", [slash]) => pair(Kind::Document, Kind::Claim, value, *slash),
        ("cell", [_, slash]) => {
            let mut found = named("question", &value[..*slash], home);
            let side = Symbol::new(Kind::Side, &value[slash + 1..]);
            found.push((side, slash + 1..value.len()));
            found
        }
        ("claim" | "own-question", []) => {
            let kind = Kind::named(what).unwrap_or(Kind::Claim);
            vec![(Symbol::new(kind, format!("{home}/{value}")), whole)]
        }
        (_, []) => {
            let kind = Kind::named(what);
            let symbol = kind.map(|kind| (Symbol::new(kind, value), whole));
            symbol.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn pair(outer: Kind, inner: Kind, value: &str, slash: usize) -> Vec<(Symbol, Range<usize>)> {
    vec![
        (Symbol::new(outer, &value[..slash]), 0..slash),
        (Symbol::new(inner, value), slash + 1..value.len()),
    ]
}
