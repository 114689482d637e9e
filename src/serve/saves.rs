use camino::{Utf8Path, Utf8PathBuf};
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use std::collections::BTreeMap;

/// How the files stand that were touched of late: whether each is saved, or somebody is still at it.
#[derive(Debug, Default)]
pub struct Saves {
    files: BTreeMap<Utf8PathBuf, Standing>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It was not there before. It may be a help of an editor that goes again.
    New,
    /// It was there and is not any more. It may be about to be replaced.
    Gone,
    /// Somebody writes to it, and may have written half.
    Open,
    /// Whoever wrote it has closed it, or put it in its place at once.
    Saved,
}

impl Saves {
    /// Notes what happened to a file.
    pub fn note(&mut self, kind: EventKind, path: &Utf8Path) {
        let before = self.files.get(path).copied();
        let standing = match (kind, before) {
            (EventKind::Create(_), Some(Standing::Gone)) => Standing::Open,
            (EventKind::Create(_), _) => Standing::New,
            (EventKind::Access(AccessKind::Close(AccessMode::Write)), Some(Standing::New)) => {
                Standing::New
            }
            (EventKind::Access(AccessKind::Close(AccessMode::Write)), _) => Standing::Saved,
            (EventKind::Modify(ModifyKind::Name(RenameMode::To)), _) => Standing::Saved,
            // It repeats in one what two events said.
            (EventKind::Modify(ModifyKind::Name(RenameMode::Both)), _) => return,
            (
                EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)),
                Some(Standing::New),
            ) => {
                self.files.remove(path);
                return;
            }
            (EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)), _) => Standing::Gone,
            (EventKind::Modify(ModifyKind::Metadata(_)), _) => before.unwrap_or(Standing::Saved),
            (_, Some(Standing::New)) => Standing::New,
            _ => Standing::Open,
        };
        self.files.insert(path.to_owned(), standing);
    }

    /// Whether something was saved, and nobody is at anything.
    pub fn are_whole(&self) -> bool {
        let mut files = self.files.values();
        !self.files.is_empty() && files.all(|standing| *standing == Standing::Saved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, MetadataKind, RemoveKind};

    const CREATE: EventKind = EventKind::Create(CreateKind::File);
    const WRITE: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const CLOSE: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
    const FROM: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::From));
    const TO: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::To));
    const REMOVE: EventKind = EventKind::Remove(RemoveKind::File);
    const TOUCH: EventKind = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));

    /// Whether all is saved after each of some events.
    fn whole(events: &[(EventKind, &str)]) -> Vec<bool> {
        let mut saves = Saves::default();
        let after = events.iter().map(|(kind, path)| {
            saves.note(*kind, Utf8Path::new(path));
            saves.are_whole()
        });
        after.collect()
    }

    #[test]
    fn a_file_is_saved_when_its_writer_closes_it() {
        let events = [(WRITE, "a"), (WRITE, "a"), (CLOSE, "a"), (TOUCH, "a")];
        assert_eq!(whole(&events), [false, false, true, true]);
        let two = [(WRITE, "a"), (WRITE, "b"), (CLOSE, "a"), (CLOSE, "b")];
        assert_eq!(whole(&two), [false, false, false, true]);
    }

    #[test]
    fn a_file_is_saved_when_another_takes_its_place() {
        let events = [
            (CREATE, "a.new"),
            (WRITE, "a.new"),
            (CLOSE, "a.new"),
            (FROM, "a.new"),
            (TO, "a"),
        ];
        assert_eq!(whole(&events), [false, false, false, false, true]);
    }

    #[test]
    fn a_file_that_was_put_aside_is_not_saved_until_it_is_back() {
        let events = [
            (CREATE, "4913"),
            (CLOSE, "4913"),
            (REMOVE, "4913"),
            (FROM, "a"),
            (CREATE, "a"),
            (WRITE, "a"),
            (CLOSE, "a"),
        ];
        let after = [false, false, false, false, false, false, true];
        assert_eq!(whole(&events), after);
    }

    #[test]
    fn what_comes_or_goes_may_be_part_of_more() {
        assert_eq!(
            whole(&[(CREATE, "a"), (WRITE, "a"), (CLOSE, "a")]),
            [false; 3]
        );
        assert_eq!(whole(&[(REMOVE, "a")]), [false]);
        assert_eq!(whole(&[]), [false; 0]);
    }
}
