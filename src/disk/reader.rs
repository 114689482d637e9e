use super::read::{
    ReadError, is_aside, no_site, relative, source_file, statics, templates, unreadable, walk,
};
use super::texts::{texts, texts_folder};
use crate::quote::Texts;
use crate::source::{Inputs, SourceFile, Sources, StaticFile, Template};
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::sync::Arc;

/// Reads a root again and again, and opens only what somebody touched.
///
/// Files that did not change stay the same ones in memory.
#[derive(Debug)]
pub struct Reader {
    root: Utf8PathBuf,
    sources: Option<Utf8PathBuf>,
    content: BTreeMap<String, Arc<SourceFile>>,
    templates: Vec<Template>,
    statics: Vec<StaticFile>,
    texts: Texts,
    /// Whether something could not be read, so that what was touched since is not all that differs.
    is_behind: bool,
}

impl Reader {
    /// A reader that has read nothing yet; the root is absolute.
    pub fn new(root: Utf8PathBuf, sources: Option<Utf8PathBuf>) -> Self {
        Self {
            root,
            sources,
            content: BTreeMap::new(),
            templates: Vec::new(),
            statics: Vec::new(),
            texts: Texts::new(),
            is_behind: true,
        }
    }

    /// The folders in which files matter.
    pub fn folders(&self) -> Vec<Utf8PathBuf> {
        let mut folders = ["content", "templates", "static"]
            .map(|name| self.root.join(name))
            .to_vec();
        folders.push(texts_folder(&self.root, self.sources.as_deref()));
        folders
    }

    /// Reads everything; whether anything differs from what was read before.
    ///
    /// # Errors
    ///
    /// Those of [`read`](super::read) and [`texts`](super::texts).
    pub fn read_all(&mut self) -> Result<bool, ReadError> {
        let touched = self.folders().into_iter().collect();
        self.is_behind |= self
            .changed_in(&touched)
            .inspect_err(|_| self.is_behind = true)?;
        Ok(std::mem::take(&mut self.is_behind))
    }

    /// Reads these files and folders, named by absolute paths; whether anything differs from what was read before.
    ///
    /// # Errors
    ///
    /// Those of [`read`](super::read) and [`texts`](super::texts).
    pub fn read(&mut self, touched: &BTreeSet<Utf8PathBuf>) -> Result<bool, ReadError> {
        if self.is_behind {
            return self.read_all();
        }
        let changed = self.changed_in(touched);
        self.is_behind = changed.is_err();
        changed
    }

    /// What was read, for a build.
    pub fn inputs(&self) -> Inputs {
        let mut files: Vec<Arc<SourceFile>> = self.content.values().cloned().collect();
        let missing = no_site();
        if !self.content.contains_key(missing.path()) {
            files.push(Arc::new(missing));
        }
        Inputs {
            content: Sources::shared(files),
            templates: self.templates.clone(),
            statics: self.statics.clone(),
        }
    }

    /// The private copies of source texts.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    fn changed_in(&mut self, touched: &BTreeSet<Utf8PathBuf>) -> Result<bool, ReadError> {
        let root = self.root.clone();
        let is_in = |folder: &Utf8Path| touched.iter().any(|path| path.starts_with(folder));
        let mut changed = false;
        if is_in(&root.join("templates")) || self.templates.is_empty() {
            changed |= replaced(&mut self.templates, templates(&root)?);
        }
        if is_in(&root.join("static")) || self.statics.is_empty() {
            changed |= replaced(&mut self.statics, statics(&root)?);
        }
        if is_in(&texts_folder(&root, self.sources.as_deref())) {
            changed |= replaced(&mut self.texts, texts(&root, self.sources.as_deref())?);
        }
        let content = root.join("content");
        for path in touched.iter().filter(|path| path.starts_with(&content)) {
            changed |= self.changed_at(path)?;
        }
        Ok(changed)
    }

    /// Reads a file, or all of a folder, below `content/`.
    fn changed_at(&mut self, path: &Utf8Path) -> Result<bool, ReadError> {
        let name = relative(&self.root, path);
        if name.split('/').any(is_aside) {
            return Ok(false);
        }
        let content = self.root.join("content");
        let mut folders = path.ancestors().take_while(|folder| **folder != content);
        // What lies behind a link is not read, by whatever name somebody heard of it.
        if folders.any(|folder| folder != path && folder.is_symlink()) {
            return Ok(false);
        }
        let kind = match fs::symlink_metadata(path) {
            Ok(found) => Some(found.file_type()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(unreadable(path)(error)),
        };
        // A link in the place of the folder itself is refused, as by a build.
        let is_folder =
            kind.is_some_and(|it| it.is_dir() || (name == "content" && it.is_symlink()));
        let there = match kind {
            _ if is_folder => walk(path)?,
            Some(kind) if kind.is_file() || kind.is_symlink() => vec![path.to_owned()],
            _ => Vec::new(),
        };
        let names: BTreeSet<String> = there
            .iter()
            .map(|path| relative(&self.root, path))
            .collect();
        let before = self.content.len();
        let is_below = |kept: &str| {
            kept.strip_prefix(&name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.content
            .retain(|kept, _| !is_below(kept) || names.contains(kept));
        let mut changed = self.content.len() != before;
        for path in there {
            let file = source_file(&self.root, &path)?;
            let kept = self.content.get(file.path());
            if kept.is_none_or(|kept| kept.contents() != file.contents()) {
                self.content.insert(file.path().to_owned(), Arc::new(file));
                changed = true;
            }
        }
        Ok(changed)
    }
}

/// Puts a value in the place of another; whether they differ.
fn replaced<T: PartialEq>(kept: &mut T, now: T) -> bool {
    let differs = *kept != now;
    *kept = now;
    differs
}

/// The absolute path of a folder, without links in it, as a watcher names it.
///
/// # Errors
///
/// Where there is no such folder, or its name is not Unicode.
pub fn real_path(folder: &Utf8Path) -> Result<Utf8PathBuf, ReadError> {
    let found = folder
        .canonicalize_utf8()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => ReadError::NoFolder(folder.to_string()),
            _ => unreadable(folder)(error),
        })?;
    if !found.is_dir() {
        return Err(ReadError::NoFolder(folder.to_string()));
    }
    Ok(found)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::disk::Scratch;

    #[test]
    fn what_lies_behind_a_link_is_not_read() {
        let folder = Scratch::default();
        folder.write("site/content/site.yaml", "title: Site\n");
        folder.write("outside/secret.yaml", "name: Secret\n");
        let root = folder.root().join("site");
        let mut reader = Reader::new(root.clone(), None);
        reader.read_all().unwrap();
        let link = root.join("content/voices");
        std::os::unix::fs::symlink(folder.root().join("outside"), &link).unwrap();
        let behind = BTreeSet::from([link.join("secret.yaml")]);
        assert!(!reader.read(&behind).unwrap());
        assert_eq!(reader.inputs().content.iter().count(), 1);
    }
}
