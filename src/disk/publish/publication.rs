//! A site that reaches its folder while it is still being made, so that it never stands in memory whole.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::arrival::Arrival;
use super::manifest::Manifest;
use super::platform::{self, Lock};
use super::stage::Stage;
use super::survey::{Standing, Survey, holds};
use super::{
    Digest, PublishError, Published, Strategy, exchange, is_publishable, replace, resolve, stands,
};

/// One publish, from the first file to the last.
///
/// Files may come from several threads at once. Before [`finish`](Self::finish) nothing that stands in the output folder
/// is touched, and a publication that is dropped leaves it as it was.
pub struct Publication {
    strategy: Strategy,
    /// The folder, as the caller names it.
    out: Utf8PathBuf,
    folder: PathBuf,
    /// What stands in the folder; nothing where there is no folder yet.
    standing: Option<Standing>,
    /// Old trees of publishes that were killed, which hold what Diptych did not write.
    remains: Vec<PathBuf>,
    _lock: Option<Lock>,
    /// Where new files wait; before the first there is none.
    stage: OnceLock<Stage>,
    work: Mutex<Work>,
}

/// What came of the files so far.
#[derive(Default)]
struct Work {
    /// Files that are new or whose bytes changed.
    fresh: Vec<String>,
    /// Files that the folder holds already, byte for byte.
    same: Vec<String>,
    /// The first thing that went wrong; what comes after it is passed over.
    fault: Option<PublishError>,
}

impl Publication {
    /// Looks at what stands in the folder, and keeps other publishes away from it.
    ///
    /// # Errors
    /// Those of [`publish`](super::publish) that need no files to be known.
    pub fn begin(strategy: Strategy, out: &Utf8Path) -> Result<Self, PublishError> {
        let folder = resolve(out)?;
        let is_there = stands(&folder, out)?;
        let lock = is_there.then(|| platform::lock(&folder));
        if matches!(lock, Some(Lock::Taken)) {
            return Err(PublishError::Busy {
                out: out.to_owned(),
            });
        }
        let may_hold_stages = is_there || folder.parent().is_some_and(Path::is_dir);
        let remains = if may_hold_stages {
            exchange::sweep(&folder)
        } else {
            Vec::new()
        };
        let standing = is_there.then(|| Standing::new(&folder, out)).transpose()?;
        Ok(Self {
            strategy,
            out: out.to_owned(),
            folder,
            standing,
            remains,
            _lock: lock,
            stage: OnceLock::new(),
            work: Mutex::default(),
        })
    }

    /// Whether the folder holds the files of its last publish and no other of ours, and they have this sum; every one of
    /// them is read, since its size and time may be as they were where its bytes are not.
    pub fn holds(&self, digest: &str) -> Option<Published> {
        let standing = self.standing.as_ref()?;
        let unchanged = standing.whole()?;
        let found = Digest::default();
        let read = unchanged.par_iter().try_for_each(|path| {
            let bytes = std::fs::read(self.folder.join(path))?;
            found.add(path, &bytes);
            std::io::Result::Ok(())
        });
        (read.is_ok() && found.text() == digest).then_some(Published {
            unchanged: unchanged.len(),
            remains: self.remains.clone(),
            ..Published::default()
        })
    }

    /// Takes a file: it is held against the one that stands there, and written aside where it differs.
    pub fn add(&self, path: &str, bytes: &[u8]) {
        if let Err(fault) = self.take(path, bytes) {
            self.work().fault.get_or_insert(fault);
        }
    }

    /// Takes a file as [`add`](Self::add) does, part by part: `write` gives the parts to what it is called with.
    pub fn add_in_parts(&self, path: &str, write: impl FnOnce(&mut dyn FnMut(&[u8]))) {
        let made = self.await_file(path).and_then(|mut arrival| {
            let mut took = Ok(());
            write(&mut |part| {
                if took.is_ok() {
                    took = arrival.add(part);
                }
            });
            took.and_then(|()| arrival.finish())
        });
        let mut work = self.work();
        match made {
            Ok(true) => work.fresh.push(path.to_owned()),
            Ok(false) => work.same.push(path.to_owned()),
            Err(fault) => drop(work.fault.get_or_insert(fault)),
        }
    }

