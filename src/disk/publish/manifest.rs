//! The manifest: which files of the output folder Diptych wrote.
//!
//! Paths are enough. Whether a file changed is seen from its bytes, and a page that somebody edited by hand is built
//! anew like in every generator; a hash a line would make the file three times as long and say nothing more.

use std::io;
use std::path::Path;

use super::PublishError;

/// The manifest's name in the output folder.
pub(super) const NAME: &str = ".diptych-manifest";

/// The first line; the number changes when older versions of Diptych could no longer read the rest.
const HEAD: &str = "diptych-manifest 1";

/// Paths relative to the output folder, with `/`, sorted and unique.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    paths: Vec<String>,
}

impl Manifest {
    /// Names what is about to be published; every path is named once.
    pub(super) fn of(mut paths: Vec<String>) -> Result<Self, PublishError> {
        paths.sort_unstable();
        match paths.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(twice) => Err(PublishError::misnamed(&twice[0])),
            None => Ok(Self { paths }),
        }
    }

    /// Reads the manifest of a folder; `None` where there is none, a link does not count.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, PublishError> {
        let path = folder.join(NAME);
        if !path.symlink_metadata().is_ok_and(|found| found.is_file()) {
            return Ok(None);
        }
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(cause) if cause.kind() == io::ErrorKind::InvalidData => {
                return Err(PublishError::Manifest { path });
            }
            Err(cause) => return Err(PublishError::machine("read", &path)(cause)),
        };
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return Err(PublishError::Manifest { path });
        }
        Ok(Some(Self::from_paths(lines.map(str::to_owned).collect())))
    }

    /// Names what either of two manifests names.
    pub(super) fn union(&self, other: &Self) -> Self {
        Self::from_paths(self.paths.iter().chain(&other.paths).cloned().collect())
    }

    fn from_paths(mut paths: Vec<String>) -> Self {
        paths.sort_unstable();
        paths.dedup();
        Self { paths }
    }

    /// How many files it names.
    pub(super) fn count(&self) -> usize {
        self.paths.len()
    }

    /// The text that [`Self::read`] reads.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for path in &self.paths {
            text.push_str(path);
            text.push('\n');
        }
        text
    }

    /// Whether there is a file at this path.
    pub(super) fn contains(&self, path: &str) -> bool {
        self.paths
            .binary_search_by(|known| known.as_str().cmp(path))
            .is_ok()
    }

    /// Whether there is a file somewhere below this path.
    pub(super) fn has_below(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let next = self.paths.partition_point(|known| *known < below);
        self.paths
            .get(next)
            .is_some_and(|known| known.starts_with(&below))
    }

    /// Whether there is a file where this path needs a folder.
    pub(super) fn has_above(&self, path: &str) -> bool {
        path.match_indices('/')
            .any(|(end, _)| self.contains(&path[..end]))
    }
}
