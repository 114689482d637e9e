use super::read::unreadable;
use super::rewrite::{MARK, RewriteError};
use super::write::{WriteError, stage};
use camino::{Utf8Path, Utf8PathBuf};
use std::{fs, io};
use tempfile::NamedTempFile;

/// New texts for files and new names for files and folders, which belong together.
#[derive(Debug, Default)]
pub struct Amendment {
    /// Files that were read, each with the text that was read and the one that takes its place.
    pub texts: Vec<(Utf8PathBuf, String, String)>,
    /// Files and folders with their new names; done after the texts.
    pub moves: Vec<(Utf8PathBuf, Utf8PathBuf)>,
}

/// Makes every change or none: where one fails, those before it are taken back. A byte order mark stays.
///
/// # Errors
///
/// Where a file is not any more what was read, a name is taken, or the machine does not let one be written.
pub fn amend(amendment: &Amendment) -> Result<(), RewriteError> {
    let mut staged: Vec<(&Utf8Path, Vec<u8>, NamedTempFile)> = Vec::new();
    for (path, old, new) in &amendment.texts {
        let there = fs::read(path).map_err(unreadable(path))?;
        let mark = if there.starts_with(MARK) { MARK } else { &[] };
        if &there[mark.len()..] != old.as_bytes() {
            return Err(RewriteError::Changed(path.to_string()));
        }
        let bytes = [mark, new.as_bytes()].concat();
        let file = stage(path, &bytes).map_err(WriteError::at(path))?;
        staged.push((path, there, file));
    }
    for (_, new) in &amendment.moves {
        if new.symlink_metadata().is_ok() {
            return Err(WriteError::at(new)(io::ErrorKind::AlreadyExists.into()).into());
        }
    }
    let mut written: Vec<(&Utf8Path, Vec<u8>)> = Vec::new();
    let mut moved: Vec<&(Utf8PathBuf, Utf8PathBuf)> = Vec::new();
    let make = || -> Result<(), WriteError> {
        for (path, old, file) in staged {
            let persisted = file.persist(path).map_err(|error| error.error);
            persisted.map_err(WriteError::at(path))?;
            written.push((path, old));
        }
        for pair in &amendment.moves {
            fs::rename(&pair.0, &pair.1).map_err(WriteError::at(&pair.1))?;
            moved.push(pair);
        }
        Ok(())
    };
    let Err(failure) = make() else {
        return Ok(());
    };
    // What cannot be taken back either is in the error that made it necessary.
    for (old, new) in moved.into_iter().rev() {
        let _ = fs::rename(new, old);
    }
    for (path, old) in written {
        let _ = fs::write(path, old);
    }
    Err(failure.into())
}
