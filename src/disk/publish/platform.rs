//! What only the operating system can do: exchange two folders, lock or mark one, tell whether two names mean one file.
//!
//! A platform that is not named here publishes file by file and never clears away after a publish that was killed.
#![cfg_attr(
    not(any(target_os = "linux", target_os = "macos")),
    allow(dead_code, reason = "nothing is ever locked there")
)]

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

#[cfg(any(target_os = "linux", target_os = "macos"))]
use rustix::{
    fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with},
    io::Errno,
};

/// What became of the wish to work on a folder alone.
pub(in crate::disk) enum Lock {
    /// Nobody else works on it as long as this lives; the system lets go when the process ends, however it ends.
    Held { _hold: Hold },
    /// Somebody else works on it.
    Taken,
    /// The file system knows no locks, or does not let us.
    Unknown,
}

/// The open folder, which carries the lock.
pub(in crate::disk) struct Hold(File);

/// Locks a folder without waiting, so that no two publishes work on one and the killed can be told from the living.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(in crate::disk) fn lock(folder: &Path) -> Lock {
    let Ok(open) = File::open(folder) else {
        return Lock::Unknown;
    };
    match flock(&open, FlockOperation::NonBlockingLockExclusive) {
        // Between opening and locking, another publish may have put another folder at this path.
        Ok(()) => match (open.metadata(), folder.symlink_metadata()) {
            (Ok(locked), Ok(named)) if is_same(&locked, &named) => Lock::Held { _hold: Hold(open) },
            _ => Lock::Taken,
        },
        Err(Errno::WOULDBLOCK) => Lock::Taken,
        Err(_) => Lock::Unknown,
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Closing is not enough: a child that another thread is just starting has the folder open too.
        #[cfg(any(target_os = "linux", target_os = "macos"))]
        let _ = flock(&self.0, FlockOperation::Unlock);
    }
}

/// Puts each of two folders in the other's place in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// The bit of a folder that no archive of files and no checkout of a repository can bring along.
#[cfg(unix)]
const STICKY: u32 = 0o1000;

/// Marks a folder as one that was made here, for its owner alone.
#[cfg(unix)]
pub(in crate::disk) fn mark(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700 | STICKY))
}

/// Whether this user marked a folder here.
#[cfg(unix)]
pub(in crate::disk) fn is_marked(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let own = rustix::process::geteuid().as_raw();
    folder
        .symlink_metadata()
        .is_ok_and(|found| found.mode() & STICKY != 0 && found.uid() == own)
}

/// Whether two names mean one file.
#[cfg(unix)]
pub(super) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Whether a folder that we made may stand in for one that was there: same owners, and no mount point.
#[cfg(unix)]
pub(super) fn can_stand_in(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    (one.dev(), one.uid(), one.gid()) == (other.dev(), other.uid(), other.gid())
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(in crate::disk) fn lock(_: &Path) -> Lock {
    Lock::Unknown
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(not(unix))]
pub(in crate::disk) fn mark(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(in crate::disk) fn is_marked(_: &Path) -> bool {
    false
}

#[cfg(not(unix))]
pub(super) fn is_same(_: &Metadata, _: &Metadata) -> bool {
    false
}

#[cfg(not(unix))]
pub(super) fn can_stand_in(_: &Metadata, _: &Metadata) -> bool {
    false
}
