//! How a change of several files is all made or not at all, also where the program is killed in between.
//!
//! A folder beside the files holds each new text, each old one, and a plan. As long as the plan stands, what was done is
//! taken back by whoever comes next; it goes when all is done. A folder without a plan changed nothing yet.
//!
//! A plan can name any file, and a folder like this one may come with the content of a stranger. So only one that carries
//! a mark that no repository can hold is taken back.

use super::publish::platform::{self, Lock};
use super::write::{WriteError, keep_permissions, make_folder};
use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use tempfile::TempDir;

const PREFIX: &str = ".diptych-change-";
const PLAN: &str = "plan.json";

/// What the maker of a journal keeps locked as long as it lives. Where a system cannot lock a folder, it can lock a file.
const MAKER: &str = "maker";

/// A change that is made ready, and of which nothing is seen yet.
#[derive(Debug)]
pub(super) struct Journal {
    folder: TempDir,
    path: Utf8PathBuf,
    home: Utf8PathBuf,
    maker: File,
    plan: Plan,
}

/// A change that is made, or was begun by a program that was killed.
#[derive(Debug)]
pub(super) struct Open {
    path: Utf8PathBuf,
    home: Utf8PathBuf,
    /// Carries a lock, if there are any.
    _maker: Option<File>,
    plan: Plan,
}

/// What is changed, with paths from the folder that the journal lies in.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Plan {
    texts: Vec<Text>,
    moves: Vec<(String, String)>,
    /// Folders that are made for new files, the outermost first.
    folders: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Text {
    path: String,
    /// SHA-256 of the text that was there; nothing where there was no such file.
    old: Option<String>,
    /// SHA-256 of the new text, by which it is told from what somebody wrote since.
    new: String,
}

/// What became of a file when a change was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenBack {
    /// It is again what it was.
    Restored(Utf8PathBuf),
    /// Somebody wrote it since, so it stays as it is.
    Kept(Utf8PathBuf),
    /// A folder with a plan that this user did not make on this machine, so nothing of it is done.
    Foreign(Utf8PathBuf),
}

/// The folder of a root in which journals lie: where most files are, or the root where there is no content yet.
pub(super) fn home_of(root: &Utf8Path) -> Utf8PathBuf {
    let content = root.join("content");
    if content.is_dir() {
        content
    } else {
        root.to_owned()
    }
}

/// Takes back what commands that were killed had begun in a root, and says which files that were.
///
/// # Errors
///
/// Where a file cannot be taken back; the next call tries again.
pub fn take_up(root: &Utf8Path) -> Result<Vec<TakenBack>, WriteError> {
    let mut taken = Vec::new();
    for home in [root.to_owned(), root.join("content")] {
        if !begun(&home).is_empty() {
            take_up_in(&home, &lock(&home), &mut taken)?;
        }
    }
    Ok(taken)
}

fn take_up_in(home: &Utf8Path, lock: &Lock, taken: &mut Vec<TakenBack>) -> Result<(), WriteError> {
    for path in begun(home) {
        let maker = match lock {
            Lock::Held { .. } => None,
            // As long as somebody writes there, nothing was killed.
            Lock::Taken => continue,
            Lock::Unknown => match abandoned(&path) {
                Some(maker) => Some(maker),
                None => continue,
            },
        };
        let plan = fs::read(path.join(PLAN)).ok();
        if plan.is_some() && !platform::is_marked(path.as_std_path()) {
            taken.push(TakenBack::Foreign(path));
            continue;
        }
        match plan.and_then(|plan| serde_json::from_slice(&plan).ok()) {
            Some(plan) => taken.extend(
                Open {
                    path,
                    home: home.to_owned(),
                    _maker: maker,
                    plan,
                }
                .take_back()?,
            ),
            None => fs::remove_dir_all(&path).map_err(WriteError::at(&path))?,
        }
    }
    Ok(())
}

/// What the maker of a journal kept locked, if it is dead; nothing where it lives, and where nobody can tell.
fn abandoned(journal: &Utf8Path) -> Option<File> {
    let maker = File::open(journal.join(MAKER)).ok()?;
    maker.try_lock().ok()?;
    Some(maker)
}

