//! Publishing in one step, and clearing away what it leaves behind.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::PublishError;
use super::manifest::{self, Manifest};
use super::platform::{self, Lock};
use super::stage::{self, MARKER, Stage};
use super::survey::{Survey, slashed};

/// Opens a stage beside the folder that can change places with it; none where that cannot be or would do harm.
pub(super) fn stage(folder: &Path) -> Option<Stage> {
    // Whoever stands in the folder, a shell above all, would find themselves in the old tree and see it vanish.
    let here = std::env::current_dir().ok()?;
    if here.starts_with(folder.canonicalize().ok()?) {
        return None;
    }
    let stage = Stage::beside(folder).ok()?;
    let can_stand_in =
        can_exchange(&stage) && stage::take_over(folder, stage.path()).unwrap_or(false);
    can_stand_in.then_some(stage)
}

/// Completes the new tree and lets the two change places.
///
/// Gives the stage back, and has touched nothing, where that cannot be done.
pub(super) fn publish(
    stage: Stage,
    survey: &Survey<'_>,
    folder: &Path,
) -> Result<Option<Stage>, PublishError> {
    stage.link(&survey.same, folder)?;
    if !stage.adopt(survey.foreign, folder).unwrap_or(false) {
        return Ok(Some(stage));
    }
    stage.seal(&survey.manifest)?;
    if platform::exchange(stage.path(), folder).is_err() {
        return Ok(Some(stage));
    }
    // From here on the stage is the old tree, and may hold what was put there a moment ago.
    let old = stage.path().to_owned();
    let _lock = stage.keep();
    match retire(&old, folder, take_home) {
        Ok(true) => Ok(None),
        Ok(false) => Err(io::Error::other(
            "it holds files that were changed meanwhile",
        )),
        Err(cause) => Err(cause),
    }
    .map_err(|cause| PublishError::Leftover { path: old, cause })
}

/// Tries it out on two empty folders, which is cheaper than to find out with ten thousand files staged.
fn can_exchange(stage: &Stage) -> bool {
    let [one, other] = ["one", "other"].map(|name| stage.path().join(name));
    let can = fs::create_dir(&one).is_ok()
        && fs::create_dir(&other).is_ok()
        && platform::exchange(&one, &other).is_ok();
    fs::remove_dir(&one).is_ok() && fs::remove_dir(&other).is_ok() && can
}

/// Clears away what publishes of this folder left that were killed, and says which old trees hold what Diptych did not
/// write.
///
/// Only where locks work: a stage that nobody holds is one whose maker is dead, however young it is. A failure here
/// keeps nobody from publishing, so it is passed over.
pub(super) fn sweep(folder: &Path) -> Vec<PathBuf> {
    let mut remains = Vec::new();
    let beside = folder
        .parent()
        .map(|parent| (parent, stage::beside(folder)));
    for (place, prefix) in beside
        .into_iter()
        .chain([(folder, stage::INSIDE.to_owned())])
    {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let is_stage = entry.file_name().to_string_lossy().starts_with(&prefix)
                && entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_stage && !clear(&entry.path(), folder).unwrap_or(true) {
                remains.push(entry.path());
            }
        }
    }
    remains.sort_unstable();
    remains
}

/// Says `false` where something of others stays.
fn clear(stage: &Path, folder: &Path) -> io::Result<bool> {
    let lock = platform::lock(stage);
    if !matches!(lock, Lock::Held { .. }) {
        return Ok(true);
    }
    if stage
        .join(MARKER)
        .symlink_metadata()
        .is_ok_and(|marker| marker.is_file())
    {
        fs::remove_dir_all(stage)?;
    } else if stage.join(manifest::NAME).exists() {
        // A name and a manifest can come with a repository, so nothing goes from here into the site.
        return retire(stage, folder, drop_second_name);
    } else {
        fs::remove_dir(stage)?;
    }
    Ok(true)
}

/// Removes an old tree by its own manifest; what Diptych did not write is handed to `part` with its place in `folder`.
///
/// Such a file has a second name there since before the exchange, unless it was put into the old tree after the
/// survey. The manifest goes last: as long as it stands, the next sweep can take up where this one was stopped.
/// Says `false` where `part` did of a file.
fn retire(
    old: &Path,
    folder: &Path,
    part: fn(&Path, &Path) -> io::Result<bool>,
) -> io::Result<bool> {
    let manifest = Manifest::read(old)
        .map_err(io::Error::other)?
        .unwrap_or_default();
    let (mut ours, mut folders, mut is_clear) = (Vec::new(), Vec::new(), true);
    for entry in WalkDir::new(old).min_depth(1).contents_first(true) {
        let entry = entry?;
        let path = entry.path();
        let relative = path.strip_prefix(old).unwrap_or(path);
        let name = slashed(relative);
        if entry.file_type().is_dir() {
            folders.push(path.to_owned());
        } else if entry.file_type().is_file()
            && name.as_ref().is_some_and(|name| manifest.contains(name))
        {
            ours.push(path.to_owned());
        } else if name.is_none_or(|name| name != manifest::NAME) {
            is_clear &= part(path, &folder.join(relative))?;
        }
    }
    ours.par_iter().try_for_each(fs::remove_file)?;
    if !is_clear {
        // A folder that holds something of others stays.
        for it in folders {
            let _ = fs::remove_dir(it);
        }
        return Ok(false);
    }
    folders.iter().try_for_each(fs::remove_dir)?;
    let _ = fs::remove_file(old.join(manifest::NAME));
    fs::remove_dir(old)?;
    Ok(true)
}

/// Removes a name of a file that has `to` as another; says whether it had.
fn drop_second_name(from: &Path, to: &Path) -> io::Result<bool> {
    let one = from.symlink_metadata()?;
    let has_two = to
        .symlink_metadata()
        .is_ok_and(|other| platform::is_same(&one, &other));
    if has_two {
        fs::remove_file(from)?;
    }
    Ok(has_two)
}

/// Says `false` where another file has the place.
fn take_home(from: &Path, to: &Path) -> io::Result<bool> {
    if drop_second_name(from, to)? {
        return Ok(true);
    }
    let is_free = to.symlink_metadata().is_err();
    if is_free {
        to.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::rename(from, to)?;
    }
    Ok(is_free)
}