    fn await_file<'a>(&'a self, path: &'a str) -> Result<Arrival<'a>, PublishError> {
        self.judge(path)?;
        let standing = self.standing.as_ref().filter(|it| it.has(path));
        let old = standing.and_then(|_| File::open(self.folder.join(path)).ok());
        Arrival::new(self, path, old)
    }

    /// Refuses a path that no file of the site may have.
    pub(super) fn judge(&self, path: &str) -> Result<(), PublishError> {
        if !is_publishable(path) {
            return Err(PublishError::misnamed(path));
        }
        let standing = self.standing.as_ref();
        standing.map_or(Ok(()), |it| it.refuse_in_the_way(path, &self.folder))
    }

    fn take(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.judge(path)?;
        let stands = self.standing.as_ref().is_some_and(|it| it.has(path));
        if stands && holds(&self.folder.join(path), bytes) {
            self.work().same.push(path.to_owned());
            return Ok(());
        }
        let stage = self.stage()?;
        let mut work = self.work();
        if work.fault.is_some() {
            return Ok(());
        }
        work.fresh.push(path.to_owned());
        drop(work);
        stage.write(path, bytes)
    }

    /// Puts the site in its place.
    ///
    /// # Errors
    /// Those of [`publish`](super::publish).
    pub fn finish(self) -> Result<Published, PublishError> {
        let Work { fresh, same, fault } = std::mem::take(&mut *self.work());
        if let Some(fault) = fault {
            return Err(fault);
        }
        let manifest = Manifest::of(fresh.iter().chain(&same).cloned().collect())?;
        let Some(standing) = &self.standing else {
            return self.finish_first(fresh.len(), &manifest);
        };
        let survey = Survey::new(standing, fresh, same, manifest);
        let count = survey.count();
        if !survey.is_settled() {
            self.stage()?;
            let stage = self.stage.into_inner();
            stage.map_or(Ok(()), |stage| replace_tree(stage, &survey, &self.folder))?;
        }
        Ok(Published {
            remains: self.remains,
            ..count
        })
    }

    /// Publishes where no folder stands yet: one rename, on every platform. Who comes second finds the folder of the
    /// first.
    fn finish_first(self, written: usize, manifest: &Manifest) -> Result<Published, PublishError> {
        let stage = self.stage()?;
        stage.seal(manifest)?;
        std::fs::rename(stage.path(), &self.folder).map_err(|cause| {
            match stands(&self.folder, &self.out) {
                Ok(true) => PublishError::Busy {
                    out: self.out.clone(),
                },
                _ => PublishError::machine("create", &self.folder)(cause),
            }
        })?;
        self.stage.into_inner().map(Stage::keep);
        Ok(Published {
            written,
            remains: self.remains,
            ..Published::default()
        })
    }

    /// Where new files wait; whoever comes first opens it.
    pub(super) fn stage(&self) -> Result<&Stage, PublishError> {
        let _one_at_a_time = self.work();
        if let Some(stage) = self.stage.get() {
            return Ok(stage);
        }
        let opened = self.open()?;
        Ok(self.stage.get_or_init(|| opened))
    }

    fn open(&self) -> Result<Stage, PublishError> {
        let folder = &self.folder;
        if self.standing.is_none() {
            let parent = folder.parent().unwrap_or(folder);
            std::fs::create_dir_all(parent).map_err(PublishError::machine("create", parent))?;
            return Stage::beside(folder).map_err(PublishError::machine("write in", parent));
        }
        let beside = match self.strategy {
            Strategy::Exchange => exchange::stage(folder),
            Strategy::FileByFile => None,
        };
        beside.map_or_else(|| inside(folder), Ok)
    }

    fn work(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets the new tree take the place of the old one.
fn replace_tree(stage: Stage, survey: &Survey<'_>, folder: &Path) -> Result<(), PublishError> {
    if stage.is_inside() {
        return replace::publish(&stage, survey, folder);
    }
    match exchange::publish(stage, survey, folder)? {
        None => Ok(()),
        Some(stage) => {
            let nearer = inside(folder)?;
            nearer.take_from(&stage, &survey.fresh)?;
            replace::publish(&nearer, survey, folder)
        }
    }
}

fn inside(folder: &Path) -> Result<Stage, PublishError> {
    Stage::inside(folder).map_err(PublishError::machine("write in", folder))
}
