use super::{script, style};
use crate::site::{Bundle, Url};
use crate::source::StaticFile;
use crate::view::{Assets, Scripts, Styles};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// A static file that cannot be published.
#[derive(Debug, thiserror::Error)]
pub enum AssetError {
    /// Not there, neither in the root nor built in.
    #[error("there is no `static/{0}`")]
    Missing(String),
    /// A style sheet that is not text.
    #[error("`static/{0}` is not UTF-8; save it as UTF-8")]
    NotUtf8(String),
}

/// The scripts of pages with cards. One file, since each costs a connection; compare and others take some of them alone.
const CARDS: [&str; 4] = ["js/focus.js", "js/filter.js", "js/copy.js", "js/pin.js"];
/// The style that all pages share.
const SHARED: &str = "css/site.css";
const ICON: &str = "icon.svg";
const PREVIEW: &str = "preview.png";

/// Puts the static files into the bundle, below `assets/` with a hash of their bytes in the name, so
/// that they may be kept for ever.
///
/// # Errors
///
/// Where a file is missing that pages refer to, or a style sheet is not text.
pub fn assets(statics: &[StaticFile], bundle: &mut Bundle) -> Result<Assets, AssetError> {
    let mut published = HashMap::new();
    let cards = StaticFile {
        path: "js/cards.js".to_owned(),
        bytes: CARDS
            .into_iter()
            .map(|path| find(statics, path))
            .collect::<Result<Vec<_>, _>>()?
            .join(&b'\n'),
    };
    let alone = statics.iter().filter(|file| !is_part(&file.path));
    for file in alone.chain([&cards]) {
        let bytes = squeezed(file);
        let path = hashed(&file.path, &bytes);
        published.insert(file.path.as_str(), Url::file(&path));
        bundle.add(path, bytes);
    }
    let published = |path: &str| {
        let url = published.get(path).cloned();
        url.ok_or_else(|| AssetError::Missing(path.to_owned()))
    };
    let scripts = Scripts {
        cards: published(&cards.path)?,
        focus: published("js/focus.js")?,
        search_index: published("js/search-index.js")?,
        search: published("js/search.js")?,
        compare: published("js/compare.js")?,
        pin: published("js/pin.js")?,
        tray: published("js/tray.js")?,
    };
    let (icon, preview) = (published(ICON)?, published(PREVIEW)?);
    let shared = joined(statics, SHARED)?;
    let mut add_style = |path: &str, styles: &str| {
        let styles = style::squeeze(styles);
        let file = hashed(path, styles.as_bytes());
        bundle.add(file.clone(), styles);
        Url::file(&file)
    };
    let site = add_style(SHARED, &shared);
    // In one file with what all pages share, since a second one costs the first view a connection.
    let mut joined_style = |path: &str| {
        let styles = shared.clone() + &joined(statics, path)?;
        Ok(add_style(path, &styles))
    };
    let styles = Styles {
        site,
        home: joined_style("css/pages/home.css")?,
        comparison: joined_style("css/pages/comparison.css")?,
        compare: joined_style("css/pages/compare.css")?,
        document: joined_style("css/pages/document.css")?,
        claim: joined_style("css/pages/claim.css")?,
        tray: joined_style("css/pages/tray.css")?,
        survey: joined_style("css/pages/survey.css")?,
        prose: joined_style("css/pages/prose.css")?,
        search: joined_style("css/pages/search.css")?,
    };
    Ok(Assets {
        styles,
        scripts,
        icon,
        preview,
    })
}

/// The bytes of a file as it is published.
fn squeezed(file: &StaticFile) -> Vec<u8> {
    match std::str::from_utf8(&file.bytes) {
        Ok(text) if file.path.ends_with(".js") => script::squeeze(text).into_bytes(),
        _ => file.bytes.clone(),
    }
}

/// Whether a file is published only as a part of joined ones.
fn is_part(path: &str) -> bool {
    path.starts_with("css/") || ["js/filter.js", "js/copy.js"].contains(&path)
}

/// A style sheet with each imported one in the place of its `@import "….css";` line; what is imported
/// stands in `css/` and imports nothing.
fn joined(statics: &[StaticFile], path: &str) -> Result<String, AssetError> {
    let mut joined = String::new();
    for line in text(statics, path)?.lines() {
        match imported(line) {
            Some(name) => joined.push_str(text(statics, &format!("css/{name}"))?),
            None => joined.push_str(line),
        }
        joined.push('\n');
    }
    Ok(joined)
}

fn imported(line: &str) -> Option<&str> {
    line.trim().strip_prefix("@import \"")?.strip_suffix("\";")
}

fn text<'a>(statics: &'a [StaticFile], path: &str) -> Result<&'a str, AssetError> {
    let bytes = find(statics, path)?;
    std::str::from_utf8(bytes).map_err(|_| AssetError::NotUtf8(path.to_owned()))
}

fn find<'a>(statics: &'a [StaticFile], path: &str) -> Result<&'a [u8], AssetError> {
    let file = statics.iter().find(|file| file.path == path);
    file.map(|file| file.bytes.as_slice())
        .ok_or_else(|| AssetError::Missing(path.to_owned()))
}

/// `assets/<name>.<hash>.<extension>`, with the first 40 bits of the SHA-256 of the bytes.
fn hashed(path: &str, bytes: &[u8]) -> String {
    const LENGTH: usize = 5;
    let digest = Sha256::digest(bytes);
    let hash = hex::encode(&digest[..LENGTH]);
    match path.rsplit_once('.') {
        Some((stem, extension)) => format!("assets/{stem}.{hash}.{extension}"),
        None => format!("assets/{path}.{hash}"),
    }
}
