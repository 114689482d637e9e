use super::read::unreadable;
use super::{ReadError, WriteError, write};
use crate::source::SourceFile;
use camino::Utf8Path;
use std::fs;

pub(super) const MARK: &[u8] = "\u{feff}".as_bytes();

/// Why a file was not rewritten.
#[derive(Debug, thiserror::Error)]
pub enum RewriteError {
    /// It cannot be read any more.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// Somebody else wrote it since it was read.
    #[error("`{0}` has changed since it was read; run the command again")]
    Changed(String),
}

/// Gives a file that was read a new text, in one step; a byte order mark before it stays.
///
/// # Errors
///
/// Where the file is not any more what was read, or the machine does not let it be written.
pub fn rewrite(root: &Utf8Path, file: &SourceFile, text: &str) -> Result<(), RewriteError> {
    let path = root.join(file.path());
    let old = fs::read(&path).map_err(unreadable(&path))?;
    let mark = if old.starts_with(MARK) { MARK } else { &[] };
    if &old[mark.len()..] != file.text().as_bytes() {
        return Err(RewriteError::Changed(path.to_string()));
    }
    write(&path, &[mark, text.as_bytes()].concat())?;
    Ok(())
}
