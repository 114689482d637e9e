//! What publishing will have to do, found out before anything is touched.

use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::manifest::{self, Manifest};
use super::{File, PublishError, Published};

/// The new site held against the folder as it stands; nothing of the new site is in the way of a foreign file.
pub(super) struct Survey<'a> {
    /// Files that are new or whose bytes changed, sorted.
    pub(super) fresh: Vec<File<'a>>,
    /// Files that the folder holds already, byte for byte, sorted.
    pub(super) same: Vec<File<'a>>,
    /// Files of the former site that the new one does not have, sorted.
    pub(super) gone: Vec<String>,
    /// Folders of the former site in which the new one has nothing, the innermost first; what is foreign may be there.
    pub(super) spare: Vec<String>,
    /// What Diptych did not write, folders before what they hold.
    pub(super) foreign: Vec<Foreign>,
    /// What the former site wrote.
    pub(super) former: Manifest,
    /// What the new site writes.
    pub(super) manifest: Manifest,
}

/// Something in the output folder that Diptych did not write.
pub(super) struct Foreign {
    /// Relative to the output folder; its name need not be UTF-8.
    pub(super) path: PathBuf,
    pub(super) is_folder: bool,
}

impl<'a> Survey<'a> {
    /// Walks and compares; `None` where the folder is neither empty nor ours.
    pub(super) fn new(files: &[File<'a>], folder: &Path) -> Result<Option<Self>, PublishError> {
        let former = Manifest::read(folder)?;
        let is_ours = former.is_some();
        let former = former.unwrap_or_default();
        let manifest = Manifest::of(files);
        let (mut old, mut folders, mut foreign) = (Vec::new(), Vec::new(), Vec::new());
        for entry in walk(folder) {
            let (relative, kind) = entry?;
            if !is_ours {
                return Ok(None);
            }
            match slashed(&relative) {
                Some(path) if kind.is_file() && path == manifest::NAME => {}
                Some(path) if kind.is_file() && former.contains(&path) => old.push(path),
                Some(path) if kind.is_dir() && former.has_below(&path) => folders.push(path),
                _ => foreign.push(Foreign {
                    path: relative,
                    is_folder: kind.is_dir(),
                }),
            }
        }
        if let Some(one) = foreign.iter().find(|one| one.is_in_the_way_of(&manifest)) {
            return Err(PublishError::InTheWay {
                path: folder.join(&one.path),
            });
        }
        old.sort_unstable();
        let is_same: Vec<bool> = files
            .par_iter()
            .map(|file| {
                old.binary_search_by(|known| known.as_str().cmp(file.path))
                    .is_ok()
                    && holds(&folder.join(file.path), file.bytes)
            })
            .collect();
        let chosen = |wanted: bool| {
            files
                .iter()
                .zip(&is_same)
                .filter(move |(_, is_same)| **is_same == wanted)
                .map(|(file, _)| *file)
                .collect()
        };
        old.retain(|path| !manifest.contains(path));
        folders.retain(|path| !manifest.has_below(path));
        folders.sort_unstable_by(|one, other| other.cmp(one));
        Ok(Some(Self {
            fresh: chosen(false),
            same: chosen(true),
            gone: old,
            spare: folders,
            foreign,
            former,
            manifest,
        }))
    }

    /// Whether the folder is what it should be; a file too many would be named by the former manifest alone.
    pub(super) fn is_settled(&self) -> bool {
        self.fresh.is_empty() && self.former == self.manifest
    }

    pub(super) fn count(&self) -> Published {
        Published {
            written: self.fresh.len(),
            unchanged: self.same.len(),
            removed: self.gone.len(),
        }
    }
}

impl Foreign {
    fn is_in_the_way_of(&self, site: &Manifest) -> bool {
        let path = self.path.to_string_lossy();
        site.contains(&path) || site.has_above(&path) || (!self.is_folder && site.has_below(&path))
    }
}

/// Everything below a folder, relative to it, folders before what they hold; links are named and not followed.
pub(super) fn walk(
    folder: &Path,
) -> impl Iterator<Item = Result<(PathBuf, std::fs::FileType), PublishError>> + use<'_> {
    WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .map(move |entry| {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_owned();
                PublishError::machine("read", &path)(error.into())
            })?;
            let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            Ok((relative.to_owned(), entry.file_type()))
        })
}

/// A relative path as manifests write it; `None` where it is not UTF-8 and so cannot be one of ours.
pub(super) fn slashed(relative: &Path) -> Option<String> {
    let path = relative.to_str()?;
    Some(if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    })
}

/// Whether a file holds exactly these bytes; one that cannot be read does not.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = std::fs::File::open(path) else {
        return false;
    };
    if !file
        .metadata()
        .is_ok_and(|found| found.len() == bytes.len() as u64)
    {
        return false;
    }
    let mut part = [0; 16 * 1024];
    let mut rest = bytes;
    while !rest.is_empty() {
        match file.read(&mut part) {
            Ok(read) if read > 0 && rest.starts_with(&part[..read]) => rest = &rest[read..],
            _ => return false,
        }
    }
    true
}
