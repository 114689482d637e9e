//! Why a site was not published, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use camino::Utf8PathBuf;

/// Why a site was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The output folder is the root of the file system.
    #[error("`{out}` is the root of the file system")]
    Root {
        /// The output folder as the caller named it.
        out: Utf8PathBuf,
    },
    /// There is a file where the output folder should be.
    #[error("`{out}` is not a folder")]
    NotAFolder {
        /// The output folder as the caller named it.
        out: Utf8PathBuf,
    },
    /// The output folder is a symbolic link, which an exchange would replace and leave its target behind.
    #[error("`{out}` is a symbolic link")]
    Link {
        /// The output folder as the caller named it.
        out: Utf8PathBuf,
    },
    /// The output folder holds something and no manifest, so nobody knows what may be replaced.
    #[error("`{out}` is not empty and was not made by diptych")]
    NotOurs {
        /// The output folder as the caller named it.
        out: Utf8PathBuf,
    },
    /// The manifest is of another version, or damaged.
    #[error("`{}` is not a manifest that this version of diptych can read", path.display())]
    Manifest {
        /// The manifest.
        path: PathBuf,
    },
    /// The new site has a file where there is one, or a link or a folder, that Diptych did not write.
    #[error("`{}` is in the way and was not made by diptych", path.display())]
    InTheWay {
        /// What is in the way.
        path: PathBuf,
    },
    /// Another publish works on the output folder.
    #[error("another diptych is publishing to `{out}`")]
    Busy {
        /// The output folder as the caller named it.
        out: Utf8PathBuf,
    },
    /// A file of the site has a path that cannot be below the output folder; no content can bring this about.
    #[error("the site has a file at `{path}`, which is not a path that can be published")]
    Misnamed {
        /// The path as the site names it.
        path: String,
    },
    /// The new site is in place, and the old one could not be cleared away.
    #[error("the site is published, but the old one at `{}` could not be removed: {cause}", path.display())]
    Leftover {
        /// Where the old tree stands now.
        path: PathBuf,
        /// What the operating system said.
        cause: io::Error,
    },
    /// The operating system refused.
    #[error("cannot {action} `{}`: {cause}", path.display())]
    Machine {
        /// What was tried, as a verb.
        action: &'static str,
        /// What it was tried on.
        path: PathBuf,
        /// What the operating system said.
        cause: io::Error,
    },
}

impl PublishError {
    /// What the publisher can do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Root { .. } | Self::NotAFolder { .. } => "choose another folder with `--out`",
            Self::Link { .. } => "give the folder that the link leads to with `--out`",
            Self::NotOurs { .. } => "choose another folder with `--out`, or empty this one",
            Self::Manifest { .. } => "build with the diptych that wrote it, or empty the folder",
            Self::InTheWay { .. } => "move it elsewhere, or choose another folder with `--out`",
            Self::Busy { .. } => "wait until it has finished, then build again",
            Self::Misnamed { .. } => "this is a fault in diptych, please report it",
            Self::Leftover { .. } => "see what it still holds, and remove it by hand",
            Self::Machine { .. } => "mend this, then build again; nothing is lost",
        }
    }

    /// Makes the error for a path that no content can bring about.
    pub(super) fn misnamed(path: &str) -> Self {
        debug_assert!(false, "`{path}` cannot be published");
        Self::Misnamed {
            path: path.to_owned(),
        }
    }

    /// Makes the error for something that was tried on a path.
    pub(super) fn machine(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Machine {
            action,
            path,
            cause,
        }
    }
}
