use super::journal::{Journal, home_of, is_busy, lock};
use super::publish::platform::Lock;
use super::read::{ReadError, unreadable};
use super::write::{WriteError, make_folder};
use camino::{Utf8Path, Utf8PathBuf};
use std::{fs, io};

const MARK: &[u8] = "\u{feff}".as_bytes();

/// New texts for files and new names for files and folders, which belong together.
#[derive(Debug, Default)]
pub struct Amendment {
    /// The files that somebody wrote.
    pub texts: Vec<NewText>,
    /// The files that only the program writes, with their texts: these take the place of whatever stands there.
    pub made: Vec<(Utf8PathBuf, String)>,
    /// Files and folders with their new names; done after the texts.
    pub moves: Vec<(Utf8PathBuf, Utf8PathBuf)>,
}

/// A new text for a file.
#[derive(Debug)]
pub struct NewText {
    /// The file.
    pub path: Utf8PathBuf,
    /// The text that was read; nothing where there has to be no such file yet.
    pub old: Option<String>,
    /// The text that takes its place.
    pub new: String,
}

/// Why files were not amended.
#[derive(Debug, thiserror::Error)]
pub enum AmendError {
    /// One cannot be read any more.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// One cannot be written.
    #[error("{0}; nothing was changed")]
    Write(#[from] WriteError),
    /// One cannot be written, and then another not be taken back.
    #[error("{cause}, and {undone}; run the command again when both can be written")]
    Halfway {
        /// Why it began.
        cause: WriteError,
        /// Why it was not taken back.
        undone: WriteError,
    },
    /// Somebody else wrote it since it was read.
    #[error("`{0}` has changed since it was read; run the command again")]
    Changed(String),
    /// Another command writes.
    #[error(
        "another diptych is writing to `{0}`; wait until it has finished, then run the command again"
    )]
    Busy(String),
}

/// Makes every change below a root or none: where one fails, those before it are taken back, and where the program is
/// killed, [`take_up`](super::take_up) takes them back. A byte order mark stays.
///
/// # Errors
///
/// Where a file is not any more what was read, a name is taken, or the machine does not let one be written.
pub fn amend(root: &Utf8Path, amendment: &Amendment) -> Result<(), AmendError> {
    let Amendment { texts, made, moves } = amendment;
    if texts.is_empty() && made.is_empty() && moves.is_empty() {
        return Ok(());
    }
    make_folder(root)?;
    let home = home_of(root);
    // The lock is held to the end of this function.
    let lock = lock(&home);
    if matches!(lock, Lock::Taken) || (matches!(lock, Lock::Unknown) && is_busy(&home)) {
        return Err(AmendError::Busy(home.to_string()));
    }
    let mut journal = Journal::begin(&home)?;
    for NewText { path, old, new } in texts {
        let there = match old {
            Some(old) => Some(still(path, old)?),
            None if path.symlink_metadata().is_ok() => return Err(taken(path).into()),
            None => None,
        };
        let has_mark = there.as_ref().is_some_and(|there| there.starts_with(MARK));
        let mark = if has_mark { MARK } else { &[] };
        journal.note_text(path, there.as_deref(), &[mark, new.as_bytes()].concat())?;
    }
    for (path, new) in made {
        let there = match fs::read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            there => Some(there.map_err(unreadable(path))?),
        };
        journal.note_text(path, there.as_deref(), new.as_bytes())?;
    }
    for (old, new) in moves {
        if new.symlink_metadata().is_ok() {
            return Err(taken(new).into());
        }
        journal.note_move(old, new);
    }
    let open = journal.write()?;
    match open.make().and_then(|()| open.close()) {
        Ok(()) => Ok(()),
        Err(cause) => match open.take_back() {
            Ok(_) => Err(cause.into()),
            Err(undone) => Err(AmendError::Halfway { cause, undone }),
        },
    }
}

/// The bytes of a file, if it is still what was read.
fn still(path: &Utf8Path, old: &str) -> Result<Vec<u8>, AmendError> {
    let there = fs::read(path).map_err(unreadable(path))?;
    if there.strip_prefix(MARK).unwrap_or(&there) == old.as_bytes() {
        Ok(there)
    } else {
        Err(AmendError::Changed(path.to_string()))
    }
}

fn taken(path: &Utf8Path) -> WriteError {
    WriteError::at(path)(io::ErrorKind::AlreadyExists.into())
}
