use crate::source::{Contents, Inputs, SourceFile, Sources, StaticFile, Template};
use camino::{Utf8Path, Utf8PathBuf};
use include_dir::{Dir, DirEntry, include_dir};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use walkdir::WalkDir;

/// Templates and source texts above this size, in bytes, are not read.
pub(super) const TEXT_LIMIT: u64 = SourceFile::SIZE_LIMIT;

/// Static files above this size, in bytes, are not read.
const STATIC_LIMIT: u64 = 32 * 1024 * 1024;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATICS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The machine did not let a file be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A file or folder is there and cannot be read.
    #[error("cannot read `{path}`: {cause}")]
    Unreadable {
        /// Which.
        path: String,
        /// Why.
        cause: io::Error,
    },
    /// A path that is not Unicode could not be written into a page or a report.
    #[error("the name of `{0}` is not Unicode; rename it")]
    NotUnicode(String),
    /// A line break in a path could end a line of a report and begin one of a stranger's.
    #[error("the name of `{0}` has a character that controls a terminal; rename it")]
    Control(String),
    /// A folder that was named is not there.
    #[error("there is no folder `{0}`")]
    NoFolder(String),
    /// A link among files that are read unseen could lead out of the root, to anything that a publisher has.
    #[error("`{0}` is a symbolic link, which is not followed; put what it leads to in its place")]
    Link(String),
    /// A system that tells no letter case apart would hold one of them, and which one is chance.
    #[error("`static/{0}` and `static/{1}` differ in letter case alone; rename one of them")]
    Twins(String, String),
    /// What is read whole and held in memory is no larger than what people make.
    #[error(
        "`{path}` has {bytes} bytes, and at most {most} are read; make it smaller, or move it out of this folder"
    )]
    TooLarge {
        /// Which.
        path: String,
        /// How large it is.
        bytes: u64,
        /// How large such a file may be.
        most: u64,
    },
    /// A source text that is not text.
    #[error("the text `{0}` is not UTF-8; save it as UTF-8")]
    TextNotUtf8(String),
    /// A template that is not text.
    #[error("the template `{0}` is not UTF-8; save it as UTF-8")]
    TemplateNotUtf8(String),
}

/// Reads content, templates and static files below a root folder.
///
/// # Errors
///
/// Where a file is there and cannot be read. Faults of content are not errors here: they are noted in
/// the [`Contents`] of the file.
pub fn read(root: &Utf8Path) -> Result<Inputs, ReadError> {
    Ok(Inputs {
        content: Sources::new(content(root)?),
        templates: templates(root)?,
        statics: statics(root)?,
    })
}

/// The templates of a root: its own in place of the built-in ones.
pub(super) fn templates(root: &Utf8Path) -> Result<Vec<Template>, ReadError> {
    let built_in = built_in(&TEMPLATES);
    let mut templates = built_in.clone();
    templates.extend(files(root, "templates", TEXT_LIMIT)?);
    let templates = templates.into_iter();
    templates
        .map(|(name, bytes)| {
            let is_own = built_in.get(&name) != Some(&bytes);
            match String::from_utf8(bytes) {
                Ok(text) => Ok(Template { name, text, is_own }),
                Err(_) => Err(ReadError::TemplateNotUtf8(name)),
            }
        })
        .collect()
}

/// The static files of a root: its own in place of the built-in ones.
pub(super) fn statics(root: &Utf8Path) -> Result<Vec<StaticFile>, ReadError> {
    let mut statics = built_in(&STATICS);
    statics.extend(files(root, "static", STATIC_LIMIT)?);
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for path in statics.keys() {
        if let Some(twin) = names.insert(path.to_lowercase(), path) {
            return Err(ReadError::Twins(twin.to_owned(), path.clone()));
        }
    }
    let statics = statics.into_iter();
    Ok(statics
        .map(|(path, bytes)| StaticFile { path, bytes })
        .collect())
}

/// The file without which there is no site.
const SITE: &str = "content/site.yaml";

/// Every file below `content/`.
pub(super) fn content(root: &Utf8Path) -> Result<Vec<SourceFile>, ReadError> {
    let paths = walk(&root.join("content"))?;
    // By all threads: the allocator keeps what is freed for the thread that took it, and these need it again later.
    let files = paths.par_iter().map(|path| source_file(root, path));
    let files: Vec<_> = files.collect();
    let mut files: Vec<SourceFile> = files.into_iter().collect::<Result<_, _>>()?;
    if !files.iter().any(|file| file.path() == SITE) {
        files.push(no_site());
    }
    Ok(files)
}

/// The site's own file where there is none, so that a report can point to it.
pub(super) fn no_site() -> SourceFile {
    SourceFile::new(SITE.to_owned(), Contents::Missing)
}

