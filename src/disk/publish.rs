//! Publishing: a finished site becomes the output folder, and its readers never see half of it.
//!
//! Each file is compared with the old one as soon as it is made. Where nothing differs, nothing is written. Otherwise
//! the new tree is staged beside the old one, a file at a time, and the two change places in one step; what cannot be
//! done that way is done file by file. A manifest in the folder names the files that Diptych wrote; only those are ever
//! replaced or deleted, and what somebody else put there stays.
//!
//! Nothing is synced to the platter. Syncing each file costs more than the whole build, and after a loss of power the
//! next build compares bytes, not times, so it mends whatever was lost.

mod arrival;
mod digest;
mod error;
mod exchange;
mod manifest;
pub(super) mod platform;
mod publication;
mod replace;
mod stage;
mod survey;

use std::io;
use std::path::{Path, PathBuf};

use camino::{Utf8Component, Utf8Path};
use rayon::prelude::*;

use manifest::Manifest;

pub use digest::Digest;
pub use error::PublishError;
pub use publication::Publication;

/// How a new tree takes the place of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strategy {
    /// Both trees change places in one step, so a reader sees the old site or the new one and nothing between.
    ///
    /// The folder is then another one under the same name. Where that cannot be or would do harm (the platform or the
    /// file system cannot exchange folders, the output folder is a mount point, belongs to another user or is the
    /// current one, its parent is not writable), publishing goes on file by file.
    #[default]
    Exchange,
    /// Every file is replaced in one step, assets first and pages last, and removed files go at the very end.
    ///
    /// The folder stays the same one, which matters to a bind mount or a watcher. Whatever may fill the disk is done
    /// before the first file is replaced; an interruption after that leaves some pages new and others old, and the
    /// next publish completes them.
    FileByFile,
}

/// How many files a publish wrote, left alone and removed; the manifest does not count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// Files that are new or whose bytes changed.
    pub written: usize,
    /// Files whose bytes, and so whose times, stayed.
    pub unchanged: usize,
    /// Files of the former site that the new one does not have.
    pub removed: usize,
    /// Folders beside the output folder, or in it, that look like old sites of publishes that were killed and hold what
    /// Diptych did not write. It stays there: nobody can tell whether a publish or a stranger left it.
    pub remains: Vec<PathBuf>,
}

/// Makes `out` hold exactly these files, beside what others put there.
///
/// # Errors
/// See [`PublishError`]. After every error but [`PublishError::Leftover`] the old site is as it was, unless it could
/// not be exchanged: then [`Strategy::FileByFile`] says what an error leaves behind.
pub fn publish<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    out: &Utf8Path,
) -> Result<Published, PublishError> {
    publish_by(Strategy::default(), files, out)
}

/// Does what [`publish`] does, in the way that the caller chose.
///
/// # Errors
/// Those of [`publish`].
pub fn publish_by<'a>(
    strategy: Strategy,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    out: &Utf8Path,
) -> Result<Published, PublishError> {
    let publication = Publication::begin(strategy, out)?;
    let files: Vec<(&str, &[u8])> = files.into_iter().collect();
    // Before the first of them is written anywhere.
    files
        .iter()
        .try_for_each(|(path, _)| publication.judge(path))?;
    Manifest::of(files.iter().map(|(path, _)| (*path).to_owned()).collect())?;
    files
        .into_par_iter()
        .for_each(|(path, bytes)| publication.add(path, bytes));
    publication.finish()
}

/// Refuses paths that lead out of the folder or would not survive the manifest.
fn is_publishable(path: &str) -> bool {
    !path.starts_with(".diptych-")
        && !path.contains(|c: char| c.is_control() || c == '\\')
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Makes the path absolute, without `.` and `..`, and leaves a link at its end alone.
fn resolve(out: &Utf8Path) -> Result<PathBuf, PublishError> {
    let mut path =
        std::env::current_dir().map_err(PublishError::machine("find", Path::new(".")))?;
    for component in out.components() {
        match component {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                // The parent of a link's target, where there is one: that is what the shell's user means.
                path = path.canonicalize().unwrap_or(path);
                path.pop();
            }
            other => path.push(other.as_str()),
        }
    }
    match path.file_name() {
        Some(_) => Ok(path),
        None => Err(PublishError::Root {
            out: out.to_owned(),
        }),
    }
}

/// Whether there is a folder already; anything else at its place is refused.
fn stands(folder: &Path, out: &Utf8Path) -> Result<bool, PublishError> {
    let out = || out.to_owned();
    match folder.symlink_metadata() {
        Ok(found) if found.is_dir() => Ok(true),
        Ok(found) if found.is_symlink() => Err(PublishError::Link { out: out() }),
        Ok(_) => Err(PublishError::NotAFolder { out: out() }),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(cause) => Err(PublishError::machine("read", folder)(cause)),
    }
}
