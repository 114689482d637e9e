use super::folder::FolderClaims;
use crate::corpus::ClaimId;
use crate::diagnostic::{Code, Diagnostic, shown};
use crate::source::Spanned;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a name is looked up.
pub trait Directory<Id> {
    /// The id behind a name; `Err` holds the fault of a name that nobody has, `Ok(None)` stands for a
    /// record that was left out.
    fn find(
        &self,
        name: &Spanned<String>,
        code: Code,
        noun: &str,
    ) -> Result<Option<Id>, Box<Diagnostic>>;

    /// How many names there are.
    fn len(&self) -> usize;

    /// Points from a wrong name to the one that was likely meant.
    fn suggest(&self, fault: Diagnostic, wrong: &str) -> Diagnostic;
}

/// The names of one kind of record; a record with a fault keeps its name without an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names<Id> {
    ids: BTreeMap<String, Option<Id>>,
    /// First parts of names of which nothing is known, because their file could not be read or they
    /// were not written.
    unread: Vec<String>,
}

impl<Id> Default for Names<Id> {
    fn default() -> Self {
        Self {
            ids: BTreeMap::new(),
            unread: Vec::new(),
        }
    }
}

impl<Id: Copy> Names<Id> {
    /// Adds a name; without an id where its record has a fault.
    pub fn add(&mut self, name: impl Into<String>, id: Option<Id>) {
        self.ids.insert(name.into(), id);
    }

    /// Passes over every name that begins with this part and a slash.
    pub fn add_unread(&mut self, part: &str) {
        self.unread.push(format!("{part}/"));
    }

    /// Passes over every name, since a record has none.
    pub fn add_nameless(&mut self) {
        self.unread.push(String::new());
    }

    /// Every name.
    pub fn known(&self) -> impl Iterator<Item = &str> + Clone {
        self.ids.keys().map(String::as_str)
    }

    /// How many records have an id.
    pub fn count(&self) -> usize {
        self.ids.values().flatten().count()
    }
}

impl<Id: Copy> Directory<Id> for Names<Id> {
    fn find(
        &self,
        name: &Spanned<String>,
        code: Code,
        noun: &str,
    ) -> Result<Option<Id>, Box<Diagnostic>> {
        if let Some(id) = self.ids.get(&name.value) {
            return Ok(*id);
        }
        let is_unread = |part: &String| name.value.starts_with(part.as_str());
        if self.unread.iter().any(is_unread) {
            return Ok(None);
        }
        Err(unknown(name, code, noun))
    }

    fn len(&self) -> usize {
        self.ids.len()
    }

    fn suggest(&self, fault: Diagnostic, wrong: &str) -> Diagnostic {
        fault.suggest(wrong, self.known())
    }
}

fn unknown(name: &Spanned<String>, code: Code, noun: &str) -> Box<Diagnostic> {
    let message = format!("there is no {noun} `{}`", shown(&name.value));
    let help = format!("add the {noun}, or name one that is there");
    Box::new(Diagnostic::new(code, name.span, message).help(help))
}

/// The full ids of all claims, which the folders hold among them.
#[derive(Debug, Default)]
pub struct ClaimNames {
    /// By document, with the first of its claims among all.
    folders: BTreeMap<String, (usize, Arc<FolderClaims>)>,
    /// Documents with claims of which nothing is known.
    unread: Vec<String>,
}

impl ClaimNames {
    /// Passes over every claim of a document.
    pub fn add_unread(&mut self, document: &str) {
        self.unread.push(format!("{document}/"));
    }

    /// Adds the claims of a document, the first of which has this place among all.
    pub fn add(&mut self, document: &str, first: usize, claims: Arc<FolderClaims>) {
        self.folders.insert(document.to_owned(), (first, claims));
    }

    fn known(&self) -> Vec<String> {
        let folders = self.folders.iter();
        let names = folders.flat_map(|(document, (_, folder))| {
            let names = folder.names.keys();
            names.map(move |name| format!("{document}/{name}"))
        });
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

impl Directory<ClaimId> for ClaimNames {
    fn find(
        &self,
        name: &Spanned<String>,
        code: Code,
        noun: &str,
    ) -> Result<Option<ClaimId>, Box<Diagnostic>> {
        let found = name.value.split_once('/').and_then(|(document, own)| {
            let (first, folder) = self.folders.get(document)?;
            let place = folder.names.get(own)?;
            Some(place.map(|place| ClaimId::new(first + place)))
        });
        if let Some(id) = found {
            return Ok(id);
        }
        let is_unread = |part: &String| name.value.starts_with(part.as_str());
        if self.unread.iter().any(is_unread) {
            return Ok(None);
        }
        Err(unknown(name, code, noun))
    }

    fn len(&self) -> usize {
        let folders = self.folders.values();
        folders.map(|(_, folder)| folder.names.len()).sum()
    }

    fn suggest(&self, fault: Diagnostic, wrong: &str) -> Diagnostic {
        let known = self.known();
        fault.suggest(wrong, known.iter().map(String::as_str))
    }
}
