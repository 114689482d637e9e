use super::read::{ReadError, content};
use crate::source::Sources;
use camino::{Utf8Path, Utf8PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The content of a repository as it was at a revision, laid out in a folder of its own.
#[derive(Debug)]
struct Revision {
    root: Utf8PathBuf,
    _folder: TempDir,
}

/// The content of a folder that holds `content/`, or of a revision of the repository of the root.
///
/// # Errors
///
/// Where it is neither, or cannot be read.
pub fn content_of(root: &Utf8Path, name: &str) -> Result<Sources, RevisionError> {
    let folder = Utf8Path::new(name);
    if folder.join("content").is_dir() {
        return Ok(Sources::new(content(folder)?));
    }
    let revision = Revision::lay_out(root, name)?;
    Ok(Sources::new(content(revision.root())?))
}

/// Why a revision cannot be laid out.
#[derive(Debug, thiserror::Error)]
pub enum RevisionError {
    /// There is no git, or no room for the files.
    #[error("cannot run git: {0}")]
    Machine(#[from] std::io::Error),
    /// A file of it cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// git does not know it.
    #[error("`{name}` is neither a folder that holds `content/` nor a revision of git: {said}")]
    Unknown {
        /// What was asked for.
        name: String,
        /// What git says.
        said: String,
    },
}

impl Revision {
    /// Lays out `content/` of a revision; neither the files nor the index of the repository are touched.
    fn lay_out(root: &Utf8Path, name: &str) -> Result<Self, RevisionError> {
        let folder = TempDir::new()?;
        let path = folder.path().canonicalize()?;
        let laid = Utf8PathBuf::from_path_buf(path).map_err(|path| {
            std::io::Error::other(format!("`{}` is not Unicode", path.display()))
        })?;
        let index = laid.join("index");
        let run = |arguments: &[&str]| -> Result<String, RevisionError> {
            let mut git = Command::new("git");
            git.arg("-C")
                .arg(root)
                .args(arguments)
                .env("GIT_INDEX_FILE", &index);
            let output = git.output()?;
            if output.status.success() {
                return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
            }
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said.trim().trim_start_matches("fatal: ").to_owned();
            Err(RevisionError::Unknown {
                name: name.to_owned(),
                said: said.lines().next().unwrap_or_default().to_owned(),
            })
        };
        // A name that begins so would be an option.
        let name = name.trim_start_matches('-');
        let tree = format!("{name}:./content");
        let target = format!("--prefix={laid}/content/");
        run(&["read-tree", &tree])?;
        // In a folder below the top of the repository git would take only what the index has below the same folder.
        let up_to_top = run(&["rev-parse", "--show-cdup"])?;
        run(&["-C", &up_to_top, "checkout-index", "--all", &target])?;
        Ok(Self {
            root: laid,
            _folder: folder,
        })
    }

    /// The folder that holds its `content/`, until the value is dropped.
    fn root(&self) -> &Utf8Path {
        &self.root
    }
}
