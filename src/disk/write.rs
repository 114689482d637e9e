use super::publish::platform::{self, Lock};
use camino::{Utf8Path, Utf8PathBuf};
use std::io::Write as _;
use std::{fs, io};
use tempfile::NamedTempFile;

/// The machine did not let a file be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write `{path}`: {cause}")]
pub struct WriteError {
    path: Utf8PathBuf,
    cause: io::Error,
}

impl WriteError {
    pub(super) fn at(path: &Utf8Path) -> impl Fn(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self {
            path: path.clone(),
            cause,
        }
    }
}

/// Writes a file in one step, so that a reader sees the old bytes or the new ones; says whether
/// anything changed. A pipe or a device stays what it is and takes the bytes.
///
/// # Errors
///
/// Where the folder does not let a file be written; the old file is then as it was.
pub fn write(path: &Utf8Path, bytes: &[u8]) -> Result<bool, WriteError> {
    if fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir()) {
        let pass = || {
            fs::OpenOptions::new()
                .write(true)
                .open(path)?
                .write_all(bytes)
        };
        return pass().map(|()| true).map_err(WriteError::at(path));
    }
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    let replace = || -> io::Result<()> {
        let (file, _lock) = stage(path, bytes)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    replace().map(|()| true).map_err(WriteError::at(path))
}

/// Writes a file that is not there yet, with the folders above it.
///
/// # Errors
///
/// Where something has that name already, or the machine does not let it be written.
pub fn create(path: &Utf8Path, bytes: &[u8]) -> Result<(), WriteError> {
    make_folder(path.parent().unwrap_or(Utf8Path::new(".")))?;
    let place = || -> io::Result<()> {
        let (file, _lock) = stage(path, bytes)?;
        file.persist_noclobber(path).map_err(|error| error.error)?;
        Ok(())
    };
    place().map_err(WriteError::at(path))
}

/// Writes bytes beside the place where they will stand, so that they outlast a loss of power there, and clears away what
/// a program that was killed left beside it.
fn stage(path: &Utf8Path, bytes: &[u8]) -> io::Result<(NamedTempFile, Lock)> {
    let folder = match path.parent() {
        Some(folder) if folder != "" => folder,
        _ => Utf8Path::new("."),
    };
    let prefix = format!(".{}.diptych-", path.file_name().unwrap_or_default());
    for entry in folder.read_dir_utf8()?.flatten() {
        let is_stage = entry.file_name().starts_with(&prefix)
            && entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_stage
            && matches!(
                platform::lock(entry.path().as_std_path()),
                Lock::Held { .. }
            )
        {
            // What stays for now is cleared away the next time.
            let _ = fs::remove_file(entry.path());
        }
    }
    // The error would name a file that nobody asked for.
    let file = tempfile::Builder::new().prefix(&prefix).tempfile_in(folder);
    let mut file = file.map_err(|error| io::Error::from(error.kind()))?;
    let lock = platform::lock(file.path());
    file.as_file_mut().write_all(bytes)?;
    keep_permissions(path, file.as_file())?;
    file.as_file().sync_all()?;
    Ok((file, lock))
}

/// Makes a folder and those above it, where they are not there yet.
///
/// # Errors
///
/// Where the machine does not let it be made.
pub fn make_folder(path: &Utf8Path) -> Result<(), WriteError> {
    fs::create_dir_all(path).map_err(WriteError::at(path))
}

/// A temporary file belongs to its owner alone; a file of the repository keeps who may read it, and a
/// new one is for all to read.
#[cfg(unix)]
pub(super) fn keep_permissions(path: &Utf8Path, file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let permissions = match fs::metadata(path) {
        Ok(old) => old.permissions(),
        Err(_) => fs::Permissions::from_mode(0o644),
    };
    file.set_permissions(permissions)
}

#[cfg(not(unix))]
pub(super) fn keep_permissions(_path: &Utf8Path, _file: &fs::File) -> io::Result<()> {
    Ok(())
}
