use crate::diagnostic::{Code, Diagnostic, shown};
use crate::source::Spanned;
use std::collections::BTreeMap;

/// The names of one kind of record; a record with a fault keeps its name without an id.
#[derive(Debug)]
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

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// How many records have an id.
    pub fn count(&self) -> usize {
        self.ids.values().flatten().count()
    }

    /// The id behind a name; `Err` holds the fault of a name that nobody has, `Ok(None)` stands for a
    /// record that was left out.
    pub fn find(
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
        let message = format!("there is no {noun} `{}`", shown(&name.value));
        let help = format!("add the {noun}, or name one that is there");
        Err(Box::new(
            Diagnostic::new(code, name.span, message).help(help),
        ))
    }
}
