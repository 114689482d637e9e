use camino::{Utf8Path, Utf8PathBuf};
use std::fs;
use tempfile::TempDir;

/// A folder in which a test writes, and which goes with it.
pub struct Scratch {
    _folder: TempDir,
    root: Utf8PathBuf,
}

impl Default for Scratch {
    fn default() -> Self {
        let folder = TempDir::new().unwrap();
        // The folder of a system may lie behind a link.
        let root = folder.path().canonicalize().unwrap();
        Self {
            _folder: folder,
            root: root.try_into().unwrap(),
        }
    }
}

impl Scratch {
    /// Its absolute path, without links in it.
    pub fn root(&self) -> &Utf8Path {
        &self.root
    }

    /// Writes a file as a simple editor does, with the folders above it.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Puts a file in another place.
    pub fn rename(&self, from: &str, to: &str) {
        fs::rename(self.root.join(from), self.root.join(to)).unwrap();
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).unwrap();
    }
}
