use super::cursor::Cursor;
use super::position::Lines;
use crate::compile::World;
use crate::diagnostic::Report;
use crate::disk::{self, ReadError};
use crate::naming::{Definition, FileIndex, kind_of};
use crate::naming::{Kind, Symbol, named};
use crate::naming::{Shape, Shapes};
use crate::quote::{Format, Texts};
use crate::source::{Contents, SourceFile, Sources};
use camino::{Utf8Path, Utf8PathBuf};
use lsp_types::{Location, Position, Range, TextDocumentPositionParams, Url};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops;
use std::sync::Arc;

/// Files that are indexed one after the other.
const FEW: usize = 8;

/// The content as the editor has it: files on disk, and over them those that are open.
pub struct Workspace {
    root: Utf8PathBuf,
    sources: Option<Utf8PathBuf>,
    shapes: Shapes,
    on_disk: BTreeMap<String, Arc<SourceFile>>,
    open: BTreeMap<String, Open>,
    texts: Arc<Texts>,
    index: BTreeMap<String, FileIndex>,
    /// Files that changed since they were indexed.
    stale: BTreeSet<String>,
    /// What the last analysis found.
    pub known: Option<Known>,
}

/// A file that is open in the editor.
pub struct Open {
    /// Its text there.
    pub text: String,
    /// How often it changed there.
    pub version: i32,
}

/// What an analysis found, and in what.
pub struct Known {
    /// The files that were analysed.
    pub sources: Arc<Sources>,
    /// Their faults.
    pub report: Report,
    /// The last world that could be read.
    pub world: Option<World>,
    /// The files from which it was read, which may be older.
    pub world_sources: Arc<Sources>,
}

/// A place in a file, with what may stand there.
pub struct Spot<'a> {
    /// The file, relative to the root.
    pub path: String,
    /// The document or theme to which the file belongs.
    pub home: String,
    /// Its text.
    pub text: &'a str,
    /// The place in bytes.
    pub offset: usize,
    /// What stands around it.
    pub cursor: Cursor,
    /// What may stand there.
    pub shape: &'a Shape,
}

impl Workspace {
    /// Content that was not read yet.
    pub fn new(root: Utf8PathBuf, sources: Option<Utf8PathBuf>) -> Self {
        Self {
            root,
            sources,
            shapes: Shapes::all(),
            on_disk: BTreeMap::new(),
            open: BTreeMap::new(),
            texts: Arc::default(),
            index: BTreeMap::new(),
            stale: BTreeSet::new(),
            known: None,
        }
    }

    /// Reads what is on disk.
    pub fn read(&mut self) -> Result<(), ReadError> {
        let inputs = disk::read(&self.root)?;
        self.texts = Arc::new(disk::texts(&self.root, self.sources.as_deref())?);
        let files = inputs.content.iter();
        let mut now = BTreeMap::new();
        for (id, file) in files {
            let before = self.on_disk.remove(file.path());
            let kept = before.filter(|before| before.contents() == file.contents());
            if kept.is_none() {
                self.stale.insert(file.path().to_owned());
            }
            let file = kept.unwrap_or_else(|| inputs.content.share(id));
            now.insert(file.path().to_owned(), file);
        }
        let gone = std::mem::replace(&mut self.on_disk, now);
        self.stale.extend(gone.into_keys());
        Ok(())
    }

    /// Takes over a file as the editor has it.
    pub fn open(&mut self, path: String, open: Open) {
        self.stale.insert(path.clone());
        self.open.insert(path, open);
    }

    /// Changes a stretch of an open file, or all of it.
    pub fn change(&mut self, path: &str, range: Option<Range>, words: &str, version: i32) {
        let Some(open) = self.open.get_mut(path) else {
            return;
        };
        open.version = version;
        match range {
            Some(range) => {
                let lines = Lines::new(&open.text);
                // Some editors name the end first.
                let ends = [range.start, range.end].map(|end| lines.offset(end));
                let bytes = ends[0].min(ends[1])..ends[0].max(ends[1]);
                open.text.replace_range(bytes, words);
            }
            None => words.clone_into(&mut open.text),
        }
        self.stale.insert(path.to_owned());
    }

    /// Lets go of a file: what is on disk counts again.
    pub fn close(&mut self, path: &str) {
        self.open.remove(path);
        self.stale.insert(path.to_owned());
    }

    /// How often an open file changed.
    pub fn version(&self, path: &str) -> Option<i32> {
        self.open.get(path).map(|open| open.version)
    }

    /// The text of a file as the editor has it.
    pub fn text(&self, path: &str) -> &str {
        match (self.open.get(path), self.on_disk.get(path)) {
            (Some(open), _) => &open.text,
            (None, Some(file)) => match file.contents() {
                Contents::Text(text) => text,
                _ => "",
            },
            _ => "",
        }
    }

    /// All files for an analysis.
    pub fn sources(&self) -> Sources {
        let disk = self.on_disk.iter();
        let disk = disk.filter(|(path, _)| !self.open.contains_key(*path));
        let disk = disk.map(|(_, file)| Arc::clone(file));
        let is_content = |path: &str| path.starts_with("content/");
        let open = self.open.iter().filter(|(path, _)| is_content(path));
        let open = open.map(|(path, open)| {
            let contents = Contents::Text(open.text.clone());
            Arc::new(SourceFile::new(path.clone(), contents))
        });
        Sources::shared(disk.chain(open).collect())
    }