/// Whether somebody else is in the middle of a change, where only the journals tell.
pub(super) fn is_busy(home: &Utf8Path) -> bool {
    let makers = begun(home).into_iter().map(|it| it.join(MAKER));
    let mut makers = makers.filter_map(|it| File::open(it).ok());
    makers.any(|it| matches!(it.try_lock(), Err(TryLockError::WouldBlock)))
}

/// Keeps other commands from writing where a journal lies, which may be behind a link.
pub(super) fn lock(home: &Utf8Path) -> Lock {
    let real = home.canonicalize_utf8();
    platform::lock(real.as_deref().unwrap_or(home).as_std_path())
}

fn begun(home: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = home.read_dir_utf8().into_iter().flatten().flatten();
    let begun = entries.filter(|entry| {
        entry.file_name().starts_with(PREFIX) && entry.file_type().is_ok_and(|kind| kind.is_dir())
    });
    begun.map(|entry| entry.path().to_owned()).collect()
}

impl Journal {
    /// Begins a journal in a folder that is there.
    pub(super) fn begin(home: &Utf8Path) -> Result<Self, WriteError> {
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(home);
        // The error would name a folder that nobody asked for.
        let folder = folder.map_err(|error| WriteError::at(home)(error.kind().into()))?;
        let path = Utf8PathBuf::from_path_buf(folder.path().to_owned());
        let path = path.map_err(|_| WriteError::at(home)(io::ErrorKind::InvalidInput.into()))?;
        // Where a folder can carry no mark, nothing is taken back after a kill.
        let _ = platform::mark(folder.path());
        let maker = File::create(path.join(MAKER)).map_err(WriteError::at(home))?;
        // Where there are no locks at all, nobody takes it for abandoned.
        let _ = maker.try_lock();
        Ok(Self {
            folder,
            path,
            maker,
            home: home.to_owned(),
            plan: Plan::default(),
        })
    }

    /// Notes that a file gets these bytes.
    pub(super) fn note_text(
        &mut self,
        path: &Utf8Path,
        old: Option<&[u8]>,
        new: &[u8],
    ) -> Result<(), WriteError> {
        let number = self.plan.texts.len();
        let keep = |name: &str, bytes: &[u8]| {
            stage(&self.path.join(format!("{number}.{name}")), path, bytes)
        };
        let kept = keep("new", new).and_then(|()| old.map_or(Ok(()), |old| keep("old", old)));
        kept.map_err(WriteError::at(path))?;
        for folder in path
            .ancestors()
            .skip(1)
            .take_while(|it| !it.as_str().is_empty() && !it.is_dir())
        {
            let folder = self.relative(folder);
            if !self.plan.folders.contains(&folder) {
                self.plan.folders.push(folder);
            }
        }
        self.plan.folders.sort();
        let path = self.relative(path);
        let (old, new) = (old.map(hash), hash(new));
        self.plan.texts.push(Text { path, old, new });
        Ok(())
    }

    /// Notes that a file or folder gets another name.
    pub(super) fn note_move(&mut self, old: &Utf8Path, new: &Utf8Path) {
        let pair = (self.relative(old), self.relative(new));
        self.plan.moves.push(pair);
    }

    /// Writes the plan: from now on the change is made or taken back.
    pub(super) fn write(self) -> Result<Open, WriteError> {
        let Self {
            folder,
            path,
            home,
            maker,
            plan,
        } = self;
        let write = || -> io::Result<()> {
            let begun = path.join("plan");
            let mut file = File::create(&begun)?;
            file.write_all(&serde_json::to_vec(&plan)?)?;
            file.sync_all()?;
            fs::rename(&begun, path.join(PLAN))
        };
        write().map_err(WriteError::at(&home))?;
        let _ = folder.keep();
        Ok(Open {
            path,
            home,
            _maker: Some(maker),
            plan,
        })
    }

