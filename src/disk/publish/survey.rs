//! What publishing will have to do, found out before anything is touched.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use camino::Utf8Path;
use walkdir::WalkDir;

use super::manifest::{self, Manifest};
use super::{PublishError, Published};

/// An output folder as it stands.
pub(super) struct Standing {
    /// What the former site wrote.
    former: Manifest,
    /// What of it is still there, sorted.
    old: Vec<String>,
    /// Folders of the former site, the innermost first.
    folders: Vec<String>,
    /// What Diptych did not write, folders before what they hold.
    foreign: Vec<Foreign>,
}

/// The new site held against the folder as it stands.
pub(super) struct Survey<'a> {
    /// Files that are new or whose bytes changed, sorted.
    pub(super) fresh: Vec<String>,
    /// Files that the folder holds already, byte for byte, sorted.
    pub(super) same: Vec<String>,
    /// Files of the former site that the new one does not have, sorted.
    pub(super) gone: Vec<&'a String>,
    /// Folders of the former site in which the new one has nothing, the innermost first; what is foreign may be there.
    pub(super) spare: Vec<&'a String>,
    /// What Diptych did not write, folders before what they hold.
    pub(super) foreign: &'a [Foreign],
    /// What the former site wrote.
    pub(super) former: &'a Manifest,
    /// What the new site writes.
    pub(super) manifest: Manifest,
}

/// Something in the output folder that Diptych did not write.
pub(super) struct Foreign {
    /// Relative to the output folder; its name need not be UTF-8.
    pub(super) path: PathBuf,
    pub(super) is_folder: bool,
}

impl Standing {
    /// Walks through a folder, which has to be empty or ours.
    pub(super) fn new(folder: &Path, out: &Utf8Path) -> Result<Self, PublishError> {
        let former = Manifest::read(folder)?;
        let is_ours = former.is_some();
        let former = former.unwrap_or_default();
        let (mut old, mut folders, mut foreign) = (Vec::new(), Vec::new(), Vec::new());
        for entry in walk(folder) {
            let (relative, kind) = entry?;
            if !is_ours {
                return Err(PublishError::NotOurs {
                    out: out.to_owned(),
                });
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
        old.sort_unstable();
        folders.sort_unstable_by(|one, other| other.cmp(one));
        Ok(Self {
            former,
            old,
            folders,
            foreign,
        })
    }

    /// The files of the former site, where none of them is missing.
    pub(super) fn whole(&self) -> Option<&[String]> {
        (self.former.count() == self.old.len()).then_some(&self.old)
    }

    /// Refuses a file that would take the place of what others put there, or need a folder where they put a file.
    pub(super) fn refuse_in_the_way(&self, path: &str, folder: &Path) -> Result<(), PublishError> {
        let mut foreign = self.foreign.iter();
        match foreign.find(|one| one.is_in_the_way_of(path)) {
            None => Ok(()),
            Some(one) => Err(PublishError::InTheWay {
                path: folder.join(&one.path),
            }),
        }
    }

    /// Whether a file of ours stands there.
    pub(super) fn has(&self, path: &str) -> bool {
        let known = self.old.binary_search_by(|known| known.as_str().cmp(path));
        known.is_ok()
    }
}

impl<'a> Survey<'a> {
    /// Holds the new site against what stands.
    pub(super) fn new(
        standing: &'a Standing,
        mut fresh: Vec<String>,
        mut same: Vec<String>,
        manifest: Manifest,
    ) -> Self {
        fresh.sort_unstable();
        same.sort_unstable();
        let old = standing.old.iter();
        let folders = standing.folders.iter();
        Self {
            fresh,
            same,
            gone: old.filter(|path| !manifest.contains(path)).collect(),
            spare: folders.filter(|path| !manifest.has_below(path)).collect(),
            foreign: &standing.foreign,
            former: &standing.former,
            manifest,
        }
    }

    /// Whether the folder is what it should be; a file too many would be named by the former manifest alone.
    pub(super) fn is_settled(&self) -> bool {
        self.fresh.is_empty() && *self.former == self.manifest
    }

    pub(super) fn count(&self) -> Published {
        Published {
            written: self.fresh.len(),
            unchanged: self.same.len(),
            removed: self.gone.len(),
            ..Published::default()
        }
    }
}

impl Foreign {
    fn is_in_the_way_of(&self, file: &str) -> bool {
        let (own, file) = (self.path.as_path(), Path::new(file));
        own.starts_with(file) || (!self.is_folder && file.starts_with(own))
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
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = File::open(path) else {
        return false;
    };
    if !file
        .metadata()
        .is_ok_and(|found| found.len() == bytes.len() as u64)
    {
        return false;
    }
    holds_next(&mut file, bytes)
}

/// Whether these bytes come next in a file.
pub(super) fn holds_next(file: &mut File, mut bytes: &[u8]) -> bool {
    let mut part = [0; 16 * 1024];
    while !bytes.is_empty() {
        let most = part.len().min(bytes.len());
        match file.read(&mut part[..most]) {
            Ok(read) if read > 0 && bytes.starts_with(&part[..read]) => bytes = &bytes[read..],
            _ => return false,
        }
    }
    true
}