    /// The private copies of source texts.
    pub fn texts(&self) -> Arc<Texts> {
        Arc::clone(&self.texts)
    }

    /// The file of an address, relative to the root.
    pub fn path(&self, uri: &Url) -> Option<String> {
        let path = Utf8PathBuf::from_path_buf(uri.to_file_path().ok()?).ok()?;
        let inside = path.strip_prefix(&self.root).ok()?;
        let parts: Vec<&str> = inside.components().map(|part| part.as_str()).collect();
        Some(parts.join("/"))
    }

    /// The address of a file.
    pub fn uri(&self, path: &str) -> Option<Url> {
        Url::from_file_path(self.root.join(path)).ok()
    }

    /// A stretch of a file, as the protocol names it.
    pub fn location(&self, path: &str, bytes: ops::Range<usize>) -> Option<Location> {
        let range = Lines::new(self.text(path)).range(bytes);
        Some(Location::new(self.uri(path)?, range))
    }

    /// The source text of a document: where it lies, and its words.
    pub fn source_text(&self, document: &str) -> Option<(Utf8PathBuf, &str)> {
        let published = format!("content/documents/{document}/text.md");
        if self.on_disk.contains_key(&published) || self.open.contains_key(&published) {
            return Some((self.root.join(&published), self.text(&published)));
        }
        let (format, text) = self.texts.get(document)?;
        let folder = self.sources.clone().unwrap_or_else(|| "sources".into());
        let name = match format {
            Format::Plain => format!("{document}.txt"),
            Format::Markdown => format!("{document}.md"),
        };
        let folder = self.root.join(folder);
        Some((Utf8Path::new(&folder).join(name), text))
    }

    /// What stands at a position, in a file that has a schema.
    pub fn spot(&self, at: &TextDocumentPositionParams) -> Option<Spot<'_>> {
        let path = self.path(&at.text_document.uri)?;
        self.spot_in(path, at.position)
    }

    fn spot_in(&self, path: String, position: Position) -> Option<Spot<'_>> {
        let (kind, home) = kind_of(&path)?;
        let home = home.to_owned();
        let text = self.text(&path);
        let offset = Lines::new(text).offset(position);
        let cursor = Cursor::new(text, offset);
        let shape = self.shapes.of(kind)?.at(&cursor.path)?;
        Some(Spot {
            path,
            home,
            text,
            offset,
            cursor,
            shape,
        })
    }

    /// Indexes what changed.
    pub fn refresh(&mut self) {
        let stale = std::mem::take(&mut self.stale);
        let is_there =
            |path: &String| self.open.contains_key(path) || self.on_disk.contains_key(path);
        let (changed, gone): (Vec<String>, Vec<String>) = stale.into_iter().partition(is_there);
        let index = |path: String| {
            let index = FileIndex::new(&path, self.text(&path), &self.shapes);
            (path, index)
        };
        // An analysis that runs behind keeps all other threads busy; who types does not wait for them.
        let read: Vec<_> = if changed.len() > FEW {
            changed.into_par_iter().map(index).collect()
        } else {
            changed.into_iter().map(index).collect()
        };
        self.index.extend(read);
        self.index.retain(|path, _| !gone.contains(path));
    }

    /// Every file with what it defines and names.
    pub fn files(&self) -> impl Iterator<Item = (&str, &FileIndex)> {
        self.index.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// What one file defines and names.
    pub fn file(&self, path: &str) -> Option<&FileIndex> {
        self.index.get(path)
    }

    /// Every record of a kind, with its file.
    pub fn definitions(&self, kind: Kind) -> impl Iterator<Item = (&str, &Definition)> {
        let all = self.files().flat_map(|(path, file)| {
            let own = file.definitions.iter();
            own.map(move |definition| (path, definition))
        });
        all.filter(move |(_, definition)| definition.symbol.kind == kind)
    }

    /// Where a record is written.
    pub fn definition(&self, symbol: &Symbol) -> Option<(&str, &Definition)> {
        let mut all = self.definitions(symbol.kind);
        all.find(|(_, definition)| definition.symbol == *symbol)
    }
}

impl Spot<'_> {
    /// The record that is named or defined here, with the bytes of its own id.
    pub fn symbol(&self) -> Option<(Symbol, ops::Range<usize>)> {
        let word = &self.cursor.word;
        let value = &self.text[word.clone()];
        let what = if self.cursor.takes_value && self.shape.names.is_some() {
            self.shape.names.as_deref()
        } else if self.cursor.takes_value && self.shape.defines.is_some() {
            self.shape.defines.as_deref().map(|what| match what {
                "question" => "own-question",
                other => other,
            })
        } else {
            let is_own = self.shape.keys.contains_key(value);
            self.shape.keys_name.as_deref().filter(|_| !is_own)
        };
        let found = named(what?, value, &self.home).into_iter();
        let mut found =
            found.map(|(symbol, part)| (symbol, word.start + part.start..word.start + part.end));
        found.find(|(_, bytes)| bytes.start <= self.offset && self.offset <= bytes.end)
    }
}