    /// Where a path lies from the folder of the journal; the whole path where it lies elsewhere.
    fn relative(&self, path: &Utf8Path) -> String {
        if let Ok(inside) = path.strip_prefix(&self.home) {
            return inside.to_string();
        }
        let whole = camino::absolute_utf8(path);
        whole.unwrap_or_else(|_| path.to_owned()).into_string()
    }
}

impl Open {
    /// Puts every new text in its place, then gives the new names.
    pub(super) fn make(&self) -> Result<(), WriteError> {
        for folder in &self.plan.folders {
            make_folder(&self.home.join(folder))?;
        }
        for (number, text) in self.plan.texts.iter().enumerate() {
            let to = self.home.join(&text.path);
            fs::rename(self.kept(number, "new"), &to).map_err(WriteError::at(&to))?;
        }
        for (old, new) in &self.plan.moves {
            let (old, new) = (self.home.join(old), self.home.join(new));
            fs::rename(old, &new).map_err(WriteError::at(&new))?;
        }
        Ok(())
    }

    /// Makes everything what it was, but what somebody wrote since.
    pub(super) fn take_back(&self) -> Result<Vec<TakenBack>, WriteError> {
        for (old, new) in self.plan.moves.iter().rev() {
            let (old, new) = (self.home.join(old), self.home.join(new));
            let is_done = new.symlink_metadata().is_ok() && old.symlink_metadata().is_err();
            if is_done {
                fs::rename(&new, &old).map_err(WriteError::at(&old))?;
            }
        }
        let mut taken = Vec::new();
        for (number, text) in self.plan.texts.iter().enumerate() {
            let path = self.home.join(&text.path);
            let now = match fs::read(&path) {
                Ok(now) => Some(now),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(WriteError::at(&path)(error)),
            };
            let now = now.as_deref().map(hash);
            if now == text.old {
                continue;
            }
            if now.as_ref() != Some(&text.new) {
                taken.push(TakenBack::Kept(path));
                continue;
            }
            let restored = match text.old {
                Some(_) => fs::rename(self.kept(number, "old"), &path),
                None => fs::remove_file(&path),
            };
            restored.map_err(WriteError::at(&path))?;
            taken.push(TakenBack::Restored(path));
        }
        for folder in self.plan.folders.iter().rev() {
            // What holds somebody else's file stays.
            let _ = fs::remove_dir(self.home.join(folder));
        }
        self.close()?;
        Ok(taken)
    }

    /// Ends the journal: what is done stays.
    pub(super) fn close(&self) -> Result<(), WriteError> {
        let plan = self.path.join(PLAN);
        fs::remove_file(&plan).map_err(WriteError::at(&plan))?;
        // Without a plan it means nothing any more, and the next command clears it away.
        let _ = fs::remove_dir_all(&self.path);
        Ok(())
    }

    fn kept(&self, number: usize, name: &str) -> Utf8PathBuf {
        self.path.join(format!("{number}.{name}"))
    }
}

/// Writes bytes that will stand at a path, so that they outlast a loss of power.
fn stage(at: &Utf8Path, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(at)?;
    file.write_all(bytes)?;
    keep_permissions(path, &file)?;
    file.sync_all()
}

fn hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where folders cannot be locked, a journal is taken up when its maker is gone, and not before.
    #[test]
    fn without_locks_on_folders_the_maker_tells() {
        let folder = tempfile::tempdir().unwrap();
        let home = Utf8Path::from_path(folder.path()).unwrap();
        let file = home.join("a.yaml");
        fs::write(&file, "old").unwrap();
        let mut journal = Journal::begin(home).unwrap();
        journal.note_text(&file, Some(b"old"), b"new").unwrap();
        let open = journal.write().unwrap();
        open.make().unwrap();
        assert!(is_busy(home));
        let mut taken = Vec::new();
        take_up_in(home, &Lock::Unknown, &mut taken).unwrap();
        assert_eq!(taken, []);
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        drop(open);
        assert!(!is_busy(home));
        take_up_in(home, &Lock::Unknown, &mut taken).unwrap();
        assert_eq!(taken, [TakenBack::Restored(file.clone())]);
        assert_eq!(fs::read_to_string(&file).unwrap(), "old");
        assert!(begun(home).is_empty());
    }
}