/// One file below `content/`.
pub(super) fn source_file(root: &Utf8Path, path: &Utf8Path) -> Result<SourceFile, ReadError> {
    let relative = relative(root, path);
    let found = fs::symlink_metadata(path).map_err(unreadable(path))?;
    let size = found.len();
    Ok(if found.is_symlink() {
        SourceFile::new(relative, Contents::Link)
    } else if size > SourceFile::SIZE_LIMIT {
        SourceFile::new(relative, Contents::TooLarge(size))
    } else {
        SourceFile::from_bytes(relative, fs::read(path).map_err(unreadable(path))?)
    })
}

/// The files of one folder of the root, by path within it; none where there is no such folder.
fn files(root: &Utf8Path, folder: &str, most: u64) -> Result<BTreeMap<String, Vec<u8>>, ReadError> {
    let folder = root.join(folder);
    let mut files = BTreeMap::new();
    for path in walk(&folder)? {
        files.insert(relative(&folder, &path), regular(&path, most)?);
    }
    Ok(files)
}

/// The bytes of a file that is no link and has at most so many.
pub(super) fn regular(path: &Utf8Path, most: u64) -> Result<Vec<u8>, ReadError> {
    let found = fs::symlink_metadata(path).map_err(unreadable(path))?;
    if found.is_symlink() {
        return Err(ReadError::Link(path.to_string()));
    }
    if found.len() > most {
        return Err(ReadError::TooLarge {
            path: path.to_string(),
            bytes: found.len(),
            most,
        });
    }
    fs::read(path).map_err(unreadable(path))
}

fn built_in(folder: &Dir<'_>) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => files.extend(built_in(folder)),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.insert(path, file.contents().to_vec());
            }
        }
    }
    files
}

/// What is [`below`] a folder of a root, which is no link either: who proposes content could have it lead anywhere.
pub(super) fn walk(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, ReadError> {
    if folder.is_symlink() {
        return Err(ReadError::Link(folder.to_string()));
    }
    below(folder)
}

/// The regular files and symbolic links below a folder, by path; hidden files and backups of editors are passed over,
/// and links are not followed.
pub(super) fn below(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, ReadError> {
    let mut paths = Vec::new();
    if !folder.is_dir() {
        return Ok(paths);
    }
    let entries = WalkDir::new(folder).sort_by_file_name().min_depth(1);
    for entry in entries
        .into_iter()
        .filter_entry(|entry| !is_aside(&entry.file_name().to_string_lossy()))
    {
        let entry = entry.map_err(|error| ReadError::Unreadable {
            path: error
                .path()
                .unwrap_or(folder.as_std_path())
                .display()
                .to_string(),
            cause: error.into(),
        })?;
        if entry.file_type().is_file() || entry.file_type().is_symlink() {
            let path = Utf8PathBuf::from_path_buf(entry.into_path())
                .map_err(|path| ReadError::NotUnicode(path.display().to_string()))?;
            let inside = path.strip_prefix(folder).unwrap_or(&path);
            if inside.as_str().contains(char::is_control) {
                return Err(ReadError::Control(path.as_str().escape_debug().to_string()));
            }
            paths.push(path);
        }
    }
    Ok(paths)
}

/// Whether a file or folder of this name is passed over: hidden ones, and backups of editors.
pub fn is_aside(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~')
}

pub(super) fn relative(root: &Utf8Path, path: &Utf8Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<&str> = inside.components().map(|part| part.as_str()).collect();
    parts.join("/")
}

/// The built-in templates and messages, by name.
pub fn built_in_templates() -> BTreeMap<String, Vec<u8>> {
    built_in(&TEMPLATES)
}

/// The built-in static files, by path.
pub fn built_in_statics() -> BTreeMap<String, Vec<u8>> {
    built_in(&STATICS)
}

/// Whether something is at a path.
pub fn is_there(path: &Utf8Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a folder is not there, or has nothing in it but what git keeps.
///
/// # Errors
///
/// Where it cannot be read.
pub fn is_free(folder: &Utf8Path) -> Result<bool, ReadError> {
    if !is_there(folder) {
        return Ok(true);
    }
    let entries = fs::read_dir(folder).map_err(unreadable(folder))?;
    let others = entries.filter(|entry| {
        let is_git = entry
            .as_ref()
            .is_ok_and(|entry| entry.file_name() == ".git");
        !is_git
    });
    Ok(others.count() == 0)
}

/// Reads a text that somebody named.
///
/// # Errors
///
/// Where it is not there or is not UTF-8.
pub fn read_text(path: &Utf8Path) -> Result<String, ReadError> {
    let bytes = fs::read(path).map_err(unreadable(path))?;
    String::from_utf8(bytes).map_err(|_| ReadError::TextNotUtf8(path.to_string()))
}

pub(super) fn unreadable(path: &Utf8Path) -> impl FnOnce(io::Error) -> ReadError {
    let path = path.to_string();
    move |cause| ReadError::Unreadable { path, cause }
}
