//! The small, clean corpus below `tests/explain/base`, with files laid over it or taken away.

use camino::{Utf8Path, Utf8PathBuf};
use diptych::compile::{Options, analyse};
use diptych::diagnostic::{Report, github, human, json, sarif, short};
use diptych::disk;
use diptych::quote::Texts;
use diptych::source::{Contents, SourceFile, Sources};
use std::fs;
use tempfile::TempDir;

/// A copy of the base, in a folder of its own.
pub struct Overlay {
    _folder: TempDir,
    root: Utf8PathBuf,
}

impl Overlay {
    pub fn new() -> Self {
        let overlay = Self::empty();
        overlay.lay(&tests().join("explain/base"));
        overlay
    }

    /// A copy of the invented corpus instead, with its source texts.
    pub fn golden() -> Self {
        let overlay = Self::empty();
        for folder in ["content", "sources"] {
            let from = tests().join("golden").join(folder);
            for path in files(&from) {
                let bytes = fs::read(from.join(&path)).unwrap();
                overlay.write(&format!("{folder}/{path}"), &bytes);
            }
        }
        overlay
    }

    fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
        Self {
            _folder: folder,
            root,
        }
    }

    /// Lays every file below a folder over those that are here.
    pub fn lay(&self, folder: &Utf8Path) {
        for path in files(folder) {
            self.write(&path, &fs::read(folder.join(&path)).unwrap());
        }
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The folder.
    pub fn root(&self) -> &Utf8Path {
        &self.root
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).unwrap();
    }

    /// Reads and analyses what is here, as `diptych check` does.
    pub fn check(&self) -> Checked {
        let sources = disk::read(&self.root).unwrap().content;
        let texts = disk::texts(&self.root, None).unwrap();
        Checked::new(sources, texts)
    }
}

/// Content, and what is wrong with it.
pub struct Checked {
    pub sources: Sources,
    pub report: Report,
    texts: Texts,
}

impl Checked {
    fn new(sources: Sources, texts: Texts) -> Self {
        let report = analyse(&sources, &texts, &Options::default()).report;
        Self {
            sources,
            report,
            texts,
        }
    }

    /// The texts that are not published.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The same files, one of them with another text.
    pub fn with(&self, path: &str, text: &str) -> Self {
        let files = self.sources.iter();
        let files = files.map(|(_, file)| {
            let contents = if file.path() == path {
                Contents::Text(text.to_owned())
            } else {
                file.contents().clone()
            };
            SourceFile::new(file.path().to_owned(), contents)
        });
        Self::new(Sources::new(files.collect()), self.texts.clone())
    }

    /// The same files, handed over in the opposite order.
    pub fn reversed(&self) -> Self {
        let files = self.sources.iter();
        let mut files: Vec<_> = files
            .map(|(_, file)| SourceFile::new(file.path().to_owned(), file.contents().clone()))
            .collect();
        files.reverse();
        Self::new(Sources::new(files), self.texts.clone())
    }

    /// What `diptych check` prints.
    pub fn human(&self) -> String {
        human(&self.report, &self.sources, false)
    }

    /// What `diptych check` prints in every other format, by the file that keeps it.
    pub fn for_programs(&self) -> [(&'static str, String); 4] {
        let (report, sources) = (&self.report, &self.sources);
        [
            ("report.json", self.json()),
            ("report.short.txt", short(report, sources, ".")),
            ("report.github.txt", github(report, sources, ".")),
            ("report.sarif.json", self.sarif()),
        ]
    }

    /// What `diptych check --format sarif` prints.
    pub fn sarif(&self) -> String {
        sarif(&self.report, &self.sources, ".") + "\n"
    }

    /// What `diptych check --format json` prints.
    pub fn json(&self) -> String {
        json(&self.report, &self.sources) + "\n"
    }
}

/// The folder that holds the tests.
pub fn tests() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The files below a folder, by their paths within it; none where there is no such folder.
pub fn files(folder: &Utf8Path) -> Vec<String> {
    let mut paths = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let Ok(entry) = entry else { continue };
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap();
            paths.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
    paths
}

/// The bytes of a text in which `\xFF` stands for a byte.
pub fn unescape(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).unwrap());
        bytes.extend(rest.as_bytes());
    }
    bytes
}
