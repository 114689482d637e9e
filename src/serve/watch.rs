use super::saves::Saves;
use crate::disk::is_aside;
use camino::{Utf8Path, Utf8PathBuf};
use crossbeam_channel::{Receiver, RecvTimeoutError, unbounded};
use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, RemoveKind};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long nothing more may be touched after a single save before the site is made anew. Whoever saves a second file at
/// once has it made anew after that, too.
const PAUSE: Duration = Duration::from_micros(200);

/// How long nothing may have been touched before all that was touched is taken for finished: an editor that saves
/// several files, or one in several steps, is heard out.
const QUIET: Duration = Duration::from_millis(10);

/// How long a burst that does not end is heard out.
const PATIENCE: Duration = Duration::from_millis(500);

/// How long after folders came or went everything is read once more: what appears in a new folder before it is
/// watched is told by nobody.
const AFTERWARDS: Duration = Duration::from_millis(250);

/// What was touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Files.
    pub files: BTreeSet<Utf8PathBuf>,
    /// Whether other files may have changed too.
    pub anything: bool,
    /// Whether it is no more than the beginning of what may come; what comes, or that nothing came, is told next.
    pub is_first: bool,
}

/// Hears which files of some folders are touched.
pub struct Watcher {
    machine: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    root: Utf8PathBuf,
    folders: Vec<Utf8PathBuf>,
    /// When everything has to be read once more.
    again: Option<Instant>,
    /// Whether what was told last was no more than a beginning.
    is_begun: bool,
}

impl Watcher {
    /// Begins to watch the folders that are there, and the root for those that are not there yet.
    pub fn new(root: &Utf8Path, folders: Vec<Utf8PathBuf>) -> notify::Result<Self> {
        let (told, events) = unbounded();
        // Who waits no longer for events needs none.
        let tell = move |event| drop(told.send(event));
        // A link may lead anywhere, and what lies behind it is not read.
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(tell, config)?;
        watcher.watch(root.as_std_path(), RecursiveMode::NonRecursive)?;
        let mut own = Self {
            machine: watcher,
            events,
            root: root.to_owned(),
            folders,
            again: None,
            is_begun: false,
        };
        own.watch_folders();
        Ok(own)
    }

    /// Waits until something was touched and nothing is touched any more; nothing where nobody watches any longer.
    ///
    /// The first save after a while is told at once, and behind it, when all is quiet, what else was touched.
    pub fn wait(&mut self) -> Option<Touched> {
        let mut touched = Touched::default();
        let mut saves = Saves::default();
        let is_behind = std::mem::take(&mut self.is_begun);
        // When nothing was touched for long enough, and when it was long enough whatever is touched.
        let mut quiet = is_behind.then(|| Instant::now() + QUIET);
        let mut patience: Option<Instant> = None;
        loop {
            let until = [quiet, patience, self.again].into_iter().flatten().min();
            let event = match until {
                Some(until) => self.events.recv_deadline(until),
                None => self
                    .events
                    .recv()
                    .map_err(|_| RecvTimeoutError::Disconnected),
            };
            match event {
                Ok(event) => {
                    if self.note(event, &mut touched, &mut saves) {
                        let now = Instant::now();
                        touched.is_first = !is_behind && !touched.anything && saves.are_whole();
                        quiet = Some(now + if touched.is_first { PAUSE } else { QUIET });
                        patience.get_or_insert(now + PATIENCE);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    if self.again.is_some_and(|again| again <= Instant::now()) {
                        self.again = None;
                        self.watch_folders();
                        touched.anything = true;
                        touched.is_first = false;
                    }
                    self.is_begun = touched.is_first;
                    if is_behind || touched != Touched::default() {
                        return Some(touched);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    /// Notes an event, and says whether it matters.
    fn note(
        &mut self,
        event: notify::Result<Event>,
        touched: &mut Touched,
        saves: &mut Saves,
    ) -> bool {
        let Ok(event) = event else {
            return self.lose_track(touched);
        };
        if event.need_rescan() {
            return self.lose_track(touched);
        }
        let is_written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        if matches!(event.kind, EventKind::Access(_)) && event.kind != is_written {
            return false;
        }
        let is_folder = matches!(
            event.kind,
            EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder)
        );
        let mut matters = false;
        for path in event.paths {
            let Some(path) = self.inside(path) else {
                continue;
            };
            if self.folders.contains(&path) {
                self.watch_folders();
            }
            if is_folder || path.is_dir() {
                self.again = Some(Instant::now() + AFTERWARDS);
            }
            saves.note(event.kind, &path);
            touched.files.insert(path);
            matters = true;
        }
        matters
    }

    fn lose_track(&mut self, touched: &mut Touched) -> bool {
        touched.anything = true;
        self.again = Some(Instant::now() + AFTERWARDS);
        true
    }

    /// The path of an event, if it is that of a watched folder or of something in one that may be read.
    fn inside(&self, path: PathBuf) -> Option<Utf8PathBuf> {
        let path = Utf8PathBuf::from_path_buf(path).ok()?;
        let may_be_read = |folder: &Utf8PathBuf| {
            let inside = path.strip_prefix(folder);
            inside.is_ok_and(|inside| !inside.iter().any(is_aside))
        };
        (path != self.root && self.folders.iter().any(may_be_read)).then_some(path)
    }

    /// Watches the folders that are there now; to watch one again does no harm.
    fn watch_folders(&mut self) {
        for folder in self.folders.iter().filter(|folder| folder.is_dir()) {
            // What cannot be watched is read again with the next file that is touched.
            let _ = self
                .machine
                .watch(folder.as_std_path(), RecursiveMode::Recursive);
        }
    }
}

// Other systems do not say when a file is whole.
#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use crate::disk::Scratch;

    #[test]
    fn a_save_is_told_at_once_and_then_that_nothing_follows() {
        let folder = Scratch::default();
        folder.write("content/site.yaml", "title: Zero\n");
        let content = folder.root().join("content");
        let site = content.join("site.yaml");
        let mut watcher = Watcher::new(folder.root(), vec![content]).unwrap();
        folder.write("new", "title: One\n");
        folder.rename("new", "content/site.yaml");
        let saved = Touched {
            files: [site.clone()].into(),
            is_first: true,
            ..Touched::default()
        };
        assert_eq!(watcher.wait(), Some(saved));
        assert_eq!(watcher.wait(), Some(Touched::default()));
        folder.remove("content/site.yaml");
        folder.write("content/.hidden", "");
        let removed = watcher.wait().unwrap();
        assert!(!removed.is_first, "it may be about to be replaced");
        assert_eq!(removed.files, [site].into());
    }
}
