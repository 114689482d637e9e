use super::write::write;
use camino::{Utf8Path, Utf8PathBuf};
use etcetera::BaseStrategy as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::time::SystemTime;

/// So many roots are remembered; the one that was longest ago gives way.
const KEPT: usize = 32;

/// What a build came to, so that the same build again is told without being done.
///
/// It is kept where the platform keeps what may be deleted, below `diptych/`, and not with the content: strangers write
/// there, and could put words into it that no build ever said.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastBuild {
    /// Stands for all that went into it.
    pub fingerprint: String,
    /// Stands for all that came out of it.
    pub digest: String,
    /// Its report, without and with colours.
    pub reports: [String; 2],
    /// What it warned of after the site was made.
    pub warnings: Vec<String>,
    /// What the content amounts to.
    pub contents: String,
    /// How many pages the site has.
    pub pages: usize,
}

impl LastBuild {
    /// What is kept of the last build of a root into a folder; nothing where that is unknown or was damaged.
    pub fn recall(root: &Utf8Path, out: &Utf8Path) -> Option<Self> {
        let text = fs::read_to_string(place(root, out)?).ok()?;
        let (sum, body) = text.split_once('\n')?;
        (sum == hash(body))
            .then(|| serde_json::from_str(body).ok())
            .flatten()
    }

    /// Keeps it for the next build, which does without where that fails.
    pub fn keep(&self, root: &Utf8Path, out: &Utf8Path) {
        let (Some(place), Ok(body)) = (place(root, out), serde_json::to_string(self)) else {
            return;
        };
        let Some(folder) = place.parent() else { return };
        if fs::create_dir_all(folder).is_ok() {
            let _ = write(&place, format!("{}\n{body}", hash(&body)).as_bytes());
            forget_oldest(folder);
        }
    }
}

/// What tells this program from an earlier or a later one, also where both have one version; nothing where it cannot be
/// found out.
pub fn program() -> Option<String> {
    let program = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let changed = program.modified().ok()?;
    let age = changed.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    Some(format!("{version} {} {}", program.len(), age.as_nanos()))
}

fn place(root: &Utf8Path, out: &Utf8Path) -> Option<Utf8PathBuf> {
    let folder = etcetera::choose_base_strategy().ok()?.cache_dir();
    let folder = Utf8PathBuf::from_path_buf(folder).ok()?;
    let root = root.canonicalize_utf8().ok()?;
    let name = hash(&format!("{root}\n{}", camino::absolute_utf8(out).ok()?));
    Some(folder.join("diptych").join(format!("{name}.last-build")))
}

fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}

fn forget_oldest(folder: &Utf8Path) {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.path().extension() == Some("last-build"));
    let mut kept: Vec<(SystemTime, Utf8PathBuf)> = ours
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.into_path())))
        .collect();
    kept.sort_unstable_by(|one, other| other.cmp(one));
    for (_, path) in kept.iter().skip(KEPT) {
        let _ = fs::remove_file(path);
    }
}
