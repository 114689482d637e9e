//! A file that comes part by part, so that it never stands in memory whole.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::survey::holds_next;
use super::{Publication, PublishError};

/// A file of which not all has come yet.
///
/// As long as it agrees with the one that stands at its place, nothing is written. From the first part that differs on it
/// is written aside, after what the two have in common.
pub(super) struct Arrival<'a> {
    publication: &'a Publication,
    path: &'a str,
    state: State,
}

enum State {
    /// So far it is what stands there.
    Same { old: File, so_far: u64 },
    /// It is new or differs.
    Fresh(File),
}

impl<'a> Arrival<'a> {
    /// Awaits the file of a path; `standing` is what stands there, if anything does.
    pub(super) fn new(
        publication: &'a Publication,
        path: &'a str,
        standing: Option<File>,
    ) -> Result<Self, PublishError> {
        let state = match standing {
            Some(old) => State::Same { old, so_far: 0 },
            None => State::Fresh(publication.stage()?.create(path)?),
        };
        Ok(Self {
            publication,
            path,
            state,
        })
    }

    /// Takes the next part.
    pub(super) fn add(&mut self, part: &[u8]) -> Result<(), PublishError> {
        if let State::Same { old, so_far } = &mut self.state
            && holds_next(old, part)
        {
            *so_far += part.len() as u64;
            return Ok(());
        }
        let mut new = self.fresh()?;
        new.write_all(part)
            .map_err(PublishError::machine("write", Path::new(self.path)))
    }

    /// Says whether it is new or differs, once all has come.
    pub(super) fn finish(mut self) -> Result<bool, PublishError> {
        if let State::Same { old, so_far } = &self.state
            && !old.metadata().is_ok_and(|it| it.len() == *so_far)
        {
            self.fresh()?;
        }
        Ok(matches!(self.state, State::Fresh(_)))
    }

    /// The file that is written aside; it begins with what was the same.
    fn fresh(&mut self) -> Result<&File, PublishError> {
        if let State::Same { old, so_far } = &mut self.state {
            let mut new = self.publication.stage()?.create(self.path)?;
            let copied = old
                .rewind()
                .and_then(|()| io::copy(&mut old.take(*so_far), &mut new));
            copied.map_err(PublishError::machine("write", Path::new(self.path)))?;
            self.state = State::Fresh(new);
        }
        match &self.state {
            State::Fresh(new) => Ok(new),
            State::Same { .. } => unreachable!("it was opened just now"),
        }
    }
}
