//! A folder in which a tree is made ready, out of the readers' sight.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;
use tempfile::TempDir;

use super::PublishError;
use super::manifest::{self, Manifest};
use super::platform::{self, Lock};
use super::survey::Foreign;

/// Says that the folder is not finished: everything in it is Diptych's or has another name elsewhere.
pub(super) const MARKER: &str = ".diptych-unfinished";

/// What the name of a stage inside the output folder begins with.
pub(super) const INSIDE: &str = ".diptych-stage-";

/// What the name of a stage beside an output folder begins with.
pub(super) fn beside(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.diptych-")
}

/// A folder of our own, which vanishes with this value unless it is kept.
pub(super) struct Stage {
    folder: TempDir,
    lock: Lock,
}

impl Stage {
    /// Opens a stage in the folder's parent, so that the two can change places.
    pub(super) fn beside(folder: &Path) -> io::Result<Self> {
        Self::open(folder.parent().unwrap_or(folder), &beside(folder))
    }

    /// Opens a stage inside the folder, whose files can be renamed to their places even below a mount point.
    pub(super) fn inside(folder: &Path) -> io::Result<Self> {
        Self::open(folder, INSIDE)
    }

    fn open(parent: &Path, prefix: &str) -> io::Result<Self> {
        // The error would name the stage, which nobody asked for.
        let folder = tempfile::Builder::new()
            .prefix(prefix)
            .tempdir_in(parent)
            .map_err(|error| io::Error::from(error.kind()))?;
        let lock = platform::lock(folder.path());
        fs::File::create(folder.path().join(MARKER))?;
        Ok(Self { folder, lock })
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Whether it stands in the output folder itself.
    pub(super) fn is_inside(&self) -> bool {
        let name = self.path().file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(INSIDE)
    }

    /// Writes a file that is not there yet.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let mut file = self.create(path)?;
        file.write_all(bytes)
            .map_err(PublishError::machine("write", &self.path().join(path)))
    }

    /// Opens a file that is not there yet.
    pub(super) fn create(&self, path: &str) -> Result<fs::File, PublishError> {
        let path = self.path().join(path);
        let mut made = create(&path);
        if let (Err(cause), Some(parent)) = (&made, path.parent())
            && cause.kind() == io::ErrorKind::NotFound
        {
            made = fs::create_dir_all(parent).and_then(|()| create(&path));
        }
        made.map_err(PublishError::machine("write", &path))
    }

    /// Takes files over from another stage.
    pub(super) fn take_from(&self, other: &Self, files: &[String]) -> Result<(), PublishError> {
        self.create_folders(files)?;
        files.par_iter().try_for_each(|file| {
            let (from, to) = (other.path().join(file), self.path().join(file));
            // Below a mount point is another file system.
            fs::rename(&from, &to)
                .or_else(|_| fs::copy(&from, &to).map(drop))
                .map_err(PublishError::machine("write", &to))
        })
    }

    /// Gives files that `folder` holds a second name here, so that their bytes and times stay; in parallel.
    pub(super) fn link(&self, files: &[String], folder: &Path) -> Result<(), PublishError> {
        self.create_folders(files)?;
        files.par_iter().try_for_each(|file| {
            let (from, to) = (folder.join(file), self.path().join(file));
            // Not every file system knows hard links; there a file of the same bytes and the same time stands in.
            fs::hard_link(&from, &to)
                .or_else(|_| {
                    fs::copy(&from, &to)?;
                    fs::File::options()
                        .write(true)
                        .open(&to)?
                        .set_modified(from.metadata()?.modified()?)
                })
                .map_err(PublishError::machine("write", &to))
        })
    }

    /// Gives what others put in `folder` a second name here; says whether all of it could be done without loss.
    pub(super) fn adopt(&self, foreign: &[Foreign], folder: &Path) -> io::Result<bool> {
        for one in foreign {
            let (from, to) = (folder.join(&one.path), self.path().join(&one.path));
            if one.is_folder {
                fs::create_dir_all(&to)?;
                if !take_over(&from, &to)? {
                    return Ok(false);
                }
            } else {
                to.parent().map_or(Ok(()), fs::create_dir_all)?;
                // A copy would be another file than the one that somebody may be writing to.
                if fs::hard_link(&from, &to).is_err() {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Finishes the tree: the manifest is written and the marker taken off.
    pub(super) fn seal(&self, manifest: &Manifest) -> Result<(), PublishError> {
        let path = self.path().join(manifest::NAME);
        create(&path)
            .and_then(|mut file| file.write_all(manifest.text().as_bytes()))
            .map_err(PublishError::machine("write", &path))?;
        let marker = self.path().join(MARKER);
        fs::remove_file(&marker).map_err(PublishError::machine("remove", &marker))
    }

    /// Lets the folder outlive this value, and hands out its lock.
    pub(super) fn keep(self) -> Lock {
        let _ = self.folder.keep();
        self.lock
    }

    fn create_folders(&self, files: &[String]) -> Result<(), PublishError> {
        for parent in parents(files) {
            let path = self.path().join(parent);
            fs::create_dir_all(&path).map_err(PublishError::machine("create", &path))?;
        }
        Ok(())
    }
}

/// The folders that hold these files, each once.
pub(super) fn parents(files: &[String]) -> BTreeSet<&str> {
    files
        .iter()
        .filter_map(|file| file.rsplit_once('/'))
        .map(|(parent, _)| parent)
        .collect()
}

/// Gives a new folder the permissions of an old one; says whether it can stand in for it.
pub(super) fn take_over(old: &Path, new: &Path) -> io::Result<bool> {
    let (old, made) = (old.metadata()?, new.metadata()?);
    let permissions = old.permissions();
    if permissions.readonly() || !platform::can_stand_in(&old, &made) {
        return Ok(false);
    }
    fs::set_permissions(new, permissions)?;
    Ok(true)
}

/// Opens a file that must not be there yet.
fn create(path: &Path) -> io::Result<fs::File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}
