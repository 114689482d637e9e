use camino::{Utf8Path, Utf8PathBuf};
use crossbeam_channel::{Receiver, RecvTimeoutError, unbounded};
use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, RemoveKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long nothing may have been touched before the site is made anew: an editor that saves several files, or one
/// in several steps, is heard out.
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
}

/// Hears which files of some folders are touched.
pub struct Watcher {
    machine: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    root: Utf8PathBuf,
    folders: Vec<Utf8PathBuf>,
    /// When everything has to be read once more.
    again: Option<Instant>,
}

impl Watcher {
    /// Begins to watch the folders that are there, and the root for those that are not there yet.
    pub fn new(root: &Utf8Path, folders: Vec<Utf8PathBuf>) -> notify::Result<Self> {
        let (told, events) = unbounded();
        // Who waits no longer for events needs none.
        let tell = move |event| drop(told.send(event));
        let mut watcher = notify::recommended_watcher(tell)?;
        watcher.watch(root.as_std_path(), RecursiveMode::NonRecursive)?;
        let mut own = Self {
            machine: watcher,
            events,
            root: root.to_owned(),
            folders,
            again: None,
        };
        own.watch_folders();
        Ok(own)
    }

    /// Waits until something was touched and nothing is touched any more; nothing where nobody watches any longer.
    pub fn wait(&mut self) -> Option<Touched> {
        let mut touched = Touched::default();
        // When nothing was touched for long enough, and when it was long enough whatever is touched.
        let mut quiet: Option<Instant> = None;
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
                    if self.note(event, &mut touched) {
                        let now = Instant::now();
                        quiet = Some(now + QUIET);
                        patience.get_or_insert(now + PATIENCE);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    if self.again.is_some_and(|again| again <= Instant::now()) {
                        self.again = None;
                        self.watch_folders();
                        touched.anything = true;
                    }
                    if touched != Touched::default() {
                        return Some(touched);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    /// Notes an event, and says whether it matters.
    fn note(&mut self, event: notify::Result<Event>, touched: &mut Touched) -> bool {
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

    /// The path of an event, if it is that of a watched folder or inside one.
    fn inside(&self, path: PathBuf) -> Option<Utf8PathBuf> {
        let path = Utf8PathBuf::from_path_buf(path).ok()?;
        let is_inside = |folder: &Utf8PathBuf| path.starts_with(folder);
        (path != self.root && self.folders.iter().any(is_inside)).then_some(path)
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
