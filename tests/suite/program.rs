//! The real program, run in folders of its own.

use crate::overlay::files;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Output};
use tempfile::TempDir;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_diptych");

pub const SMALL_SITE: &str = "\
title: Canals
description: Canals.
base_url: https://example.org/canals/
languages: [en]
sides:
  - {id: fen, name: Fen}
  - {id: hill, name: Hill}
";

pub const SMALL_CLAIMS: &str = "\
- id: one
  says: Deep.
  quote: the drain is eight feet deep
  about: fen
  answers: depth/depth
  kind: fact
- id: two
  says: It is nine feet deep.
  quote: and the river nine feet
  about: hill
  answers: depth/depth
  kind: assessment
";

/// A folder of its own, in which the program runs.
pub struct Site {
    _folder: TempDir,
    pub root: Utf8PathBuf,
    /// Where the program keeps what it remembers.
    cache: TempDir,
}

impl Site {
    pub fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        // The folder of a system may lie behind a link.
        let root = folder.path().canonicalize().unwrap();
        let root = Utf8PathBuf::from_path_buf(root).unwrap();
        Self {
            _folder: folder,
            root,
            cache: TempDir::new().unwrap(),
        }
    }

    /// A sound site with one document and two claims.
    pub fn small() -> Self {
        let site = Self::empty();
        for (path, text) in [
            ("site.yaml", SMALL_SITE),
            (
                "themes/depth.yaml",
                "title: Depth\nquestions:\n  - {id: depth, asks: How deep?, compare: about}\n",
            ),
            (
                "voices/office.yaml",
                "name: Office\nkind: body\nside: fen\n",
            ),
            ("pages/about.md", "---\ntitle: About\n---\nAbout.\n"),
            (
                "documents/report/document.yaml",
                "title: Report\nkind: report\nauthors: [office]\npublisher: office\npublished: 2025\nadded: 2026-01-01\n\
                 language: en\nrights: {licence: CC0-1.0, publish: full}\n",
            ),
            ("documents/report/claims.yaml", SMALL_CLAIMS),
            (
                "documents/report/text.md",
                "Here the drain is eight feet deep and the river nine feet.\n",
            ),
        ] {
            site.write(&format!("content/{path}"), text);
        }
        site
    }

    /// Lays a folder into this one.
    pub fn lay(&self, name: &str, folder: &Utf8Path) {
        for path in files(folder) {
            self.write(
                &format!("{name}/{path}"),
                &fs::read_to_string(folder.join(&path)).unwrap(),
            );
        }
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Every file below a folder with its bytes; the manifest of the output is not counted.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let folder = self.root.join(folder);
        let paths = files(&folder)
            .into_iter()
            .filter(|path| path != ".diptych-manifest");
        paths
            .map(|path| (path.clone(), fs::read(folder.join(path)).unwrap()))
            .collect()
    }

    /// The only file of a folder whose path begins so.
    pub fn named(&self, folder: &str, prefix: &str) -> String {
        let mut paths = self
            .tree(folder)
            .into_keys()
            .filter(|path| path.starts_with(prefix));
        let path = paths.next().unwrap_or_else(|| panic!("no {prefix}"));
        assert_eq!(paths.next(), None);
        format!("{folder}/{path}")
    }

    /// What stands in the folder itself.
    pub fn folders(&self) -> BTreeSet<String> {
        let entries = self.root.read_dir_utf8().unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().to_owned())
            .collect()
    }

    /// Those of some names that stand in the folder itself.
    pub fn folders_of(&self, names: &[&str]) -> BTreeSet<String> {
        let there = names.iter().filter(|name| self.root.join(name).exists());
        there.map(ToString::to_string).collect()
    }

    /// The files that the program keeps for its next runs.
    pub fn remembered(&self) -> Vec<Utf8PathBuf> {
        let folder = Utf8Path::from_path(self.cache.path()).unwrap();
        let files = files(folder).into_iter();
        files.map(|file| folder.join(file)).collect()
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(PROGRAM);
        command
            .args(arguments)
            .current_dir(&self.root)
            .env("XDG_CACHE_HOME", self.cache.path())
            .env_remove("NO_COLOR");
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().unwrap();
        Run {
            arguments: arguments.join(" "),
            status: status.code(),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }
}

/// How the program ended and what it wrote.
pub struct Run {
    arguments: String,
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    #[track_caller]
    pub fn ends_with(self, status: i32) -> Self {
        let told = format!("{}: {}{}", self.arguments, self.stdout, self.stderr);
        assert_eq!(self.status, Some(status), "{told}");
        self
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.stdout.contains(words),
            "{}: {}",
            self.arguments,
            self.stdout
        );
        self
    }

    #[track_caller]
    pub fn warns(&self, words: &str) -> &Self {
        assert!(
            self.stderr.contains(words),
            "{} without `{words}`: {}",
            self.arguments,
            self.stderr
        );
        self
    }

    #[track_caller]
    pub fn is_quiet(&self) {
        assert_eq!(self.stderr, "", "{}", self.arguments);
    }
}
