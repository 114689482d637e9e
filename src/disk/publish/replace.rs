//! Publishing file by file, where a tree cannot be exchanged.

use std::fs;
use std::path::Path;

use camino::Utf8Path;

use super::PublishError;
use super::manifest::{self, Manifest};
use super::stage::{Stage, parents};
use super::survey::Survey;

/// Puts each file of a stage inside the folder in its place by a rename.
pub(super) fn publish(
    stage: &Stage,
    survey: &Survey<'_>,
    folder: &Path,
) -> Result<(), PublishError> {
    // A publish that is killed between here and the end must find all of this to be its own.
    put_manifest(stage, &survey.former.union(&survey.manifest), folder)?;
    let (in_the_way, gone): (Vec<&String>, Vec<&String>) = survey
        .gone
        .iter()
        .copied()
        .partition(|path| blocks(path, &survey.manifest));
    remove(&in_the_way, folder)?;
    for path in survey
        .spare
        .iter()
        .filter(|path| blocks(path, &survey.manifest))
    {
        fs::remove_dir(folder.join(path))
            .map_err(PublishError::machine("remove", &folder.join(path)))?;
    }
    for parent in parents(&survey.fresh) {
        let path = folder.join(parent);
        fs::create_dir_all(&path).map_err(PublishError::machine("create", &path))?;
    }
    let mut fresh: Vec<&String> = survey.fresh.iter().collect();
    fresh.sort_by_key(|file| turn(file));
    for file in fresh {
        let path = folder.join(file);
        fs::rename(stage.path().join(file), &path)
            .map_err(PublishError::machine("replace", &path))?;
    }
    remove(&gone, folder)?;
    for path in &survey.spare {
        // What holds a file of somebody else's is not empty, and stays.
        let _ = fs::remove_dir(folder.join(path));
    }
    put_manifest(stage, &survey.manifest, folder)
}

/// When a file has its turn: a page comes after whatever it may ask for.
fn turn(path: &str) -> u8 {
    match path {
        _ if path.starts_with("assets/") => 0,
        _ if Utf8Path::new(path).extension() != Some("html") => 1,
        _ => 2,
    }
}

/// Whether an old file or folder has to go before the new site can have its place.
fn blocks(path: &str, site: &Manifest) -> bool {
    site.contains(path) || site.has_below(path) || site.has_above(path)
}

fn remove(paths: &[&String], folder: &Path) -> Result<(), PublishError> {
    for path in paths {
        let path = folder.join(path);
        fs::remove_file(&path).map_err(PublishError::machine("remove", &path))?;
    }
    Ok(())
}

fn put_manifest(stage: &Stage, manifest: &Manifest, folder: &Path) -> Result<(), PublishError> {
    let (from, to) = (
        stage.path().join(manifest::NAME),
        folder.join(manifest::NAME),
    );
    fs::write(&from, manifest.text()).map_err(PublishError::machine("write", &from))?;
    fs::rename(&from, &to).map_err(PublishError::machine("replace", &to))
}
